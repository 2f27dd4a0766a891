//! An element of the page, and what a reader can do with it.
//!
//! Everything here stops the test with a sentence when it fails, as in
//! [`crate::driver`], but for the two questions of a screen reader: an element
//! that has just gone has no role and no name.

use crate::driver::Browser;
use crate::engine::Engine;
use crate::wire::words;
use serde_json::{Value, json};

/// How the protocol names a reference to an element in JSON.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The text as it is laid out, with single spaces.
const TEXT: &str = "
    const it = arguments[0];
    if (!it.getClientRects().length) return '';
    return (it.innerText ?? it.textContent).replace(/[ \\t\\u00a0]+/g, ' ')
        .replace(/ ?\\n[ \\n]*/g, '\\n').trim();";

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
        if self.browser.engine() == Engine::Chromium || !self.is_drawn() {
            self.post("click", &json!({}));
            return;
        }
        // Drivers say of a link around a drawing that it is not there to be clicked; readers can.
        let centre = "
            arguments[0].scrollIntoView({ block: 'center' });
            const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return [x + width / 2, y + height / 2].map(Math.round)";
        let at = self.browser.script(centre, &[self.handle()]);
        let way = json!({ "type": "pointerMove", "duration": 20, "x": at[0], "y": at[1] });
        let press = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
        let [down, up] = press;
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": [way, down, up] });
        self.browser.post("actions", &json!({ "actions": [mouse] }));
    }

    /// Whether it is a part of an SVG drawing.
    #[track_caller]
    fn is_drawn(&self) -> bool {
        let script = "return arguments[0] instanceof SVGElement";
        self.browser.script(script, &[self.handle()]) == true
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
        if self.browser.engine() == Engine::WebKit {
            // Its driver leaves out what only screen readers are told, and what parts cells.
            return words(&self.browser.script(TEXT, &[self.handle()]));
        }
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
        let role = self.try_get("computedrole");
        // GTK's word for a menu that opens.
        let menu = self.browser.engine() == Engine::WebKit && role == "button" && {
            let name = self
                .browser
                .call("GET", &format!("element/{}/name", self.id), None);
            name.is_ok_and(|it| it == "select")
        };
        if menu { "combobox".to_owned() } else { role }
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
