//! One unit: what was said, who said it and from which office, when, how near the words are
//! to the speaker, how they were checked, and where the unit stands in its threads.

use yew::prelude::*;

use crate::corpus::model::{Check, Evidence, Link, Thread, UnitNo};
use crate::explore::facet::{directness_label, kind_label, kind_meaning};
use crate::search::Query;
use crate::ui::entry::{in_context, origin};
use crate::ui::library::{Library, Sourced};
use crate::ui::text::time;

/// The page's own part.
pub(super) fn view(library: Library, no: UnitNo) -> Html {
    let Some(it) = library.unit(no) else {
        return html! {};
    };
    html! {
        <article class="sheet" data-unit={it.unit.id} data-kind={it.unit.kind.id()}>
            <p class="labels"><span class="kind">{ kind_label(it.unit.kind) }</span></p>
            <h1>{ it.unit.statement }</h1>
            <p class="meaning">{ kind_meaning(it.unit.kind) }{ "." }</p>
            <blockquote class="quotation" cite={(!it.article.url.is_empty()).then_some(it.article.url)}>
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
            { origin(it, &Query::default()) }
            { in_context(it) }
            { facts(library, it) }
            { threads(library, no, it) }
        </article>
    }
}

fn facts(library: Library, it: Sourced) -> Html {
    let unit = it.unit;
    let themes: Vec<&str> = unit
        .themes
        .iter()
        .filter_map(|no| library.corpus.themes.get(no.index()))
        .map(|it| it.label)
        .collect();
    let bodies: Vec<&str> = unit
        .bodies
        .iter()
        .filter_map(|no| library.corpus.bodies.get(no.index()))
        .map(|it| it.name)
        .collect();
    let measures: Vec<String> = unit
        .measures
        .iter()
        .map(|it| [it.text, " (", it.of, ")"].concat())
        .collect();
    html! {
        <dl class="facts">
            { fact("Said", html! { <>{ time(unit.made) }{ basis(unit.made_basis) }</> }) }
            { fact("Published", html! { <>
                { it.article.title }{ basis(it.article.title_basis) }{ ", " }{ it.outlet.name }{ ", " }
                { time(it.article.published) }{ basis(it.article.published_basis) }{ basis(it.article.url_note) }
            </> }) }
            { fact("How it is reported", html! { <>{ directness_label(unit.directness) }</> }) }
            { listed("Conditions and hedges", &unit.conditions.join("; ")) }
            { listed("Figures", &measures.join("; ")) }
            { listed("Themes", &themes.join("; ")) }
            { listed("Organisations concerned", &bodies.join("; ")) }
            { listed("Coder’s note", unit.note) }
            { fact("Check of the words", html! { <>
                <ol class="checks">
                    for (place, evidence) in unit.evidence.iter().enumerate() {
                        <li key={place}>{ check(evidence) }</li>
                    }
                </ol>
                <span class="basis">{ "A quotation is found when the text has it exactly once; only white space and the form of quotation marks may differ." }</span>
            </> }) }
        </dl>
    }
}

fn fact(name: &'static str, what: Html) -> Html {
    html! { <div key={name}><dt>{ name }</dt><dd>{ what }</dd></div> }
}

fn listed(name: &'static str, what: &str) -> Html {
    if what.is_empty() {
        html! { <></> }
    } else {
        fact(name, html! { <>{ what }</> })
    }
}

fn basis(basis: &'static str) -> Html {
    if basis.is_empty() {
        html! { <></> }
    } else {
        html! { <span class="basis">{ " (" }{ basis }{ ")" }</span> }
    }
}

/// What is known of a quotation, and nothing more.
fn check(evidence: &Evidence) -> Html {
    let found = match evidence.check {
        Check::Exact => html! { <>{ "Found in the text of the article by this build" }</> },
        Check::Recorded(day) => {
            html! { <>{ "Found in the text of the article on " }{ time(day) }{ "; quotation and text unchanged since" }</> }
        }
        Check::Unchecked => html! { <>{ "Not yet checked against the text of the article" }</> },
    };
    let place = match (evidence.start, evidence.end) {
        (Some(start), Some(end)) => {
            let (start, end) = ((start + 1).to_string(), end.to_string());
            [" (characters ", &start, " to ", &end, ")"].concat()
        }
        _ => String::new(),
    };
    html! { <>{ found }{ place }{ "." }</> }
}

fn threads(library: Library, no: UnitNo, it: Sourced) -> Html {
    let threads = it
        .unit
        .threads
        .iter()
        .filter_map(|no| library.corpus.threads.get(no.index()));
    html! {
        <section class="in-threads">
            for thread in threads {
                <div key={thread.id}>
                    <h2><a href={["../../thread/", thread.id, "/"].concat()}>{ thread.question }</a></h2>
                    <ul>
                        for (place, link) in thread.links.iter().enumerate().filter(|(_, link)| link.from == no || link.to == no) {
                            { bearing(library, thread, place, link, no) }
                        }
                    </ul>
                </div>
            }
        </section>
    }
}

/// One link of a thread, told from this unit's side.
fn bearing(
    library: Library,
    thread: &Thread,
    place: usize,
    link: &Link<'static>,
    no: UnitNo,
) -> Html {
    let other = if link.from == no { link.to } else { link.from };
    let Some(other) = library.unit(other) else {
        return html! { <li key={place} /> };
    };
    let verb = if link.from == no {
        "This "
    } else {
        "A later statement "
    };
    let object = if link.from == no {
        " an earlier statement, "
    } else {
        " this, "
    };
    html! {
        <li key={[thread.id, &place.to_string()].concat()}>
            { verb }<b>{ link.relation.id() }</b>{ object }
            { time(other.unit.made) }{ ", " }{ other.speaker.name }{ ": " }
            <a href={["../../pledge/", other.unit.id, "/"].concat()}>{ other.unit.statement }</a>
            { ". " }<span class="basis">{ link.reason }</span>
        </li>
    }
}
