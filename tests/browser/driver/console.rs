//! What a window complains of: its console, and in `WebKit`, whose driver hands out none, what the
//! page throws.
//!
//! In: a [`Browser`]. Out: lines of its console. Invariant: what was told once is told by every later
//! call, too.

use super::Browser;
use crate::engine::Engine;
use crate::gecko;
use crate::wire::words;
use serde_json::{Value, json};

const LISTEN: &str = "
    if (window.thrown) return;
    window.thrown = [];
    addEventListener('error', (event) => thrown.push(event.message));
    addEventListener('unhandledrejection', (event) => thrown.push(String(event.reason)));
    addEventListener('securitypolicyviolation', (event) => thrown.push(event.violatedDirective));";
const THROWN: &str = "
    const fault = document.getElementById('fault');
    return [...(window.thrown ?? []), ...(fault && !fault.hidden ? ['the program died'] : [])]";

/// A line of the browser's console.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub(crate) level: String,
    /// Where and what.
    pub(crate) text: String,
}

impl Browser {
    /// `WebKit`'s driver hands out no console: what is thrown from now on is noted in the page.
    #[track_caller]
    pub(super) fn listen(&self) {
        if self.engine == Engine::WebKit {
            self.script(LISTEN, &[]);
        }
    }

    /// Every console message so far; in Firefox errors only, in `WebKit` those of this page since
    /// it was loaded.
    #[track_caller]
    pub(crate) fn console(&self) -> Vec<Message> {
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => return gecko::console(self),
            Engine::WebKit => return self.thrown(),
        }
        let fresh = self.post("se/log", &json!({ "type": "browser" }));
        let fresh = fresh.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut console = self.console.borrow_mut();
        console.extend(fresh.iter().map(|entry| Message {
            level: words(&entry["level"]),
            text: words(&entry["message"]),
        }));
        console.clone()
    }

    /// What the listener has noted, and whether the program has died.
    #[track_caller]
    pub(super) fn thrown(&self) -> Vec<Message> {
        let noted = self.script(THROWN, &[]);
        let noted = noted.as_array().cloned().unwrap_or_default();
        let severe = |it: &Value| Message {
            level: "SEVERE".to_owned(),
            text: words(it),
        };
        noted.iter().map(severe).collect()
    }

    /// Stops the test if the console holds an error.
    #[track_caller]
    pub(crate) fn assert_no_errors(&self) {
        let mut errors = self.console();
        errors.retain(|message| message.level == "SEVERE");
        assert!(errors.is_empty(), "the console holds errors: {errors:#?}");
    }
}
