//! A text as words and what stands between.
//!
//! In: a text and how characters fold. Out: [`Split`]: the words as they are spelled, and the
//! gaps before, between and behind them. Invariant: gaps and words in turn are the text. Only a
//! writer splits.

use core::ops::Range;

/// A text in its parts.
pub(super) struct Split<'a> {
    /// One more than words.
    pub(super) gaps: Vec<&'a str>,
    pub(super) words: Vec<Word<'a>>,
}

/// A word of a text.
pub(super) struct Word<'a> {
    pub(super) spelled: &'a str,
    /// What it is found by.
    pub(super) folded: String,
}

impl<'a> Split<'a> {
    /// `fold` gives the letters and digits that a character stands for, a space where it parts
    /// words, and nothing where it is as if it were not there. None if one character holds the
    /// end of a word and the beginning of the next.
    pub(super) fn of(text: &'a str, fold: &dyn Fn(char) -> String) -> Option<Self> {
        let (mut gaps, mut words) = (Vec::new(), Vec::new());
        let mut behind = 0;
        let mut word: Option<(Range<usize>, String)> = None;
        let mut end = |word: &mut Option<(Range<usize>, String)>| {
            if let Some((place, folded)) = word.take() {
                gaps.push(text.get(behind..place.start)?);
                behind = place.end;
                let spelled = text.get(place)?;
                words.push(Word { spelled, folded });
            }
            Some(())
        };
        for (at, c) in text.char_indices() {
            let letters = fold(c);
            if letters.is_empty() {
                continue;
            }
            if letters.trim().is_empty() {
                end(&mut word)?;
            } else if letters.contains(' ') {
                return None;
            } else {
                let (place, folded) = word.get_or_insert_with(|| (at..at, String::new()));
                place.end = at + c.len_utf8();
                folded.push_str(&letters);
            }
        }
        end(&mut word)?;
        gaps.push(text.get(behind..)?);
        Some(Self { gaps, words })
    }
}
