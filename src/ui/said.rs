//! What a screen reader is told when something has changed: once typing stops, not at each key.
//!
//! In: a text, and how long it has to rest. Out: a live region, which is heard and not seen.
//! Invariant: the newest text is always told in the end.

use yew::prelude::*;

use crate::browser::wait;

/// A text that is told.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it says now.
    pub text: AttrValue,
    /// How long it has to stay so before it is told, ms; 0 tells it at once.
    pub rest: u32,
    /// Its role: `status` for what was found, `log` for what else has changed.
    pub role: &'static str,
}

/// Tells it.
#[component]
pub fn Said(props: &Props) -> Html {
    let told = use_mut_ref(|| props.text.clone());
    let update = use_force_update();
    if props.rest == 0 {
        told.replace(props.text.clone());
    }
    {
        let told = told.clone();
        use_effect_with((props.text.clone(), props.rest), move |(text, rest)| {
            let text = text.clone();
            let soon = (*rest > 0).then(|| {
                wait::after(*rest, move || {
                    told.replace(text);
                    update.force_update();
                })
            });
            move || drop(soon)
        });
    }
    let text = told.borrow().clone();
    html! { <p role={props.role} class="sr">{ text }</p> }
}
