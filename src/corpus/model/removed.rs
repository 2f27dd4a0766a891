//! What once had an address here and was withdrawn.

use crate::corpus::date::Date;

/// What kind of record was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemovedKind {
    /// A unit.
    Unit,
    /// An article.
    Article,
    /// A thread.
    Thread,
    /// A theme.
    Theme,
    /// A person, party or organisation.
    Speaker,
}

impl RemovedKind {
    /// In the order above.
    pub const ALL: [Self; 5] = [
        Self::Unit,
        Self::Article,
        Self::Thread,
        Self::Theme,
        Self::Speaker,
    ];

    /// The word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Article => "article",
            Self::Thread => "thread",
            Self::Theme => "theme",
            Self::Speaker => "speaker",
        }
    }

    /// The folder that pages of the kind stand in.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Unit => "pledge",
            other => other.id(),
        }
    }
}

/// A record that was withdrawn. Its address says so for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed<'a> {
    /// What it was.
    pub kind: RemovedKind,
    /// Its id, which nothing else of its kind has.
    pub id: &'a str,
    /// When it was withdrawn.
    pub day: Date,
    /// Why.
    pub reason: &'a str,
    /// The id of the record of the same kind that takes its place, or empty.
    pub replaced_by: &'a str,
}
