//! How results are shown: their order and form, what is counted, and colours.

use yew::prelude::*;

use super::menu::Menu;
use crate::explore::series::Counting;
use crate::explore::view::{Action, Color, Show, Sort, View};

/// Order, form, what is counted, and colours.
pub fn toolbar(view: &View, dispatch: &Callback<Action>) -> Html {
    let searching = !view.q.trim().is_empty();
    // Without words nothing is more relevant than anything else: newest first is the default.
    let sorts = Sort::ALL
        .into_iter()
        .filter(|sort| searching || *sort != Sort::Newest);
    let sort_text = |sort| match sort {
        Sort::Relevance if searching => "Best match first",
        Sort::Relevance | Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
    };
    let sort_now = if searching || view.sort == Sort::Oldest {
        view.sort
    } else {
        Sort::Relevance
    };
    let show_text = |show| if show == Show::List { "List" } else { "Table" };
    let count_text = |count| {
        if count == Counting::Pledges {
            "Pledges"
        } else {
            "All statements"
        }
    };
    let color_text = |color| match color {
        Color::Auto => "As the system",
        Color::Light => "Light",
        Color::Dark => "Dark",
    };
    html! {
        <div class="toolbar" role="group" aria-label="How results are shown">
            { menu("Order", choices(sorts, Sort::id, sort_text, Action::Sort), sort_now.id(), dispatch) }
            { menu("Show as", choices(Show::ALL, Show::id, show_text, Action::Show), view.show.id(), dispatch) }
            { menu("Count", choices(Counting::ALL, Counting::id, count_text, Action::Count), view.count.id(), dispatch) }
            { menu("Colours", choices(Color::ALL, Color::id, color_text, Action::Color), view.color.id(), dispatch) }
        </div>
    }
}

/// One value of a setting: its id, what it is called, and what picks it.
type Choice = (&'static str, &'static str, Action);

/// The values of one setting.
fn choices<T: Copy>(
    values: impl IntoIterator<Item = T>,
    id: fn(T) -> &'static str,
    text: impl Fn(T) -> &'static str,
    act: fn(T) -> Action,
) -> Vec<Choice> {
    let values = values.into_iter();
    values.map(|it| (id(it), text(it), act(it))).collect()
}

/// A menu over the values of one setting.
fn menu(
    label: &'static str,
    choices: Vec<Choice>,
    now: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let options: Vec<(AttrValue, AttrValue)> = choices
        .iter()
        .map(|(id, text, _)| ((*id).into(), (*text).into()))
        .collect();
    let dispatch = dispatch.clone();
    let onpick = Callback::from(move |picked: String| {
        if let Some((_, _, act)) = choices.iter().find(|(id, ..)| *id == picked) {
            dispatch.emit(act.clone());
        }
    });
    html! { <Menu {label} {options} value={now} {onpick} /> }
}
