//! The corpus as tables: their columns, what each holds, and their rows.
//!
//! In: a corpus. Out: tables that a CSV file and the description of the data package are both
//! made from, so that neither can say what the other does not. Invariant: a row has as many
//! cells as there are columns; lists within a cell are parted by [`BETWEEN`].

mod articles;
mod context;
mod links;
mod pledges;
mod threads;

use std::borrow::Cow;

use crate::corpus::model::{Corpus, Evidence};
use crate::explore::csv::csv;
use crate::explore::table::{Cell, Table};

/// Between the parts of a list that stands in one cell.
pub const BETWEEN: &str = " | ";

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Any text, free of what a spreadsheet would take for a formula.
    Text,
    /// An id, which names a row here or in another table.
    Id,
    /// Several texts or ids.
    List,
    /// A date or interval in EDTF.
    Date,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A web address.
    Address,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it is never empty.
    pub always: bool,
    /// What that means, in a sentence.
    pub says: &'static str,
}

/// A column that may be empty.
const fn may(name: &'static str, holds: Holds, says: &'static str) -> Column {
    Column {
        name,
        holds,
        always: false,
        says,
    }
}

/// A column that is never empty.
const fn has(name: &'static str, holds: Holds, says: &'static str) -> Column {
    Column {
        name,
        holds,
        always: true,
        says,
    }
}

/// Columns whose cells name a row of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refers {
    /// The columns here.
    pub from: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
    /// The columns there.
    pub to: &'static [&'static str],
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, and that of its file.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// What a row stands for.
    pub says: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that tell every row from the others.
    pub key: &'static [&'static str],
    /// What its cells refer to.
    pub refers: &'static [Refers],
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// The text of its CSV file.
    pub fn csv(&self) -> String {
        csv(&Table {
            caption: self.title.to_owned(),
            head: self
                .columns
                .iter()
                .map(|it| Cow::Borrowed(it.name))
                .collect(),
            rows: self.rows.clone(),
        })
    }
}

/// All of them, in the order of the contract.
pub fn sheets(corpus: &Corpus, base: &str) -> [Sheet; 5] {
    [
        pledges::sheet(corpus, base),
        articles::sheet(corpus, base),
        threads::sheet(corpus, base),
        links::sheet(corpus),
        context::sheet(corpus),
    ]
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn flag(flag: bool) -> Cell {
    text(if flag { "true" } else { "false" })
}

/// Parts as one cell.
fn list<T: AsRef<str>>(parts: impl Iterator<Item = T>) -> Cell {
    let mut out = String::new();
    for (n, part) in parts.enumerate() {
        if n > 0 {
            out.push_str(BETWEEN);
        }
        out.push_str(part.as_ref());
    }
    Cell::Text(out)
}

/// What is written of quotations in every table that has any.
const QUOTATIONS: [Column; 4] = [
    has(
        "quotes",
        Holds::List,
        "The words it rests on, verbatim from the article.",
    ),
    may(
        "starts",
        Holds::List,
        "Where each quotation begins in the source text, in Unicode scalar values from 0; empty where that is not known.",
    ),
    may("ends", Holds::List, "One past where each ends."),
    has(
        "verified",
        Holds::List,
        "Of each quotation: exact, found in the text by this build; recorded, found on an earlier day, quotation and source unchanged since; unchecked, neither.",
    ),
];

/// The cells of those columns.
fn quotations(evidence: &[Evidence]) -> [Cell; 4] {
    let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    [
        list(evidence.iter().map(|it| it.quote)),
        list(evidence.iter().map(|it| number(it.start))),
        list(evidence.iter().map(|it| number(it.end))),
        list(evidence.iter().map(|it| it.check.id())),
    ]
}
