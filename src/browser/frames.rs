//! Frames on a page: what they show, the heights that they tell, and text that is to be copied
//! from a field.
//!
//! Invariant: a message counts only where it comes from the frame that is asked about.

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlIFrameElement;

use super::page;

/// Calls `heard` with the height that the frame with that id tells of itself, until dropped.
pub fn heights(id: &'static str, heard: impl Fn(u32) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "message", move |event| {
        if let Some(height) = height(id, event) {
            heard(height);
        }
    }))
}

fn height(id: &str, event: &JsValue) -> Option<u32> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let frame = page::element(id)?;
    let (source, own) = (get(event, "source")?, get(&frame, "contentWindow")?);
    if source.is_null() || source != own {
        return None;
    }
    let data = get(event, "data").filter(JsValue::is_object)?;
    let ours = get(&data, "type")?.as_string()? == "pledges:height";
    let height = get(&data, "height")?.as_f64()?;
    (ours && (1.0..20_000.0).contains(&height)).then_some(height as u32)
}

/// Shows another page of the site in the frame with that id.
///
/// The frame stays, and with it the place of whoever is in it by keyboard; the window's history
/// gains no entry, as it would by another `src`.
pub fn show(id: &str, address: &str) {
    let within = || {
        let frame = page::element(id)?.dyn_into::<HtmlIFrameElement>().ok()?;
        frame.content_window()
    };
    if let Some(within) = within() {
        // A frame whose page is gone cannot be led on; the link below it still can be followed.
        let _ = within.location().replace(address);
    }
}

/// Selects the text of the field with that id, and gives it the focus.
pub fn select(id: &str) {
    let Some(field) = page::element(id) else {
        return;
    };
    for name in ["focus", "select"] {
        let deed = Reflect::get(&field, &name.into());
        if let Some(Ok(deed)) = deed.ok().map(JsCast::dyn_into::<Function>) {
            let _ = deed.call0(&field);
        }
    }
}
