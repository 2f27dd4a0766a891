//! Statements and quotations of the generated records.
//!
//! In: what a record is about and a random sequence. Out: text as journalists
//! write it: capitals, commas, curly and straight apostrophes, accents, numbers
//! with units, hyphens. Invariant: no white space around it or doubled in it,
//! and nothing that the corpus format refuses.

use super::lexicon::{OPENINGS, PHRASES};
use super::names::SPEAKERS;
use super::random::{Random, Weighted};
use super::vocabulary::{Share, Vocabulary};
use std::fmt::Write as _;

/// Draws texts; the same whoever draws with the same sequence.
pub(super) struct Prose {
    vocabulary: Vocabulary,
    themes: Vec<Share>,
    speakers: Vec<Share>,
    phrases: Weighted,
}

/// What a text is about.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) theme: usize,
    pub(super) speaker: usize,
    pub(super) stance: usize,
}

impl Prose {
    /// Prepares the words of every theme and speaker.
    pub(super) fn new(themes: usize) -> Self {
        let vocabulary = Vocabulary::new();
        Self {
            themes: (0..themes).map(|theme| vocabulary.theme(theme)).collect(),
            speakers: (0..SPEAKERS.len())
                .map(|speaker| vocabulary.speaker(speaker))
                .collect(),
            phrases: Weighted::zipf(PHRASES.len()),
            vocabulary,
        }
    }

    /// What a coder would write down: 8 to 16 words.
    pub(super) fn statement(&self, subject: Subject, random: &mut Random) -> String {
        let mut text = (*random.one(OPENINGS[subject.stance])).to_owned();
        for _ in 0..random.between(7, 14) {
            text.push(' ');
            self.piece(subject, random, &mut text);
        }
        text
    }

    /// What was said: 25 to 50 words in sentences.
    pub(super) fn quotation(&self, subject: Subject, random: &mut Random) -> String {
        let mut text = String::with_capacity(320);
        let mut left = random.between(24, 46);
        while left > 0 {
            // No sentence of three words at the end.
            let length = match random.between(9, 22) {
                long if left < long + 6 => left,
                short => short,
            };
            self.sentence(subject, length, random, &mut text);
            left -= length;
        }
        text
    }

    fn sentence(&self, subject: Subject, words: usize, random: &mut Random, text: &mut String) {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        for no in 0..words {
            if no > 0 {
                text.push_str(if no + 2 < words && random.chance(6) {
                    ", "
                } else {
                    " "
                });
            }
            self.piece(subject, random, text);
        }
        capitalise(text, start);
        text.push(*random.one(&['.', '.', '.', '.', '.', '.', '.', '?', '!']));
    }

    /// A word, a number, a name or a phrase.
    fn piece(&self, subject: Subject, random: &mut Random, text: &mut String) {
        let words = &self.vocabulary;
        match random.below(1000) {
            0..400 => text.push_str(words.function(random)),
            400..690 => text.push_str(words.of(&self.themes[subject.theme], random)),
            690..750 => text.push_str(words.of(&self.speakers[subject.speaker], random)),
            750..930 => text.push_str(words.content(random)),
            930..960 => text.push_str(PHRASES[self.phrases.draw(random)]),
            960..970 => text.push_str(SPEAKERS[random.below(SPEAKERS.len())].0),
            970..980 => {
                text.push_str(words.content(random));
                text.push_str(random.one::<&str>(&["’s", "’s", "'s", "-led", "-based"]));
            }
            _ => number(random, text),
        }
    }
}

/// As people write numbers of this field.
fn number(random: &mut Random, text: &mut String) {
    let (a, b) = (random.between(1, 99), random.below(10));
    // Writing to a string cannot fail.
    let _ = match random.below(9) {
        0 => write!(text, "£{}.{b}bn", a % 30 + 1),
        1 => write!(text, "£{a}m"),
        2 => write!(text, "{}-year", a % 25 + 2),
        3 => write!(text, "{}", 1997 + a % 39),
        4 => write!(text, "{a},{b}00"),
        5 => write!(text, "{a}%"),
        6 => write!(text, "{a}.{b} per cent"),
        7 => write!(text, "{} weeks", a % 52 + 1),
        _ => write!(text, "{a}"),
    };
}

fn capitalise(text: &mut String, from: usize) {
    let Some(first) = text[from..].chars().next() else {
        return;
    };
    let capital: String = first.to_uppercase().collect();
    text.replace_range(from..from + first.len_utf8(), &capital);
}
