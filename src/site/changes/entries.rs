//! The sections of a page of changes: statements, articles, questions, statements from outside
//! politics, names.

use yew::prelude::*;

use super::pair::Told;
use super::parts::{MOST, fields, heading, left_out, link, listed};
use crate::corpus::date::Date;
use crate::corpus::model::Relation;
use crate::explore::words;
use crate::ui::text::time;
use crate::versions::words as spoken;
use crate::versions::{
    Answer, Article, Changed, Changes, Context, Link, Name, Names, Section, Thread, Unit,
};

/// Statements added, by article; changed, field by field; withdrawn, with the reason.
pub(super) fn units(told: &Told, it: &Section<Unit>) -> Html {
    html! {
        <>
            { added(told, &it.added) }
            { listed("changed", "Statements changed", &it.changed, |it| changed_unit(told, it)) }
            { listed("withdrawn", "Statements withdrawn", &it.gone, |it| gone_unit(told, it)) }
        </>
    }
}

fn added(told: &Told, units: &[&Unit]) -> Html {
    if units.is_empty() {
        return html! { <></> };
    }
    let shown = units.get(..units.len().min(MOST)).unwrap_or_default();
    let articles = shown.chunk_by(|a, b| a.article == b.article);
    html! {
        <>
            { heading("added", "Statements added", units.len()) }
            for (no, of_one) in articles.enumerate() {
                <div key={no}>
                    { of_one.first().map(|it| { in_article(told, &it.article) }) }
                    <ol class="catalogue">
                        for it in of_one { <li key={it.id.clone()}>{ unit_line(told, it, &told.new) }</li> }
                    </ol>
                </div>
            }
            { left_out(units.len()) }
        </>
    }
}

fn in_article(told: &Told, id: &str) -> Html {
    let Some(article) = told.new.article(id) else {
        return html! { <></> };
    };
    let new = told.old.article(id).is_none();
    html! {
        <h3>
            if new { { "In a new article: " } } else { { "In " } }
            { link(told, &["article/", id, "/"].concat(), &article.title) }
            <span class="beside">{ printed(article, &told.new) }</span>
        </h3>
    }
}

/// Outlet and day.
fn printed(it: &Article, names: &Names) -> Html {
    let outlet = names.name("outlet", &it.outlet).to_owned();
    html! { <>{ outlet }{ ", " }{ day(&it.published) }</> }
}

/// A date with the machine's form beneath; as it stands where it is none.
fn day(text: &str) -> Html {
    match Date::parse(text) {
        Ok(date) => time(date),
        Err(_) => html! { <>{ text.to_owned() }</> },
    }
}

/// A statement as a line, and by whom and when.
fn unit_line(told: &Told, it: &Unit, names: &Names) -> Html {
    html! {
        <>
            { link(told, &["pledge/", &it.id, "/"].concat(), &it.statement) }
            <span class="beside">
                { spoken::kind(&it.kind) }{ " · " }{ names.name("speaker", &it.speaker).to_owned() }{ ", " }{ day(&it.made) }
            </span>
        </>
    }
}

fn changed_unit(told: &Told, it: &Changed<Unit>) -> Html {
    html! { <>{ unit_line(told, it.after, &told.new) }{ fields(&it.fields) }</> }
}

fn gone_unit(told: &Told, it: &Unit) -> Html {
    html! { <>{ unit_line(told, it, &told.old) }{ why(told, "unit", &it.id) }</> }
}

/// Why something was withdrawn, where its tombstone says so.
fn why(told: &Told, kind: &str, id: &str) -> Html {
    let Some(it) = told.new.withdrawn(kind, id) else {
        return html! { <span class="beside">{ "No reason is recorded." }</span> };
    };
    let folder = if kind == "unit" { "pledge" } else { kind };
    let instead = [folder, "/", &it.replaced_by, "/"].concat();
    html! {
        <span class="beside">
            { "Withdrawn on " }{ day(&it.day) }{ ": " }{ it.reason.clone() }
            if !it.replaced_by.is_empty() { { " In its place: " }{ link(told, &instead, title(told, kind, &it.replaced_by)) }{ "." } }
        </span>
    }
}

/// What something is called now.
fn title<'a>(told: &'a Told, kind: &str, id: &'a str) -> &'a str {
    let found = match kind {
        "unit" => told.new.unit(id).map(|it| it.statement.as_str()),
        "article" => told.new.article(id).map(|it| it.title.as_str()),
        "thread" => told.new.thread(id).map(|it| it.question.as_str()),
        _ => Some(told.new.name(kind, id)),
    };
    found.unwrap_or(id)
}

/// Articles added, changed, withdrawn.
pub(super) fn articles(told: &Told, it: &Section<Article>) -> Html {
    let line = |it: &Article, names: &Names| {
        let folder = ["article/", &it.id, "/"].concat();
        html! { <>{ link(told, &folder, &it.title) }<span class="beside">{ printed(it, names) }</span></> }
    };
    let changed =
        |it: &Changed<Article>| html! { <>{ line(it.after, &told.new) }{ fields(&it.fields) }</> };
    html! {
        <>
            { listed("articles-added", "Articles added", &it.added, |it| line(it, &told.new)) }
            { listed("articles-changed", "Articles changed", &it.changed, changed) }
            { listed("articles-withdrawn", "Articles withdrawn", &it.gone, |it| html! { <>{ line(it, &told.old) }{ why(told, "article", &it.id) }</> }) }
        </>
    }
}

