//! Counts by year: vertical bars, and beneath them how many articles they rest on.
//!
//! In: [`ByYear`], every year from first to last. Out: a drawing 200 px high or
//! a little more. A year without an article is hatched and labelled so, for it
//! is a gap in what we know; a year with articles and nothing counted shows 0.
//! Invariant: a bar's height is its count on one scale from zero, and every
//! year can be pressed over the whole height.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;

use super::axis::Columns;
use super::backend::Stage;
use super::look::{self, NOTE, TICK, VALUE};
use super::picture::{Anchor, Key, Tag};
use super::sheet::{Area, Drawn, Frame, Sheet};
use super::{text, texture, words};
use crate::explore::series::{ByYear, Counting, YearRow};

/// Height of the tallest bar, px.
const PLOT: i32 = 130;
/// Height of a line of text, px.
const LINE: i32 = 18;
/// No column is wider, px.
const WIDEST: i32 = 72;
/// What stands beside the row of articles, or above it.
const ARTICLES: &str = "articles";
/// What stands in a gap.
const SILENCE: &str = "no article";

/// Where everything stands.
pub struct Layout<'a> {
    years: &'a ByYear,
    counting: Counting,
    width: i32,
    columns: Columns,
    /// From count to px.
    scale: RangedCoordu32,
    /// Upper edge of the plot and the line the bars stand on, px.
    span: (i32, i32),
    /// Whether the row of articles has its title on a line of its own.
    titled: bool,
    /// Whether values run upwards, where they are too wide for their columns.
    turned: bool,
    height: i32,
}

impl<'a> Layout<'a> {
    /// Lays the chart out on `width` px.
    pub fn new(years: &'a ByYear, counting: Counting, width: u32) -> Self {
        let width = width as i32;
        let first = years.rows.first().map_or(0, |row| row.year);
        let last = years.rows.last().map_or(0, |row| row.year);
        let gutter = text::width(ARTICLES, NOTE.size) + 6;
        let beside = Columns::new((first, last), gutter, width - 1, WIDEST);
        let titled = beside.step < 24;
        let columns = if titled {
            Columns::new((first, last), 1, width - 1, WIDEST)
        } else {
            beside
        };
        let wide = |n: u32| text::width(&text::number(n), VALUE.size);
        let widest = years
            .rows
            .iter()
            .map(|row| wide(row.count))
            .max()
            .unwrap_or(0);
        let turned = widest > columns.step;
        let most = years
            .rows
            .iter()
            .map(|row| row.count)
            .max()
            .unwrap_or(0)
            .max(1);
        let top = LINE + if turned { widest + 6 } else { LINE };
        let bottom = top + PLOT;
        let under = if titled { 3 * LINE + 2 } else { 2 * LINE };
        Self {
            years,
            counting,
            width,
            columns,
            scale: (0..most).into(),
            span: (top, bottom),
            titled,
            turned,
            height: bottom + 6 + under,
        }
    }

    /// Height of the whole chart, px.
    pub fn height(&self) -> u32 {
        self.height as u32
    }

