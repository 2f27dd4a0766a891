//! `data/threads.csv`: every answer to every question that is followed through the years.

use super::{Column, Holds, Refers, Sheet, has, may, text};
use crate::corpus::model::{Corpus, Entry, Thread};
use crate::explore::table::Cell;

const COLUMNS: &[Column] = &[
    has("thread", Holds::Id, "The id of the question."),
    has("label", Holds::Text, "The question in a few words."),
    has("question", Holds::Text, "The question."),
    has("pole_from", Holds::Text, "What -2 stands for."),
    has("pole_to", Holds::Text, "What 2 stands for."),
    has(
        "order",
        Holds::Number,
        "Its place in the order of when the words were said, from 1.",
    ),
    has("unit", Holds::Id, "The unit that answers it."),
    has("made", Holds::Date, "When the words were said."),
    has(
        "at",
        Holds::Number,
        "Where the answer stands between the poles, from -2 to 2.",
    ),
    may("note", Holds::Text, "Why it stands there."),
    has(
        "page",
        Holds::Text,
        "The page of the question, from the root of the site where the site's address is not known.",
    ),
];

/// The table.
pub(super) fn sheet(corpus: &Corpus, base: &str) -> Sheet {
    let answers = corpus.threads.iter().flat_map(|thread| {
        let entries = (1..).zip(&thread.entries);
        entries.map(move |(order, entry)| (thread, order, entry))
    });
    Sheet {
        name: "threads",
        title: "Questions through the years",
        says: "Every answer to a question that is followed through the years, one a row: a question with five answers has five rows.",
        columns: COLUMNS,
        key: &["thread", "unit"],
        refers: &[Refers {
            from: &["unit"],
            table: "pledges",
            to: &["id"],
        }],
        rows: answers
            .filter_map(|(thread, order, entry)| row(corpus, thread, order, entry, base))
            .collect(),
    }
}

fn row(corpus: &Corpus, it: &Thread, order: u32, entry: &Entry, base: &str) -> Option<Vec<Cell>> {
    let unit = corpus.units.get(entry.unit.index())?;
    Some(vec![
        text(it.id),
        text(it.label),
        text(it.question),
        text(it.poles[0]),
        text(it.poles[1]),
        Cell::Count(order),
        text(unit.id),
        Cell::Date(unit.made),
        Cell::Signed(entry.at),
        text(entry.note),
        Cell::Text([base, "thread/", it.id, "/"].concat()),
    ])
}
