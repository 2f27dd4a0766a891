//! Above the results: what the words were taken for, and the way to what was typed.
//!
//! In: what `search` put right, if anything. Out: a line and a button, in a wrapper that
//! stays, so that the line is read out once when it comes and not again at every key.

use yew::prelude::*;

use super::later::{Part, draw};
use super::library::Corrected;
use super::search_box::FIELD;
use crate::browser::later::Later;
use crate::browser::page;
use crate::explore::view::Action;

/// The line, empty where nothing was put right.
pub fn said(correction: Option<&Corrected>, later: Later, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="correction">
            <p aria-live="polite">{ correction.map(|it| it.says.clone()) }</p>
            // What puts words right comes with the same part of the program.
            if let Some((it, here)) = correction.zip(later.here()) { { draw(here, Part::Exactly(it, dispatch)) } }
        </div>
    }
}

/// The way back to what was typed.
pub fn exactly(correction: &Corrected, dispatch: &Callback<Action>) -> Html {
    let (exact, dispatch) = (correction.exact.clone(), dispatch.clone());
    // The button goes, so that the reader is taken to what it changed.
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Say(exact.clone()));
        page::focus(FIELD);
    });
    html! { <button type="button" {onclick}>{ "Search for exactly what was typed" }</button> }
}
