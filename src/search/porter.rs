//! A word losing its endings, step by step as the algorithm of [`super::stem`] has it.
//!
//! In: a word of ASCII letters in lower case. Out: its stem, in which a `y` that is
//! no vowel is still written `Y`. Invariant: steps cut at the end and put there at
//! most one letter that was not there, so that the stem but its last letter begins
//! the word.

use super::endings::{Endings, STEP_2, STEP_3, STEP_4};

/// What loses no more than a plural `s`.
const WHOLE: [&str; 8] = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
];

/// Takes the endings off a word.
pub(super) fn stemmed(term: &str) -> String {
    let mut word = Word::new(term);
    word.plural();
    if !WHOLE.contains(&word.text.as_str()) {
        word.participle();
        word.final_y();
        word.replace(STEP_2, word.r1);
        word.replace(STEP_3, word.r1);
        word.replace(STEP_4, word.r2);
        word.final_letter();
    }
    word.text
}

/// A word losing its endings. A `y` that is no vowel is written `Y`.
struct Word {
    text: String,
    /// Where the regions begin that endings must lie in to be taken.
    r1: usize,
    r2: usize,
}

impl Word {
    fn new(term: &str) -> Self {
        let mut text = String::with_capacity(term.len());
        for c in term.chars() {
            let first = text.is_empty();
            let consonant = c == 'y' && (first || is_vowel(text.bytes().last()));
            text.push(if consonant { 'Y' } else { c });
        }
        let starts = ["gener", "commun", "arsen"];
        let start = starts.into_iter().find(|start| text.starts_with(start));
        let r1 = start.map_or_else(|| region(&text, 0), str::len);
        let r2 = region(&text, r1);
        Self { text, r1, r2 }
    }

    fn cut(&mut self, letters: usize) {
        self.text.truncate(self.text.len().saturating_sub(letters));
    }

    /// The letter so many places from the end, 1 being the last.
    fn letter(&self, from_end: usize) -> Option<u8> {
        let at = self.text.len().checked_sub(from_end)?;
        self.text.as_bytes().get(at).copied()
    }

    /// Step 1a.
    fn plural(&mut self) {
        let ends = |ending: &str| self.text.ends_with(ending);
        let cut = if ends("sses") {
            2
        } else if ends("ied") || ends("ies") {
            if self.text.len() > 4 { 2 } else { 1 }
        } else {
            let vowels = vowels(&self.text);
            let before_last = vowels.is_some_and(|at| at + 2 < self.text.len());
            let plural = ends("s") && !ends("us") && !ends("ss");
            usize::from(plural && (before_last || vowels.is_none()))
        };
        self.cut(cut);
    }

    /// Step 1b.
    fn participle(&mut self) {
        let mut endings = ["eedly", "ingly", "edly", "eed", "ing", "ed"].into_iter();
        let Some(ending) = endings.find(|ending| self.text.ends_with(ending)) else {
            return;
        };
        let before = self.text.len() - ending.len();
        if ending.starts_with("ee") {
            if before >= self.r1 {
                self.cut(ending.len() - 2);
            }
            return;
        }
        if vowels(&self.text).is_none_or(|at| at >= before) {
            return;
        }
        self.cut(ending.len());
        let last = self.letter(1).unwrap_or(0);
        let ends = |ending: &str| self.text.ends_with(ending);
        if ends("at") || ends("bl") || ends("iz") {
            self.text.push('e');
        } else if self.letter(2) == Some(last) && b"bdfgmnprt".contains(&last) {
            self.cut(1);
        } else if before <= self.r1 && self.ends_short(0) {
            self.text.push('e');
        }
    }

    /// Step 1c.
    fn final_y(&mut self) {
        let y = self.text.ends_with(['y', 'Y']);
        if y && self.text.len() > 2 && !is_vowel(self.letter(2)) {
            self.cut(1);
            self.text.push('i');
        }
    }

    /// Steps 2 to 4: replaces the first ending of the list that the word has, if
    /// it lies in the region.
    fn replace(&mut self, endings: &'static Endings, region: usize) {
        let Some((ending, instead)) = endings.iter().find(|rule| self.text.ends_with(rule.0))
        else {
            return;
        };
        let before = self.text.len() - ending.len();
        let last = self.letter(ending.len() + 1).unwrap_or(0);
        let allowed = match *ending {
            "ogi" => last == b'l',
            "li" => b"cdeghkmnrt".contains(&last),
            "ative" => before >= self.r2,
            "ion" => last == b's' || last == b't',
            _ => true,
        };
        if allowed && before >= region {
            self.text.truncate(before);
            self.text.push_str(instead);
        }
    }

    /// Step 5.
    fn final_letter(&mut self) {
        let before = self.text.len().saturating_sub(1);
        let goes = match self.letter(1) {
            Some(b'e') => before >= self.r2 || before >= self.r1 && !self.ends_short(1),
            Some(b'l') => before >= self.r2 && self.letter(2) == Some(b'l'),
            _ => false,
        };
        self.cut(usize::from(goes));
    }

    /// Whether the word without its last so many letters ends in a short syllable.
    fn ends_short(&self, without: usize) -> bool {
        let last = self.letter(without + 1);
        let consonant = last.is_some() && !is_vowel(last);
        let vowel = is_vowel(self.letter(without + 2));
        let first = self.letter(without + 3);
        let ends_long = matches!(last, Some(b'w' | b'x' | b'Y'));
        consonant && vowel && (first.is_none() || !is_vowel(first) && !ends_long)
    }
}

/// Where the region begins: after the first consonant that follows a vowel.
fn region(text: &str, from: usize) -> usize {
    let letters = text.as_bytes();
    let mut pairs = letters.windows(2).skip(from);
    let found =
        pairs.position(|pair| is_vowel(pair.first().copied()) && !is_vowel(pair.last().copied()));
    found.map_or(text.len(), |at| from + at + 2)
}

/// Where the first vowel is.
fn vowels(text: &str) -> Option<usize> {
    text.bytes().position(|letter| is_vowel(Some(letter)))
}

fn is_vowel(letter: Option<u8>) -> bool {
    letter.is_some_and(|letter| b"aeiouy".contains(&letter))
}