    /// Draws it on an area of that size.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        if self.years.rows.is_empty() {
            return sheet.finish();
        }
        let mut noun = words::noun(self.counting).to_owned();
        noun.push('s');
        sheet.text(NOTE, Anchor::Start, (0, LINE / 2), &noun);
        let row = self.article_row();
        let title = if self.titled { row - LINE } else { row };
        sheet.text(NOTE, Anchor::Start, (0, title), ARTICLES);
        let labels = self.columns.labels();
        for run in self.years.rows.chunk_by(|a, b| silent(a) == silent(b)) {
            let name = silent(&run[0]).then(|| self.name_gap(&mut sheet, run));
            for row in run {
                let title = words::year(row, self.counting);
                let tag = Tag {
                    key: Key::Year(row.year),
                    class: "year",
                    title,
                };
                let label = labels.iter().find(|(year, _)| *year == row.year);
                sheet.group(tag, |sheet| {
                    self.column(sheet, row, label.map(|(_, label)| label.as_str()));
                    self.gap(sheet, row, name);
                });
            }
        }
        let left = self.columns.edges(self.years.rows[0].year).0;
        let (top, right) = (self.span.1, self.columns.right());
        sheet.rect(
            look::AXIS,
            Frame {
                left,
                top,
                right,
                bottom: top + 1,
            },
        );
        sheet.finish()
    }

    /// The middle line of the row of articles, px.
    fn article_row(&self) -> i32 {
        self.height - LINE / 2
    }

    /// Where the bar of a count ends, px.
    fn level(&self, count: u32) -> i32 {
        let level = self.scale.map(&count, (self.span.1, self.span.0));
        if count > 0 {
            level.min(self.span.1 - 1)
        } else {
            level
        }
    }

    fn column<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow, label: Option<&str>) {
        let ((left, right), middle) = (self.columns.edges(row.year), self.columns.middle(row.year));
        let frame = Frame {
            left,
            top: LINE,
            right,
            bottom: self.height,
        };
        sheet.target(frame);
        if row.selected {
            sheet.rect(
                look::CHOSEN,
                Frame {
                    left: left + 1,
                    ..frame
                },
            );
            let under = self.span.1 + 1;
            sheet.rect(
                look::CHOICE,
                Frame {
                    left: left + 1,
                    top: under,
                    right,
                    bottom: under + 3,
                },
            );
        }
        self.bar(sheet, row);
        if !silent(row) {
            let value = if row.selected {
                look::VALUE_CHOSEN
            } else {
                VALUE
            };
            let (number, top) = (text::number(row.count), self.level(row.count));
            if self.turned {
                sheet.turned(value, Anchor::Start, (middle, top - 4), &number);
            } else {
                sheet.text(value, Anchor::Middle, (middle, top - LINE / 2), &number);
            }
        }
        let tick = if row.selected {
            look::TICK_CHOSEN
        } else {
            TICK
        };
        if let Some(label) = label {
            // The ends of the axis may be wider than their columns.
            let half = text::width(label, TICK.size) / 2;
            let x = middle.max(half).min(self.width - half);
            sheet.text(tick, Anchor::Middle, (x, self.span.1 + 6 + LINE / 2), label);
        }
        let articles = if row.articles == 0 {
            "–".to_owned()
        } else {
            text::number(row.articles)
        };
        sheet.text(
            tick,
            Anchor::Middle,
            (middle, self.article_row()),
            &articles,
        );
    }

    /// Filled as far as articles of the year go, outlined above for what is recalled.
    fn bar<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow) {
        let (left, right) = self.columns.edges(row.year);
        let space = ((right - left) / 6).max(1);
        let (left, right) = (left + space, right - space);
        let (top, bottom) = (self.level(row.count), self.span.1);
        let known = self.level(row.count.saturating_sub(row.recalled));
        if row.recalled > 0 {
            sheet.rect(
                look::RECALLED,
                Frame {
                    left,
                    top,
                    right,
                    bottom: known,
                },
            );
        }
        if known < bottom {
            sheet.rect(
                look::BAR,
                Frame {
                    left,
                    top: known,
                    right,
                    bottom,
                },
            );
        }
    }

    /// Hatches what a year without an article leaves free, but for the gap's name.
    fn gap<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow, name: Option<(i32, i32)>) {
        if row.articles > 0 {
            return;
        }
        let (left, right) = self.columns.edges(row.year);
        let (top, bottom) = self.span;
        let (upper, lower) = name.unwrap_or((self.level(row.count) - LINE, bottom));
        for (top, bottom) in [(top, upper), (lower, bottom)] {
            texture::hatch(
                sheet,
                look::NO_ARTICLE,
                Frame {
                    left,
                    top,
                    right,
                    bottom,
                },
                6,
            );
        }
    }

    /// Names a run of years without an article, and says between which heights, px.
    fn name_gap<DB: Stage>(&self, sheet: &mut Sheet<DB>, run: &[YearRow]) -> (i32, i32) {
        let (first, last) = (run[0].year, run[run.len() - 1].year);
        let (left, right) = (self.columns.edges(first).0, self.columns.edges(last).1);
        let (x, y) = (
            i32::midpoint(left, right),
            i32::midpoint(self.span.0, self.span.1),
        );
        let fits = |text: &str| text::width(text, NOTE.size) + 4 <= right - left;
        let half = if fits(SILENCE) {
            sheet.text(NOTE, Anchor::Middle, (x, y), SILENCE);
            LINE / 2
        } else if let Some((no, article)) = SILENCE.split_once(' ').filter(|(_, word)| fits(word)) {
            sheet.text(NOTE, Anchor::Middle, (x, y - 7), no);
            sheet.text(NOTE, Anchor::Middle, (x, y + 7), article);
            LINE
        } else {
            sheet.turned(NOTE, Anchor::Middle, (x, y), SILENCE);
            text::width(SILENCE, NOTE.size) / 2 + 4
        };
        (y - half, y + half)
    }
}

/// Whether there is nothing to draw because nothing is known.
fn silent(row: &YearRow) -> bool {
    row.articles == 0 && row.count == 0
}
