//! The language of queries once more, as plainly as possible: every value of every
//! unit is cut into words and compared, word by word. Shares nothing with the
//! index, not even the stemmer; it is slow and knows only the characters and the
//! kinds of names that the tests use.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use pledges::corpus::model::{Body, Corpus, Unit};
use rust_stemmers::{Algorithm, Stemmer};

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

/// The words of every value of every unit, and what bodies are called.
pub(super) struct Scan {
    units: Vec<Vec<Vec<Place>>>,
    bodies: Vec<Names>,
}

impl Scan {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let words = |unit: &Unit| values(corpus, unit).into_iter().map(places).collect();
        Self {
            units: corpus.units.iter().map(words).collect(),
            bodies: corpus.bodies.iter().map(Names::of).collect(),
        }
    }

    /// Every term of the corpus.
    pub(super) fn vocabulary(&self) -> BTreeSet<String> {
        let places = self.units.iter().flatten().flatten();
        places.flatten().cloned().collect()
    }

    /// The numbers of the units that answer.
    pub(super) fn search(&self, parts: &Parts) -> Vec<u32> {
        let parts: Vec<_> = parts.iter().filter(|(part, _)| asks(part)).collect();
        let last = parts
            .iter()
            .rposition(|(part, without)| !without && matches!(part, Part::Word(_)));
        let wanted: Vec<_> = parts.iter().map(|(part, _)| Wanted::new(part)).collect();
        let synonyms: Vec<_> = (0..parts.len())
            .map(|no| self.synonyms(no, &parts, &wanted))
            .collect();
        let answers = |unit: &Vec<Vec<Place>>| {
            parts
                .iter()
                .zip(&wanted)
                .enumerate()
                .all(|(no, ((_, without), wanted))| {
                    let prefix = Some(no) == last;
                    let found = |value: &Vec<Place>| {
                        wanted.occurs(value, prefix)
                            || synonyms[no].iter().any(|it| it.occurs(value, false))
                    };
                    unit.iter().any(found) != *without
                })
        };
        let numbered = (0..).zip(&self.units);
        numbered
            .filter(|(_, unit)| answers(unit))
            .map(|(no, _)| no)
            .collect()
    }
}

type Place = BTreeSet<String>;

impl Scan {
    /// What else a part of a query may be.
    fn synonyms(&self, no: usize, parts: &[&(Part, bool)], wanted: &[Wanted]) -> Vec<Wanted> {
        let plain = |no: usize| matches!(parts[no], (Part::Word(_), false));
        let mut synonyms = Vec::new();
        for body in &self.bodies {
            let is_short = matches!(parts[no].0, Part::Word(_))
                && wanted[no].words.len() == 1
                && wanted[no].is_any_of(&body.short);
            if is_short {
                synonyms.extend(
                    body.full
                        .iter()
                        .map(|name| Wanted::new(&Part::Word(name.clone()))),
                );
            }
            let mut in_full = false;
            for first in 0..=no {
                for last in no..parts.len() {
                    let run = first == last || (first..=last).all(plain);
                    let words: Vec<_> = wanted[first..=last]
                        .iter()
                        .flat_map(|it| &it.words)
                        .collect();
                    in_full |= run && body.is_full(&words);
                }
            }
            if is_short || in_full {
                synonyms.extend(
                    body.short
                        .iter()
                        .map(|name| Wanted::new(&Part::Phrase(name.clone()))),
                );
            }
        }
        synonyms
    }
}

/// What a body is called, if it has an abbreviation.
struct Names {
    short: Vec<String>,
    full: Vec<String>,
}

impl Names {
    fn of(body: &Body) -> Self {
        let mut names = Self {
            short: Vec::new(),
            full: Vec::new(),
        };
        for name in [body.name, body.abbr].iter().chain(&body.aliases) {
            if name.contains(' ') {
                // As a word of the query whose parts belong together.
                names
                    .full
                    .push(name.replace(" & ", " and ").replace(' ', "/"));
            } else {
                let singular = name.trim_end_matches('s').to_lowercase();
                names.short.extend([format!("{singular}s"), singular]);
            }
        }
        names
    }

