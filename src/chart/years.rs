//! Counts by year: vertical bars, and beneath them how many articles they rest on.
//!
//! In: [`ByYear`], every year from first to last. Out: a drawing 200 px high or
//! a little more. A year without an article is hatched and labelled so, for it
//! is a gap in what we know; a year with articles and nothing counted shows 0.
//! Bars stand for all of a year, or for what an article of it has on average; or two stand side
//! by side for two selections. Invariants: a bar's height is its number on one scale from zero;
//! every year can be pressed over the whole height, and is wide enough for a finger: where there
//! are many, the drawing grows wider than asked.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu32;

use super::axis::Columns;
use super::backend::Stage;
use super::gaps::{self, Gap};
use super::look::{self, Face, NOTE, TICK, TICK_CHOSEN, VALUE, VALUE_CHOSEN};
use super::picture::{Anchor, Key, Tag};
use super::sheet::{Area, Drawn, Frame, Sheet};
use super::{text, words};
use crate::explore::series::{ByYear, Counting, Per, YearRow};

/// Height of the tallest bar, px.
const PLOT: i32 = 130;
/// Height of a line of text, px.
const LINE: i32 = 18;
/// No column is wider, px.
const WIDEST: i32 = 72;
/// Columns narrower than this, px, leave no room beside them.
const NARROW: i32 = 30;
/// No column is narrower, px.
const LEAST: i32 = 24;
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
        let width = (width as i32).max(years.rows.len() as i32 * LEAST + 2);
        let year = |row: Option<&YearRow>| row.map_or(0, |row| row.year);
        let ends = (year(years.rows.first()), year(years.rows.last()));
        let gutter = text::width(ARTICLES, NOTE.size) + 6;
        let mut columns = Columns::new(ends, gutter, width - 1, WIDEST);
        let titled = columns.step < NARROW;
        if titled {
            columns = Columns::new(ends, 1, width - 1, WIDEST);
        }
        let share = if years.compared {
            columns.step / 2
        } else {
            columns.step
        };
        let told = |row: &YearRow| {
            let numbers = numbers(years, row).map(|n| written(years, n));
            numbers
                .into_iter()
                .max_by_key(String::len)
                .unwrap_or_default()
        };
        let values = room(years, told, VALUE, share + 2);
        let articles = |row: &YearRow| text::number(row.articles);
        let articles = room(years, articles, TICK, columns.step - 2);
        let most = years.rows.iter().flat_map(|row| numbers(years, row));
        let most = most.max().unwrap_or(0).max(1);
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

    /// Width of the whole chart, px.
    pub fn width(&self) -> u32 {
        self.width as u32
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
        let each = match self.years.per {
            Per::Article if !self.years.compared => "s an article",
            _ => "s",
        };
        let noun = [words::noun(self.counting), each].concat();
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
            let title = words::year(row, self.counting, self.years);
            let tag = Tag {
                key: Key::Year(row.year),
                class: if row.selected {
                    "year is-chosen"
                } else {
                    "year"
                },
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
        if self.years.compared {
            let sample = name(sheet, "B");
            sheet.rect(look::OTHER, sample);
            let sample = name(sheet, "A");
            sheet.rect(look::BAR, sample);
        } else if self.years.per == Per::Year && self.years.rows.iter().any(|row| row.recalled > 0)
        {
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
        if self.years.leaves_out(row) {
            return;
        }
        if self.years.compared {
            return self.pair(sheet, row);
        }
        let [shown, _] = numbers(self.years, row);
        let end = self.level(shown);
        if row.articles == 0 {
            gaps::hatch(sheet, Frame::new(left, top, right, end - self.values));
        }
        let space = ((right - left) / 6).max(1);
        let (left, right) = (left + space, right - space);
        // Filled as far as articles of the year go, an outline for what is recalled.
        let recalled = match self.years.per {
            Per::Year => row.recalled,
            Per::Article => 0,
        };
        let known = self.level(shown.saturating_sub(recalled));
        // Every year has its bar, so that a count that comes or goes only changes it.
        sheet.rect(look::BAR, Frame::new(left, known, right, base));
        if recalled > 0 {
            sheet.rect(look::RECALLED, Frame::new(left, end, right, known));
        }
        if self.years.per == Per::Year || row.articles > 0 {
            let face = if row.selected { VALUE_CHOSEN } else { VALUE };
            let x = self.columns.middle(row.year);
            number(
                sheet,
                face,
                &written(self.years, shown),
                (x, end - self.values, end),
            );
        }
    }

    /// Two bars side by side, this selection's and the other's.
    fn pair<DB: Stage>(&self, sheet: &mut Sheet<DB>, row: &YearRow) {
        let (left, right) = self.columns.edges(row.year);
        let (top, base) = self.span;
        let numbers = numbers(self.years, row);
        let ends = numbers.map(|n| self.level(n));
        if row.articles == 0 {
            let bottom = ends[0].min(ends[1]) - self.values;
            gaps::hatch(sheet, Frame::new(left, top, right, bottom));
        }
        let space = ((right - left) / 12).max(1);
        let middle = i32::midpoint(left, right);
        let sides = [(left + space, middle - 1), (middle + 1, right - space)];
        let face = if row.selected { VALUE_CHOSEN } else { VALUE };
        let bars = numbers.into_iter().zip(ends).zip(sides);
        for (((n, end), (left, right)), ink) in bars.zip([look::BAR, look::OTHER]) {
            if n > 0 {
                sheet.rect(ink, Frame::new(left, end, right, base));
            }
            let x = i32::midpoint(left, right);
            number(sheet, face, &text::number(n), (x, end - self.values, end));
        }
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
            let place = (middle, top, top + self.articles);
            number(sheet, face, &text::number(row.articles), place);
        }
    }
}

/// What the bars of a year stand for: this selection's, and the other's.
fn numbers(years: &ByYear, row: &YearRow) -> [u32; 2] {
    match years.per {
        _ if years.compared => [row.count, row.other],
        Per::Year => [row.count, 0],
        Per::Article => [row.tenths_per_article().unwrap_or(0), 0],
    }
}

/// Such a number in figures.
fn written(years: &ByYear, n: u32) -> String {
    match years.per {
        Per::Article if !years.compared => text::tenths(n),
        _ => text::number(n),
    }
}

/// Height of a row of numbers, px: a line, or what they need to run upwards.
fn room(years: &ByYear, told: impl Fn(&YearRow) -> String, face: Face, step: i32) -> i32 {
    let width = |row| text::width(&told(row), face.size);
    let widest = years.rows.iter().map(width).max().unwrap_or(0);
    if widest > step {
        (widest + 6).max(LINE + 1)
    } else {
        LINE
    }
}

/// A number around `x` between two heights, px; upwards where they are far apart.
fn number<DB: Stage>(sheet: &mut Sheet<DB>, face: Face, text: &str, place: (i32, i32, i32)) {
    let (x, top, bottom) = place;
    if bottom - top == LINE {
        sheet.text(face, Anchor::Middle, (x, top + LINE / 2), text);
    } else if face.class == VALUE.class {
        sheet.turned(face, Anchor::Start, (x, bottom - 4), text);
    } else {
        sheet.turned(face, Anchor::End, (x, top + 3), text);
    }
}
