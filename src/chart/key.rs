//! The key: which texture, shape or line is which kind.
//!
//! In: the samples that occur. Out: one or more lines of them with their names.
//! Invariant: a key of one kind is left out, for there is nothing to tell apart.

use super::backend::Stage;
use super::look::NOTE;
use super::path::link::{self, Pen};
use super::picture::{Anchor, At};
use super::sheet::{Frame, Sheet};
use super::{look, text, texture};
use crate::corpus::model::{Kind, Relation, Side};
use crate::explore::facet::short_kind;
use crate::explore::series::Path;

/// What is to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A stretch of a bar.
    Bar(Kind),
    /// A point of a path.
    Point(Kind),
    /// The ring around what was said from government.
    Government,
    /// A step along it.
    Step(Relation),
    /// The bar of a selection.
    This,
    /// The bar of the selection that it is compared with.
    Other,
}

/// Height of a line, px.
const LINE: i32 = 20;
/// Width of a sample, px.
const SAMPLE: i32 = 16;
/// Between a sample and its name, px.
const GAP: i32 = 5;
/// Between a name and the next sample, px.
const APART: i32 = 12;

/// Where each sample stands.
pub struct Layout {
    samples: Vec<(Sample, At)>,
    /// Height of the key with the space after it, px.
    pub height: i32,
}

impl Layout {
    /// A key of these samples, between `left` and `right` px.
    pub fn new(all: &[Sample], left: i32, right: i32) -> Self {
        if all.len() < 2 {
            return Self {
                samples: Vec::new(),
                height: 0,
            };
        }
        let (mut x, mut y) = (left, LINE / 2);
        let mut samples = Vec::with_capacity(all.len());
        for &sample in all {
            let width = SAMPLE + GAP + text::width(sample.name(), NOTE.size);
            if x > left && x + width > right {
                (x, y) = (left, y + LINE);
            }
            samples.push((sample, (x, y)));
            x += width + APART;
        }
        Self {
            samples,
            height: y + LINE / 2 + 6,
        }
    }

    /// Draws it at the top of a sheet.
    pub fn draw<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        for &(sample, (x, y)) in &self.samples {
            let right = x + SAMPLE;
            match sample {
                Sample::Bar(kind) => texture::bar(sheet, kind, Frame::new(x, y - 6, right, y + 6)),
                Sample::This => sheet.rect(look::BAR, Frame::new(x, y - 6, right, y + 6)),
                Sample::Other => sheet.rect(look::OTHER, Frame::new(x, y - 6, right, y + 6)),
                Sample::Point(kind) => texture::point(sheet, kind, (x + SAMPLE / 2, y), 5),
                Sample::Government => {
                    sheet.circle(look::GOVERNMENT, (x + SAMPLE / 2, y), 7);
                }
                Sample::Step(relation) => {
                    let pen = Pen {
                        radius: 3,
                        ring: 3,
                        heads: false,
                    };
                    link::draw(sheet, relation, [(x, y), (right, y)], pen);
                }
            }
            sheet.text(NOTE, Anchor::Start, (right + GAP, y), sample.name());
        }
    }
}

/// What a path needs in its key: every kind that occurs, the ring, and the links that are not plain lines.
pub fn samples(path: &Path) -> Vec<Sample> {
    let kinds = Kind::ALL.into_iter();
    let kinds = kinds.filter(|&kind| path.points.iter().any(|point| point.kind == kind));
    let links = [Relation::Reverses, Relation::Supersedes].into_iter();
    let links = links.filter(|&link| path.steps.iter().any(|step| step.relation == link));
    let governs = path
        .points
        .iter()
        .any(|point| point.side == Side::Government);
    kinds
        .map(Sample::Point)
        .chain(governs.then_some(Sample::Government))
        .chain(links.map(Sample::Step))
        .collect()
}

impl Sample {
    /// Two selections side by side.
    pub const SELECTIONS: [Self; 2] = [Self::This, Self::Other];

    fn name(self) -> &'static str {
        match self {
            Self::Bar(kind) | Self::Point(kind) => short_kind(kind),
            Self::Government => "in government",
            Self::Step(relation) => relation.id(),
            Self::This => "A",
            Self::Other => "B",
        }
    }
}
