//! How numbers look. Pure: numbers in, a [`Picture`] or SVG text out.
//!
//! Each chart is one file that lays itself out on a width and draws itself on
//! any [`Stage`]: our recorder, or through [`Plain`] any backend of plotters.
//! On the page, titles, captions and tables are the page's; see `ui`. Where a chart leaves
//! it, [`plate`], [`leaves`] and [`card`] put the words into the picture, and [`replay`] draws it on
//! another stage, [`Scaled`] at any size.
//! Invariant: native and in the browser, the same numbers give the same picture.

pub mod axis;
pub mod backend;
pub mod card;
pub mod change;
pub mod figure;
pub mod frame;
pub mod gaps;
pub mod key;
pub mod leaf;
pub mod look;
pub mod matrix;
pub mod path;
pub mod picture;
pub mod plain;
pub mod plate;
pub mod replay;
pub mod scaled;
pub mod sheet;
pub mod shift;
pub mod svg;
pub mod text;
pub mod texture;
pub mod themes;
pub mod words;
pub mod years;

pub use backend::{Recorder, Stage};
pub use card::card;
pub use change::{Shown, Surface};
pub use figure::Figure;
pub use leaf::{Leaf, leaves};
pub use picture::{Key, Mark, Picture, Tag};
pub use plain::Plain;
pub use plate::{Caption, plate};
pub use replay::replay;
pub use scaled::Scaled;
pub use svg::svg;

use crate::explore::series::{ByTheme, ByYear, Counting, Matrix, Path};
use sheet::{Area, Drawn};

/// Counts by theme, `width` px wide.
pub fn themes(themes: &ByTheme, counting: Counting, width: u32) -> Picture {
    let layout = themes::Layout::new(themes, counting, width);
    record(width, layout.height(), |area| layout.draw(area))
}

/// Counts by year, `width` px wide.
pub fn years(years: &ByYear, counting: Counting, width: u32) -> Picture {
    let layout = years::Layout::new(years, counting, width);
    record(layout.width(), layout.height(), |area| layout.draw(area))
}

/// Counts by theme and year, `width` px wide or as much wider as the years need.
pub fn matrix(matrix: &Matrix, counting: Counting, width: u32) -> Picture {
    let layout = matrix::Layout::new(matrix, counting, width);
    record(layout.width().max(width), layout.height(), |area| {
        layout.draw(area)
    })
}

/// A path in a list, over the years `domain`.
pub fn mini(path: &Path, domain: (u16, u16), width: u32, height: u32) -> Picture {
    record(width, height, |area| path::mini::draw(path, domain, area))
}

/// A path as the picture of its thread, `width` px wide or, where its points need it, wider.
pub fn path(path: &Path, width: u32) -> Picture {
    let layout = path::full::Layout::new(path, width);
    record(layout.width(), layout.height(), |area| layout.draw(area))
}

/// Records what `draw` draws on an area of this size, px.
fn record<'a>(
    width: u32,
    height: u32,
    draw: impl FnOnce(&Area<Recorder>) -> Drawn<Recorder<'a>>,
) -> Picture {
    let mut picture = Picture {
        width,
        height,
        marks: Vec::new(),
    };
    // A recorder cannot fail: its error has no value.
    let _ = draw(&Area::from(Recorder::new(&mut picture)));
    picture
}
