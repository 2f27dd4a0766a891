//! The very numbers that a chart draws, as rows of cells.
//!
//! In: a series. Out: a [`Table`], which [`csv`](super::csv::csv) makes a file of. Invariant:
//! a cell is a text or a number and knows which, and every row has as many cells as there are
//! heads.

use std::borrow::Cow;

use super::facet::kind_label;
use super::series::{ByTheme, ByYear, Counting, Matrix, MatrixYear, Path, Per, ThemeRow, YearRow};
use super::words;
use crate::corpus::date::Date;
use crate::corpus::model::{Kind, Side};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// What somebody wrote.
    Text(String),
    /// How many.
    Count(u32),
    /// A decimal, in tenths: 125 is 12.5.
    Tenths(u32),
    /// A number of either sign.
    Signed(i8),
    /// A calendar date.
    Date(Date),
    /// No number, and what is said in its place.
    Missing(&'static str),
}

/// The numbers of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What they count, in one line.
    pub caption: String,
    /// What each column holds.
    pub head: Vec<Cow<'static, str>>,
    /// One for each mark of the chart, in its order.
    pub rows: Vec<Vec<Cell>>,
}

/// Counts by theme, and how many of each kind that is counted; or those of two selections.
pub fn themes(series: &ByTheme, counting: Counting) -> Table {
    if series.compared {
        let row = |row: &ThemeRow| {
            let label = Cell::Text(row.label.to_owned());
            vec![label, Cell::Count(row.count), Cell::Count(row.other)]
        };
        return Table {
            caption: [counted(counting), " of two selections by theme"].concat(),
            head: ["Theme", "A", "B"].map(Cow::Borrowed).to_vec(),
            rows: series.rows.iter().map(row).collect(),
        };
    }
    let kinds = || Kind::ALL.into_iter().filter(|kind| counting.counts(*kind));
    let mut head = vec![Cow::Borrowed("Theme"), Cow::Borrowed(counted(counting))];
    head.extend(kinds().map(|kind| Cow::Borrowed(kind_label(kind))));
    let rows = series.rows.iter().map(|row| {
        let mut cells = vec![Cell::Text(row.label.to_owned()), Cell::Count(row.count)];
        cells.extend(kinds().map(|kind| Cell::Count(row.by_kind[kind as usize])));
        cells
    });
    Table {
        caption: [
            counted(counting),
            " by theme; one statement can have several themes",
        ]
        .concat(),
        head,
        rows: rows.collect(),
    }
}

/// Counts by year. Of a year without an article and without anything recalled nothing is
/// known, which is not the same as none.
pub fn years(series: &ByYear, counting: Counting) -> Table {
    if series.compared {
        return years_compared(series, counting);
    }
    if series.per == Per::Article {
        return rates(series, counting);
    }
    let head = [
        "Year",
        counted(counting),
        "Of these, recalled later",
        "Articles of that year",
    ];
    let rows = series.rows.iter().map(|row| {
        let count = known(series, row, row.count);
        vec![
            // A year is a name, not a quantity: it has no comma.
            Cell::Text(row.year.to_string()),
            count,
            Cell::Count(row.recalled),
            Cell::Count(row.articles),
        ]
    });
    Table {
        caption: [counted(counting), " by the year they were said"].concat(),
        head: head.map(Cow::Borrowed).to_vec(),
        rows: rows.collect(),
    }
}

/// What is said of a year outside of the span that the reader chose.
const LEFT_OUT: &str = "not in this selection";

/// The count of a year, where something is known of it and it is asked for.
fn known(series: &ByYear, row: &YearRow, count: u32) -> Cell {
    if series.leaves_out(row) && count == 0 {
        Cell::Missing(LEFT_OUT)
    } else if row.articles == 0 && row.count == 0 && row.other == 0 {
        Cell::Missing("no article")
    } else {
        Cell::Count(count)
    }
}

fn years_compared(series: &ByYear, counting: Counting) -> Table {
    let head = ["Year", "A", "B", "Articles of that year"];
    let row = |row: &YearRow| {
        vec![
            Cell::Text(row.year.to_string()),
            known(series, row, row.count),
            // What B leaves out is B's own: it is counted as it is.
            if row.articles == 0 && row.count == 0 && row.other == 0 {
                Cell::Missing("no article")
            } else {
                Cell::Count(row.other)
            },
            Cell::Count(row.articles),
        ]
    };
    Table {
        caption: [
            counted(counting),
            " of two selections by the year they were said",
        ]
        .concat(),
        head: head.map(Cow::Borrowed).to_vec(),
        rows: series.rows.iter().map(row).collect(),
    }
}

