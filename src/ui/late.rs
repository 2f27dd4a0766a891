//! Parts of the page that are drawn anew only when what they show has changed, and parts that
//! are folded away: these open as they should be, and while closed follow a moment later, off
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

/// What draws a part.
pub type Draw = Rc<dyn Fn(&Found) -> Html>;

/// A part that shows something of what was found.
#[derive(Properties)]
pub struct Props {
    /// What was asked and found.
    pub found: Found,
    /// All that it shows of that, in numbers; where there are any, nothing else counts.
    #[prop_or_default]
    pub shows: Box<[u32]>,
    /// How it shows that; always the same.
    pub draw: Draw,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.shows == other.shows && (!self.shows.is_empty() || self.found == other.found)
    }
}

/// Draws a part, if it has changed.
#[component]
pub fn Part(props: &Props) -> Html {
    (props.draw)(&props.found)
}

/// What is folded away.
#[derive(Properties)]
pub struct FoldedProps {
    /// Its class.
    pub class: &'static str,
    /// What it is called.
    pub summary: &'static str,
    /// Whether it stands open by itself.
    #[prop_or_default]
    pub open: bool,
    /// What it shows.
    pub found: Found,
    /// How it shows that; always the same.
    pub draw: Draw,
}

impl PartialEq for FoldedProps {
    fn eq(&self, other: &Self) -> bool {
        self.open == other.open && self.found == other.found
    }
}

/// A part of the page that can be unfolded.
#[component]
pub fn Folded(props: &FoldedProps) -> Html {
    let unfolded = use_state(|| false);
    let late = use_mut_ref(|| props.found.clone());
    let update = use_force_update();
    {
        let late = late.clone();
        use_effect_with(props.found.clone(), move |found| {
            let found = found.clone();
            let soon = wait::after(MOMENT, move || {
                late.replace(found);
                update.force_update();
            });
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
        late.borrow().clone()
    };
    html! {
        <details class={props.class} open={props.open} {ontoggle}>
            <summary>{ props.summary }</summary>
            <Part {found} draw={props.draw.clone()} />
        </details>
    }
}