    fn is_full(&self, words: &[&(String, Place)]) -> bool {
        self.full.iter().any(|name| {
            let name: Vec<_> = name
                .split('/')
                .map(|word| stem(&word.to_lowercase()))
                .collect();
            let mut pairs = words.iter().zip(&name);
            words.len() == name.len()
                && pairs.all(|((word, others), name)| {
                    stem(word) == *name || others.iter().any(|other| stem(other) == *name)
                })
        })
    }
}

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

    fn is_any_of(&self, names: &[String]) -> bool {
        let (word, others) = &self.words[0];
        names
            .iter()
            .any(|name| name == word || others.contains(name))
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
                || !self.exact && stem(term) == stem(word)
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

/// Snowball's own stemmer, with our deviations from it.
pub(super) fn stem(term: &str) -> String {
    thread_local! {
        static KNOWN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    }
    if let Some(stem) = KNOWN.with_borrow(|known| known.get(term).cloned()) {
        return stem;
    }
    let letters = |letters: &str| term.contains(|c| letters.contains(c));
    let initial_y = term.starts_with('y') && !term[1..].contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let stem = if !term.chars().all(|c| c.is_ascii_lowercase()) || !(3..=40).contains(&term.len()) {
        term.to_owned()
    } else if ["dying", "lying", "tying"].contains(&term) {
        term[..2].to_owned()
    } else if term == "skies" {
        "ski".to_owned()
    } else if (!letters("aeiouy") || initial_y) && !term.ends_with("ss") {
        term.strip_suffix('s').unwrap_or(term).to_owned()
    } else {
        let stemmer = Stemmer::create(Algorithm::English);
        Some(stemmer.stem(term).into_owned())
            .filter(|stem| stem.len() > 1)
            .unwrap_or(term.to_owned())
    };
    KNOWN.with_borrow_mut(|known| known.insert(term.to_owned(), stem.clone()));
    stem
}

/// Puts the nearest of these words in place of each unknown one that is not left
/// out, and returns all that are as near; none if no word is unknown or one of
/// them is like none.
pub(super) fn correct(parts: &mut Parts, words: &BTreeSet<String>) -> Option<Vec<Vec<String>>> {
    let last = parts.iter().rposition(|(_, without)| !without);
    let mut all = Vec::new();
    for (no, (part, without)) in parts.iter_mut().enumerate() {
        let Part::Word(typed) = part else { return None };
        let typed = typed.to_lowercase();
        let begun = Some(no) == last;
        let known = |word: &String| stem(word) == stem(&typed) || begun && word.starts_with(&typed);
        if *without || words.iter().any(known) {
            continue;
        }
        let limit = [0, 0, 0, 1, 1, 1].get(typed.len()).copied().unwrap_or(2);
        let begun = begun && typed.len() > 3;
        let rate = |word: &String| {
            let whole = distance(&typed, word);
            let ends = (0..word.len()).filter(|_| begun);
            let errors = ends.map(|end| distance(&typed, &word[..end])).min();
            let errors = errors.map_or(whole, |errors| errors.min(whole));
            (errors, whole.min(limit + 1), word[..1] != typed[..1])
        };
        let ascii = words.iter().filter(|word| word.is_ascii());
        let best = ascii.clone().map(rate).min()?;
        if best.0 > limit || typed.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let near: Vec<String> = ascii.filter(|word| rate(word) == best).cloned().collect();
        *part = Part::Word(near[0].clone());
        all.push(near);
    }
    Some(all).filter(|all| !all.is_empty())
}

/// Letters left out, put in, replaced, or two neighbours exchanged.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for a in 0..=one.len() {
        for b in 0..=other.len() {
            table[a][b] = if a == 0 || b == 0 {
                a + b
            } else {
                let differs = usize::from(one[a - 1] != other[b - 1]);
                let mut best = (table[a - 1][b - 1] + differs)
                    .min(table[a - 1][b] + 1)
                    .min(table[a][b - 1] + 1);
                if a > 1 && b > 1 && one[a - 1] == other[b - 2] && one[a - 2] == other[b - 1] {
                    best = best.min(table[a - 2][b - 2] + 1);
                }
                best
            };
        }
    }
    table[one.len()][other.len()]
}
