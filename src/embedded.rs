//! What the build embedded: corpus and index, each decoded once, on first use.
//!
//! In: the bytes that `build.rs` wrote. Out: the library for the whole run of the
//! program. Invariant: program and bytes come from one build, so they fit; should they be
//! damaged all the same there is no library, and the static page stays.

use std::sync::OnceLock;

use crate::corpus::codec;
use crate::corpus::model::Corpus;
use crate::search::{Index, Synonyms};
use crate::ui::library::Library;

/// The program in the browser carries only what it shows.
#[cfg(target_arch = "wasm32")]
static CORPUS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/abridged.bin"));
#[cfg(not(target_arch = "wasm32"))]
static CORPUS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));
static INDEX_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

/// The name by which the whole records, without the texts of articles, are published: after
/// their content, so that a program never takes the records of another build.
pub const RECORDS: &str = env!("PLEDGES_RECORDS");

/// The records of that name.
#[cfg(not(target_arch = "wasm32"))]
pub static RECORDS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/records.bin"));

/// Corpus and index of this build.
pub fn library() -> Option<Library> {
    static DECODED: OnceLock<Option<(Corpus<'static>, Index<'static>, Synonyms)>> = OnceLock::new();
    let decode = || {
        let corpus = codec::decode(CORPUS_BYTES).ok()?;
        let index = Index::decode(INDEX_BYTES).ok()?;
        let synonyms = Synonyms::of(&corpus);
        (index.corpus() == corpus.about.version).then_some((corpus, index, synonyms))
    };
    let (corpus, index, synonyms) = DECODED.get_or_init(decode).as_ref()?;
    Some(Library {
        corpus,
        index,
        synonyms,
        records: RECORDS,
    })
}
