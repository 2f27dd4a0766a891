//! Leaves: statements in words, as a picture for places that show pictures only.
//!
//! In: statements, and the words around them. Out: one picture. Invariant: every word is written
//! out in as many lines as it takes, and nothing is nearer to the edge than the margin.

use super::backend::Recorder;
use super::look::{self, FOOT, Face, LABEL, NOTE, SAYS, TITLE};
use super::picture::Picture;
use super::plate::{Block, Caption};
use super::sheet::{Frame, Sheet};
use super::{record, texture};
use crate::corpus::model::Kind;

/// Around everything, px.
const MARGIN: i32 = 24;
/// Above and below a rule, px.
const APART: i32 = 14;
/// From one part of a statement to the next, px.
const STEP: i32 = 8;
/// Room for the shape of a kind, px.
const SHAPE: i32 = 18;

/// The words of a statement that stands alone.
const HERO: Face = Face { size: 21, ..SAYS };
/// Those of one among others.
const QUOTE: Face = Face { size: 15, ..SAYS };
/// What was stated.
const STATED: Face = Face {
    bold: true,
    size: 15,
    ..LABEL
};

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf<'a> {
    /// Its kind, as a shape.
    pub kind: Kind,
    /// Its kind, in words.
    pub label: &'a str,
    /// What was stated.
    pub statement: &'a str,
    /// The words it rests on, within quotation marks.
    pub quotes: Vec<String>,
    /// Who, when and where.
    pub by: String,
}

/// A statement laid out.
struct Laid {
    kind: Kind,
    label: Block,
    parts: Vec<Block>,
}

impl Laid {
    fn new(leaf: &Leaf, large: bool, room: i32) -> Self {
        // Bold type is wider than it is measured.
        let mut parts = vec![Block::new(STATED, leaf.statement, room * 9 / 10)];
        let face = if large { HERO } else { QUOTE };
        let quotes = leaf.quotes.iter();
        parts.extend(quotes.map(|quote| Block::new(face, quote, room)));
        parts.push(Block::new(NOTE, &leaf.by, room));
        Self {
            kind: leaf.kind,
            label: Block::new(NOTE, leaf.label, room - SHAPE),
            parts,
        }
    }

    fn height(&self) -> i32 {
        let parts = self.parts.iter().map(|it| STEP + it.height());
        self.label.height() + parts.sum::<i32>()
    }

    fn write(&self, sheet: &mut Sheet<Recorder>, top: i32) -> i32 {
        let middle = top + self.label.height() / 2;
        texture::point(sheet, self.kind, (MARGIN + 6, middle), 5);
        let mut y = self.label.write(sheet, (MARGIN + SHAPE, top));
        for part in &self.parts {
            y = part.write(sheet, (MARGIN, y + STEP));
        }
        y
    }
}

/// Statements one below the other, with what they rest on; `large` is one that stands alone.
pub fn leaves(leaves: &[Leaf], large: bool, caption: &Caption, width: u32) -> Picture {
    let room = width as i32;
    let heads = [(TITLE, caption.title), (SAYS, caption.says)];
    let heads = heads.map(|(face, text)| Block::new(face, text, room));
    let feet = [caption.source, caption.date, caption.address];
    let feet = feet.map(|text| Block::new(FOOT, text, room));
    let laid: Vec<Laid> = leaves.iter().map(|it| Laid::new(it, large, room)).collect();
    let high = |blocks: &[Block]| blocks.iter().map(Block::height).sum::<i32>();
    let middle: i32 = laid.iter().map(|it| it.height() + 2 * APART).sum();
    let height = MARGIN + high(&heads) + middle + APART + high(&feet) + MARGIN;
    let full = (room + 2 * MARGIN) as u32;
    record(full, height as u32, |area| {
        let mut sheet = Sheet::new(area);
        let mut y = MARGIN - 4;
        for head in &heads {
            y = head.write(&mut sheet, (MARGIN, y));
        }
        for (no, leaf) in laid.iter().enumerate() {
            if no > 0 {
                rule(&mut sheet, y, room);
            }
            y = leaf.write(&mut sheet, y + APART) + APART;
        }
        rule(&mut sheet, y, room);
        y += APART - 4;
        for foot in &feet {
            y = foot.write(&mut sheet, (MARGIN, y));
        }
        sheet.finish()
    })
}

fn rule(sheet: &mut Sheet<Recorder>, y: i32, room: i32) {
    sheet.rect(look::GRID, Frame::new(MARGIN, y, MARGIN + room, y + 1));
}
