//! What is folded away: it opens as it should be, and while closed follows a moment later, off
//! the way from a key to the screen.
//!
//! Invariant: what can be seen is never late.

use std::rc::Rc;

use web_sys::{Event, HtmlDetailsElement};
use yew::prelude::*;

use crate::browser::wait;
use crate::explore::results::Results;
use crate::explore::view::View;

/// How much later, ms.
const MOMENT: u32 = 50;

/// What was asked and what was found; equal when it is the same.
#[derive(Clone)]
pub struct Found {
    /// What was asked for.
    pub view: Rc<View>,
    /// What was found.
    pub results: Rc<Results<'static>>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results) && Rc::ptr_eq(&self.view, &other.view)
    }
}

/// What is folded away.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its class.
    pub class: &'static str,
    /// What it is called.
    pub summary: &'static str,
    /// Whether it stands open by itself.
    #[prop_or_default]
    pub open: bool,
    /// What it shows.
    pub found: Found,
    /// How it shows it; always the same.
    pub show: Callback<Found, Html>,
}

/// A part of the page that can be unfolded.
#[component]
pub fn Folded(props: &Props) -> Html {
    let unfolded = use_state(|| false);
    let late = use_state_eq(|| props.found.clone());
    {
        let late = late.setter();
        use_effect_with(props.found.clone(), move |found| {
            let found = found.clone();
            let soon = wait::after(MOMENT, move || late.set(found));
            move || drop(soon)
        });
    }
    let ontoggle = {
        let unfolded = unfolded.setter();
        Callback::from(move |event: Event| {
            let details = event.target_dyn_into::<HtmlDetailsElement>();
            unfolded.set(details.is_some_and(|it| it.open()));
        })
    };
    let seen = *unfolded || props.open;
    let found = if seen {
        props.found.clone()
    } else {
        (*late).clone()
    };
    html! {
        <details class={props.class} open={props.open} {ontoggle}>
            <summary>{ props.summary }</summary>
            <Inside {found} show={props.show.clone()} />
        </details>
    }
}

/// What is inside of it.
#[derive(Properties, PartialEq)]
struct InsideProps {
    found: Found,
    show: Callback<Found, Html>,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    html! { <div>{ props.show.emit(props.found.clone()) }</div> }
}
