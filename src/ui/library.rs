//! The corpus and its index, as components hand them on.
//!
//! Invariant: there is one library in a program, so two are equal when they are the same.

use std::rc::Rc;

use super::later::{Part, draw};
use crate::browser::later;
use crate::corpus::model::{Actor, Article, Corpus, Outlet, Unit, UnitNo};
use crate::explore::results::{Results, evaluate};
use crate::explore::view::View;
use crate::explore::words;
use crate::search::{Index, Notice, Query, Synonyms};

/// What every page is made from.
#[derive(Clone, Copy)]
pub struct Library {
    /// The records.
    pub corpus: &'static Corpus<'static>,
    /// Where their words are.
    pub index: &'static Index<'static>,
    /// What the corpus calls by several names.
    pub synonyms: &'static Synonyms,
    /// The name of the published file that has the records whole.
    pub records: &'static str,
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.corpus, other.corpus)
    }
}

/// A unit with the records that its line of origin needs.
#[derive(Clone, Copy)]
pub struct Sourced {
    /// The unit.
    pub unit: &'static Unit<'static>,
    /// Who said it.
    pub speaker: &'static Actor<'static>,
    /// Where it is reported.
    pub article: &'static Article<'static>,
    /// Who published that.
    pub outlet: &'static Outlet<'static>,
}

impl PartialEq for Sourced {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.unit, other.unit)
    }
}

/// What a view comes to.
#[derive(PartialEq)]
pub struct Answer {
    /// The words, understood.
    pub query: Rc<Query>,
    /// What is to be said about them.
    pub notices: Vec<Notice>,
    /// What they were taken for, if not for what they are.
    pub correction: Option<Corrected>,
    /// What was found.
    pub results: Rc<Results<'static>>,
    /// Whether nothing is to follow.
    pub whole: bool,
}

/// What words were taken for.
#[derive(Clone, PartialEq, Eq)]
pub struct Corrected {
    /// That, in a sentence.
    pub says: String,
    /// What to type to search for them as they are.
    pub exact: String,
}

impl Library {
    /// Answers a view. What is seldom asked (two selections, words that are nowhere) follows with
    /// the rest of the program.
    pub fn answer(self, view: &View) -> Answer {
        let (query, notices) = Query::parse(&view.q, self.synonyms);
        let results = evaluate(self.corpus, self.index, &query, view);
        let seldom = view.against.is_some() || (results.total() == 0 && !view.q.is_empty());
        let mut answer = Answer {
            query: Rc::new(query),
            notices,
            correction: None,
            results: Rc::new(results),
            whole: !seldom,
        };
        if let Some(here) = later::now().here().filter(|_| seldom) {
            let _ = draw(here, Part::Answer(self, view, &mut answer));
        }
        answer
    }

    /// The rest of an answer: what was typed put right, and the other of two selections.
    pub fn complete(self, view: &View, answer: &mut Answer) {
        let understood = self.index.understand(&view.q, self.synonyms);
        if let Some(it) = understood.correction {
            let results = evaluate(self.corpus, self.index, &understood.query, view);
            *answer = Answer {
                query: Rc::new(understood.query),
                notices: understood.notices,
                correction: Some(Corrected {
                    says: words::correction(&it),
                    exact: it.exact,
                }),
                results: Rc::new(results),
                whole: true,
            };
        }
        answer.whole = true;
        if let (Some(against), Some(results)) = (&view.against, Rc::get_mut(&mut answer.results)) {
            let mut other = against.clone();
            other.count = view.count;
            results.compare(self.answer(&other).results);
        }
    }

    /// A unit with its speaker, article and outlet.
    pub fn unit(self, no: UnitNo) -> Option<Sourced> {
        let unit = self.corpus.units.get(no.index())?;
        let article = self.corpus.articles.get(unit.article.index())?;
        Some(Sourced {
            unit,
            speaker: self.corpus.actors.get(unit.speaker.index())?,
            article,
            outlet: self.corpus.outlets.get(article.outlet.index())?,
        })
    }
}
