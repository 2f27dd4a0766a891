//! From bytes to an index.
//!
//! In: what `build` made. Out: an [`Index`]. Invariant: whatever the bytes, reading ends, asks for
//! no more room than they can fill, and never panics.

use std::sync::Mutex;

use super::bits::{BitReader, divisor};
use super::bytes::Reader;
use super::column::Column;
use super::encode::width;
use super::field::Field;
use super::index::{Index, Named};
use super::joined::Joined;
use super::lists::{Lists, RANK};
use super::score::{Damping, occurrence_weights};
use super::set::Set;
use super::terms::Terms;
use super::years::Years;
use crate::corpus::container::{self, Content, DecodeError};

impl<'a> Index<'a> {
    /// Reads the bytes that [`Index::build`] made.
    ///
    /// # Errors
    /// If they are anything else.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let body = container::open(Content::INDEX, bytes)?;
        Self::read(Reader { rest: body }).ok_or(DecodeError::Malformed)
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
}

/// More columns than any corpus has.
const MOST_COLUMNS: u32 = 64;

/// How many values each column has, and the field of their names, if they have any.
fn read_shapes(reader: &mut Reader<'_>) -> Option<Vec<(u32, Option<u32>)>> {
    let mut shapes = Vec::new();
    // However few values a column has, there is something for each unit.
    let columns = reader.number().filter(|columns| *columns <= MOST_COLUMNS)?;
    for _ in 0..columns {
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
    let k = divisor(len, of);
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
