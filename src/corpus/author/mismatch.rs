//! Why a quotation was not found, or found twice, in words that help to mend it.

use crate::corpus::quote::Folded;

use super::nfc;

/// The fewest characters in common that are worth telling.
const LEAST: usize = 8;
const WORDS: usize = 6;

/// What the text has in place of the quotation.
pub(super) fn nearest_words(text: &Folded, quote: &Folded) -> Option<String> {
    let (hay, needle) = (loose(text.chars()), loose(quote.chars()));
    if let Some(at) = position(&hay, &needle) {
        let exact = text.chars().get(at..at + needle.len())?;
        return Some(format!("the text has `{}`", string(exact)));
    }
    let common = longest(needle.len(), |length| position(&hay, needle.get(..length)?));
    let (length, at) = common.filter(|(length, _)| *length >= LEAST.min(needle.len()))?;
    // From the start of the word in which they part.
    let back = needle
        .get(..length)?
        .iter()
        .rev()
        .take_while(|char| **char != ' ')
        .count();
    let theirs = words(text.chars().get(at + length - back..)?, WORDS);
    let ours = words(quote.chars().get(length - back..)?, WORDS);
    Some(format!(
        "the text has `{theirs}` where the quotation has `{ours}`"
    ))
}

/// What stands before or after the places of a quotation.
pub(super) fn beside(text: &Folded, at: &[usize], length: usize, is_before: bool) -> String {
    let beside: Vec<String> = at
        .iter()
        .map(|at| {
            let words = if is_before {
                last_words(text.chars().get(..*at).unwrap_or_default(), 4)
            } else {
                words(text.chars().get(at + length..).unwrap_or_default(), 4)
            };
            format!("`{words}`")
        })
        .collect();
    beside.join(" or ")
}

/// Prefixes or suffixes that tell the first two places of a quotation apart.
pub(super) fn telling_words(text: &Folded, quote: &Folded) -> Option<String> {
    let places = text.occurrences(quote);
    let (first, second) = (*places.first()?, *places.get(1)?);
    let length = quote.chars().len();
    let before = |at: usize, count| last_words(text.chars().get(..at).unwrap_or_default(), count);
    let after =
        |at: usize, count| words(text.chars().get(at + length..).unwrap_or_default(), count);
    let tells = |prefix: &str, suffix: &str| {
        let (prefix, suffix) = (Folded::new(prefix, nfc), Folded::new(suffix, nfc));
        text.find(quote, &prefix, &suffix).len() == 1
    };
    for count in 1..=WORDS {
        let before = (before(first, count), before(second, count));
        if !before.0.is_empty() && tells(&before.0, "") {
            return Some(choice(
                "prefix",
                &before.0,
                tells(&before.1, "").then_some(&before.1),
            ));
        }
        let after = (after(first, count), after(second, count));
        if !after.0.is_empty() && tells("", &after.0) {
            return Some(choice(
                "suffix",
                &after.0,
                tells("", &after.1).then_some(&after.1),
            ));
        }
    }
    None
}

fn choice(key: &str, first: &str, second: Option<&String>) -> String {
    let other = second.map_or_else(String::new, |second| {
        format!(", or `{key} = \"{second}\"` for the second")
    });
    format!("`{key} = \"{first}\"` for the first place{other}")
}

/// `line 3, column 14` of a place in Unicode scalar values.
pub(super) fn line_and_column(text: &str, at: u32) -> String {
    let (mut line, mut column) = (1, 1);
    for char in text.chars().take(at as usize) {
        if char == '\n' {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    format!("line {line}, column {column}")
}

/// The greatest length up to `most` for which something is found, given that a
/// shorter one is found wherever a longer one is.
fn longest(most: usize, find: impl Fn(usize) -> Option<usize>) -> Option<(usize, usize)> {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if find(middle).is_some() {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    find(low).map(|at| (low, at))
}

fn position(hay: &[char], needle: &[char]) -> Option<usize> {
    if needle.is_empty() {
        return Some(0);
    }
    hay.windows(needle.len())
        .position(|window| window == needle)
}

/// As a person compares: without case, kinds of dashes and kinds of quotation marks.
fn loose(chars: &[char]) -> Vec<char> {
    chars
        .iter()
        .map(|char| match char {
            '–' | '—' | '‑' | '‐' | '−' => '-',
            '"' | '´' | '`' => '\'',
            char => char.to_lowercase().next().unwrap_or(*char),
        })
        .collect()
}

fn words(chars: &[char], count: usize) -> String {
    let text = string(chars);
    let words: Vec<&str> = text.split_whitespace().take(count).collect();
    words.join(" ")
}

fn last_words(chars: &[char], count: usize) -> String {
    let text = string(chars);
    let mut words: Vec<&str> = text.split_whitespace().rev().take(count).collect();
    words.reverse();
    words.join(" ")
}

fn string(chars: &[char]) -> String {
    chars.iter().collect()
}
