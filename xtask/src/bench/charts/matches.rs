//! Which records an action of the script leaves.
//!
//! In: records and an action. Out: their numbers. Invariant: words are cut and compared by the
//! plain rules of the benchmark (docs/bench.md): all words, the last as a prefix.

use crate::bench::generate::records::Records;
use crate::bench::generate::script::Action;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Records by their words.
pub(super) struct Matches<'r> {
    records: &'r Records,
    having: BTreeMap<String, Vec<usize>>,
}

impl<'r> Matches<'r> {
    /// Goes over all texts once.
    pub(super) fn new(records: &'r Records) -> Self {
        let mut having: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (no, texts) in records.statement.iter().zip(&records.quote).enumerate() {
            for word in [texts.0, texts.1].into_iter().flat_map(|text| fold(text)) {
                having.entry(word).or_default().push(no);
            }
        }
        Self { records, having }
    }

    /// What answers words and filters.
    pub(super) fn find(&self, action: &Action) -> Vec<usize> {
        let words = fold(&action.query);
        let mut left: Vec<bool> = (0..self.records.len())
            .map(|no| self.passes(no, action))
            .collect();
        for (place, word) in words.iter().enumerate() {
            let mut has = vec![false; left.len()];
            let known = self.having.range(word.clone()..);
            let is_last = place + 1 == words.len();
            let meant = known.take_while(|(known, _)| {
                *known == word || is_last && known.starts_with(word.as_str())
            });
            for no in meant.flat_map(|(_, records)| records) {
                has[*no] = true;
            }
            for (left, has) in left.iter_mut().zip(has) {
                *left &= has;
            }
        }
        let numbers = left.iter().enumerate();
        numbers
            .filter(|(_, left)| **left)
            .map(|(no, _)| no)
            .collect()
    }

    fn passes(&self, no: usize, action: &Action) -> bool {
        let records = self.records;
        action.filters.iter().all(|(facet, chosen)| {
            let value = match *facet {
                "theme" => {
                    return chosen
                        .iter()
                        .any(|theme| records.themes[no] >> theme & 1 == 1);
                }
                "year" => {
                    let year = records.date[no] as usize / 10_000;
                    return (chosen[0]..=chosen[1]).contains(&year);
                }
                "speaker" => records.speaker[no],
                "party" => records.party[no],
                "stance" => records.stance[no],
                _ => records.outlet[no],
            };
            chosen.contains(&value)
        })
    }
}

/// A text's words: without marks and apostrophes, small letters and digits.
fn fold(text: &str) -> Vec<String> {
    let letters = text.nfkd();
    let letters = letters.filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '‘' | '’'));
    let lower: String = letters.flat_map(char::to_lowercase).collect();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(query: &str, filters: Vec<(&'static str, Vec<usize>)>) -> Action {
        let query = query.to_owned();
        Action { query, filters }
    }

    #[test]
    fn words_and_filters_leave_what_the_records_say() {
        let mut records = Records::generate(3, 1);
        records.statement = ["Ten new wards", "Ten old wards", "No café’s"]
            .map(str::to_owned)
            .into();
        records.quote = vec![String::new(); 3];
        records.stance = vec![0, 1, 0];
        records.date = vec![2001_0101, 2005_0101, 2009_0101];
        records.themes = vec![0b11, 0b10, 0b100];
        let matches = Matches::new(&records);
        let found = |query, filters| matches.find(&action(query, filters));
        assert_eq!(found("", vec![]), [0, 1, 2]);
        assert_eq!(found("ten wa", vec![]), [0, 1]);
        assert_eq!(found("te wards", vec![]), []);
        assert_eq!(found("CAFES", vec![]), [2]);
        assert_eq!(found("ten", vec![("stance", vec![1])]), [1]);
        assert_eq!(found("", vec![("year", vec![2001, 2005])]), [0, 1]);
        assert_eq!(found("", vec![("theme", vec![0, 2])]), [0, 2]);
    }
}
