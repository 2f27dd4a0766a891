//! Beginnings of words that so many words share that their units are joined beforehand.
//!
//! At a keystroke the units of all words that begin like the last one are joined. That is quick
//! where these are few, and slow for the first letter or two. Invariant: every beginning that
//! of up to [`DEEPEST`] bytes that would cost more than
//! [`COST`] sets' worth of steps is here, as a range of terms, so that no
//! keystroke costs more.

use core::ops::Range;

use super::lists::Lists;
use super::set::{Set, n_words};
use super::terms::Terms;

/// What may be left to be joined at a keystroke, in times the words of a set.
const COST: usize = 16;

/// Bytes of the longest beginning that is joined.
const DEEPEST: usize = 32;

/// Sets by range of terms.
#[derive(Default)]
pub(super) struct Joined {
    /// Ascending by start; where starts are the same, longer ranges first.
    ranges: Vec<Range<u32>>,
    sets: Vec<Set>,
}

/// What joining goes through.
struct Joiner<'i> {
    terms: &'i Terms,
    postings: &'i Lists,
    /// Adds what the labels of a term stand for.
    add_labels: &'i dyn Fn(usize, &mut Set),
    units: u32,
    joined: Joined,
}

impl Joined {
    /// Joins every beginning that is worth it.
    pub(super) fn new(
        terms: &Terms,
        postings: &Lists,
        units: u32,
        add_labels: &dyn Fn(usize, &mut Set),
    ) -> Self {
        let mut joiner = Joiner {
            terms,
            postings,
            add_labels,
            units,
            joined: Self::default(),
        };
        joiner.divide(0..terms.len(), 0);
        joiner.joined
    }

    /// The units of these terms, if they are joined.
    pub(super) fn get(&self, range: &Range<usize>) -> Option<&Set> {
        let key = |it: &Range<u32>| (it.start, u32::MAX - it.end);
        let wanted = (range.start as u32, u32::MAX - range.end as u32);
        let at = self.ranges.binary_search_by_key(&wanted, key).ok()?;
        self.sets.get(at)
    }
}

impl Joiner<'_> {
    /// Joins the beginnings of one character more within a range of terms that share `depth` bytes.
    fn divide(&mut self, range: Range<usize>, depth: usize) {
        let mut start = range.start;
        while start < range.end {
            let Some(c) = self.character(start, depth) else {
                start += 1;
                continue;
            };
            let mut end = start + 1;
            while end < range.end && self.character(end, depth) == Some(c) {
                end += 1;
            }
            self.join(start..end, depth + c.len_utf8());
            start = end;
        }
    }

    fn character(&self, term: usize, depth: usize) -> Option<char> {
        self.terms.get(term).get(depth..)?.chars().next()
    }

    fn join(&mut self, range: Range<usize>, depth: usize) {
        // Words that share more are few.
        if depth > DEEPEST {
            return;
        }
        let words = n_words(self.units);
        let cost = |term| {
            self.postings
                .set(term)
                .map_or(self.postings.list(term).len(), <[u64]>::len)
        };
        if range.len() < 2 || range.clone().map(cost).sum::<usize>() <= COST * words {
            return;
        }
        let known = self.joined.ranges.last();
        if known.is_none_or(|it| (it.start as usize, it.end as usize) != (range.start, range.end)) {
            let mut set = Set::none(self.units);
            for term in range.clone() {
                self.postings.add_to(term, &mut set);
                (self.add_labels)(term, &mut set);
            }
            self.joined
                .ranges
                .push(range.start as u32..range.end as u32);
            self.joined.sets.push(set);
        }
        self.divide(range, depth);
    }
}
