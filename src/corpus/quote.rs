//! The published matching rule: where a quotation stands in a source text.
//!
//! Both are put through Unicode NFC, runs of white space (no-break spaces
//! included) become one space, curly quotation marks become straight; nothing
//! else is folded. In: texts. Out: places counted in Unicode scalar values of
//! the source text as it was given. Invariant: a place covers exactly the
//! characters of the source that fold to the quotation.
//!
//! NFC wants tables that the browser already has, so the caller brings the
//! normaliser: a crate natively, `String.prototype.normalize` in the browser.
//! It is called only for the few runs that it could change.

/// Puts a text into Unicode normalisation form C.
pub type Nfc = fn(&str) -> String;

/// A run of a source text, in Unicode scalar values, `end` excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A folded text that remembers where each of its characters came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    chars: Vec<char>,
    /// For each of `chars`, the run of the source it stands for.
    from: Vec<Place>,
}

impl Folded {
    /// Folds a text by the rule.
    pub fn new(text: &str, nfc: Nfc) -> Self {
        let mut folded = Self::default();
        let mut at = 0;
        for run in normalisation_runs(text) {
            let length = run.chars().count() as u32;
            if is_nfc_already(run) {
                for (offset, char) in run.chars().enumerate() {
                    let start = at + offset as u32;
                    folded.push(
                        char,
                        Place {
                            start,
                            end: start + 1,
                        },
                    );
                }
            } else {
                folded.push_normalised(
                    run,
                    &nfc(run),
                    Place {
                        start: at,
                        end: at + length,
                    },
                );
            }
            at += length;
        }
        folded
    }

    /// A run that may change: character by character where it did not, as a
    /// whole where it did.
    fn push_normalised(&mut self, run: &str, normalised: &str, place: Place) {
        let unchanged = run == normalised;
        for (offset, char) in normalised.chars().enumerate() {
            let start = place.start + offset as u32;
            let own = Place {
                start,
                end: start + 1,
            };
            self.push(char, if unchanged { own } else { place });
        }
    }

    fn push(&mut self, char: char, place: Place) {
        let char = match char {
            '‘' | '’' | '‚' | '‛' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            char if char.is_whitespace() => ' ',
            char => char,
        };
        if let (' ', Some(' '), Some(run)) = (char, self.chars.last(), self.from.last_mut()) {
            run.end = place.end;
            return;
        }
        self.chars.push(char);
        self.from.push(place);
    }

    /// The folded text.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where in the source a run of folded characters came from.
    pub fn place(&self, folded: std::ops::Range<usize>) -> Option<Place> {
        let run = self.from.get(folded)?;
        Some(Place {
            start: run.first()?.start,
            end: run.last()?.end,
        })
    }

    /// Everywhere that a quotation stands, as indices into [`Folded::chars`].
    pub fn occurrences(&self, quote: &Self) -> Vec<usize> {
        let Some(first) = quote.chars.first() else {
            return Vec::new();
        };
        self.chars
            .windows(quote.chars.len())
            .enumerate()
            .filter(|(_, window)| window.first() == Some(first) && *window == quote.chars)
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether these words stand directly before `at`, with or without a space between.
    pub fn is_preceded(&self, at: usize, prefix: &Self) -> bool {
        let before = self.chars.get(..at).unwrap_or_default();
        trim(before).ends_with(trim(&prefix.chars))
    }

    /// Whether these words stand directly after `end`, with or without a space between.
    pub fn is_followed(&self, end: usize, suffix: &Self) -> bool {
        let after = self.chars.get(end..).unwrap_or_default();
        trim(after).starts_with(trim(&suffix.chars))
    }

    /// Every place that matches the quotation with the words around it.
    pub fn find(&self, quote: &Self, prefix: &Self, suffix: &Self) -> Vec<Place> {
        let length = quote.chars.len();
        self.occurrences(quote)
            .into_iter()
            .filter(|at| self.is_preceded(*at, prefix) && self.is_followed(at + length, suffix))
            .filter_map(|at| self.place(at..at + length))
            .collect()
    }
}

/// Runs of white space are one space already, so at most one goes.
fn trim(chars: &[char]) -> &[char] {
    let chars = chars.strip_prefix(&[' ']).unwrap_or(chars);
    chars.strip_suffix(&[' ']).unwrap_or(chars)
}

/// Cuts a text where normalisation never reaches across: before every character
/// that neither is, nor composes with, a mark of what comes before it. Below
/// U+0300 and in the punctuation blocks no character does.
fn normalisation_runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut starts = rest.char_indices().skip(1);
        let end = starts
            .find(|(_, char)| is_boundary(*char))
            .map_or(rest.len(), |(at, _)| at);
        let (run, after) = rest.split_at(end);
        rest = after;
        (!run.is_empty()).then_some(run)
    })
}

fn is_boundary(char: char) -> bool {
    matches!(char, ..'\u{300}' | '\u{2000}'..='\u{20cf}')
}

/// A single character below U+0300 or of the punctuation blocks is its own
/// normal form, but for two spaces that have canonical twins.
fn is_nfc_already(run: &str) -> bool {
    let mut chars = run.chars();
    match (chars.next(), chars.next()) {
        (Some(char), None) => is_boundary(char) && !matches!(char, '\u{2000}' | '\u{2001}'),
        _ => false,
    }
}
