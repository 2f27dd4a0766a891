//! Small deeds on the page itself: focus, colour, and what was typed before the program woke.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Node};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The address of the page as the address bar has it; of the explorer, that is the view.
pub fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|it| it.href().ok()).unwrap_or_default()
}

/// The address of the folder that the page stands in, with a `/` at its end.
pub fn folder() -> String {
    let address = address();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let end = path.rfind('/').map_or(0, |at| at + 1);
    path.get(..end).unwrap_or_default().to_owned()
}

/// Finds an element by its id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// What stands in the element with that id.
pub fn children(id: &str) -> Vec<Node> {
    let mut children = Vec::new();
    let mut next = element(id).and_then(|it| it.first_child());
    while let Some(child) = next {
        next = child.next_sibling();
        children.push(child);
    }
    children
}

/// Moves focus to the element with that id, without scrolling further than needed.
pub fn focus(id: &str) {
    if let Some(Ok(element)) = element(id).map(JsCast::dyn_into::<HtmlElement>) {
        let _ = element.focus();
    }
}

/// Selects the text of the field with that id, so that typing replaces it.
pub fn select(id: &str) {
    if let Some(Ok(field)) = element(id).map(JsCast::dyn_into::<HtmlInputElement>) {
        field.select();
    }
}

/// Sets or removes an attribute of the page's root element, which style rules look at.
pub fn mark_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// A field that a reader may be typing in while the program starts.
pub struct Typed {
    /// What stands in it, if that is not what the page had put there.
    pub text: Option<String>,
    /// Where the caret is, if the field has focus.
    pub caret: Option<(u32, u32)>,
}

/// What was typed in the field with that id.
pub fn typed(id: &str) -> Option<Typed> {
    let field = element(id)?.dyn_into::<HtmlInputElement>().ok()?;
    let focused = document()?.active_element().is_some_and(|it| it.id() == id);
    let ends = || Some((field.selection_start().ok()??, field.selection_end().ok()??));
    let caret = if focused { ends() } else { None };
    let text = Some(field.value());
    let written = field.get_attribute("value").unwrap_or_default();
    Some(Typed {
        text: text.filter(|it| *it != written),
        caret,
    })
}

/// Gives focus and caret back to the field that had them, once the page has been drawn anew;
/// who has scrolled on meanwhile stays there.
pub fn resume_soon(id: &'static str, caret: (u32, u32)) {
    let resume = move || {
        if let Some(Ok(field)) = element(id).map(JsCast::dyn_into::<HtmlInputElement>) {
            let here = FocusOptions::new();
            here.set_prevent_scroll(true);
            let _ = field.focus_with_options(&here);
            let _ = field.set_selection_range(caret.0, caret.1);
        }
    };
    super::wait::after(0, resume).forget();
}

/// Moves focus to an element, and brings it back to the top where it has been scrolled past.
pub fn reveal(id: &str) {
    let passed = |element: &Element| element.get_bounding_client_rect().top() < 0.0;
    if let Some(element) = element(id).filter(passed) {
        element.scroll_into_view();
    }
    focus(id);
}
