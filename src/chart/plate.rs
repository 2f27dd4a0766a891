//! A plate: a chart that stands alone, with what it says and what it rests on.
//!
//! In: a chart and its words. Out: one picture of both. Invariant: the chart is drawn as it
//! is on the page, every word is written out in as many lines as it takes, and nothing is
//! nearer to the edge than the margin.

use super::backend::Recorder;
use super::look::{self, FOOT, Face, SAYS, TITLE};
use super::picture::{Anchor, At, Picture};
use super::sheet::{Frame, Sheet};
use super::{record, text};

/// The words around a chart; those that are empty are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caption<'a> {
    /// What it is.
    pub title: &'a str,
    /// What it says, in a sentence.
    pub says: &'a str,
    /// What it rests on: "Pledge Explorer, corpus version 3f2a…; 66 pledges in 5 articles".
    pub source: &'a str,
    /// As of when.
    pub date: &'a str,
    /// Where it can be found.
    pub address: &'a str,
}

/// Around everything, px.
const MARGIN: i32 = 24;
/// From the sentence to the chart, and from the chart to the foot, px.
const APART: i32 = 20;

/// Some lines in one face.
pub(super) struct Block {
    face: Face,
    lines: Vec<String>,
}

impl Block {
    /// A text, wrapped at `limit` px; bold type is a title, and takes more room than is
    /// measured.
    pub(super) fn new(face: Face, text: &str, limit: i32) -> Self {
        let lines = if face.bold {
            text::balanced(text, face.size * 11 / 10, limit)
        } else {
            text::lines(text, face.size, limit)
        };
        Self { face, lines }
    }

    /// The same, but at most `most` lines, of which the last then ends in "…".
    pub(super) fn at_most(mut self, most: usize, limit: i32) -> Self {
        if self.lines.len() > most {
            let rest = self.lines.split_off(most.saturating_sub(1)).join(" ");
            self.lines.push(text::shorten(&rest, self.face.size, limit));
        }
        self
    }

    /// From one line to the next, px.
    fn leading(&self) -> i32 {
        let tenths = if self.face.bold { 12 } else { 14 };
        self.face.size * tenths / 10
    }

    /// Height of all lines, px.
    pub(super) fn height(&self) -> i32 {
        self.lines.len() as i32 * self.leading()
    }

    /// Writes it from this corner, and says where it ends.
    pub(super) fn write(&self, sheet: &mut Sheet<Recorder>, (left, top): At) -> i32 {
        let mut y = top + self.leading() / 2;
        for line in &self.lines {
            sheet.text(self.face, Anchor::Start, (left, y), line);
            y += self.leading();
        }
        top + self.height()
    }
}

/// A chart with its words around it.
pub fn plate(picture: Picture, caption: &Caption) -> Picture {
    let inner = picture.width as i32;
    let title = Block::new(TITLE, caption.title, inner);
    let says = Block::new(SAYS, caption.says, inner);
    let foot = [caption.source, caption.date, caption.address];
    let foot = foot.map(|it| Block::new(FOOT, it, inner));
    let sentence = MARGIN + title.height() + 6;
    let chart = sentence + says.height() + APART;
    let rule = chart + picture.height as i32 + APART;
    let bottom = rule + 10 + foot.iter().map(Block::height).sum::<i32>() + MARGIN - 6;
    let width = (inner + 2 * MARGIN) as u32;
    let mut all = record(width, bottom as u32, |area| {
        let mut sheet = Sheet::new(area);
        title.write(&mut sheet, (MARGIN, MARGIN - 4));
        says.write(&mut sheet, (MARGIN, sentence));
        let line = Frame::new(MARGIN, rule, MARGIN + inner, rule + 1);
        sheet.rect(look::GRID, line);
        let mut top = rule + 10;
        for block in &foot {
            top = block.write(&mut sheet, (MARGIN, top));
        }
        sheet.finish()
    });
    all.marks.extend(picture.moved((MARGIN, chart)).marks);
    all
}
