//! The tables of `data/` and their description: that each says what the other says.

use std::collections::BTreeSet;

use pledges::corpus::author::compile;
use pledges::corpus::model::Corpus;
use pledges::export::{File, files};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{golden, good, library};
use crate::table::read;

fn file(corpus: &Corpus, name: &str) -> File {
    let found = files(corpus, "").into_iter().find(|it| it.name == name);
    found.unwrap_or_else(|| panic!("no {name}"))
}

fn text(corpus: &Corpus, name: &str) -> String {
    String::from_utf8(file(corpus, name).bytes).expect("UTF-8")
}

fn json(corpus: &Corpus, name: &str) -> Value {
    serde_json::from_str(&text(corpus, name)).expect("JSON")
}

#[test]
fn the_sample_corpus_as_tables() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    for name in ["pledges", "articles", "threads", "links", "context"] {
        let name = [name, ".csv"].concat();
        golden(
            &["export/", &name].concat(),
            &text(&corpus, &["data/", &name].concat()),
        );
    }
    golden(
        "export/datapackage.json",
        &text(&corpus, "data/datapackage.json"),
    );
}

/// Every file beside it is described, with the size and hash of its bytes; every column of a
/// table by its name, in its place.
#[test]
fn the_package_describes_the_files_as_they_are() {
    let corpus = library().corpus;
    let package = json(corpus, "data/datapackage.json");
    let described = package["resources"].as_array().expect("resources");
    let data: Vec<File> = files(corpus, "")
        .into_iter()
        .filter(|it| it.name.starts_with("data/") && it.name != "data/datapackage.json")
        .collect();
    assert_eq!(described.len(), data.len());
    for (resource, file) in described.iter().zip(&data) {
        assert_eq!(
            resource["path"],
            file.name["data/".len()..],
            "{}",
            file.name
        );
        assert_eq!(resource["bytes"], file.bytes.len());
        let digest = Sha256::digest(&file.bytes);
        let digits: Vec<String> = digest.iter().map(|it| format!("{it:02x}")).collect();
        let hash = digits.concat();
        assert_eq!(resource["hash"], ["sha256:", &hash].concat());
        let Some(fields) = resource["schema"]["fields"].as_array() else {
            continue;
        };
        let rows = read(std::str::from_utf8(&file.bytes).expect("UTF-8"));
        let names: Vec<&str> = fields.iter().filter_map(|it| it["name"].as_str()).collect();
        assert_eq!(rows[0], names);
        for (column, field) in fields.iter().enumerate() {
            assert!(
                field["description"]
                    .as_str()
                    .is_some_and(|it| it.ends_with('.')),
                "{field}"
            );
            let required = field["constraints"]["required"] == true;
            let words = field["constraints"]["enum"].as_array();
            for row in &rows[1..] {
                let cell = &row[column];
                assert!(!(required && cell.is_empty()), "{field} in {row:?}");
                if let Some(words) = words.filter(|_| !cell.is_empty()) {
                    assert!(words.iter().any(|word| word == cell), "{cell} in {field}");
                }
            }
        }
    }
}

/// What a key says: no two rows alike, and each reference leads to a row.
#[test]
fn keys_and_references_hold() {
    let corpus = library().corpus;
    let package = json(corpus, "data/datapackage.json");
    let names = |value: &Value| -> Vec<String> {
        let list = value.as_array().expect("a list");
        list.iter()
            .filter_map(|it| Some(it.as_str()?.to_owned()))
            .collect()
    };
    let column = |table: &str, names: &[String]| -> Vec<Vec<String>> {
        let rows = read(&text(corpus, &["data/", table, ".csv"].concat()));
        let places: Vec<usize> = names
            .iter()
            .map(|name| rows[0].iter().position(|it| it == name).expect("a column"))
            .collect();
        let cells = |row: &Vec<String>| places.iter().map(|at| row[*at].clone()).collect();
        rows[1..].iter().map(cells).collect()
    };
    for resource in package["resources"].as_array().expect("resources") {
        let schema = &resource["schema"];
        if schema.is_null() {
            continue;
        }
        let table = resource["name"].as_str().expect("a name");
        let keys = column(table, &names(&schema["primaryKey"]));
        assert_eq!(
            keys.iter().collect::<BTreeSet<_>>().len(),
            keys.len(),
            "{table}"
        );
        for reference in schema["foreignKeys"].as_array().into_iter().flatten() {
            let other = &reference["reference"];
            let to = column(
                other["resource"].as_str().expect("a table"),
                &names(&other["fields"]),
            );
            for from in column(table, &names(&reference["fields"])) {
                assert!(to.contains(&from), "{from:?} of {table}");
            }
        }
    }
}

/// A unit's text is no formula to a spreadsheet, and the package says how that was done.
#[test]
fn what_would_be_a_formula_is_text() {
    let mut corpus = library().corpus.clone();
    let texts = ["=1+1", "+44", "-2", "@sum(a1)", "\t=1", "a,\"b\"\r\nc"];
    for (unit, text) in corpus.units.iter_mut().zip(texts) {
        unit.statement = text;
    }
    let rows = read(&text(&corpus, "data/pledges.csv"));
    let statements: Vec<&str> = rows[1..=texts.len()]
        .iter()
        .map(|it| it[1].as_str())
        .collect();
    assert_eq!(
        statements,
        ["'=1+1", "'+44", "'-2", "'@sum(a1)", "'\t=1", "a,\"b\"\r\nc"]
    );
    let package = json(&corpus, "data/datapackage.json");
    assert!(
        package["description"]
            .as_str()
            .is_some_and(|it| it.contains("apostrophe"))
    );
}
