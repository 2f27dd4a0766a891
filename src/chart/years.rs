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
use super::gaps::{self, Gap};
use super::look::{self, Face, NOTE, TICK, TICK_CHOSEN, VALUE, VALUE_CHOSEN};
use super::picture::{Anchor, Key, Tag};
use super::sheet::{Area, Drawn, Frame, Sheet};
use super::{text, words};
use crate::explore::series::{ByYear, Counting, YearRow};

/// Height of the tallest bar, px.
const PLOT: i32 = 130;
/// Height of a line of text, px.
const LINE: i32 = 18;
/// No column is wider, px.
const WIDEST: i32 = 72;
/// Columns narrower than this, px, leave no room beside them.
const NARROW: i32 = 24;
/// What the lowest row counts.
const ARTICLES: &str = "articles";

/// Where everything stands.
pub struct Layout<'a> {
    years: &'a ByYear,
    counting: Counting,
    width: i32,
    columns: Columns,
    gaps: Vec<Gap>,
    /// From count to px.
    scale: RangedCoordu32,
    /// Upper edge of the plot and the line the bars stand on, px.
    span: (i32, i32),
    /// Height of the numbers on the bars; they run upwards if more than a line.
    values: i32,
    /// Height of the numbers of articles, likewise.
    articles: i32,
    /// Whether the row of articles has its title on a line of its own.
    titled: bool,
}

impl<'a> Layout<'a> {
    /// Lays the chart out on `width` px.
    pub fn new(years: &'a ByYear, counting: Counting, width: u32) -> Self {
        let width = width as i32;
        let year = |row: Option<&YearRow>| row.map_or(0, |row| row.year);
        let ends = (year(years.rows.first()), year(years.rows.last()));
        let gutter = text::width(ARTICLES, NOTE.size) + 6;
        let mut columns = Columns::new(ends, gutter, width - 1, WIDEST);
        let titled = columns.step < NARROW;
        if titled {
            columns = Columns::new(ends, 1, width - 1, WIDEST);
        }
        let count = |row: &YearRow| row.count;
        let values = room(years, count, VALUE, columns.step + 2);
        let articles = room(years, |row| row.articles, TICK, columns.step - 2);
        let most = years.rows.iter().map(count).max().unwrap_or(0).max(1);
        Self {
            years,
            counting,
            width,
            gaps: gaps::find(years, &columns),
            columns,
            scale: (0..most).into(),
            span: (LINE + values, LINE + values + PLOT),
            values,
            articles,
            titled,
        }
    }

    /// Height of the whole chart, px.
    pub fn height(&self) -> u32 {
        (self.article_row() + self.articles) as u32
    }

    /// Upper edge of the row of articles, px.
    fn article_row(&self) -> i32 {
        self.span.1 + 6 + LINE + if self.titled { LINE + 2 } else { 0 }
    }

