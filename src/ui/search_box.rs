//! The search field and the line that says what it found.
//!
//! Without the program it is a plain form that asks for `?q=…`. Invariant: what stands in the
//! field is what the reader typed: this is drawn anew only when the page itself changes the
//! words, never to repeat what was typed, which by then may have gone on.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::explore::address::readable;
use crate::explore::view::Action;

/// The id of the field, which keys and the start of the program look for.
pub const FIELD: &str = "q";

/// What the search box shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the page has last put into the field, and how often it did.
    pub said: (u32, AttrValue),
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The search field.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    let oninput = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let field = event
                .target()
                .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                dispatch.emit(Action::Type(readable(&field.value()).to_owned()));
            }
        })
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Action::Say(String::new()));
            }
        })
    };
    // Enter has nothing left to do: results are there already.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="search" role="search" method="get" action="./" {onsubmit}>
            <label for={FIELD}>{ "Search pledges, quotations and people" }</label>
            <input
                id={FIELD}
                name="q"
                type="search"
                role="searchbox"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder="a word, a name, a figure, “a phrase”"
                aria-describedby="search-hint"
                value={props.said.1.clone()}
                {oninput}
                {onkeydown}
            />
            <p id="search-hint" class="hint">
                { "Results change as you type. Use “quotation marks” for a phrase and " }
                <code>{ "-word" }</code>
                { " to leave one out." }
            </p>
        </form>
    }
}
