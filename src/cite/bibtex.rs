//! A reference for BibTeX and biblatex: `@misc`, which both know, keyed by the unit's id.
//!
//! Invariant: braces are balanced and no character of the text is a command; letters with
//! accents stay as they are, in UTF-8.

use super::name::Name;
use super::reference::{Reference, flat};

/// As both programs abbreviate them, without quotation marks.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Appends one.
pub(super) fn push(out: &mut String, it: &Reference) {
    out.push_str("@misc{");
    out.push_str(it.unit.id);
    let author = match it.name() {
        Name::Person(_) => text(&it.name().inverted()),
        // A second pair of braces keeps it in one.
        Name::Whole(name) => ["{", &text(name), "}"].concat(),
    };
    field(out, "author", &author);
    // And here, its capitals.
    field(out, "title", &["{", &text(it.unit.statement), "}"].concat());
    let published = it.article.published.first;
    field(out, "year", &published.year.to_string());
    if let Some(month) = MONTHS.get(usize::from(published.month).wrapping_sub(1)) {
        out.push_str(",\n  month = ");
        out.push_str(month);
    }
    let source = [it.how(), " ", &it.source(["“", "”"])].concat();
    field(out, "howpublished", &text(&source));
    field(out, "abstract", &text(&it.quotations()));
    field(out, "note", &text(&it.note()));
    field(out, "eventdate", &it.unit.made.edtf());
    field(out, "version", &text(it.corpus.about.version));
    let themes: Vec<String> = it.themes().map(|theme| text(theme.label)).collect();
    field(out, "keywords", &themes.join(", "));
    if !it.url().is_empty() {
        field(out, "url", &address(it.url()));
    }
    out.push_str("\n}\n");
}

fn field(out: &mut String, name: &str, value: &str) {
    for part in [",\n  ", name, " = {", value, "}"] {
        out.push_str(part);
    }
}

/// Text that LaTeX sets as it reads.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in flat(text).chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

/// An address, which both programs take as it is, so that only what ends it early is escaped.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            letter if letter.is_whitespace() => out.push_str("%20"),
            _ => out.push(letter),
        }
    }
    out
}
