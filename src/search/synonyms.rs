//! Names of bodies and what they are abbreviated to, as one word each.
//!
//! In: the bodies of a corpus: names, abbreviations, aliases. Out: further options
//! for the clauses of a query. Invariant: options only ever add units, and whether
//! a unit has a synonym is asked of its words, not of how it was coded.
//!
//! - A word that is an abbreviation, or its plural, may also be any of the full
//!   names, as a phrase in any form of its words.
//! - Words in a row that are a full name, in any form, may each also be the
//!   abbreviation. As (a or x) and (b or x) is the same as (a and b) or x, that is:
//!   all the words anywhere in the unit, or the abbreviation. So may a phrase.
//! - An abbreviation of one letter, or that is also a common word, gives nothing.

use super::query::{Clause, Fit, MAX_TERMS, Slot};
use super::token::{Form, tokens};
use crate::corpus::model::{Body, Corpus};

/// Abbreviations that are words of every second text.
const COMMON: &str = "aid all am an and are as at be by can do for from had has he her his if in \
    is it its may me my no not of on one or our out own she so that the to up us was we who you";

/// What bodies are called.
#[derive(Clone, Debug, Default)]
pub struct Synonyms(Vec<Names>);

/// The names of one body.
#[derive(Clone, Debug)]
struct Names {
    /// Each as a word with its plural.
    short: Vec<Slot>,
    /// Each as the words of a phrase.
    full: Vec<Vec<Slot>>,
}

impl Synonyms {
    /// Those of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        Self(corpus.bodies.iter().filter_map(Names::of).collect())
    }

    /// Adds to clauses what they may also be.
    pub(super) fn add_to(&self, clauses: &mut [Clause]) {
        for names in &self.0 {
            for start in 0..clauses.len() {
                let Some(rest) = clauses.get_mut(start..) else {
                    return;
                };
                names.add_full(rest);
                names.add_short(rest);
            }
        }
    }
}

impl Names {
    fn of(body: &Body) -> Option<Self> {
        let mut names = Self {
            short: Vec::new(),
            full: Vec::new(),
        };
        names.add(body.name, false);
        names.add(body.abbr, true);
        for alias in &body.aliases {
            names.add(alias, is_abbreviation(alias));
        }
        (!names.short.is_empty()).then_some(names)
    }

    fn add(&mut self, name: &str, is_abbreviation: bool) {
        let slots = slots(name);
        if slots.len() > 1 {
            if !self.full.iter().any(|known| same_words(known, &slots)) {
                self.full.push(slots);
            }
        } else if is_abbreviation
            && let Some(slot) = slots.first()
            && let Some(slot) = abbreviation(name, slot.typed())
            && !self.short.contains(&slot)
        {
            self.short.push(slot);
        }
    }

    /// Lets an abbreviation be a full name, or another abbreviation.
    fn add_full(&self, clauses: &mut [Clause]) {
        let Some(clause) = clauses.first_mut().filter(|clause| !clause.quoted) else {
            return;
        };
        let [typed] = clause.typed() else { return };
        let is_typed = |short: &&Slot| {
            typed
                .terms
                .iter()
                .any(|(term, _)| short.fit(term).is_some())
        };
        if !self.short.iter().any(|short| is_typed(&short)) {
            return;
        }
        let others = self.short.iter().filter(|short| !is_typed(short));
        let mut options: Vec<_> = others.map(|short| vec![short.clone()]).collect();
        for name in &self.full {
            // A name within another says it all.
            if !self.full.iter().any(|other| is_within(other, name)) {
                options.push(name.clone());
            }
        }
        clause.options.append(&mut options);
    }

    /// Lets a full name be an abbreviation, if the clauses begin with one.
    fn add_short(&self, clauses: &mut [Clause]) {
        let lengths = self.full.iter().filter_map(|name| length(name, clauses));
        let Some(longest) = lengths.max() else { return };
        for clause in clauses.iter_mut().take(longest) {
            for short in &self.short {
                let option = vec![short.clone()];
                if !clause.options.contains(&option) {
                    clause.options.push(option);
                }
            }
        }
    }
}

/// How many clauses a name takes up, if they begin with it.
fn length(name: &[Slot], clauses: &[Clause]) -> Option<usize> {
    let mut words = name.iter();
    for (no, clause) in clauses.iter().enumerate() {
        let plain = |clause: &Clause| !clause.quoted && !clause.without;
        if no > 0 && !(plain(clause) && clauses.first().is_some_and(plain)) {
            return None;
        }
        for typed in clause.typed() {
            if !same_word(words.next()?, typed) {
                return None;
            }
        }
        if words.len() == 0 {
            return Some(no + 1);
        }
    }
    None
}

/// Whether a name is a part of a longer one.
fn is_within(name: &[Slot], long: &[Slot]) -> bool {
    let mut parts = long.windows(name.len());
    name.len() < long.len() && parts.any(|part| same_words(name, part))
}

fn same_words(name: &[Slot], other: &[Slot]) -> bool {
    let mut pairs = name.iter().zip(other);
    name.len() == other.len() && pairs.all(|(one, other)| same_word(one, other))
}

/// Whether a word of a name is the one typed.
fn same_word(name: &Slot, typed: &Slot) -> bool {
    typed.terms.iter().any(|(term, _)| name.fit(term).is_some())
}

/// The words of a name, in all forms.
fn slots(name: &str) -> Vec<Slot> {
    let mut slots = Vec::<Slot>::new();
    tokens(name, &mut |token| match token.form {
        Form::Word(_) if slots.len() < MAX_TERMS => {
            let mut slot = Slot::new(token.term, Fit::Form, 0..0);
            slot.add_stem();
            slots.push(slot);
        }
        Form::Other => slots
            .last_mut()
            .into_iter()
            .for_each(|slot| slot.add(token.term)),
        _ => {}
    });
    slots
}

/// An abbreviation that is worth looking for, with its plural: of `ICBs` as of `ICB`.
fn abbreviation(name: &str, term: &str) -> Option<Slot> {
    let plural = name
        .strip_suffix('s')
        .is_some_and(|name| name.ends_with(is_capital));
    let singular = term.strip_suffix('s').filter(|_| plural).unwrap_or(term);
    let common = COMMON.split(' ').any(|word| word == singular);
    if common || singular.chars().nth(1).is_none() {
        return None;
    }
    let mut slot = Slot::new(singular, Fit::Form, 0..0);
    slot.add(&[singular, "s"].concat());
    Some(slot)
}

/// Whether a word is written as abbreviations are: `NHSCB`, `ICBs`.
fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| is_capital(*c)).count() > 1
}

fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase()
}
