//! `versions.json`: every version that was published, oldest first.
//!
//! In: the list of the build before, a corpus, and what it brought. Out: the list with this
//! version last. Invariant: a version stands in it once. A corpus that was put back to an earlier
//! version is that version again, which then is the last.

use serde::{Deserialize, Serialize};

use super::changes::Counts;
use super::fault::Fault;
use super::is_version;
use super::text::{FORMAT, parse, push};
use crate::corpus::date::Date;
use crate::corpus::model::{Check, Corpus};

/// One version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    /// The first 12 digits of the checksum of its corpus folder.
    pub version: String,
    /// Version of the codebook that it was coded by.
    pub codebook: String,
    /// How many articles.
    pub articles: u32,
    /// How many statements.
    pub units: u32,
    /// How many of them are pledges.
    pub pledges: u32,
    /// When the newest article was published (EDTF), or empty.
    pub newest: String,
    /// The last day on which quotations were looked up (EDTF), where the corpus records one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checked: String,
    /// The version that was the last before it, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// What it brought since then, where that version's record was at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brought: Option<Counts>,
}

impl Version {
    /// What is said of a corpus; what it brought is not known yet.
    pub fn of(corpus: &Corpus) -> Self {
        let newest = corpus.articles.iter().map(|it| it.published);
        let newest = newest.max_by_key(|it| it.days());
        let evidence = corpus.units.iter().flat_map(|it| &it.evidence);
        let checked = evidence.filter_map(|it| match it.check {
            Check::Recorded(day) => Some(day),
            _ => None,
        });
        let edtf = |date: Option<Date>| date.map_or_else(String::new, Date::edtf);
        Self {
            version: corpus.about.version.to_owned(),
            codebook: corpus.about.codebook.to_owned(),
            articles: corpus.articles.len() as u32,
            units: corpus.units.len() as u32,
            pledges: corpus.units.iter().filter(|it| it.kind.counted()).count() as u32,
            newest: edtf(newest),
            checked: edtf(checked.max()),
            since: String::new(),
            brought: None,
        }
    }
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Oldest first.
    pub all: Vec<Version>,
}

#[derive(Deserialize)]
struct Read {
    versions: Vec<Version>,
}

impl Versions {
    /// Reads `versions.json`.
    ///
    /// # Errors
    /// Where it is cut off, of a format not known here, or names what can be no version.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let Read { versions } = parse(text)?;
        let mut seen: Vec<&str> = Vec::new();
        for it in versions.iter().map(|it| it.version.as_str()) {
            if !is_version(it) {
                return Err(Fault::Damaged(["`", it, "` is no version"].concat()));
            }
            if seen.contains(&it) {
                return Err(Fault::Damaged(["`", it, "` stands in it twice"].concat()));
            }
            seen.push(it);
        }
        Ok(Self { all: versions })
    }

    /// The text of `versions.json`.
    pub fn json(&self) -> String {
        let mut out = ["{\"format\":", &FORMAT.to_string()].concat();
        push(&mut out, "versions", &self.all);
        out.push_str("}\n");
        out
    }

    /// The last version but this one: what a reader saw before.
    pub fn before(&self, version: &str) -> Option<&Version> {
        self.earlier(version).last()
    }

    /// Every version but this one, oldest first.
    pub fn earlier(&self, version: &str) -> impl Iterator<Item = &Version> {
        self.all.iter().filter(move |it| it.version != version)
    }

    /// The list with this version last. `brought` is what it brought since the last one before;
    /// where it was the last already, what is known of that stays.
    #[must_use]
    pub fn with(mut self, mut current: Version, brought: Option<Counts>) -> Self {
        match self.all.last() {
            Some(last) if last.version == current.version => {
                current.since.clone_from(&last.since);
                current.brought = last.brought;
            }
            Some(last) => {
                current.since.clone_from(&last.version);
                current.brought = brought;
            }
            None => {}
        }
        self.all.retain(|it| it.version != current.version);
        self.all.push(current);
        self
    }
}
