//! A view of a selection that the page was not written for, drawn where it stands.
//!
//! In: the element of the frame, and the query of its address. Out: the same page for that
//! selection. Invariant: what is asked for and is not known is left out and said, never an error.

use yew::prelude::*;

use super::EmbedView;
use super::selection::Shown;
use crate::explore::address;
use crate::explore::words;
use crate::ui::library::Library;

/// The element around all of a frame's page.
pub const FRAME: &str = "embed";

/// What is to be drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// As what.
    pub view: EmbedView,
    /// The query part of the address.
    pub query: AttrValue,
    /// The way from the page to the root of the site.
    pub root: AttrValue,
}

/// The page of a selection.
#[component]
pub fn Selected(props: &Props) -> Html {
    let shown = use_memo((props.view, props.query.clone()), |_| {
        let (view, notices) = address::parse(props.library.corpus, &props.query);
        let shown = Shown::new(props.library, props.view, props.root.clone(), view);
        let mut notes: Vec<String> = notices.iter().map(words::notice).collect();
        notes.extend(shown.notes.iter().cloned());
        (shown, notes)
    });
    let (shown, notes) = &*shown;
    shown.view(notes)
}

/// Draws what the address asks for, where the page is one that stands in a frame.
#[cfg(target_arch = "wasm32")]
pub fn begin() {
    use crate::browser::{address, page};

    let Some(root) = page::element(FRAME) else {
        return;
    };
    let view = root.get_attribute("data-view");
    let view = view.and_then(|id| EmbedView::of_selection(&id));
    let (Some(view), Some(library)) = (view, crate::embedded::library()) else {
        return;
    };
    let props = Props {
        library,
        view,
        query: address::query().into(),
        root: root.get_attribute("data-root").unwrap_or_default().into(),
    };
    yew::Renderer::<Selected>::with_root_and_props(root, props).render();
}

/// Where pages are written, nothing is drawn again.
#[cfg(not(target_arch = "wasm32"))]
pub const fn begin() {}
