//! The corpus for other programs: the files below `data/` and `version.json`.
//!
//! In: a corpus. Out: text, for whoever writes files. Invariant: the order is
//! that of the corpus, so equal corpora give equal files.

mod pledges;
mod version;

pub use pledges::pledges_json;
pub use version::version_json;
