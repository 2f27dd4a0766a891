//! `data/articles.csv`: every article, one a row, oldest first.

use super::{Column, Holds, Sheet, has, list, may, text};
use crate::corpus::model::{Article, Corpus};
use crate::explore::table::Cell;

const COLUMNS: &[Column] = &[
    has(
        "id",
        Holds::Id,
        "The article's id, unique in the corpus and never used again.",
    ),
    has("title", Holds::Text, "Its title, as printed or inferred."),
    may(
        "title_basis",
        Holds::Text,
        "What an inferred title rests on.",
    ),
    has("outlet", Holds::Id, "The id of who published it."),
    has("outlet_name", Holds::Text, "The same as a name."),
    may(
        "authors",
        Holds::List,
        "Bylines as printed; empty where none is known.",
    ),
    has("published", Holds::Date, "When it was published."),
    may("published_basis", Holds::Text, "What that date rests on."),
    may(
        "url",
        Holds::Address,
        "Where it is, or where the copy is that the text was had from.",
    ),
    may(
        "url_note",
        Holds::Text,
        "What is to be known of that address.",
    ),
    may("archived_url", Holds::Address, "An archived copy."),
    may(
        "source_sha256",
        Holds::Text,
        "SHA-256 of the source text that quotations were found in.",
    ),
    may(
        "summary",
        Holds::Text,
        "Two or three sentences by the coder.",
    ),
    has("units", Holds::Number, "How many units it has."),
    has(
        "pledges",
        Holds::Number,
        "How many of these are counted as pledges.",
    ),
    has(
        "page",
        Holds::Text,
        "Its page, from the root of the site where the site's address is not known.",
    ),
];

/// The table.
pub(super) fn sheet(corpus: &Corpus, base: &str) -> Sheet {
    let mut counts = vec![[0_u32; 2]; corpus.articles.len()];
    for unit in &corpus.units {
        if let Some(count) = counts.get_mut(unit.article.index()) {
            count[0] += 1;
            count[1] += u32::from(unit.kind.counted());
        }
    }
    let articles = corpus.articles.iter().zip(counts);
    Sheet {
        name: "articles",
        title: "Articles",
        says: "Every article that was coded, oldest first.",
        columns: COLUMNS,
        key: &["id"],
        refers: &[],
        rows: articles
            .map(|(it, counts)| row(corpus, it, counts, base))
            .collect(),
    }
}

fn row(corpus: &Corpus, it: &Article, [units, pledges]: [u32; 2], base: &str) -> Vec<Cell> {
    let outlet = corpus.outlets.get(it.outlet.index());
    vec![
        text(it.id),
        text(it.title),
        text(it.title_basis),
        text(outlet.map_or("", |it| it.id)),
        text(outlet.map_or("", |it| it.name)),
        list(it.authors.iter()),
        Cell::Date(it.published),
        text(it.published_basis),
        text(it.url),
        text(it.url_note),
        text(it.archived_url),
        text(it.source_sha256),
        text(it.summary),
        Cell::Count(units),
        Cell::Count(pledges),
        Cell::Text([base, "article/", it.id, "/"].concat()),
    ]
}
