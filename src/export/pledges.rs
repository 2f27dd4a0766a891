//! `data/pledges.json`: every unit, one a line.
//!
//! One a line rather than indented, so that a change to one unit is a change to
//! one line, `grep` finds whole units, and the file is a third smaller. In: a
//! corpus. Out: a JSON array in the corpus's order, articles oldest first.

use serde::Serialize;
use serde_json::Value;

use crate::corpus::model::{Corpus, Evidence, Measure, Unit};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    statement: &'a str,
    kind: &'static str,
    counted: bool,
    speaker: Option<Speaker<'a>>,
    made: String,
    year: u16,
    directness: &'static str,
    themes: Vec<&'a str>,
    bodies: Vec<&'a str>,
    measures: Vec<Figure<'a>>,
    conditions: &'a [&'a str],
    threads: Vec<&'a str>,
    article: Option<Source<'a>>,
    evidence: Vec<Quotation<'a>>,
    url: String,
}

#[derive(Serialize)]
struct Speaker<'a> {
    id: &'a str,
    name: &'a str,
    role: &'a str,
    party: Option<&'a str>,
}

#[derive(Serialize)]
struct Figure<'a> {
    value: Value,
    unit: &'a str,
    of: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    title: &'a str,
    outlet: Option<&'a str>,
    published: String,
    url: &'a str,
}

#[derive(Serialize)]
struct Quotation<'a> {
    quote: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    start: Option<u32>,
    end: Option<u32>,
    verified: &'static str,
}

/// The text of `data/pledges.json`.
pub fn pledges_json(corpus: &Corpus<'_>) -> String {
    let rows = corpus.units.iter().map(|unit| row(corpus, unit));
    // Strings and numbers cannot fail to become JSON.
    let lines: Vec<String> = rows
        .map(|row| serde_json::to_string(&row).unwrap_or_default())
        .collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn row<'a>(corpus: &'a Corpus<'a>, unit: &'a Unit<'a>) -> Row<'a> {
    Row {
        id: unit.id,
        statement: unit.statement,
        kind: unit.kind.id(),
        counted: unit.kind.counted(),
        speaker: speaker(corpus, unit),
        made: unit.made.edtf(),
        year: unit.made.year(),
        directness: unit.directness.id(),
        themes: ids(&unit.themes, |no| Some(corpus.themes.get(no.index())?.id)),
        bodies: ids(&unit.bodies, |no| Some(corpus.bodies.get(no.index())?.id)),
        measures: unit.measures.iter().map(figure).collect(),
        conditions: &unit.conditions,
        threads: ids(&unit.threads, |no| Some(corpus.threads.get(no.index())?.id)),
        article: source(corpus, unit),
        evidence: unit.evidence.iter().map(quotation).collect(),
        url: format!("pledge/{}/", unit.id),
    }
}

fn ids<'a, N: Copy>(numbers: &[N], id: impl Fn(N) -> Option<&'a str>) -> Vec<&'a str> {
    numbers.iter().filter_map(|no| id(*no)).collect()
}

fn speaker<'a>(corpus: &'a Corpus<'a>, unit: &'a Unit<'a>) -> Option<Speaker<'a>> {
    let actor = corpus.actors.get(unit.speaker.index())?;
    Some(Speaker {
        id: actor.id,
        name: actor.name,
        role: unit.role,
        party: unit
            .party
            .and_then(|no| Some(corpus.parties.get(no.index())?.id)),
    })
}

/// A number where JSON can hold it as it is written.
fn figure<'a>(measure: &'a Measure<'a>) -> Figure<'a> {
    let number = serde_json::from_str(measure.value).ok();
    Figure {
        value: number.unwrap_or_else(|| Value::from(measure.value)),
        unit: measure.unit,
        of: measure.of,
        text: measure.text,
    }
}

fn source<'a>(corpus: &'a Corpus<'a>, unit: &'a Unit<'a>) -> Option<Source<'a>> {
    let article = corpus.articles.get(unit.article.index())?;
    Some(Source {
        id: article.id,
        title: article.title,
        outlet: corpus
            .outlets
            .get(article.outlet.index())
            .map(|outlet| outlet.id),
        published: article.published.edtf(),
        url: article.url,
    })
}

fn quotation<'a>(evidence: &'a Evidence<'a>) -> Quotation<'a> {
    Quotation {
        quote: evidence.quote,
        prefix: evidence.prefix,
        suffix: evidence.suffix,
        start: evidence.start,
        end: evidence.end,
        verified: evidence.check.id(),
    }
}
