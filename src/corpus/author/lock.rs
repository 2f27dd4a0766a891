//! `evidence.lock`: which quotations were found, in which text, where, and when.
//!
//! ```toml
//! [[article]]
//! id = "2023-primary-care"
//! source_sha256 = "…"
//! found = [
//!   { id = "double-medical-school-places", quotation = "5f0c…", start = 120, end = 163, day = "2026-11-21" },
//! ]
//! ```
//!
//! One line per quotation, by article and in its reading order, so that a
//! change to one quotation is a change to one line. `quotation` is the start of
//! the SHA-256 of quotation, prefix and suffix. Invariant: an entry vouches
//! for exactly the quotation and the source text it was written for.

use std::fmt::Write as _;

use crate::corpus::date::{Date, Day};
use crate::corpus::model::{Check, Corpus, Evidence};
use crate::corpus::quote::Place;

use super::digest;
use super::faults::{Faults, Spot, fault};
use super::lists::Folder;
use super::record::{Record, Shape};
use super::{LOCK, SourceFile};

/// The words of the command that writes the file.
pub(super) const COMMAND: &str = "run `cargo xtask check --texts DIR --write`";

const HEAD: &str = "\
# Written by `cargo xtask check --texts DIR --write`, never by hand: for every
# quotation the text it was found in, its place there in Unicode scalar values,
# and the day.
";

/// The entries of the file.
#[derive(Default)]
pub(super) struct Lock<'s> {
    pub(super) entries: Vec<Entry<'s>>,
    /// Whether there is such a file.
    pub(super) exists: bool,
    /// Whether entries could not be read, so that those that seem to be missing
    /// may be among them.
    pub(super) is_partial: bool,
}

/// One quotation that was found.
pub(super) struct Entry<'s> {
    pub(super) at: Spot,
    /// The unit or context statement.
    pub(super) record: &'s str,
    quotation: &'s str,
    pub(super) source: &'s str,
    pub(super) place: Place,
    pub(super) day: Date,
}

impl<'s> Lock<'s> {
    /// Reads the file, where there is one.
    pub(super) fn read(folder: Folder<'_, 's>, today: Option<Day>) -> Self {
        let mut lock = Self::default();
        if !folder.files.iter().any(|file| file.path == LOCK) {
            return lock;
        }
        lock.exists = true;
        let (Some(mut top), is_whole) = folder.top(LOCK, "file") else {
            return lock;
        };
        lock.is_partial = !is_whole;
        for mut article in top.tables("article", "article") {
            // For the reader's eye only: ids of units are unique in the corpus.
            article.text("id", Shape::Token);
            let source = article.text("source_sha256", Shape::Token);
            for mut record in article.tables("found", "quotation") {
                let source = source.map(|source| source.value);
                let entry = Entry::read(&mut record, source, today);
                record.finish();
                lock.is_partial |= entry.is_none();
                lock.entries.extend(entry);
            }
            article.finish();
        }
        top.finish();
        lock
    }

