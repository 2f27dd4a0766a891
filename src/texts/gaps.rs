//! What stands between words.
//!
//! In: where a gap is. Out: its text. Invariant: a gap that was not met before in the piece is
//! written in full and from then on known by number.

use super::coder::{Chance, Coder, number};

/// Met often enough to be known from the beginning.
const KNOWN: &[&str] = &[
    " ", "", ", ", ". ", ".", "-", "’ ", " £", "? ", "! ", "!", "?", "% ", "'", ": ", "; ", "–",
    " – ", " “", "” ",
];

/// Which of these is nothing.
const EMPTY: usize = 1;

/// How many kinds of places there are for gaps.
pub(super) const PLACES: usize = 8;

/// Longer ones are not written as gaps.
pub(super) const LONGEST: usize = 64;

/// No more are known at a time, so that finding one ends soon.
const MOST: usize = 512;

/// What a meeting adds to a weight.
const STEP: u32 = 24;

/// Gaps of a piece by number.
pub(super) struct Gaps {
    texts: Vec<String>,
    /// By place: of a new one, then of each that is known.
    weights: [Vec<u32>; PLACES],
    widths: [Chance; 32],
    /// The last that gave its number away.
    renewed: usize,
}

impl Gaps {
    pub(super) fn new() -> Self {
        Self {
            texts: KNOWN.iter().map(|text| (*text).to_owned()).collect(),
            weights: core::array::from_fn(|_| vec![1; KNOWN.len() + 1]),
            widths: [Chance::NEW; 32],
            renewed: 0,
        }
    }

    /// The text of a gap.
    pub(super) fn text(&self, no: u32) -> &str {
        self.texts.get(no as usize).map_or("", String::as_str)
    }

    /// The number of a gap at a place.
    pub(super) fn code<C: Coder>(
        &mut self,
        coder: &mut C,
        place: usize,
        text: &str,
    ) -> Option<u32> {
        // A reader has nothing to look for.
        let known = if text.is_empty() {
            Some(EMPTY)
        } else {
            self.texts.iter().position(|it| it == text)
        };
        let weights = self.weights.get_mut(place)?;
        let choice = coder.pick(known.map_or(0, |no| no as u32 + 1), weights);
        let no = if choice == 0 {
            let text = self.new_one(coder, text)?;
            self.keep(text)? as u32
        } else {
            choice - 1
        };
        let weights = self.weights.get_mut(place)?;
        *weights.get_mut(choice as usize)? += STEP;
        if weights.iter().sum::<u32>() > 1 << 16 {
            for weight in weights {
                *weight = (*weight).div_ceil(2);
            }
        }
        Some(no)
    }

    /// Gives a gap a number; if need be, that of one met long ago.
    fn keep(&mut self, text: String) -> Option<usize> {
        if self.texts.len() < MOST {
            self.texts.push(text);
            for weights in &mut self.weights {
                weights.push(1);
            }
            return Some(self.texts.len() - 1);
        }
        self.renewed = (self.renewed + 1) % (MOST - KNOWN.len());
        let no = KNOWN.len() + self.renewed;
        *self.texts.get_mut(no)? = text;
        Some(no)
    }

    fn new_one<C: Coder>(&mut self, coder: &mut C, text: &str) -> Option<String> {
        let text = super::coder::string(coder, &mut self.widths, text)?;
        (text.len() <= LONGEST).then_some(text)
    }
}

/// Whether a sentence ends with it.
pub(super) fn ends_sentence(gap: &str) -> bool {
    gap.contains(['.', '!', '?'])
}

/// A character, of which the same come again.
pub(super) struct Characters {
    seen: Vec<char>,
    widths: [Chance; 32],
    again: Chance,
}

impl Characters {
    pub(super) fn new() -> Self {
        Self {
            seen: vec!['’', '\'', 'é'],
            widths: [Chance::NEW; 32],
            again: Chance::NEW,
        }
    }

    pub(super) fn code<C: Coder>(&mut self, coder: &mut C, c: char) -> Option<char> {
        let known = self.seen.iter().position(|it| *it == c);
        if coder.bit(&mut self.again, known.is_some()) {
            let no = coder.even(known.unwrap_or(0) as u32, self.seen.len() as u32);
            return self.seen.get(no as usize).copied();
        }
        let c = char::from_u32(number(coder, &mut self.widths, u32::from(c)))?;
        self.seen.push(c);
        Some(c)
    }
}
