//! What of a shown text answers the query.
//!
//! In: the text as shown and the [`Query`]. Out: byte ranges for `<mark>`.
//! Invariant: ranges ascend, do not overlap and lie on character boundaries.
//! A word found by its beginning is marked whole.

use core::ops::Range;

use super::query::{Query, Slot};
use super::token::tokens;

/// A slot of the query found in the text.
struct Found {
    /// Which option of the query, place in the text and slot of the option.
    key: (usize, u32, usize),
    range: Range<usize>,
}

/// The byte ranges of `text` that match words and phrases of the query.
pub fn highlight(text: &str, query: &Query) -> Vec<Range<usize>> {
    let options: Vec<&[Slot]> = query
        .clauses
        .iter()
        .filter(|clause| !clause.without)
        .flat_map(|clause| clause.options.iter().map(Vec::as_slice))
        .collect();
    if options.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    tokens(text, &mut |token| {
        for (option, slots) in options.iter().enumerate() {
            for (slot, _) in slots
                .iter()
                .enumerate()
                .filter(|(_, s)| s.fit(token.term).is_some())
            {
                found.push(Found {
                    key: (option, token.at, slot),
                    range: token.range.clone(),
                });
            }
        }
    });
    found.sort_unstable_by_key(|found| found.key);
    let mut ranges: Vec<Range<usize>> = found
        .iter()
        .filter(|found| found.key.2 == 0)
        .filter_map(|first| {
            let slots = options.get(first.key.0)?.len();
            Some(first.range.start..end_of(&found, first, slots)?)
        })
        .collect();
    ranges.sort_unstable_by_key(|range| range.start);
    ranges.dedup_by(|next, range| {
        let overlaps = next.start < range.end;
        if overlaps {
            range.end = range.end.max(next.end);
        }
        overlaps
    });
    ranges
}

/// Where the phrase ends that begins with `first`, if the rest of it follows.
fn end_of(found: &[Found], first: &Found, slots: usize) -> Option<usize> {
    let (option, at, _) = first.key;
    let mut end = first.range.end;
    for slot in 1..slots {
        let key = (option, at.saturating_add(slot as u32), slot);
        let next = found.binary_search_by_key(&key, |found| found.key).ok()?;
        end = found.get(next)?.range.end;
    }
    Some(end)
}
