//! The index as the explorer holds it.
//!
//! In: the bytes of `build`. Out: an [`Index`], with its terms in one sorted list
//! and its postings read where they lie. Invariant: whatever the bytes, decoding
//! and reading end and never panic; a unit number that leaves here is less than
//! the number of units. Next: `score`.

use core::ops::Range;

use super::bytes::Reader;
use super::field::Field;
use super::score::occurrence_weights;
use crate::corpus::container::{self, Content, DecodeError};

/// Where every word is.
pub struct Index<'a> {
    corpus: &'a str,
    units: u32,
    /// Words of each unit's statement.
    statement_words: Vec<u32>,
    /// [`occurrence_weights`] of each unit's statement and quotations.
    weights: [Vec<u32>; 2],
    labels: Vec<Label>,
    /// The units of every label, one label after the other.
    label_units: Vec<u32>,
    /// All terms, one after the other.
    text: String,
    /// Sorted by term, and one more that only marks the end.
    terms: Vec<Term>,
    postings: &'a [u8],
    places: &'a [u8],
}

/// A text that units share.
struct Label {
    /// What one occurrence counts, in 2¹²ths.
    weight: u32,
    /// Where its units begin; they end where the next label's begin.
    units: u32,
}

/// Where a term's parts begin; they end where the next term's begin.
struct Term {
    text: u32,
    postings: u32,
    places: u32,
}

/// A document that a term occurs in.
pub(super) struct Posting {
    /// A unit, or the number of units plus the number of a label.
    pub(super) document: u32,
    /// Occurrences in statement (or label) and quotations.
    pub(super) counts: [u32; 2],
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
        let units = reader.number()?;
        let statement_words = list(&mut reader, units, &mut Reader::number)?;
        let quotation_words = list(&mut reader, units, &mut Reader::number)?;
        let (labels, label_units) = read_labels(&mut reader, units)?;
        let (terms, text) = read_terms(&mut reader)?;
        let postings = reader.number()?;
        let postings = reader.bytes(postings)?;
        let places = reader.rest;
        let end = terms.last()?;
        if end.postings as usize != postings.len() || end.places as usize != places.len() {
            return None;
        }
        Some(Self {
            corpus,
            units,
            weights: [
                occurrence_weights(Field::Statement, &statement_words),
                occurrence_weights(Field::Quotation, &quotation_words),
            ],
            statement_words,
            labels,
            label_units,
            text,
            terms,
            postings,
            places,
        })
    }

    /// The text of a term; empty if there is no such term.
    pub(super) fn term(&self, number: usize) -> &str {
        let bounds = self.terms.get(number).zip(self.terms.get(number + 1));
        bounds
            .and_then(|(term, next)| self.text.get(term.text as usize..next.text as usize))
            .unwrap_or("")
    }

    /// The number of a term.
    pub(super) fn find(&self, term: &str) -> Option<usize> {
        let number = self.partition(|other| other < term);
        (!term.is_empty() && self.term(number) == term).then_some(number)
    }

    /// The terms that begin so.
    pub(super) fn starting(&self, prefix: &str) -> Range<usize> {
        let start = self.partition(|term| term < prefix);
        start..self.partition(|term| term < prefix || term.starts_with(prefix))
    }

    /// How many terms from the first on satisfy `before`, which no term does that
    /// comes after one that does not.
    fn partition(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.terms.len().saturating_sub(1));
        while low < high {
            let middle = low.midpoint(high);
            if before(self.term(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The documents of a term, ascending.
    pub(super) fn postings(&self, number: usize) -> Postings<'a> {
        let bytes = self.slice(number, self.postings, |term| term.postings);
        Postings {
            reader: Reader { rest: bytes },
            least: 0,
        }
    }

    /// Calls `each` with every document and place of a term, ascending.
    pub(super) fn places(&self, number: usize, each: &mut dyn FnMut(u32, u32)) {
        let rest = self.slice(number, self.places, |term| term.places);
        let mut reader = Reader { rest };
        for Posting { document, counts } in self.postings(number) {
            let mut least = 0;
            for _ in 0..counts[0].saturating_add(counts[1]) {
                let Some(at) = reader.ascending(&mut least) else {
                    return;
                };
                each(document, at);
            }
        }
    }

    fn slice(&self, number: usize, bytes: &'a [u8], start: fn(&Term) -> u32) -> &'a [u8] {
        let bounds = self.terms.get(number).zip(self.terms.get(number + 1));
        bounds
            .and_then(|(term, next)| bytes.get(start(term) as usize..start(next) as usize))
            .unwrap_or(&[])
    }

    /// Whether a place of a document is in a statement (or label), 0, or in the
    /// quotations, 1.
    pub(super) fn part_of(&self, document: u32, at: u32) -> usize {
        let words = self.statement_words.get(document as usize);
        usize::from(words.is_some_and(|&words| at >= words))
    }

    /// What one occurrence in such a part of a document counts, in 2¹²ths.
    pub(super) fn weight(&self, document: u32, part: usize) -> u32 {
        let [statement, quotations] = &self.weights;
        let weights = if part == 0 { statement } else { quotations };
        match (document as usize).checked_sub(weights.len()) {
            None => weights.get(document as usize).map_or(0, |weight| *weight),
            Some(label) => self.labels.get(label).map_or(0, |label| label.weight),
        }
    }

    /// How many labels there are.
    pub(super) fn labels(&self) -> usize {
        self.labels.len()
    }

    /// The units of a label.
    pub(super) fn label_units(&self, number: usize) -> &[u32] {
        let end = self.labels.get(number + 1);
        let end = end.map_or(self.label_units.len(), |next| next.units as usize);
        self.labels
            .get(number)
            .and_then(|label| self.label_units.get(label.units as usize..end))
            .unwrap_or(&[])
    }
}

/// Reads the documents of a term.
pub(super) struct Postings<'a> {
    reader: Reader<'a>,
    least: u32,
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let head = self.reader.number()?;
        let document = self.least.checked_add(head >> 3)?;
        self.least = document.checked_add(1)?;
        let mut counts = [head & 1, head >> 1 & 1];
        if head & 4 != 0 {
            for count in counts.iter_mut().filter(|count| **count > 0) {
                *count = self.reader.number()?;
            }
        }
        Some(Posting { document, counts })
    }
}

