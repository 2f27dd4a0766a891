//! From a corpus to the bytes of its index.
//!
//! In: a [`Corpus`], or any [`Source`]. Out: bytes that [`Index::decode`] reads. Invariant: the
//! same source gives the same bytes. Meant for build time; the browser only reads.
//!
//! A *document* is a unit with the words of its own (statement, quotations), or a
//! *label*: the names of a value that units share (a speaker, a theme), indexed once. A unit's
//! number is its rank: newest first, then in the order of the corpus. Labels follow.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::index::Index;
use super::source::{Source, SourceUnit};
use super::token::tokens;
use crate::corpus::container::{self, Content};
use crate::corpus::model::Corpus;

impl Index<'_> {
    /// The index of a corpus.
    pub fn build(corpus: &Corpus) -> Vec<u8> {
        Self::build_of(&Source::of(corpus))
    }

    /// The index of anything.
    pub fn build_of(source: &Source) -> Vec<u8> {
        let mut builder = Builder::new(source);
        builder.read();
        container::seal(Content::INDEX, &builder.encode())
    }
}

/// Where a term occurs: document and place.
pub(super) type Places = Vec<(u32, u32)>;

/// What has been read.
pub(super) struct Builder<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    /// Number of the unit at each rank.
    pub(super) order: Vec<u32>,
    pub(super) terms: BTreeMap<String, Places>,
    pub(super) statement_words: Vec<u32>,
    pub(super) quotation_words: Vec<u32>,
}

impl<'s, 'a> Builder<'s, 'a> {
    fn new(source: &'s Source<'a>) -> Self {
        let mut order: Vec<u32> = (0..source.units.len() as u32).collect();
        let made = |unit: &u32| source.units.get(*unit as usize).map(|unit| unit.made);
        order.sort_by_key(|unit| Reverse(made(unit)));
        Self {
            source,
            order,
            terms: BTreeMap::new(),
            statement_words: Vec::new(),
            quotation_words: Vec::new(),
        }
    }

    /// The units by rank.
    pub(super) fn units(&self) -> impl Iterator<Item = &'s SourceUnit<'a>> {
        let units = self.order.iter();
        units.filter_map(|unit| self.source.units.get(*unit as usize))
    }

    fn read(&mut self) {
        let source = self.source;
        let mut document = 0;
        for unit in self.units().collect::<Vec<_>>() {
            let mut at = 0;
            let words = self.read_value(document, &mut at, unit.statement);
            self.statement_words.push(words);
            let quotations = unit.quotations.iter();
            let words = quotations.map(|it| self.read_value(document, &mut at, it));
            let words = words.sum();
            self.quotation_words.push(words);
            document += 1;
        }
        for column in source.columns.iter().filter(|it| it.field.is_some()) {
            let mut used = vec![false; column.names.len()];
            for value in column.values.iter().flatten() {
                if let Some(used) = used.get_mut(*value as usize) {
                    *used = true;
                }
            }
            for (names, used) in column.names.iter().zip(used) {
                let mut at = 0;
                for name in names.iter().filter(|_| used) {
                    self.read_value(document, &mut at, name);
                }
                document += 1;
            }
        }
    }

    /// Reads one value of a field and leaves a place empty, so that no phrase
    /// reaches from one value into the next.
    fn read_value(&mut self, document: u32, at: &mut u32, text: &str) -> u32 {
        let terms = &mut self.terms;
        let mut add = |term: &str, offset: u32| {
            let place = (document, *at + offset);
            if let Some(places) = terms.get_mut(term) {
                places.push(place);
            } else {
                terms.insert(term.to_owned(), vec![place]);
            }
        };
        let words = if self.source.plain {
            let words = text.split(' ').filter(|word| !word.is_empty());
            (0..).zip(words).map(|(at, word)| add(word, at)).count() as u32
        } else {
            tokens(text, &mut |token| add(token.term, token.at))
        };
        *at += words + 1;
        words
    }
}
