//! The words that prove it, how far they were checked, and statements from outside politics.

use super::{ActorNo, ArticleNo};
use crate::corpus::date::Date;

/// A verbatim quotation and what is known of its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// As in the record.
    pub quote: &'a str,
    /// Words directly before it, where needed to tell two places apart.
    pub prefix: &'a str,
    /// Words directly after it, where needed.
    pub suffix: &'a str,
    /// First Unicode scalar value of the quotation in the source text, where known.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
    /// How it was checked.
    pub check: Check,
}

/// How far a quotation has been checked; nothing ever passes as more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Found in the text by this build.
    Exact,
    /// Found on an earlier day; quotation and source unchanged since.
    Recorded(Date),
    /// Never found, or edited since.
    Unchecked,
}

impl Check {
    /// The word used in data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Recorded(_) => "recorded",
            Self::Unchecked => "unchecked",
        }
    }
}

/// A statement from outside politics that bears on a commitment. Never counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// Who said it.
    pub actor: ActorNo,
    /// Their office when the article appeared, or empty.
    pub role: &'a str,
    /// Where it is reported.
    pub article: ArticleNo,
    /// What was said, in our words.
    pub gist: &'a str,
    /// At least one quotation.
    pub evidence: Vec<Evidence<'a>>,
}
