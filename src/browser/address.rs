//! The address bar: reading its query, writing it, and hearing of Back and Forward.
//!
//! Invariant: a write that the browser refuses (they limit how often) changes nothing.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// Whether a write makes a place to go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// A new place in the history.
    Push,
    /// The same place under a new address.
    Replace,
}

/// The query part of the address, with its `?` where there is one.
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// Puts a query into the address bar; an empty one takes it away. The fragment stays
/// untouched when nothing changes.
pub fn write(query: &str, how: Write) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    if location.search().is_ok_and(|now| now == query) {
        return;
    }
    let Ok(mut address) = location.pathname() else {
        return;
    };
    address.push_str(query);
    if let Ok(history) = window.history() {
        // Safari and Firefox throw and Chromium ignores writes that come too
        // often; the next write then carries the whole state anyway.
        let _ = match how {
            Write::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            Write::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
        };
    }
}

/// Calls `heard` with the query whenever the reader goes back or forward, until dropped.
pub fn on_travel(heard: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        heard(query());
    }))
}
