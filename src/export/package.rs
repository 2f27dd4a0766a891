//! `data/datapackage.json`: what every file of `data/` is and what its columns mean, as a Data
//! Package (version 2), which the tools of Frictionless Data read and check.
//!
//! In: a corpus, its tables, and the files that were made. Out: JSON. Invariant: a file is
//! described by the very columns it was written from, with the size and hash of its bytes.

use serde_json::{Map, Value, json};

use super::File;
use super::tables::{Column, Holds, Refers, Sheet};
use crate::corpus::model::Corpus;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/";

/// A date, month or year, roughly or not, or two of them: EDTF as the corpus uses it.
const EDTF: &str = r"\d{4}(-\d{2}(-\d{2})?)?~?(/\d{4}(-\d{2}(-\d{2})?)?~?)?";

/// What is to be known before reading the tables.
const HOW: &str = "Texts in the CSV files that begin with =, +, -, @, a tab or a carriage return have an apostrophe before them, so that no spreadsheet takes them for formulas; programs take it off again. Several values in one cell are parted by a vertical bar between spaces.";

/// The text of the file. `files` stand beside it.
pub(super) fn json(corpus: &Corpus, sheets: &[Sheet], files: &[File], base: &str) -> String {
    let about = &corpus.about;
    let resources: Vec<Value> = files.iter().map(|file| resource(file, sheets)).collect();
    let description = [about.description, " ", HOW].concat();
    let mut package = json!({
        "$schema": format!("{PROFILE}datapackage.json"),
        "name": slug(about.title),
        "title": about.title,
        "description": description,
        "version": about.version,
        "licenses": [licence(about.licence)],
        "contributors": [{"title": about.editor, "roles": ["editor"]}],
        "keywords": corpus.themes.iter().map(|it| it.label).collect::<Vec<_>>(),
        "sources": sources(corpus),
        "resources": resources,
    });
    if let Some(members) = package.as_object_mut() {
        if !base.is_empty() {
            members.insert("homepage".to_owned(), base.into());
        }
        // A list that is there must not be empty.
        members.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    pretty(&package)
}

/// Indented, as people read it.
pub(super) fn pretty(value: &Value) -> String {
    // Strings and numbers cannot fail to become JSON.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn sources(corpus: &Corpus) -> Vec<Value> {
    let source = |it: &crate::corpus::model::Article| {
        let outlet = corpus
            .outlets
            .get(it.outlet.index())
            .map_or("", |it| it.name);
        let title = [it.title, ", ", outlet, ", ", &it.published.human()].concat();
        let mut source = json!({ "title": title });
        if let (Some(members), false) = (source.as_object_mut(), it.url.is_empty()) {
            members.insert("path".to_owned(), it.url.into());
        }
        source
    };
    corpus.articles.iter().map(source).collect()
}

/// A licence by its SPDX identifier.
pub(super) fn licence(id: &str) -> Value {
    json!({ "name": id, "path": licence_address(id) })
}

/// Where a licence can be read.
pub fn licence_address(id: &str) -> String {
    match id {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/".to_owned(),
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        id => ["https://spdx.org/licenses/", id, ".html"].concat(),
    }
}

fn resource(file: &File, sheets: &[Sheet]) -> Value {
    let path = file.name.trim_start_matches("data/");
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    let sheet = sheets.iter().find(|it| [it.name, ".csv"].concat() == path);
    let name = path.replace('.', "-");
    put("name", sheet.map_or(name.as_str(), |it| it.name).into());
    put("path", path.into());
    put("title", sheet.map_or(file.says, |it| it.title).into());
    put("mediatype", file.media_type.into());
    put("encoding", "utf-8".into());
    put("bytes", file.bytes.len().into());
    put(
        "hash",
        ["sha256:", &super::sha256(&file.bytes)].concat().into(),
    );
    if let Some(sheet) = sheet {
        put("description", sheet.says.into());
        put("type", "table".into());
        put("format", "csv".into());
        put(
            "dialect",
            json!({ "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true }),
        );
        put("schema", schema(sheet));
    } else {
        put("format", path.rsplit('.').next().unwrap_or_default().into());
    }
    Value::Object(members)
}

fn schema(sheet: &Sheet) -> Value {
    let fields: Vec<Value> = sheet
        .columns
        .iter()
        .map(|it| field(it, sheet.key))
        .collect();
    let refers = |it: &Refers| json!({ "fields": it.from, "reference": { "resource": it.table, "fields": it.to } });
    let mut schema = json!({
        "$schema": format!("{PROFILE}tableschema.json"),
        "fields": fields,
        "primaryKey": sheet.key,
        "missingValues": [""],
    });
    if let (Some(members), false) = (schema.as_object_mut(), sheet.refers.is_empty()) {
        let keys = sheet.refers.iter().map(refers).collect();
        members.insert("foreignKeys".to_owned(), keys);
    }
    schema
}

fn field(column: &Column, key: &[&str]) -> Value {
    let (kind, format, note) = match column.holds {
        Holds::Number => ("integer", "default", ""),
        Holds::Flag => ("boolean", "default", ""),
        Holds::Address => ("string", "uri", ""),
        Holds::Date => (
            "string",
            "default",
            " EDTF: year, month or day, `~` about, `/` between the ends of an interval.",
        ),
        Holds::List => ("string", "default", " Several are parted by ` | `."),
        Holds::Text | Holds::Id | Holds::OneOf(_) => ("string", "default", ""),
    };
    let mut rules = Map::new();
    if column.always {
        rules.insert("required".to_owned(), true.into());
    }
    if key == [column.name] {
        rules.insert("unique".to_owned(), true.into());
    }
    match column.holds {
        Holds::OneOf(words) => rules.insert("enum".to_owned(), words.into()),
        Holds::Id => rules.insert("pattern".to_owned(), "[a-z0-9][a-z0-9-]*".into()),
        Holds::Date => rules.insert("pattern".to_owned(), EDTF.into()),
        _ => None,
    };
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "format": format,
        "description": format!("{}{note}", column.says),
    });
    if let (Some(members), false) = (field.as_object_mut(), rules.is_empty()) {
        members.insert("constraints".to_owned(), Value::Object(rules));
    }
    if let (Some(members), Holds::Flag) = (field.as_object_mut(), column.holds) {
        members.insert("trueValues".to_owned(), json!(["true"]));
        members.insert("falseValues".to_owned(), json!(["false"]));
    }
    field
}

/// A title as the name of a package: small letters, digits and hyphens.
fn slug(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|it| !it.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() {
        "pledges".to_owned()
    } else {
        words.join("-")
    }
}
