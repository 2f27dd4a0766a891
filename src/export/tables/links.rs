//! `data/links.csv`: how later statements bear on earlier ones.

use super::{Column, Holds, Refers, Sheet, has, may, text};
use crate::corpus::model::{Corpus, Link, Thread};
use crate::explore::table::Cell;

const RELATIONS: &[&str] = &[
    "reaffirms",
    "extends",
    "narrows",
    "softens",
    "reverses",
    "supersedes",
    "implements",
];

const COLUMNS: &[Column] = &[
    has(
        "thread",
        Holds::Id,
        "The id of the question that both answer.",
    ),
    has("from", Holds::Id, "The later unit."),
    has("to", Holds::Id, "The earlier unit."),
    has(
        "relation",
        Holds::OneOf(RELATIONS),
        "How the later bears on the earlier: `from` reaffirms `to`.",
    ),
    may("reason", Holds::Text, "Why."),
];

/// The table.
pub(super) fn sheet(corpus: &Corpus) -> Sheet {
    let threads = corpus.threads.iter();
    let links = threads.flat_map(|thread| thread.links.iter().map(move |link| (thread, link)));
    Sheet {
        name: "links",
        title: "Links between statements",
        says: "How a later statement on a question bears on an earlier one, in the coder's judgement.",
        columns: COLUMNS,
        key: &["thread", "from", "to", "relation"],
        refers: &[
            Refers {
                from: &["thread", "from"],
                table: "threads",
                to: &["thread", "unit"],
            },
            Refers {
                from: &["thread", "to"],
                table: "threads",
                to: &["thread", "unit"],
            },
        ],
        rows: links
            .filter_map(|(thread, link)| row(corpus, thread, link))
            .collect(),
    }
}

fn row(corpus: &Corpus, thread: &Thread, link: &Link) -> Option<Vec<Cell>> {
    let id = |no: usize| corpus.units.get(no).map(|unit| text(unit.id));
    Some(vec![
        text(thread.id),
        id(link.from.index())?,
        id(link.to.index())?,
        text(link.relation.id()),
        text(link.reason),
    ])
}
