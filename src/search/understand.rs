//! What a reader typed, and what it was taken for.
//!
//! In: the text of the search box or of `?q=`. Out: the [`Query`] to answer, with
//! what is to be said about it. Invariant: a word is taken for another only where
//! it is unknown to the index, so that nothing could match, and only if the other
//! finds something; nothing within quotation marks is, and nothing left out.

use core::ops::Range;

use super::index::Index;
use super::nearest::nearest;
use super::parse::limit;
use super::query::{Clause, Fit, Notice, Query, Slot};
use super::synonyms::Synonyms;
use super::terms::is_known;

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
        let words = fixes
            .iter()
            .map(|fix| Some((fix.word.clone(), fix.instead.clone())));
        let (query, _) = Query::read(&with(text, words)?, synonyms);
        if self.search(&query).is_empty() {
            return None;
        }
        let mut quoted: Vec<_> = fixes.iter().map(|fix| fix.clause.clone()).collect();
        quoted.dedup();
        let quoted = quoted.into_iter().map(|clause| {
            let quoted = ["\"", text.get(clause.clone())?, "\""].concat();
            Some((clause, quoted))
        });
        let exact = with(text, quoted)?;
        let words = fixes.into_iter().map(|fix| {
            let typed = text.get(fix.word)?;
            Some((typed.to_owned(), fix.instead))
        });
        Some((
            query,
            Correction {
                words: words.collect::<Option<_>>()?,
                exact,
            },
        ))
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
        }
        (1..=MOST).contains(&fixes.len()).then_some(fixes)
    }

    /// What is to be put right in one option of a clause, if it can be and if it is
    /// one that was typed.
    fn fixes_of(&self, clause: &Clause, slots: &[Slot]) -> Option<Vec<Fix>> {
        let range = clause.typed().first()?.range.start..clause.typed().last()?.range.end;
        let unknown = slots.iter().filter(|slot| !is_known(self, slot));
        let fixes = unknown.map(|slot| {
            let (typed, fit) = slot.terms.first()?;
            let instead = nearest(self, typed, slot.prefix).filter(|_| *fit == Fit::Exact)?;
            Some(Fix {
                word: slot.range.clone(),
                clause: range.clone(),
                instead: instead.to_owned(),
            })
        });
        fixes.collect()
    }
}

/// The text with other words in place of some of it, which ascend.
fn with(
    text: &str,
    changes: impl Iterator<Item = Option<(Range<usize>, String)>>,
) -> Option<String> {
    let (mut whole, mut end) = (String::new(), 0);
    for change in changes {
        let (range, instead) = change?;
        whole.push_str(text.get(end..range.start)?);
        whole.push_str(&instead);
        end = range.end;
    }
    whole.push_str(text.get(end..)?);
    Some(whole)
}
