//! What answers one word or phrase of a query, and what makes it do so.
//!
//! In: an [`Index`] and a [`Clause`]. Out: the [`Matches`] of the clause. Invariant: a unit is in the set
//! exactly if some term, label or phrase of the clause is in the unit. Next: `answer`.

use super::fitting::{each_form, each_term};
use super::index::{Index, Label};
use super::query::{Clause, Fit, Slot};
use super::set::Set;

/// A prefix shorter than this many characters does not rank.
const RANKED: usize = 3;

/// What a clause comes to.
pub(super) struct Matches {
    /// The units that have it.
    pub(super) set: Set,
    /// Terms with what fits them in quarters.
    pub(super) terms: Vec<(usize, u32)>,
    /// Labels with what they weigh, in 2⁶ths.
    pub(super) labels: Vec<(Label, u32)>,
    /// Units that have a phrase, with what it weighs there, in 2⁶ths.
    pub(super) phrases: Vec<(u32, u32)>,
}

/// Where something that fits a phrase so far begins: document, place, and what the worst fit of
/// its words lacks, from the highest bits to the lowest; so the best of one place comes first.
type Place = u64;

fn place(document: u32, at: u32, fit: Fit) -> Place {
    u64::from(document) << 34 | u64::from(at) << 2 | u64::from(4 - quarters(fit))
}

const fn document(place: Place) -> u32 {
    (place >> 34) as u32
}

const fn at(place: Place) -> u32 {
    (place >> 2) as u32
}

const fn fit(place: Place) -> u32 {
    4 - (place & 3) as u32
}

impl Index<'_> {
    /// What answers a clause.
    pub(super) fn matches(&self, clause: &Clause) -> Matches {
        let mut matching = Matching {
            index: self,
            set: Set::none(self.units),
            terms: Vec::new(),
            labels: Vec::new(),
            phrases: Vec::new(),
        };
        for slots in &clause.options {
            match slots.as_slice() {
                [slot] => matching.word(slot),
                slots => matching.phrase(slots),
            }
        }
        matching.finish()
    }
}

struct Matching<'i> {
    index: &'i Index<'i>,
    set: Set,
    terms: Vec<(usize, u32)>,
    /// Numbers of labels, each with what 2³² lacks to its weight, so that the best comes first.
    labels: Vec<u64>,
    phrases: Vec<(u32, u32)>,
}

impl Matching<'_> {
    fn word(&mut self, slot: &Slot) {
        let index = self.index;
        let longer = if slot.prefix {
            index.starting(slot.typed())
        } else {
            0..0
        };
        let joined = index.joined.get(&longer);
        if let Some(joined) = joined {
            self.set.add(joined.words());
        }
        let ranks = slot.typed().chars().count() >= RANKED;
        let mut see = |term: usize, fit: Fit| {
            if ranks || fit != Fit::Prefix {
                self.term(term, fit);
            } else {
                self.labels_of(term, 0);
            }
            if joined.is_none() || fit != Fit::Prefix {
                index.postings.add_to(term, &mut self.set);
            }
        };
        if joined.is_some() && !ranks {
            each_form(index, slot, &mut see);
        } else {
            each_term(index, slot, &mut see);
        }
    }

    fn term(&mut self, term: usize, fit: Fit) {
        self.terms.push((term, quarters(fit)));
        self.labels_of(term, quarters(fit));
    }

    fn labels_of(&mut self, term: usize, quarters: u32) {
        for number in self.index.labels.list(term) {
            self.label(*number, quarters);
        }
    }

    fn label(&mut self, number: u32, quarters: u32) {
        let weight = self.index.label(number).map_or(0, |label| label.weight) * quarters;
        self.labels
            .push(u64::from(number) << 32 | u64::from(!weight));
    }

    fn phrase(&mut self, slots: &[Slot]) {
        let mut places = Vec::new();
        for (offset, slot) in (0_u32..).zip(slots) {
            if offset == 0 {
                places = places_of(self.index, slot);
            } else {
                keep_followed(self.index, &mut places, offset, slot);
            }
        }
        for places in places.chunk_by(|one, next| document(*one) == document(*next)) {
            let Some(document) = places.first().map(|first| document(*first)) else {
                continue;
            };
            if let Some(label) = document.checked_sub(self.index.units) {
                let fits = places.iter().map(|place| fit(*place));
                self.label(label, fits.max().unwrap_or(0));
            } else {
                let weight = |place: &Place| {
                    let weight = self.index.weight_at(document, at(*place));
                    weight.clamp(1, 255) * fit(*place)
                };
                let weight = places.iter().map(weight).sum();
                self.set.insert(document);
                self.phrases.push((document, weight));
            }
        }
    }

    fn finish(mut self) -> Matches {
        self.labels.sort_unstable();
        self.labels.dedup_by_key(|key| *key >> 32);
        let mut labels = Vec::with_capacity(self.labels.len());
        for key in self.labels {
            let Some(label) = self.index.label((key >> 32) as u32) else {
                continue;
            };
            if let Some(column) = self.index.columns.get(label.column) {
                column.lists.add_to(label.value, &mut self.set);
            }
            labels.push((label, !(key as u32)));
        }
        Matches {
            set: self.set,
            terms: self.terms,
            labels,
            phrases: self.phrases,
        }
    }
}

/// How well a term answers, in quarters.
const fn quarters(fit: Fit) -> u32 {
    match fit {
        Fit::Exact => 4,
        Fit::Form => 3,
        Fit::Prefix => 2,
    }
}

/// Every place of a slot once, ascending.
fn places_of(index: &Index, slot: &Slot) -> Vec<Place> {
    let mut places = Vec::new();
    each_term(index, slot, &mut |term, fit| {
        index.places(term, &mut |document, at| {
            places.push(place(document, at, fit));
        });
    });
    places.sort_unstable();
    places.dedup_by_key(|place| *place >> 2);
    places
}

/// Keeps the places that the slot stands `offset` words behind.
fn keep_followed(index: &Index, places: &mut Vec<Place>, offset: u32, slot: &Slot) {
    // How well each is followed, in quarters, or not at all.
    let mut followed = vec![0; places.len()];
    each_term(index, slot, &mut |term, fit| {
        let mut wanted = places.iter().zip(&mut followed).peekable();
        index.places(term, &mut |document, at| {
            let Some(first) = at.checked_sub(offset) else {
                return;
            };
            let key = place(document, first, fit) >> 2;
            while wanted.next_if(|(place, _)| *place >> 2 < key).is_some() {}
            if let Some((_, best)) = wanted.next_if(|(place, _)| *place >> 2 == key) {
                *best = quarters(fit).max(*best);
            }
        });
    });
    let mut followed = followed.into_iter();
    places.retain_mut(|place| {
        let best = followed.next().unwrap_or(0);
        let lacks = 4 - best.min(fit(*place));
        *place = *place & !3 | u64::from(lacks & 3);
        best > 0
    });
}
