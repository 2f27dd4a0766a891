//! Years about which the corpus says nothing: hatched, and named once a run.
//!
//! In: the rows of [`ByYear`] and where their columns stand. Out: marks. A run
//! too narrow for its name is hatched all the same, and a key at the top names
//! the hatching. Invariant: no hatching runs through a word or a number.

use super::axis::Columns;
use super::backend::Stage;
use super::look::{self, NOTE};
use super::picture::Anchor;
use super::sheet::{Frame, Sheet};
use super::{text, texture};
use crate::explore::series::{ByYear, Per, YearRow};

/// What stands in a gap, word by word.
const SILENCE: [&str; 2] = ["no", "article"];
/// Between the lines of the hatching, px.
const EVERY: i32 = 6;
/// From one line of the name to the next, px.
const LEADING: i32 = 14;

/// One run of years without an article and without anything recalled.
pub struct Gap {
    years: (u16, u16),
    /// Left and right edge, px.
    sides: (i32, i32),
    /// The lines of its name; none where it is too narrow.
    name: Vec<String>,
}

/// Whether nothing is known of a year.
pub fn silent(years: &ByYear, row: &YearRow) -> bool {
    let by_article = years.per == Per::Article && !years.compared;
    row.articles == 0 && (by_article || row.count == 0 && row.other == 0)
}

/// Every gap, in order of time.
pub fn find(years: &ByYear, columns: &Columns) -> Vec<Gap> {
    let runs = years
        .rows
        .chunk_by(|a, b| silent(years, a) == silent(years, b));
    let ends = runs.filter_map(|run| match run {
        [first, .., last] if silent(years, first) => Some((first.year, last.year)),
        [only] if silent(years, only) => Some((only.year, only.year)),
        _ => None,
    });
    ends.map(|years| {
        let sides = (columns.edges(years.0).0, columns.edges(years.1).1);
        let fits = |word: &str| text::width(word, NOTE.size) + 4 <= sides.1 - sides.0;
        let line = SILENCE.join(" ");
        let name = if fits(&line) {
            vec![line]
        } else if SILENCE.into_iter().all(fits) {
            SILENCE.map(str::to_owned).to_vec()
        } else {
            Vec::new()
        };
        Gap { years, sides, name }
    })
    .collect()
}

impl Gap {
    /// Whether it is wide enough to bear its name.
    pub fn named(&self) -> bool {
        !self.name.is_empty()
    }

    /// Whether it holds this year.
    pub fn holds(&self, year: u16) -> bool {
        (self.years.0..=self.years.1).contains(&year)
    }

    /// Writes its name half-way between two heights, px.
    pub fn write<DB: Stage>(&self, sheet: &mut Sheet<DB>, (top, bottom): (i32, i32)) {
        let x = i32::midpoint(self.sides.0, self.sides.1);
        let mut y = i32::midpoint(top, bottom) - (self.name.len() as i32 - 1) * LEADING / 2;
        for line in &self.name {
            sheet.text(NOTE, Anchor::Middle, (x, y), line);
            y += LEADING;
        }
    }

    /// Hatches one of its years, but for where the name stands.
    pub fn hatch<DB: Stage>(&self, sheet: &mut Sheet<DB>, column: Frame) {
        if self.name.is_empty() {
            return hatch(sheet, column);
        }
        let middle = i32::midpoint(column.top, column.bottom);
        let half = self.name.len() as i32 * LEADING / 2 + 2;
        hatch(
            sheet,
            Frame {
                bottom: middle - half,
                ..column
            },
        );
        hatch(
            sheet,
            Frame {
                top: middle + half,
                ..column
            },
        );
    }
}

/// Hatches a frame where there is no article.
pub fn hatch<DB: Stage>(sheet: &mut Sheet<DB>, frame: Frame) {
    texture::hatch(sheet, look::NO_ARTICLE, frame, EVERY);
}
