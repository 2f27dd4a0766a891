//! Counts by theme: horizontal bars, stacked by kind, one row for each theme.
//!
//! In: [`ByTheme`] in its order. Out: a drawing as high as its rows need.
//! Labels stand left of the bars where they fit in two lines there, else above
//! them. Invariant: a bar's length is its count on one scale from zero, and
//! every row can be pressed over its whole width.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;

use super::backend::Stage;
use super::key::{self, Sample};
use super::look::{self, LABEL, LABEL_CHOSEN, VALUE};
use super::picture::{Anchor, At, Key, Tag};
use super::sheet::{Area, Drawn, Frame, Sheet};
use super::{text, texture, words};
use crate::corpus::model::Kind;
use crate::explore::series::{ByTheme, Counting, ThemeRow};

/// Labels are measured at this size, px: a chosen one is bold and takes more room.
const MEASURED: i32 = LABEL.size + 2;
/// Thickness of a bar, px.
const BAR: i32 = 14;
/// From one line of a label to the next, px.
const LEADING: i32 = 16;
/// Left of the labels, px: room for the mark of a chosen row.
const EDGE: i32 = 8;
/// Between label, bar and value, px.
const GAP: i32 = 8;

/// Where everything stands.
pub struct Layout<'a> {
    themes: &'a ByTheme<'a>,
    counting: Counting,
    width: i32,
    labels: Vec<Vec<String>>,
    key: key::Layout,
    /// From count to px.
    scale: RangedCoordu32,
    /// Where the bars start and where the longest ends, px.
    span: (i32, i32),
    /// Whether labels stand above their bars.
    above: bool,
    /// Height of a row, px.
    pitch: i32,
}

impl<'a> Layout<'a> {
    /// Lays the chart out on `width` px.
    pub fn new(themes: &'a ByTheme<'a>, counting: Counting, width: u32) -> Self {
        let width = width as i32;
        let beside = labels(themes, |label| text::wrap(label, MEASURED, width * 2 / 5));
        let above = beside.is_none();
        let labels = beside
            .or_else(|| {
                labels(themes, |label| {
                    Some(text::squeeze(label, MEASURED, width - EDGE))
                })
            })
            .unwrap_or_default();
        let lines = labels.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let widest = labels
            .iter()
            .flatten()
            .map(|line| text::width(line, MEASURED))
            .max();
        let (zero, pitch) = match (above, lines) {
            (true, _) if themes.compared => (EDGE, lines * LEADING + 2 * BAR + 8),
            (true, _) => (EDGE, lines * LEADING + BAR + 12),
            (false, 1) if themes.compared => (EDGE + widest.unwrap_or(0) + GAP, 38),
            (false, 1) => (EDGE + widest.unwrap_or(0) + GAP, 28),
            (false, _) => (EDGE + widest.unwrap_or(0) + GAP, lines * LEADING + 6),
        };
        let both = |row: &ThemeRow| row.count.max(if themes.compared { row.other } else { 0 });
        let most = themes.rows.iter().map(both).max().unwrap_or(0).max(1);
        let end = width - GAP - text::width(&text::number(most), VALUE.size) - 2;
        let seen = |&kind: &Kind| {
            counting.counts(kind) && themes.rows.iter().any(|row| row.by_kind[kind as usize] > 0)
        };
        let samples: Vec<Sample> = if themes.compared {
            Sample::SELECTIONS.to_vec()
        } else if themes.split {
            let kinds = Kind::ALL.into_iter().filter(seen);
            kinds.map(Sample::Bar).collect()
        } else {
            Vec::new()
        };
        Self {
            themes,
            counting,
            width,
            labels,
            key: key::Layout::new(&samples, EDGE, width),
            scale: (0..most).into(),
            span: (zero, end.max(zero + 1)),
            above,
            pitch,
        }
    }

    /// Height of the whole chart, px.
    pub fn height(&self) -> u32 {
        (self.key.height + self.pitch * self.themes.rows.len() as i32 + 2).max(24) as u32
    }

