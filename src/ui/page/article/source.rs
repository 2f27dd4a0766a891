//! The words of an article: all of them where the build was given the text, else every quotation
//! in the order of the text.
//!
//! In: an article and what is quoted from it. Out: a section with `id="text"`. Invariant: every
//! quotation is there once as `#quote-ID` and leads back to its statement, in both kinds of build.

use yew::prelude::*;

use crate::corpus::model::{Article, Context, Evidence};
use crate::ui::library::Sourced;
use crate::ui::page::quoted::{Piece, Place, paragraphs};

/// A quotation, and the statement that rests on it.
pub(super) struct Quoted {
    /// The statement's id.
    pub(super) id: &'static str,
    /// What it is called beside the text: "1", or "a" for context.
    pub(super) label: String,
    /// Where it stands on the page.
    href: String,
    /// Which of the statement's quotations it is, from 0.
    no: usize,
    /// Whether it is context.
    aside: bool,
    /// The quotation.
    pub(super) evidence: &'static Evidence<'static>,
}

/// All quotations of an article, statement by statement.
pub(super) fn quoted(units: &[Sourced], contexts: &[&'static Context<'static>]) -> Vec<Quoted> {
    let units = units.iter().enumerate().map(|(no, it)| {
        let label = (no + 1).to_string();
        (it.unit.id, "#unit-", label, false, &it.unit.evidence)
    });
    let contexts = contexts
        .iter()
        .enumerate()
        .map(|(no, it)| (it.id, "#context-", letters(no), true, &it.evidence));
    let mut quoted = Vec::new();
    for (id, prefix, label, aside, evidence) in units.chain(contexts) {
        for (no, evidence) in evidence.iter().enumerate() {
            quoted.push(Quoted {
                id,
                label: label.clone(),
                href: [prefix, id].concat(),
                no,
                aside,
                evidence,
            });
        }
    }
    quoted
}

/// "a" to "z", then "aa".
fn letters(no: usize) -> String {
    let last = char::from(b'a' + (no % 26) as u8).to_string();
    match (no / 26).checked_sub(1) {
        Some(before) => [letters(before), last].concat(),
        None => last,
    }
}

/// The name of a quotation's place: `quote-ID`, then `quote-ID-2` and so on.
pub(super) fn quote_id(id: &str, no: usize) -> String {
    match no {
        0 => ["quote-", id].concat(),
        no => ["quote-", id, "-", &(no + 1).to_string()].concat(),
    }
}

/// The section.
pub(super) fn section(article: &Article<'static>, quoted: &[Quoted]) -> Html {
    html! {
        <section class="source-text" id="text" aria-labelledby="text-title">
            if let Some(text) = article.text {
                <h2 id="text-title">{ "The text, with every quotation marked" }</h2>
                <p class="basis">{ "As it was given to this build. A number after a quotation leads to its statement, a letter to context." }</p>
                { whole(text, quoted) }
            } else {
                <h2 id="text-title">{ "Our extract: the quotations in the order of the article" }</h2>
                <p class="basis">{ "The article belongs to its publisher and is not kept here. A number after a quotation leads to its statement, a letter to context." }</p>
                { extract(quoted) }
            }
        </section>
    }
}

/// The whole text. What was not found in it follows below, so that no link leads nowhere.
fn whole(text: &'static str, quoted: &[Quoted]) -> Html {
    let (found, lost): (Vec<&Quoted>, Vec<&Quoted>) =
        quoted.iter().partition(|it| place(it).is_some());
    let places: Vec<Place> = found.iter().filter_map(|it| place(it)).collect();
    html! {
        <>
            <div class="whole">
                for (no, pieces) in paragraphs(text, &places).into_iter().enumerate() {
                    <p key={no} dir="auto">
                        for (no, it) in pieces.iter().enumerate() { <span key={no}>{ piece(it, &found) }</span> }
                    </p>
                }
            </div>
            if !lost.is_empty() { { list(&lost) } }
        </>
    }
}

fn place(it: &Quoted) -> Option<Place> {
    let (start, end) = (it.evidence.start?, it.evidence.end?);
    (start < end).then_some(Place { start, end })
}

/// A run of text, within a mark for each quotation that holds it.
fn piece(it: &Piece<'static>, found: &[&Quoted]) -> Html {
    let refs = it.end.iter().filter_map(|no| found.get(*no));
    let inner = html! { <>{ it.text }for quoted in refs { { back(quoted) } }</> };
    it.held.iter().rev().fold(inner, |inner, no| {
        let Some(quoted) = found.get(*no) else {
            return inner;
        };
        let id = it
            .begin
            .contains(no)
            .then(|| quote_id(quoted.id, quoted.no));
        html! { <mark {id} class={quoted.aside.then_some("aside")}>{ inner }</mark> }
    })
}

/// The way back from a quotation to its statement.
fn back(quoted: &Quoted) -> Html {
    let what = if quoted.aside {
        "Context "
    } else {
        "Statement "
    };
    html! {
        <sup class="ref" key={quote_id(quoted.id, quoted.no)}>
            <a href={quoted.href.clone()} aria-label={[what, &quoted.label].concat()}>{ &quoted.label }</a>
        </sup>
    }
}

/// The quotations in the order of the text; those of which no place is known come last.
fn extract(quoted: &[Quoted]) -> Html {
    let mut in_order: Vec<&Quoted> = quoted.iter().collect();
    in_order.sort_by_key(|it| place(it).map_or((u32::MAX, u32::MAX), |it| (it.start, it.end)));
    list(&in_order)
}

fn list(quoted: &[&Quoted]) -> Html {
    html! {
        <ol class="extract">
            for it in quoted {
                <li key={quote_id(it.id, it.no)}>
                    <mark id={quote_id(it.id, it.no)} class={it.aside.then_some("aside")}>{ it.evidence.quote }</mark>{ back(it) }
                </li>
            }
        </ol>
    }
}
