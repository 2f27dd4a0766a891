//! What is compared of each kind of record, field by field, and how a value is shown.
//!
//! Invariant: ids are compared and names shown, so that a theme which is called otherwise is one
//! change and not a change of every statement in it.

use super::names::Names;
use super::record::{Answer, Article, Context, Link, Name, Thread, Unit};
use crate::corpus::date::Date;
use crate::corpus::model::{Directness, Kind};
use crate::explore::facet::{directness_label, kind_label};

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Running text, of which words can be compared.
    Words,
    /// As it is.
    Plain,
    /// A date.
    Date,
    /// A kind of statement.
    Kind,
    /// How near the speaker's voice.
    Directness,
    /// The id of an article.
    Article,
    /// An id whose name stands among the names of this sort.
    Named(&'static str),
}

/// A field and its values.
type Field<'a> = (&'static str, Sort, Vec<&'a str>);

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is called.
    pub name: &'static str,
    /// What its values are.
    pub sort: Sort,
    /// The values of the earlier version, as they are shown.
    pub before: Vec<String>,
    /// Those of the later one.
    pub after: Vec<String>,
}

/// Something that has an id in every version, and fields that may differ.
pub trait Recorded: PartialEq {
    /// What makes it this one.
    fn key(&self) -> [&str; 3];

    /// Every field that can differ, always the same ones.
    fn fields(&self) -> Vec<Field<'_>>;
}

/// The fields that differ between two versions of one thing.
pub(super) fn differences<T: Recorded>(
    before: &T,
    after: &T,
    [old, new]: [&Names; 2],
) -> Vec<Difference> {
    let pairs = before.fields().into_iter().zip(after.fields());
    pairs
        .filter(|(before, after)| before.2 != after.2)
        .map(|((name, sort, before), (_, _, after))| Difference {
            name,
            sort,
            before: before.iter().map(|it| shown(sort, it, old)).collect(),
            after: after.iter().map(|it| shown(sort, it, new)).collect(),
        })
        .collect()
}

/// A value as people read it.
pub(super) fn shown(sort: Sort, value: &str, names: &Names) -> String {
    let text = match sort {
        Sort::Words | Sort::Plain => value,
        Sort::Date => {
            return Date::parse(value).map_or_else(|_| value.to_owned(), Date::human);
        }
        Sort::Kind => {
            let kind = Kind::ALL.into_iter().find(|it| it.id() == value);
            kind.map_or(value, |it| kind_label(it))
        }
        Sort::Directness => {
            let found = Directness::ALL.into_iter().find(|it| it.id() == value);
            found.map_or(value, |it| directness_label(it))
        }
        Sort::Article => names.article(value).map_or(value, |it| it.title.as_str()),
        Sort::Named(of) => names.name(of, value),
    };
    text.to_owned()
}

fn one<'a>(name: &'static str, sort: Sort, value: &'a str) -> Field<'a> {
    let values = if value.is_empty() {
        vec![]
    } else {
        vec![value]
    };
    (name, sort, values)
}

fn many<'a>(name: &'static str, sort: Sort, values: &'a [String]) -> Field<'a> {
    (name, sort, values.iter().map(String::as_str).collect())
}

impl Recorded for Unit {
    fn key(&self) -> [&str; 3] {
        [&self.id, "", ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Statement", Sort::Words, &self.statement),
            many("Quotation", Sort::Words, &self.quotes),
            one("Kind", Sort::Kind, &self.kind),
            one("Speaker", Sort::Named("speaker"), &self.speaker),
            one("Office", Sort::Plain, &self.role),
            one("Party", Sort::Named("party"), &self.party),
            one("Said", Sort::Date, &self.made),
            one("How near the voice", Sort::Directness, &self.directness),
            many("Themes", Sort::Named("theme"), &self.themes),
            many("Bodies", Sort::Named("body"), &self.bodies),
            many("Figures", Sort::Plain, &self.measures),
            many("Conditions", Sort::Plain, &self.conditions),
            one("Article", Sort::Article, &self.article),
            one("Note", Sort::Words, &self.note),
        ]
    }
}

impl Recorded for Article {
    fn key(&self) -> [&str; 3] {
        [&self.id, "", ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Title", Sort::Words, &self.title),
            one("Outlet", Sort::Named("outlet"), &self.outlet),
            many("Authors", Sort::Plain, &self.authors),
            one("Published", Sort::Date, &self.published),
            one("Address", Sort::Plain, &self.url),
            one("Summary", Sort::Words, &self.summary),
            one(
                "Checksum of the source text",
                Sort::Plain,
                &self.source_sha256,
            ),
        ]
    }
}

impl Recorded for Context {
    fn key(&self) -> [&str; 3] {
        [&self.id, "", ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Gist", Sort::Words, &self.gist),
            many("Quotation", Sort::Words, &self.quotes),
            one("Speaker", Sort::Named("speaker"), &self.speaker),
            one("Office", Sort::Plain, &self.role),
            one("Article", Sort::Article, &self.article),
        ]
    }
}

impl Recorded for Thread {
    fn key(&self) -> [&str; 3] {
        [&self.id, "", ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Question", Sort::Words, &self.question),
            one("Short name", Sort::Plain, &self.label),
            many("Poles", Sort::Plain, &self.poles),
        ]
    }
}

impl Recorded for Answer {
    fn key(&self) -> [&str; 3] {
        [&self.thread, &self.unit, ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        let at = match self.at {
            ..=-2 => "At the first pole",
            -1 => "Nearer the first pole",
            0 => "Between the two",
            1 => "Nearer the second pole",
            2.. => "At the second pole",
        };
        vec![
            one("Place between the poles", Sort::Plain, at),
            one("Why it stands there", Sort::Words, &self.note),
        ]
    }
}

impl Recorded for Link {
    fn key(&self) -> [&str; 3] {
        [&self.thread, &self.from, &self.to]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Relation", Sort::Plain, &self.relation),
            one("Reason", Sort::Words, &self.reason),
        ]
    }
}

impl Recorded for Name {
    fn key(&self) -> [&str; 3] {
        [&self.of, &self.id, ""]
    }

    fn fields(&self) -> Vec<Field<'_>> {
        vec![
            one("Name", Sort::Plain, &self.name),
            one("Definition", Sort::Words, &self.definition),
        ]
    }
}
