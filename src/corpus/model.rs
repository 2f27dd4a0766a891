//! The records of a compiled corpus, borrowed from the bytes they were read from.
//!
//! Invariant: a `…No` is an index into the list of its kind in the same
//! [`Corpus`]; ids are for addresses and people, numbers for computing.

use serde::{Deserialize, Serialize};

use super::date::Date;

/// Declares a number that indexes one list of the corpus.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in its list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number!(
    /// Which of [`Corpus::themes`].
    ThemeNo
);
number!(
    /// Which of [`Corpus::parties`].
    PartyNo
);
number!(
    /// Which of [`Corpus::actors`].
    ActorNo
);
number!(
    /// Which of [`Corpus::bodies`].
    BodyNo
);
number!(
    /// Which of [`Corpus::outlets`].
    OutletNo
);
number!(
    /// Which of [`Corpus::articles`].
    ArticleNo
);
number!(
    /// Which of [`Corpus::units`].
    UnitNo
);
number!(
    /// Which of [`Corpus::threads`].
    ThreadNo
);

/// Everything the explorer knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus<'a> {
    /// What this corpus is.
    #[serde(borrow)]
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
}

/// What the corpus is, who answers for it, and which version this is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A policy area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub label: &'a str,
    /// What belongs here.
    pub definition: &'a str,
    /// What is counted in, in doubt.
    pub includes: &'a str,
    /// What is counted elsewhere, in doubt.
    pub excludes: &'a str,
    /// Examples from the corpus or like it.
    pub examples: Vec<&'a str>,
}

/// A political party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Name in running text.
    pub short: &'a str,
    /// `#RRGGBB`; marks the party and nothing else.
    pub color: &'a str,
}

/// What kind of actor speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ActorKind {
    /// A named person.
    Person,
    /// A party, where no politician is named.
    Party,
    /// A government.
    Government,
    /// A department of state.
    Department,
    /// A body outside politics; speaks only in context statements.
    Outside,
}

/// On which side of the house someone stood when they spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Speaking for the opposition.
    Opposition,
    /// Speaking for the government.
    Government,
    /// Speaking for neither.
    Outside,
}

/// A person, party or organisation that says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub name: &'a str,
    /// What it is.
    pub kind: ActorKind,
    /// Offices held, in order of time.
    pub roles: Vec<Role<'a>>,
}

/// An office held for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role<'a> {
    /// For example "Shadow Secretary of State for Health and Social Care".
    pub title: &'a str,
    /// First day, as precisely as known.
    pub from: Option<Date>,
    /// Last day; none while it is still held.
    pub to: Option<Date>,
    /// The party spoken for.
    pub party: Option<PartyNo>,
    /// The organisation's name, for people outside politics; else empty.
    pub organisation: &'a str,
    /// Opposition, government or neither.
    pub side: Side,
}

/// An organisation that commitments are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Abbreviation, or empty.
    pub abbr: &'a str,
    /// When it came to be.
    pub from: Option<Date>,
    /// When it ceased to be.
    pub to: Option<Date>,
    /// Other names it is known by.
    pub aliases: Vec<&'a str>,
}

/// Where articles appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlet<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub name: &'a str,
    /// Its front page, or empty.
    pub url: &'a str,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As printed, or inferred: see `title_basis`.
    pub title: &'a str,
    /// What an inferred title rests on, or empty.
    pub title_basis: &'a str,
    /// Who published it.
    pub outlet: OutletNo,
    /// Bylines as printed; none where none is known.
    pub authors: Vec<&'a str>,
    /// When it was published.
    pub published: Date,
    /// What that date rests on.
    pub published_basis: &'a str,
    /// Where it is, or where the copy is that the text was had from; may be empty.
    pub url: &'a str,
    /// What is to be known of that address, or empty.
    pub url_note: &'a str,
    /// An archived copy, or empty.
    pub archived_url: &'a str,
    /// SHA-256 of the source text, 64 hexadecimal digits.
    pub source_sha256: &'a str,
    /// Two or three sentences of our own.
    pub summary: &'a str,
    /// The whole text, only where the build was given it.
    pub text: Option<&'a str>,
}

