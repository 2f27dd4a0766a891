//! The smaller parts: lists that end somewhere, fields before and after, links where they lead.
//!
//! Invariant: what a list leaves out is said by number; what differs is told by more than colour.

use yew::prelude::*;

use super::pair::Told;
use crate::explore::wording::{Change, Run, compare};
use crate::explore::words::n_of;
use crate::versions::{Difference, Sort};

/// More than this many entries of one list make a page heavy; the files of records have all.
pub(super) const MOST: usize = 300;

/// A list under a heading, with how many there are; nothing where it is empty.
pub(super) fn listed<T>(id: &str, title: &str, all: &[T], each: impl Fn(&T) -> Html) -> Html {
    if all.is_empty() {
        return html! { <></> };
    }
    html! {
        <>
            { heading(id, title, all.len()) }
            <ol class="catalogue">
                for (no, it) in all.iter().take(MOST).enumerate() { <li key={no}>{ each(it) }</li> }
            </ol>
            { left_out(all.len()) }
        </>
    }
}

/// "Statements added (12)".
pub(super) fn heading(id: &str, title: &str, n: usize) -> Html {
    html! { <h2 id={id.to_owned()}>{ title.to_owned() }{ " " }<span class="basis">{ "(" }{ n }{ ")" }</span></h2> }
}

/// What stands in no list, by number.
pub(super) fn left_out(n: usize) -> Html {
    let left = n.saturating_sub(MOST) as u32;
    if left == 0 {
        return html! { <></> };
    }
    html! {
        <p class="more">{ n_of(left, "more is", "more are") }{ " not listed here; the files of records of both versions have them all." }</p>
    }
}

/// A link where its page is written, else the text alone.
pub(super) fn link(told: &Told, folder: &str, text: &str) -> Html {
    let text = text.to_owned();
    if told.ground.has(folder) {
        html! { <a href={[told.root, folder].concat()}>{ text }</a> }
    } else {
        html! { <>{ text }</> }
    }
}

/// Every field that differs.
pub(super) fn fields(fields: &[Difference]) -> Html {
    html! {
        <dl class="facts">
            for it in fields {
                <div key={it.name} data-field={it.name}><dt>{ it.name }</dt><dd>{ field(it) }</dd></div>
            }
        </dl>
    }
}

fn field(it: &Difference) -> Html {
    if let ([before], [after], Sort::Words) = (it.before.as_slice(), it.after.as_slice(), it.sort)
        && let Some(wording) = compare(before, after).filter(|it| it.shared > 0)
        && wording.runs.iter().any(|it| it.change != Change::Kept)
    {
        return html! { <p class="merged">for (no, run) in wording.runs.into_iter().enumerate() { { stretch(no, run) } }</p> };
    }
    // What both have alike need not be read twice.
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        let own = these.iter().filter(|it| !those.contains(it));
        own.cloned().collect()
    };
    let mut gone = only(&it.before, &it.after);
    let mut new = only(&it.after, &it.before);
    if gone.is_empty() && new.is_empty() {
        // The same in another order.
        (gone, new) = (it.before.clone(), it.after.clone());
    }
    html! {
        <>
            { values("Before", gone, it.sort) }
            { values("After", new, it.sort) }
        </>
    }
}

fn values(when: &'static str, values: Vec<String>, sort: Sort) -> Html {
    let values = if values.is_empty() {
        vec!["–".to_owned()]
    } else {
        values
    };
    let class = if sort == Sort::Words { "said" } else { "" };
    html! {
        <p class={class}><span class="basis">{ when }{ ": " }</span>
            for (no, it) in values.into_iter().enumerate() {
                <span key={no}>if no > 0 { <span class="basis">{ " · " }</span> }{ it }</span>
            }
        </p>
    }
}

fn stretch(no: usize, run: Run) -> Html {
    let space = if no > 0 { " " } else { "" };
    let (what, words) = match run.change {
        Change::Kept => return html! { <span key={no}>{ space }{ run.words }</span> },
        Change::Deleted => ("only before: ", html! { <del>{ run.words }</del> }),
        Change::Inserted => ("only after: ", html! { <ins>{ run.words }</ins> }),
    };
    html! { <span key={no}>{ space }<span class="sr">{ "(" }{ what }</span>{ words }<span class="sr">{ ")" }</span></span> }
}
