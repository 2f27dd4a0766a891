//! Where a word is: the index of a corpus, the language of queries, and ranking.
//!
//! At build time [`Index::build`] turns a corpus into bytes; the browser
//! [`Index::decode`]s them once and then, at every keystroke, understands the text of
//! the search box ([`Index::understand`]), finds the units that answer it and the filters
//! ([`Index::find`]), counts them by any column ([`Index::counts`]), puts as many as are shown in
//! order ([`Index::window`]), and marks what matched ([`highlight`]).
//!
//! # Why it is quick
//! Units stand newest first, one bit each in a [`Set`]; at 100,000 units a set is 12.5 kB, and to
//! join or to count two takes about a microsecond. Every word and every value of a facet has the
//! list of its units, and where that is long its set as well; so has every beginning of words
//! that many words share (`joined`). A keystroke joins a few sets, counts each facet by whichever
//! is less, its values' sets or the units found, and scores only units that answer. What grows
//! with the corpus is then a 64th of it, and the lists of the words that were typed.
//!
//! # What is a word
//! Texts and queries are read by the same rules (`fold`, `token`):
//! - Letters lose case and accents (`Ŵ` → `w`, `æ` → `ae`); combining marks, soft
//!   hyphens and other invisible characters are as if they were not there.
//!   Letters of other than Latin scripts stand for themselves.
//! - Digits and letters part: `8bn` is the words `8` `bn`, `1990s` is `1990` `s`,
//!   `covid19` and `Covid-19` are `covid` `19`. A number keeps its decimal point
//!   and loses its commas: `2.5`, `5000` for `5,000`. After a number `bn` is also
//!   indexed as `billion`, `m` as `million`, and the reverse.
//! - An apostrophe, straight or curly, within a word is left out: `don’t` →
//!   `dont`. What ends in one and `s` is also indexed without both, at the same
//!   place: `England’s` → `englands`, `england`.
//! - `&` is the word `and`. Currency signs, quotation marks and all other
//!   characters part words and are not indexed.
//! - Hyphens part words as well. Two or three words joined by hyphens are also
//!   indexed as one, at the place of the first: `re-organisation` → `re`,
//!   `organisation`, `reorganisation`.
//!
//! # What a query asks
//! - All words must occur in the unit, each in any field.
//! - Words typed with nothing or only `-`, `–`, `/`, `.`, `_`, `@` or `&` between
//!   must stand in that order next to each other, whatever parts them in the text:
//!   `10-year` finds `10-year` and `10 year`; `£2.5bn` finds `£2.5 billion`. With
//!   hyphens they may also be written as one: `co-operate` finds `cooperate`.
//! - `"a phrase"` finds these words, exactly, next to each other within one value
//!   of one field. A quotation mark without its other half reaches to the end.
//!   Only a phrase that is as a whole the name of a body has a synonym.
//! - A plain word also finds the other words of its stem (`stem`), less highly
//!   ranked: `reorganise`, `reorganised`, `reorganisation`.
//! - An abbreviation of a body also finds its full names, and a full name, in plain
//!   words or as a phrase, also its abbreviations (`synonyms`), again less highly
//!   ranked: `ICB`, `integrated care boards`.
//! - `-word` and `-"a phrase"` leave out what the same without `-` would find.
//! - The last plain word that is not left out, wherever it stands, also matches as
//!   a prefix, and so does the last word of a phrase still open: they may not be
//!   finished yet.
//! - A query that only leaves out is answered by all the rest; an empty one, or
//!   one of punctuation only, by everything.
//! - Where a word is unknown to the index, so that nothing can match, the nearest
//!   known one is asked for instead, if that finds something (`understand`), and
//!   the reader is told. What stands within quotation marks or is left out is
//!   never changed.
//!
//! # Where things are
//! - Building: `source` what is to be found, `fold` and `token` text → words, `build` reads,
//!   `encode` writes and has the layout, `bytes` and `bits` are its numbers.
//! - The index: `decode` bytes → `index`, of `terms`, `lists` of units by term, a `column` for each
//!   facet, `years`, and `joined` beginnings; a `set` is some units. `vocabulary` tells which words
//!   a unit has.
//! - Asking: `parse` text → clauses of a `query`, to which `synonyms` adds; `fitting` the terms
//!   that fit a word, by `stem`, with `porter` and its `endings`; `understand` and `nearest` what
//!   was perhaps meant.
//! - Answering: `clause` what answers a word or phrase, `answer` what answers all, and counts;
//!   `order`, by `weights` and the formula of `score`; `highlight`.
//!
//! # What is worked out in the browser, and why
//! - Texts that are shown are cut into words again to be marked: by the index's own rules, 20 to 60
//!   short texts a keystroke, some 5 µs each. Offsets kept in the index would be one more number
//!   for each word of the corpus.
//! - The stems of the terms that begin like a typed word: 0.3 µs each, instead of a table of all.
//! - Sets of long lists and joined beginnings are made from the lists when the index is read: that
//!   takes less time than their bytes would take to arrive.
//!
//! This folder is compiled into the library and into the build script, so it
//! names only `crate::corpus`, `crate::search` and `std`.

mod answer;
mod bits;
mod build;
mod bytes;
mod clause;
mod column;
mod decode;
mod encode;
mod endings;
mod field;
mod fitting;
mod fold;
mod highlight;
mod index;
mod joined;
mod lists;
mod nearest;
mod order;
mod parse;
mod porter;
mod query;
mod score;
mod set;
pub mod source;
mod stem;
mod synonyms;
mod terms;
mod token;
mod understand;
mod vocabulary;
mod weights;
mod years;

pub use answer::{Ask, Found};
pub use column::Group;
pub use highlight::highlight;
pub use index::Index;
pub use order::Order;
pub use query::{MAX_CHARS, MAX_TERMS, Notice, Query};
pub use set::Set;
pub use stem::{root, stem};
pub use synonyms::Synonyms;
pub use understand::{Correction, Understood};
pub use vocabulary::Vocabulary;
