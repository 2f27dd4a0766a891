//! What a reader typed, understood.
//!
//! A [`Query`] is clauses that must all hold, each of them one of several options,
//! each of those a row of slots: the words that may stand in one place. Invariant:
//! index and highlighting ask [`Slot::fit`] whether a term fits, so they agree.
//! Made by `parse`; `clause` and `answer` answer it, `highlight` shows it.

use core::ops::Range;

use super::stem;

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
    /// Whether it stood within quotation marks.
    pub(super) quoted: bool,
    /// Any of these: the words of a phrase in their order, or one word. The first
    /// is as typed; others leave out a hyphen or are synonyms.
    pub(super) options: Vec<Vec<Slot>>,
}

/// One place of a phrase: a single word, in any of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Terms that fit; the first is the one typed, the others spell it otherwise.
    pub(super) terms: Vec<(String, Fit)>,
    /// The stem of the typed one, if every term of this stem fits too.
    pub(super) stem: Option<String>,
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
    /// Is another form, another spelling or a synonym of it.
    Form,
    /// Is the word.
    Exact,
}

impl Query {
    /// The words between spaces as they are, without other forms, the last as a prefix.
    pub fn plain(words: &str) -> Self {
        let words = words.split(' ').filter(|word| !word.is_empty());
        let clause = |word| Clause {
            without: false,
            quoted: false,
            options: vec![vec![Slot::new(word, Fit::Exact, 0..0)]],
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
    pub(super) fn complete(&mut self) {
        for slot in self.options.iter_mut().filter_map(|slots| slots.last_mut()) {
            slot.prefix = true;
        }
    }

    /// The words as typed.
    pub(super) fn typed(&self) -> &[Slot] {
        self.options.first().map_or(&[], Vec::as_slice)
    }
}

impl Slot {
    pub(super) fn new(term: &str, fit: Fit, range: Range<usize>) -> Self {
        Self {
            terms: vec![(term.to_owned(), fit)],
            stem: None,
            prefix: false,
            range,
        }
    }

    /// The term that was typed.
    pub(super) fn typed(&self) -> &str {
        self.terms.first().map_or("", |(term, _)| term)
    }

    /// How well a term fits, if it does.
    pub(super) fn fit(&self, term: &str) -> Option<Fit> {
        // Whatever fits begins with the same letter: a quick no to most terms.
        if term.bytes().next() != self.typed().bytes().next() {
            return None;
        }
        let spelled = self.terms.iter().find(|(fitting, _)| fitting == term);
        let begins = self.prefix && term.starts_with(self.typed());
        // Of the many that begin like a few letters most are too long to be a form
        // of the same word; to look closer would cost more than it tells.
        let far = begins && term.len() > 2 * self.typed().len().max(3);
        let stem = self.stem.as_ref().filter(|_| !far);
        match spelled {
            Some((_, fit)) => Some(*fit),
            None if stem.is_some_and(|stem| stem::is_of(term, stem)) => Some(Fit::Form),
            None => begins.then_some(Fit::Prefix),
        }
    }

    pub(super) fn add(&mut self, term: &str) {
        if self.terms.iter().all(|(known, _)| known != term) {
            self.terms.push((term.to_owned(), Fit::Form));
        }
    }

    /// Lets every term of the same stem fit.
    pub(super) fn add_stem(&mut self) {
        self.stem = Some(stem::stem(self.typed()));
    }
}
