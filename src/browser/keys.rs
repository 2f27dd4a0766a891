//! Keys that work anywhere on the page.
//!
//! Invariant: a key pressed while typing in a field, or together with Ctrl, Alt or Meta, is the
//! field's or the browser's own and is left alone.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `pressed` with the key's name; when it answers `true` the browser's own action for
/// that key is prevented. Works until dropped.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if key.ctrl_key() || key.alt_key() || key.meta_key() || in_field(key) {
            return;
        }
        if pressed(&key.key()) {
            key.prevent_default();
        }
    });
    Some(listener)
}

fn in_field(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"))
}
