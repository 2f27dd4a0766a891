//! The layout of an index.
//!
//! In: what `build` has read. Out: bytes that `decode` reads. Invariant: the same is always the
//! same bytes.
//!
//! ```text
//! body     = version of the corpus (str), units: n, columns: n,
//!            then each: values, field + 1 or 0 if its values have no names
//!            first year, years: n, then how many units each has, newest first
//!            terms: n, then each, sorted by bytes: bytes shared with the term
//!              before, the rest (str), bytes of its places
//!            units of all terms together
//!            bits: bytes, then bits
//!            places
//! bits     = of each rank: the unit's number, in as many bits as all need
//!            ranks whose date is not that of the rank before (list)
//!            words of each statement, of each unit's quotations: divisor, then Rice
//!            columns: each value's ranks (list)
//!            terms: each its units (list, with counts), then its labels (list)
//! list     = how many (gamma), then gaps (Rice, see `bits::divisor`)
//! counts   = unary: 0 once in quotations, 1 once in the statement, 2 once in each,
//!            3 otherwise: times in the statement, times in quotations (gamma)
//! places   = of each document of a term: ascending places, in words from 0, each as
//!            gap << 1 | more follow; after each value of a field one place stays empty
//! ```

use super::bits::{BitWriter, divisor};
use super::build::{Builder, Places};
use super::bytes::{put, put_str};

impl Builder<'_, '_> {
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put_str(&mut body, self.source.version);
        put(&mut body, self.order.len() as u32);
        put(&mut body, self.source.columns.len() as u32);
        for column in &self.source.columns {
            put(&mut body, column.names.len() as u32);
            put(
                &mut body,
                column.field.map_or(0, |field| field.number() + 1),
            );
        }
        self.encode_years(&mut body);
        let mut bits = BitWriter::default();
        self.encode_units(&mut bits);
        self.encode_columns(&mut bits);
        let mut places = Vec::new();
        put(&mut body, self.terms.len() as u32);
        let mut before = "";
        for (term, occurrences) in &self.terms {
            let start = places.len();
            self.encode_term(occurrences, &mut bits, &mut places);
            if self.source.plain {
                places.clear();
            }
            let shared = shared_bytes(before, term);
            put(&mut body, shared as u32);
            put_str(&mut body, term.get(shared..).unwrap_or(""));
            put(&mut body, places.len().saturating_sub(start) as u32);
            before = term;
        }
        put(&mut body, self.n_entries());
        let bits = bits.finish();
        put(&mut body, bits.len() as u32);
        body.extend(bits);
        body.append(&mut places);
        body
    }

    fn encode_years(&self, body: &mut Vec<u8>) {
        let years: Vec<u16> = self.units().map(|unit| unit.made.year()).collect();
        let first = years.last().copied().unwrap_or(0);
        let last = years.first().copied().unwrap_or(0);
        put(body, u32::from(first));
        put(body, u32::from(last - first) + 1);
        for year in (first..=last).rev() {
            let count = years.iter().filter(|it| **it == year).count();
            put(body, count as u32);
        }
    }

    fn encode_units(&self, bits: &mut BitWriter) {
        let width = width(self.order.len() as u32);
        for unit in &self.order {
            bits.put(*unit, width);
        }
        let dates: Vec<_> = self.units().map(|unit| unit.made).collect();
        let turns = dates
            .windows(2)
            .zip(1..)
            .filter(|(pair, _)| pair.first() != pair.last());
        encode_list(
            bits,
            &turns.map(|(_, rank)| rank).collect::<Vec<_>>(),
            dates.len() as u32,
        );
        for words in [&self.statement_words, &self.quotation_words] {
            let total: u32 = words.iter().sum();
            let k = divisor(words.len() as u32, total);
            bits.gamma(k);
            for words in words {
                bits.rice(*words, k);
            }
        }
    }

    fn encode_columns(&self, bits: &mut BitWriter) {
        for column in &self.source.columns {
            let mut lists = vec![Vec::new(); column.names.len()];
            for (rank, unit) in (0..).zip(&self.order) {
                for value in column.values.get(*unit as usize).into_iter().flatten() {
                    if let Some(list) = lists.get_mut(*value as usize) {
                        list.push(rank);
                    }
                }
            }
            for list in &mut lists {
                list.dedup();
                encode_list(bits, list, self.order.len() as u32);
            }
        }
    }

    fn encode_term(&self, all: &Places, bits: &mut BitWriter, places: &mut Vec<u8>) {
        let units = self.order.len() as u32;
        let documents: Vec<_> = all.chunk_by(|one, next| one.0 == next.0).collect();
        let of = |document: &[(u32, u32)]| document.first().map_or(0, |it| it.0);
        let n_units = documents.partition_point(|document| of(document) < units);
        bits.gamma(n_units as u32);
        let k = divisor(n_units as u32, units);
        let mut least = 0;
        let mut labels = Vec::new();
        for document in documents {
            // A term may stand twice at one place: once as the word, once as
            // another term for it.
            let mut at: Vec<u32> = document.iter().map(|&(_, at)| at).collect();
            at.sort_unstable();
            at.dedup();
            let number = of(document);
            if let Some(words) = self.statement_words.get(number as usize) {
                bits.rice(number - least, k);
                least = number + 1;
                let first = at.partition_point(|at| at < words) as u32;
                encode_counts(bits, first, at.len() as u32 - first);
            } else {
                labels.push(number - units);
            }
            encode_places(places, &at);
        }
        encode_list(bits, &labels, self.n_labels());
    }

    /// How many units all terms have together.
    fn n_entries(&self) -> u32 {
        let units = self.order.len() as u32;
        let documents = |places: &Places| {
            let documents = places.chunk_by(|one, next| one.0 == next.0);
            documents
                .filter(|it| it.first().is_some_and(|place| place.0 < units))
                .count()
        };
        self.terms.values().map(documents).sum::<usize>() as u32
    }

    fn n_labels(&self) -> u32 {
        let labelled = self.source.columns.iter().filter(|it| it.field.is_some());
        labelled.map(|column| column.names.len() as u32).sum()
    }
}

/// How many bits the numbers below `count` need.
pub(super) const fn width(count: u32) -> u32 {
    32 - count.saturating_sub(1).leading_zeros()
}

fn encode_list(bits: &mut BitWriter, list: &[u32], of: u32) {
    bits.gamma(list.len() as u32);
    let k = divisor(list.len() as u32, of);
    let mut least = 0;
    for number in list {
        bits.rice(number - least, k);
        least = number + 1;
    }
}

fn encode_counts(bits: &mut BitWriter, statement: u32, quotations: u32) {
    match (statement, quotations) {
        (0, 1) => bits.put(0b0, 1),
        (1, 0) => bits.put(0b01, 2),
        (1, 1) => bits.put(0b011, 3),
        _ => {
            bits.put(0b111, 3);
            bits.gamma(statement);
            bits.gamma(quotations);
        }
    }
}

fn encode_places(places: &mut Vec<u8>, at: &[u32]) {
    let mut least = 0;
    for (left, at) in (0..at.len()).rev().zip(at) {
        put(places, (at - least) << 1 | u32::from(left > 0));
        least = at + 1;
    }
}

/// How many bytes two terms share from the front, never within a character.
fn shared_bytes(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum()
}