    /// The entry for this quotation of this record, whatever text it was found in.
    pub(super) fn entry(&self, record: &str, evidence: &Evidence<'_>) -> Option<&Entry<'s>> {
        let mut of_record = self
            .entries
            .iter()
            .filter(|entry| entry.record == record)
            .peekable();
        of_record.peek()?;
        let quotation = digest::quotation(evidence.quote, evidence.prefix, evidence.suffix);
        of_record.find(|entry| entry.quotation == quotation)
    }

    /// The records that had this quotation in this text, by the lock.
    pub(super) fn records(&self, source: &str, evidence: &Evidence<'_>) -> Vec<&'s str> {
        let quotation = digest::quotation(evidence.quote, evidence.prefix, evidence.suffix);
        let entries = self.entries.iter();
        entries
            .filter(|entry| entry.source == source && entry.quotation == quotation)
            .map(|entry| entry.record)
            .collect()
    }
}

impl<'s> Entry<'s> {
    fn read(
        record: &mut Record<'_, 's>,
        source: Option<&'s str>,
        today: Option<Day>,
    ) -> Option<Self> {
        let id = record.text("id", Shape::Token);
        let quotation = record.text("quotation", Shape::Token);
        let start = record.whole("start");
        let end = record.whole("end");
        let day = record.date("day");
        if let Some((day, why)) = day.and_then(|day| Some((day, day_fault(day.value, today)?))) {
            record.faults.add(fault(day.at, why).help(COMMAND));
        }
        let (start, end) = (start?, end?);
        let place = place(start.value, end.value);
        if place.is_none() {
            let message = format!("{} to {} is no place", start.value, end.value);
            record.faults.add(fault(start.at, message).help(COMMAND));
        }
        Some(Self {
            at: record.at,
            record: id?.value,
            quotation: quotation?.value,
            source: source?,
            place: place?,
            day: day?.value,
        })
    }
}

fn place(start: i64, end: i64) -> Option<Place> {
    let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
    (start < end).then_some(Place { start, end })
}

/// Why nothing can have been found then.
fn day_fault(day: Date, today: Option<Day>) -> Option<String> {
    if day.first.day == 0 || day != Date::on(day.first) {
        return Some(format!("`day` is `{}`, which is not one day", day.edtf()));
    }
    let today = today.filter(|today| *today < day.first)?;
    let (day, today) = (day.human(), Date::on(today).human());
    Some(format!("found on {day}, and today is {today}"))
}

/// The file anew: entries that still hold keep their day, the others get today's.
pub fn renew(corpus: &Corpus<'_>, old: Option<&SourceFile>, today: Day) -> String {
    let files: Vec<_> = old.into_iter().map(super::file::CorpusFile::new).collect();
    // What is wrong with the old file does not matter any more.
    let faults = Faults::default();
    let folder = Folder {
        files: &files,
        faults: &faults,
    };
    let old = Lock::read(folder, Some(today));
    let mut articles: Vec<_> = corpus.articles.iter().enumerate().collect();
    articles.sort_by_key(|(_, article)| article.id);
    let mut out = HEAD.to_owned();
    for (no, article) in articles {
        let units = corpus
            .units
            .iter()
            .filter(|unit| unit.article.index() == no);
        let units = units.map(|unit| (unit.id, &unit.evidence));
        let contexts = corpus
            .contexts
            .iter()
            .filter(|context| context.article.index() == no);
        let contexts = contexts.map(|context| (context.id, &context.evidence));
        let mut lines = String::new();
        for (record, evidence) in units.chain(contexts) {
            for evidence in evidence {
                lines.extend(line(record, evidence, article.source_sha256, &old, today));
            }
        }
        if !lines.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "\n[[article]]\nid = \"{}\"\nsource_sha256 = \"{}\"\nfound = [\n{lines}]\n",
                article.id, article.source_sha256
            );
        }
    }
    out
}

fn line(
    record: &str,
    evidence: &Evidence<'_>,
    source: &str,
    old: &Lock<'_>,
    today: Day,
) -> Option<String> {
    let place = Place {
        start: evidence.start?,
        end: evidence.end?,
    };
    let holds = |entry: &&Entry<'_>| entry.source == source && entry.place == place;
    let kept = old
        .entry(record, evidence)
        .filter(holds)
        .map(|entry| entry.day)
        .filter(|day| day_fault(*day, Some(today)).is_none());
    let day = match evidence.check {
        Check::Exact => kept.unwrap_or(Date::on(today)),
        Check::Recorded(day) => day,
        Check::Unchecked => return None,
    };
    Some(format!(
        "  {{ id = \"{record}\", quotation = \"{}\", start = {}, end = {}, day = \"{}\" }},\n",
        digest::quotation(evidence.quote, evidence.prefix, evidence.suffix),
        place.start,
        place.end,
        day.edtf(),
    ))
}
