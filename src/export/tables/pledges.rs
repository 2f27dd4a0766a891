//! `data/pledges.csv`: every unit, one a row, with what is needed to read it alone.

use super::{Column, Holds, QUOTATIONS, Refers, Sheet, flag, has, list, may, quotations, text};
use crate::corpus::model::{Corpus, Unit};
use crate::explore::table::Cell;

const KINDS: &[&str] = &["firm", "negative", "soft", "position", "declined"];
const DIRECTNESS: &[&str] = &[
    "direct-quote",
    "reported-speech",
    "journalist-summary",
    "recalled",
    "briefing",
];
const SIDES: &[&str] = &["opposition", "government", "neither"];

const COLUMNS: &[Column] = &[
    has(
        "id",
        Holds::Id,
        "The unit's id, unique in the corpus and never used again.",
    ),
    has(
        "statement",
        Holds::Text,
        "What was said, as one sentence in the coder's words.",
    ),
    has(
        "kind",
        Holds::OneOf(KINDS),
        "What kind of statement it is, by the codebook.",
    ),
    has(
        "counted",
        Holds::Flag,
        "Whether units of this kind are counted as pledges: firm, negative and soft ones are.",
    ),
    has(
        "speaker",
        Holds::Id,
        "Who said it, or to whom it is ascribed: the id of a person, party, government or department.",
    ),
    has("speaker_name", Holds::Text, "The same as a name."),
    may(
        "role",
        Holds::Text,
        "The office held when it was said; empty where a party, government or department speaks as such.",
    ),
    may("party", Holds::Id, "The party spoken for."),
    has(
        "side",
        Holds::OneOf(SIDES),
        "On which side of the house it was said.",
    ),
    has("made", Holds::Date, "When the words were said."),
    may(
        "made_basis",
        Holds::Text,
        "What that date rests on, where the article does not print it.",
    ),
    has(
        "year",
        Holds::Number,
        "The year under which it is counted: that of the first day of `made`.",
    ),
    has(
        "directness",
        Holds::OneOf(DIRECTNESS),
        "How near the record is to the speaker's own voice.",
    ),
    has(
        "themes",
        Holds::List,
        "Ids of one to three themes, main theme first.",
    ),
    may("bodies", Holds::List, "Ids of the organisations concerned."),
    may(
        "measures",
        Holds::List,
        "Figures it names, as the article has them, and of what.",
    ),
    may("conditions", Holds::List, "Conditions and hedges."),
    may("threads", Holds::List, "Ids of the questions it answers."),
    has("article", Holds::Id, "The article that reports it."),
    has("article_title", Holds::Text, "The title of that article."),
    has("outlet", Holds::Text, "Who published it."),
    has("published", Holds::Date, "When it was published."),
    may(
        "article_url",
        Holds::Address,
        "Where it is, or a copy of it.",
    ),
    QUOTATIONS[0],
    QUOTATIONS[1],
    QUOTATIONS[2],
    QUOTATIONS[3],
    may("note", Holds::Text, "The coder's reasoning in a hard case."),
    has(
        "url",
        Holds::Text,
        "The page of the unit, from the root of the site where the site's address is not known.",
    ),
];

/// The table.
pub(super) fn sheet(corpus: &Corpus, base: &str) -> Sheet {
    Sheet {
        name: "pledges",
        title: "Pledges and other statements",
        says: "Every unit: a commitment, stance or refusal by one actor in one article. Rows with `counted` true are pledges.",
        columns: COLUMNS,
        key: &["id"],
        refers: &[Refers {
            from: &["article"],
            table: "articles",
            to: &["id"],
        }],
        rows: corpus
            .units
            .iter()
            .map(|unit| row(corpus, unit, base))
            .collect(),
    }
}

fn row(corpus: &Corpus, it: &Unit, base: &str) -> Vec<Cell> {
    let speaker = corpus.actors.get(it.speaker.index());
    let article = corpus.articles.get(it.article.index());
    let outlet = article.and_then(|article| corpus.outlets.get(article.outlet.index()));
    let party = it.party.and_then(|no| corpus.parties.get(no.index()));
    let themes = it
        .themes
        .iter()
        .filter_map(|no| corpus.themes.get(no.index()));
    let bodies = it
        .bodies
        .iter()
        .filter_map(|no| corpus.bodies.get(no.index()));
    let threads = it
        .threads
        .iter()
        .filter_map(|no| corpus.threads.get(no.index()));
    let measures = it.measures.iter();
    let mut cells = vec![
        text(it.id),
        text(it.statement),
        text(it.kind.id()),
        flag(it.kind.counted()),
        text(speaker.map_or("", |it| it.id)),
        text(speaker.map_or("", |it| it.name)),
        text(it.role),
        text(party.map_or("", |it| it.id)),
        text(it.side.id()),
        Cell::Date(it.made),
        text(it.made_basis),
        Cell::Count(u32::from(it.made.year())),
        text(it.directness.id()),
        list(themes.map(|it| it.id)),
        list(bodies.map(|it| it.id)),
        list(measures.map(|it| [it.text, " (", it.of, ")"].concat())),
        list(it.conditions.iter()),
        list(threads.map(|it| it.id)),
        text(article.map_or("", |it| it.id)),
        text(article.map_or("", |it| it.title)),
        text(outlet.map_or("", |it| it.name)),
        article.map_or(Cell::Missing(""), |it| Cell::Date(it.published)),
        text(article.map_or("", |it| it.url)),
    ];
    cells.extend(quotations(&it.evidence));
    cells.push(text(it.note));
    cells.push(Cell::Text([base, "pledge/", it.id, "/"].concat()));
    cells
}
