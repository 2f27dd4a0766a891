//! Where a word is: the index of a corpus, the language of queries, and ranking.
//!
//! At build time [`Index::build`] turns a corpus into bytes; the browser
//! [`Index::decode`]s them once and then, at every keystroke, parses the text of
//! the search box ([`Query::parse`]), finds the units that answer it
//! ([`Index::search`]) and how well, and marks what matched ([`highlight`]); filters and
//! order are `explore::results`.
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
//! - A plain word also finds its singular or plural (`forms`), less highly ranked.
//! - `-word` and `-"a phrase"` leave out what the same without `-` would find.
//! - The last plain word that is not left out, wherever it stands, also matches as
//!   a prefix, and so does the last word of a phrase still open: they may not be
//!   finished yet.
//! - A query that only leaves out is answered by all the rest; an empty one, or
//!   one of punctuation only, by everything.
//!
//! # Where things are
//! `bytes` numbers · `build` corpus → bytes, with their layout ·
//! `index` bytes → terms and postings · `score` the units that match and their
//! order, with the formula · `highlight` · `nearest` what was perhaps meant.
//!
//! This folder is compiled into the library and into the build script, so it
//! names only `crate::corpus`, `crate::search` and `std`.

mod answer;
mod bits;
mod build;
mod bytes;
mod clause;
mod column;
mod field;
mod fold;
mod forms;
mod highlight;
mod index;
mod joined;
mod lists;
mod nearest;
mod query;
mod score;
mod set;
pub mod source;
mod terms;
mod token;
mod vocabulary;
mod years;

pub use answer::{Ask, Found, Order};
pub use column::Group;
pub use highlight::highlight;
pub use index::Index;
pub use nearest::Suggestion;
pub use query::{MAX_CHARS, MAX_TERMS, Notice, Query};
pub use set::Set;
pub use vocabulary::Vocabulary;
