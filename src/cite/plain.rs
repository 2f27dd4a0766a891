//! A reference as a sentence, to be copied into any text.

use super::reference::Reference;

/// Appends one.
pub(super) fn push(out: &mut String, it: &Reference) {
    let office = it.office();
    let mut add = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    add(&[it.speaker.name, ", "]);
    if !office.is_empty() {
        add(&[office, ", "]);
    }
    if let Some(said) = it.said() {
        add(&["said ", &said.human(), ", "]);
    }
    add(&[it.how(), " ", &it.sourced(["“", "”"]), ": "]);
    add(&[&it.quotations(), ". Recorded as: "]);
    add(&[it.unit.statement, " (", &it.kind(), "). "]);
    add(&[&it.version(), ", ", &it.page]);
}
