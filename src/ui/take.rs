//! A selection leaves the page: its records as data, its references, and a briefing pack.
//!
//! In: what was asked and found. Out: files, and the clipboard. Where no program runs, and as
//! long as nothing is left out, the links lead to the published files of the whole corpus;
//! else the very rows of those files are picked. Invariant: what is taken along is what the
//! list shows, in its order.

use std::rc::Rc;

use yew::prelude::*;

use super::late::Found;
use super::library::Library;
use super::link::{self, is_plain};
use super::taken::{self, Form};

/// What is taken along.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// What was asked and found.
    pub found: Found,
}

/// The ways to take a selection along.
#[component]
pub fn Take(props: &Props) -> Html {
    let told = use_state(|| "");
    let begin = {
        let shown = Rc::new((props.library, props.found.clone()));
        let tell = told.setter();
        move |form: Form| {
            tell.set("Preparing…");
            let tell = tell.clone();
            taken::take(&shown, form, move |told| tell.set(told));
        }
    };
    let link = |form: Form| {
        let begin = begin.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if is_plain(&event) {
                event.prevent_default();
                begin(form);
            }
        });
        html! { <li key={form.label()}><a href={form.file()} download={form.name()} {onclick}>{ form.label() }</a></li> }
    };
    let button = |form: Form| {
        let begin = begin.clone();
        let onclick = move |_: MouseEvent| begin(form);
        html! { <li key={form.label()} class="alive"><button type="button" {onclick}>{ form.label() }</button></li> }
    };
    html! {
        <details class="take">
            <summary>{ "Cite or download what is listed" }</summary>
            <div class="forms">
                <p id="take-data">{ "Records" }</p>
                <ul aria-labelledby="take-data">{ for [Form::Csv, Form::Json].map(link) }</ul>
                <p id="take-cite">{ "References" }</p>
                <ul aria-labelledby="take-cite">
                    { for [Form::Bibtex, Form::Ris, Form::Csl].map(link) }
                    { for [Form::Harvard, Form::Plain].map(button) }
                </ul>
                <p id="take-brief" class="alive">{ "To print or send" }</p>
                <ul aria-labelledby="take-brief" class="alive">{ button(Form::Brief) }</ul>
                <p>{ "In your page" }</p>
                <ul><li><a href={link::embed(props.library, &props.found.view, "list")}>{ "Embed" }</a></li></ul>
            </div>
            <p role="status" class="told">{ *told }</p>
        </details>
    }
}
