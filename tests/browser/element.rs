//! An element of the page, and what a reader can do with it.
//!
//! Everything here stops the test with a sentence when it fails, as in
//! [`crate::driver`], but for the two questions of a screen reader: an element
//! that has just gone has no role and no name.

use crate::driver::Browser;
use crate::wire::words;
use serde_json::{Value, json};

/// How the protocol names a reference to an element in JSON.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page, for as long as it stays in it.
pub(crate) struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl<'a> Element<'a> {
    /// What the driver answered with.
    pub(crate) fn new(browser: &'a Browser, reference: &Value) -> Self {
        let id = words(&reference[REFERENCE]);
        Self { browser, id }
    }

    /// Scrolls to its middle and clicks there, as a mouse would.
    #[track_caller]
    pub(crate) fn click(&self) {
        self.post("click", &json!({}));
    }

    /// Gives it the focus and types; see [`keys`] for other keys than letters.
    #[track_caller]
    pub(crate) fn write(&self, text: &str) {
        self.post("value", &json!({ "text": text }));
    }

    /// Empties a field.
    #[track_caller]
    pub(crate) fn clear(&self) {
        self.post("clear", &json!({}));
    }

    /// The text as it is shown.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        words(&self.get("text"))
    }

    /// An attribute as written, if it is there.
    #[track_caller]
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.get(&format!("attribute/{name}"));
        (!value.is_null()).then(|| words(&value))
    }

    /// A property as it is now, such as `value` or `checked`.
    #[track_caller]
    pub(crate) fn property(&self, name: &str) -> Value {
        self.get(&format!("property/{name}"))
    }

    /// Whether a checkbox, radio or option is chosen.
    #[track_caller]
    pub(crate) fn is_selected(&self) -> bool {
        self.get("selected") == Value::Bool(true)
    }

    /// Whether it can be seen at all.
    #[track_caller]
    pub(crate) fn is_shown(&self) -> bool {
        self.get("displayed") == Value::Bool(true)
    }

    /// The role that a screen reader announces; empty if it has gone.
    pub(crate) fn announced_role(&self) -> String {
        self.try_get("computedrole")
    }

    /// The name that a screen reader announces; empty if it has gone.
    pub(crate) fn announced_name(&self) -> String {
        self.try_get("computedlabel")
    }

    /// Whether a screen reader calls it so; the name need only be contained.
    pub(crate) fn is(&self, role: &str, name: &str) -> bool {
        self.announced_role() == role && self.announced_name().contains(name)
    }

    /// The element for [`Browser::script`].
    pub(crate) fn handle(&self) -> Value {
        json!({ REFERENCE: self.id })
    }

    fn try_get(&self, path: &str) -> String {
        let path = format!("element/{}/{path}", self.id);
        let answer = self.browser.call("GET", &path, None);
        answer.map(|value| words(&value)).unwrap_or_default()
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.browser.get(&format!("element/{}/{path}", self.id))
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        self.browser
            .post(&format!("element/{}/{path}", self.id), body)
    }
}

/// Keys that are no letters, as the protocol writes them.
pub(crate) mod keys {
    pub(crate) const BACKSPACE: &str = "\u{E003}";
    pub(crate) const TAB: &str = "\u{E004}";
    pub(crate) const ENTER: &str = "\u{E007}";
    pub(crate) const ESCAPE: &str = "\u{E00C}";
    pub(crate) const SHIFT: &str = "\u{E008}";
    pub(crate) const SPACE: &str = " ";
    pub(crate) const LEFT: &str = "\u{E012}";
    pub(crate) const UP: &str = "\u{E013}";
    pub(crate) const RIGHT: &str = "\u{E014}";
    pub(crate) const DOWN: &str = "\u{E015}";
    pub(crate) const PAGE_DOWN: &str = "\u{E00F}";
    pub(crate) const END: &str = "\u{E010}";
    pub(crate) const HOME: &str = "\u{E011}";
    pub(crate) const DELETE: &str = "\u{E017}";
}

/// What can have a role, so that not every element of the page is asked.
pub(crate) fn candidates(role: &str) -> &'static str {
    match role {
        "button" => "button, summary, input[type=button], input[type=submit], [role=button]",
        "checkbox" => "input[type=checkbox], [role=checkbox]",
        "radio" => "input[type=radio], [role=radio]",
        "searchbox" => "input[type=search], [role=searchbox]",
        "textbox" => "input, textarea, [role=textbox]",
        "combobox" => "select, input[list], [role=combobox]",
        "link" => "a[href], area[href], [role=link]",
        "heading" => "h1, h2, h3, h4, h5, h6, [role=heading]",
        "status" => "output, [role=status]",
        "group" => "fieldset, details, [role=group]",
        "figure" => "figure, [role=figure]",
        "table" => "table, [role=table]",
        "article" => "article, [role=article]",
        _ => "body *",
    }
}
