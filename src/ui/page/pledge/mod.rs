//! One unit: what was said, who said it and from which office, when, how near the words are
//! to the speaker, how they were checked, the way to their source, where the unit stands in its
//! threads and beside what.

mod beside;
mod checked;
mod facts;
mod place;
mod source;

use yew::prelude::*;

use super::{cited, to};
use crate::corpus::model::UnitNo;
use crate::explore::facet::{Facet, directness_label, kind_label, kind_meaning};
use crate::explore::words;
use crate::ui::entry::in_context;
use crate::ui::library::{Library, Sourced};
use crate::ui::text::time;

/// The page's own part.
pub(super) fn view(library: Library, no: UnitNo, site: &str) -> Html {
    let Some(it) = library.unit(no) else {
        return html! {};
    };
    html! {
        <article class="sheet unit" data-unit={it.unit.id} data-kind={it.unit.kind.id()}>
            { labels(library, it) }
            <h1>{ it.unit.statement }</h1>
            <p class="meaning">
                { kind_meaning(it.unit.kind) }{ ". " }
                <a href={to::definition("kind-", it.unit.kind.id())}>{ "Definition" }</a>
            </p>
            <blockquote class="quotation" cite={(!it.article.url.is_empty()).then_some(it.article.url)}>
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
            { who(it) }
            { in_context(it) }
            { facts::view(library, it) }
            { source::view(it) }
            { checked::view(it) }
            { place::view(library, no, it) }
            { beside::view(library, no, it) }
            { cited::view(library, no, it.unit.id, site) }
            <p><a href={to::builder("unit", it.unit.id)}>{ "Embed this statement" }</a>{ " in a page of yours" }</p>
        </article>
    }
}

/// Its kind and its themes.
fn labels(library: Library, it: Sourced) -> Html {
    let themes = &it.unit.themes;
    html! {
        <ul class="labels">
            <li key="kind"><a class="kind" href={to::definition("kind-", it.unit.kind.id())}>{ kind_label(it.unit.kind) }</a></li>
            for theme in themes {
                <li key={theme.0}><a href={to::theme(Facet::Theme.id(library.corpus, theme.0))}>{ Facet::Theme.value_label(library.corpus, theme.0) }</a></li>
            }
        </ul>
    }
}

/// Who said it, from which office, when, and how near the words are to the voice.
fn who(it: Sourced) -> Html {
    let office = words::office(it.unit, it.speaker);
    html! {
        <p class="origin by">
            <b><a href={to::speaker(it.speaker.id)}>{ it.speaker.name }</a></b>
            if !office.is_empty() { { ", " }{ office } }
            { ", " }{ time(it.unit.made) }{ " · " }
            <a href={to::article(it.article.id, "")}><cite>{ it.outlet.name }</cite></a>
            { " · " }<span class="directness">{ directness_label(it.unit.directness) }</span>
        </p>
    }
}
