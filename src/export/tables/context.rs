//! `data/context.csv`: statements from outside politics, which are never counted.

use super::{Column, Holds, QUOTATIONS, Refers, Sheet, has, may, quotations, text};
use crate::corpus::model::{Context, Corpus};
use crate::explore::table::Cell;

const COLUMNS: &[Column] = &[
    has(
        "id",
        Holds::Id,
        "The statement's id, unique in the corpus and never used again.",
    ),
    has("actor", Holds::Id, "The id of who said it."),
    has("actor_name", Holds::Text, "The same as a name."),
    may(
        "role",
        Holds::Text,
        "Their office when the article appeared.",
    ),
    has("article", Holds::Id, "The article that reports it."),
    has("gist", Holds::Text, "What was said, in the coder's words."),
    QUOTATIONS[0],
    QUOTATIONS[1],
    QUOTATIONS[2],
    QUOTATIONS[3],
];

/// The table.
pub(super) fn sheet(corpus: &Corpus) -> Sheet {
    Sheet {
        name: "context",
        title: "Context",
        says: "Statements from outside politics that bear on a commitment. They are not counted.",
        columns: COLUMNS,
        key: &["id"],
        refers: &[Refers {
            from: &["article"],
            table: "articles",
            to: &["id"],
        }],
        rows: corpus.contexts.iter().map(|it| row(corpus, it)).collect(),
    }
}

fn row(corpus: &Corpus, it: &Context) -> Vec<Cell> {
    let actor = corpus.actors.get(it.actor.index());
    let article = corpus.articles.get(it.article.index());
    let mut cells = vec![
        text(it.id),
        text(actor.map_or("", |it| it.id)),
        text(actor.map_or("", |it| it.name)),
        text(it.role),
        text(article.map_or("", |it| it.id)),
        text(it.gist),
    ];
    cells.extend(quotations(&it.evidence));
    cells
}
