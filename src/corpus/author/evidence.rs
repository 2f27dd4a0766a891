//! Quotations: read from a record, found in the source text, vouched for by
//! `evidence.lock`.
//!
//! Invariant: a quotation is `Exact` only where this run found it once in the
//! text, and `Recorded` only where the lock has the same quotation and the same
//! text; everything else is `Unchecked`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::model::{Check, Evidence};
use crate::corpus::quote::{Folded, Place};

use super::faults::{Faults, Located, Spot, fault};
use super::lists::Folder;
use super::lock::{COMMAND, Lock};
use super::mismatch;
use super::record::{Record, Shape};
use super::{LOCK, Sources, nfc};

/// The most places of a quotation that are listed.
const MOST_PLACES: usize = 4;

/// What can be known of the quotations of a corpus.
pub(super) struct Evidences<'s> {
    lock: Lock<'s>,
    /// Whether the reader gave a folder of texts.
    has_texts: bool,
    renewing: bool,
    /// Which entries of the lock some quotation asked for.
    seen: RefCell<BTreeSet<u32>>,
    /// Ids in the lock, and those whose quotations it has under them.
    renamed: RefCell<BTreeMap<&'s str, &'s str>>,
}

/// The text that the quotations of one article were taken from.
pub(super) struct Source<'s> {
    /// As declared; none where that is at fault.
    pub(super) sha256: Option<&'s str>,
    /// Where the reader gave it.
    pub(super) text: Option<SourceText<'s>>,
}

/// A text, ready to be searched.
pub(super) struct SourceText<'s> {
    pub(super) name: &'s str,
    pub(super) text: &'s str,
    pub(super) folded: Folded,
    /// Whether it is the text whose checksum the article declares.
    pub(super) is_declared: bool,
}

/// A quotation and where its parts stand in the record.
struct Quotation<'s> {
    quote: Located<&'s str>,
    prefix: Option<Located<&'s str>>,
    suffix: Option<Located<&'s str>>,
}

impl<'s> Quotation<'s> {
    /// The quotation and what stands before and after it.
    fn words(&self) -> (&'s str, &'s str, &'s str) {
        let words = |part: Option<Located<&'s str>>| part.map_or("", |part| part.value);
        (self.quote.value, words(self.prefix), words(self.suffix))
    }
}

impl<'s> Evidences<'s> {
    /// Reads the lock.
    pub(super) fn read(folder: Folder<'_, 's>, sources: &Sources) -> Self {
        let evidences = Self {
            lock: Lock::read(folder, sources.today),
            has_texts: sources.texts.is_some(),
            renewing: sources.renewing,
            seen: RefCell::default(),
            renamed: RefCell::default(),
        };
        if !evidences.lock.exists && !evidences.renewing {
            let message = "missing file: nothing vouches for the quotations";
            folder.faults.warn_in_folder(LOCK, message, COMMAND);
        }
        evidences
    }

