//! Names by id, as a version had them.

use std::collections::BTreeMap;

use super::record::{Article, Record, Thread, Unit, Withdrawn};

/// What a record calls things.
#[derive(Debug)]
pub struct Names<'a> {
    called: BTreeMap<(&'a str, &'a str), &'a str>,
    articles: BTreeMap<&'a str, &'a Article>,
    units: BTreeMap<&'a str, &'a Unit>,
    threads: BTreeMap<&'a str, &'a Thread>,
    removed: BTreeMap<(&'a str, &'a str), &'a Withdrawn>,
}

impl<'a> Names<'a> {
    /// Those of a record.
    pub fn of(record: &'a Record) -> Self {
        let names = record.names.iter();
        let removed = record.removed.iter();
        Self {
            called: names
                .map(|it| ((it.of.as_str(), it.id.as_str()), it.name.as_str()))
                .collect(),
            articles: record
                .articles
                .iter()
                .map(|it| (it.id.as_str(), it))
                .collect(),
            units: record.units.iter().map(|it| (it.id.as_str(), it)).collect(),
            threads: record
                .threads
                .iter()
                .map(|it| (it.id.as_str(), it))
                .collect(),
            removed: removed
                .map(|it| ((it.kind.as_str(), it.id.as_str()), it))
                .collect(),
        }
    }

    /// The name of a speaker, theme, body, party or outlet; its id where it has none.
    pub fn name<'b>(&self, of: &str, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.called.get(&(of, id)).copied().unwrap_or(id)
    }

    /// The article of an id.
    pub fn article(&self, id: &str) -> Option<&'a Article> {
        self.articles.get(id).copied()
    }

    /// The statement of an id.
    pub fn unit(&self, id: &str) -> Option<&'a Unit> {
        self.units.get(id).copied()
    }

    /// The question of an id.
    pub fn thread(&self, id: &str) -> Option<&'a Thread> {
        self.threads.get(id).copied()
    }

    /// Why something was withdrawn.
    pub fn withdrawn(&self, kind: &str, id: &str) -> Option<&'a Withdrawn> {
        self.removed.get(&(kind, id)).copied()
    }
}
