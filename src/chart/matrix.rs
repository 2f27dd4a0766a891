//! Counts by theme and year: a row of small bars for each theme, all on one scale.
//!
//! In: a [`Matrix`] and the width there is, px. Out: a drawing that is as wide as its years need,
//! so maybe wider. Every number stands beneath its bar, in a place of its own, so that only what
//! counts differently changes. A year without an article is hatched all the way down.
//! Invariant: a bar's height is its count on one scale from zero, and every cell is 24 px or more
//! in both directions.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;

use super::backend::Stage;
use super::look::{self, LABEL, LABEL_CHOSEN, NOTE, TICK, TICK_CHOSEN};
use super::picture::{Anchor, Key, Tag};
use super::sheet::{Area, Drawn, Frame, Sheet};
use super::{text, texture, words};
use crate::explore::series::{Counting, Matrix, MatrixRow};

/// Labels are measured at this size, px: a chosen one is bold and takes more room.
const MEASURED: i32 = LABEL.size + 2;
/// Height of the highest bar, px.
const BAR: i32 = 20;
/// Height of the number beneath it, px.
const NUMBER: i32 = 15;
/// From one line of a label to the next, px.
const LEADING: i32 = 16;
/// Height of the years, and of the articles beneath them, px.
const LINE: i32 = 18;
/// Left of everything, px: room for the mark of a chosen row.
const EDGE: i32 = 8;
/// Between two rows, px.
const APART: i32 = 8;
/// No cell is narrower than what a finger needs, or wider than the eye likes, px.
const STEP: (i32, i32) = (24, 48);
/// Width from which labels stand beside their rows, px.
const WIDE: i32 = 620;
/// What the second line counts.
const ARTICLES: &str = "articles";

/// Where everything stands.
pub struct Layout<'a> {
    matrix: &'a Matrix<'a>,
    counting: Counting,
    labels: Vec<Vec<String>>,
    /// From count to px.
    scale: RangedCoordu32,
    /// Where the first year begins, px.
    left: i32,
    /// Width of a year, px.
    step: i32,
    /// Whether labels stand above their rows, and in how many lines.
    above: Option<i32>,
}

impl<'a> Layout<'a> {
    /// Lays the chart out on `width` px, or as much as it needs.
    pub fn new(matrix: &'a Matrix<'a>, counting: Counting, width: u32) -> Self {
        let width = width as i32;
        let counts = || {
            matrix
                .rows
                .iter()
                .flat_map(|row| row.counts.iter().copied())
        };
        let most = counts().max().unwrap_or(0);
        // As many digits as there are, all of the widest: so that little more or less moves nothing.
        let widest = match most {
            0..1_000 => "999",
            1_000..10_000 => "9,999",
            _ => "999k",
        };
        let widest = text::width(widest, TICK.size);
        let years = (matrix.years.len() as i32).max(1);
        let fit = |left: i32| {
            let least = STEP.0.max(widest + 1);
            ((width - left - 1) / years).min(STEP.1).max(least)
        };
        let beside = if width < WIDE {
            None
        } else {
            let lines = |row: &MatrixRow| text::wrap(row.label, MEASURED, width / 4);
            matrix.rows.iter().map(lines).collect::<Option<Vec<_>>>()
        };
        let above = beside.is_none();
        let labels = beside.unwrap_or_else(|| {
            let room = (fit(EDGE) * years).min(width) - EDGE;
            let lines = |row: &MatrixRow| text::squeeze(row.label, MEASURED, room);
            matrix.rows.iter().map(lines).collect()
        });
        let lines = labels.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let widest = labels.iter().flatten();
        let widest = widest.map(|line| text::width(line, MEASURED)).max();
        let left = if above {
            EDGE
        } else {
            let title = text::width(ARTICLES, NOTE.size);
            EDGE + widest.unwrap_or(0).max(title) + 8
        };
        Self {
            matrix,
            counting,
            labels,
            scale: (0..most.max(1)).into(),
            left,
            step: fit(left),
            above: above.then_some(lines),
        }
    }

    /// Width of the whole chart, px.
    pub fn width(&self) -> u32 {
        (self.right() + 1) as u32
    }

    /// Height of the whole chart, px.
    pub fn height(&self) -> u32 {
        (self.head() + self.pitch() * self.matrix.rows.len() as i32).max(24) as u32
    }

