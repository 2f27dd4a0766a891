//! Above the results: what the words were taken for, and the way to what was typed.
//!
//! In: what `search` put right, if anything. Out: a line and a button, in a wrapper that
//! stays, so that the line is read out once when it comes and not again at every key.

use yew::prelude::*;

use super::search_box::FIELD;
use crate::browser::page;
use crate::explore::view::Action;
use crate::explore::words;
use crate::search::Correction;

/// The line, empty where nothing was put right.
pub fn said(correction: Option<&Correction>, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="correction">
            <p aria-live="polite">{ correction.map(words::correction) }</p>
            if let Some(correction) = correction { { exactly(correction, dispatch) } }
        </div>
    }
}

fn exactly(correction: &Correction, dispatch: &Callback<Action>) -> Html {
    let (exact, dispatch) = (correction.exact.clone(), dispatch.clone());
    // The button goes, so that the reader is taken to what it changed.
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::Say(exact.clone()));
        page::focus(FIELD);
    });
    html! { <button type="button" {onclick}>{ "Search for exactly what was typed" }</button> }
}