/// Reads `count` numbers, which cannot be more than there are bytes.
fn list<'a>(
    reader: &mut Reader<'a>,
    count: u32,
    next: &mut dyn FnMut(&mut Reader<'a>) -> Option<u32>,
) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(reader.rest.len().min(count as usize));
    for _ in 0..count {
        numbers.push(next(reader)?);
    }
    Some(numbers)
}

fn read_labels(reader: &mut Reader<'_>, units: u32) -> Option<(Vec<Label>, Vec<u32>)> {
    let mut labels = Vec::new();
    let mut label_units = Vec::new();
    for _ in 0..reader.number()? {
        let field = reader.number()?;
        labels.push(Label {
            weight: Field::weight_of(field)? << 11,
            units: label_units.len() as u32,
        });
        let mut least = 0;
        for _ in 0..reader.number()? {
            let unit = reader.ascending(&mut least)?;
            label_units.push(Some(unit).filter(|&unit| unit < units)?);
        }
    }
    Some((labels, label_units))
}

fn read_terms(reader: &mut Reader<'_>) -> Option<(Vec<Term>, String)> {
    let count = reader.number()?;
    let mut text = String::new();
    let mut terms = Vec::with_capacity(reader.rest.len().min(count as usize));
    let mut before = 0_usize;
    // Front coding could blow up a few bytes to any size; no language does.
    let most = reader.rest.len().saturating_mul(64);
    let (mut postings, mut places) = (0_u32, 0_u32);
    for _ in 0..count {
        let start = text.len();
        let shared = before..before.checked_add(reader.number()? as usize)?;
        // What is shared lies within the term before, at its front.
        text.get(shared.clone()).filter(|_| shared.end <= start)?;
        text.extend_from_within(shared);
        text.push_str(reader.str()?);
        if text.len() > most {
            return None;
        }
        if start > 0 && text.get(before..start)? >= text.get(start..)? {
            return None;
        }
        terms.push(Term {
            text: start as u32,
            postings,
            places,
        });
        postings = postings.checked_add(reader.number()?)?;
        places = places.checked_add(reader.number()?)?;
        before = start;
    }
    terms.push(Term {
        text: text.len() as u32,
        postings,
        places,
    });
    Some((terms, text))
}
