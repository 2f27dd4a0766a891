//! The words around a quotation, where the text of the article is at hand.
//!
//! Invariant: the three parts stand in the text one after the other, cut between words.

/// How many bytes of text to show on either side, about three lines.
const AROUND: usize = 240;

/// What stands before, in and after the quotation from `start` to `end` (in Unicode scalar
/// values of the text).
pub fn passage(text: &str, start: u32, end: u32) -> Option<[&str; 3]> {
    let start = byte(text, start)?;
    let end = byte(text, end)?;
    let quote = text.get(start..end)?;
    let before = text.get(..start)?;
    let after = text.get(end..)?;
    Some([last(before), quote, first(after)])
}

/// The byte at which the `n`th character begins, or the end of the text.
fn byte(text: &str, n: u32) -> Option<usize> {
    let mut starts = text.char_indices().map(|(at, _)| at);
    starts
        .nth(n as usize)
        .or_else(|| (text.chars().count() == n as usize).then_some(text.len()))
}

/// The end of a text, from the beginning of a word.
fn last(text: &str) -> &str {
    let Some(from) = text.len().checked_sub(AROUND) else {
        return text;
    };
    let mut breaks = text
        .char_indices()
        .filter(|(at, letter)| *at >= from && letter.is_whitespace());
    breaks
        .next()
        .and_then(|(at, _)| text.get(at..))
        .unwrap_or_default()
}

/// The beginning of a text, up to the end of a word.
fn first(text: &str) -> &str {
    let mut breaks = text
        .char_indices()
        .filter(|(at, letter)| *at >= AROUND && letter.is_whitespace());
    breaks
        .next()
        .and_then(|(at, _)| text.get(..at))
        .unwrap_or(text)
}
