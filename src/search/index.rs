//! The index as the explorer holds it.
//!
//! In: the bytes of `build`. Out: an [`Index`]: words in one sorted list, units by word and by
//! value of each facet, ready to be joined and counted. Invariant: whatever the bytes, decoding
//! and reading end and never panic; a unit number that leaves here is less than the number of
//! units. Next: `clause`, `answer`.

use core::ops::Range;
use std::sync::Mutex;

use super::bits::BitReader;
use super::build::width;
use super::bytes::Reader;
use super::column::Column;
use super::field::Field;
use super::joined::Joined;
use super::lists::{Lists, RANK};
use super::score::{Damping, occurrence_weights};
use super::set::Set;
use super::terms::Terms;
use super::years::Years;
use crate::corpus::container::{self, Content, DecodeError};

/// Where every word is, and what the units have in common.
pub struct Index<'a> {
    corpus: &'a str,
    pub(super) units: u32,
    /// The unit at each rank.
    pub(super) order: Vec<u32>,
    /// Ranks whose date is not that of the rank before.
    pub(super) turns: Set,
    pub(super) years: Years,
    pub(super) columns: Vec<Column>,
    /// The columns whose values have names, by their first label.
    named: Vec<Named>,
    /// Words of each unit's statement.
    pub(super) statement_words: Vec<u32>,
    /// [`occurrence_weights`] of each unit's statement and quotations.
    weights: [Vec<u32>; 2],
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
    place_starts: Vec<u32>,
    places: &'a [u8],
}

