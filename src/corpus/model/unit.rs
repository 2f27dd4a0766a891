//! What was said: one commitment, stance or refusal by one actor in one article.

use super::evidence::Evidence;
use super::{ActorNo, ArticleNo, BodyNo, PartyNo, Side, ThemeNo, ThreadNo};
use crate::corpus::date::Date;

/// What kind of statement a unit is; see the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
