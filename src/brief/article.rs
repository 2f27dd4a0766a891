//! The statements of a selection by article, oldest first, and what bears on them from outside
//! politics.

use super::Brief;
use super::html::Html;
use crate::corpus::model::{Article, ArticleNo, Check, Context, Evidence, Unit};
use crate::explore::facet::{directness_label, kind_label};
use crate::explore::words;

pub(super) fn push_all(out: &mut Html, brief: &Brief) {
    for no in brief.articles() {
        push(out, brief, no);
    }
}

fn push(out: &mut Html, brief: &Brief, no: ArticleNo) {
    let corpus = brief.corpus;
    let Some(article) = corpus.articles.get(no.index()) else {
        return;
    };
    out.open("section", "article");
    out.text("h2", "", article.title);
    push_origin(out, brief, article);
    out.text("p", "summary", article.summary);
    let mut chosen: Vec<_> = brief.units.to_vec();
    chosen.sort_by_key(|no| no.index());
    for unit in chosen.iter().filter_map(|it| corpus.units.get(it.index())) {
        if unit.article == no {
            push_unit(out, brief, unit);
        }
    }
    let contexts: Vec<&Context> = corpus
        .contexts
        .iter()
        .filter(|it| it.article == no)
        .collect();
    if !contexts.is_empty() {
        out.text(
            "h3",
            "outside",
            "From outside politics, in the same article (not counted)",
        );
        for context in contexts {
            push_context(out, brief, context);
        }
    }
    out.close("section");
}

fn push_origin(out: &mut Html, brief: &Brief, article: &Article) {
    let outlet = brief.corpus.outlets.get(article.outlet.index());
    out.open("p", "origin");
    out.words(outlet.map_or("", |it| it.name));
    out.words(", ");
    out.words(&article.published.human());
    if !article.published_basis.is_empty() {
        let basis = article.published_basis.trim_end_matches('.');
        out.words(&[" (", basis, ")"].concat());
    }
    if !article.url.is_empty() {
        out.words(". ");
        out.link(article.url, article.url);
    }
    if !article.archived_url.is_empty() {
        out.words(". Archived copy: ");
        out.link(article.archived_url, article.archived_url);
    }
    out.close("p");
}

fn push_unit(out: &mut Html, brief: &Brief, unit: &Unit) {
    let Some(speaker) = brief.corpus.actors.get(unit.speaker.index()) else {
        return;
    };
    out.open_at("article", "unit", unit.id);
    out.text("h3", "", unit.statement);
    push_quotations(out, &unit.evidence);
    let office = words::office(unit, speaker);
    let comma = if office.is_empty() { "" } else { ", " };
    let who = [speaker.name, comma, office, ", ", &unit.made.human()];
    out.text("p", "who", &who.concat());
    out.open("p", "facts");
    let how = [
        kind_label(unit.kind),
        ". ",
        directness_label(unit.directness),
        ". ",
    ];
    out.words(&how.concat());
    listed(out, "Conditions and hedges: ", &unit.conditions);
    let figures: Vec<String> = unit
        .measures
        .iter()
        .map(|it| [it.text, " (", it.of, ")"].concat())
        .collect();
    listed(out, "Figures: ", &figures);
    out.words(checked(&unit.evidence));
    out.words(" ");
    let page = brief.page(unit.id);
    out.link(&page, &page);
    out.close("p");
    out.text("p", "note", unit.note);
    out.close("article");
}

fn listed<T: AsRef<str>>(out: &mut Html, name: &str, items: &[T]) {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    if !items.is_empty() {
        out.words(&[name, &items.join("; "), ". "].concat());
    }
}

fn push_context(out: &mut Html, brief: &Brief, context: &Context) {
    let actor = brief.corpus.actors.get(context.actor.index());
    out.open("article", "context");
    out.text("h4", "", context.gist);
    push_quotations(out, &context.evidence);
    let comma = if context.role.is_empty() { "" } else { ", " };
    let who = [actor.map_or("", |it| it.name), comma, context.role];
    out.text("p", "who", &who.concat());
    out.close("article");
}

fn push_quotations(out: &mut Html, evidence: &[Evidence]) {
    out.open("blockquote", "");
    for evidence in evidence {
        out.text("p", "", &["“", evidence.quote, "”"].concat());
    }
    out.close("blockquote");
}

/// How far the words of a statement were checked, by the least of its quotations.
fn checked(evidence: &[Evidence]) -> &'static str {
    let any = |wanted: fn(&Check) -> bool| evidence.iter().any(|it| wanted(&it.check));
    if any(|it| *it == Check::Unchecked) {
        "Not yet checked against the text of the article."
    } else if any(|it| matches!(it, Check::Recorded(_))) {
        "Checked against the text of the article; quotation and text unchanged since."
    } else {
        "Checked against the text of the article."
    }
}
