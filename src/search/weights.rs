//! What words weigh in the units found, added up.
//!
//! In: lists of units. Out: a weight for each. Invariant: only units of the set ever have one, so
//! that taking those of the members leaves nothing behind.

use super::lists::{Lists, RANK};
use super::set::Set;

/// Adds what a term or label weighs in units to what is known of them.
pub(super) struct Weights<'s> {
    /// The units that matter.
    pub(super) set: &'s Set,
    /// Their ranks, ascending.
    pub(super) members: &'s [u32],
    /// By rank, in 2⁶ths; 0 outside the set.
    pub(super) by_rank: Vec<u32>,
}

impl Weights<'_> {
    /// Adds a list, with what it weighs given an entry.
    pub(super) fn add(&mut self, lists: &Lists, no: usize, weight: impl Fn(u32) -> u32) {
        if self.members.len() < lists.worth_finding(no) {
            let members = self.members;
            lists.entries_of(no, members, |rank, entry| self.add_one(rank, weight(entry)));
            return;
        }
        let list = lists.list(no).iter();
        for entry in list.filter(|entry| self.set.contains(*entry & RANK)) {
            self.add_one(entry & RANK, weight(*entry));
        }
    }

    /// Adds to one unit.
    pub(super) fn add_one(&mut self, rank: u32, weight: u32) {
        if let Some(sum) = self.by_rank.get_mut(rank as usize) {
            *sum = sum.saturating_add(weight);
        }
    }
}
