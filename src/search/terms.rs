//! The words of the index, in one sorted list.
//!
//! In: front-coded terms. Out: their numbers. Invariant: terms ascend by bytes, so all that
//! begin alike stand together.

use core::ops::Range;

use super::bytes::Reader;

/// Terms by number.
pub(super) struct Terms {
    /// All, one after the other.
    text: String,
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
}

impl Terms {
    /// Reads the terms, and hands out the number behind each; none if the bytes are no such list.
    pub(super) fn read(reader: &mut Reader<'_>, each: &mut dyn FnMut(u32)) -> Option<Self> {
        let count = reader.number()?;
        let mut text = String::new();
        let mut starts = Vec::with_capacity(reader.rest.len().min(count as usize) + 1);
        let mut before = 0_usize;
        // Front coding could blow up a few bytes to any size; no language does.
        let most = reader.rest.len().saturating_mul(64);
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
            if start == text.len() || text.get(before..start)? >= text.get(start..)? && start > 0 {
                return None;
            }
            starts.push(start as u32);
            each(reader.number()?);
            before = start;
        }
        starts.push(text.len() as u32);
        Some(Self { text, starts })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The text of a term; empty if there is no such term.
    pub(super) fn get(&self, number: usize) -> &str {
        let bounds = self.starts.get(number).zip(self.starts.get(number + 1));
        bounds
            .and_then(|(start, end)| self.text.get(*start as usize..*end as usize))
            .unwrap_or("")
    }

    /// The number of a term.
    pub(super) fn find(&self, term: &str) -> Option<usize> {
        let number = self.partition(|other| other < term);
        (!term.is_empty() && self.get(number) == term).then_some(number)
    }

    /// The terms that begin so.
    pub(super) fn starting(&self, prefix: &str) -> Range<usize> {
        let start = self.partition(|term| term < prefix);
        start..self.partition(|term| term < prefix || term.starts_with(prefix))
    }

    /// How many terms from the first on satisfy `before`, which no term does that
    /// comes after one that does not.
    fn partition(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}
