//! The word of the index that is most like one that it does not have.
//!
//! In: a word as typed. Out: a term, if one is like it. Invariant: bounded work; of
//! each term no more is read than tells that it is too different. The distance is
//! that of "optimal string alignment" (L. Boytsov, "Indexing methods for
//! approximate dictionary searching", ACM Journal of Experimental Algorithmics 16,
//! 2011, section 2.1): letters left out, put in, replaced, or two neighbours
//! exchanged. Next: `understand`.

use core::cmp::Reverse;

use super::index::Index;

/// Letters of the longest word that is put right; so long a word is not typed but
/// pasted.
const LONGEST: usize = 32;

/// The term most like a word of which only the beginning may have been typed:
/// fewest errors, then whole rather than begun, then the same first letter, then
/// the most common. Words with digits are like no other: 2035 is not 2025.
pub(super) fn nearest<'i>(index: &'i Index, word: &str, begun: bool) -> Option<&'i str> {
    let typed: Vec<char> = word.chars().collect();
    // As many errors as in Elasticsearch's fuzziness AUTO.
    let limit = match typed.len() {
        3..=5 => 1,
        6..=LONGEST => 2,
        _ => return None,
    };
    // So few letters begin like too many words.
    let begun = begun && typed.len() > 3;
    if word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut distance = Distance {
        rows: [const { Vec::new() }; 3],
        wanted: sketch(word.chars()).1,
    };
    let terms = index.starting("").filter_map(|number| {
        let term = index.terms.get(number);
        let errors = distance.between(&typed, term, begun, limit)?;
        let foreign = term.chars().next() != typed.first().copied();
        let common = Reverse(index.postings.list(number).len());
        Some(((errors, foreign, common), number))
    });
    terms.min().map(|(_, number)| index.terms.get(number))
}

/// How many letters, and a set of which ones: those 32 apart in Unicode are one.
fn sketch(letters: impl Iterator<Item = char>) -> (usize, u32) {
    letters.fold((0, 0), |(n, set), c| (n + 1, set | 1 << (c as u32 & 31)))
}

/// The last three rows of the table of distances.
struct Distance {
    rows: [Vec<usize>; 3],
    /// [`sketch`] of the letters typed.
    wanted: u32,
}

impl Distance {
    /// The errors from `typed` to a term or, if `begun`, to the nearest beginning of
    /// it; then those to the whole. None if there are more than `limit`.
    fn between(
        &mut self,
        typed: &[char],
        term: &str,
        begun: bool,
        limit: usize,
    ) -> Option<(usize, usize)> {
        // What comes later cannot be near.
        let most = typed.len() + limit;
        let (letters, known) = sketch(term.chars().take(most + usize::from(!begun)));
        // Each letter that is nowhere in the term is an error.
        let missing = (self.wanted & !known).count_ones() as usize;
        if letters > most || letters + limit < typed.len() || missing > limit {
            return None;
        }
        let [row, above, _] = &mut self.rows;
        above.clear();
        row.clear();
        row.extend(0..=typed.len());
        let (mut beginning, mut least) = (typed.len(), 0);
        let mut before = None;
        for c in term.chars() {
            let least_above = least;
            least = self.next_row(typed, before, c);
            before = Some(c);
            // Two neighbours exchanged reach over one row.
            if least > limit && least_above >= limit {
                break;
            }
            beginning = beginning.min(self.errors());
        }
        let whole = if least > limit { least } else { self.errors() };
        let errors = if begun { whole.min(beginning) } else { whole };
        (errors <= limit).then_some((errors, whole.min(limit + 1)))
    }

    /// From `typed` to as much of the term as there are rows.
    fn errors(&self) -> usize {
        self.rows
            .first()
            .and_then(|row| row.last())
            .map_or(0, |errors| *errors)
    }

    /// Adds the row of one more letter of the term; its least number.
    fn next_row(&mut self, typed: &[char], before: Option<char>, c: char) -> usize {
        self.rows.rotate_right(1);
        let [row, above, above_that] = &mut self.rows;
        row.clear();
        let mut left = above.first().map_or(0, |first| first + 1);
        row.push(left);
        let mut least = left;
        let mut previous = None;
        for (column, &wanted) in typed.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(above, column) + usize::from(c != wanted);
            let mut best = replaced.min(left.min(at(above, column + 1)) + 1);
            if before == Some(wanted) && previous == Some(c) {
                best = best.min(at(above_that, column.wrapping_sub(1)) + 1);
            }
            row.push(best);
            left = best;
            least = least.min(best);
            previous = Some(wanted);
        }
        least
    }
}
