//! The view in the address bar: `?q=…&theme=…`, the form that published links keep for ever.
//!
//! In: the query part of an address, or a view. Out: the other one. Invariants: printing
//! leaves defaults out; reading never fails, it drops what it does not know and
//! says so; reading what was printed gives the same view.

use super::escape;
use super::facet::Facet;
use super::series::{Counting, Per};
use super::view::{Color, Show, Sort, View};
use crate::corpus::model::Corpus;

/// Longest search text that is read, in characters.
pub const LONGEST_QUERY: usize = 200;

/// A hostile address cannot fill the page with complaints: of more than these nothing is said.
pub const MOST_NOTICES: usize = 8;

/// As much of what was typed as is worth keeping: one character more than is read, so that it
/// can be told from a text that just fits.
pub fn readable(words: &str) -> &str {
    if words.chars().nth(LONGEST_QUERY).is_none() {
        return words;
    }
    // Spaces before the first word are no part of what is asked.
    first(words.trim_start(), LONGEST_QUERY + 1)
}

/// The first characters of a text.
fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// How an address names a selection that leaves nothing out.
const EVERYTHING: &str = "all";

/// Something in an address that was left out, told quietly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The name before the `=`.
    pub key: String,
    /// What was not understood.
    pub value: String,
    /// What was done about it.
    pub outcome: Outcome,
}

/// What was done about a part of an address that is not as expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The name is not known.
    UnknownKey,
    /// The value is not known here.
    UnknownValue,
    /// It was longer than what is read.
    Shortened,
    /// The years stood the wrong way round.
    Turned,
}

/// Reads the query part of an address, with or without its `?`.
pub fn parse(corpus: &Corpus, query: &str) -> (View, Vec<Notice>) {
    let mut reading = Reading {
        corpus,
        view: View::default(),
        notices: Vec::new(),
    };
    let mut other = None;
    for [key, value] in escape::pairs(query.strip_prefix('?').unwrap_or(query)) {
        // The selection to compare with is an address within the address, and has none within.
        if key == "vs" {
            other = Some(value);
        } else {
            reading.take(&key, &value);
        }
    }
    reading.turn_years();
    if let Some(other) = other {
        reading.view.against = reading.other(&other).map(Box::new);
    }
    (reading.view, reading.notices)
}

/// Whether a name was put there by somebody's counting of clicks; not worth a word.
fn is_marker(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "ref" | "source" | "share")
}

/// An address being read.
struct Reading<'a, 'c> {
    corpus: &'a Corpus<'c>,
    view: View,
    notices: Vec<Notice>,
}

impl Reading<'_, '_> {
    fn take(&mut self, key: &str, value: &str) {
        let known = match key {
            "q" => self.words(value),
            // An empty value means no limit.
            "from" | "to" if value.is_empty() => Some(()),
            "from" => year(value).map(|it| self.view.from = Some(it)),
            "to" => year(value).map(|it| self.view.to = Some(it)),
            "sort" => pick(&Sort::ALL, Sort::id, value).map(|it| self.view.sort = it),
            "show" => pick(&Show::ALL, Show::id, value).map(|it| self.view.show = it),
            "count" => pick(&Counting::ALL, Counting::id, value).map(|it| self.view.count = it),
            "split" => (value == "kind").then(|| self.view.split = true),
            "per" => pick(&Per::ALL, Per::id, value).map(|it| self.view.per = it),
            "color" => pick(&Color::ALL, Color::id, value).map(|it| self.view.color = it),
            _ => match Facet::from_key(key) {
                Some(facet) => self.values(facet, value),
                None if is_marker(key) => Some(()),
                None => return self.note(key, value, Outcome::UnknownKey),
            },
        };
        if known.is_none() {
            self.note(key, value, Outcome::UnknownValue);
        }
    }

