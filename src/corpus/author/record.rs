//! One TOML table, walked key by key.
//!
//! In: a table and the keys that its reader asks for. Out: checked values.
//! Invariant: after [`Record::finish`] every key was either asked for or
//! reported, and every value that was not given back was reported; but of a
//! misspelt key only that it is unknown, not that the right one is missing.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::{Fault, Faults, Located, Spot, fault};
use super::file::CorpusFile;
use super::nearest::nearest;
use super::{recover, strings};

/// What kind of string a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Shown on one line.
    Line,
    /// Shown as a paragraph or more.
    Prose,
    /// Words of a source, with whatever line breaks it has.
    Quotation,
    /// Not shown as text: addresses, checksums.
    Token,
}

/// A table that is being read.
pub(super) struct Record<'r, 's> {
    pub(super) faults: &'r Faults,
    pub(super) file: &'r CorpusFile<'s>,
    no: u32,
    table: &'r DeTable<'s>,
    /// The table's header, or its first byte.
    pub(super) at: Spot,
    /// What the table describes, for the author: "unit".
    what: &'static str,
    asked: Vec<&'static str>,
    /// Keys of which one has to be there and none is, and what to say of it.
    missing: Vec<(Vec<&'static str>, Fault)>,
}

pub(super) type Value<'s> = Spanned<DeValue<'s>>;

impl<'r, 's> Record<'r, 's> {
    /// The top of a file.
    pub(super) fn top(
        file: &'r CorpusFile<'s>,
        no: u32,
        what: &'static str,
        faults: &'r Faults,
    ) -> Self {
        let at = Spot {
            file: no,
            start: 0,
            end: 0,
        };
        Self {
            faults,
            file,
            no,
            table: file.table(),
            at,
            what,
            asked: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(super) fn spot(&self, value: &Value<'s>) -> Spot {
        let span = value.span();
        Spot {
            file: self.no,
            start: span.start as u32,
            end: span.end as u32,
        }
    }

    pub(super) fn value(&mut self, key: &'static str) -> Option<&'r Value<'s>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.get(key)
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether every key of the table was read: none was lost to a mistake in
    /// the file's TOML.
    pub(super) fn is_whole(&self) -> bool {
        let (from, to) = (self.at.start as usize, self.at.end as usize);
        let written = self.file.text.get(from..to).unwrap_or_default();
        let is_inline = written.starts_with('{');
        let end = if is_inline {
            to
        } else {
            recover::end_of_block(self.file.text, from)
        };
        self.file.has_all(from, end)
    }

    /// Where the value of a key stands.
    pub(super) fn spot_of(&self, key: &str) -> Option<Spot> {
        self.table.get(key).map(|value| self.spot(value))
    }

    /// How long a list is, where the key holds one.
    pub(super) fn length_of(&self, key: &str) -> Option<usize> {
        match self.table.get(key)?.get_ref() {
            DeValue::Array(list) => Some(list.len()),
            _ => None,
        }
    }

    /// Reports a key that is missing.
    pub(super) fn require(&mut self, key: &'static str) {
        self.required(key);
    }

    /// A value that has to be there.
    pub(super) fn required(&mut self, key: &'static str) -> Option<&'r Value<'s>> {
        let value = self.value(key);
        if value.is_none() && self.is_whole() {
            let message = format!("this {} has no `{key}`", self.what);
            self.miss(&[key], fault(self.at, message).help(example(key)));
        }
        value
    }

    /// Keeps what is to be said of missing keys until it is known whether
    /// another one is such a key misspelt.
    pub(super) fn miss(&mut self, keys: &[&'static str], fault: Fault) {
        self.missing.push((keys.to_vec(), fault));
    }

    /// A required string that is not empty.
    pub(super) fn text(&mut self, key: &'static str, shape: Shape) -> Option<Located<&'s str>> {
        let value = self.required(key)?;
        let text = self.string(key, value, shape)?;
        if text.value.trim().is_empty() {
            self.faults
                .add(fault(text.at, format!("`{key}` is empty")).help(example(key)));
            return None;
        }
        Some(text)
    }

    /// An optional string; none where it is left out or empty.
    pub(super) fn optional(&mut self, key: &'static str, shape: Shape) -> Option<Located<&'s str>> {
        let value = self.value(key)?;
        self.string(key, value, shape)
            .filter(|text| !text.value.is_empty())
    }

    /// An optional string, empty where it is left out.
    pub(super) fn words(&mut self, key: &'static str, shape: Shape) -> &'s str {
        self.optional(key, shape).map_or("", |text| text.value)
    }

    /// A list of strings, empty where it is left out.
    pub(super) fn texts(&mut self, key: &'static str, shape: Shape) -> Vec<Located<&'s str>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = self.list(key, value) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in list {
            let Some(text) = self.string(key, item, shape) else {
                continue;
            };
            if text.value.trim().is_empty() {
                self.faults
                    .add(fault(text.at, format!("empty text in `{key}`")).help("take it out"));
            } else {
                texts.push(text);
            }
        }
        texts
    }

    /// The tables under a key, none where it is left out.
    pub(super) fn tables(&mut self, key: &'static str, what: &'static str) -> Vec<Record<'r, 's>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = self.list(key, value) else {
            return Vec::new();
        };
        let mut records = Vec::new();
        for item in list {
            match item.get_ref() {
                DeValue::Table(table) => records.push(Record {
                    faults: self.faults,
                    file: self.file,
                    no: self.no,
                    table,
                    at: self.spot(item),
                    what,
                    asked: Vec::new(),
                    missing: Vec::new(),
                }),
                _ => self.wrong_type(key, "a list of tables", item),
            }
        }
        records
    }

    /// The tables under a key, of which there has to be one.
    pub(super) fn some_tables(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<Record<'r, 's>> {
        let reported = self.required(key).is_none();
        let tables = self.tables(key, what);
        let is_empty_list = self.table.get(key).is_some_and(
            |value| matches!(value.get_ref(), DeValue::Array(list) if list.is_empty()),
        );
        if !reported && is_empty_list {
            let message = format!("`{key}` is empty");
            let at = self
                .table
                .get(key)
                .map_or(self.at, |value| self.spot(value));
            self.faults.add(fault(at, message).help(example(key)));
        }
        tables
    }

    fn list(&self, key: &'static str, value: &'r Value<'s>) -> Option<&'r [Value<'s>]> {
        if let DeValue::Array(list) = value.get_ref() {
            return Some(list);
        }
        self.wrong_type(key, "a list", value);
        None
    }

    pub(super) fn wrong_type(&self, key: &str, wanted: &str, value: &Value<'s>) {
        let got = value.get_ref().type_str();
        let article = if got.starts_with(['a', 'i']) {
            "an"
        } else {
            "a"
        };
        let fault = fault(
            self.spot(value),
            format!("`{key}` is {article} {got}, not {wanted}"),
        );
        let written = self.file.text.get(value.span()).unwrap_or_default();
        let holds_text = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        self.faults.add(match wanted {
            "a string" if !holds_text && !written.contains('\n') && written.len() < 40 => {
                fault.help(format!("put it in quotation marks: `\"{written}\"`"))
            }
            "a list" if !written.contains('\n') && written.len() < 40 => {
                fault.help(format!("put it in brackets: `[{written}]`"))
            }
            "a list of tables" => fault.help(example(key)),
            _ if got == "string" => fault.help("write it without quotation marks"),
            _ => fault,
        });
    }

    pub(super) fn string(
        &self,
        key: &str,
        value: &'r Value<'s>,
        shape: Shape,
    ) -> Option<Located<&'s str>> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(key, "a string", value);
            return None;
        };
        let text = Located {
            value: strings::keep(text),
            at: self.spot(value),
        };
        self.check_characters(key, text, value);
        self.check_shape(key, text, shape);
        Some(text)
    }

    /// Reports the keys that nobody asked for, and those that are missing;
    /// false where a list of records may have been lost under an unknown key.
    pub(super) fn finish(self) -> bool {
        let mut is_whole = true;
        let mut meant: Vec<&str> = Vec::new();
        for (key, value) in self.table {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let span = key.span();
            let at = Spot {
                file: self.no,
                start: span.start as u32,
                end: span.end as u32,
            };
            is_whole &= !holds_tables(value);
            let known = self.asked.iter().copied();
            // A key that is there already was not meant.
            let free = known.clone().filter(|key| !self.has(key));
            let near = nearest(name, free);
            meant.extend(near);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys here are {}", strings::listed(known)),
            };
            self.faults
                .add(fault(at, format!("unknown key `{name}` in this {}", self.what)).help(help));
        }
        for (keys, fault) in self.missing {
            if !keys.iter().any(|key| meant.contains(key)) {
                self.faults.add(fault);
            }
        }
        is_whole
    }
}

fn holds_tables(value: &Value<'_>) -> bool {
    match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(list) => list
            .iter()
            .any(|item| matches!(item.get_ref(), DeValue::Table(_))),
        _ => false,
    }
}

/// What a key would look like, where its absence is a fault.
fn example(key: &str) -> &'static str {
    match key {
        "id" => "add `id = \"…\"`: small letters, digits and single hyphens, for ever",
        "evidence" => "add `evidence = [{ quote = \"…\" }]` with the shortest sufficient quotation",
        "published" => "add `published = \"2023-04-21\"`",
        "published_basis" => {
            "say what the date rests on, for example `published_basis = \"printed in the article\"`"
        }
        "source_sha256" => "add the 64 digits that `sha256sum` prints for the source text",
        "themes" => "add `themes = [\"…\"]`, the main theme first",
        "poles" => "add `poles = [\"…\", \"…\"]`: what -2 and what 2 stand for",
        "entries" => "add `entries = [{ unit = \"…\", at = 0, note = \"…\" }]`",
        "reason" | "note" => "say why in a sentence",
        "measures" => {
            "write `measures = [{ value = 2, unit = \"times\", of = \"…\", text = \"double\" }]`"
        }
        _ => "fill it in",
    }
}
