//! `version.json`: which corpus and which build a site is.

use serde::Serialize;

use crate::corpus::model::Corpus;

#[derive(Serialize)]
struct Version<'a> {
    corpus: &'a str,
    build: &'a str,
    units: usize,
    pledges: usize,
    articles: usize,
}

/// The text of `version.json`; `build` names the program's build.
pub fn version_json(corpus: &Corpus<'_>, build: &str) -> String {
    let counted = |unit: &&crate::corpus::model::Unit<'_>| unit.kind.counted();
    let version = Version {
        corpus: corpus.about.version,
        build,
        units: corpus.units.len(),
        pledges: corpus.units.iter().filter(counted).count(),
        articles: corpus.articles.len(),
    };
    // Strings and numbers cannot fail to become JSON.
    let mut text = serde_json::to_string(&version).unwrap_or_default();
    text.push('\n');
    text
}
