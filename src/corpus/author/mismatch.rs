//! Why a quotation was not found, or found twice, in words that help to mend it.

use crate::corpus::quote::Folded;

use super::{nfc, strings};

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

/// For each of these places of a quotation what tells it from all others, as an
/// author would write it: the fewest whole words before it, or after it.
pub(super) fn telling_words(text: &Folded, quote: &Folded, at: &[usize]) -> Option<String> {
    let told: Vec<String> = at
        .iter()
        .zip(["the first place", "the second", "the third"])
        .filter_map(|(at, name)| Some(format!("`{}` for {name}", telling(text, quote, *at)?)))
        .collect();
    let (last, rest) = told.split_last()?;
    Some(match rest {
        [] => last.clone(),
        rest => format!("{}, or {last}", rest.join(", ")),
    })
}

fn telling(text: &Folded, quote: &Folded, at: usize) -> Option<String> {
    let before = text.chars().get(..at)?;
    let after = text.chars().get(at + quote.chars().len()..)?;
    let tells = |prefix: &str, suffix: &str| {
        let (prefix, suffix) = (Folded::new(prefix, nfc), Folded::new(suffix, nfc));
        text.find(quote, &prefix, &suffix).len() == 1
    };
    for count in 1..=WORDS {
        let (before, after) = (last_words(before, count), words(after, count));
        if can_be_written(&before) && tells(&before, "") {
            return Some(format!("prefix = {}", strings::toml(&before)));
        }
        if can_be_written(&after) && tells("", &after) {
            return Some(format!("suffix = {}", strings::toml(&after)));
        }
    }
    None
}

/// Whether a corpus may hold these words, which its texts need not ask.
fn can_be_written(words: &str) -> bool {
    !words.is_empty()
        && !words.contains(strings::is_forbidden)
        && strings::long_word(words).is_none()
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

/// So many words from the start. What holds no letter or digit, such as a
/// quotation mark on its own, is no word but comes with the next.
fn words(chars: &[char], count: usize) -> String {
    let text = string(chars);
    whole(text.split_whitespace(), count).join(" ")
}

/// So many words up to the end.
fn last_words(chars: &[char], count: usize) -> String {
    let text = string(chars);
    let mut words = whole(text.split_whitespace().rev(), count);
    words.reverse();
    words.join(" ")
}

fn whole<'t>(pieces: impl Iterator<Item = &'t str>, count: usize) -> Vec<&'t str> {
    let (mut words, mut found) = (Vec::new(), 0);
    for piece in pieces {
        words.push(piece);
        found += usize::from(piece.contains(char::is_alphanumeric));
        if found == count {
            break;
        }
    }
    words
}

fn string(chars: &[char]) -> String {
    chars.iter().collect()
}
