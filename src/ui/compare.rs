//! Two selections beside one another: what each is, what it rests on, and how to begin.
//!
//! Invariant: A is always what the filters and the list show, and B what is kept beside it; each
//! stands with the number of its pledges and articles.

use std::rc::Rc;

use yew::prelude::*;

use super::chips;
use super::facet_list::Shelf;
use super::late::Found;
use super::link;
use crate::browser::page;
use crate::corpus::model::Side;
use crate::explore::facet::Facet;
use crate::explore::series::Basis;
use crate::explore::view::{Action, View};
use crate::explore::words;

/// Where it stands.
const PANEL: &str = "compare";

/// The comparison that goes on, or the ways to begin one.
pub fn panel(shelf: &Rc<Shelf>, found: &Found, dispatch: &Callback<Action>) -> Html {
    let view = &found.view;
    html! {
        <div class="compare" id={PANEL} role="group" aria-label="Comparison" tabindex="-1">
            { match (&view.against, found.results.other) {
                (Some(against), Some(other)) => going_on(shelf, found, (against, other), dispatch),
                _ => begin(shelf, view, dispatch),
            } }
        </div>
    }
}

fn going_on(
    shelf: &Shelf,
    found: &Found,
    (against, other): (&View, Basis),
    dispatch: &Callback<Action>,
) -> Html {
    let Found { view, results } = found;
    let row = |name: &'static str, selection: &View, basis: Basis| {
        html! {
            <div class="selection" data-selection={name}>
                <dt><span class="swatch" aria-hidden="true"></span>{ name }{ ": " }{ chips::named(shelf.library(), selection) }</dt>
                <dd>{ words::basis(basis, view.counting()) }</dd>
            </div>
        }
    };
    // The button that was pressed goes away, and the focus must not go with it.
    let stop = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Compare(None));
            page::focus(PANEL);
        })
    };
    html! {
        <>
            <dl>
                { row("A", view, results.basis) }
                { row("B", against, other) }
            </dl>
            <p class="actions">
                <button type="button" onclick={dispatch.reform(|_| Action::Swap)}>{ "Swap A and B" }</button>
                <button type="button" onclick={stop}>{ "Stop comparing" }</button>
            </p>
        </>
    }
}

fn begin(shelf: &Rc<Shelf>, view: &Rc<View>, dispatch: &Callback<Action>) -> Html {
    let library = shelf.library();
    let kept = view.selection();
    let keep = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Compare(Some(Box::new(kept.clone()))));
            page::focus(PANEL);
        })
    };
    // These links go as well.
    let go = |pair: Action| {
        let go = link::on_plain_click(dispatch, pair);
        Callback::from(move |event: MouseEvent| {
            if link::is_plain(&event) {
                page::focus(PANEL);
            }
            go.emit(event);
        })
    };
    html! {
        <details>
            <summary>{ "Compare two selections" }</summary>
            <p><button type="button" onclick={keep}>{ "Keep this selection as B, and choose A" }</button></p>
            <ul>
                for (no, (text, pair)) in ready(shelf, view).into_iter().enumerate() {
                    <li key={no}>
                        <a href={link::href(library, view, &pair)} onclick={go(pair)}>{ text }</a>
                    </li>
                }
            </ul>
        </details>
    }
}

/// Comparisons that nearly every corpus has an answer for.
fn ready(shelf: &Shelf, view: &View) -> Vec<(String, Action)> {
    let mut pairs = Vec::new();
    let sides = [Side::Government as u32, Side::Opposition as u32];
    if sides.iter().all(|side| shelf.lists(Facet::Side, *side)) {
        let text = "Said from government, and from opposition".to_owned();
        pairs.push((text, pair(view, Facet::Side, sides)));
    }
    if let Some(speakers) = shelf.speakers() {
        let name = |value| Facet::Speaker.value_label(shelf.library().corpus, value);
        let [one, other] = speakers.map(name);
        let text = [one, ", and ", other].concat();
        pairs.push((text, pair(view, Facet::Speaker, speakers)));
    }
    pairs
}

/// Goes to one value of a facet beside another, with all else as it is.
fn pair(view: &View, facet: Facet, [one, other]: [u32; 2]) -> Action {
    let with = |value| {
        let mut view = view.clone();
        view.chosen[facet as usize] = vec![value];
        view
    };
    let mut both = with(one);
    both.against = Some(Box::new(with(other).selection()));
    Action::Visit(Box::new(both))
}
