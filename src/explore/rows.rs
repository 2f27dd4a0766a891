//! The rows of a published file that belong to a selection: the very rows, and in its order.
//!
//! In: the text of `data/pledges.csv` or `data/pledges.json`, and the ids chosen. Out: a file of
//! the same form. Invariant: a row is never changed, so that what is had from a selection and
//! what is had from the whole agree to the byte.

use std::collections::BTreeMap;

/// The rows of a CSV file, by RFC 4180, whose first field is one of these; its heads first.
pub fn csv(file: &str, ids: &[&str]) -> String {
    let mut records = records(file);
    let heads = records.next().unwrap_or_default();
    let all = records.map(|record| (field(record), record));
    let rows: BTreeMap<&str, &str> = all.collect();
    let chosen = ids.iter().filter_map(|id| rows.get(id).copied());
    [heads].into_iter().chain(chosen).collect()
}

/// The objects of a JSON array with one of them a line, whose `id` comes first and is one of
/// these.
pub fn json(file: &str, ids: &[&str]) -> String {
    const HEAD: &str = "{\"id\":\"";
    let all = file.lines().filter_map(|line| {
        let line = line.trim();
        let (id, _) = line.strip_prefix(HEAD)?.split_once('"')?;
        Some((id, line.strip_suffix(',').unwrap_or(line)))
    });
    let rows: BTreeMap<&str, &str> = all.collect();
    let chosen: Vec<&str> = ids.iter().filter_map(|id| rows.get(id).copied()).collect();
    ["[\n", &chosen.join(",\n"), "\n]\n"].concat()
}

/// The records of a file, each with the end of its line.
fn records(file: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    file.split_inclusive(move |letter| {
        quoted ^= letter == '"';
        letter == '\n' && !quoted
    })
}

/// The first field of a record, which is an id and has no quotation marks to double.
fn field(record: &str) -> &str {
    let end = record.find([',', '\r', '\n']).unwrap_or(record.len());
    record.get(..end).unwrap_or(record).trim_matches('"')
}
