//! How well a unit answers: the formula, and the best first.
//!
//! In: what each word or phrase weighs in each unit. Out: scores. Invariant: all arithmetic
//! is on integers, so every machine gives the same order.
//!
//! Scores are BM25F (S. Robertson, H. Zaragoza, "The probabilistic relevance
//! framework: BM25 and beyond", Foundations and Trends in Information Retrieval
//! 3(4), 2009, section 3.6). For each word or phrase of the query
//!
//! ```text
//! score  = idf · w / (K1 + w)
//! idf    = log₂((N + 1) / (n + ½))            N units, of which n have the word
//! w      = Σ over terms: fit · Σ over fields: weight · count / (1 − b + b · words / mean words)
//! fit    = 1 for the word itself, ¾ for the same stem, another spelling or a
//!          synonym, ½ for a longer word that only begins like it
//! ```
//!
//! and the sum over the query is the unit's. Several terms that fit one word of
//! the query add up as one, except within a label, where the best counts: a body
//! is no better an answer for having more names. One term weighs from 1/16 to 255/16 in a unit,
//! in steps of 1/16. A beginning of one or two letters finds, but says too little to rank by: there
//! only the word itself weighs.

use super::field::Field;

/// How soon more occurrences cease to matter: 1.2, in 2⁶ths.
const K1: u32 = 77;
/// Up to which weight, in 2⁶ths, more is better.
const MOST: u32 = 2048;
/// log₂ 1.x − 0.x is about this times x (1 − x), in 2¹⁶ths.
const CURVE: u64 = 22_500;

/// w / (K1 + w) in 2¹⁶ths, by w in 2⁶ths.
pub(super) struct Damping(Vec<u32>);

impl Damping {
    pub(super) fn new() -> Self {
        Self((0..=MOST).map(|w| (w << 16) / (K1 + w)).collect())
    }

    /// What a word of this idf scores where it weighs so much.
    pub(super) fn score(&self, idf: u64, weight: u32) -> u32 {
        let damped = self.0.get(weight.min(MOST) as usize).copied().unwrap_or(0);
        ((idf * u64::from(damped)) >> 16) as u32
    }
}

/// In 2¹⁶ths.
pub(super) fn idf(units_with: u32, units: u32) -> u64 {
    log2(2 * u64::from(units) + 2).saturating_sub(log2(2 * u64::from(units_with) + 1))
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

/// The places of the `count` best of the scores, best first; what is equal keeps its order.
pub(super) fn best(scores: &[u32], count: usize) -> Vec<u32> {
    // A lower key is better: of a higher score, or of the same and an earlier place.
    let keys = scores.iter().zip(0_u32..);
    let keys = keys.map(|(score, place)| u64::from(!*score) << 32 | u64::from(place));
    let best = if count <= FEW {
        few_best(keys, count)
    } else {
        let mut keys: Vec<u64> = keys.collect();
        keys.sort_unstable();
        keys.truncate(count);
        keys
    };
    best.into_iter().map(|key| key as u32).collect()
}

/// So many are kept in order while going through all.
const FEW: usize = 64;

fn few_best(keys: impl Iterator<Item = u64>, count: usize) -> Vec<u64> {
    let mut best: Vec<u64> = Vec::with_capacity(count + 1);
    let mut last = 0;
    for key in keys {
        if key >= last && best.len() >= count {
            continue;
        }
        let at = best.partition_point(|other| *other < key);
        best.insert(at, key);
        best.truncate(count);
        last = best.last().copied().unwrap_or(0);
    }
    best
}
