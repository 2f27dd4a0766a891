//! Links that a plain click turns into an action, and that any other click, or a page
//! without the program, follows as links.

use yew::prelude::*;

use super::library::Library;
use crate::explore::address;
use crate::explore::view::{Action, View};

/// The address of the view after an action, relative to the explore page.
pub fn href(library: Library, view: &View, action: &Action) -> AttrValue {
    let query = address::print(library.corpus, &view.apply(action.clone()));
    if query.is_empty() {
        "./".into()
    } else {
        query.into()
    }
}

/// Whether a click asks for nothing but to follow the link here.
pub fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !held
}

/// A handler that acts on a plain left click and leaves every other click to the browser.
pub fn on_plain_click(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    })
}
/// Where the markup for a view is made, relative to the explore page. Of two selections beside one
/// another a list shows one only, so that they are shown as such.
pub fn embed(library: Library, view: &View, kind: &str) -> String {
    let kind = if kind == "list" && view.against.is_some() {
        "compare"
    } else {
        kind
    };
    let query = address::print(library.corpus, view);
    let rest = query.strip_prefix('?').map(|it| ["&", it].concat());
    ["embed/?view=", kind, &rest.unwrap_or_default()].concat()
}
