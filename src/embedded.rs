//! What the build embedded: decoded once, on first use.
//!
//! In: the bytes that `build.rs` wrote. Out: the corpus for the whole run of the
//! program. Invariant: program and bytes come from one build, so they fit.

use std::sync::OnceLock;

use crate::corpus::codec;
use crate::corpus::model::Corpus;

static CORPUS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// Everything the explorer knows.
///
/// # Panics
/// Where the program was damaged after it was built: there is nothing to show then.
pub fn corpus() -> &'static Corpus<'static> {
    static CORPUS: OnceLock<Corpus<'static>> = OnceLock::new();
    CORPUS.get_or_init(|| match codec::decode(CORPUS_BYTES) {
        Ok(corpus) => corpus,
        Err(error) => panic!("the embedded corpus cannot be read: {error}"),
    })
}
