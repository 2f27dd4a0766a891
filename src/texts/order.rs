//! In which order the words of a record stand.
//!
//! In: which words it has, and how often words come back. Out: one word after the other.
//! Invariant: each word comes at least once, and only these. Every word is first guessed to be
//! followed as it was when it last stood; else it is told whether the next one is new to the
//! record, and then which.

use super::coder::{Chance, Coder};

/// What is known of a word of the piece.
#[derive(Clone, Copy, Default)]
pub(super) struct Follower {
    /// The word that followed it.
    pub(super) next: u32,
    /// How often it did so; one that was wrong at last is forgotten.
    pub(super) trust: u8,
    /// The gap between, and the form of the next.
    pub(super) gap: u32,
    pub(super) form: u8,
}

/// No such word.
pub(super) const NONE: u32 = u32::MAX;

/// Higher counts are all the same, so that weights stay small.
const MOST: u32 = 1 << 11;

/// A word's place among those of the record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Elsewhere,
    Unused(u32),
    Used,
}

/// Words of a piece, and the record at hand.
pub(super) struct Order {
    followers: Vec<Follower>,
    counts: Vec<u32>,
    places: Vec<Place>,
    unused: Vec<u32>,
    used: Vec<u32>,
    /// How often words of the record still come back.
    pub(super) repeats: u32,
    /// By trust, and whether the guess would be new.
    guesses: [[Chance; 2]; 8],
    /// By the share of repeats among what is left.
    repeated: [Chance; 9],
    weights: Vec<u32>,
}

impl Order {
    /// Words are numbered from 0.
    pub(super) fn new(words: usize) -> Self {
        let follower = Follower {
            next: NONE,
            ..Follower::default()
        };
        Self {
            followers: vec![follower; words],
            counts: vec![0; words],
            places: vec![Place::Elsewhere; words],
            unused: Vec::new(),
            used: Vec::new(),
            repeats: 0,
            guesses: [[Chance::NEW; 2]; 8],
            repeated: [Chance::NEW; 9],
            weights: Vec::new(),
        }
    }

    /// Begins a record.
    pub(super) fn begin(&mut self, words: &[u32], repeats: u32) {
        for word in self.used.drain(..).chain(self.unused.drain(..)) {
            if let Some(place) = self.places.get_mut(word as usize) {
                *place = Place::Elsewhere;
            }
        }
        self.unused.extend(words);
        for (no, word) in (0..).zip(words) {
            if let Some(place) = self.places.get_mut(*word as usize) {
                *place = Place::Unused(no);
            }
        }
        self.repeats = repeats;
    }

    /// What followed a word.
    pub(super) fn follower(&self, word: u32) -> Follower {
        let follower = self.followers.get(word as usize);
        follower.copied().unwrap_or_default()
    }

    /// The word behind another, and whether it was guessed.
    pub(super) fn next<C: Coder>(
        &mut self,
        coder: &mut C,
        before: u32,
        word: u32,
    ) -> Option<(u32, bool)> {
        let guess = self.follower(before);
        let fits = match self.place(guess.next) {
            Place::Elsewhere => false,
            Place::Unused(_) => true,
            Place::Used => self.repeats > 0,
        };
        let known = usize::from(self.place(guess.next) == Place::Used);
        let chance = self.guesses.get_mut(usize::from(guess.trust & 7))?;
        let guessed = fits && coder.bit(chance.get_mut(known)?, word == guess.next);
        let word = if guessed {
            guess.next
        } else {
            self.other(coder, word)?
        };
        if let Place::Unused(no) = self.place(word) {
            self.unused.swap_remove(no as usize);
            if let Some(moved) = self.unused.get(no as usize) {
                *self.places.get_mut(*moved as usize)? = Place::Unused(no);
            }
            self.used.push(word);
            *self.places.get_mut(word as usize)? = Place::Used;
        } else {
            self.repeats = self.repeats.checked_sub(1)?;
        }
        *self.counts.get_mut(word as usize)? += 1;
        Some((word, guessed))
    }

    /// Notes how a word was followed.
    pub(super) fn learn(&mut self, before: u32, guessed: bool, now: Follower) {
        if let Some(own) = self.followers.get_mut(before as usize) {
            if guessed {
                let trust = (own.trust + 1).min(7);
                *own = Follower { trust, ..now };
            } else if own.trust == 0 {
                *own = now;
            } else {
                own.trust /= 2;
            }
        }
    }

    fn place(&self, word: u32) -> Place {
        let place = self.places.get(word as usize);
        place.copied().unwrap_or(Place::Elsewhere)
    }

    fn other<C: Coder>(&mut self, coder: &mut C, word: u32) -> Option<u32> {
        let left = self.unused.len() as u32;
        let again = if left == 0 || self.repeats == 0 {
            left == 0
        } else {
            let share = self.repeats * 8 / (self.repeats + left);
            let chance = self.repeated.get_mut(share as usize)?;
            coder.bit(chance, self.places.get(word as usize) == Some(&Place::Used))
        };
        if !again {
            let no = match self.place(word) {
                Place::Unused(no) => no,
                _ => 0,
            };
            return self.unused.get(coder.even(no, left) as usize).copied();
        }
        let counts = &self.counts;
        let weight = |word: &u32| {
            counts
                .get(*word as usize)
                .map_or(1, |it| (*it).clamp(1, MOST))
        };
        self.weights.clear();
        self.weights.extend(self.used.iter().map(weight));
        let no = self.used.iter().position(|used| *used == word).unwrap_or(0);
        let no = coder.pick(no as u32, &self.weights);
        self.used.get(no as usize).copied()
    }
}