    /// Reads and checks the quotations of a record. One with a fault of form is
    /// left out.
    pub(super) fn of(
        &self,
        record: &mut Record<'_, 's>,
        id: Option<&'s str>,
        source: &Source<'s>,
    ) -> Vec<Evidence<'s>> {
        let mut evidence: Vec<Evidence<'s>> = Vec::new();
        for mut entry in record.some_tables("evidence", "quotation") {
            let quote = entry.text("quote", Shape::Quotation);
            let prefix = entry.optional("prefix", Shape::Quotation);
            let suffix = entry.optional("suffix", Shape::Quotation);
            entry.finish();
            let Some(quote) = quote else { continue };
            let quotation = Quotation {
                quote,
                prefix,
                suffix,
            };
            let is_same = |other: &Evidence<'_>| {
                quotation.words() == (other.quote, other.prefix, other.suffix)
            };
            if evidence.iter().any(is_same) {
                let message = "the same quotation twice in one record";
                record
                    .faults
                    .add(fault(quote.at, message).help("take one of them out"));
                continue;
            }
            let found = self.check(&quotation, id, source, record.faults);
            self.note_renamed(id, &found, source);
            evidence.push(found);
        }
        evidence
    }

    fn check(
        &self,
        quotation: &Quotation<'s>,
        id: Option<&str>,
        source: &Source<'s>,
        faults: &Faults,
    ) -> Evidence<'s> {
        let (quote, prefix, suffix) = quotation.words();
        let mut evidence = Evidence {
            quote,
            prefix,
            suffix,
            start: None,
            end: None,
            check: Check::Unchecked,
        };
        if let Some(text) = &source.text {
            if let Some(place) = find(quotation, text, faults) {
                set(&mut evidence, place, Check::Exact);
                self.compare(id, &evidence, place, quotation.quote.at, source, faults);
            } else if let Some(entry) = id.and_then(|id| self.lock.entry(id, &evidence)) {
                self.see(entry.at);
            }
        } else {
            self.vouch(id, &mut evidence, quotation.quote.at, source, faults);
        }
        evidence
    }

    /// Takes note of the ids under which the lock has a quotation that it does
    /// not have under its own.
    fn note_renamed(&self, id: Option<&'s str>, evidence: &Evidence<'s>, source: &Source<'s>) {
        let (Some(id), Some(sha256)) = (id, source.sha256) else {
            return;
        };
        if self.lock.entry(id, evidence).is_none() {
            let mut renamed = self.renamed.borrow_mut();
            for before in self.lock.records(sha256, evidence) {
                renamed.entry(before).or_insert(id);
            }
        }
    }

    /// What ids of the lock are called now, for those that no record has any more.
    pub(super) fn renamed(&self) -> BTreeMap<&'s str, &'s str> {
        self.renamed.borrow().clone()
    }

    /// Takes the word of the lock for a quotation whose text is not at hand.
    fn vouch(
        &self,
        id: Option<&str>,
        evidence: &mut Evidence<'s>,
        at: Spot,
        source: &Source<'s>,
        faults: &Faults,
    ) {
        let (Some(id), Some(sha256)) = (id, source.sha256) else {
            return;
        };
        let why = match self.lock.entry(id, evidence) {
            Some(entry) if entry.source == sha256 => {
                self.see(entry.at);
                return set(evidence, entry.place, Check::Recorded(entry.day));
            }
            Some(entry) => {
                self.see(entry.at);
                "was found in another version of the text"
            }
            None if !self.lock.records(sha256, evidence).is_empty() => "was found under another id",
            None => "was never found in the text, or edited since",
        };
        // That the text is missing is reported with the article.
        if self.lock.exists && !self.lock.is_partial && !self.renewing && !self.has_texts {
            let message = format!("unchecked: this quotation {why}");
            faults.add(fault(at, message).warning().help(COMMAND));
        }
    }

    /// Holds what was found against what the lock says.
    fn compare(
        &self,
        id: Option<&str>,
        evidence: &Evidence<'_>,
        place: Place,
        at: Spot,
        source: &Source<'_>,
        faults: &Faults,
    ) {
        let Some(id) = id else { return };
        // In another text than the declared one places say nothing.
        let is_declared = source.text.as_ref().is_some_and(|text| text.is_declared);
        if self.renewing || !self.lock.exists || !is_declared {
            return;
        }
        let Some(entry) = self.lock.entry(id, evidence) else {
            if !self.lock.is_partial {
                let message = format!("this quotation is not in `{LOCK}` yet");
                faults.add(fault(at, message).warning().help(COMMAND));
            }
            return;
        };
        self.see(entry.at);
        let message = if entry.place != place {
            format!(
                "found at {} to {}, but `{LOCK}` says {} to {}",
                place.start, place.end, entry.place.start, entry.place.end
            )
        } else if source.sha256.is_some_and(|sha256| sha256 != entry.source) {
            format!("`{LOCK}` has this quotation from another version of the text")
        } else {
            return;
        };
        faults.add(
            fault(at, message)
                .also("recorded at", entry.at)
                .help(COMMAND),
        );
    }

    fn see(&self, entry: Spot) {
        self.seen.borrow_mut().insert(entry.start);
    }

    /// Reports the entries that no quotation asked for, once all were read; not
    /// where something else may be the reason.
    pub(super) fn report_stale(&self, faults: &Faults) {
        if !self.has_texts || self.renewing || faults.has_errors() {
            return;
        }
        let seen = self.seen.borrow();
        for entry in &self.lock.entries {
            if !seen.contains(&entry.at.start) {
                let message = format!("stale: `{}` has no such quotation any more", entry.record);
                faults.add(fault(entry.at, message).help(COMMAND));
            }
        }
    }
}

