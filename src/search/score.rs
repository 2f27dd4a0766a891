//! Which units answer a query, and how well.
//!
//! In: an [`Index`] and a [`Query`]. Out: [`Hit`]s by unit number, which
//! `explore::results` narrows and puts in order. Invariant: all arithmetic
//! is on integers, so every machine gives the same order.
//!
//! Scores are BM25F (S. Robertson, H. Zaragoza, "The probabilistic relevance
//! framework: BM25 and beyond", Foundations and Trends in Information Retrieval
//! 3(4), 2009, section 3.6). For each word or phrase of the query
//!
//! ```text
//! score  = idf · w / (K1 + w)
//! idf    = log₂((N + 1) / (n + ½))            N units, of which n have the word
//! w      = Σ over fields: weight · count · fit / (1 − b + b · words / mean words)
//! fit    = 1 for the word itself, ¾ for the same stem, another spelling or a
//!          synonym, ½ for a longer word that only begins like it
//! ```
//!
//! and the sum over the query is the unit's. Several terms that fit one word of
//! the query add up as one, except within a label, where the best counts: a body
//! is no better an answer for having more names.

use core::cmp::Reverse;

use super::field::Field;
use super::index::Index;
use super::query::{Clause, Fit, Query, Slot};
use super::terms::each_term;
use crate::corpus::model::UnitNo;

/// How soon more occurrences cease to matter: 1.2, in 2¹⁴ths.
const K1: u64 = 19_661;
/// log₂ 1.x − 0.x is about this times x (1 − x), in 2¹⁶ths.
const CURVE: u64 = 22_500;

/// A unit that answers a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub unit: UnitNo,
    /// How well: higher is better, and 0 where nothing was asked.
    pub score: u32,
}

impl Index<'_> {
    /// The units that answer a query, by number. An empty query, and one that only
    /// leaves out, is answered by all that are not left out.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        let mut hits: Vec<Hit> = (0..self.units())
            .map(|unit| Hit {
                unit: UnitNo(unit),
                score: 0,
            })
            .collect();
        let mut weights = Weights::new(self);
        for clause in &query.clauses {
            weights.weigh(clause);
            let with = weights.units.iter().filter(|&&weight| weight > 0).count();
            let idf = idf(with as u64, self.units());
            hits.retain_mut(|hit| {
                let weight = weights.units.get(hit.unit.index()).map_or(0, |w| *w);
                if !clause.without {
                    let weight = u64::from(weight);
                    hit.score += (idf * weight / (K1 + weight)) as u32;
                }
                (weight > 0) != clause.without
            });
        }
        hits
    }
}

/// In 2¹⁶ths.
fn idf(units_with: u64, units: u32) -> u64 {
    log2(2 * u64::from(units) + 2).saturating_sub(log2(2 * units_with + 1))
}

/// The binary logarithm of a number from 1 to 2⁴⁷, in 2¹⁶ths, to within 1/100.
fn log2(number: u64) -> u64 {
    let whole = number.max(1).ilog2();
    let part = (number << 16 >> whole) & 0xffff;
    (u64::from(whole) << 16) + part + ((part * (0x1_0000 - part)) >> 16) * CURVE / 0x1_0000
}

/// What one occurrence in a field of each unit counts, in 2¹²ths, given the words
/// of that field.
pub(super) fn occurrence_weights(field: Field, words: &[u32]) -> Vec<u32> {
    let b = field.b();
    let weight = u64::from(field.weight()) << 11;
    let total = words.iter().map(|&words| u64::from(words)).sum::<u64>();
    words
        .iter()
        .map(|&own| {
            let relative = 256 * u64::from(own) * words.len() as u64 / total.max(1);
            ((weight << 8) / (256 - b + b * relative / 256)) as u32
        })
        .collect()
}

/// The weights of one clause, before they are damped.
struct Weights<'i> {
    index: &'i Index<'i>,
    /// In 2¹⁴ths, by unit; 0 where the clause does not match.
    units: Vec<u32>,
    /// The same by label.
    labels: Vec<u32>,
}

