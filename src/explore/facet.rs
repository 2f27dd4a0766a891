//! The facets a reader can narrow by, all handled alike: a facet has values,
//! a value has an id and a label, and a unit has some of the values.
//!
//! In: a corpus. Out: ids, labels and the values of one unit. Invariant: value numbers run
//! from 0 to `len`, in the order in which the page lists them.

use crate::corpus::model::{Corpus, Directness, Kind, Side, Unit};

/// One way to narrow the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Policy area.
    Theme,
    /// Firm, negative, soft, position, declined.
    Kind,
    /// Who said it.
    Speaker,
    /// The party they spoke for.
    Party,
    /// Where it appeared.
    Outlet,
    /// The organisation it concerns.
    Body,
    /// The question it answers.
    Thread,
    /// How near the voice.
    Directness,
    /// On which side of the house the speaker stood then.
    Side,
}

impl Facet {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// In the order of the page.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Theme,
        Self::Kind,
        Self::Speaker,
        Self::Party,
        Self::Outlet,
        Self::Body,
        Self::Thread,
        Self::Directness,
        Self::Side,
    ];

    /// Its name in an address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Party => "party",
            Self::Outlet => "outlet",
            Self::Body => "body",
            Self::Thread => "thread",
            Self::Directness => "directness",
            Self::Side => "side",
        }
    }

    /// Its name on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Theme => "Theme",
            Self::Kind => "Kind of statement",
            Self::Speaker => "Speaker",
            Self::Party => "Party",
            Self::Outlet => "Published in",
            Self::Body => "Organisation concerned",
            Self::Thread => "Question",
            Self::Directness => "How it is reported",
            Self::Side => "Spoken from",
        }
    }

    /// The facet of that name in an address.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// How many values it has.
    pub fn len(self, corpus: &Corpus) -> usize {
        match self {
            Self::Theme => corpus.themes.len(),
            Self::Kind => Kind::ALL.len(),
            Self::Speaker => corpus.actors.len(),
            Self::Party => corpus.parties.len(),
            Self::Outlet => corpus.outlets.len(),
            Self::Body => corpus.bodies.len(),
            Self::Thread => corpus.threads.len(),
            Self::Directness => Directness::ALL.len(),
            Self::Side => Side::ALL.len(),
        }
    }

    /// The id of a value, as in files and addresses.
    pub fn id<'a>(self, corpus: &Corpus<'a>, value: u32) -> &'a str {
        let no = value as usize;
        match self {
            Self::Theme => corpus.themes.get(no).map(|it| it.id),
            Self::Kind => Kind::ALL.get(no).map(|it| it.id()),
            Self::Speaker => corpus.actors.get(no).map(|it| it.id),
            Self::Party => corpus.parties.get(no).map(|it| it.id),
            Self::Outlet => corpus.outlets.get(no).map(|it| it.id),
            Self::Body => corpus.bodies.get(no).map(|it| it.id),
            Self::Thread => corpus.threads.get(no).map(|it| it.id),
            Self::Directness => Directness::ALL.get(no).map(|it| it.id()),
            Self::Side => Side::ALL.get(no).map(|it| it.id()),
        }
        .unwrap_or_default()
    }

    /// A value as the page names it.
    pub fn value_label<'a>(self, corpus: &Corpus<'a>, value: u32) -> &'a str {
        let no = value as usize;
        match self {
            Self::Theme => corpus.themes.get(no).map(|it| it.label),
            Self::Kind => Kind::ALL.get(no).map(|it| kind_label(*it)),
            Self::Speaker => corpus.actors.get(no).map(|it| it.name),
            Self::Party => corpus.parties.get(no).map(|it| it.name),
            Self::Outlet => corpus.outlets.get(no).map(|it| it.name),
            Self::Body => corpus.bodies.get(no).map(|it| it.name),
            Self::Thread => corpus.threads.get(no).map(|it| it.label),
            Self::Directness => Directness::ALL.get(no).map(|it| directness_label(*it)),
            Self::Side => Side::ALL.get(no).map(|it| side_label(*it)),
        }
        .unwrap_or_default()
    }

    /// The value of that id.
    pub fn find(self, corpus: &Corpus, id: &str) -> Option<u32> {
        (0..self.len(corpus) as u32).find(|value| self.id(corpus, *value) == id)
    }

    /// Calls `see` with each value that the unit has.
    pub fn of(self, corpus: &Corpus, unit: &Unit, mut see: impl FnMut(u32)) {
        match self {
            Self::Theme => unit.themes.iter().for_each(|it| see(it.0)),
            Self::Kind => see(unit.kind as u32),
            Self::Speaker => see(unit.speaker.0),
            Self::Party => unit.party.iter().for_each(|it| see(it.0)),
            Self::Outlet => {
                let article = corpus.articles.get(unit.article.index());
                if let Some(article) = article {
                    see(article.outlet.0);
                }
            }
            Self::Body => unit.bodies.iter().for_each(|it| see(it.0)),
            Self::Thread => unit.threads.iter().for_each(|it| see(it.0)),
            Self::Directness => see(unit.directness as u32),
            Self::Side => see(unit.side as u32),
        }
    }
}

/// The values of each facet that are worth listing, in the order of the page.
pub type Listed = [Vec<u32>; Facet::COUNT];

/// Kinds always, values of other facets where any unit has them. One pass over the units, so
/// work it out once.
pub fn listed(corpus: &Corpus) -> Listed {
    let mut has = Facet::ALL.map(|facet| vec![facet == Facet::Kind; facet.len(corpus)]);
    for unit in &corpus.units {
        for (facet, has) in Facet::ALL.into_iter().zip(&mut has) {
            facet.of(corpus, unit, |value| {
                if let Some(has) = has.get_mut(value as usize) {
                    *has = true;
                }
            });
        }
    }
    has.map(|has| {
        let values = has.into_iter().zip(0..);
        values.filter(|(has, _)| *has).map(|(_, no)| no).collect()
    })
}

/// A kind as the page names it.
pub const fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "Firm pledge",
        Kind::Negative => "Pledge not to act",
        Kind::Soft => "Soft pledge",
        Kind::Position => "Position",
        Kind::Declined => "Declined to say",
    }
}

/// A kind in a word or two, for keys of charts.
pub const fn short_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "firm",
        Kind::Negative => "not to act",
        Kind::Soft => "soft",
        Kind::Position => "position",
        Kind::Declined => "declined",
    }
}

/// What a kind means, in one line of the codebook.
pub const fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Firm => "Commits definitely to an action or outcome",
        Kind::Negative => "Commits not to do something, or rules it out",
        Kind::Soft => "States an intention or aim, or promises to look at, explore or consult",
        Kind::Position => {
            "States a belief or stance without a commitment to act; not counted as a pledge"
        }
        Kind::Declined => "Explicitly refuses to commit when asked; not counted as a pledge",
    }
}

/// A directness as the page names it.
pub const fn directness_label(directness: Directness) -> &'static str {
    match directness {
        Directness::DirectQuote => "The speaker’s own words, at least in part",
        Directness::ReportedSpeech => "Reported speech",
        Directness::JournalistSummary => "Journalist’s summary",
        Directness::Recalled => "Recalled from earlier",
        Directness::Briefing => "Unnamed sources",
    }
}

/// A side as the page names it.
pub const fn side_label(side: Side) -> &'static str {
    match side {
        Side::Opposition => "Opposition",
        Side::Government => "Government",
        Side::Outside => "Neither",
    }
}