    /// Draws it on an area of that size: first all that lies beneath the numbers.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        self.choice(&mut sheet);
        self.years(&mut sheet);
        self.gaps(&mut sheet);
        for (no, lines) in (0..).zip(&self.labels) {
            self.label(&mut sheet, no, lines);
        }
        self.bars(&mut sheet);
        for (no, row) in (0..).zip(&self.matrix.rows) {
            for (at, (year, &count)) in (0..).zip(self.matrix.years.iter().zip(&row.counts)) {
                if count == 0 && (year.articles == 0 || self.matrix.leaves_out(year)) {
                    continue;
                }
                let tag = Tag {
                    key: Key::Cell(row.theme, year.year),
                    class: if row.selected && year.selected {
                        "cell is-chosen"
                    } else {
                        "cell"
                    },
                    title: words::cell(row.label, year, count, self.counting),
                };
                let chosen = row.selected && year.selected;
                sheet.group(tag, |sheet| self.cell(sheet, (no, at), count, chosen));
            }
        }
        sheet.finish()
    }

    fn right(&self) -> i32 {
        self.left + self.step * self.matrix.years.len() as i32
    }

    /// Height of what stands above the rows, px.
    fn head(&self) -> i32 {
        2 * LINE + if self.above.is_some() { LINE + 4 } else { 12 }
    }

    /// The middle of the row of articles, px.
    fn articles(&self) -> i32 {
        let words = if self.above.is_some() { LINE } else { 0 };
        LINE + words + LINE / 2
    }

    /// From one row to the next, px.
    fn pitch(&self) -> i32 {
        BAR + NUMBER + APART + self.above.map_or(0, |lines| lines * LEADING)
    }

    /// The line on which the bars of a row stand, px.
    fn base(&self, row: i32) -> i32 {
        self.head() + (row + 1) * self.pitch() - APART - NUMBER
    }

    /// The left edge of a year, px.
    fn at(&self, year: i32) -> i32 {
        self.left + year * self.step
    }

    fn chosen_years(&self) -> impl Iterator<Item = i32> {
        let years = (0..).zip(&self.matrix.years);
        years.filter(|(_, year)| year.selected).map(|(at, _)| at)
    }

    /// Marks the years and themes that the reader chose, behind everything else.
    fn choice<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        for at in self.chosen_years() {
            let bottom = self.height() as i32;
            let frame = Frame::new(self.at(at), 0, self.at(at + 1), bottom);
            sheet.rect(look::CHOSEN, frame);
        }
        for (no, row) in (0..).zip(&self.matrix.rows) {
            if row.selected {
                let bottom = self.base(no) + NUMBER;
                let top = bottom - self.pitch() + APART;
                sheet.rect(look::CHOSEN, Frame::new(0, top, self.right(), bottom));
                sheet.rect(look::CHOICE, Frame::new(0, top, 3, bottom));
            }
        }
    }

    /// The years, and how many articles there are of each.
    fn years<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let full = text::width("2000", TICK.size) + 4 <= self.step;
        for (at, year) in (0..).zip(&self.matrix.years) {
            let face = if year.selected { TICK_CHOSEN } else { TICK };
            let x = self.at(at) + self.step / 2;
            let name = year.year.to_string();
            let short = ["’", name.get(2..).unwrap_or(&name)].concat();
            let name = if full { name } else { short };
            sheet.text(face, Anchor::Middle, (x, LINE / 2), &name);
            let articles = match year.articles {
                0 => "–".to_owned(),
                n => text::short(n),
            };
            let y = self.articles();
            sheet.text(face, Anchor::Middle, (x, y), &articles);
        }
        let y = LINE + LINE / 2;
        if self.above.is_some() {
            sheet.text(NOTE, Anchor::Start, (0, y), "articles of each year");
        } else {
            let y = self.articles();
            sheet.text(NOTE, Anchor::End, (self.left - 8, y), ARTICLES);
        }
    }

    /// Hatches the years about which the corpus says nothing.
    fn gaps<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        for row in 0..self.matrix.rows.len() as i32 {
            let base = self.base(row);
            for (at, year) in (0..).zip(&self.matrix.years) {
                if year.articles == 0 {
                    let frame = Frame::new(self.at(at), base - BAR, self.at(at + 1), base);
                    texture::hatch(sheet, look::NO_ARTICLE, frame, 6);
                }
            }
            sheet.rect(
                look::AXIS,
                Frame::new(self.left, base, self.right(), base + 1),
            );
        }
    }

    fn label<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: i32, lines: &[String]) {
        let chosen = self
            .matrix
            .rows
            .get(row as usize)
            .is_some_and(|it| it.selected);
        let face = if chosen { LABEL_CHOSEN } else { LABEL };
        let base = self.base(row);
        let count = lines.len() as i32;
        for (n, line) in (0..).zip(lines) {
            if self.above.is_some() {
                let y = base - BAR - (count - n) * LEADING + LEADING / 2 - 1;
                sheet.text(face, Anchor::Start, (EDGE, y), line);
            } else {
                let y = base - BAR / 2 + n * LEADING - (count - 1) * LEADING / 2;
                sheet.text(face, Anchor::End, (self.left - 8, y), line);
            }
        }
    }

    /// All bars: one stroke each, which together are one path.
    fn bars<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let wide = self.step * 2 / 3;
        for (no, row) in (0..).zip(&self.matrix.rows) {
            let base = self.base(no);
            for (at, count) in (0..).zip(&row.counts).filter(|(_, count)| **count > 0) {
                // What is there is seen, however little it is.
                let top = self.scale.map(count, (base, base - BAR)).min(base - 1);
                let x = self.at(at) + self.step / 2;
                sheet.line(look::CELLS.outline(wide as u32), &[(x, base), (x, top)]);
            }
        }
    }

    fn cell<DB: Stage>(&self, sheet: &mut Sheet<DB>, place: (i32, i32), n: u32, chosen: bool) {
        let (row, at) = place;
        let (left, right) = (self.at(at), self.at(at + 1));
        let base = self.base(row);
        let frame = Frame::new(left, base - BAR - 1, right, base + NUMBER);
        sheet.target(frame);
        if chosen {
            sheet.rect(look::CELL_CHOSEN, frame);
        }
        let face = if chosen { TICK_CHOSEN } else { TICK };
        let y = base + NUMBER / 2 + 1;
        let middle = (left + self.step / 2, y);
        sheet.text(face, Anchor::Middle, middle, &text::short(n));
    }
}
