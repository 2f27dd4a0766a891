//! One result: the statement, the words that prove it, and who, when and where.

use std::rc::Rc;

use yew::prelude::*;

use super::later::{Part, draw, use_later};
use super::library::{Library, Sourced};
use super::link;
use super::results;
use super::text::{marked, time};
use crate::browser::page;
use crate::corpus::model::{Check, Directness, Evidence, UnitNo};
use crate::embedded;
use crate::explore::facet::{Facet, directness_label, kind_label, kind_meaning};
use crate::explore::passage::passage;
use crate::explore::view::{Action, View};
use crate::explore::words;
use crate::search::{Query, highlight};

/// What an entry shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// Which unit.
    pub no: UnitNo,
    /// What to mark in it.
    pub query: Rc<Query>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// One unit as an entry of the list.
#[component]
pub fn Entry(props: &Props) -> Html {
    let Some(it) = props.library.unit(props.no) else {
        return html! { <article /> };
    };
    let unit = it.unit;
    html! {
        <article class="entry" data-unit={unit.id} data-kind={unit.kind.id()}>
            { labels(props, it) }
            <h3><a href={["pledge/", unit.id, "/"].concat()}>{ marked(unit.statement, &props.query) }</a></h3>
            <blockquote cite={(!it.article.url.is_empty()).then_some(it.article.url)}>
                for (no, evidence) in unit.evidence.iter().enumerate() {
                    <p key={no}><q>{ marked(evidence.quote, &props.query) }</q></p>
                }
            </blockquote>
            { origin_at(it, &props.query, "") }
            { conditions(it) }
            { in_context(it) }
        </article>
    }
}

/// Kind and themes, each of which narrows the page.
fn labels(props: &Props, it: Sourced) -> Html {
    let corpus = props.library.corpus;
    let kind = it.unit.kind;
    let label = |facet: Facet, value: u32, class: &'static str, title: Option<&'static str>| {
        let action = Action::Toggle(facet, value);
        let href = link::href(props.library, &View::default(), &action);
        // Pressed deep in the list, the list that it makes begins above.
        let onclick = link::on_plain_click(&props.dispatch, action);
        let onclick = Callback::from(move |event: MouseEvent| {
            onclick.emit(event.clone());
            if event.default_prevented() {
                page::reveal(results::PLACE);
            }
        });
        html! {
            <li key={facet.id(corpus, value)}>
                <a {class} {href} {title} {onclick}>{ match facet {
                    Facet::Kind => kind_label(kind),
                    _ => facet.value_label(corpus, value),
                } }</a>
            </li>
        }
    };
    html! {
        <ul class="labels">
            { label(Facet::Kind, kind as u32, "kind", Some(kind_meaning(kind))) }
            for theme in &it.unit.themes {
                { label(Facet::Theme, theme.0, "theme", None) }
            }
        </ul>
    }
}

/// Who, in which office, when, where, and how the words reached us; the article's title too
/// where the words searched for stand in it.
pub fn origin(it: Sourced, query: &Query) -> Html {
    origin_at(it, query, "../../")
}

/// The same on a page from which `root` is the way to the root: the speaker's name leads to
/// their page, and the outlet to the page of the article.
fn origin_at(it: Sourced, query: &Query, root: &str) -> Html {
    let office = words::office(it.unit, it.speaker);
    let in_title = !query.is_empty() && !highlight(it.article.title, query).is_empty();
    html! {
        <p class="origin">
            <b><a href={[root, "speaker/", it.speaker.id, "/"].concat()}>{ marked(it.speaker.name, query) }</a></b>
            if !office.is_empty() { { ", " }{ office } }
            { ", " }{ time(it.unit.made) }
            { " · " }
            <a href={[root, "article/", it.article.id, "/"].concat()}><cite>{ it.outlet.name }</cite></a>
            if in_title { { ", “" }{ marked(it.article.title, query) }{ "”" } }
            if it.article.published != it.unit.made { { ", " }{ time(it.article.published) } }
            { source(it) }
            if it.unit.directness != Directness::DirectQuote {
                { " · " }<span class="directness">{ directness_label(it.unit.directness) }</span>
            }
            { check(&it.unit.evidence) }
        </p>
    }
}

/// The way to the article itself; the first words of what is to be known of the address, such
/// as that it is a copy, stand beside it.
fn source(it: Sourced) -> Html {
    let (address, remark) = (it.article.url, it.article.url_note);
    if address.is_empty() {
        return html! { <></> };
    }
    let title = ["Source: ", it.article.title, ". ", remark].concat();
    html! {
        <>
            { " · " }<a class="source" href={address} rel="noopener" {title}>{ "Source" }</a>
            if !remark.is_empty() { { " (" }{ remark.split([';', '.']).next() }{ ")" } }
        </>
    }
}

/// How far the quotations were checked: said only where something is missing.
fn check(evidence: &[Evidence]) -> Html {
    if evidence.iter().any(|it| it.check == Check::Unchecked) {
        html! { <span class="unchecked">{ " · Quotation not yet checked against the source" }</span> }
    } else {
        html! { <></> }
    }
}

fn conditions(it: Sourced) -> Html {
    let conditions = &it.unit.conditions;
    html! {
        <div class="conditions">
            if !conditions.is_empty() {
                <p><span class="name">{ "Condition or hedge: " }</span>{ conditions.join("; ") }</p>
            }
        </div>
    }
}

/// The passages that the quotations are taken from, where the build was given the text.
pub fn in_context(it: Sourced) -> Html {
    html! {
        <div class="context">
            if it.article.text.is_some() { <Context {it} /> }
        </div>
    }
}

/// Which unit's passages.
#[derive(Properties, PartialEq)]
pub struct ContextProps {
    /// The unit.
    pub it: Sourced,
}

#[component]
fn Context(props: &ContextProps) -> Html {
    let later = use_later();
    html! {
        <details>
            <summary>{ "In context" }</summary>
            if let Some(here) = later.here() { { draw(here, Part::Passages(props.it)) } }
        </details>
    }
}

/// The passages themselves.
pub fn passages(it: Sourced) -> Html {
    let text = embedded::text(it.unit.article);
    let places = embedded::places(it.unit).into_iter();
    let passages = places.filter_map(|[start, end]| passage(text, start, end));
    html! {
        for (no, [before, quote, after]) in passages.enumerate() {
            <p key={no}>{ "… " }{ before }<mark>{ quote }</mark>{ after }{ " …" }</p>
        }
    }
}
