//! What changed in a thread and what did not, in a few plain lines.
//!
//! Invariant: every line is a link of the thread or a position in it; superseded is never told
//! as reversed.

use yew::prelude::*;

use crate::corpus::model::{Directness, Link, Relation, Thread, UnitNo};
use crate::explore::restated::{ORDER, Restated, Side, links, restated, sides, unanswered};
use crate::explore::words;
use crate::ui::library::{Library, Sourced};
use crate::ui::text::time;

/// The section.
pub(super) fn view(library: Library, thread: &'static Thread<'static>) -> Html {
    let [first, between, second] = sides(thread);
    let [one, other] = thread.poles;
    html! {
        <section class="changes" aria-labelledby="changes">
            <h2 id="changes">{ "What changed, and what did not" }</h2>
            { span(library, thread) }
            <ul class="sides">
                { side(library, &["At or nearer “", one, "”"].concat(), first) }
                { side(library, "Between the two", between) }
                { side(library, &["At or nearer “", other, "”"].concat(), second) }
            </ul>
            <dl class="facts">
                for relation in ORDER { { told(library, thread, relation) } }
                { again(library, thread) }
            </dl>
            { unlinked(thread) }
        </section>
    }
}

/// The first and the last answer.
fn span(library: Library, thread: &Thread) -> Html {
    let at = |no: Option<UnitNo>| no.and_then(|no| library.unit(no));
    let first = at(thread.entries.first().map(|entry| entry.unit));
    let last = at(thread.entries.last().map(|entry| entry.unit));
    let (Some(first), Some(last)) = (first, last) else {
        return html! { <></> };
    };
    html! {
        <p>
            { "First answer: " }{ short(first) }{ recalled(first) }
            { ". Last answer: " }{ short(last) }
            { ". The corpus holds nothing on the question after that." }
        </p>
    }
}

/// When and by whom, as a link down to the answer.
fn short(it: Sourced) -> Html {
    html! { <a href={["#", it.unit.id].concat()}>{ time(it.unit.made) }{ ", " }{ it.speaker.name }</a> }
}

fn recalled(it: Sourced) -> &'static str {
    if it.unit.directness == Directness::Recalled {
        " (recalled by a later article)"
    } else {
        ""
    }
}

fn side(library: Library, name: &str, side: Option<Side>) -> Html {
    let found = side.and_then(|side| {
        let (first, last) = (library.unit(side.first)?, library.unit(side.last)?);
        Some((side.n, first, last))
    });
    let Some((n, first, last)) = found else {
        return html! { <></> };
    };
    html! {
        <li key={name.to_owned()}>
            { name }{ ": " }{ words::n_of(n, "answer", "answers") }{ ", " }
            if n == 1 {
                { "said " }{ short(first) }{ recalled(first) }
            } else {
                { "first said " }{ short(first) }{ recalled(first) }{ "; last said " }{ short(last) }
            }
            { "." }
        </li>
    }
}

/// Every link of a relation, later statement first.
fn told(library: Library, thread: &'static Thread<'static>, relation: Relation) -> Html {
    let links = links(thread, relation);
    if links.is_empty() {
        return html! { <></> };
    }
    html! {
        <div key={relation.id()} data-relation={relation.id()}>
            <dt><b>{ words::course(relation) }</b><span class="basis">{ " " }{ words::relation_meaning(relation) }{ "." }</span></dt>
            <dd><ul>
                for (place, link) in links.into_iter().enumerate() {
                    <li key={place}>{ line(library, link) }</li>
                }
            </ul></dd>
        </div>
    }
}

fn line(library: Library, link: &Link) -> Html {
    let (Some(later), Some(earlier)) = (library.unit(link.from), library.unit(link.to)) else {
        return html! { <></> };
    };
    html! {
        <>
            <a href={["#", earlier.unit.id].concat()}>{ earlier.unit.statement }</a>
            <span class="basis">{ " (" }{ time(earlier.unit.made) }{ ", " }{ earlier.speaker.name }{ ")" }</span>
            { ", " }{ words::did(link.relation) }{ " by: " }
            <a href={["#", later.unit.id].concat()}>{ later.unit.statement }</a>
            <span class="basis">{ " (" }{ time(later.unit.made) }{ ", " }{ later.speaker.name }{ ")" }</span>
        </>
    }
}

/// What was said again: since when, until when, and what then changed it.
fn again(library: Library, thread: &'static Thread<'static>) -> Html {
    let again = restated(thread);
    if again.is_empty() {
        return html! { <></> };
    }
    html! {
        <div key="again">
            <dt><b>{ "Said again" }</b><span class="basis">{ " First and last time." }</span></dt>
            <dd><ul>
                for it in again { <li key={it.first.0}>{ one_again(library, it) }</li> }
            </ul></dd>
        </div>
    }
}

fn one_again(library: Library, it: Restated) -> Html {
    let (Some(first), Some(last)) = (library.unit(it.first), library.unit(it.last)) else {
        return html! { <></> };
    };
    let changed = it
        .changed
        .and_then(|(no, relation)| Some((library.unit(no)?, relation)));
    html! {
        <>
            <a href={["#", first.unit.id].concat()}>{ first.unit.statement }</a>
            { ": first said " }{ time(first.unit.made) }{ "; last restated " }{ time(last.unit.made) }
            if let Some((by, relation)) = changed {
                { "; " }{ words::did(relation) }{ " " }{ time(by.unit.made) }
            } else {
                { "; nothing in the corpus after that changes it" }
            }
            { "." }
        </>
    }
}

/// How much of the thread no link speaks of.
fn unlinked(thread: &Thread) -> Html {
    let (n, all) = (unanswered(thread), thread.entries.len() as u32);
    if n == 0 {
        return html! { <></> };
    }
    html! {
        <p class="basis">
            { words::thousands(n) }{ " of the " }{ words::n_of(all, "answer", "answers") }
            { " are not linked from any later one in this corpus." }
        </p>
    }
}
