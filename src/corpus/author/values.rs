//! The values of a record that are more than text: ids, words of a list, dates,
//! numbers, addresses; and what every text is held to.
//!
//! In: a [`Record`] and a key. Out: the value. Invariant: what is not given
//! back was reported.

use toml::de::DeValue;

use crate::corpus::date::Date;

use super::faults::{Located, fault};
use super::nearest::nearest;
use super::record::{Record, Shape, Value};
use super::strings;

impl<'s> Record<'_, 's> {
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
        let Some((why, help)) = strings::address_fault(address.value) else {
            return address.value;
        };
        let message = format!("`{key}` is no address of a page: {why}");
        self.faults.add(fault(address.at, message).help(help));
        ""
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

    /// A required date.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.required(key)?;
        self.read_date(key, value)
    }

    /// A date that may be left out, where it is there and no fault of it was reported.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.value(key)?;
        self.read_date(key, value)
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

    /// A required whole number.
    pub(super) fn whole(&mut self, key: &'static str) -> Option<Located<i64>> {
        let value = self.required(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, "a whole number", value);
            return None;
        };
        let at = self.spot(value);
        let number = i64::from_str_radix(number.as_str(), number.radix());
        if number.is_err() {
            self.faults.add(fault(at, format!("`{key}` is too large")));
        }
        number.ok().map(|value| Located { value, at })
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

    /// Characters that only escapes put there: the others were reported with the file.
    pub(super) fn check_characters(&self, key: &str, text: Located<&str>, value: &Value<'s>) {
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

    pub(super) fn check_shape(&self, key: &str, text: Located<&str>, shape: Shape) {
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
}
