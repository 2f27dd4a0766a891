//! A corpus as bytes, and back.
//!
//! In: a [`Corpus`]. Out: a container (its layout is drawn in `container`) whose
//! payload is the corpus in postcard's wire format: fields in the order in
//! which `model` declares them, whole numbers and lengths as little-endian base
//! 128, strings as length and UTF-8, an absent value as 0. Nothing in it
//! depends on the width of a pointer or on the order of a hash table.
//! Invariant: what `decode` accepts is sound: every number in it points at an
//! entry, and every date is real.

use super::container::{self, Content, DecodeError};
use super::date::Date;
use super::model::{Corpus, Evidence};

/// A corpus that could not be written.
#[derive(Debug)]
pub struct EncodeError(postcard::Error);

impl std::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the corpus could not be encoded: {}", self.0)
    }
}

impl std::error::Error for EncodeError {}

/// The bytes of a corpus; equal corpora give equal bytes.
///
/// # Errors
/// Never for a corpus as `model` declares it; postcard's interface allows for it.
pub fn encode(corpus: &Corpus<'_>) -> Result<Vec<u8>, EncodeError> {
    let payload = postcard::to_allocvec(corpus).map_err(EncodeError)?;
    Ok(container::seal(Content::CORPUS, &payload))
}

/// The corpus in these bytes, its strings borrowed from them.
///
/// # Errors
/// Where the bytes are not a whole, undamaged and sound corpus of this version.
pub fn decode(bytes: &[u8]) -> Result<Corpus<'_>, DecodeError> {
    let payload = container::open(Content::CORPUS, bytes)?;
    let (corpus, rest) =
        postcard::take_from_bytes::<Corpus<'_>>(payload).map_err(|_| DecodeError::Malformed)?;
    if rest.is_empty() && is_sound(&corpus) {
        Ok(corpus)
    } else {
        Err(DecodeError::Malformed)
    }
}

/// Whether every number points at an entry and every date is real.
fn is_sound(corpus: &Corpus<'_>) -> bool {
    let real = |date: Option<Date>| date.is_none_or(Date::is_real);
    let party =
        |no: Option<super::model::PartyNo>| no.is_none_or(|no| no.index() < corpus.parties.len());
    let places = |evidence: &[Evidence<'_>]| {
        evidence
            .iter()
            .all(|evidence| evidence.start <= evidence.end)
    };
    let actors = corpus.actors.iter().flat_map(|actor| &actor.roles);
    actors
        .into_iter()
        .all(|role| party(role.party) && real(role.from) && real(role.to))
        && corpus
            .bodies
            .iter()
            .all(|body| real(body.from) && real(body.to))
        && corpus.articles.iter().all(|article| {
            article.outlet.index() < corpus.outlets.len() && article.published.is_real()
        })
        && corpus.units.iter().all(|unit| {
            unit.speaker.index() < corpus.actors.len()
                && party(unit.party)
                && unit.article.index() < corpus.articles.len()
                && unit.made.is_real()
                && unit
                    .themes
                    .iter()
                    .all(|no| no.index() < corpus.themes.len())
                && unit
                    .bodies
                    .iter()
                    .all(|no| no.index() < corpus.bodies.len())
                && unit
                    .threads
                    .iter()
                    .all(|no| no.index() < corpus.threads.len())
                && places(&unit.evidence)
        })
        && corpus.contexts.iter().all(|context| {
            context.actor.index() < corpus.actors.len()
                && context.article.index() < corpus.articles.len()
                && places(&context.evidence)
        })
        && corpus.threads.iter().all(|thread| {
            let unit = |no: super::model::UnitNo| no.index() < corpus.units.len();
            thread.entries.iter().all(|entry| unit(entry.unit))
                && thread
                    .links
                    .iter()
                    .all(|link| unit(link.from) && unit(link.to))
        })
}
