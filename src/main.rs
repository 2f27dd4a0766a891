//! The app: finds the page that is already there and brings its explorer to life.

/// Starts the explorer in the place where it stands written already; what was typed
/// meanwhile is kept.
#[cfg(target_arch = "wasm32")]
fn main() {
    use pledges::browser::{address, page};
    use pledges::embedded;
    use pledges::ui::app::{App, Props};
    use pledges::ui::page::ALIVE;
    use pledges::ui::search_box::FIELD;

    let Some(root) = page::element(ALIVE) else {
        return;
    };
    let Some(library) = embedded::library() else {
        return;
    };
    let typed = page::typed(FIELD);
    let mut query = address::query();
    if let Some(text) = typed.as_ref().and_then(|typed| typed.text.as_ref()) {
        query = pledges::explore::address::with_words(library.corpus, &query, text);
        address::write(&query, address::Write::Replace);
    }
    let props = Props {
        library,
        query: query.into(),
        still: pledges::ui::still::Still::find(),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    if let Some(caret) = typed.and_then(|typed| typed.caret) {
        page::resume_soon(FIELD, caret);
    }
}

/// The loader tells that the part which follows is there, or could not be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn later(came: bool) {
    pledges::ui::later::tell(came);
}

/// The app runs in the browser only; `cargo xtask serve` builds and serves it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in the browser: try `cargo xtask serve`.");
}
