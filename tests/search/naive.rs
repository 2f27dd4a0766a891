//! The language of queries once more, as plainly as possible: every value of every
//! unit is cut into words and compared, word by word. Shares nothing with the
//! index; it is slow and knows only the characters that the tests use.

use std::collections::BTreeSet;

use pledges::corpus::model::{Corpus, Unit};

use super::sample::values;

/// A part of a query whose meaning is known before it is written down.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// As one would type it between spaces.
    Word(String),
    /// As one would type it between quotation marks.
    Phrase(String),
}

/// A query: parts, and whether they are left out.
pub(super) type Parts = Vec<(Part, bool)>;

/// The query as typed.
pub(super) fn written(parts: &Parts) -> String {
    let write = |(part, without): &(Part, bool)| {
        let dash = if *without { "-" } else { "" };
        match part {
            Part::Word(word) => format!("{dash}{word}"),
            Part::Phrase(words) => format!("{dash}\"{words}\""),
        }
    };
    parts.iter().map(write).collect::<Vec<_>>().join(" ")
}

/// Whether there is a word in it.
pub(super) fn asks(part: &Part) -> bool {
    let (Part::Word(text) | Part::Phrase(text)) = part;
    !runs(text).is_empty()
}

/// The words of every value of every unit.
pub(super) struct Scan(Vec<Vec<Vec<Place>>>);

impl Scan {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let words = |unit: &Unit| values(corpus, unit).into_iter().map(places).collect();
        Self(corpus.units.iter().map(words).collect())
    }

    /// The numbers of the units that answer.
    pub(super) fn search(&self, parts: &Parts) -> Vec<u32> {
        let parts: Vec<_> = parts.iter().filter(|(part, _)| asks(part)).collect();
        let last = parts
            .iter()
            .rposition(|(part, without)| !without && matches!(part, Part::Word(_)));
        let wanted: Vec<_> = parts.iter().map(|(part, _)| Wanted::new(part)).collect();
        let answers = |unit: &Vec<Vec<Place>>| {
            parts
                .iter()
                .zip(&wanted)
                .enumerate()
                .all(|(no, ((_, without), wanted))| {
                    let prefix = Some(no) == last;
                    unit.iter().any(|value| wanted.occurs(value, prefix)) != *without
                })
        };
        let numbered = (0..).zip(&self.0);
        numbered
            .filter(|(_, unit)| answers(unit))
            .map(|(no, _)| no)
            .collect()
    }
}

type Place = BTreeSet<String>;

/// What a part asks for, worked out once.
struct Wanted {
    /// The words in their order, each with other terms for it.
    words: Vec<(String, Place)>,
    /// All in one, where they are a compound.
    whole: Option<String>,
    exact: bool,
}

impl Wanted {
    fn new(part: &Part) -> Self {
        let (Part::Word(text) | Part::Phrase(text)) = part;
        let words: Vec<_> = runs(text).into_iter().map(|run| run.0).collect();
        let mut places = places(text);
        let whole = words.concat();
        // A whole compound is no other spelling of its first part.
        let compound = words.len() > 1 && places[0].remove(&whole);
        Self {
            words: words.into_iter().zip(places).collect(),
            whole: compound.then_some(whole),
            exact: matches!(part, Part::Phrase(_)),
        }
    }

    fn occurs(&self, value: &[Place], prefix: bool) -> bool {
        (0..value.len()).any(|start| {
            let count = self.words.len();
            let here = value.get(start..start + count).is_some_and(|places| {
                let pairs = places.iter().zip(&self.words);
                pairs.enumerate().all(|(no, (place, (word, others)))| {
                    !place.is_disjoint(others) || self.fits(place, word, prefix && no + 1 == count)
                })
            });
            let whole = self.whole.as_ref();
            here || whole.is_some_and(|whole| self.fits(&value[start], whole, prefix))
        })
    }

    fn fits(&self, place: &Place, word: &str, prefix: bool) -> bool {
        place.iter().any(|term| {
            term == word
                || !self.exact && singular(term) == singular(word)
                || prefix && term.starts_with(word)
        })
    }
}

