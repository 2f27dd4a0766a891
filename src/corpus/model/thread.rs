//! One question through the years: its answers, and how each bears on earlier ones.

use super::UnitNo;

/// One policy question asked across the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// A few words, for lists.
    pub label: &'a str,
    /// The question.
    pub question: &'a str,
    /// What -2 and what +2 stand for.
    pub poles: [&'a str; 2],
    /// In order of when the words were said.
    pub entries: Vec<Entry<'a>>,
    /// In the author's order.
    pub links: Vec<Link<'a>>,
}

/// Where a unit stands between a thread's poles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Which unit.
    pub unit: UnitNo,
    /// From -2 (first pole) to 2 (second pole).
    pub at: i8,
    /// Why it stands there.
    pub note: &'a str,
}

/// How a later unit bears on an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Says the same again.
    Reaffirms,
    /// Goes further.
    Extends,
    /// Takes part of it back or limits it.
    Narrows,
    /// Says it less firmly.
    Softens,
    /// Says the opposite on the same matter.
    Reverses,
    /// Replaces it because time, office or facts moved on.
    Supersedes,
    /// Carries it out.
    Implements,
}

impl Relation {
    /// In the codebook's order.
    pub const ALL: [Self; 7] = [
        Self::Reaffirms,
        Self::Extends,
        Self::Narrows,
        Self::Softens,
        Self::Reverses,
        Self::Supersedes,
        Self::Implements,
    ];

    /// The word used in files, which also reads in a sentence: "reaffirms".
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reaffirms => "reaffirms",
            Self::Extends => "extends",
            Self::Narrows => "narrows",
            Self::Softens => "softens",
            Self::Reverses => "reverses",
            Self::Supersedes => "supersedes",
            Self::Implements => "implements",
        }
    }
}

/// A typed link: `from` is the later unit, `to` the earlier one it bears on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The later unit.
    pub from: UnitNo,
    /// The earlier unit.
    pub to: UnitNo,
    /// How it bears on it.
    pub relation: Relation,
    /// Why.
    pub reason: &'a str,
}
