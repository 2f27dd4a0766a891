//! A labelled menu of which one option is on.
//!
//! Invariant: what the menu shows is `value`, also after Back: browsers forget the `selected`
//! attribute once a reader has picked something, so it is set anew after each rendering.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a menu shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its label.
    pub label: &'static str,
    /// For each option its value and its text.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value that is on.
    pub value: AttrValue,
    /// Called with the value that was picked.
    pub onpick: Callback<String>,
}

/// A menu.
#[component]
pub fn Menu(props: &Props) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(props.value.clone(), move |value| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(value);
            }
        });
    }
    let onchange = props.onpick.reform(|event: Event| {
        let field = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    });
    html! {
        <label class="menu">
            <span>{ props.label }</span>
            <select ref={field} {onchange}>
                for (value, text) in &props.options {
                    <option key={value.as_str()} value={value.clone()} selected={*value == props.value}>{ text }</option>
                }
            </select>
        </label>
    }
}