/// Questions, their answers, and the links between these.
pub(super) fn questions(told: &Told, it: &Changes) -> Html {
    let question = |it: &Thread| link(told, &["thread/", &it.id, "/"].concat(), &it.question);
    let changed =
        |it: &Changed<Thread>| html! { <>{ question(it.after) }{ fields(&it.fields) }</> };
    let changed_answer = |it: &Changed<Answer>| html! { <>{ answer(told, it.after, &told.new) }{ fields(&it.fields) }</> };
    let changed_link = |it: &Changed<Link>| html! { <>{ bearing(told, it.after, &told.new) }{ fields(&it.fields) }</> };
    html! {
        <>
            { listed("questions-added", "Questions added", &it.threads.added, |it| question(it)) }
            { listed("questions-changed", "Questions changed", &it.threads.changed, changed) }
            { listed("questions-withdrawn", "Questions withdrawn", &it.threads.gone, |it| html! { <>{ question(it) }{ why(told, "thread", &it.id) }</> }) }
            { listed("answers-added", "Answers to questions added", &it.answers.added, |it| answer(told, it, &told.new)) }
            { listed("answers-changed", "Answers to questions changed", &it.answers.changed, changed_answer) }
            { listed("answers-withdrawn", "Answers to questions withdrawn", &it.answers.gone, |it| answer(told, it, &told.old)) }
            { listed("links-added", "Links between answers added", &it.links.added, |it| reasoned(told, it, &told.new)) }
            { listed("links-changed", "Links between answers changed", &it.links.changed, changed_link) }
            { listed("links-withdrawn", "Links between answers withdrawn", &it.links.gone, |it| reasoned(told, it, &told.old)) }
        </>
    }
}

/// The question that something belongs to.
fn under(told: &Told, id: &str, names: &Names) -> Html {
    let question = names.thread(id).map_or(id, |it| it.question.as_str());
    html! { <span class="beside">{ link(told, &["thread/", id, "/"].concat(), question) }</span> }
}

fn answer(told: &Told, it: &Answer, names: &Names) -> Html {
    let statement = names.unit(&it.unit).map_or("", |it| it.statement.as_str());
    let place = names.thread(&it.thread).map(|thread| {
        let [first, second] = &thread.poles;
        words::place(it.at, [first, second])
    });
    html! {
        <>
            { link(told, &["pledge/", &it.unit, "/"].concat(), statement) }
            { under(told, &it.thread, names) }
            if let Some(place) = place { <span class="beside">{ "Stands " }{ place }{ "." }</span> }
        </>
    }
}

/// "… reversed …".
fn bearing(told: &Told, it: &Link, names: &Names) -> Html {
    let said = |id: &str| {
        let statement = names.unit(id).map_or(id, |it| it.statement.as_str());
        link(told, &["pledge/", id, "/"].concat(), statement)
    };
    let relation = Relation::ALL.into_iter().find(|of| of.id() == it.relation);
    let did = relation.map_or_else(|| it.relation.clone(), |it| words::did(it).to_owned());
    html! {
        <>
            { said(&it.from) }<b>{ " " }{ did }{ " " }</b>{ said(&it.to) }
            { under(told, &it.thread, names) }
        </>
    }
}

fn reasoned(told: &Told, it: &Link, names: &Names) -> Html {
    html! { <>{ bearing(told, it, names) }<span class="beside">{ it.reason.clone() }</span></> }
}

/// Statements from outside politics, which are never counted.
pub(super) fn contexts(told: &Told, it: &Section<Context>) -> Html {
    let line = |it: &Context, names: &Names| {
        let name = names.name("speaker", &it.speaker).to_owned();
        html! { <>{ it.gist.clone() }<span class="beside">{ name }</span></> }
    };
    let changed =
        |it: &Changed<Context>| html! { <>{ line(it.after, &told.new) }{ fields(&it.fields) }</> };
    html! {
        <>
            { listed("context-added", "Statements from outside politics added", &it.added, |it| line(it, &told.new)) }
            { listed("context-changed", "Statements from outside politics changed", &it.changed, changed) }
            { listed("context-withdrawn", "Statements from outside politics withdrawn", &it.gone, |it| line(it, &told.old)) }
        </>
    }
}

/// Speakers, themes and so on.
pub(super) fn names(told: &Told, it: &Section<Name>) -> Html {
    let line = |it: &Name| {
        let folder = [it.of.as_str(), "/", &it.id, "/"].concat();
        html! { <>{ link(told, &folder, &it.name) }<span class="beside">{ spoken::sort(&it.of) }</span></> }
    };
    let changed = |it: &Changed<Name>| html! { <>{ line(it.after) }{ fields(&it.fields) }</> };
    html! {
        <>
            { listed("names-added", "Names added", &it.added, |it| line(it)) }
            { listed("names-changed", "Names and definitions changed", &it.changed, changed) }
            { listed("names-withdrawn", "Names withdrawn", &it.gone, |it| line(it)) }
        </>
    }
}
