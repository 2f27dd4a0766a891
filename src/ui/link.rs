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

/// A handler that acts on a plain left click and leaves every other click to the browser.
pub fn on_plain_click(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !held {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    })
}
