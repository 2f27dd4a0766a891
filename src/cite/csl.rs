//! A reference as the data of Citation Style Language 1.0.2: one object a line.

use super::json;
use super::name::Name;
use super::reference::Reference;
use crate::corpus::date::Date;

/// Appends one.
pub(super) fn push(out: &mut String, it: &Reference) {
    out.push_str("{\"id\":");
    json::push(out, it.unit.id);
    out.push_str(",\"type\":\"article-newspaper\"");
    member(out, "title", &it.full_title());
    member(out, "title-short", it.unit.statement);
    member(out, "container-title", it.outlet);
    out.push_str(",\"author\":[{");
    match it.name() {
        Name::Person([family, given]) => {
            first(out, "family", family);
            member(out, "given", given);
        }
        Name::Whole(name) => first(out, "literal", name),
    }
    out.push_str("}]");
    if !it.article.authors.is_empty() {
        out.push_str(",\"contributor\":[");
        for (n, author) in it.article.authors.iter().enumerate() {
            out.push_str(if n > 0 { ",{" } else { "{" });
            first(out, "literal", author);
            out.push('}');
        }
        out.push(']');
    }
    date(out, "issued", it.article.published);
    date(out, "original-date", it.unit.made);
    member(out, "abstract", &it.quotations());
    let themes: Vec<&str> = it.themes().map(|theme| theme.label).collect();
    member(out, "keyword", &themes.join(", "));
    member(out, "URL", it.url());
    member(out, "source", it.corpus.about.title);
    member(out, "version", it.corpus.about.version);
    member(out, "language", "en-GB");
    member(out, "note", &it.note());
    custom(out, it);
    out.push('}');
}

/// What CSL has no name for, each by its own.
fn custom(out: &mut String, it: &Reference) {
    out.push_str(",\"custom\":{");
    first(out, "statement", it.unit.statement);
    member(out, "kind", it.unit.kind.id());
    member(out, "directness", it.unit.directness.id());
    member(out, "speaker", it.speaker.name);
    member(out, "office", it.office());
    member(out, "said", &it.unit.made.edtf());
    member(out, "published", &it.article.published.edtf());
    member(out, "article", it.article.title);
    member(out, "article-address", it.article.url);
    member(out, "page", &it.page);
    member(out, "corpus-version", it.corpus.about.version);
    out.push('}');
}

fn first(out: &mut String, name: &str, value: &str) {
    json::push(out, name);
    out.push(':');
    json::push(out, value);
}

/// A further member, where there is something to say.
fn member(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        out.push(',');
        first(out, name, value);
    }
}

/// A date in parts, an interval as two, "about" as `circa`.
fn date(out: &mut String, name: &str, date: Date) {
    out.push(',');
    json::push(out, name);
    out.push_str(":{\"date-parts\":[");
    for (n, day) in [Some(date.first), date.last]
        .into_iter()
        .flatten()
        .enumerate()
    {
        out.push_str(if n > 0 { ",[" } else { "[" });
        out.push_str(&day.year.to_string());
        for part in [day.month, day.day]
            .into_iter()
            .take_while(|part| *part > 0)
        {
            out.push(',');
            out.push_str(&part.to_string());
        }
        out.push(']');
    }
    out.push_str(if date.approximate {
        "],\"circa\":true}"
    } else {
        "]}"
    });
}
