//! The fields of the form that every view has, and what fields are made of.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::wish::Wish;
use crate::explore::view::{Color, View};
use crate::ui::menu::Menu;

/// What an input holds after an event.
pub(super) fn value(event: &Event) -> String {
    let field = event.target();
    let field = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    field.map(|it| it.value()).unwrap_or_default()
}

/// One of several, all of them seen.
pub(super) fn radios(
    legend: &'static str,
    name: &'static str,
    choices: &[(&'static str, AttrValue)],
    now: &str,
    pick: &Callback<String>,
) -> Html {
    html! {
        <fieldset class="facet radios" data-field={name}>
            <legend>{ legend }</legend>
            for (id, text) in choices {
                <label key={*id} class="choice">
                    <input type="radio" {name} value={*id} checked={*id == now} onchange={pick.reform(|event: Event| value(&event))} />
                    <span class="choice-label">{ text }</span>
                </label>
            }
        </fieldset>
    }
}

/// Size, colours, and whether it follows the corpus.
pub(super) fn how(wish: &Rc<Wish>, suggested: u32, change: &Callback<Wish>) -> Html {
    let set = |edit: fn(&mut Wish, String)| {
        let (wish, change) = (wish.clone(), change.clone());
        Callback::from(move |value: String| {
            let mut new = (*wish).clone();
            edit(&mut new, value);
            change.emit(new);
        })
    };
    let width = set(|wish, text| wish.width = within(&text, 240, 2000));
    let height = set(|wish, text| wish.height = within(&text, 120, 6000));
    let color = set(|wish, id| {
        let color = Color::ALL.into_iter().find(|it| it.id() == id);
        wish.view = View {
            color: color.unwrap_or_default(),
            ..wish.view.clone()
        };
    });
    let live = set(|wish, id| wish.live = id == "yes");
    let colors = [
        (Color::Auto, "The reader’s own"),
        (Color::Light, "Light"),
        (Color::Dark, "Dark"),
    ];
    let colors: Vec<(AttrValue, AttrValue)> = colors
        .map(|(color, text)| (color.id().into(), text.into()))
        .into();
    let versions: [(&str, AttrValue); 2] = [
        ("yes", "Live: follows the corpus".into()),
        (
            "no",
            "Frozen: stays as it is today, and says what came since".into(),
        ),
    ];
    html! {
        <>
            <fieldset class="facet sizes" data-field="size">
                <legend>{ "Size and colours" }</legend>
                { number("Width in px", "all there is".into(), wish.width, [240, 2000], width) }
                { number("Height in px", suggested.to_string(), wish.height, [120, 6000], height) }
                <Menu label="Colours" options={colors} value={wish.view.color.id()} onpick={color} />
            </fieldset>
            { radios("Version", "live", &versions, if wish.live { "yes" } else { "no" }, &live) }
        </>
    }
}

/// A number that may be left out.
fn number(
    label: &'static str,
    placeholder: String,
    now: Option<u32>,
    [least, most]: [u32; 2],
    pick: Callback<String>,
) -> Html {
    let now = now.map_or_else(String::new, |it| it.to_string());
    html! {
        <label class="menu">
            <span>{ label }</span>
            <input type="number" inputmode="numeric" min={least.to_string()} max={most.to_string()} {placeholder} value={now} onchange={pick.reform(|event: Event| value(&event))} />
        </label>
    }
}

/// The nearest number that is offered; none where nothing was typed.
fn within(text: &str, least: u32, most: u32) -> Option<u32> {
    // Whole numbers only, as reading others would be carried to every reader.
    let whole = text.trim().split(['.', ',']).next()?;
    let number: u32 = whole.parse().ok()?;
    Some(number.clamp(least, most))
}
