//! What is said of changes, in plain neutral English.
//!
//! In: counts. Out: sentences. Invariant: every number is one of the counts.

use super::changes::{Counts, Three};
use crate::corpus::model::Kind;
use crate::explore::facet::kind_label;
use crate::explore::words::n_of;

/// "4 pledges added since": what an embed pinned to a version says of those after it. Empty where
/// nothing differs.
pub fn since(counts: &Counts) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let statements = statements(counts);
    if statements.is_empty() {
        return "No statement added, changed or withdrawn since; other records changed".to_owned();
    }
    [&statements, " since"].concat()
}

/// "4 pledges and 1 position or refusal added, 2 statements changed, 1 withdrawn"; empty where
/// none of these was.
pub fn statements(counts: &Counts) -> String {
    let mut parts = Vec::new();
    let pledges = n_of(counts.pledges, "pledge", "pledges");
    let others = n_of(
        counts.others,
        "position or refusal",
        "positions and refusals",
    );
    match (counts.pledges, counts.others) {
        (0, 0) => {}
        (_, 0) => parts.push([&pledges, " added"].concat()),
        (0, _) => parts.push([&others, " added"].concat()),
        _ => parts.push([&pledges, " and ", &others, " added"].concat()),
    }
    let and = |n: u32, did: &str| {
        let n = n_of(n, "statement", "statements");
        [&n, did].concat()
    };
    if counts.changed > 0 {
        parts.push(and(counts.changed, " changed"));
    }
    if counts.withdrawn > 0 {
        parts.push(and(counts.withdrawn, " withdrawn"));
    }
    parts.join(", ")
}

/// Everything else that differs, "1 article added; 3 links between answers changed"; empty where
/// nothing does.
pub fn others(counts: &Counts) -> String {
    let kinds: [(Three, &str, &str); 6] = [
        (counts.articles, "article", "articles"),
        (counts.questions, "question", "questions"),
        (
            counts.answers,
            "answer to questions",
            "answers to questions",
        ),
        (
            counts.links,
            "link between answers",
            "links between answers",
        ),
        (
            counts.context,
            "statement from outside politics",
            "statements from outside politics",
        ),
        (counts.names, "name or definition", "names and definitions"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (count, one, many) in kinds {
        let three = [
            (count.added, " added"),
            (count.changed, " changed"),
            (count.withdrawn, " withdrawn"),
        ];
        let told = three.into_iter().filter(|(n, _)| *n > 0);
        parts.extend(told.map(|(n, did)| [&n_of(n, one, many), did].concat()));
    }
    parts.join("; ")
}

/// All of it in a sentence.
pub fn all(counts: &Counts) -> String {
    let parts = [statements(counts), others(counts)];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    if parts.is_empty() {
        return "No record that is compared here differs.".to_owned();
    }
    [&parts.join("; "), "."].concat()
}

/// What a kind of statement is called, by its id.
pub fn kind(id: &str) -> &'static str {
    let kind = Kind::ALL.into_iter().find(|it| it.id() == id);
    kind.map_or("", kind_label)
}

/// What a sort of names is, by its id.
pub fn sort(id: &str) -> &'static str {
    match id {
        "speaker" => "Speaker",
        "theme" => "Theme",
        "body" => "Body",
        "party" => "Party",
        "outlet" => "Outlet",
        _ => "",
    }
}
