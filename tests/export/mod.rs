//! The files for other programs, as contract §3 names them.

mod annotations;
mod feeds;
mod tables;

use pledges::corpus::author::compile;
use pledges::export::{pledges_json, version_json};
use serde_json::Value;

use crate::support::{golden, good, without_texts};

fn rows(text: &str) -> Vec<Value> {
    let Ok(Value::Array(rows)) = serde_json::from_str(text) else {
        panic!("no array: {text}");
    };
    rows
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn pledges_are_written_as_the_contract_says() {
    let sources = good();
    let text = pledges_json(&compile(&sources).0);
    golden("export/pledges.json", &text);
    let rows = rows(&text);
    assert_eq!(rows.len(), 6);
    assert_eq!(text.lines().count(), 8, "one unit a line");
    for row in &rows {
        let mut expected = [
            "article",
            "bodies",
            "conditions",
            "counted",
            "directness",
            "evidence",
            "id",
            "kind",
            "made",
            "measures",
            "speaker",
            "statement",
            "themes",
            "threads",
            "url",
            "year",
        ];
        expected.sort_unstable();
        assert_eq!(keys(row), expected);
        assert_eq!(keys(&row["speaker"]), ["id", "name", "party", "role"]);
        assert_eq!(
            keys(&row["article"]),
            ["id", "outlet", "published", "title", "url"]
        );
        assert_eq!(
            keys(&row["evidence"][0]),
            ["end", "prefix", "quote", "start", "suffix", "verified"]
        );
    }
}

#[test]
fn a_quotation_never_passes_for_more_than_it_is() {
    let sources = without_texts();
    let (mut corpus, _) = compile(&sources);
    let recorded = rows(&pledges_json(&corpus));
    assert!(
        recorded
            .iter()
            .all(|row| row["evidence"][0]["verified"] == "recorded")
    );
    assert_eq!(recorded[0]["evidence"][0]["start"], 1);
    corpus.units[0].evidence[0].check = pledges::corpus::model::Check::Unchecked;
    corpus.units[0].evidence[0].start = None;
    let unchecked = rows(&pledges_json(&corpus));
    assert_eq!(unchecked[0]["evidence"][0]["verified"], "unchecked");
    assert_eq!(unchecked[0]["evidence"][0]["start"], Value::Null);
}

#[test]
fn the_version_counts_what_is_there() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let version: Value = serde_json::from_str(&version_json(&corpus, "abc")).expect("JSON");
    assert_eq!(version["corpus"], corpus.about.version);
    assert_eq!(version["build"], "abc");
    assert_eq!(
        (&version["units"], &version["pledges"], &version["articles"]),
        (&6.into(), &4.into(), &2.into())
    );
}
