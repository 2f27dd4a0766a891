//! Many ascending lists of units: one for each word, or for each value of a facet.
//!
//! An entry is a rank (the lowest 24 bits) and what the word weighs in that unit (the highest 8,
//! see `score`). A list with more entries than a set has words is also kept as a set, because
//! that is then the quicker way to join and to count. Invariant: entries of a list ascend.

use super::set::{Set, below, n_words};

/// The bits of an entry that are its rank; no index has more units.
pub(super) const RANK: u32 = (1 << 24) - 1;

/// The set of a list, and how many of its units stand before each word of the set: what tells the
/// place of a unit in the list (G. Jacobson, "Space-efficient static trees and graphs", FOCS 1989).
struct Ranked {
    set: Set,
    before: Vec<u32>,
}

/// Lists by number.
#[derive(Default)]
pub(super) struct Lists {
    /// Where each list begins, and where the last one ends.
    starts: Vec<u32>,
    entries: Vec<u32>,
    /// Which of `sets` is the set of a list, from 1; 0 where it has none.
    set_of: Vec<u32>,
    sets: Vec<Ranked>,
    units: u32,
}

impl Lists {
    /// No lists yet, of `units` units, and room for so many lists and entries.
    pub(super) fn new(units: u32, lists: usize, entries: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self {
            starts,
            entries: Vec::with_capacity(entries),
            set_of: Vec::with_capacity(lists),
            sets: Vec::new(),
            units,
        }
    }

    /// Adds an entry to the list in the making.
    pub(super) fn push(&mut self, entry: u32) {
        self.entries.push(entry);
    }

    /// Ends the list in the making.
    pub(super) fn end_list(&mut self) {
        let start = self.starts.last().map_or(0, |start| *start as usize);
        let list = self.entries.get(start..).unwrap_or(&[]);
        let mut set_no = 0;
        if list.len() > n_words(self.units) {
            let mut set = Set::none(self.units);
            set.insert_all(list);
            self.sets.push(Ranked::new(set));
            set_no = self.sets.len() as u32;
        }
        self.set_of.push(set_no);
        self.starts.push(self.entries.len() as u32);
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.set_of.len()
    }

    /// The entries of a list.
    pub(super) fn list(&self, no: usize) -> &[u32] {
        let bounds = self.starts.get(no).zip(self.starts.get(no + 1));
        bounds
            .and_then(|(start, end)| self.entries.get(*start as usize..*end as usize))
            .unwrap_or(&[])
    }

    /// The set of a list, if it is kept.
    pub(super) fn set(&self, no: usize) -> Option<&[u64]> {
        Some(self.ranked(no)?.set.words())
    }

    fn ranked(&self, no: usize) -> Option<&Ranked> {
        let set = *self.set_of.get(no)? as usize;
        self.sets.get(set.checked_sub(1)?)
    }

    /// Calls `each` with those of some ascending ranks that are in a list, and their entries.
    pub(super) fn entries_of(&self, no: usize, ranks: &[u32], mut each: impl FnMut(u32, u32)) {
        let mut list = self.list(no);
        if let Some(ranked) = self.ranked(no) {
            for rank in ranks.iter().filter(|rank| ranked.set.contains(**rank)) {
                if let Some(entry) = list.get(ranked.place(*rank)) {
                    each(*rank, *entry);
                }
            }
            return;
        }
        for rank in ranks {
            let at = list.partition_point(|entry| entry & RANK < *rank);
            list = list.get(at..).unwrap_or(&[]);
            if let Some(entry) = list.first().filter(|entry| *entry & RANK == *rank) {
                each(*rank, *entry);
            }
        }
    }

    /// For how many ranks finding them in a list costs as much as going through it.
    pub(super) fn worth_finding(&self, no: usize) -> usize {
        let len = self.list(no).len();
        if self.ranked(no).is_some() {
            len / 3
        } else {
            len / 16
        }
    }

    /// Puts the units of a list into a set.
    pub(super) fn add_to(&self, no: usize, set: &mut Set) {
        match self.set(no) {
            Some(words) => set.add(words),
            None => set.insert_all(self.list(no)),
        }
    }

    /// How many units of a list are in a set.
    pub(super) fn count_in(&self, no: usize, set: &Set) -> u32 {
        match self.set(no) {
            Some(words) => set.shared(words),
            None => self
                .list(no)
                .iter()
                .filter(|entry| set.contains(**entry & RANK))
                .count() as u32,
        }
    }

    /// About what counting every list in a set costs, in steps.
    pub(super) fn cost(&self) -> usize {
        let cost = |no| self.set(no).map_or(self.list(no).len(), <[u64]>::len);
        (0..self.len()).map(cost).sum()
    }
}

impl Ranked {
    fn new(set: Set) -> Self {
        let mut sum = 0;
        let words = set.words().iter();
        let before = words.map(|word| {
            let before = sum;
            sum += word.count_ones();
            before
        });
        Self {
            before: before.collect(),
            set,
        }
    }

    /// How many units of the list stand before a rank.
    fn place(&self, rank: u32) -> usize {
        let no = rank as usize >> 6;
        let pair = self.set.words().get(no).zip(self.before.get(no));
        pair.map_or(0, |(word, before)| {
            (before + (word & below(rank)).count_ones()) as usize
        })
    }
}
