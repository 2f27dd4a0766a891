//! The key: which texture or shape is which kind.
//!
//! In: the kinds that occur. Out: one or more lines of samples with their names.
//! Invariant: a chart with one kind has no key, for there is nothing to tell apart.

use super::backend::Stage;
use super::look::NOTE;
use super::picture::{Anchor, At};
use super::sheet::{Frame, Sheet};
use super::{text, texture};
use crate::corpus::model::Kind;

/// What a sample looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A stretch of a bar.
    Bar,
    /// A point of a path.
    Point,
}

/// Height of a line, px.
const LINE: i32 = 20;
/// Width of a sample, px.
const SAMPLE: i32 = 16;
/// Between a sample and its name, px.
const GAP: i32 = 5;

/// Where each sample stands.
pub struct Layout {
    samples: Vec<(Kind, At)>,
    /// Height of the key with the space after it, px.
    pub height: i32,
}

impl Layout {
    /// A key of the kinds that were seen, between `left` and `right` px.
    pub fn new(seen: impl Fn(Kind) -> bool, left: i32, right: i32) -> Self {
        let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|&kind| seen(kind)).collect();
        if kinds.len() < 2 {
            return Self {
                samples: Vec::new(),
                height: 0,
            };
        }
        let (mut x, mut y) = (left, LINE / 2);
        let mut samples = Vec::with_capacity(kinds.len());
        for kind in kinds {
            let width = SAMPLE + GAP + text::width(kind.id(), NOTE.size);
            if x > left && x + width > right {
                (x, y) = (left, y + LINE);
            }
            samples.push((kind, (x, y)));
            x += width + 9;
        }
        Self {
            samples,
            height: y + LINE / 2 + 6,
        }
    }

    /// Draws it at the top of a sheet.
    pub fn draw<DB: Stage>(&self, sheet: &mut Sheet<DB>, sample: Sample) {
        for &(kind, (x, y)) in &self.samples {
            match sample {
                Sample::Bar => {
                    let frame = Frame::new(x, y - 6, x + SAMPLE, y + 6);
                    texture::bar(sheet, kind, frame);
                }
                Sample::Point => texture::point(sheet, kind, (x + SAMPLE / 2 + 2, y), 5),
            }
            sheet.text(NOTE, Anchor::Start, (x + SAMPLE + GAP, y), kind.id());
        }
    }
}
