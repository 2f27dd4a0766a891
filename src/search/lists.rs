//! Many ascending lists of units: one for each word, or for each value of a facet.
//!
//! An entry is a rank (the lowest 24 bits) and what the word weighs in that unit (the highest 8,
//! see `score`). A list with more entries than a set has words is also kept as a set, because
//! that is then the quicker way to join and to count. Invariant: entries of a list ascend.

use super::set::{Set, n_words};

/// The bits of an entry that are its rank; no index has more units.
pub(super) const RANK: u32 = (1 << 24) - 1;

/// Lists by number.
#[derive(Default)]
pub(super) struct Lists {
    /// Where each list begins, and where the last one ends.
    starts: Vec<u32>,
    entries: Vec<u32>,
    /// Which of `sets` is the set of a list, from 1; 0 where it has none.
    set_of: Vec<u32>,
    sets: Vec<Set>,
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
            self.sets.push(set);
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
        let set = *self.set_of.get(no)? as usize;
        Some(self.sets.get(set.checked_sub(1)?)?.words())
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
