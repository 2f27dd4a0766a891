//! What the build embedded: corpus and index, each read once, on first use.
//!
//! In: the bytes that `build.rs` wrote. Out: the library for the whole run of the
//! program. Invariant: program and bytes come from one build, so they fit; should they be
//! damaged all the same there is no library, and the static page stays.

use std::sync::OnceLock;

use crate::corpus::codec;
use crate::corpus::model::{ArticleNo, Corpus, Unit};
use crate::search::{Index, Synonyms};
use crate::ui::library::Library;

/// The program in the browser carries only what it shows.
#[cfg(target_arch = "wasm32")]
static CORPUS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/abridged.bin"));
#[cfg(not(target_arch = "wasm32"))]
static CORPUS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// Empty where the browser builds the index itself.
#[cfg(target_arch = "wasm32")]
static INDEX_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.bin"));
#[cfg(not(target_arch = "wasm32"))]
static INDEX_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

/// The name by which the whole records, without the texts of articles, are published: after
/// their content, so that a program never takes the records of another build.
pub const RECORDS: &str = env!("PLEDGES_RECORDS");

/// The records of that name.
#[cfg(not(target_arch = "wasm32"))]
pub static RECORDS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/records.bin"));

/// The texts of the articles, where the build was given them.
#[cfg(target_arch = "wasm32")]
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// Corpus and index of this build.
pub fn library() -> Option<Library> {
    static DECODED: OnceLock<Option<(Corpus<'static>, Index<'static>, Synonyms)>> = OnceLock::new();
    let decode = || {
        let corpus = codec::decode(CORPUS_BYTES).ok()?;
        let index = Index::decode(index_of(&corpus)).ok()?;
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

/// The bytes of the index, embedded or made now.
fn index_of(corpus: &Corpus) -> &'static [u8] {
    if INDEX_BYTES.is_empty() {
        Vec::leak(Index::build(corpus))
    } else {
        INDEX_BYTES
    }
}

/// The text of an article; empty where the build was given none.
#[cfg(target_arch = "wasm32")]
pub fn text(article: ArticleNo) -> &'static str {
    crate::corpus::abridge::text(TEXTS, article)
}

/// The text of an article; empty where the build was given none.
#[cfg(not(target_arch = "wasm32"))]
pub fn text(article: ArticleNo) -> &'static str {
    let library = library();
    let article = library.and_then(|it| it.corpus.articles.get(article.index()));
    article.and_then(|it| it.text).unwrap_or_default()
}

/// Where the quotations of a unit stand in that text: the first character of each, counted in
/// Unicode scalar values, and the one after it.
#[cfg(target_arch = "wasm32")]
pub fn places(unit: &Unit) -> Vec<[u32; 2]> {
    let places = |it: Library| crate::corpus::abridge::places(TEXTS, it.corpus, unit);
    library().map(places).unwrap_or_default()
}

/// Where the quotations of a unit stand in that text: the first character of each, counted in
/// Unicode scalar values, and the one after it.
#[cfg(not(target_arch = "wasm32"))]
pub fn places(unit: &Unit) -> Vec<[u32; 2]> {
    let all = unit.evidence.iter();
    all.map(|it| [it.start, it.end].map(|place| place.unwrap_or(u32::MAX)))
        .collect()
}
