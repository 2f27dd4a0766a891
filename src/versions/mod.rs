//! What each version of the corpus held, and what changed from one to the next.
//!
//! Native only. In: a corpus, and the records of earlier versions as earlier builds wrote them.
//! Out: `versions/<version>.json`, `versions.json`, and differences, for the pages of changes and
//! for embeds that are pinned to a version. Invariant: a record holds nothing that its corpus does
//! not say, so that the same corpus has the same record whenever it is built; the records alone
//! tell the differences.

mod changes;
mod fault;
mod fields;
mod list;
mod names;
mod record;
mod since;
mod text;
pub mod words;

pub use changes::{Changed, Changes, Counts, Section, Three, since, without_tombstone};
pub use fault::Fault;
pub use fields::{Difference, Recorded, Sort};
pub use list::{Version, Versions};
pub use names::Names;
pub use record::{Answer, Article, Context, Link, Name, Record, Thread, Unit, Withdrawn};
pub use since::{Fate, Since};
pub use text::FORMAT;

/// Whether a text may be the name of a version: 12 hexadecimal digits, so that it is safe as the
/// name of a folder.
pub fn is_version(text: &str) -> bool {
    text.len() == 12
        && text
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}
