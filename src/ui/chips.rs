//! The chosen filters as removable chips above the results.

use yew::prelude::*;

use super::library::Library;
use crate::browser::page;
use crate::explore::facet::Facet;
use crate::explore::quoted::shown;
use crate::explore::view::{Action, View};
use crate::explore::words;

/// One filter that is on: what it is called and what takes it away.
pub struct Chip {
    /// Distinguishes it from the others.
    pub key: String,
    /// The facet's name.
    pub facet: &'static str,
    /// The value's name.
    pub value: AttrValue,
    /// What takes it away.
    pub remove: Action,
}

impl Chip {
    /// The filter in a sentence: “doctors”, or Theme: Workforce.
    pub fn named(&self) -> String {
        if self.key == "q" {
            ["“", &self.value, "”"].concat()
        } else {
            [self.facet, ": ", &self.value].concat()
        }
    }
}

/// Every filter that is on, words included, in the order of the page.
pub fn chips(library: Library, view: &View) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !view.q.trim().is_empty() {
        chips.push(Chip {
            key: "q".into(),
            facet: "Words",
            value: shown(&view.q).into(),
            remove: Action::Say(String::new()),
        });
    }
    for facet in Facet::ALL {
        for &value in view.chosen(facet) {
            let id = facet.id(library.corpus, value);
            chips.push(Chip {
                key: [facet.key(), "=", id].concat(),
                facet: facet.label(),
                value: facet.value_label(library.corpus, value).into(),
                remove: Action::Toggle(facet, value),
            });
        }
    }
    if let Some(span) = words::year_span(view) {
        chips.push(Chip {
            key: "years".into(),
            facet: "Years",
            value: span.into(),
            remove: Action::Years(None, None),
        });
    }
    chips
}

/// The list's id.
const LIST: &str = "chips";

/// What leaves nothing out, in words.
pub const EVERYTHING: &str = "everything";

/// A selection in words: "Theme: Workforce; Years: 2015 to 2018", or "everything".
pub fn named(library: Library, view: &View) -> String {
    let chips = chips(library, view);
    if chips.is_empty() {
        return EVERYTHING.to_owned();
    }
    let names: Vec<String> = chips.iter().map(Chip::named).collect();
    names.join("; ")
}

/// The chips as a list; always there, so that nothing around it moves in the tree.
pub fn list(library: Library, view: &View, dispatch: &Callback<Action>) -> Html {
    let chips = chips(library, view);
    let several = chips.len() > 1;
    // The button goes with what it takes away; who pressed it by key goes on from its list.
    let act = |action: Action| {
        dispatch.reform(move |_: MouseEvent| {
            page::focus(LIST);
            action.clone()
        })
    };
    html! {
        <ul class="chips" id={LIST} tabindex="-1" aria-label="Filters that are on">
            for chip in chips {
                <li key={chip.key}>{ button(chip.facet, chip.value, act(chip.remove)) }</li>
            }
            if several {
                <li key="clear">
                    <button type="button" class="clear" onclick={act(Action::Clear)}>{ "Clear all" }</button>
                </li>
            }
        </ul>
    }
}

fn button(facet: &'static str, value: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="chip" {onclick}>
            <span class="sr">{ "Remove filter: " }</span>
            <span class="chip-facet">{ facet }{ ": " }</span>
            // Words from right to left keep to their place.
            <bdi>{ value }</bdi>
            <span class="x" aria-hidden="true">{ "×" }</span>
        </button>
    }
}
