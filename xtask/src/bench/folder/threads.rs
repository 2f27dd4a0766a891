//! Threads of a generated corpus: for some themes, one question through time.
//!
//! In: records. Out: `threads.toml`, with at most [`LONGEST`] entries a thread,
//! each linked to the one before it. Invariant: links lead from later to
//! earlier, as the format asks.

use super::articles::unit_id;
use crate::bench::generate::columns::quoted;
use crate::bench::generate::names::{THEMES, id};
use crate::bench::generate::random::mix;
use crate::bench::generate::records::Records;
use std::fmt::Write as _;

const LONGEST: usize = 10;
const RELATIONS: [&str; 5] = ["reaffirms", "extends", "narrows", "softens", "reverses"];

/// The file.
pub(super) fn toml(records: &Records) -> String {
    let threads: Vec<String> = (0..THEMES.len())
        .filter_map(|theme| thread(records, theme))
        .collect();
    threads.join("\n")
}

fn thread(records: &Records, theme: usize) -> Option<String> {
    let of_theme = (0..records.len()).filter(|no| records.main_theme[*no] == theme);
    let mut units: Vec<usize> = of_theme.take(LONGEST).collect();
    if units.len() < 3 {
        return None;
    }
    units.sort_by_key(|no| (records.date[*no], *no));
    let label = THEMES[theme];
    let mut out = format!(
        "[[thread]]\nid = {}\nquestion = {}\npoles = [\"Less\", \"More\"]\nentries = [\n",
        quoted(&id(label)),
        quoted(&format!(
            "How much should be done about {}?",
            label.to_lowercase()
        )),
    );
    for no in &units {
        let at = (mix(*no as u64) % 5) as i64 - 2;
        let note = quoted(&format!("Where it stands: {}.", records.statement[*no]));
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            out,
            "  {{ unit = \"{}\", at = {at}, note = {note} }},",
            unit_id(records, *no)
        );
    }
    out.push_str("]\nlinks = [\n");
    for pair in units.windows(2) {
        let relation = RELATIONS[(mix(pair[1] as u64) % 5) as usize];
        let _ = writeln!(
            out,
            "  {{ from = \"{}\", to = \"{}\", relation = \"{relation}\", reason = \"As generated.\" }},",
            unit_id(records, pair[1]),
            unit_id(records, pair[0])
        );
    }
    out.push_str("]\n");
    Some(out)
}