    /// The selection that the other one is compared with.
    fn other(&mut self, query: &str) -> Option<View> {
        if query.is_empty() {
            return None;
        }
        let mut inner = Reading {
            corpus: self.corpus,
            view: View::default(),
            notices: core::mem::take(&mut self.notices),
        };
        if query != EVERYTHING {
            for [key, value] in escape::pairs(query) {
                inner.take(&key, &value);
            }
        }
        inner.turn_years();
        self.notices = inner.notices;
        let other = inner.view.selection();
        let nothing = other == View::default() && query != EVERYTHING;
        (!nothing).then_some(other)
    }

    fn words(&mut self, value: &str) -> Option<()> {
        let words = readable(value);
        let read = first(words, LONGEST_QUERY);
        if !words.get(read.len()..)?.trim_end().is_empty() {
            self.note("q", value, Outcome::Shortened);
        }
        read.clone_into(&mut self.view.q);
        Some(())
    }

    /// Takes what is known of a comma-separated list, and notes the rest one by one.
    fn values(&mut self, facet: Facet, list: &str) -> Option<()> {
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let Some(value) = facet.find(self.corpus, id) else {
                self.note(facet.key(), id, Outcome::UnknownValue);
                continue;
            };
            let chosen = self.view.chosen.get_mut(facet as usize)?;
            if let Err(place) = chosen.binary_search(&value) {
                chosen.insert(place, value);
            }
        }
        Some(())
    }

    fn turn_years(&mut self) {
        if let (Some(from), Some(to)) = (self.view.from, self.view.to)
            && from > to
        {
            (self.view.from, self.view.to) = (Some(to), Some(from));
            self.note("from", &from.to_string(), Outcome::Turned);
        }
    }

    fn note(&mut self, key: &str, value: &str, outcome: Outcome) {
        let short = |text: &str| text.chars().take(40).collect();
        if self.notices.len() < MOST_NOTICES {
            self.notices.push(Notice {
                key: short(key),
                value: short(value),
                outcome,
            });
        }
    }
}

/// A year of four digits.
fn year(value: &str) -> Option<u16> {
    let digits = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| value.parse().ok()).flatten()
}

fn pick<T: Copy>(all: &[T], id: impl Fn(T) -> &'static str, value: &str) -> Option<T> {
    all.iter().copied().find(|it| id(*it) == value)
}

/// Prints a view as the query part of an address: empty, or beginning with `?`.
pub fn print(corpus: &Corpus, view: &View) -> String {
    let mut out = selection(corpus, view);
    let mut option = |key: &str, is_default: bool, value: &str| {
        if !is_default {
            push(&mut out, key, value);
        }
    };
    option("sort", view.sort == Sort::default(), view.sort.id());
    option("show", view.show == Show::default(), view.show.id());
    option("count", view.count == Counting::default(), view.count.id());
    option("split", !view.split, "kind");
    option("per", view.per == Per::default(), view.per.id());
    option("color", view.color == Color::default(), view.color.id());
    if let Some(other) = &view.against {
        let query = selection(corpus, other);
        let query = query.strip_prefix('?').unwrap_or(EVERYTHING);
        push(&mut out, "vs", query);
    }
    out
}

/// Words, facets and years.
fn selection(corpus: &Corpus, view: &View) -> String {
    let mut out = String::new();
    if !view.q.trim().is_empty() {
        push(&mut out, "q", &view.q);
    }
    for facet in Facet::ALL {
        let mut ids = String::new();
        for value in view.chosen(facet) {
            if !ids.is_empty() {
                ids.push(',');
            }
            ids.push_str(facet.id(corpus, *value));
        }
        if !ids.is_empty() {
            push(&mut out, facet.key(), &ids);
        }
    }
    if let Some(from) = view.from {
        push(&mut out, "from", &from.to_string());
    }
    if let Some(to) = view.to {
        push(&mut out, "to", &to.to_string());
    }
    out
}

fn push(out: &mut String, key: &str, value: &str) {
    out.push(if out.is_empty() { '?' } else { '&' });
    out.push_str(key);
    out.push('=');
    escape::push(out, value);
}

/// The same address with other words, as typed before the program could hear it.
pub fn with_words(corpus: &Corpus, query: &str, words: &str) -> String {
    let (mut view, _) = parse(corpus, query);
    readable(words).clone_into(&mut view.q);
    print(corpus, &view)
}
