//! The index as the explorer holds it.
//!
//! Words in one sorted list, units by word and by value of each facet, ready to be joined and
//! counted; made by `decode`. Invariant: a unit number that leaves here is less than the number
//! of units, and reading never panics. Next: `clause`, `answer`.

use core::ops::Range;
use std::sync::Mutex;

use super::bytes::Reader;
use super::column::Column;
use super::joined::Joined;
use super::lists::{Lists, RANK};
use super::score::Damping;
use super::set::Set;
use super::terms::Terms;
use super::years::Years;

/// Where every word is, and what the units have in common.
pub struct Index<'a> {
    pub(super) corpus: &'a str,
    pub(super) units: u32,
    /// The unit at each rank.
    pub(super) order: Vec<u32>,
    /// Ranks whose date is not that of the rank before.
    pub(super) turns: Set,
    pub(super) years: Years,
    pub(super) columns: Vec<Column>,
    /// The columns whose values have names, by their first label.
    pub(super) named: Vec<Named>,
    /// Words of each unit's statement.
    pub(super) statement_words: Vec<u32>,
    /// [`occurrence_weights`](super::score::occurrence_weights) of each unit's statement and quotations.
    pub(super) weights: [Vec<u32>; 2],
    pub(super) terms: Terms,
    /// The units of each term.
    pub(super) postings: Lists,
    /// The labels of each term.
    pub(super) labels: Lists,
    pub(super) joined: Joined,
    pub(super) damping: Damping,
    /// All 0 and as many as units, whenever nobody is counting in them.
    pub(super) scratch: Mutex<Vec<u32>>,
    /// Where the places of each term begin.
    pub(super) place_starts: Vec<u32>,
    pub(super) places: &'a [u8],
}

/// A column whose values have names.
pub(super) struct Named {
    pub(super) column: usize,
    /// Number of its first label; the labels of its other values follow.
    pub(super) label: u32,
    /// What a word of a name weighs, in 2⁴ths.
    pub(super) weight: u32,
}

/// A value of a column, as something that has words.
#[derive(Clone, Copy)]
pub(super) struct Label {
    pub(super) column: usize,
    pub(super) value: usize,
    /// What a word of its name weighs, in 2⁴ths.
    pub(super) weight: u32,
}

impl<'a> Index<'a> {
    /// Version of the corpus that it is the index of; compare it with
    /// `About::version` before relying on unit numbers.
    pub fn corpus(&self) -> &'a str {
        self.corpus
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        self.units
    }

    /// The labels that have a term.
    pub(super) fn labels_of(&self, term: usize) -> impl Iterator<Item = Label> {
        let labels = self.labels.list(term).iter();
        labels.filter_map(|label| self.label(*label))
    }

    /// What a label stands for.
    pub(super) fn label(&self, number: u32) -> Option<Label> {
        let after = self.named.partition_point(|named| named.label <= number);
        let named = self.named.get(after.checked_sub(1)?)?;
        Some(Label {
            column: named.column,
            value: (number - named.label) as usize,
            weight: named.weight,
        })
    }

    /// Calls `each` with every document and place of a term, ascending.
    pub(super) fn places(&self, term: usize, each: &mut dyn FnMut(u32, u32)) {
        let bounds = self
            .place_starts
            .get(term)
            .zip(self.place_starts.get(term + 1));
        let bytes = bounds.and_then(|(start, end)| self.places.get(*start as usize..*end as usize));
        let mut reader = Reader {
            rest: bytes.unwrap_or(&[]),
        };
        let ranks = self.postings.list(term).iter().map(|entry| entry & RANK);
        let labels = self
            .labels
            .list(term)
            .iter()
            .map(|label| self.units + label);
        for document in ranks.chain(labels) {
            let mut least = 0_u32;
            loop {
                let Some(number) = reader.number() else {
                    return;
                };
                let at = least.saturating_add(number >> 1);
                each(document, at);
                least = at.saturating_add(1);
                if number & 1 == 0 {
                    break;
                }
            }
        }
    }

    /// What one occurrence at a place of a unit weighs, in 2⁴ths.
    pub(super) fn weight_at(&self, rank: u32, at: u32) -> u32 {
        let words = self.statement_words.get(rank as usize);
        let part = usize::from(words.is_some_and(|words| at >= *words));
        let weights = self.weights.get(part).and_then(|it| it.get(rank as usize));
        weights.map_or(0, |weight| weight >> 8)
    }

    /// The terms that begin so.
    pub(super) fn starting(&self, prefix: &str) -> Range<usize> {
        self.terms.starting(prefix)
    }
}
