//! The records of a piece, one after the other.
//!
//! In: the words of each record. Out: its statement and its quotation. Invariant: a record whose
//! texts are not just its words, however spelled, with short gaps between, is written byte by
//! byte, so that any text comes back as it was.

use super::coder::{Chance, Coder, number, string};
use super::gaps::{self, Gaps, ends_sentence};
use super::order::{Follower, Order};
use super::spelling::{self, SMALL, Spellings};
use super::split::Split;

/// Records of more words are written byte by byte, so that few bytes stay few words.
const MOST_WORDS: u32 = 1 << 12;

/// What is learnt of a piece on the way.
pub(super) struct Piece<'a> {
    /// What each word is found by.
    names: Vec<&'a str>,
    order: Order,
    gaps: Gaps,
    spellings: Spellings,
    /// Whether the gap of a guessed word is as it was, by trust.
    same_gap: [Chance; 8],
    raw: Chance,
    raw_widths: [Chance; 32],
    repeat_widths: [Chance; 32],
}

/// The words of one record, ascending, and how many its statement has.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) all: &'w [u32],
    pub(super) statement: u32,
}

impl<'a> Piece<'a> {
    pub(super) fn new(names: Vec<&'a str>) -> Self {
        // Behind the words come the beginnings of statements and of quotations.
        let places = names.len() + 2;
        Self {
            order: Order::new(places),
            gaps: Gaps::new(),
            spellings: Spellings::new(names.len()),
            same_gap: [Chance::NEW; 8],
            raw: Chance::NEW,
            raw_widths: [Chance::NEW; 32],
            repeat_widths: [Chance::NEW; 32],
            names,
        }
    }

    /// Writes or reads a record; a reader has no texts to tell.
    pub(super) fn record<C: Coder>(
        &mut self,
        coder: &mut C,
        words: Words<'_>,
        texts: [&str; 2],
        fold: Option<&dyn Fn(char) -> String>,
    ) -> Option<[String; 2]> {
        let told = fold.map(|fold| self.told(words, texts, fold));
        let is_raw = matches!(told, Some(None));
        if coder.bit(&mut self.raw, is_raw) {
            let [statement, quotation] = texts;
            let statement = string(coder, &mut self.raw_widths, statement)?;
            let quotation = string(coder, &mut self.raw_widths, quotation)?;
            return Some([statement, quotation]);
        }
        self.parts(coder, words, told.flatten().as_ref())
    }

    /// Splits the texts of a record; none if its words do not tell them.
    fn told<'t>(
        &self,
        words: Words<'_>,
        texts: [&'t str; 2],
        fold: &dyn Fn(char) -> String,
    ) -> Option<[Told<'t>; 2]> {
        let mut met = vec![false; words.all.len()];
        let mut part = |text: &'t str| {
            let split = Split::of(text, fold)?;
            let short = |gap: &&str| gap.len() <= gaps::LONGEST;
            split.gaps.iter().all(short).then_some(())?;
            let mut numbers = Vec::new();
            for word in &split.words {
                (word.spelled.len() <= spelling::LONGEST).then_some(())?;
                let at = words
                    .all
                    .binary_search_by(|no| self.name(*no).cmp(&word.folded));
                let at = at.ok()?;
                *met.get_mut(at)? = true;
                numbers.push(words.all.get(at).copied()?);
            }
            Some(Told { split, numbers })
        };
        let [statement, quotation] = texts;
        let told = [part(statement)?, part(quotation)?];
        let [statement, quotation] = [0, 1].map(|no| told.get(no).map_or(0, |it| it.numbers.len()));
        let fits = statement == words.statement as usize
            && statement + quotation <= MOST_WORDS as usize
            && met.iter().all(|met| *met);
        fits.then_some(told)
    }

    fn name(&self, word: u32) -> &'a str {
        self.names.get(word as usize).copied().unwrap_or("")
    }

    /// What kind of place the gap between two words is.
    fn place(&self, part: usize, first: bool, before: u32, word: u32) -> usize {
        let digit = |word: u32| self.name(word).starts_with(|c: char| c.is_ascii_digit());
        match (first, digit(word), digit(before)) {
            (true, ..) => part,
            (_, true, _) => 4,
            (_, _, true) => 5,
            _ => 6 + part,
        }
    }

    fn parts<C: Coder>(
        &mut self,
        coder: &mut C,
        words: Words<'_>,
        told: Option<&[Told<'_>; 2]>,
    ) -> Option<[String; 2]> {
        let distinct = words.all.len() as u32;
        let all = told.map_or(0, |told| {
            told.iter().map(|it| it.numbers.len()).sum::<usize>()
        });
        let repeats = (all as u32).saturating_sub(distinct);
        let repeats = number(coder, &mut self.repeat_widths, repeats);
        let total = distinct
            .checked_add(repeats)
            .filter(|it| *it <= MOST_WORDS)?;
        let quotation = total.checked_sub(words.statement)?;
        self.order.begin(words.all, repeats);
        let [first, second] = [0, 1].map(|no| told.and_then(|told| told.get(no)));
        let statement = self.text(coder, 0, words.statement, first)?;
        Some([statement, self.text(coder, 1, quotation, second)?])
    }

    fn text<C: Coder>(
        &mut self,
        coder: &mut C,
        part: usize,
        words: u32,
        told: Option<&Told<'_>>,
    ) -> Option<String> {
        let mut out = String::new();
        let mut before = (self.names.len() + part) as u32;
        let mut begins = true;
        for at in 0..words as usize {
            let (word, guessed) =
                self.order
                    .next(coder, before, told.map_or(0, |it| it.number(at)))?;
            let name = self.name(word);
            let follower = self.order.follower(before);
            let gap = told.map_or("", |it| it.gap(at));
            let same = guessed && {
                let chance = self.same_gap.get_mut(usize::from(follower.trust & 7))?;
                coder.bit(chance, self.gaps.text(follower.gap) == gap)
            };
            let gap = if same {
                follower.gap
            } else {
                let place = self.place(part, at == 0, before, word);
                self.gaps.code(coder, place, gap)?
            };
            let text = self.gaps.text(gap);
            out.push_str(text);
            begins |= ends_sentence(text);
            let form = self.spellings.code(
                coder,
                (word, name),
                begins,
                guessed.then_some(follower.form),
                told.map_or("", |it| it.spelled(at)),
                &mut out,
            )?;
            let now = Follower {
                next: word,
                trust: 0,
                gap,
                form: if begins { SMALL } else { form },
            };
            self.order.learn(before, guessed, now);
            (before, begins) = (word, false);
            if coder.over() {
                return None;
            }
        }
        let last = told.map_or("", |it| it.gap(words as usize));
        let gap = self.gaps.code(coder, 2 + part, last)?;
        out.push_str(self.gaps.text(gap));
        Some(out)
    }
}

/// A text for the writer.
struct Told<'t> {
    split: Split<'t>,
    /// The words by number.
    numbers: Vec<u32>,
}

impl<'t> Told<'t> {
    fn number(&self, at: usize) -> u32 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    fn gap(&self, at: usize) -> &'t str {
        self.split.gaps.get(at).copied().unwrap_or("")
    }

    fn spelled(&self, at: usize) -> &'t str {
        self.split.words.get(at).map_or("", |word| word.spelled)
    }
}
