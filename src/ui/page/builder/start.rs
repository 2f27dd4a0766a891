//! The way into the part of the program that only the builder's own page loads.
//!
//! In: the page. Out: the builder, drawn. `split` cuts the program at [`draw`]: who only explores
//! never loads what is behind it. Invariant: nobody calls it but on a page that has the place for
//! the builder, whose script brings that part before it lets the program begin.

#[cfg(target_arch = "wasm32")]
use crate::browser::page;

/// Draws the builder, where the page is its own.
#[cfg(target_arch = "wasm32")]
pub fn begin() {
    if let Some(root) = page::element(super::PLACE) {
        draw(root);
    }
}

/// Where pages are written, nothing is drawn again.
#[cfg(not(target_arch = "wasm32"))]
pub const fn begin() {}

/// Draws it there. Never inlined, so that there is a place to cut.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn draw(root: web_sys::Element) {
    use super::app::{Builder, Props};
    use super::measured;
    use super::wish::FOLDER;
    use crate::browser::{address, save};

    let Some(library) = crate::embedded::library() else {
        return;
    };
    let site = root.get_attribute("data-site").unwrap_or_default();
    let threads = root.get_attribute("data-threads").unwrap_or_default();
    let here = page::folder();
    let known = !site.is_empty();
    let site = if site.is_empty() {
        here.strip_suffix(FOLDER).unwrap_or(&here).to_owned()
    } else {
        site
    };
    let props = Props {
        library,
        query: address::query().into(),
        site: site.into(),
        known,
        threads: measured::parse(&threads).into(),
        day: save::today().into(),
    };
    yew::Renderer::<Builder>::with_root_and_props(root, props).render();
}
