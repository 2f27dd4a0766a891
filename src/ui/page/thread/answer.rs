//! One answer to a thread's question: its words, who said them, where it stands, and how it bears
//! on earlier answers.

use yew::prelude::*;

use crate::corpus::model::{Entry, Link, Relation, Thread};
use crate::explore::facet::kind_label;
use crate::explore::words;
use crate::search::Query;
use crate::ui::entry::{in_context, origin};
use crate::ui::library::{Library, Sourced};
use crate::ui::page::parts::capital;
use crate::ui::page::{compared, to};
use crate::ui::text::time;

/// The answer as an entry of the sequence.
pub(super) fn view(
    library: Library,
    thread: &'static Thread<'static>,
    entry: &'static Entry<'static>,
) -> Html {
    let Some(it) = library.unit(entry.unit) else {
        return html! { <li key={entry.unit.0} /> };
    };
    let bears = thread.links.iter().filter(|link| link.from == entry.unit);
    html! {
        <li key={entry.unit.0} id={it.unit.id} class="entry" data-unit={it.unit.id} data-kind={it.unit.kind.id()}>
            <p class="labels"><span class="kind">{ kind_label(it.unit.kind) }</span></p>
            <h3><a href={to::pledge(it.unit.id)}>{ it.unit.statement }</a></h3>
            <blockquote>
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
            { origin(it, &Query::default()) }
            { in_context(it) }
            <p class="place">{ "Stands " }{ words::place(entry.at, thread.poles) }{ ": " }{ entry.note }</p>
            <ul class="bearings">
                for (place, link) in bears.enumerate() {
                    { bearing(library, place, link, it) }
                }
            </ul>
        </li>
    }
}

fn bearing(library: Library, place: usize, link: &'static Link<'static>, it: Sourced) -> Html {
    let Some(earlier) = library.unit(link.to) else {
        return html! { <li key={place} /> };
    };
    html! {
        <li key={place} data-relation={link.relation.id()}>
            <p>
                <b>{ capital(link.relation.id()) }</b>{ " " }
                <a href={["#", earlier.unit.id].concat()}>{ time(earlier.unit.made) }{ ", " }{ earlier.speaker.name }</a>
                { ": " }{ link.reason }
                if link.relation == Relation::Supersedes {
                    <span class="basis">{ " (" }{ words::relation_meaning(link.relation) }{ ".)" }</span>
                }
            </p>
            { compared::wording(earlier, it) }
        </li>
    }
}