/// What an article has on average, and what that is worked out from.
fn rates(series: &ByYear, counting: Counting) -> Table {
    let head = [
        "Year",
        "An article has on average",
        "Reported in that year",
        "Articles of that year",
    ];
    let row = |row: &YearRow| {
        let rate = row.tenths_per_article();
        vec![
            Cell::Text(row.year.to_string()),
            match rate {
                _ if series.leaves_out(row) => Cell::Missing(LEFT_OUT),
                Some(rate) => Cell::Tenths(rate),
                None => Cell::Missing("no article"),
            },
            Cell::Count(row.count.saturating_sub(row.recalled)),
            Cell::Count(row.articles),
        ]
    };
    Table {
        caption: [counted(counting), " by the year they were said, by article"].concat(),
        head: head.map(Cow::Borrowed).to_vec(),
        rows: series.rows.iter().map(row).collect(),
    }
}

/// Counts by theme and year, and in the first row the articles of each year.
pub fn matrix(series: &Matrix, counting: Counting) -> Table {
    let mut head = vec![Cow::Borrowed("Theme")];
    head.extend(
        series
            .years
            .iter()
            .map(|it| Cow::Owned(it.year.to_string())),
    );
    let row = |label: &str, counts: &mut dyn Iterator<Item = u32>| {
        let mut cells = vec![Cell::Text(label.to_owned())];
        cells.extend(counts.map(Cell::Count));
        cells
    };
    let mut articles = series.years.iter().map(|it| it.articles);
    let mut rows = vec![row("Articles of that year", &mut articles)];
    let cell = |year: &MatrixYear, count: u32| match (count, year.articles) {
        (0, _) if series.leaves_out(year) => Cell::Missing(LEFT_OUT),
        (0, 0) => Cell::Missing("no article"),
        _ => Cell::Count(count),
    };
    rows.extend(series.rows.iter().map(|it| {
        let counts = series.years.iter().zip(&it.counts);
        let mut cells = vec![Cell::Text(it.label.to_owned())];
        cells.extend(counts.map(|(year, &count)| cell(year, count)));
        cells
    }));
    Table {
        caption: [
            counted(counting),
            " by theme and by the year they were said; one statement can have several themes",
        ]
        .concat(),
        head,
        rows,
    }
}

/// The answers to a question, in order of time.
pub fn path(path: &Path) -> Table {
    let [first, second] = path.poles;
    let head = [
        "Said",
        "Speaker",
        "Side",
        "Kind of statement",
        "Statement",
        "Stands",
    ];
    let mut head = head.map(Cow::Borrowed).to_vec();
    let scale = ["Place, -2 (", first, ") to 2 (", second, ")"];
    head.push(Cow::Owned(scale.concat()));
    let rows = path.points.iter().map(|point| {
        vec![
            Cell::Date(point.made),
            Cell::Text(point.speaker.to_owned()),
            side(point.side),
            Cell::Text(kind_label(point.kind).to_owned()),
            Cell::Text(point.statement.to_owned()),
            Cell::Text(words::place(point.at, path.poles)),
            Cell::Signed(point.at),
        ]
    });
    let caption = ["Each answer to “", path.question, "”, and where it stands"];
    Table {
        caption: caption.concat(),
        head,
        rows: rows.collect(),
    }
}

fn side(side: Side) -> Cell {
    match side {
        Side::Opposition => Cell::Text("in opposition".to_owned()),
        Side::Government => Cell::Text("in government".to_owned()),
        Side::Outside => Cell::Missing(""),
    }
}

/// What is counted, as the head of a column.
pub const fn counted(counting: Counting) -> &'static str {
    match counting {
        Counting::Pledges => "Pledges",
        Counting::All => "Statements",
    }
}

impl Cell {
    /// As people read it: "1,200", "12.5", "27 January 2015", "no article".
    pub fn human(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Count(n) => Cow::Owned(words::thousands(*n)),
            Self::Date(date) => Cow::Owned(date.human()),
            Self::Missing(words) => Cow::Borrowed(words),
            Self::Tenths(_) | Self::Signed(_) => Cow::Owned(self.machine()),
        }
    }

    /// As programs read it: "1200", "12.5", "2015-01-27", nothing where there is no number.
    pub fn machine(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(n) => n.to_string(),
            Self::Tenths(n) => [&(n / 10).to_string(), ".", &(n % 10).to_string()].concat(),
            Self::Signed(n) => n.to_string(),
            Self::Date(date) => date.edtf(),
            Self::Missing(_) => String::new(),
        }
    }
}
