//! The word that was perhaps meant, where nothing is found.
//!
//! In: a [`Query`] without hits. Out: the word of it that the corpus does not have
//! and the most similar one that it has. Invariant: only ever a suggestion; the
//! query itself is never changed. The distance is that of "optimal string
//! alignment" (L. Boytsov, "Indexing methods for approximate dictionary
//! searching", ACM Journal of Experimental Algorithmics 16, 2011, section 2.1):
//! letters left out, put in, replaced, or two neighbours exchanged.

use core::cmp::Reverse;
use core::ops::Range;

use super::index::Index;
use super::query::{Query, Slot};

/// A word to search for instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Bytes of the query's text that the word would replace.
    pub range: Range<usize>,
    /// A word of the corpus, folded.
    pub word: String,
}

impl Index<'_> {
    /// What to search for instead of the first word of the query that is nowhere
    /// in the corpus; none where every word is, or where nothing is similar.
    pub fn nearest(&self, query: &Query) -> Option<Suggestion> {
        let clauses = query.clauses.iter().filter(|clause| !clause.without);
        let unknown = |slots: &&Vec<Slot>| slots.iter().any(|slot| !self.knows(slot));
        let slot = clauses
            .filter(|clause| clause.options.iter().all(|slots| unknown(&slots)))
            .find_map(|clause| {
                clause
                    .options
                    .first()?
                    .iter()
                    .find(|slot| !self.knows(slot))
            })?;
        let typed: Vec<char> = slot.typed().chars().collect();
        // As many errors as in Elasticsearch's fuzziness AUTO.
        let limit = match typed.len() {
            0..=2 => return None,
            3..=5 => 1,
            _ => 2,
        };
        let mut first = [0; 4];
        let first = typed.first()?.encode_utf8(&mut first);
        let mut distance = Distance::default();
        let (_, number) = self
            .starting(first)
            .filter_map(|number| {
                let (whole, prefix) = distance.between(&typed, self.terms.get(number));
                let best = if slot.prefix {
                    whole.min(prefix)
                } else {
                    whole
                };
                (best <= limit).then(|| {
                    let common = self.postings.list(number).len();
                    ((best, whole, Reverse(common)), number)
                })
            })
            .min()?;
        Some(Suggestion {
            range: slot.range.clone(),
            word: self.terms.get(number).to_owned(),
        })
    }

    fn knows(&self, slot: &Slot) -> bool {
        slot.terms
            .iter()
            .any(|(term, _)| self.terms.find(term).is_some())
            || slot.prefix && !self.starting(slot.typed()).is_empty()
    }
}

/// The last three rows of the table of distances.
#[derive(Default)]
struct Distance {
    rows: [Vec<usize>; 3],
}

impl Distance {
    /// From `typed` to the whole of `term`, and to the nearest beginning of it.
    fn between(&mut self, typed: &[char], term: &str) -> (usize, usize) {
        let [row, above, above_that] = &mut self.rows;
        row.clear();
        row.extend(0..=typed.len());
        let mut prefix = typed.len();
        let mut before = None;
        for (line, c) in term.chars().enumerate() {
            core::mem::swap(above, above_that);
            core::mem::swap(row, above);
            row.clear();
            row.push(line + 1);
            let mut left = line + 1;
            for (column, &wanted) in typed.iter().enumerate() {
                let diagonal = above.get(column).map_or(left, |d| *d);
                let up = above.get(column + 1).map_or(left, |d| *d);
                let mut best = (diagonal + usize::from(c != wanted)).min(left.min(up) + 1);
                let previous = column
                    .checked_sub(1)
                    .and_then(|c| typed.get(c).zip(above_that.get(c)));
                if let Some((&previous, &exchanged)) = previous
                    && before == Some(wanted)
                    && previous == c
                {
                    best = best.min(exchanged + 1);
                }
                row.push(best);
                left = best;
            }
            prefix = prefix.min(left);
            before = Some(c);
        }
        (row.last().map_or(0, |d| *d), prefix)
    }
}
