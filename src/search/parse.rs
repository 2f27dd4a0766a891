//! The text of a search box, cut into clauses.
//!
//! In: a text of any kind. Out: a [`Query`] and [`Notice`]s. Invariant: no more than
//! [`MAX_CHARS`] characters and [`MAX_TERMS`] words are read, in linear time; what
//! is not understood narrows nothing. Next: `synonyms`, `clause`.

use core::ops::Range;

use super::fold::{Class, class};
use super::query::{Clause, Fit, MAX_CHARS, MAX_TERMS, Notice, Query, Slot};
use super::synonyms::Synonyms;
use super::token::{Form, Gap, tokens};

impl Query {
    /// Understands a text. The last plain word, and the last word of a phrase
    /// still open, also match as prefixes.
    pub fn parse(text: &str, synonyms: &Synonyms) -> (Self, Vec<Notice>) {
        let limit = limit(text);
        let (query, overflow) = Self::read(text.get(..limit).unwrap_or(text), synonyms);
        let mut notices = Vec::new();
        if text.len() > limit {
            notices.push(Notice::TooLong);
        }
        if overflow {
            notices.push(Notice::TooManyTerms);
        }
        (query, notices)
    }

    /// Understands a text of any length; also whether it has too many words.
    pub(super) fn read(text: &str, synonyms: &Synonyms) -> (Self, bool) {
        let mut parser = Parser::default();
        parser.read(text);
        let mut clauses = parser.clauses;
        if let Some(clause) = parser.last_word.and_then(|last| clauses.get_mut(last)) {
            clause.complete();
        }
        synonyms.add_to(&mut clauses);
        (Self { clauses }, parser.overflow)
    }
}

/// Where the part of a text that is read ends, without spaces behind it.
pub(super) fn limit(text: &str) -> usize {
    let space = |c: char| class(c) == Class::Space;
    let end = text.trim_end_matches(space).len();
    let start = end
        - text
            .get(..end)
            .unwrap_or("")
            .trim_start_matches(space)
            .len();
    text.get(start..end)
        .and_then(|rest| rest.char_indices().nth(MAX_CHARS))
        .map_or(text.len(), |(at, _)| start + at)
}

#[derive(Default)]
struct Parser {
    clauses: Vec<Clause>,
    /// Terms so far, and whether there were more than are read.
    terms: usize,
    overflow: bool,
    /// Which clause is the last plain word.
    last_word: Option<usize>,
}

impl Parser {
    fn read(&mut self, text: &str) {
        let mut at = 0;
        let mut without = false;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let end = |from: usize, is_end: &dyn Fn(Class) -> bool| {
                let rest = text.get(from..).unwrap_or("");
                from + rest.find(|c| is_end(class(c))).unwrap_or(rest.len())
            };
            match class(c) {
                Class::Space => without = false,
                _ if is_dash(c) => without = true,
                Class::Quote => {
                    let start = at + c.len_utf8();
                    let close = end(start, &|class| class == Class::Quote);
                    self.phrase(text, start..close, without);
                    without = false;
                    at = close;
                }
                _ => {
                    let close = end(at, &|class| matches!(class, Class::Space | Class::Quote));
                    self.words(text, at..close, without);
                    without = false;
                    at = close;
                    continue;
                }
            }
            // Past the space, the dash or the closing quotation mark.
            at += text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
        }
    }

    /// Reads what stands between spaces: usually one word, several where a comma
    /// or a bracket parts them.
    fn words(&mut self, text: &str, range: Range<usize>, without: bool) {
        let first = self.clauses.len();
        self.add_terms(text, range, without, false);
        for clause in self.clauses.iter_mut().skip(first) {
            for slot in clause.options.iter_mut().flatten() {
                slot.add_stem();
            }
        }
        if self.overflow {
            self.last_word = None;
        } else if !without && self.clauses.len() > first {
            self.last_word = Some(self.clauses.len() - 1);
        }
    }

    fn phrase(&mut self, text: &str, range: Range<usize>, without: bool) {
        let open = range.end == text.len();
        let first = self.clauses.len();
        self.add_terms(text, range, without, true);
        if open && !without {
            self.clauses
                .iter_mut()
                .skip(first)
                .for_each(Clause::complete);
        }
    }

    /// Adds the terms of a part of the text: one clause for each run of words
    /// that belong together, or for the whole of a phrase.
    fn add_terms(&mut self, text: &str, range: Range<usize>, without: bool, phrase: bool) {
        let offset = range.start;
        let mut parted = true;
        let _ = tokens(text.get(range).unwrap_or(""), &mut |token| {
            let range = offset + token.range.start..offset + token.range.end;
            if let Form::Word(gap) = token.form {
                parted |= gap == Gap::Wide && !phrase;
                self.terms += 1;
                self.overflow |= self.terms > MAX_TERMS;
            }
            if self.overflow {
                return;
            }
            if core::mem::take(&mut parted) {
                self.clauses.push(Clause {
                    without,
                    quoted: phrase,
                    options: vec![Vec::new()],
                });
            }
            let Some(clause) = self.clauses.last_mut() else {
                return;
            };
            let Some(slots) = clause.options.first_mut() else {
                return;
            };
            match token.form {
                Form::Word(_) => {
                    slots.push(Slot::new(token.term, Fit::Exact, range));
                    // A compound stands for the clause only if it is all of it.
                    clause.options.truncate(1);
                }
                Form::Other => {
                    if let Some(slot) = slots.last_mut() {
                        slot.add(token.term);
                    }
                }
                Form::Joined(parts) => {
                    if slots.len() == parts as usize {
                        clause
                            .options
                            .push(vec![Slot::new(token.term, Fit::Exact, range)]);
                    }
                }
            }
        });
    }
}

/// Whether a character before a word leaves it out; keyboards turn two hyphens
/// into a dash.
fn is_dash(c: char) -> bool {
    class(c) == Class::Hyphen || matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}')
}
