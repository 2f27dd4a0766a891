//! In which order the units found stand, as deep as it is asked for.
//!
//! In: [`Found`] and places of the order. Out: units. Invariant: what is equal stands newest
//! first, then in the order of the corpus (but oldest first, where that is asked for), so that
//! the same question gives the same order everywhere.

use core::ops::Range;

use super::answer::Found;
use super::clause::Matches;
use super::index::Index;
use super::score::{best, idf};
use super::weights::Weights;
use crate::corpus::model::UnitNo;

/// In which order units stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Best first; what is equal newest first.
    Best,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
}

impl Index<'_> {
    /// The units found, from one place of the order to before another.
    pub fn window(&self, found: &Found, order: Order, range: Range<u32>) -> Vec<UnitNo> {
        let (from, to) = (range.start as usize, range.end.min(found.all.len) as usize);
        let members = found.all.members();
        let unit = |rank: &u32| self.order.get(*rank as usize).map(|unit| UnitNo(*unit));
        let newest = || {
            members
                .get(from..to)
                .unwrap_or(&[])
                .iter()
                .filter_map(unit)
                .collect()
        };
        match order {
            Order::Best if from < to && found.matches.iter().any(Matches::ranks) => {
                let places = best(&self.scores(found, &members), to);
                let places = places.get(from..).unwrap_or(&[]).iter();
                let ranks = places.filter_map(|place| members.get(*place as usize));
                ranks.filter_map(unit).collect()
            }
            Order::Best | Order::Newest => newest(),
            Order::Oldest => {
                let ranks = self.oldest_first(&members);
                ranks
                    .get(from..to)
                    .unwrap_or(&[])
                    .iter()
                    .filter_map(unit)
                    .collect()
            }
        }
    }

    /// The same ranks, oldest first; what is equally old keeps its order.
    fn oldest_first(&self, members: &[u32]) -> Vec<u32> {
        let mut ranks = members.to_vec();
        ranks.reverse();
        // Now the older one comes first, with the higher rank.
        for same in ranks.chunk_by_mut(|older, newer| !self.turned(*newer, *older)) {
            same.reverse();
        }
        ranks
    }

    /// Whether a date begins behind one rank and up to another.
    fn turned(&self, after: u32, upto: u32) -> bool {
        self.turns
            .shared_within(self.turns.words(), after + 1, upto + 1)
            > 0
    }

    /// The scores of some of the units found, in their order.
    fn scores(&self, found: &Found, members: &[u32]) -> Vec<u32> {
        let mut scores = vec![0_u32; members.len()];
        let mut weights = Weights {
            set: &found.all.set,
            members,
            by_rank: self
                .scratch
                .lock()
                .map(|mut it| core::mem::take(&mut *it))
                .unwrap_or_default(),
        };
        weights.by_rank.resize(self.units as usize, 0);
        for matches in found.matches.iter().filter(|it| it.ranks()) {
            for (term, quarters) in &matches.terms {
                weights.add(&self.postings, *term, |entry| (entry >> 24) * quarters);
            }
            for (label, weight) in &matches.labels {
                if let Some(column) = self.columns.get(label.column) {
                    weights.add(&column.lists, label.value, |_| *weight);
                }
            }
            for (rank, weight) in &matches.phrases {
                if found.all.set.contains(*rank) {
                    weights.add_one(*rank, *weight);
                }
            }
            let idf = idf(matches.set.len(), self.units);
            for (score, rank) in scores.iter_mut().zip(members) {
                if let Some(weight) = weights.by_rank.get_mut(*rank as usize) {
                    *score += self.damping.score(idf, core::mem::take(weight));
                }
            }
        }
        if let Ok(mut scratch) = self.scratch.lock() {
            *scratch = weights.by_rank;
        }
        scores
    }
}

impl Matches {
    /// Whether it ranks at all.
    fn ranks(&self) -> bool {
        !self.terms.is_empty() || !self.phrases.is_empty() || self.labels.iter().any(|it| it.1 > 0)
    }
}
