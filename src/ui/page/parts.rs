//! What several pages show alike: a unit in a list, counts, facts, and the units of a view.
//!
//! In: records, and the way from the page to the root. Out: parts of pages. Invariant: every
//! number comes from the same answer that the explorer gives to the same filter.

use std::borrow::Cow;

use yew::prelude::*;

use crate::corpus::model::{Directness, Evidence, Kind, UnitNo};
use crate::explore::facet::{Facet, directness_label, kind_label};
use crate::explore::results::Count;
use crate::explore::series::{Basis, Counting};
use crate::explore::view::{Sort, View};
use crate::explore::words;
use crate::ui::library::{Answer, Library, Sourced};
use crate::ui::text::time;

/// More than this many statements make a page heavy; the explorer and the articles have all.
pub(super) const MOST: usize = 60;

/// What a list leaves out of a unit because its page says it for all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// The article, on its own page.
    Article,
    /// The speaker, on theirs.
    Speaker,
}

/// A unit in a list: statement, words, and who, when and where.
pub(super) fn unit(it: Sourced, root: &'static str, beside: Beside, quotes: Html) -> Html {
    let kind = it.unit.kind;
    html! {
        <article class="entry" data-unit={it.unit.id} data-kind={kind.id()} id={["unit-", it.unit.id].concat()}>
            <p class="labels"><a class="kind" href={[root, "about/#kind-", kind.id()].concat()}>{ kind_label(kind) }</a></p>
            <h3><a href={[root, "pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a></h3>
            <blockquote cite={(!it.article.url.is_empty()).then_some(it.article.url)}>{ quotes }</blockquote>
            { origin(it, root, beside) }
        </article>
    }
}

/// The quotations of a unit, a paragraph each.
pub(super) fn quotes(evidence: &[Evidence<'static>]) -> Html {
    html! {
        for (no, evidence) in evidence.iter().enumerate() {
            <p key={no}><q>{ evidence.quote }</q></p>
        }
    }
}

fn origin(it: Sourced, root: &str, beside: Beside) -> Html {
    let office = words::office(it.unit, it.speaker);
    let named = beside != Beside::Speaker;
    html! {
        <p class="origin">
            if named { <b><a href={[root, "speaker/", it.speaker.id, "/"].concat()}>{ it.speaker.name }</a></b> }
            if named && !office.is_empty() { { ", " } }
            { office }
            if named || !office.is_empty() { { ", " } }
            { time(it.unit.made) }
            if beside != Beside::Article {
                { " · " }<a href={[root, "article/", it.article.id, "/"].concat()}><cite>{ it.outlet.name }</cite></a>
                if it.article.published != it.unit.made { { ", " }{ time(it.article.published) } }
            }
            if it.unit.directness != Directness::DirectQuote {
                { " · " }<span class="directness">{ directness_label(it.unit.directness) }</span>
            }
        </p>
    }
}

/// Units as a list, at most [`MOST`]; what is left out is said, with the way to it.
pub(super) fn units(library: Library, answer: &Answer, beside: Beside, explorer: &str) -> Html {
    let total = answer.results.total();
    let shown = answer.results.window(0..total.min(MOST as u32));
    let left = total - shown.len() as u32;
    html! {
        <>
            <ol class="entries">
                for it in shown.into_iter().filter_map(|no| library.unit(no)) {
                    <li key={it.unit.id}>{ unit(it, "../../", beside, quotes(&it.unit.evidence)) }</li>
                }
            </ol>
            if left > 0 {
                <p class="more">
                    { words::n_of(left, "older statement is", "older statements are") }{ " not listed here: " }
                    <a href={explorer.to_owned()}>{ "search them all" }</a>{ ", or go by " }<a href="../../article/">{ "article" }</a>{ "." }
                </p>
            }
        </>
    }
}

/// What the explorer answers when only one value of one facet is chosen, newest first.
pub(super) fn answer(library: Library, facet: Facet, value: u32) -> Answer {
    let mut view = View {
        sort: Sort::Newest,
        ..View::default()
    };
    if let Some(chosen) = view.chosen.get_mut(facet as usize) {
        chosen.push(value);
    }
    library.answer(&view)
}

/// "14 pledges and 3 positions and refusals".
pub(super) fn counted(count: Count) -> String {
    let mut text = words::n_of(count.pledges, "pledge", "pledges");
    if count.others > 0 {
        text.push_str(" and ");
        text.push_str(&words::n_of(
            count.others,
            "position or refusal",
            "positions and refusals",
        ));
    }
    text
}

/// How many of these units are pledges and how many are not.
pub(super) fn count(library: Library, units: impl Iterator<Item = UnitNo>) -> Count {
    let kinds = units.filter_map(|no| library.corpus.units.get(no.index()).map(|it| it.kind));
    kinds.fold(Count::default(), |count, kind: Kind| Count {
        pledges: count.pledges + u32::from(kind.counted()),
        others: count.others + u32::from(!kind.counted()),
    })
}

/// What a page's list rests on, in a sentence of its own.
pub(super) fn basis(basis: Basis) -> Html {
    let text = words::basis(basis, Counting::Pledges);
    html! { <p class="counted">{ text }{ "." }</p> }
}

/// One line of a list of facts.
pub(super) fn fact(name: &'static str, what: Html) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ what }</dd></div> }
}

/// What a fact rests on, in brackets and quietly.
pub(super) fn basis_of(basis: &'static str) -> Html {
    if basis.is_empty() {
        return html! { <></> };
    }
    html! { <span class="basis">{ " (" }{ basis.trim_end_matches('.') }{ ")" }</span> }
}

/// Questions as links.
pub(super) fn threads(library: Library, threads: &[u32]) -> Html {
    html! {
        <ul class="plain-list">
            for thread in threads.iter().filter_map(|no| library.corpus.threads.get(*no as usize)) {
                <li key={thread.id}><a href={["../../thread/", thread.id, "/"].concat()}>{ thread.question }</a></li>
            }
        </ul>
    }
}

/// The questions that any of these units answers, in the corpus's order.
pub(super) fn threads_of(library: Library, units: impl Iterator<Item = UnitNo>) -> Vec<u32> {
    let units = units.filter_map(|no| library.corpus.units.get(no.index()));
    let mut threads: Vec<u32> = units
        .flat_map(|unit| unit.threads.iter().map(|no| no.0))
        .collect();
    threads.sort_unstable();
    threads.dedup();
    threads
}

/// A word of a sentence with its first letter large.
pub(super) fn capital(text: &str) -> Cow<'_, str> {
    match text.chars().next() {
        Some(first) if first.is_lowercase() => {
            let rest = text.get(first.len_utf8()..).unwrap_or_default();
            Cow::Owned(first.to_uppercase().chain(rest.chars()).collect())
        }
        _ => Cow::Borrowed(text),
    }
}
