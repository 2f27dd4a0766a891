//! The app: finds the page that is already there and brings it to life.

/// Starts the explore page in the element `app`, where the static page stands; what was
/// typed meanwhile is kept.
#[cfg(target_arch = "wasm32")]
fn main() {
    use pledges::browser::{address, page};
    use pledges::embedded;
    use pledges::ui::app::{App, Props};
    use pledges::ui::search_box::FIELD;

    let Some(root) = page::element("app") else {
        return;
    };
    let Some(library) = embedded::library() else {
        return;
    };
    let typed = page::typed(FIELD);
    let mut query = address::query();
    if let Some(typed) = typed.as_ref().filter(|typed| !typed.text.is_empty()) {
        query = pledges::explore::address::with_words(library.corpus, &query, &typed.text);
    }
    let props = Props {
        library,
        query: query.into(),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    if let Some(caret) = typed.and_then(|typed| typed.caret) {
        page::resume_soon(FIELD, caret);
    }
}

/// The app runs in the browser only; `cargo xtask serve` builds and serves it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in the browser: try `cargo xtask serve`.");
}
