//! What differs between two versions: what was added, what changed field by field, what went.
//!
//! In: two records. Out: [`Changes`] that borrow from them, and their counts. Invariant: what both
//! have alike is in none of the lists; added less withdrawn is what one has more than the other;
//! seen from the other side, added is withdrawn, withdrawn added, and the changed are the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fields::{Difference, Recorded, differences};
use super::names::Names;
use super::record::{Answer, Article, Context, Link, Name, Record, Thread, Unit};

/// One thing that both versions have, differently.
#[derive(Debug)]
pub struct Changed<'a, T> {
    /// As the earlier version has it.
    pub before: &'a T,
    /// As the later one has it.
    pub after: &'a T,
    /// The fields that differ.
    pub fields: Vec<Difference>,
}

/// The differences of one kind of record.
#[derive(Debug)]
pub struct Section<'a, T> {
    /// Only in the later version, in its order.
    pub added: Vec<&'a T>,
    /// In both, differently, in the order of the later one.
    pub changed: Vec<Changed<'a, T>>,
    /// Only in the earlier version, in its order.
    pub gone: Vec<&'a T>,
}

/// All differences.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names are those of the record")]
pub struct Changes<'a> {
    pub units: Section<'a, Unit>,
    pub articles: Section<'a, Article>,
    pub threads: Section<'a, Thread>,
    pub answers: Section<'a, Answer>,
    pub links: Section<'a, Link>,
    pub contexts: Section<'a, Context>,
    pub names: Section<'a, Name>,
}

/// How many of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
#[serde(default)]
pub struct Three {
    pub added: u32,
    pub changed: u32,
    pub withdrawn: u32,
}

/// How many of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Pledges added.
    pub pledges: u32,
    /// Positions and refusals added.
    pub others: u32,
    /// Statements of any kind that changed.
    pub changed: u32,
    /// Statements of any kind that were withdrawn.
    pub withdrawn: u32,
    /// Articles.
    pub articles: Three,
    /// Questions through the years.
    pub questions: Three,
    /// Answers to them.
    pub answers: Three,
    /// Links between answers.
    pub links: Three,
    /// Statements from outside politics.
    pub context: Three,
    /// Names and definitions.
    pub names: Three,
}

impl Counts {
    /// Whether nothing at all differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<T> Section<'_, T> {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }

    /// How many of each.
    pub fn count(&self) -> Three {
        Three {
            added: self.added.len() as u32,
            changed: self.changed.len() as u32,
            withdrawn: self.gone.len() as u32,
        }
    }
}

impl Changes<'_> {
    /// How many of everything.
    pub fn counts(&self) -> Counts {
        let pledges = self.units.added.iter().filter(|it| it.counted()).count() as u32;
        let units = self.units.count();
        Counts {
            pledges,
            others: units.added - pledges,
            changed: units.changed,
            withdrawn: units.withdrawn,
            articles: self.articles.count(),
            questions: self.threads.count(),
            answers: self.answers.count(),
            links: self.links.count(),
            context: self.contexts.count(),
            names: self.names.count(),
        }
    }
}

/// What the later version has otherwise than the earlier one.
pub fn since<'a>(before: &'a Record, after: &'a Record) -> Changes<'a> {
    let (old, new) = (Names::of(before), Names::of(after));
    let names = [&old, &new];
    Changes {
        units: section(&before.units, &after.units, names),
        articles: section(&before.articles, &after.articles, names),
        threads: section(&before.threads, &after.threads, names),
        answers: section(&before.answers, &after.answers, names),
        links: section(&before.links, &after.links, names),
        contexts: section(&before.contexts, &after.contexts, names),
        names: section(&before.names, &after.names, names),
    }
}

/// What had a page in the earlier version, has none in the later one, and no tombstone either: kind
/// and id.
pub fn without_tombstone<'a>(changes: &Changes<'a>, after: &Record) -> Vec<(&'a str, &'a str)> {
    let units = changes.units.gone.iter().map(|it| ("unit", it.id.as_str()));
    let articles = changes.articles.gone.iter();
    let articles = articles.map(|it| ("article", it.id.as_str()));
    let threads = changes.threads.gone.iter();
    let threads = threads.map(|it| ("thread", it.id.as_str()));
    let names = changes.names.gone.iter();
    let names = names.map(|it| (it.of.as_str(), it.id.as_str()));
    let names = names.filter(|(of, _)| matches!(*of, "theme" | "speaker"));
    let told = |(kind, id): &(&str, &str)| {
        let mut removed = after.removed.iter();
        removed.any(|it| it.kind == *kind && it.id == *id)
    };
    let all = units.chain(articles).chain(threads).chain(names);
    all.filter(|it| !told(it)).collect()
}

/// What makes a thing this one, and of several that are made so, which of them.
type Key<'a> = ([&'a str; 3], u32);

fn keyed<T: Recorded>(all: &[T]) -> Vec<(Key<'_>, &T)> {
    let mut seen: BTreeMap<[&str; 3], u32> = BTreeMap::new();
    let numbered = all.iter().map(|it| {
        let n = seen.entry(it.key()).or_default();
        *n += 1;
        ((it.key(), *n), it)
    });
    numbered.collect()
}

fn section<'a, T: Recorded>(before: &'a [T], after: &'a [T], names: [&Names; 2]) -> Section<'a, T> {
    let old = keyed(before);
    let mut left: BTreeMap<Key, &T> = old.iter().copied().collect();
    let mut section = Section {
        added: Vec::new(),
        changed: Vec::new(),
        gone: Vec::new(),
    };
    for (key, after) in keyed(after) {
        match left.remove(&key) {
            None => section.added.push(after),
            Some(before) if before == after => {}
            Some(before) => section.changed.push(Changed {
                before,
                after,
                fields: differences(before, after, names),
            }),
        }
    }
    let gone = old.into_iter().filter(|(key, _)| left.contains_key(key));
    section.gone = gone.map(|(_, it)| it).collect();
    section
}
