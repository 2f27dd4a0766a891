//! How the words of two quotations differ: what both have, what only the first, what only the
//! second.
//!
//! In: two texts. Out: runs of words in reading order, from a longest common subsequence.
//! Invariant: kept and inserted runs, joined, are the words of the second text; kept and deleted
//! ones those of the first, but for capitals and the signs around a word.

/// Longer texts are not compared: the work grows with the product of their lengths, and the
/// outcome would be of no use to the eye.
const MOST: usize = 400;

/// Of very many quotations only the first are compared with each other.
const QUOTATIONS: usize = 4;

/// Words that make a commitment less definite.
const HEDGES: [&str; 18] = [
    "aim", "aims", "could", "consider", "explore", "hope", "hopes", "if", "intend", "intends",
    "look", "may", "might", "plan", "plans", "should", "want", "would",
];

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts; written as the second has it.
    Kept,
    /// Only in the first.
    Deleted,
    /// Only in the second.
    Inserted,
}

/// Words that stand together, with one space between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What became of them.
    pub change: Change,
    /// The words.
    pub words: String,
}

/// A comparison of two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// In reading order, deleted before inserted ones.
    pub runs: Vec<Run>,
    /// How many telling words both have: words of at least four letters, and figures.
    pub shared: usize,
    /// How many telling words the shorter of the two has.
    pub of: usize,
}

impl Wording {
    /// Whether so much is common to both that the rest says something.
    pub fn is_telling(&self) -> bool {
        let differs = self.runs.iter().any(|run| run.change != Change::Kept);
        differs && self.shared >= 3 && self.shared * 2 >= self.of
    }

    /// The words of a sort that only one of the texts has, bare.
    pub fn changed(&self, change: Change, is: fn(&str) -> bool) -> Vec<String> {
        let runs = self.runs.iter().filter(|run| run.change == change);
        let words = runs.flat_map(|run| run.words.split_whitespace().map(key));
        words.filter(|word| is(word)).collect()
    }
}

/// Whether a bare word is a figure.
pub fn is_figure(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a bare word makes a commitment less definite.
pub fn is_hedge(word: &str) -> bool {
    HEDGES.contains(&word)
}

/// Of two units' quotations the two that have most in common: the place of each, and how they
/// differ.
pub fn closest(first: &[&str], second: &[&str]) -> Option<(usize, usize, Wording)> {
    let pairs = first.iter().take(QUOTATIONS).enumerate().flat_map(|one| {
        let second = second.iter().take(QUOTATIONS).enumerate();
        second.map(move |other| (one, other))
    });
    let compared = pairs.filter_map(|((i, one), (j, other))| Some((i, j, compare(one, other)?)));
    // The first of those that have as much in common.
    compared.reduce(|best, next| {
        if next.2.shared > best.2.shared {
            next
        } else {
            best
        }
    })
}

/// Compares two texts; nothing for texts of very many words.
pub fn compare(first: &str, second: &str) -> Option<Wording> {
    let before: Vec<&str> = first.split_whitespace().collect();
    let after: Vec<&str> = second.split_whitespace().collect();
    if before.len() > MOST || after.len() > MOST {
        return None;
    }
    let (old, new) = (keys(&before), keys(&after));
    let telling = |keys: &[String]| keys.iter().filter(|key| is_telling(key)).count();
    let mut wording = Wording {
        of: telling(&old).min(telling(&new)),
        ..Wording::default()
    };
    let lengths = lengths(&old, &new);
    let (mut i, mut j) = (0, 0);
    while i < before.len() || j < after.len() {
        let same = old.get(i).is_some_and(|key| Some(key) == new.get(j));
        if same {
            wording.shared += usize::from(old.get(i).is_some_and(|key| is_telling(key)));
            wording.push(Change::Kept, word(&after, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths.at(i + 1, j) >= lengths.at(i, j + 1) && i < before.len() {
            wording.push(Change::Deleted, word(&before, i));
            i += 1;
        } else {
            wording.push(Change::Inserted, word(&after, j));
            j += 1;
        }
    }
    Some(wording)
}

impl Wording {
    /// Adds a word to the run that it continues; since the last words of both, there is one run
    /// of deleted and one of inserted words at most.
    fn push(&mut self, change: Change, word: &str) {
        let kept = self.runs.iter().rposition(|run| run.change == Change::Kept);
        let from = match (change, kept) {
            (Change::Kept, _) => self.runs.len().saturating_sub(1),
            (_, kept) => kept.map_or(0, |at| at + 1),
        };
        let mut since = self.runs.iter_mut().skip(from);
        if let Some(run) = since.find(|run| run.change == change) {
            run.words.push(' ');
            run.words.push_str(word);
            return;
        }
        let words = word.to_owned();
        let at = if change == Change::Deleted {
            from
        } else {
            self.runs.len()
        };
        self.runs.insert(at, Run { change, words });
    }
}

fn word<'a>(words: &[&'a str], at: usize) -> &'a str {
    words.get(at).copied().unwrap_or_default()
}

/// Each word as it is compared: without the signs around it, in lower case.
fn keys(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| key(word)).collect()
}

/// A word without commas, quotation marks and the like around it, in lower case: what makes it
/// this word, wherever in a sentence it stands. Signs alone are themselves.
pub fn key(word: &str) -> String {
    const AROUND: &str = ",.;:!?…\"'“”‘’()[]–—";
    let bare = word.trim_matches(|letter| AROUND.contains(letter));
    let bare = if bare.is_empty() { word } else { bare };
    bare.replace('’', "'").to_lowercase()
}

fn is_telling(key: &str) -> bool {
    key.chars().count() >= 4 || is_figure(key)
}

/// For each pair of places, the length of the longest common subsequence from there on.
struct Lengths {
    of: Vec<u16>,
    wide: usize,
}

impl Lengths {
    fn at(&self, i: usize, j: usize) -> u16 {
        self.of.get(i * self.wide + j).copied().unwrap_or(0)
    }
}

fn lengths(old: &[String], new: &[String]) -> Lengths {
    let wide = new.len() + 1;
    // One row more on each side, which stays 0.
    let mut lengths = Lengths {
        of: vec![0; (old.len() + 2) * wide],
        wide,
    };
    for (i, before) in old.iter().enumerate().rev() {
        for (j, after) in new.iter().enumerate().rev() {
            let longest = if before == after {
                lengths.at(i + 1, j + 1) + 1
            } else {
                lengths.at(i + 1, j).max(lengths.at(i, j + 1))
            };
            if let Some(cell) = lengths.of.get_mut(i * wide + j) {
                *cell = longest;
            }
        }
    }
    lengths
}
