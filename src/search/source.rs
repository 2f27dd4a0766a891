//! What an index is built of: the texts and values of every unit.
//!
//! In: a corpus. Out: a [`Source`] for `build`. Invariant: the numbers of columns are those of
//! `explore::facet`, and after them those named here. Meant for build time.

use super::field::Field;
use crate::corpus::date::Date;
use crate::corpus::model::{Corpus, Directness, Kind, Side, Unit};

/// Column of the speaker's office.
pub const ROLE: usize = 9;
/// Column of the article.
pub const ARTICLE: usize = 10;
/// Column whose one value marks what is known only from an article of a later year.
pub const RECALLED: usize = 11;

/// Everything that is to be found and counted.
pub struct Source<'a> {
    /// Version of the corpus.
    pub version: &'a str,
    /// Whether words are simply what stands between spaces, and no places are kept.
    pub plain: bool,
    /// In the order of the corpus.
    pub units: Vec<SourceUnit<'a>>,
    /// Facets, then what else units have in common.
    pub columns: Vec<SourceColumn<'a>>,
}

/// What is found of one unit.
pub struct SourceUnit<'a> {
    /// When the words were said.
    pub made: Date,
    /// In our words.
    pub statement: &'a str,
    /// Of the source.
    pub quotations: Vec<&'a str>,
}

/// What units have in common.
pub struct SourceColumn<'a> {
    /// If its values have words to be found by, what those are.
    pub(super) field: Option<Field>,
    /// Names of each value.
    pub names: Vec<Vec<&'a str>>,
    /// Values of each unit.
    pub values: Vec<Vec<u32>>,
}

impl<'a> SourceColumn<'a> {
    /// A column that is counted and not searched, with so many values.
    pub fn silent(len: usize, values: Vec<Vec<u32>>) -> Self {
        Self {
            field: None,
            names: vec![Vec::new(); len],
            values,
        }
    }

    fn new(field: Field, names: Vec<Vec<&'a str>>, values: Vec<Vec<u32>>) -> Self {
        Self {
            field: Some(field),
            names,
            values,
        }
    }
}

impl<'a> Source<'a> {
    /// Everything of a corpus.
    pub fn of(corpus: &Corpus<'a>) -> Self {
        let unit = |unit: &Unit<'a>| SourceUnit {
            made: unit.made,
            statement: unit.statement,
            quotations: unit.evidence.iter().map(|it| it.quote).collect(),
        };
        Self {
            version: corpus.about.version,
            plain: false,
            units: corpus.units.iter().map(unit).collect(),
            columns: columns(corpus),
        }
    }
}

/// In the order of `explore::facet`, then office, article, recalled.
fn columns<'a>(corpus: &Corpus<'a>) -> Vec<SourceColumn<'a>> {
    let units = || corpus.units.iter();
    let article = |unit: &Unit| corpus.articles.get(unit.article.index());
    let values = |of: &dyn Fn(&Unit<'a>) -> Vec<u32>| units().map(of).collect::<Vec<_>>();
    let (roles, role_of) = roles(corpus);
    let body_names = corpus.bodies.iter().map(|it| {
        let names = [it.name, it.abbr].into_iter();
        names.chain(it.aliases.iter().copied()).collect()
    });
    let later =
        |unit: &Unit| article(unit).is_some_and(|it| it.published.year() > unit.made.year());
    vec![
        SourceColumn::new(
            Field::Theme,
            corpus.themes.iter().map(|it| vec![it.label]).collect(),
            values(&|unit| unit.themes.iter().map(|it| it.0).collect()),
        ),
        SourceColumn::silent(Kind::ALL.len(), values(&|unit| vec![unit.kind as u32])),
        SourceColumn::new(
            Field::Speaker,
            corpus.actors.iter().map(|it| vec![it.name]).collect(),
            values(&|unit| vec![unit.speaker.0]),
        ),
        SourceColumn::new(
            Field::Party,
            corpus
                .parties
                .iter()
                .map(|it| vec![it.name, it.short])
                .collect(),
            values(&|unit| unit.party.iter().map(|it| it.0).collect()),
        ),
        SourceColumn::new(
            Field::Outlet,
            corpus.outlets.iter().map(|it| vec![it.name]).collect(),
            values(&|unit| article(unit).iter().map(|it| it.outlet.0).collect()),
        ),
        SourceColumn::new(
            Field::Body,
            body_names.collect(),
            values(&|unit| unit.bodies.iter().map(|it| it.0).collect()),
        ),
        SourceColumn::silent(
            corpus.threads.len(),
            values(&|unit| unit.threads.iter().map(|it| it.0).collect()),
        ),
        SourceColumn::silent(
            Directness::ALL.len(),
            values(&|unit| vec![unit.directness as u32]),
        ),
        SourceColumn::silent(Side::ALL.len(), values(&|unit| vec![unit.side as u32])),
        SourceColumn::new(Field::Role, roles, role_of),
        SourceColumn::new(
            Field::Title,
            corpus.articles.iter().map(|it| vec![it.title]).collect(),
            values(&|unit| vec![unit.article.0]),
        ),
        SourceColumn::silent(
            1,
            values(&|unit| if later(unit) { vec![0] } else { vec![] }),
        ),
    ]
}

/// The offices held, and that of each unit.
fn roles<'a>(corpus: &Corpus<'a>) -> (Vec<Vec<&'a str>>, Vec<Vec<u32>>) {
    let mut roles: Vec<&str> = corpus.units.iter().map(|unit| unit.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let no = |unit: &Unit| roles.binary_search(&unit.role).map_or(0, |no| no as u32);
    let values = corpus.units.iter().map(|unit| vec![no(unit)]).collect();
    (roles.into_iter().map(|role| vec![role]).collect(), values)
}
