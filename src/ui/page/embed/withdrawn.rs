//! What stands in a frame whose record was withdrawn: that it was, when, why, and what instead.

use yew::prelude::*;

use super::foot::{foot, holds, out};
use super::removed;
use crate::ui::library::Library;
use crate::ui::text::time;

/// The view.
pub(super) fn view(library: Library, no: u32, root: &str) -> Html {
    let Some(it) = library.corpus.removed.get(no as usize) else {
        return html! {};
    };
    let page = |id: &str| [it.kind.folder(), "/", id, "/"].concat();
    html! {
        <>
            <main class="withdrawn" data-removed={it.id}>
                <h1>{ removed::title(it.kind) }</h1>
                <p>{ "It was withdrawn from the corpus on " }{ time(it.day) }{ " and is counted nowhere." }</p>
                <p>{ it.reason }</p>
                if let Some(title) = removed::instead(library.corpus, it) {
                    <p>{ "In its place: " }{ out([root, &page(it.replaced_by)].concat(), title) }</p>
                }
            </main>
            { foot(library, root, &page(it.id), &holds(library.corpus)) }
        </>
    }
}
