//! A corpus as bytes, and back.
//!
//! In: a [`Corpus`]. Out: a container (its layout is drawn in `container`) whose
//! payload is the fields of the corpus in the order in which `fields` lists
//! them, numbers and texts apart (`stream`). Nothing in it depends on the width
//! of a pointer or on the order of a hash table.
//! Invariant: what `decode` accepts is sound: every number in it points at an
//! entry, and every date is real.

mod fields;
mod stream;
mod values;

use super::container::{self, Content, DecodeError};
use super::model::{Corpus, Evidence};
use stream::{Coded, List, Reader, Writer};

/// The bytes of a corpus; equal corpora give equal bytes.
pub fn encode(corpus: &Corpus<'_>) -> Vec<u8> {
    let mut writer = Writer::default();
    corpus.write(&mut writer);
    container::seal(Content::CORPUS, &writer.payload())
}

/// The corpus in these bytes, its strings borrowed from them.
///
/// # Errors
/// Where the bytes are not a whole, undamaged and sound corpus of this version.
pub fn decode(bytes: &[u8]) -> Result<Corpus<'_>, DecodeError> {
    let payload = container::open(Content::CORPUS, bytes)?;
    let mut reader = Reader::new(payload).ok_or(DecodeError::Malformed)?;
    let corpus = Corpus::read(&mut reader);
    if reader.is_done() && is_sound(&corpus, &reader) {
        Ok(corpus)
    } else {
        Err(DecodeError::Malformed)
    }
}

/// Whether every number points at an entry and no place ends before it starts.
fn is_sound(corpus: &Corpus<'_>, reader: &Reader<'_>) -> bool {
    let lengths = [
        (List::Themes, corpus.themes.len()),
        (List::Parties, corpus.parties.len()),
        (List::Actors, corpus.actors.len()),
        (List::Bodies, corpus.bodies.len()),
        (List::Outlets, corpus.outlets.len()),
        (List::Articles, corpus.articles.len()),
        (List::Units, corpus.units.len()),
        (List::Threads, corpus.threads.len()),
    ];
    let places = |evidence: &[Evidence<'_>]| evidence.iter().all(|it| it.start <= it.end);
    lengths
        .iter()
        .all(|(list, length)| reader.wanted(*list) <= *length)
        && corpus.units.iter().all(|it| places(&it.evidence))
        && corpus.contexts.iter().all(|it| places(&it.evidence))
}
