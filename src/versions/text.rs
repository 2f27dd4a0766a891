//! A record as a file: `versions/<version>.json`.
//!
//! In: a record, or the text of one. Out: the other. Invariant: each entry has a line of its own,
//! so that files of two versions can be compared line by line; what is read is what was written,
//! and a text that was cut off anywhere is a fault.

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::is_version;
use super::record::{Answer, Article, Context, Link, Name, Record, Thread, Unit, Withdrawn};

/// The number of the format of records and of the list of versions. What is added to a format
/// leaves its number; what would mislead an older reader raises it.
pub const FORMAT: u32 = 1;

/// A file as it is read.
#[derive(Deserialize)]
struct Read {
    version: String,
    #[serde(default)]
    articles: Vec<Article>,
    #[serde(default)]
    units: Vec<Unit>,
    #[serde(default)]
    contexts: Vec<Context>,
    #[serde(default)]
    threads: Vec<Thread>,
    #[serde(default)]
    answers: Vec<Answer>,
    #[serde(default)]
    links: Vec<Link>,
    #[serde(default)]
    names: Vec<Name>,
    #[serde(default)]
    removed: Vec<Withdrawn>,
}

/// What every file of ours begins with.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

impl Record {
    /// Reads the file of a version.
    ///
    /// # Errors
    /// Where it is cut off, of another version or of a format not known here.
    pub fn parse(text: &str, version: &str) -> Result<Self, Fault> {
        let read: Read = parse(text)?;
        if read.version != version || !is_version(version) {
            return Err(Fault::Other(read.version));
        }
        Ok(Self {
            version: read.version,
            articles: read.articles,
            units: read.units,
            contexts: read.contexts,
            threads: read.threads,
            answers: read.answers,
            links: read.links,
            names: read.names,
            removed: read.removed,
        })
    }

    /// The text of the file.
    pub fn json(&self) -> String {
        let format = FORMAT.to_string();
        let mut out = [
            "{\"format\":",
            &format,
            ",\"version\":\"",
            &self.version,
            "\"",
        ]
        .concat();
        push(&mut out, "articles", &self.articles);
        push(&mut out, "units", &self.units);
        push(&mut out, "contexts", &self.contexts);
        push(&mut out, "threads", &self.threads);
        push(&mut out, "answers", &self.answers);
        push(&mut out, "links", &self.links);
        push(&mut out, "names", &self.names);
        push(&mut out, "removed", &self.removed);
        out.push_str("}\n");
        out
    }
}

/// Reads a file whose format is looked at first: a later one may be of any shape.
pub(super) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Fault> {
    let damaged = |fault: serde_json::Error| Fault::Damaged(fault.to_string());
    let Head { format } = serde_json::from_str(text).map_err(damaged)?;
    if format != FORMAT {
        return Err(Fault::Newer(format));
    }
    serde_json::from_str(text).map_err(damaged)
}

/// Adds a list, a line for each entry.
pub(super) fn push<T: Serialize>(out: &mut String, name: &str, entries: &[T]) {
    out.push_str(&[",\n\"", name, "\":["].concat());
    for (no, entry) in entries.iter().enumerate() {
        out.push_str(if no == 0 { "\n" } else { ",\n" });
        // Strings and numbers cannot fail to become JSON.
        out.push_str(&serde_json::to_string(entry).unwrap_or_default());
    }
    out.push(']');
}
