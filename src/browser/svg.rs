//! Elements of SVG on the page: the surface that charts are shown on.
//!
//! Invariant: attributes and texts are set as such and never read as markup.

use core::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Document, Element, Event, PointerEvent, SvgElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element or a text; none where the browser would not make it.
pub type Node = Option<Drawn>;

/// What listens, until dropped.
pub type Listening = Option<EventListener>;

#[wasm_bindgen]
extern "C" {
    /// An element or a text of a drawing. Numbers go to the browser as numbers, for to write them
    /// out and to read them again takes longer than everything else.
    #[wasm_bindgen(extends = web_sys::Node, extends = web_sys::EventTarget)]
    #[derive(Clone, PartialEq)]
    pub type Drawn;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_words(this: &Drawn, name: &JsValue, value: &str);

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_number(this: &Drawn, name: &JsValue, value: i32);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn take_away(this: &Drawn, name: &JsValue);

    #[wasm_bindgen(method, setter, js_name = textContent)]
    fn set_count(this: &Drawn, count: u32);
}

/// Where elements are made.
pub struct Page {
    document: Document,
    /// Names of attributes that the browser has heard already.
    names: RefCell<Vec<(&'static str, JsValue)>>,
}

impl Page {
    /// The page that there is.
    pub fn find() -> Option<Self> {
        Some(Self {
            document: web_sys::window()?.document()?,
            names: RefCell::default(),
        })
    }

    /// Makes an element.
    pub fn make(&self, element: &str) -> Node {
        let made = self.document.create_element_ns(Some(SVG), element);
        made.ok().map(JsCast::unchecked_into)
    }

    /// Makes a text.
    pub fn text(&self, text: &str) -> Node {
        Some(self.document.create_text_node(text).unchecked_into())
    }

    /// Sets an attribute, or takes it away.
    pub fn set(&self, node: &Node, name: &'static str, value: Option<&str>) {
        let Some(node) = node else { return };
        self.named(name, |name| match value {
            Some(value) => node.set_words(name, value),
            None => node.take_away(name),
        });
    }

    /// Sets an attribute that is a number.
    pub fn number(&self, node: &Node, name: &'static str, value: i32) {
        let Some(node) = node else { return };
        self.named(name, |name| node.set_number(name, value));
    }

    fn named(&self, name: &'static str, deed: impl FnOnce(&JsValue)) {
        let mut names = self.names.borrow_mut();
        let known = names.iter().position(|it| core::ptr::eq(it.0, name));
        let place = known.unwrap_or_else(|| {
            names.push((name, name.into()));
            names.len() - 1
        });
        if let Some((_, name)) = names.get(place) {
            deed(name);
        }
    }

    /// The element that has the focus, if it is within this one.
    pub fn focused_in(&self, node: &Node) -> Node {
        let active = self.document.active_element()?;
        let within = node.as_ref()?.contains(Some(&active));
        within.then(|| active.unchecked_into())
    }
}

/// Makes a text say this.
pub fn write(text: &Node, words: &str) {
    let Some(text) = text else { return };
    match words.parse() {
        Ok(count) if count == 0 || !words.starts_with(['0', '+']) => text.set_count(count),
        _ => text.set_text_content(Some(words)),
    }
}

/// Puts an element into another, before one of those in there or at the end.
pub fn put(parent: &Node, node: &Node, before: Option<&Node>) {
    if let (Some(parent), Some(node)) = (parent, node) {
        let before = before.and_then(Option::as_ref).map(AsRef::as_ref);
        let _ = parent.insert_before(node.as_ref(), before);
    }
}

/// Takes an element away.
pub fn remove(node: &Node) {
    if let Some((parent, node)) = node.as_ref().and_then(|it| Some((it.parent_node()?, it))) {
        let _ = parent.remove_child(node.as_ref());
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
        node.as_ref(),
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

/// Whether an element has an attribute.
pub fn has(node: &Node, name: &str) -> bool {
    let element = node.as_ref().and_then(|it| it.dyn_ref::<Element>());
    element.is_some_and(|it| it.has_attribute(name))
}
