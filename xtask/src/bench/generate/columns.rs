//! Records as a file: JSON by columns, the form in which every contender gets them.
//!
//! In: records. Out: one object with `n`, `dict` (lists of names), the texts and
//! indexes into `dict`; dates as `yyyymmdd`, themes as bit masks.

use super::names::{OUTLETS, PARTIES, ROLES, SPEAKERS, STANCES, THEMES};
use super::records::Records;
use std::fmt::{Display, Write as _};

/// The whole file.
pub(crate) fn json(records: &Records) -> String {
    let names = [
        ("theme", list(THEMES)),
        ("speaker", list(SPEAKERS.map(|(name, _)| name))),
        ("party", list(PARTIES.map(|(name, ..)| name))),
        ("stance", list(STANCES)),
        ("outlet", list(OUTLETS)),
        ("role", list(ROLES.map(|(name, _)| name))),
    ];
    let dict = names.map(|(name, list)| format!("{}:{list}", quoted(name)));
    let mut out = format!("{{\"n\":{},\"dict\":{{{}}}", records.len(), dict.join(","));
    let numbers = [
        ("speaker", joined(&records.speaker)),
        ("role", joined(&records.role)),
        ("party", joined(&records.party)),
        ("stance", joined(&records.stance)),
        ("outlet", joined(&records.outlet)),
        ("date", joined(&records.date)),
        ("themes", joined(&records.themes)),
        ("statement", list(&records.statement)),
        ("quote", list(&records.quote)),
    ];
    for (name, list) in numbers {
        // Writing to a string cannot fail.
        let _ = write!(out, ",\n{}:{list}", quoted(name));
    }
    out.push_str("}\n");
    out
}

/// Numbers between brackets.
pub(crate) fn joined<T: Display>(numbers: &[T]) -> String {
    let mut out = String::from("[");
    for (no, number) in numbers.iter().enumerate() {
        let comma = if no == 0 { "" } else { "," };
        let _ = write!(out, "{comma}{number}");
    }
    out.push(']');
    out
}

/// Texts between brackets.
pub(crate) fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let mut out = String::from("[");
    for text in texts {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&quoted(text.as_ref()));
    }
    out.push(']');
    out
}

/// A text as JSON and TOML both write it.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_a_prefix_of_more() {
        let fifty = Records::generate(50, 1);
        assert_eq!(json(&fifty), json(&Records::generate(50, 1)));
        assert_ne!(json(&fifty), json(&Records::generate(50, 2)));
        let more = Records::generate(60, 1);
        assert_eq!(fifty.quote, more.quote[..50]);
    }

    #[test]
    fn quoted_texts_stay_what_they_are() {
        assert_eq!(quoted("a \"b\" \\ c\n"), r#""a \"b\" \\ c\n""#);
    }
}
