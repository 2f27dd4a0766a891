//! Elements of SVG on the page: the surface that charts are shown on.
//!
//! Invariant: attributes and texts are set as such and never read as markup.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, PointerEvent, SvgElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element; none where the browser would not make it.
pub type Node = Option<Element>;

/// What listens, until dropped.
pub type Listening = Option<EventListener>;

/// Where elements are made.
pub struct Page(Document);

impl Page {
    /// The page that there is.
    pub fn find() -> Option<Self> {
        Some(Self(web_sys::window()?.document()?))
    }

    /// Makes an element.
    pub fn make(&self, element: &str) -> Node {
        self.0.create_element_ns(Some(SVG), element).ok()
    }

    /// The element that has the focus, if it is within this one.
    pub fn focused_in(&self, node: &Node) -> Node {
        let active = self.0.active_element()?;
        node.as_ref()?.contains(Some(&active)).then_some(active)
    }
}

/// Sets an attribute, or takes it away.
pub fn set(node: &Node, name: &str, value: Option<&str>) {
    let Some(node) = node else { return };
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}

/// Makes this the text of an element.
pub fn write(node: &Node, text: &str) {
    if let Some(node) = node {
        node.set_text_content(Some(text));
    }
}

/// Puts an element into another, before one of those in there or at the end.
pub fn put(parent: &Node, node: &Node, before: Option<&Node>) {
    if let (Some(parent), Some(node)) = (parent, node) {
        let before = before.and_then(Option::as_ref).map(AsRef::as_ref);
        let _ = parent.insert_before(node, before);
    }
}

/// Takes an element away.
pub fn remove(node: &Node) {
    if let Some(node) = node {
        node.remove();
    }
}

/// Gives an element the focus, unless it has it.
pub fn focus(node: &Node) {
    if let Some(node) = node.as_ref().and_then(|it| it.dyn_ref::<SvgElement>()) {
        let _ = node.focus();
    }
}

/// Calls `heard` at every event of that name until dropped; `true` prevents what the browser
/// would do.
pub fn listen(
    node: &Node,
    event: &'static str,
    heard: impl Fn(&Event) -> bool + 'static,
) -> Listening {
    let options = EventListenerOptions::enable_prevent_default();
    let node = node.as_ref()?;
    Some(EventListener::new_with_options(
        node,
        event,
        options,
        move |event| {
            if heard(event) {
                event.prevent_default();
            }
        },
    ))
}

/// The value of an attribute of the nearest element around an event that has it.
pub fn nearest(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let found = target.closest(&["[", attribute, "]"].concat()).ok()??;
    found.get_attribute(attribute)
}

/// Lets a finger that came down here be heard wherever it goes on to.
pub fn let_go(event: &Event) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if let (Some(target), Some(pointer)) = (target, event.dyn_ref::<PointerEvent>())
        && target.has_pointer_capture(pointer.pointer_id())
    {
        let _ = target.release_pointer_capture(pointer.pointer_id());
    }
}