/// A column whose values have names.
struct Named {
    column: usize,
    /// Number of its first label; the labels of its other values follow.
    label: u32,
    /// What a word of a name weighs, in 2⁴ths.
    weight: u32,
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
    /// Reads the bytes that [`Index::build`] made.
    ///
    /// # Errors
    /// If they are anything else.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let body = container::open(Content::INDEX, bytes)?;
        Self::read(Reader { rest: body }).ok_or(DecodeError::Malformed)
    }

    /// Version of the corpus that it is the index of; compare it with
    /// `About::version` before relying on unit numbers.
    pub fn corpus(&self) -> &'a str {
        self.corpus
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        self.units
    }

    fn read(mut reader: Reader<'a>) -> Option<Self> {
        let corpus = reader.str()?;
        let units = reader.number().filter(|units| *units <= RANK)?;
        let shapes = read_shapes(&mut reader)?;
        let years = Years::read(&mut reader, units)?;
        let mut place_starts = vec![0];
        let mut end = 0_u32;
        let terms = Terms::read(&mut reader, &mut |bytes| {
            end = end.saturating_add(bytes);
            place_starts.push(end);
        })?;
        let entries = reader.number()? as usize;
        let bits = reader.number()?;
        let mut bits = BitReader::new(reader.bytes(bits)?);
        let places = reader.rest;
        if end as usize != places.len() {
            return None;
        }
        // Each unit and entry takes some bits, so that no few bytes can ask for much room.
        (units as usize <= bits.left() && entries <= bits.left()).then_some(())?;
        let order = (0..units).map(|_| bits.take(width(units))).collect();
        let turns = read_turns(&mut bits, units)?;
        let statement_words = read_words(&mut bits, units);
        let quotation_words = read_words(&mut bits, units);
        let weights = [
            occurrence_weights(Field::Statement, &statement_words),
            occurrence_weights(Field::Quotation, &quotation_words),
        ];
        let (columns, named, n_labels) = read_columns(&mut bits, &shapes, units)?;
        let mut index = Self {
            corpus,
            units,
            order,
            turns,
            years,
            columns,
            named,
            statement_words,
            weights,
            postings: Lists::new(units, terms.len(), entries),
            labels: Lists::new(u32::MAX, terms.len(), 0),
            joined: Joined::default(),
            damping: Damping::new(),
            terms,
            scratch: Mutex::default(),
            place_starts,
            places,
        };
        index.read_postings(&mut bits, n_labels)?;
        if bits.over() || index.order.iter().any(|unit| *unit >= units) {
            return None;
        }
        index.join();
        Some(index)
    }

    /// Reads the units and labels of every term.
    fn read_postings(&mut self, bits: &mut BitReader, n_labels: u32) -> Option<()> {
        for _ in 0..self.terms.len() {
            self.read_term(bits)?;
            self.postings.end_list();
            read_list(bits, n_labels, |_, label| self.labels.push(label))?;
            self.labels.end_list();
        }
        Some(())
    }

    /// Reads the units of a term. Not part of its caller, because browsers only come to optimise
    /// what is called often.
    #[inline(never)]
    fn read_term(&mut self, bits: &mut BitReader) -> Option<()> {
        let [statements, quotations] = &self.weights;
        let postings = &mut self.postings;
        read_list(bits, self.units, |bits, rank| {
            let pair = statements
                .get(rank as usize)
                .zip(quotations.get(rank as usize));
            let (statement, quotation) = pair.map_or((0, 0), |(one, other)| (*one, *other));
            let total = match bits.ones(3) {
                0 => quotation,
                1 => statement,
                2 => statement + quotation,
                _ => {
                    let statement = statement.saturating_mul(bits.gamma());
                    statement.saturating_add(quotation.saturating_mul(bits.gamma()))
                }
            };
            postings.push(rank | (total >> 8).clamp(1, 255) << 24);
        })
    }

    fn join(&mut self) {
        let add_labels = |term: usize, set: &mut Set| {
            for label in self.labels_of(term) {
                if let Some(column) = self.columns.get(label.column) {
                    column.lists.add_to(label.value, set);
                }
            }
        };
        self.joined = Joined::new(&self.terms, &self.postings, self.units, &add_labels);
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

/// How many values each column has, and the field of their names, if they have any.
fn read_shapes(reader: &mut Reader<'_>) -> Option<Vec<(u32, Option<u32>)>> {
    let mut shapes = Vec::new();
    for _ in 0..reader.number()? {
        let len = reader.number()?;
        shapes.push((len, reader.number()?.checked_sub(1)));
    }
    Some(shapes)
}

fn read_turns(bits: &mut BitReader, units: u32) -> Option<Set> {
    let mut turns = Set::none(units);
    read_list(bits, units, |_, rank| turns.insert(rank))?;
    Some(turns)
}

fn read_words(bits: &mut BitReader, units: u32) -> Vec<u32> {
    let k = bits.gamma() & 31;
    (0..units).map(|_| bits.rice(k)).collect()
}

fn read_columns(
    bits: &mut BitReader,
    shapes: &[(u32, Option<u32>)],
    units: u32,
) -> Option<(Vec<Column>, Vec<Named>, u32)> {
    let (mut columns, mut named, mut label) = (Vec::new(), Vec::new(), 0_u32);
    for (column, (len, field)) in shapes.iter().enumerate() {
        // An empty list takes a bit.
        (*len as usize <= bits.left()).then_some(())?;
        let mut lists = Lists::new(units, *len as usize, 0);
        for _ in 0..*len {
            read_list(bits, units, |_, rank| lists.push(rank))?;
            lists.end_list();
        }
        columns.push(Column::new(lists, units));
        if let Some(field) = field {
            let weight = Field::weight_of(*field)? << 3;
            named.push(Named {
                column,
                label,
                weight,
            });
            label = label.checked_add(*len)?;
        }
    }
    Some((columns, named, label))
}

/// Reads an ascending list of numbers below `of`, and lets `each` read on behind each.
fn read_list<'b>(
    bits: &mut BitReader<'b>,
    of: u32,
    mut each: impl FnMut(&mut BitReader<'b>, u32),
) -> Option<()> {
    let len = bits.gamma();
    let k = super::bits::divisor(len, of);
    let mut least = 0_u32;
    for _ in 0..len {
        let number = least
            .checked_add(bits.rice(k))
            .filter(|number| *number < of)?;
        each(bits, number);
        least = number + 1;
    }
    (!bits.over()).then_some(())
}
