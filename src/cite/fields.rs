//! What reference managers read from a page: the fields of a reference, each by itself.

use super::reference::Reference;
use crate::corpus::model::{Corpus, UnitNo};

/// The fields of one reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields<'a> {
    /// Statement and article.
    pub title: String,
    /// The statement alone.
    pub short_title: &'a str,
    /// Who said it, family name first.
    pub author: String,
    /// Who published it.
    pub outlet: &'a str,
    /// When, as `2023-04-21`, as precisely as known.
    pub published: String,
    /// The words, and what is to be known of them.
    pub summary: String,
    /// Labels of its themes.
    pub themes: Vec<&'a str>,
    /// The corpus it is from.
    pub version: &'a str,
}

/// Those of a unit; `base` as for [`references`](super::references).
pub fn fields<'a>(corpus: &'a Corpus<'a>, no: UnitNo, base: &str) -> Option<Fields<'a>> {
    let it = Reference::new(corpus, no, base)?;
    Some(Fields {
        title: it.full_title(),
        short_title: it.unit.statement,
        author: it.name().inverted(),
        outlet: it.outlet,
        published: it.article.published.first_iso(),
        summary: [&it.quotations(), ". ", &it.note()].concat(),
        themes: it.themes().map(|theme| theme.label).collect(),
        version: corpus.about.version,
    })
}
