//! How a word is spelled: capitals, accents, apostrophes.
//!
//! In: what the word is found by. Out: the word as it stands in the text. Invariant: any spelling
//! can be told of any word; one that is neither small, capitalised nor all capitals is written
//! letter by letter the first time, and from then on known by number.

use std::collections::BTreeMap;

use super::coder::{Chance, Coder};
use super::gaps::Characters;

/// As it is found.
pub(super) const SMALL: u8 = 0;
const CAPITALISED: u8 = 1;
const CAPITALS: u8 = 2;
const OTHER: u8 = 3;
/// Not met yet.
const UNKNOWN: u8 = 4;

/// Words longer than this are not written letter by letter.
pub(super) const LONGEST: usize = 1 << 10;

/// The next letter as it is.
const KEEP: u32 = 0;
/// The next letter capitalised.
const RAISE: u32 = 1;
/// A character in place of the next letter.
const REPLACE: u32 = 2;
/// A character more.
const INSERT: u32 = 3;
/// No more.
const END: u32 = 4;

/// Spellings of a piece.
pub(super) struct Spellings {
    /// The form of each word when it last stood within a sentence.
    forms: Vec<u8>,
    others: BTreeMap<u32, Vec<String>>,
    /// By what is known of the word, whether a sentence begins, and form.
    chances: [[[Chance; 3]; 2]; 11],
    known: Chance,
    /// By the operation before, and whether letters are left.
    operations: [[[u32; 5]; 2]; 5],
    characters: Characters,
}

impl Spellings {
    pub(super) fn new(words: usize) -> Self {
        Self {
            forms: vec![UNKNOWN; words],
            others: BTreeMap::new(),
            chances: [[[Chance::NEW; 3]; 2]; 11],
            known: Chance::NEW,
            operations: [[[1; 5]; 2]; 5],
            characters: Characters::new(),
        }
    }

    /// Spells a word at the end of `out`. `expected` is its form when it last followed the word
    /// before, if it does so again.
    pub(super) fn code<C: Coder>(
        &mut self,
        coder: &mut C,
        word: (u32, &str),
        begins: bool,
        expected: Option<u8>,
        spelled: &str,
        out: &mut String,
    ) -> Option<u8> {
        let (no, name) = word;
        let own = self.forms.get_mut(no as usize)?;
        let context = if name.as_bytes().first()?.is_ascii_digit() {
            10
        } else {
            expected.map_or(*own, |form| form + 5)
        };
        let chances = self.chances.get_mut(usize::from(context))?;
        let form = code_form(
            coder,
            chances.get_mut(usize::from(begins))?,
            form_of(name, spelled),
        );
        if !begins {
            *own = form;
        }
        match form {
            SMALL => out.push_str(name),
            CAPITALISED => push_capitalised(out, name),
            CAPITALS => out.extend(name.chars().map(|c| c.to_ascii_uppercase())),
            _ => out.push_str(self.other(coder, no, name, spelled)?),
        }
        Some(form)
    }

    fn other<C: Coder>(
        &mut self,
        coder: &mut C,
        no: u32,
        name: &str,
        spelled: &str,
    ) -> Option<&str> {
        let known = self.others.get(&no).map_or(&[][..], Vec::as_slice);
        let at = known.iter().position(|it| it == spelled);
        let count = known.len() as u32;
        if count > 0 && coder.bit(&mut self.known, at.is_some()) {
            let at = coder.even(at.unwrap_or(0) as u32, count);
            return Some(self.others.get(&no)?.get(at as usize)?.as_str());
        }
        let new = self.letters(coder, name, spelled)?;
        let known = self.others.entry(no).or_default();
        known.push(new);
        known.last().map(String::as_str)
    }

    /// Letter by letter, by what is done to those of the name.
    fn letters<C: Coder>(&mut self, coder: &mut C, name: &str, spelled: &str) -> Option<String> {
        let mut made = String::new();
        let (mut rest, mut wanted) = (name.chars(), spelled.chars());
        let mut before = END;
        loop {
            let next = rest.as_str().chars().next();
            let c = wanted.next();
            let operation = match (c, next) {
                (None, _) => END,
                (Some(c), Some(letter)) if c == letter => KEEP,
                (Some(c), Some(letter)) if c == letter.to_ascii_uppercase() => RAISE,
                (Some(c), Some(_)) if c.is_alphanumeric() => REPLACE,
                _ => INSERT,
            };
            let contexts = self.operations.get_mut(before as usize)?;
            let weights = contexts.get_mut(usize::from(next.is_some()))?;
            before = coder.pick(operation, weights);
            let weight = weights.get_mut(before as usize)?;
            *weight = (*weight + 8).min(1 << 12);
            match before {
                END => return Some(made),
                KEEP => made.push(rest.next()?),
                RAISE => made.push(rest.next()?.to_ascii_uppercase()),
                _ => {
                    made.push(self.characters.code(coder, c.unwrap_or(' '))?);
                    if before == REPLACE {
                        rest.next()?;
                    }
                }
            }
            if coder.over() || made.len() > LONGEST {
                return None;
            }
        }
    }
}

fn push_capitalised(out: &mut String, name: &str) {
    let mut letters = name.chars();
    out.extend(letters.next().map(|c| c.to_ascii_uppercase()));
    out.push_str(letters.as_str());
}

fn form_of(name: &str, spelled: &str) -> u8 {
    let raised = |(one, letter): (char, char)| one == letter.to_ascii_uppercase();
    let both = || spelled.chars().zip(name.chars());
    if spelled == name {
        SMALL
    } else if spelled.len() != name.len() {
        OTHER
    } else if both().take(1).all(raised) && both().skip(1).all(|(one, letter)| one == letter) {
        CAPITALISED
    } else if both().all(raised) {
        CAPITALS
    } else {
        OTHER
    }
}

/// Whether it is the first form, else the second, else the third.
fn code_form<C: Coder>(coder: &mut C, chances: &mut [Chance; 3], form: u8) -> u8 {
    for (at, chance) in (0..).zip(chances) {
        if coder.bit(chance, form == at) {
            return at;
        }
    }
    OTHER
}
