//! The corpus as the program in the browser needs it: what it lists, filters, counts and shows.
//!
//! What only whole pages tell (reasons, notes, definitions, context statements) stands in
//! those pages already, so the program need not carry it to every reader: a fifth of its
//! bytes. Invariant: every number keeps its meaning, and what the explorer renders is the
//! same from either.

use super::model::{ArticleNo, Corpus, Evidence};

/// Leaves out what the explorer does not show.
#[must_use]
pub fn abridged(mut corpus: Corpus) -> Corpus {
    corpus.contexts.clear();
    corpus.removed.clear();
    for theme in &mut corpus.themes {
        (theme.definition, theme.includes, theme.excludes) = ("", "", "");
        theme.examples.clear();
    }
    for party in &mut corpus.parties {
        party.color = "";
    }
    for actor in &mut corpus.actors {
        actor.roles.clear();
    }
    for body in &mut corpus.bodies {
        (body.from, body.to) = (None, None);
    }
    for article in &mut corpus.articles {
        (article.summary, article.source_sha256) = ("", "");
        article.published_basis = "";
        // Citations ask whether the title was printed, not where it was found otherwise.
        if !article.title_basis.is_empty() {
            article.title_basis = "inferred";
        }
        // That there is one is still to be seen.
        article.text = article.text.map(|_| "");
    }
    for unit in &mut corpus.units {
        let has_text = corpus
            .articles
            .get(unit.article.index())
            .is_some_and(|it| it.text.is_some());
        (unit.made_basis, unit.note) = ("", "");
        unit.measures.clear();
        unit.evidence
            .iter_mut()
            .for_each(|it| abridge(it, has_text));
    }
    for thread in &mut corpus.threads {
        (thread.question, thread.poles) = ("", ["", ""]);
        thread.entries.clear();
        thread.links.clear();
    }
    corpus
}

/// Only the texts of the articles, which follow once a reader wants to see one.
#[must_use]
pub fn texts(corpus: &Corpus<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for article in &corpus.articles {
        let text = article.text.unwrap_or_default();
        bytes.extend((text.len() as u32).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    bytes
}

/// The text of one article from those bytes; empty where there is none.
pub fn text(bytes: &[u8], article: ArticleNo) -> &str {
    let mut rest = bytes;
    for no in 0.. {
        let Some((len, after)) = rest.split_first_chunk() else {
            break;
        };
        let Some((text, after)) = after.split_at_checked(u32::from_le_bytes(*len) as usize) else {
            break;
        };
        if no == article.0 {
            return std::str::from_utf8(text).unwrap_or_default();
        }
        rest = after;
    }
    ""
}

/// A place in a text is of use only beside the text.
fn abridge(evidence: &mut Evidence, has_text: bool) {
    (evidence.prefix, evidence.suffix) = ("", "");
    if !has_text {
        (evidence.start, evidence.end) = (None, None);
    }
}
