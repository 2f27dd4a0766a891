//! The corpus as the program in the browser needs it: what it lists, filters, counts and shows.
//!
//! What only whole pages tell (reasons, notes, definitions, context statements) stands in
//! those pages already, so the program need not carry it to every reader: a fifth of its
//! bytes. Invariant: every number keeps its meaning, and what the explorer renders is the
//! same from either.

use super::model::{ArticleNo, Corpus, Unit};

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
        (unit.made_basis, unit.note) = ("", "");
        unit.measures.clear();
        for evidence in &mut unit.evidence {
            (evidence.prefix, evidence.suffix) = ("", "");
            (evidence.start, evidence.end) = (None, None);
        }
    }
    for thread in &mut corpus.threads {
        (thread.question, thread.poles) = ("", ["", ""]);
        thread.entries.clear();
        thread.links.clear();
    }
    corpus
}

/// Only the texts of the articles, and where in them the quotations stand: they follow once a
/// reader wants to see one.
#[must_use]
pub fn texts(corpus: &Corpus<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for article in &corpus.articles {
        let text = article.text.unwrap_or_default();
        bytes.extend((text.len() as u32).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
    for evidence in corpus.units.iter().flat_map(|unit| &unit.evidence) {
        for place in [evidence.start, evidence.end] {
            bytes.extend(place.unwrap_or(u32::MAX).to_le_bytes());
        }
    }
    bytes
}

/// The text of one article from those bytes; empty where there is none.
pub fn text(bytes: &[u8], article: ArticleNo) -> &str {
    let (_, rest) = skipped(bytes, article.index());
    let (text, _) = skipped(rest, 1);
    std::str::from_utf8(text).unwrap_or_default()
}

/// Where the quotations of a unit of this corpus stand in the text, from those bytes: the first
/// character of each and the one after it.
pub fn places(bytes: &[u8], corpus: &Corpus, unit: &Unit) -> Vec<[u32; 2]> {
    let (_, rest) = skipped(bytes, corpus.articles.len());
    let before = corpus.units.iter().take_while(|it| it.id != unit.id);
    let first: usize = before.map(|it| it.evidence.len()).sum();
    let (numbers, _) = rest.as_chunks::<4>();
    let (places, _) = numbers.as_chunks::<2>();
    let places = places.iter().skip(first).take(unit.evidence.len());
    places.map(|place| place.map(u32::from_le_bytes)).collect()
}

/// The last of so many texts, and what follows it; nothing from damaged bytes.
fn skipped(bytes: &[u8], texts: usize) -> (&[u8], &[u8]) {
    let (mut text, mut rest): (&[u8], &[u8]) = (&[], bytes);
    for _ in 0..texts {
        let cut = rest
            .split_first_chunk()
            .and_then(|(len, after)| after.split_at_checked(u32::from_le_bytes(*len) as usize));
        (text, rest) = cut.unwrap_or_default();
    }
    (text, rest)
}
