//! The charts of the explore page: what each is called, says and draws, and its table.
//!
//! In: an answer. Out: words, a picture, rows. Invariant: all of them read one series, so that
//! page, file and table cannot disagree.

use super::Picture;
use crate::explore::results::Results;
use crate::explore::series::{ByTheme, Counting, ThemeRow};
use crate::explore::table::{self, Table};
use crate::explore::words;

/// How many themes are drawn: more than fit the eye only cost time. The table has all.
const MOST: usize = 24;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Counts by year.
    Years,
    /// Counts by theme.
    Themes,
    /// Counts by theme and year.
    Matrix,
}

impl Figure {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::Years, Self::Themes, Self::Matrix];

    /// Its name in files and on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Themes => "themes",
            Self::Matrix => "matrix",
        }
    }

    /// What it is called on the page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Years => "By year",
            Self::Themes => "By theme",
            Self::Matrix => "By theme and year",
        }
    }

    /// What it is called where it stands alone: "Pledges by year".
    pub fn name(self, counting: Counting) -> String {
        let mut name = table::counted(counting).to_owned();
        for (at, letter) in self.title().char_indices() {
            if at == 0 {
                name.push(' ');
            }
            name.push(if at == 0 { 'b' } else { letter });
        }
        name
    }

    /// What it shows now, in a sentence or two.
    pub fn says(self, results: &Results, counting: Counting) -> String {
        let n = words::total(results.basis, counting);
        let other = results.other.map(|other| words::total(other, counting));
        match self {
            Self::Years => words::years(results.by_year(), n, other, counting),
            Self::Matrix => {
                let says = words::matrix(results.matrix(), n, counting);
                let of = if other.is_some() { "A alone: " } else { "" };
                [of, &says].concat()
            }
            Self::Themes => {
                let mut says = words::themes(results.by_theme(), n, other, counting);
                let rows = &results.by_theme().rows;
                let left_out = (rows.len() - most(rows).count()) as u32;
                if left_out > 0 {
                    says.push_str(" The table also has the other ");
                    says.push_str(&words::n_of(left_out, "theme", "themes"));
                    says.push('.');
                }
                says
            }
        }
    }

    /// The chart, `width` px wide or as much wider as it needs.
    pub fn draw(self, results: &Results, counting: Counting, width: u32) -> Picture {
        match self {
            Self::Years => super::years(results.by_year(), counting, width),
            Self::Matrix => super::matrix(results.matrix(), counting, width),
            Self::Themes => {
                let drawn = ByTheme {
                    rows: most(&results.by_theme().rows).cloned().collect(),
                    ..*results.by_theme()
                };
                super::themes(&drawn, counting, width)
            }
        }
    }

    /// The very numbers.
    pub fn table(self, results: &Results, counting: Counting) -> Table {
        match self {
            Self::Years => table::years(results.by_year(), counting),
            Self::Themes => table::themes(results.by_theme(), counting),
            Self::Matrix => table::matrix(results.matrix(), counting),
        }
    }
}

/// The themes to draw: the first ones, and those that are chosen.
fn most<'r, 'a>(rows: &'r [ThemeRow<'a>]) -> impl Iterator<Item = &'r ThemeRow<'a>> {
    let rows = rows.iter().enumerate();
    let rows = rows.filter(|(place, row)| *place < MOST || row.selected);
    rows.map(|(_, row)| row)
}
