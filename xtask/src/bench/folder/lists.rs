//! The lists of a generated corpus: themes, bodies, outlets and actors.
//!
//! In: the names. Out: their files. Invariant: every speaker holds a role on
//! each day that a record can have, in the party that the records give.

use super::articles::day;
use super::file;
use crate::bench::generate::columns::quoted;
use crate::bench::generate::names::{BODIES, OUTLETS, PARTIES, ROLES, SPEAKERS, THEMES, id};
use crate::bench::generate::records::career;
use crate::corpus::author::SourceFile;
use std::fmt::Write as _;

/// The four files.
pub(super) fn files() -> Vec<SourceFile> {
    vec![
        file("themes.toml", themes()),
        file("bodies.toml", bodies()),
        file("outlets.toml", outlets()),
        file("actors.toml", actors()),
    ]
}

/// A table with some of its keys; empty values are left out.
fn table(name: &str, keys: &[(&str, &str)]) -> String {
    let mut out = format!("[[{name}]]\n");
    for (key, value) in keys.iter().filter(|(_, value)| !value.is_empty()) {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "{key} = {}", quoted(value));
    }
    out
}

fn themes() -> String {
    let tables = THEMES.map(|label| {
        let definition = format!("What is said about {}.", label.to_lowercase());
        let keys = [
            ("id", &*id(label)),
            ("label", label),
            ("definition", &definition),
        ];
        table("theme", &keys)
    });
    tables.join("\n")
}

fn bodies() -> String {
    let tables = BODIES.map(|(name, abbr)| {
        let keys = [("id", &*id(name)), ("name", name), ("abbr", abbr)];
        table("body", &keys)
    });
    tables.join("\n")
}

fn outlets() -> String {
    let tables = OUTLETS.map(|name| table("outlet", &[("id", &*id(name)), ("name", name)]));
    tables.join("\n")
}

fn actors() -> String {
    let parties = PARTIES.map(|(name, short, color)| {
        let keys = [
            ("id", &*id(short)),
            ("name", name),
            ("short", short),
            ("color", color),
        ];
        table("party", &keys)
    });
    let people = (0..SPEAKERS.len()).map(person);
    let tables: Vec<String> = parties.into_iter().chain(people).collect();
    tables.join("\n")
}

fn person(speaker: usize) -> String {
    let (name, party) = SPEAKERS[speaker];
    let mut out = table("person", &[("id", &id(name)), ("name", name)]);
    out.push_str("roles = [\n");
    let held = career(speaker);
    for (no, now) in held.iter().enumerate() {
        let (title, governs) = ROLES[now.role];
        let side = if governs { "government" } else { "opposition" };
        let until = held
            .get(no + 1)
            .map(|next| format!(", to = \"{}\"", day(next.from)))
            .unwrap_or_default();
        let _ = writeln!(
            out,
            "  {{ title = {}, from = \"{}\"{until}, party = \"{}\", side = \"{side}\" }},",
            quoted(title),
            day(now.from),
            id(PARTIES[party].1),
        );
    }
    out.push_str("]\n");
    out
}