/// What kind of statement a unit is; see the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Commits definitely to an action or outcome.
    Firm,
    /// Commits not to do something, or rules it out.
    Negative,
    /// States an intention or aim, or promises to look, explore or consult.
    Soft,
    /// States a stance without a commitment to act. Not counted.
    Position,
    /// Explicitly refuses to commit when asked. Not counted.
    Declined,
}

impl Kind {
    /// In the codebook's order.
    pub const ALL: [Self; 5] = [
        Self::Firm,
        Self::Negative,
        Self::Soft,
        Self::Position,
        Self::Declined,
    ];

    /// The id used in files and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Negative => "negative",
            Self::Soft => "soft",
            Self::Position => "position",
            Self::Declined => "declined",
        }
    }

    /// Whether units of this kind are counted as pledges.
    pub const fn counted(self) -> bool {
        matches!(self, Self::Firm | Self::Negative | Self::Soft)
    }
}

/// How near the record is to the speaker's own voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Directness {
    /// The speaker's words in quotation marks.
    DirectQuote,
    /// The speaker's words, reported.
    ReportedSpeech,
    /// The journalist's summary.
    JournalistSummary,
    /// An earlier commitment mentioned in passing.
    Recalled,
    /// Unnamed sources.
    Briefing,
}

impl Directness {
    /// Nearest first.
    pub const ALL: [Self; 5] = [
        Self::DirectQuote,
        Self::ReportedSpeech,
        Self::JournalistSummary,
        Self::Recalled,
        Self::Briefing,
    ];

    /// The id used in files and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::DirectQuote => "direct-quote",
            Self::ReportedSpeech => "reported-speech",
            Self::JournalistSummary => "journalist-summary",
            Self::Recalled => "recalled",
            Self::Briefing => "briefing",
        }
    }
}

/// One commitment (or stance, or refusal) by one actor in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// One sentence in our own words, without a closing full stop.
    pub statement: &'a str,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Who said it, or to whom it is ascribed.
    pub speaker: ActorNo,
    /// Their office when it was said, or empty.
    pub role: &'a str,
    /// On which side they spoke.
    pub side: Side,
    /// The party they spoke for.
    pub party: Option<PartyNo>,
    /// Where it is reported.
    pub article: ArticleNo,
    /// When the words were said.
    pub made: Date,
    /// What that date rests on where the article does not print it, or empty.
    pub made_basis: &'a str,
    /// How near the voice.
    pub directness: Directness,
    /// One to three, main theme first.
    pub themes: Vec<ThemeNo>,
    /// The organisations concerned.
    pub bodies: Vec<BodyNo>,
    /// Figures.
    pub measures: Vec<Measure<'a>>,
    /// Conditions and hedges.
    pub conditions: Vec<&'a str>,
    /// At least one quotation.
    pub evidence: Vec<Evidence<'a>>,
    /// The coder's reasoning in a hard case, or empty.
    pub note: &'a str,
    /// The threads it stands in, in their order.
    pub threads: Vec<ThreadNo>,
}

/// A figure that a unit names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure<'a> {
    /// Decimal number as written in the file, for example "2.5".
    pub value: &'a str,
    /// For example "times", "GBP bn".
    pub unit: &'a str,
    /// What is measured.
    pub of: &'a str,
    /// As the article has it.
    pub text: &'a str,
}

/// A verbatim quotation and what is known of its place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// One policy question asked across the years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry<'a> {
    /// Which unit.
    pub unit: UnitNo,
    /// From -2 (first pole) to 2 (second pole).
    pub at: i8,
    /// Why it stands there.
    pub note: &'a str,
}

/// How a later unit bears on an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