fn set(evidence: &mut Evidence<'_>, place: Place, check: Check) {
    evidence.start = Some(place.start);
    evidence.end = Some(place.end);
    evidence.check = check;
}

/// The one place of a quotation in the text; none or several are a fault.
fn find(quotation: &Quotation<'_>, text: &SourceText<'_>, faults: &Faults) -> Option<Place> {
    let fold = |part: Option<Located<&str>>| Folded::new(part.map_or("", |part| part.value), nfc);
    let quote = fold(Some(quotation.quote));
    let (prefix, suffix) = (fold(quotation.prefix), fold(quotation.suffix));
    let places = text.folded.find(&quote, &prefix, &suffix);
    match places.as_slice() {
        [place] => return Some(*place),
        [] => {
            let anywhere = text.folded.occurrences(&quote);
            let beside = [("prefix", quotation.prefix), ("suffix", quotation.suffix)];
            match beside
                .into_iter()
                .find_map(|(key, part)| part.map(|part| (key, part)))
            {
                Some(first) if !anywhere.is_empty() => {
                    let ends = anywhere.iter().map(|at| at + quote.chars().len());
                    let is_prefix_at_fault = !anywhere
                        .iter()
                        .any(|at| text.folded.is_preceded(*at, &prefix));
                    let is_suffix_at_fault = !ends
                        .into_iter()
                        .any(|end| text.folded.is_followed(end, &suffix));
                    let (key, part) = match quotation.suffix {
                        Some(suffix) if is_suffix_at_fault && !is_prefix_at_fault => {
                            ("suffix", suffix)
                        }
                        _ => first,
                    };
                    let side = if key == "prefix" { "before" } else { "after" };
                    let message = format!("`{key}` does not stand directly {side} the quotation");
                    let beside = mismatch::beside(
                        &text.folded,
                        &anywhere,
                        quote.chars().len(),
                        key == "prefix",
                    );
                    faults.add(
                        fault(part.at, message)
                            .note(format!("in `{}` {side} it: {beside}", text.name)),
                    );
                }
                _ => {
                    let message = format!("quotation not found in `{}`", text.name);
                    let found = mismatch::nearest_words(&text.folded, &quote);
                    let fault = fault(quotation.quote.at, message);
                    let fault = found.into_iter().fold(fault, super::faults::Fault::note);
                    faults.add(fault.help("copy it from the text word for word; only white space and the shape of quotation marks may differ"));
                }
            }
        }
        _ => {
            let mut at: Vec<String> = places
                .iter()
                .take(MOST_PLACES)
                .map(|place| mismatch::line_and_column(text.text, place.start))
                .collect();
            if places.len() > MOST_PLACES {
                at.push("other places".to_owned());
            }
            let message = format!("quotation found {} times in `{}`", places.len(), text.name);
            let fault =
                fault(quotation.quote.at, message).note(format!("at {}", at.join(" and at ")));
            let anywhere = text.folded.occurrences(&quote).into_iter();
            let at: Vec<usize> = anywhere
                .filter(|at| text.folded.is_preceded(*at, &prefix))
                .filter(|at| text.folded.is_followed(at + quote.chars().len(), &suffix))
                .collect();
            faults.add(match mismatch::telling_words(&text.folded, &quote, &at) {
                Some(words) => fault.help(format!("tell them apart: {words}")),
                None => fault.help("make it longer"),
            });
        }
    }
    None
}
