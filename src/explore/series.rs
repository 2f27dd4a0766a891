//! The numbers behind each chart, and behind the table that says the same.
//!
//! Out of `results`, into `chart` and into the tables of `ui`: both read these
//! very structures, so that a picture and its table cannot disagree.
//! Invariant: `count` is the sum over `by_kind` of the kinds that are being counted.

use crate::corpus::date::Date;
use crate::corpus::model::{Kind, Relation, Side, ThemeNo, UnitNo};

/// What the counts count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// Firm, negative and soft pledges.
    #[default]
    Pledges,
    /// Positions and refusals too.
    All,
}

impl Counting {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::Pledges, Self::All];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pledges => "pledges",
            Self::All => "all",
        }
    }

    /// Whether units of that kind are counted.
    pub const fn counts(self, kind: Kind) -> bool {
        matches!(self, Self::All) || kind.counted()
    }
}

/// What the bars of years stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    /// All of a year.
    #[default]
    Year,
    /// What an article of that year has on average.
    Article,
}

impl Per {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::Year, Self::Article];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Article => "article",
        }
    }
}

/// Units of each kind, in the order of [`Kind::ALL`].
pub type ByKind = [u32; 5];

/// What a count rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Units that count as pledges.
    pub pledges: u32,
    /// Positions and refusals.
    pub others: u32,
    /// Articles that report any of them.
    pub articles: u32,
}

/// One theme and how often it occurs as any theme of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeRow<'a> {
    /// Which theme.
    pub theme: ThemeNo,
    /// As shown.
    pub label: &'a str,
    /// What is being counted.
    pub count: u32,
    /// All units, by kind.
    pub by_kind: ByKind,
    /// The same count of the selection that this one is compared with.
    pub other: u32,
    /// Whether the reader narrowed the page to it.
    pub selected: bool,
}

/// Counts by theme, most first, then in the corpus's order. Themes overlap: a unit has one to three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTheme<'a> {
    /// Every theme of the corpus, those with nothing too.
    pub rows: Vec<ThemeRow<'a>>,
    /// Whether each count is told kind by kind.
    pub split: bool,
    /// Whether there is another selection to compare with.
    pub compared: bool,
}

/// One year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// For example 2015.
    pub year: u16,
    /// Articles of the corpus published in that year, whatever the filter. None
    /// means that nothing is known of the year, not that nothing was said.
    pub articles: u32,
    /// What is being counted, by when the words were said.
    pub count: u32,
    /// Of `count`, those known only from an article of a later year.
    pub recalled: u32,
    /// All units, by kind.
    pub by_kind: ByKind,
    /// The same count of the selection that this one is compared with.
    pub other: u32,
    /// Whether the reader narrowed the page to a span that holds it.
    pub selected: bool,
}

impl ByYear {
    /// Whether a year is left out by the span that the reader chose.
    pub fn leaves_out(&self, row: &YearRow) -> bool {
        !row.selected && self.rows.iter().any(|it| it.selected)
    }
}

impl YearRow {
    /// What an article of the year has on average, in tenths; of what is being counted, only
    /// what articles of the year itself report. None where there is no article.
    pub fn tenths_per_article(&self) -> Option<u32> {
        let known = u64::from(self.count.saturating_sub(self.recalled));
        let articles = u64::from(self.articles);
        let tenths = (known * 10 + articles / 2).checked_div(articles)?;
        Some(tenths.min(u64::from(u32::MAX)) as u32)
    }
}

/// Counts by year: every year from the first to the last of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByYear {
    /// Without gaps.
    pub rows: Vec<YearRow>,
    /// What the bars stand for.
    pub per: Per,
    /// Whether there is another selection to compare with.
    pub compared: bool,
}

/// One year of a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatrixYear {
    /// Which year.
    pub year: u16,
    /// Articles published in that year, whatever the filter.
    pub articles: u32,
    /// Whether the reader narrowed the page to a span that holds it.
    pub selected: bool,
}

/// One theme of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow<'a> {
    /// Which theme.
    pub theme: ThemeNo,
    /// As shown.
    pub label: &'a str,
    /// What is being counted, year by year.
    pub counts: Vec<u32>,
    /// Whether the reader narrowed the page to it.
    pub selected: bool,
}

/// Counts by theme and year: as many counts in a row as there are years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix<'a> {
    /// Without gaps.
    pub years: Vec<MatrixYear>,
    /// In the order of the corpus, whatever the counts, so that no row moves.
    pub rows: Vec<MatrixRow<'a>>,
}

impl Matrix<'_> {
    /// Whether a year is left out by the span that the reader chose.
    pub fn leaves_out(&self, year: &MatrixYear) -> bool {
        !year.selected && self.years.iter().any(|it| it.selected)
    }

    /// The count of a theme in a year.
    pub fn count(&self, theme: ThemeNo, year: u16) -> u32 {
        let row = self.rows.iter().find(|row| row.theme == theme);
        let place = self.years.iter().position(|it| it.year == year);
        let count = row
            .zip(place)
            .and_then(|(row, place)| row.counts.get(place));
        count.copied().unwrap_or(0)
    }
}

/// One answer to a thread's question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<'a> {
    /// Which unit.
    pub unit: UnitNo,
    /// From -2 (first pole) to 2 (second pole).
    pub at: i8,
    /// When it was said.
    pub made: Date,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Who said it.
    pub speaker: &'a str,
    /// The office they spoke from, in full, or where they stood; may be empty.
    pub role: &'a str,
    /// On which side they spoke then.
    pub side: Side,
    /// What they said, in our words.
    pub statement: &'a str,
}

/// How a later point bears on an earlier one; both index [`Path::points`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The later point.
    pub from: usize,
    /// The earlier point.
    pub to: usize,
    /// How it bears on it.
    pub relation: Relation,
}

/// A thread drawn through time: one question, and where each answer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path<'a> {
    /// The question.
    pub question: &'a str,
    /// What -2 and what +2 stand for.
    pub poles: [&'a str; 2],
    /// In order of time.
    pub points: Vec<Point<'a>>,
    /// The links between them.
    pub steps: Vec<Step>,
}
