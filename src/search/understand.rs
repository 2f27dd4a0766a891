//! What a reader typed, and what it was taken for.
//!
//! In: the text of the search box or of `?q=`. Out: the [`Query`] to answer, with
//! what is to be said about it. Invariant: a word is taken for another only where
//! it is unknown to the index, so that nothing could match, and only if the other
//! finds something; nothing within quotation marks is, and nothing left out.

use core::ops::Range;

use super::fitting::is_known;
use super::index::Index;
use super::nearest::nearest;
use super::parse::limit;
use super::query::{Clause, Fit, Notice, Query, Slot};
use super::synonyms::Synonyms;

/// How many words are put right; with more it was no slip.
const MOST: usize = 3;

/// A text, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What to search for.
    pub query: Query,
    /// What is to be told about the text.
    pub notices: Vec<Notice>,
    /// Where it is not what was typed.
    pub correction: Option<Correction>,
}

/// What is searched for instead of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Words as typed, and the words of the index in their place.
    pub words: Vec<(String, String)>,
    /// What to type to search for the same without correction.
    pub exact: String,
}

/// A word to be put right.
struct Fix {
    /// Bytes of the text it takes up.
    word: Range<usize>,
    /// Bytes of all that it is typed together with.
    clause: Range<usize>,
    instead: String,
}

impl Index<'_> {
    /// Understands a text, typing errors included.
    pub fn understand(&self, text: &str, synonyms: &Synonyms) -> Understood {
        let (query, notices) = Query::parse(text, synonyms);
        match self.corrected(text, &query, synonyms) {
            None => Understood {
                query,
                notices,
                correction: None,
            },
            Some((query, correction)) => Understood {
                query,
                notices,
                correction: Some(correction),
            },
        }
    }

    fn corrected(
        &self,
        text: &str,
        query: &Query,
        synonyms: &Synonyms,
    ) -> Option<(Query, Correction)> {
        let text = text.get(..limit(text))?;
        let fixes = self.fixes(query)?;
        let (mut instead, mut exact) = (Patched::of(text), Patched::of(text));
        let mut words = Vec::new();
        for fix in fixes {
            words.push((text.get(fix.word.clone())?.to_owned(), fix.instead.clone()));
            instead.put(fix.word, &fix.instead);
            // Several words of one clause stand within one pair of marks.
            if exact.end <= fix.clause.start {
                exact.put(fix.clause.start..fix.clause.start, "\"");
                exact.put(fix.clause.end..fix.clause.end, "\"");
            }
        }
        let (query, _) = Query::read(&instead.whole(), synonyms);
        let found = !self.matching(&query).0.is_empty();
        let exact = exact.whole();
        found.then_some((query, Correction { words, exact }))
    }

    /// What is to be put right so that every clause can match; none if nothing is
    /// or if that is not enough.
    fn fixes(&self, query: &Query) -> Option<Vec<Fix>> {
        let mut fixes = Vec::new();
        for clause in query.clauses.iter().filter(|clause| !clause.without) {
            let known = |slots: &Vec<Slot>| slots.iter().all(|slot| is_known(self, slot));
            if clause.options.iter().any(known) {
                continue;
            }
            if clause.quoted {
                return None;
            }
            let mut options = clause.options.iter();
            fixes.append(&mut options.find_map(|slots| self.fixes_of(clause, slots))?);
            if fixes.len() > MOST {
                return None;
            }
        }
        (1..=MOST).contains(&fixes.len()).then_some(fixes)
    }

    /// What is to be put right in one option of a clause, if it can be and if it is
    /// one that was typed.
    fn fixes_of(&self, clause: &Clause, slots: &[Slot]) -> Option<Vec<Fix>> {
        let typed = clause.typed();
        let clause = typed.first()?.range.start..typed.last()?.range.end;
        let mut fixes = Vec::new();
        for slot in slots {
            if is_known(self, slot) {
                continue;
            }
            let (typed, fit) = slot.terms.first()?;
            if *fit != Fit::Exact {
                return None;
            }
            fixes.push(Fix {
                word: slot.range.clone(),
                clause: clause.clone(),
                instead: nearest(self, typed, slot.prefix)?.to_owned(),
            });
        }
        Some(fixes)
    }
}

/// A text in the making, with other words in place of some of it, put from the
/// first to the last; what lies before the last is left out.
struct Patched<'t> {
    text: &'t str,
    done: String,
    end: usize,
}

impl<'t> Patched<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            done: String::new(),
            end: 0,
        }
    }

    fn put(&mut self, range: Range<usize>, instead: &str) {
        if let Some(before) = self.text.get(self.end..range.start) {
            self.done.push_str(before);
            self.done.push_str(instead);
            self.end = range.end;
        }
    }

    fn whole(mut self) -> String {
        self.done.push_str(self.text.get(self.end..).unwrap_or(""));
        self.done
    }
}
