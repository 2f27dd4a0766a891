//! A briefing pack: a selection as one file that prints, and reads without any other.
//!
//! In: the whole corpus, the units in the order of the list, and what was asked. Out: a page
//! of HTML with its own style. Invariant: it names no other file and runs no script; all text
//! is escaped; every statement stands with its words, who said it, when, and its address.

mod article;
mod front;
mod html;
mod thread;

use crate::cite::{self, Format};
use crate::corpus::model::{ArticleNo, Corpus, Kind, UnitNo};
use crate::explore::facet::{kind_label, kind_meaning};
use html::Html;

/// What is put together.
#[derive(Clone, Debug)]
pub struct Brief<'a> {
    /// The records, whole.
    pub corpus: &'a Corpus<'a>,
    /// The units chosen, in the order of the list.
    pub units: &'a [UnitNo],
    /// The selection in words: "Theme: Workforce", or "everything".
    pub selection: &'a str,
    /// What it comes to: "12 pledges in 3 articles".
    pub basis: &'a str,
    /// Charts of the selection: what each says, and its SVG.
    pub charts: &'a [(String, String)],
    /// As of when: "22 November 2026".
    pub day: &'a str,
    /// Where the selection can be found.
    pub address: &'a str,
    /// The address of the built folder with a `/` at its end.
    pub base: &'a str,
}

impl Brief<'_> {
    /// The page.
    pub fn html(&self) -> String {
        let mut out = Html::page(&self.title());
        front::push(&mut out, self);
        thread::push_all(&mut out, self);
        article::push_all(&mut out, self);
        self.references(&mut out);
        self.key(&mut out);
        out.finish()
    }

    fn title(&self) -> String {
        match self.selection {
            "everything" => ["Briefing: ", self.corpus.about.title].concat(),
            selection => ["Briefing: ", selection].concat(),
        }
    }

    /// The articles that the units are reported in, oldest first.
    fn articles(&self) -> Vec<ArticleNo> {
        let units = self.units.iter();
        let units = units.filter_map(|no| self.corpus.units.get(no.index()));
        let mut articles: Vec<ArticleNo> = units.map(|unit| unit.article).collect();
        articles.sort_by_key(|no| no.index());
        articles.dedup();
        articles
    }

    /// The address of a unit's page.
    fn page(&self, id: &str) -> String {
        [self.base, "pledge/", id, "/"].concat()
    }

    fn references(&self, out: &mut Html) {
        let list = cite::references(self.corpus, self.units, Format::Harvard, self.base);
        out.open("section", "references");
        out.text("h2", "", "References");
        for reference in list.split("\n\n").filter(|it| !it.is_empty()) {
            out.text("p", "", reference);
        }
        out.close("section");
    }

    /// How to read it: the kinds, the rule of the quotations, and whose the records are.
    fn key(&self, out: &mut Html) {
        let about = &self.corpus.about;
        out.open("section", "key");
        out.text("h2", "", "How to read this");
        out.open("dl", "");
        for kind in Kind::ALL {
            out.text("dt", "", kind_label(kind));
            out.text("dd", "", &[kind_meaning(kind), "."].concat());
        }
        out.close("dl");
        out.text("p", "", RULE);
        let licence = [
            "Records, statements and summaries: ",
            about.editor,
            ", under ",
            about.licence,
            ". Quotations belong to their publishers. Codebook ",
            about.codebook,
            ", corpus version ",
            about.version,
            ".",
        ];
        out.text("p", "", &licence.concat());
        out.close("section");
    }
}

/// The published matching rule, in a sentence or two.
const RULE: &str = "A quotation is found when the article’s text has it exactly once; only white \
space and the form of quotation marks may differ. Counts are of the articles read, not of all \
that was ever said.";
