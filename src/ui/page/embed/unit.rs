//! One statement in a frame: its words first, then who said it, when and where to read on.

use yew::prelude::*;

use super::foot::{foot, holds, out};
use crate::corpus::model::{Check, Directness, UnitNo};
use crate::explore::facet::{directness_label, kind_label};
use crate::explore::words;
use crate::ui::library::{Library, Sourced};
use crate::ui::text::time;

/// The view.
pub(super) fn view(library: Library, no: UnitNo, root: &str) -> Html {
    let Some(it) = library.unit(no) else {
        return html! {};
    };
    let page = ["pledge/", it.unit.id, "/"].concat();
    let basis = ["one of ", &holds(library.corpus)].concat();
    html! {
        <>
            <main class="unit" data-unit={it.unit.id} data-kind={it.unit.kind.id()}>
                <p class="kind">{ kind_label(it.unit.kind) }</p>
                <h1>{ it.unit.statement }</h1>
                { quotation(it, usize::MAX) }
                { by(it) }
                <p class="ways">
                    { out([root, &page].concat(), "How it was coded and checked") }
                    if !it.article.url.is_empty() {
                        { " · " }{ out(it.article.url.to_owned(), &["Read it in ", it.outlet.name].concat()) }
                        if let Some(remark) = remark(it) { { remark } }
                    }
                </p>
            </main>
            { foot(library, root, &page, &basis) }
        </>
    }
}

/// The first words of what is to be known of the source's address, such as that it is a copy.
fn remark(it: Sourced) -> Option<String> {
    let first = it.article.url_note.split([';', '.']).next()?;
    (!first.is_empty()).then(|| [" (", first, ")"].concat())
}

/// The words themselves, at most so many quotations.
pub(super) fn quotation(it: Sourced, most: usize) -> Html {
    let unchecked = it
        .unit
        .evidence
        .iter()
        .any(|it| it.check == Check::Unchecked);
    html! {
        <>
            <blockquote cite={(!it.article.url.is_empty()).then_some(it.article.url)}>
                for (place, evidence) in it.unit.evidence.iter().take(most).enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
            if unchecked { <p class="unchecked">{ "Not yet checked against the source." }</p> }
        </>
    }
}

/// Who, from which office, when, where, and how near the words are to the voice.
pub(super) fn by(it: Sourced) -> Html {
    let office = words::office(it.unit, it.speaker);
    html! {
        <p class="by">
            <b>{ it.speaker.name }</b>
            if !office.is_empty() { { ", " }{ office } }
            { ", " }{ time(it.unit.made) }
            { " · " }<cite>{ it.outlet.name }</cite>
            if it.article.published != it.unit.made { { ", " }{ time(it.article.published) } }
            if it.unit.directness != Directness::DirectQuote {
                { " · " }{ directness_label(it.unit.directness) }
            }
        </p>
    }
}
