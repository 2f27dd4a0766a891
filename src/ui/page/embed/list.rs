//! The first statements of a selection, with the way to all of them.

use yew::prelude::*;

use super::foot::out;
use super::selection::Shown;
use super::unit;
use crate::explore::facet::kind_label;
use crate::explore::view::Sort;
use crate::explore::words;
use crate::ui::late::Found;

/// More than this many would make a frame a page of its own.
pub(super) const MOST: u32 = 6;

/// What it is called: "6 newest statements".
pub(super) fn name(found: &Found) -> String {
    let listed = found.results.total().min(MOST);
    let many = match (found.view.sort, found.view.q.trim()) {
        (Sort::Oldest, _) => "oldest statements",
        (Sort::Relevance, "") | (Sort::Newest, _) => "newest statements",
        _ => "statements that match best",
    };
    if listed == found.results.total() {
        return words::n_of(listed, "statement", "statements");
    }
    words::n_of(listed, many, many)
}

/// The list.
pub(super) fn list(shown: &Shown) -> Html {
    let results = &shown.found.results;
    let total = results.total();
    let listed = results.window(0..total.min(MOST));
    let left = total - listed.len() as u32;
    html! {
        <>
            <ol class="entries">
                for it in listed.into_iter().filter_map(|no| shown.library.unit(no)) {
                    <li key={it.unit.id}>
                        <article class="entry" data-unit={it.unit.id} data-kind={it.unit.kind.id()}>
                            <p class="kind">{ kind_label(it.unit.kind) }</p>
                            <h2>{ out([&shown.root, "pledge/", it.unit.id, "/"].concat(), it.unit.statement) }</h2>
                            { unit::quotation(it, 1) }
                            { unit::by(it) }
                        </article>
                    </li>
                }
            </ol>
            if total == 0 { <p>{ "Nothing in the corpus matches." }</p> }
            if left > 0 {
                <p class="ways">
                    { out([&*shown.root, &shown.full()].concat(), &["All ", &words::thousands(total)].concat()) }
                    { ", " }{ words::thousands(left) }{ " more than are listed here" }
                </p>
            }
        </>
    }
}
