//! The feed as Atom 1.0 (RFC 4287).

use super::{Entry, TAG, entries, escape, moment};
use crate::corpus::model::Corpus;

/// The text of `feed.xml`.
pub(in crate::export) fn atom(corpus: &Corpus, base: &str) -> String {
    let about = &corpus.about;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n",
    );
    element(&mut out, "title", about.title);
    element(&mut out, "subtitle", about.description);
    element(&mut out, "id", &[TAG, "feed"].concat());
    let newest = corpus.articles.iter().map(|it| it.published).max();
    // A feed has to have a date, even one without entries.
    let updated = newest.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), moment);
    element(&mut out, "updated", &updated);
    out.push_str("<author>");
    element(&mut out, "name", about.editor);
    out.push_str("</author>\n");
    element(&mut out, "rights", about.licence);
    link(
        &mut out,
        "self",
        "application/atom+xml",
        &[base, "feed.xml"].concat(),
    );
    let home = if base.is_empty() { "./" } else { base };
    link(&mut out, "alternate", "text/html", home);
    for entry in entries(corpus) {
        push(&mut out, &entry, corpus, base);
    }
    out.push_str("</feed>\n");
    out
}

fn push(out: &mut String, entry: &Entry, corpus: &Corpus, base: &str) {
    let article = entry.article;
    out.push_str("<entry>\n");
    element(out, "title", &entry.title());
    element(out, "id", &entry.id());
    element(out, "published", &moment(article.published));
    element(out, "updated", &moment(article.published));
    link(out, "alternate", "text/html", &entry.page(base));
    if !article.url.is_empty() {
        link(out, "via", "text/html", article.url);
    }
    element(out, "summary", article.summary);
    out.push_str("<content type=\"html\">");
    escape(out, &entry.html(corpus, base));
    out.push_str("</content>\n</entry>\n");
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&["<", name, ">"].concat());
    escape(out, text);
    out.push_str(&["</", name, ">\n"].concat());
}

fn link(out: &mut String, rel: &str, kind: &str, address: &str) {
    out.push_str(&["<link rel=\"", rel, "\" type=\"", kind, "\" href=\""].concat());
    escape(out, address);
    out.push_str("\"/>\n");
}
