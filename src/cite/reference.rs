//! What a reference says of a unit, gathered once for every format.
//!
//! Invariant: nothing is said that the record does not say. A title that was inferred stands
//! in square brackets, as librarians write it; what was not quoted is not called a quotation.

use super::name::Name;
use crate::corpus::date::Date;
use crate::corpus::model::{Actor, Article, Corpus, Directness, Theme, Unit, UnitNo};
use crate::explore::facet::kind_label;
use crate::explore::words::office;

/// One unit and all it refers to.
pub(super) struct Reference<'a> {
    pub(super) corpus: &'a Corpus<'a>,
    pub(super) unit: &'a Unit<'a>,
    pub(super) speaker: &'a Actor<'a>,
    pub(super) article: &'a Article<'a>,
    pub(super) outlet: &'a str,
    /// The address of its page.
    pub(super) page: String,
    /// Whether that address leads there from anywhere.
    pub(super) absolute: bool,
}

impl<'a> Reference<'a> {
    /// Of a unit that there is.
    pub(super) fn new(corpus: &'a Corpus<'a>, no: UnitNo, base: &str) -> Option<Self> {
        let unit = corpus.units.get(no.index())?;
        let article = corpus.articles.get(unit.article.index())?;
        Some(Self {
            corpus,
            unit,
            speaker: corpus.actors.get(unit.speaker.index())?,
            article,
            outlet: corpus.outlets.get(article.outlet.index())?.name,
            page: [base, "pledge/", unit.id, "/"].concat(),
            absolute: !base.is_empty(),
        })
    }

    /// Who said it.
    pub(super) fn name(&self) -> Name<'a> {
        Name::of(self.speaker)
    }

    /// The office it was said from, or the side.
    pub(super) fn office(&self) -> &'a str {
        office(self.unit, self.speaker)
    }

    /// When it was said, where that is not the day it was published.
    pub(super) fn said(&self) -> Option<Date> {
        (self.unit.made != self.article.published).then_some(self.unit.made)
    }

    /// How the article has it.
    pub(super) const fn how(&self) -> &'static str {
        match self.unit.directness {
            Directness::DirectQuote => "quoted in",
            Directness::ReportedSpeech | Directness::JournalistSummary => "reported in",
            Directness::Recalled => "recalled in",
            Directness::Briefing => "reported from unnamed sources in",
        }
    }

    /// Its kind, within a sentence: "firm pledge".
    pub(super) fn kind(&self) -> String {
        let label = kind_label(self.unit.kind);
        let mut letters = label.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        first.into_iter().chain(letters).collect()
    }

    /// The article's title between these marks, or in brackets where it is not as printed.
    pub(super) fn title(&self, marks: [&str; 2]) -> String {
        let [open, close] = if self.article.title_basis.is_empty() {
            marks
        } else {
            ["[", "]"]
        };
        [open, self.article.title, close].concat()
    }

    /// Statement and article, for formats whose entries would else be equal for one article.
    pub(super) fn full_title(&self) -> String {
        let (statement, article) = (self.unit.statement, self.article.title);
        [statement, " [", self.how(), " “", article, "”]"].concat()
    }

    /// "Jess Hacker, “ICBs to lead Labour’s primary care reform”, Healthcare Leader, 21 April 2023".
    pub(super) fn source(&self, marks: [&str; 2]) -> String {
        let mut out = String::new();
        for author in &self.article.authors {
            out.push_str(author);
            out.push_str(", ");
        }
        out.push_str(&self.title(marks));
        out.push_str(", ");
        out.push_str(self.outlet);
        out.push_str(", ");
        out.push_str(&self.article.published.human());
        out
    }

    /// The same with the article's address, where it has one.
    pub(super) fn sourced(&self, marks: [&str; 2]) -> String {
        let source = self.source(marks);
        if self.article.url.is_empty() {
            source
        } else {
            [&source, " (", self.article.url, ")"].concat()
        }
    }

    /// The words it rests on, in quotation marks.
    pub(super) fn quotations(&self) -> String {
        let quotes = self.unit.evidence.iter();
        let quotes = quotes.map(|it| ["“", &flat(it.quote), "”"].concat());
        quotes.collect::<Vec<_>>().join(" … ")
    }

    /// "What Labour said …, Pledge Explorer, corpus version 3f2a…".
    pub(super) fn version(&self) -> String {
        let about = &self.corpus.about;
        [
            about.title,
            ", Pledge Explorer, corpus version ",
            about.version,
        ]
        .concat()
    }

    /// What the formats with fields have no field for, in sentences.
    pub(super) fn note(&self) -> String {
        let mut out = String::new();
        let mut say = |parts: &[&str]| {
            out.push_str(&parts.concat());
            out.push_str(". ");
        };
        let office = self.office();
        if office.is_empty() {
            say(&["Said: ", &self.unit.made.human()]);
        } else {
            say(&["Said: ", &self.unit.made.human(), " (", office, ")"]);
        }
        say(&["Published: ", &self.article.published.human()]);
        say(&["Kind: ", &self.kind()]);
        say(&["As ", self.how(), " ", &self.sourced(["“", "”"])]);
        out.push_str(&self.version());
        if !self.absolute {
            out.push_str(", ");
            out.push_str(&self.page);
        }
        out
    }

    /// Where it can be read: its page, or, where that has no full address, the article.
    pub(super) fn url(&self) -> &str {
        if self.absolute {
            &self.page
        } else {
            self.article.url
        }
    }

    /// Its themes, main theme first.
    pub(super) fn themes(&self) -> impl Iterator<Item = &'a Theme<'a>> {
        let corpus = self.corpus;
        let numbers = self.unit.themes.iter();
        numbers.filter_map(|no| corpus.themes.get(no.index()))
    }
}

/// A text on one line.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
