//! The facts of a unit, each with what it rests on.

use yew::prelude::*;

use crate::corpus::model::{Measure, PartyNo};
use crate::explore::facet::{Facet, directness_label, side_label};
use crate::explore::words;
use crate::ui::library::{Library, Sourced};
use crate::ui::page::parts::{basis_of, fact};
use crate::ui::page::to;
use crate::ui::text::time;

/// All of them, in the order in which they are asked for.
pub(super) fn view(library: Library, it: Sourced) -> Html {
    let unit = it.unit;
    html! {
        <dl class="facts">
            { fact("Said by", by(library, it)) }
            { fact("Said", html! { <>{ time(unit.made) }{ basis_of(unit.made_basis) }</> }) }
            { fact("Published", published(it)) }
            { fact("How it is reported", html! {
                <a href={to::definition("directness-", unit.directness.id())}>{ directness_label(unit.directness) }</a>
            }) }
            { listed("Conditions and hedges", &unit.conditions.join("; ")) }
            { listed("Figures", &unit.measures.iter().map(figure).collect::<Vec<_>>().join("; ")) }
            { bodies(library, it) }
            { listed("Coder’s note", unit.note) }
        </dl>
    }
}

fn listed(name: &'static str, what: &str) -> Html {
    if what.is_empty() {
        html! { <></> }
    } else {
        fact(name, html! { <>{ what }</> })
    }
}

/// Speaker, office at that time, party and side.
fn by(library: Library, it: Sourced) -> Html {
    let office = words::office(it.unit, it.speaker);
    let party = it.unit.party.filter(|party| {
        // A party that speaks as such is named already.
        Facet::Party.id(library.corpus, party.0) != it.speaker.id
    });
    html! {
        <>
            <a href={to::speaker(it.speaker.id)}>{ it.speaker.name }</a>
            if !office.is_empty() { { ", " }{ office } }
            if let Some(PartyNo(party)) = party {
                { "; " }<a href={to::search("party=", Facet::Party.id(library.corpus, party))}>{ Facet::Party.value_label(library.corpus, party) }</a>
            }
            <span class="basis">{ " (spoken from: " }{ side_label(it.unit.side).to_lowercase() }{ ")" }</span>
        </>
    }
}

fn published(it: Sourced) -> Html {
    let part = ["#unit-", it.unit.id].concat();
    let authors = it.article.authors.join(", ");
    html! {
        <>
            <a href={to::article(it.article.id, &part)}>{ it.article.title }</a>{ basis_of(it.article.title_basis) }
            { ", " }<a href={to::search("outlet=", it.outlet.id)}>{ it.outlet.name }</a>
            if !authors.is_empty() { { ", by " }{ authors } }
            { ", " }{ time(it.article.published) }{ basis_of(it.article.published_basis) }
        </>
    }
}

/// "double (medical school places)".
fn figure(measure: &Measure) -> String {
    [measure.text, " (", measure.of, ")"].concat()
}

fn bodies(library: Library, it: Sourced) -> Html {
    if it.unit.bodies.is_empty() {
        return html! { <></> };
    }
    let named = it.unit.bodies.iter().enumerate();
    fact(
        "Organisations concerned",
        html! {
            for (place, body) in named {
                <span key={body.0}>
                    if place > 0 { { "; " } }
                    <a href={to::search("body=", Facet::Body.id(library.corpus, body.0))}>{ Facet::Body.value_label(library.corpus, body.0) }</a>
                </span>
            }
        },
    )
}
