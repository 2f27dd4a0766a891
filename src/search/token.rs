//! Text to tokens: which terms stand where.
//!
//! In: any text. Out: [`Token`]s, each a folded term, its place in words and its
//! byte range in the text as given. Invariant: index, query and highlighting all
//! read text through [`tokens`], so they agree on what a word is. The rules are
//! in the documentation of [`crate::search`]. Next: `query`, `build`.

use core::ops::Range;

use super::fold::{Class, class};

/// How a token follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Without anything between: the `bn` of `8bn`.
    None,
    /// After one hyphen.
    Hyphen,
    /// After something that binds: a dash, a slash, a full stop.
    Bond,
    /// After a space or anything else that parts words, or as the first.
    Wide,
}

/// What a token is to the words of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The word itself; every place has exactly one.
    Word(Gap),
    /// Another term for the same place: `england` for `England’s`.
    Other,
    /// The parts of a compound written as one, at the place of the first;
    /// with the number of places.
    Joined(u32),
}

/// A term at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// Folded.
    pub(super) term: &'t str,
    /// Where it stands, counted in words from 0.
    pub(super) at: u32,
    /// What it is.
    pub(super) form: Form,
    /// Bytes of the text it stands for.
    pub(super) range: Range<usize>,
}

/// Calls `each` with the tokens of `text`; returns the number of words. Terms at
/// one place follow each other; a joined compound follows its last part.
pub(super) fn tokens(text: &str, each: &mut dyn FnMut(Token<'_>)) -> u32 {
    let mut reader = Reader {
        each,
        term: String::new(),
        run: Run::None,
        range: 0..0,
        gap: Gap::Wide,
        stem: None,
        next: 0,
        after_number: false,
        joined: String::new(),
        parts: 0,
        joined_range: 0..0,
    };
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let following = chars.peek();
        let end = following.map_or(text.len(), |&(at, _)| at);
        let following = following.map_or(Class::Other, |&(_, c)| class(c));
        reader.read(class(c), c, following, start..end);
    }
    reader.finish();
    reader.finish_compound();
    reader.next
}

/// The longest compound that is also indexed as one word.
const LONGEST_COMPOUND: u32 = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    None,
    Word,
    Number,
}

struct Reader<'f> {
    each: &'f mut dyn FnMut(Token<'_>),
    /// The term being read, what kind it is and where it stands.
    term: String,
    run: Run,
    range: Range<usize>,
    /// What lies between the last term and this one.
    gap: Gap,
    /// Length of the term before an apostrophe and what follows it.
    stem: Option<usize>,
    /// Place of the next word.
    next: u32,
    /// Whether the last word was a number.
    after_number: bool,
    /// The hyphened words up to here in one, how many, and where.
    joined: String,
    parts: u32,
    joined_range: Range<usize>,
}

impl Reader<'_> {
    fn read(&mut self, class: Class, c: char, following: Class, range: Range<usize>) {
        let letter_follows = matches!(following, Class::Letter(_) | Class::Letters(_));
        let digit_follows = matches!(following, Class::Digit(_));
        match class {
            Class::Letter(letter) => {
                self.start(Run::Word, &range);
                self.term.push(letter);
            }
            Class::Letters(letters) => {
                self.start(Run::Word, &range);
                self.term.push_str(letters);
            }
            Class::Digit(digit) => {
                self.start(Run::Number, &range);
                self.term.push(digit);
            }
            Class::Dropped => {
                if self.run != Run::None {
                    self.range.end = range.end;
                }
            }
            Class::Apostrophe if letter_follows && self.run == Run::Word => {
                self.stem = Some(self.term.len());
                self.range.end = range.end;
            }
            // `1990’s` is written `1990s` as well.
            Class::Apostrophe if letter_follows && self.run == Run::Number => self.finish(),
            Class::Other if c == ',' && digit_follows && self.run == Run::Number => {
                self.range.end = range.end;
            }
            Class::Bond if c == '.' && digit_follows && self.run == Run::Number => {
                self.term.push('.');
                self.range.end = range.end;
            }
            Class::And => {
                // A word of its own, even within `R&D`.
                self.finish();
                self.start(Run::Word, &range);
                self.term.push_str("and");
                self.finish();
            }
            Class::Hyphen => {
                self.finish();
                self.widen(if self.gap == Gap::None {
                    Gap::Hyphen
                } else {
                    Gap::Bond
                });
            }
            Class::Bond => {
                self.finish();
                self.widen(Gap::Bond);
            }
            Class::Apostrophe | Class::Quote | Class::Space | Class::Other => {
                self.finish();
                self.widen(Gap::Wide);
            }
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Goes on with the term, or starts one of another kind.
    fn start(&mut self, run: Run, range: &Range<usize>) {
        if self.run != run {
            self.finish();
            self.run = run;
            self.range.start = range.start;
        }
        self.range.end = range.end;
    }

    /// Hands out the term that ends here, if any.
    fn finish(&mut self) {
        let run = core::mem::replace(&mut self.run, Run::None);
        if run == Run::None {
            return;
        }
        let gap = core::mem::replace(&mut self.gap, Gap::None);
        if gap != Gap::Hyphen || run != Run::Word {
            self.finish_compound();
        }
        let mut term = core::mem::take(&mut self.term);
        let at = self.next;
        self.emit(&term, at, Form::Word(gap), self.range.clone());
        self.next = at.saturating_add(1);
        if let Some(other) = self.other(&term) {
            self.emit(other, at, Form::Other, self.range.clone());
        }
        self.after_number = run == Run::Number;
        if run == Run::Word {
            if self.parts == 0 {
                self.joined_range.start = self.range.start;
            }
            self.joined_range.end = self.range.end;
            self.parts += 1;
            if self.parts <= LONGEST_COMPOUND {
                self.joined.push_str(&term);
            }
        }
        term.clear();
        self.term = term;
        self.stem = None;
    }

    /// Another term that the one just read is findable as.
    fn other<'s>(&self, term: &'s str) -> Option<&'s str> {
        if let Some(stem) = self.stem {
            return term.get(..stem).filter(|_| term.get(stem..) == Some("s"));
        }
        if !self.after_number {
            return None;
        }
        Some(match term {
            "bn" => "billion",
            "billion" => "bn",
            "m" => "million",
            "million" => "m",
            _ => return None,
        })
    }

    /// Hands out the compound that ended with the last word, if any.
    fn finish_compound(&mut self) {
        let parts = core::mem::take(&mut self.parts);
        let mut joined = core::mem::take(&mut self.joined);
        if (2..=LONGEST_COMPOUND).contains(&parts) {
            let at = self.next.saturating_sub(parts);
            self.emit(&joined, at, Form::Joined(parts), self.joined_range.clone());
        }
        joined.clear();
        self.joined = joined;
    }

    fn emit(&mut self, term: &str, at: u32, form: Form, range: Range<usize>) {
        (self.each)(Token {
            term,
            at,
            form,
            range,
        });
    }
}