impl<'i> Weights<'i> {
    fn new(index: &'i Index<'i>) -> Self {
        Self {
            index,
            units: vec![0; index.units() as usize],
            labels: vec![0; index.labels()],
        }
    }

    /// Forgets the last clause and weighs this one.
    fn weigh(&mut self, clause: &Clause) {
        self.units.fill(0);
        self.labels.fill(0);
        for slots in &clause.options {
            if let [slot] = slots.as_slice() {
                self.weigh_word(slot);
            } else {
                self.weigh_phrase(slots);
            }
        }
        for (label, &weight) in self.labels.iter().enumerate() {
            if weight > 0 {
                for &unit in self.index.label_units(label) {
                    if let Some(sum) = self.units.get_mut(unit as usize) {
                        *sum = sum.saturating_add(weight);
                    }
                }
            }
        }
    }

    fn weigh_word(&mut self, slot: &Slot) {
        let index = self.index;
        each_term(index, slot, &mut |term, fit| {
            for posting in index.postings(term) {
                let [statement, rest] = posting.counts;
                let weight = (index.weight(posting.document, 0).saturating_mul(statement))
                    .saturating_add(index.weight(posting.document, 1).saturating_mul(rest));
                self.add(posting.document, weight.saturating_mul(quarters(fit)));
            }
        });
    }

    fn weigh_phrase(&mut self, slots: &[Slot]) {
        let mut places = Vec::new();
        for (offset, slot) in slots.iter().enumerate() {
            let next = places_of(self.index, slot);
            if offset == 0 {
                places = next;
            } else {
                keep_followed(&mut places, offset as u32, &next);
            }
        }
        for places in places.chunk_by(|one, next| one.document == next.document) {
            let mut sum = 0_u32;
            let mut document = 0;
            for place in places {
                document = place.document;
                let part = self.index.part_of(document, place.at);
                let weight = self.index.weight(document, part);
                sum = sum.saturating_add(weight.saturating_mul(quarters(place.fit)));
            }
            self.add(document, sum);
        }
    }

    /// Counts a weight for a unit, or for a label if it has less.
    fn add(&mut self, document: u32, weight: u32) {
        let document = document as usize;
        if let Some(sum) = self.units.get_mut(document) {
            *sum = sum.saturating_add(weight);
        } else if let Some(best) = self.labels.get_mut(document - self.units.len()) {
            *best = weight.max(*best);
        }
    }
}

fn quarters(fit: Fit) -> u32 {
    match fit {
        Fit::Exact => 4,
        Fit::Form => 3,
        Fit::Prefix => 2,
    }
}

/// Where something that fits a phrase so far begins.
#[derive(Clone, Copy)]
struct Place {
    document: u32,
    at: u32,
    /// The worst fit of its words.
    fit: Fit,
}

/// Every place of a slot once, ascending.
fn places_of(index: &Index, slot: &Slot) -> Vec<Place> {
    let mut places = Vec::new();
    let mut terms = 0;
    each_term(index, slot, &mut |term, fit| {
        terms += 1;
        index.places(term, &mut |document, at| {
            places.push(Place { document, at, fit });
        });
    });
    if terms > 1 {
        places.sort_unstable_by_key(|place| (place.document, place.at, Reverse(place.fit)));
        places.dedup_by_key(|place| (place.document, place.at));
    }
    places
}

/// Keeps the places that one of `next` stands `offset` words behind.
fn keep_followed(places: &mut Vec<Place>, offset: u32, next: &[Place]) {
    let mut next = next.iter().copied().peekable();
    places.retain_mut(|place| {
        let wanted = (place.document, place.at.saturating_add(offset));
        while next
            .next_if(|other| (other.document, other.at) < wanted)
            .is_some()
        {}
        let found = next
            .peek()
            .filter(|other| (other.document, other.at) == wanted);
        place.fit = found.map_or(place.fit, |other| other.fit.min(place.fit));
        found.is_some()
    });
}
