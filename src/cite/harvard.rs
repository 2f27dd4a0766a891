//! A reference by author and year, as most universities' Harvard style has it.

use super::reference::Reference;

/// Appends one.
pub(super) fn push(out: &mut String, it: &Reference) {
    let published = it.article.published;
    let about = if published.approximate { "c. " } else { "" };
    let mut year = published.first.year.to_string();
    if let Some(last) = published.last.filter(|it| it.year != published.first.year) {
        year.push('–');
        year.push_str(&last.year.to_string());
    }
    let office = it.office();
    let mut add = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    add(&[&it.name().with_initials(), " (", about, &year, ") "]);
    add(&["‘", it.unit.statement, "’ [", &it.kind()]);
    if !office.is_empty() {
        add(&["; ", office]);
    }
    if let Some(said) = it.said() {
        add(&["; said ", &said.human()]);
    }
    add(&["], ", it.how(), " ", &it.source(["‘", "’"]), ". "]);
    if !it.article.url.is_empty() {
        add(&["Available at: ", it.article.url, " "]);
    }
    add(&["(recorded in ", &it.version(), ": ", &it.page, ")"]);
}
