//! A reference in RIS: a tag and a value a line, each line ended by CR and LF.
//!
//! Invariant: no value has a line of its own, whatever its text.

use super::reference::{Reference, flat};

/// Appends one.
pub(super) fn push(out: &mut String, it: &Reference) {
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() {
            for part in [tag, "  - ", &flat(value), "\r\n"] {
                out.push_str(part);
            }
        }
    };
    line("TY", "NEWS");
    line("ID", it.unit.id);
    line("AU", &it.name().inverted());
    line("TI", &it.full_title());
    line("T2", it.outlet);
    let published = it.article.published.first;
    line("PY", &published.year.to_string());
    // Year, month and day, each of which may be left out, between slashes.
    let two = |n: u8| {
        if n == 0 {
            String::new()
        } else {
            [if n < 10 { "0" } else { "" }, &n.to_string()].concat()
        }
    };
    let date = [
        &published.year.to_string(),
        "/",
        &two(published.month),
        "/",
        &two(published.day),
        "/",
    ];
    line("DA", &date.concat());
    line("AB", &it.quotations());
    line("N1", &it.note());
    it.themes().for_each(|theme| line("KW", theme.label));
    line("DB", it.corpus.about.title);
    line("ET", it.corpus.about.version);
    line("LA", "en-GB");
    line("UR", it.url());
    if it.absolute {
        line("UR", it.article.url);
    }
    out.push_str("ER  - \r\n");
}
