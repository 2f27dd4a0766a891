//! Word to stem: `reorganise`, `reorganised` and `reorganisation` are one word.
//!
//! In: a folded term. Out: its stem. Invariant: all of a stem but its last letter
//! begins the word, so that the words of a stem lie close together in a sorted
//! list of terms ([`root`]) and no table of stems need be shipped.
//!
//! This is Snowball's English stemmer ("Porter2", M. Porter,
//! <https://snowballstem.org/algorithms/english/stemmer.html>), in the form it had
//! before Snowball 3, with these deviations, each of them tested:
//! - `dying`, `lying`, `tying` and `skies` are no exceptions: they would break the
//!   invariant.
//! - A word of which less than two letters would be left stays whole: `aed`.
//! - A word without a vowel loses a plural `s`, being an abbreviation: `gps`, `fts`.
//! - Words with other than ASCII letters, and of more than [`LONGEST`] letters,
//!   stay as they are. Apostrophes are gone before a word comes here.

use super::endings::EXCEPTIONS;
use super::porter::stemmed;

/// Letters of the longest word that has a stem.
const LONGEST: usize = 40;

/// The stem of a word.
pub fn stem(term: &str) -> String {
    let plain = term.bytes().all(|byte| byte.is_ascii_lowercase());
    if !plain || !(3..=LONGEST).contains(&term.len()) {
        return term.to_owned();
    }
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|(word, _)| *word == term) {
        return (*stem).to_owned();
    }
    let mut stem = stemmed(term);
    if stem.len() < 2 {
        return term.to_owned();
    }
    stem.make_ascii_lowercase();
    stem
}

/// Whether a term has this stem.
pub(super) fn is_of(term: &str, stem: &str) -> bool {
    term.starts_with(root(stem)) && self::stem(term) == stem
}

/// What every word of this stem begins with. Only where the last letter of a stem
/// is one of these can the word have another: `hope` for `hoping`, `citi` for
/// `city`, `capabl` for `capability`; and never in one of two letters.
pub fn root(stem: &str) -> &str {
    stem.strip_suffix(['e', 'i', 'l'])
        .filter(|root| root.len() > 1)
        .unwrap_or(stem)
}
