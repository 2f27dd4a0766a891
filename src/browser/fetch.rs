//! Files of the site itself, had when they are asked for.
//!
//! Invariant: nothing is asked of anybody else (the page's policy sees to that, too), and a
//! file that is not there, or not whole, is none.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Runs this beside the page.
pub fn later(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// The text of a file, by its address from the page.
pub async fn text(address: &str) -> Option<String> {
    let text = response(address).await?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// The bytes of a file, by its address from the page.
pub async fn bytes(address: &str) -> Option<Vec<u8>> {
    let bytes = response(address).await?.array_buffer().ok()?;
    let bytes = JsFuture::from(bytes).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

async fn response(address: &str) -> Option<Response> {
    let promise = web_sys::window()?.fetch_with_str(address);
    let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    response.ok().then_some(response)
}