    /// Draws it on an area of that size.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        let Some(first) = self.years.rows.first() else {
            return sheet.finish();
        };
        let noun = [words::noun(self.counting), "s"].concat();
        sheet.text(NOTE, Anchor::Start, (0, LINE / 2), &noun);
        let title = self.article_row() + if self.titled { -LINE / 2 } else { LINE / 2 };
        sheet.text(NOTE, Anchor::Start, (0, title), ARTICLES);
        self.key(&mut sheet);
        self.choice(&mut sheet);
        for gap in &self.gaps {
            gap.write(&mut sheet, self.span);
        }
        let labels = self.columns.labels();
        for row in &self.years.rows {
            let title = words::year(row, self.counting);
            let tag = Tag {
                key: Key::Year(row.year),
                class: "year",
                title,
            };
            let label = labels.iter().find(|(year, _)| *year == row.year);
            sheet.group(tag, |sheet| {
                self.column(sheet, row);
                self.axis(sheet, row, label.map(|(_, label)| label.as_str()));
            });
        }
        let (left, right) = (self.columns.edges(first.year).0, self.columns.right());
        let base = self.span.1;
        sheet.rect(look::AXIS, Frame::new(left, base, right, base + 1));
        sheet.finish()
    }

    /// Names in the top right corner what does not name itself.
    fn key<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let mut right = self.width - 1;
        let mut name = |sheet: &mut Sheet<DB>, name: &str| {
            let left = right - text::width(name, NOTE.size);
            sheet.text(NOTE, Anchor::Start, (left, LINE / 2), name);
            right = left - 5 - 16 - 10;
            Frame::new(left - 5 - 16, LINE / 2 - 6, left - 5, LINE / 2 + 6)
        };
        if self.years.rows.iter().any(|row| row.recalled > 0) {
            let sample = name(sheet, "recalled later");
            sheet.rect(look::RECALLED, sample);
        }
        if !self.gaps.iter().all(Gap::named) {
            let sample = name(sheet, "no article");
            gaps::hatch(sheet, sample);
        }
    }

    /// Marks the years that the reader chose, behind everything else.
    fn choice<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let (base, bottom) = (self.span.1, self.height() as i32);
        for row in self.years.rows.iter().filter(|row| row.selected) {
            let (left, right) = self.columns.edges(row.year);
            sheet.rect(look::CHOSEN, Frame::new(left, LINE, right, bottom));
            sheet.rect(look::CHOICE, Frame::new(left, base + 1, right, base + 4));
        }
    }

    /// Where the bar of a count ends, px; what is there is seen, however little.
    fn level(&self, count: u32) -> i32 {
        let (top, base) = self.span;
        self.scale
            .map(&count, (base, top))
            .min(base - i32::from(count > 0))
    }

    /// One year above the base line: target, gap or bar, and number.
    fn column<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow) {
        let (left, right) = self.columns.edges(row.year);
        let (top, base) = self.span;
        sheet.target(Frame::new(left, LINE, right, self.height() as i32));
        if let Some(gap) = self.gaps.iter().find(|gap| gap.holds(row.year)) {
            return gap.hatch(sheet, Frame::new(left, top, right, base));
        }
        let end = self.level(row.count);
        if row.articles == 0 {
            gaps::hatch(sheet, Frame::new(left, top, right, end - self.values));
        }
        let space = ((right - left) / 6).max(1);
        let (left, right) = (left + space, right - space);
        // Filled as far as articles of the year go, an outline for what is recalled.
        let known = self.level(row.count.saturating_sub(row.recalled));
        if row.recalled > 0 {
            sheet.rect(look::RECALLED, Frame::new(left, end, right, known));
        }
        if known < base {
            sheet.rect(look::BAR, Frame::new(left, known, right, base));
        }
        let face = if row.selected { VALUE_CHOSEN } else { VALUE };
        let x = self.columns.middle(row.year);
        number(sheet, face, row.count, (x, end - self.values, end));
    }

    /// One year beneath the base line: the year and its articles.
    fn axis<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow, label: Option<&str>) {
        let face = if row.selected { TICK_CHOSEN } else { TICK };
        let middle = self.columns.middle(row.year);
        if let Some(label) = label {
            // The ends of the axis may be wider than their columns.
            let half = text::width(label, face.size) / 2 + 1;
            let x = middle.max(half).min(self.width - half);
            sheet.text(face, Anchor::Middle, (x, self.span.1 + 6 + LINE / 2), label);
        }
        let top = self.article_row();
        if row.articles == 0 {
            sheet.text(face, Anchor::Middle, (middle, top + LINE / 2), "–");
        } else {
            number(
                sheet,
                face,
                row.articles,
                (middle, top, top + self.articles),
            );
        }
    }
}

/// Height of a row of numbers, px: a line, or what they need to run upwards.
fn room(years: &ByYear, count: impl Fn(&YearRow) -> u32, face: Face, step: i32) -> i32 {
    let width = |row| text::width(&text::number(count(row)), face.size);
    let widest = years.rows.iter().map(width).max().unwrap_or(0);
    if widest > step {
        (widest + 6).max(LINE + 1)
    } else {
        LINE
    }
}

/// A number around `x` between two heights, px; upwards where they are far apart.
fn number<DB: Stage>(sheet: &mut Sheet<DB>, face: Face, n: u32, place: (i32, i32, i32)) {
    let (x, top, bottom) = place;
    let text = text::number(n);
    if bottom - top == LINE {
        sheet.text(face, Anchor::Middle, (x, top + LINE / 2), &text);
    } else if face.class == VALUE.class {
        sheet.turned(face, Anchor::Start, (x, bottom - 4), &text);
    } else {
        sheet.turned(face, Anchor::End, (x, top + 3), &text);
    }
}
