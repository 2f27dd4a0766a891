//! The records of a compiled corpus, borrowed from the bytes they were read from.
//!
//! Invariant: a `…No` is an index into the list of its kind in the same
//! [`Corpus`]; ids are for addresses and people, numbers for computing.

mod actor;
mod article;
mod evidence;
mod number;
mod removed;
mod thread;
mod unit;

pub use actor::{Actor, ActorKind, Party, Role, Side};
pub use article::{Article, Body, Outlet, Theme};
pub use evidence::{Check, Context, Evidence};
pub use number::{ActorNo, ArticleNo, BodyNo, OutletNo, PartyNo, ThemeNo, ThreadNo, UnitNo};
pub use removed::{Removed, RemovedKind};
pub use thread::{Entry, Link, Relation, Thread};
pub use unit::{Directness, Kind, Measure, Unit};

/// Everything the explorer knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus<'a> {
    /// What this corpus is.
    pub about: About<'a>,
    /// In the author's order.
    pub themes: Vec<Theme<'a>>,
    /// In the author's order.
    pub parties: Vec<Party<'a>>,
    /// People, parties and organisations that say something here, by sort name.
    /// A party that speaks as such is an actor with the party's id.
    pub actors: Vec<Actor<'a>>,
    /// In the author's order.
    pub bodies: Vec<Body<'a>>,
    /// In the author's order.
    pub outlets: Vec<Outlet<'a>>,
    /// Oldest first, then by id.
    pub articles: Vec<Article<'a>>,
    /// By article, then in reading order: an article's units stand together.
    pub units: Vec<Unit<'a>>,
    /// Statements from outside politics, by article, then in reading order.
    pub contexts: Vec<Context<'a>>,
    /// In the author's order.
    pub threads: Vec<Thread<'a>>,
    /// What was withdrawn, by kind and id.
    pub removed: Vec<Removed<'a>>,
}

/// What the corpus is, who answers for it, and which version this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// For example "What Labour said about reforming the NHS, 2015 to 2025".
    pub title: &'a str,
    /// One or two sentences.
    pub description: &'a str,
    /// Who edits the records.
    pub editor: &'a str,
    /// SPDX identifier of the records' licence.
    pub licence: &'a str,
    /// Version of the codebook the units were coded by.
    pub codebook: &'a str,
    /// First 12 hexadecimal digits of the SHA-256 of every file of the corpus
    /// folder in order of name, so that it names exactly this content.
    pub version: &'a str,
}