/// The terms findable at each place of a text.
fn places(text: &str) -> Vec<Place> {
    let runs = runs(text);
    let mut places: Vec<Place> = runs
        .iter()
        .map(|run| Place::from([run.0.clone()]))
        .collect();
    for (no, (term, _, possessive)) in runs.iter().enumerate() {
        if *possessive {
            places[no].insert(term[..term.len() - 1].to_owned());
        }
        if no > 0 && runs[no - 1].0.starts_with(|c: char| c.is_ascii_digit()) {
            for (one, other) in [("bn", "billion"), ("m", "million")] {
                if term == one || term == other {
                    places[no].extend([one.to_owned(), other.to_owned()]);
                }
            }
        }
    }
    // Compounds: words of letters with single hyphens between, as long as they go.
    let letters = |no: usize| !runs[no].0.starts_with(|c: char| c.is_ascii_digit());
    let mut first = 0;
    while first < runs.len() {
        let mut end = first + 1;
        while letters(first) && end < runs.len() && runs[end].1 == "-" && letters(end) {
            end += 1;
        }
        if (2..=3).contains(&(end - first)) {
            let whole = runs[first..end].iter().map(|run| run.0.as_str()).collect();
            places[first].insert(whole);
        }
        first = end;
    }
    places
}

/// The words of a text: what they are, what stands before them, and whether they
/// end in an apostrophe and "s".
fn runs(text: &str) -> Vec<(String, String, bool)> {
    let text: String = text.to_lowercase().chars().flat_map(plain).collect();
    let text = text.replace('&', " and ");
    let chars: Vec<char> = text.chars().collect();
    let at = |no: usize| chars.get(no).copied().unwrap_or(' ');
    let mut runs: Vec<(String, String, bool)> = Vec::new();
    let (mut word, mut between) = (String::new(), String::new());
    for no in 0..=chars.len() {
        let (before, c, after) = (if no > 0 { at(no - 1) } else { ' ' }, at(no), at(no + 1));
        let in_number = before.is_ascii_digit() && after.is_ascii_digit();
        if c == ',' && in_number || c == '\'' && before.is_alphabetic() && after.is_alphabetic() {
            continue;
        }
        let goes_on = c.is_alphanumeric() || c == '.' && in_number;
        let kind = |c: char| c.is_ascii_digit() || c == '.';
        let changes = word
            .chars()
            .last()
            .is_some_and(|last| kind(last) != kind(c));
        if !word.is_empty() && (!goes_on || changes) {
            let possessive = word.ends_with('s') && no >= 2 && at(no - 2) == '\'' && word.len() > 1;
            runs.push((
                std::mem::take(&mut word),
                std::mem::take(&mut between),
                possessive,
            ));
        }
        if goes_on {
            word.push(c);
        } else {
            between.push(c);
        }
    }
    runs
}

fn plain(c: char) -> Vec<char> {
    match c {
        '’' | '‘' => vec!['\''],
        '\u{a0}' => vec![' '],
        '\u{2011}' => vec!['-'],
        '\u{ad}' | '\u{301}' => vec![],
        'é' => vec!['e'],
        'â' => vec!['a'],
        'æ' => vec!['a', 'e'],
        c => vec![c],
    }
}

fn singular(term: &str) -> String {
    let known = ["does", "has", "his", "its", "news", "this", "was"].contains(&term);
    let word = term.chars().all(|c| c.is_ascii_lowercase());
    if term.len() < 3 || !word || known {
        return term.to_owned();
    }
    if let Some(front) = term.strip_suffix("ies").filter(|front| front.len() > 1) {
        return format!("{front}y");
    }
    for end in ["x", "ss", "ch", "sh"] {
        if let Some(front) = term.strip_suffix("es").filter(|front| front.ends_with(end)) {
            return front.to_owned();
        }
    }
    match term.strip_suffix('s') {
        Some(front) if !front.ends_with(['s', 'u']) => front.to_owned(),
        _ => term.to_owned(),
    }
}
