//! A card: a chart as it is shown where its page is linked.
//!
//! In: a way to draw a chart, and its words. Out: a picture of the size that such places
//! show, in type that can be read when it is shown at half that size. Invariant: 1200 by 630
//! px, nothing nearer to the edge than the margin.

use super::look::{self, FOOT, Face, SAYS, TITLE};
use super::picture::Picture;
use super::plate::{Block, Caption};
use super::record;
use super::sheet::{Frame, Sheet};

/// Width and height, px.
pub const SIZE: (u32, u32) = (1200, 630);
/// Around everything, px.
const MARGIN: i32 = 60;
/// The chart is laid out for a page and then enlarged: times, of.
const SCALE: (i32, i32) = (2, 1);

/// A card. `chart` draws on the width and height it is given, px.
pub fn card(chart: impl FnOnce(u32, u32) -> Picture, caption: &Caption) -> Picture {
    let (width, height) = (SIZE.0 as i32, SIZE.1 as i32);
    let inner = width - 2 * MARGIN;
    let block = |face: Face, size, text, most| {
        Block::new(Face { size, ..face }, text, inner).at_most(most, inner)
    };
    let title = block(TITLE, 46, caption.title, 2);
    let says = block(SAYS, 26, caption.says, 3);
    let source = block(FOOT, 20, caption.source, 1);
    let sentence = MARGIN + title.height() + 8;
    let top = sentence + says.height() + 20;
    let foot = height - MARGIN + 16 - source.height();
    let rule = foot - 12;
    let bottom = rule - 14;
    let room = |n: i32| (n * SCALE.1 / SCALE.0).max(0) as u32;
    let chart = chart(room(inner), room(bottom - top)).scaled(SCALE);
    let mut all = record(SIZE.0, SIZE.1, |area| {
        let mut sheet = Sheet::new(area);
        title.write(&mut sheet, (MARGIN, MARGIN - 8));
        says.write(&mut sheet, (MARGIN, sentence));
        let line = Frame::new(MARGIN, rule, width - MARGIN, rule + 2);
        sheet.rect(look::GRID, line);
        source.write(&mut sheet, (MARGIN, foot));
        sheet.finish()
    });
    all.marks.extend(chart.moved((MARGIN, top)).marks);
    all
}
