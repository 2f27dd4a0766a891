//! What a reader typed, understood.
//!
//! In: the text of the search box or of `?q=`. Out: a [`Query`] and [`Notice`]s.
//! Invariant: every text is a query, found in linear time; what is not
//! understood narrows nothing. Next: `score` answers it, `highlight` shows it.

use core::ops::Range;

use super::fold::{Class, class};
use super::forms::other_forms;
use super::token::{Form, Gap, tokens};

/// Characters of a query that are read.
pub const MAX_CHARS: usize = 200;
/// Terms of a query that are read.
pub const MAX_TERMS: usize = 16;

/// Something to tell the reader about their query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Only the first [`MAX_CHARS`] characters count.
    TooLong,
    /// Only the first [`MAX_TERMS`] terms count.
    TooManyTerms,
}

impl Notice {
    /// As one quiet line.
    pub const fn text(self) -> &'static str {
        match self {
            Self::TooLong => "Only the first 200 characters are searched for",
            Self::TooManyTerms => "Only the first 16 words are searched for",
        }
    }
}

/// Words and phrases that must all occur, and some that must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
}

/// A word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Units with it are left out.
    pub(super) without: bool,
    /// Any of these: the words of a phrase in their order, or one word. Two where
    /// a hyphen may be left out.
    pub(super) options: Vec<Vec<Slot>>,
}

/// One place of a phrase: a single word, in any of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Terms that fit; the first is the one typed.
    pub(super) terms: Vec<(String, Fit)>,
    /// Whether every term that begins like the first fits too.
    pub(super) prefix: bool,
    /// Where it stands in the text of the query.
    pub(super) range: Range<usize>,
}

/// How well a term answers the word that was typed, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Begins like it.
    Prefix,
    /// Is another form of it.
    Form,
    /// Is the word.
    Exact,
}

impl Query {
    /// Understands a text. The last plain word, and the last word of a phrase
    /// still open, also match as prefixes.
    pub fn parse(text: &str) -> (Self, Vec<Notice>) {
        let mut parser = Parser::default();
        let limit = limit(text);
        parser.read(text.get(..limit).unwrap_or(text));
        let mut notices = Vec::new();
        if text.len() > limit {
            notices.push(Notice::TooLong);
        }
        if parser.overflow {
            notices.push(Notice::TooManyTerms);
        }
        let mut clauses = parser.clauses;
        if let Some(clause) = parser.last_word.and_then(|last| clauses.get_mut(last)) {
            clause.complete();
        }
        (Self { clauses }, notices)
    }

    /// The words between spaces as they are, without other forms, the last as a prefix.
    pub fn plain(words: &str) -> Self {
        let words = words.split(' ').filter(|word| !word.is_empty());
        let clause = |word| Clause {
            without: false,
            options: vec![vec![Slot::new(word, 0..0)]],
        };
        let mut clauses: Vec<_> = words.map(clause).collect();
        if let Some(last) = clauses.last_mut() {
            last.complete();
        }
        Self { clauses }
    }

    /// Whether it asks for nothing, so that everything answers it.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl Clause {
    /// Lets the last word match as a prefix.
    fn complete(&mut self) {
        for slot in self.options.iter_mut().filter_map(|slots| slots.last_mut()) {
            slot.prefix = true;
        }
    }
}

impl Slot {
    fn new(term: &str, range: Range<usize>) -> Self {
        Self {
            terms: vec![(term.to_owned(), Fit::Exact)],
            prefix: false,
            range,
        }
    }

    /// The term that was typed.
    pub(super) fn typed(&self) -> &str {
        self.terms.first().map_or("", |(term, _)| term)
    }

    /// Whether a term fits.
    pub(super) fn fits(&self, term: &str) -> bool {
        self.terms.iter().any(|(fitting, _)| fitting == term)
            || self.prefix && term.starts_with(self.typed())
    }

    fn add(&mut self, term: &str) {
        if self.terms.iter().all(|(known, _)| known != term) {
            self.terms.push((term.to_owned(), Fit::Form));
        }
    }

    fn add_forms(&mut self) {
        let typed = self.typed().to_owned();
        other_forms(&typed, &mut |form| self.add(form));
    }
}

/// Where the part of a text that is read ends, without spaces behind it.
fn limit(text: &str) -> usize {
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
                slot.add_forms();
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
                    slots.push(Slot::new(token.term, range));
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
                        clause.options.push(vec![Slot::new(token.term, range)]);
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
