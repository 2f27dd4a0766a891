//! One TOML table, walked key by key.
//!
//! In: a table and the keys that its reader asks for. Out: checked values.
//! Invariant: after [`Record::finish`] every key was either asked for or
//! reported, and every value that was not given back was reported.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::corpus::date::Date;

use super::faults::{Faults, Located, Spot, fault};
use super::file::CorpusFile;
use super::nearest::nearest;
use super::strings;

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
    file: &'r CorpusFile<'s>,
    no: u32,
    table: &'r DeTable<'s>,
    /// The table's header, or its first byte.
    pub(super) at: Spot,
    /// What the table describes, for the author: "unit".
    what: &'static str,
    asked: Vec<&'static str>,
}

type Value<'s> = Spanned<DeValue<'s>>;

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
            table: &file.table,
            at,
            what,
            asked: Vec::new(),
        }
    }

    fn spot(&self, value: &Value<'s>) -> Spot {
        let span = value.span();
        Spot {
            file: self.no,
            start: span.start as u32,
            end: span.end as u32,
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'r Value<'s>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether all of its file could be read.
    pub(super) fn is_whole(&self) -> bool {
        !self.file.is_broken()
    }

    /// Where the value of a key stands.
    pub(super) fn spot_of(&self, key: &str) -> Option<Spot> {
        self.table.get(key).map(|value| self.spot(value))
    }

    /// Reports a key that is missing.
    pub(super) fn require(&mut self, key: &'static str) {
        self.required(key);
    }

    /// A value that has to be there.
    fn required(&mut self, key: &'static str) -> Option<&'r Value<'s>> {
        let value = self.value(key);
        // In a file that could not be read whole the key may stand in the part
        // that was lost.
        if value.is_none() && !self.file.is_broken() {
            self.faults
                .add(fault(self.at, format!("{} without `{key}`", self.what)).help(example(key)));
        }
        value
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

    /// A required id.
    pub(super) fn id(&mut self, key: &'static str) -> Option<Located<&'s str>> {
        let id = self.text(key, Shape::Token)?;
        if strings::is_slug(id.value) {
            return Some(id);
        }
        let message = format!(
            "`{}` is no id: small letters, digits and single hyphens",
            id.value
        );
        let slug = strings::slug(id.value);
        let fault = fault(id.at, message);
        self.faults.add(if slug.is_empty() {
            fault
        } else {
            fault.help(format!("for example `{slug}`"))
        });
        None
    }

    /// An optional address of a page, empty where it is left out.
    pub(super) fn address(&mut self, key: &'static str) -> &'s str {
        let Some(address) = self.optional(key, Shape::Token) else {
            return "";
        };
        let Some(why) = strings::address_fault(address.value) else {
            return address.value;
        };
        let message = format!("`{key}` is no address of a page: {why}");
        self.faults
            .add(fault(address.at, message).help("write the full address, `https://…`"));
        ""
    }

    /// A required date.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.required(key)?;
        self.read_date(key, value)
    }

    /// A date that may be left out; the outer `None` means that it is at fault.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<Option<Located<Date>>> {
        match self.value(key) {
            None => Some(None),
            Some(value) => self.read_date(key, value).map(Some),
        }
    }

    fn read_date(&self, key: &'static str, value: &Value<'s>) -> Option<Located<Date>> {
        if let DeValue::Datetime(date) = value.get_ref() {
            let message = format!("`{key}` is a TOML date, not a string");
            self.faults.add(
                fault(self.spot(value), message)
                    .help(format!("put it in quotation marks: `\"{date}\"`")),
            );
            return None;
        }
        let text = self.string(key, value, Shape::Token)?;
        match Date::parse(text.value) {
            Ok(date) => Some(Located {
                value: date,
                at: text.at,
            }),
            Err(why) => {
                let message = format!("`{}` is no date: {why}", text.value);
                self.faults.add(fault(text.at, message).help(
                    "dates are `2015`, `2015-01` or `2015-01-27`, with `~` where approximate, or two of them with `/` between",
                ));
                None
            }
        }
    }

    /// A required word out of a list.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<Located<T>> {
        let word = self.text(key, Shape::Token)?;
        let found = all.iter().copied().find(|value| id(*value) == word.value);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|value| id(*value)).collect();
            let help = match nearest(word.value, words.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of {}", strings::listed(words)),
            };
            self.faults
                .add(fault(word.at, format!("unknown {key} `{}`", word.value)).help(help));
        }
        found.map(|value| Located { value, at: word.at })
    }

    /// A required whole number.
    pub(super) fn whole(&mut self, key: &'static str) -> Option<Located<i64>> {
        let value = self.required(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, "a whole number", value);
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix());
        match number {
            Ok(number) => Some(Located {
                value: number,
                at: self.spot(value),
            }),
            Err(_) => {
                self.faults
                    .add(fault(self.spot(value), format!("`{key}` is too large")));
                None
            }
        }
    }

    /// A required decimal number, as it is written.
    pub(super) fn decimal(&mut self, key: &'static str) -> Option<&'s str> {
        let value = self.required(key)?;
        let digits = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.wrong_type(key, "a decimal number", value);
                return None;
            }
        };
        if digits.contains(['n', 'e', 'E']) {
            let fault = fault(
                self.spot(value),
                format!("`{key}` is no plain decimal number"),
            );
            self.faults
                .add(fault.help("write it out: `2500000` or `2.5`"));
            return None;
        }
        Some(digits.trim_start_matches('+').to_owned().leak())
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
            let message = format!("{} without {what}", self.what);
            let at = self
                .table
                .get(key)
                .map_or(self.at, |value| self.spot(value));
            self.faults.add(fault(at, message).help(example(key)));
        }
        tables
    }

    fn list(&self, key: &'static str, value: &'r Value<'s>) -> Option<&'r [Value<'s>]> {
        match value.get_ref() {
            DeValue::Array(list) => Some(list),
            _ => {
                self.wrong_type(key, "a list", value);
                None
            }
        }
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Value<'s>) {
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
        self.faults.add(match wanted {
            "a string" if !written.contains('\n') && written.len() < 40 => {
                fault.help(format!("put it in quotation marks: `\"{written}\"`"))
            }
            "a list" if !written.contains('\n') && written.len() < 40 => {
                fault.help(format!("put it in brackets: `[{written}]`"))
            }
            "a list of tables" => fault.help(example(key)),
            _ => fault,
        });
    }

    fn string(&self, key: &str, value: &'r Value<'s>, shape: Shape) -> Option<Located<&'s str>> {
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

    /// Characters that only escapes put there: the others were reported with the file.
    fn check_characters(&self, key: &str, text: Located<&str>, value: &Value<'s>) {
        let written = self.file.text.get(value.span()).unwrap_or_default();
        let hidden = |char: &char| {
            !written.contains(*char)
                && (strings::is_forbidden(*char) || matches!(char, '\r' | '\t'))
        };
        if let Some(char) = text.value.chars().find(hidden) {
            let name = strings::name_of_forbidden(char).unwrap_or("control character");
            let message = format!("{name} {} in `{key}`", strings::code_point(char));
            self.faults.add(fault(text.at, message).help("take it out"));
        }
        if written.contains('\t') && text.value.contains('\t') {
            let fault = fault(text.at, format!("tab in `{key}`"));
            self.faults.add(fault.help("write a space"));
        }
    }

    fn check_shape(&self, key: &str, text: Located<&str>, shape: Shape) {
        let is_beside = matches!(key, "prefix" | "suffix");
        let Located { value, at } = text;
        if !is_beside && value != value.trim() && !value.trim().is_empty() {
            let message = format!("`{key}` begins or ends with white space");
            self.faults.add(fault(at, message).help("take it out"));
        }
        if matches!(shape, Shape::Line | Shape::Token) && value.trim().contains(['\n', '\r']) {
            let message = format!("`{key}` holds a line break");
            self.faults
                .add(fault(at, message).help("write it on one line"));
        }
        if shape == Shape::Token {
            return;
        }
        if let Some((word, length)) = strings::long_word(value) {
            let start: String = word.chars().take(20).collect();
            let message = format!("`{start}…` runs on for {length} characters without a break");
            let help = format!(
                "no page can lay out words of more than {} characters",
                strings::LONGEST_WORD
            );
            self.faults.add(fault(at, message).help(help));
        }
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        for (key, _) in self.table {
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
            let known = self.asked.iter().copied();
            let help = match nearest(name, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys here are {}", strings::listed(known)),
            };
            self.faults
                .add(fault(at, format!("unknown key `{name}` in {}", self.what)).help(help));
        }
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
