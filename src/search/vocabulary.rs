//! Which words the units of a range of ranks have.
//!
//! In: an index. Out: a [`Vocabulary`]. Invariant: words are in the order of their numbers, which
//! is that of their bytes. For what is written beside an index and read with it.

use core::ops::Range;

use super::index::Index;
use super::lists::RANK;

/// The words of some units.
#[derive(Default)]
pub struct Vocabulary {
    /// Number of each word in the index.
    pub terms: Vec<u32>,
    /// Of each unit, where in `terms` its words are.
    pub of: Vec<Vec<u32>>,
}

impl Index<'_> {
    /// The words of the units at some ranks.
    pub fn words_of(&self, ranks: Range<u32>) -> Vocabulary {
        let mut found = Vocabulary {
            terms: Vec::new(),
            of: vec![Vec::new(); ranks.len()],
        };
        for term in 0..self.postings.len() {
            let list = self.postings.list(term);
            let start = list.partition_point(|entry| entry & RANK < ranks.start);
            let mut any = false;
            for entry in list.get(start..).unwrap_or(&[]) {
                let at = (entry & RANK) - ranks.start;
                let Some(words) = found.of.get_mut(at as usize) else {
                    break;
                };
                words.push(found.terms.len() as u32);
                any = true;
            }
            if any {
                found.terms.push(term as u32);
            }
        }
        found
    }

    /// What a word is found by.
    pub fn word(&self, term: u32) -> &str {
        self.terms.get(term as usize)
    }

    /// How many words the statement at a rank has.
    pub fn statement_words(&self, rank: u32) -> u32 {
        let words = self.statement_words.get(rank as usize);
        words.copied().unwrap_or(0)
    }

    /// Numbers of the units, by rank: newest first.
    pub fn order(&self) -> &[u32] {
        &self.order
    }
}
