//! A table as CSV, by RFC 4180: commas, CRLF, UTF-8, one row of heads.
//!
//! In: a [`Table`]. Out: text. Invariant: read back by the rules of the RFC it gives the very
//! cells, and no text of anybody's is taken for a formula.

use std::borrow::Cow;

use super::table::{Cell, Table};

/// The table as the text of a CSV file.
pub fn csv(table: &Table) -> String {
    let mut text = String::new();
    for (n, head) in table.head.iter().enumerate() {
        push_field(&mut text, n, &defused(head));
    }
    text.push_str("\r\n");
    for row in &table.rows {
        for (n, cell) in row.iter().enumerate() {
            match cell {
                Cell::Text(words) => push_field(&mut text, n, &defused(words)),
                cell => push_field(&mut text, n, &cell.machine()),
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Spreadsheets take what begins with one of these for a formula; after an apostrophe they
/// take it for the text it is.
fn defused(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(["'", text].concat())
    } else {
        Cow::Borrowed(text)
    }
}

fn push_field(text: &mut String, n: usize, field: &str) {
    if n > 0 {
        text.push(',');
    }
    if !field.contains(['"', ',', '\r', '\n']) {
        return text.push_str(field);
    }
    text.push('"');
    for (n, part) in field.split('"').enumerate() {
        if n > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}