    /// Draws it on an area of that size.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        self.key.draw(&mut sheet);
        let mut top = self.key.height;
        for (row, label) in self.themes.rows.iter().zip(&self.labels) {
            let title = words::theme(row, self.counting, self.themes.compared);
            let tag = Tag {
                key: Key::Theme(row.theme),
                class: if row.selected { "row is-chosen" } else { "row" },
                title,
            };
            sheet.group(tag, |sheet| self.row(sheet, row, label, top));
            top += self.pitch;
        }
        if !self.above {
            self.base_line(&mut sheet, top);
        }
        sheet.finish()
    }

    fn row<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &ThemeRow, label: &[String], top: i32) {
        let frame = Frame::new(0, top, self.width, top + self.pitch);
        sheet.target(frame);
        let face = if row.selected { LABEL_CHOSEN } else { LABEL };
        if row.selected {
            sheet.rect(
                look::CHOSEN,
                Frame {
                    top: top + 1,
                    bottom: frame.bottom - 1,
                    ..frame
                },
            );
            let right = 3;
            let bottom = frame.bottom - 1;
            sheet.rect(look::CHOICE, Frame::new(0, top + 1, right, bottom));
        }
        let lines = label.len() as i32;
        let (middle, x, anchor, first) = if self.above {
            let text = top + 4 + LEADING / 2;
            let half = if self.themes.compared {
                BAR - 1
            } else {
                BAR / 2
            };
            (frame.bottom - 6 - half, EDGE, Anchor::Start, text)
        } else {
            let middle = top + self.pitch / 2;
            (
                middle,
                self.span.0 - GAP,
                Anchor::End,
                middle - (lines - 1) * LEADING / 2,
            )
        };
        for (n, line) in label.iter().enumerate() {
            sheet.text(face, anchor, (x, first + n as i32 * LEADING), line);
        }
        if self.themes.compared {
            let apart = BAR / 2 + 1;
            let end = self.end(row.count);
            let (top, bottom) = (middle - apart - BAR / 2 + 2, middle - 1);
            sheet.rect(look::BAR, Frame::new(self.span.0, top, end, bottom));
            value(sheet, row, row.count, (end, middle - apart + 1));
            let end = self.end(row.other);
            let (top, bottom) = (middle + 1, middle + apart + BAR / 2 - 2);
            sheet.rect(look::OTHER, Frame::new(self.span.0, top, end, bottom));
            value(sheet, row, row.other, (end, middle + apart - 1));
        } else {
            let end = self.bar(sheet, row, middle);
            value(sheet, row, row.count, (end, middle));
        }
    }

    /// Where the bar of a count ends, px; what is there is seen, however little.
    fn end(&self, count: u32) -> i32 {
        let end = self.scale.map(&count, self.span);
        end.max(self.span.0 + i32::from(count > 0))
    }

    /// Draws the stretches of a bar, and says where it ends.
    fn bar<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &ThemeRow, middle: i32) -> i32 {
        let (top, bottom) = (middle - BAR / 2, middle + BAR / 2);
        if !self.themes.split {
            let end = self.end(row.count);
            sheet.rect(look::BAR, Frame::new(self.span.0, top, end, bottom));
            return end;
        }
        let mut sum = 0;
        let mut left = self.span.0;
        for (kind, count) in Kind::ALL.into_iter().zip(row.by_kind) {
            if count == 0 || !self.counting.counts(kind) {
                continue;
            }
            sum += count;
            // What is there is seen, however little it is.
            let right = self.scale.map(&sum, self.span).max(left + 1);
            // A hair of paper parts one kind from the next.
            let start = if left > self.span.0 && right - left > 3 {
                left + 1
            } else {
                left
            };
            texture::bar(sheet, kind, Frame::new(start, top, right, bottom));
            left = right;
        }
        left
    }

    fn base_line<DB: Stage>(&self, sheet: &mut Sheet<DB>, bottom: i32) {
        let left = self.span.0 - 1;
        sheet.rect(
            look::AXIS,
            Frame::new(left, self.key.height, left + 1, bottom),
        );
    }
}

/// The number at the end of a bar.
fn value<DB: Stage>(sheet: &mut Sheet<DB>, row: &ThemeRow, n: u32, (x, y): At) {
    let face = if row.selected {
        look::VALUE_CHOSEN
    } else {
        VALUE
    };
    let gap = if n == 0 { 4 } else { GAP - 2 };
    sheet.text(face, Anchor::Start, (x + gap, y), &text::number(n));
}

fn labels(
    themes: &ByTheme,
    lines: impl FnMut(&str) -> Option<Vec<String>>,
) -> Option<Vec<Vec<String>>> {
    themes.rows.iter().map(|row| row.label).map(lines).collect()
}
