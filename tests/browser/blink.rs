//! What Chromium keeps beyond a page, cleared away for the next test.
//!
//! In: a [`Browser`] that is Chromium and has served a test. Out: one that is as if it had just
//! been started, but for the program's own warmth. Invariant: what pages were told by the
//! browser's protocol ends with their tab, and nothing that a page kept is there any more.

use serde_json::{Value, json};
use std::collections::BTreeSet;

use crate::driver::Browser;

/// The time that a script may take, in milliseconds, where a test says nothing of it.
const SCRIPT: u32 = 30_000;

/// Another tab, no history, nothing kept of these origins, an empty console.
#[track_caller]
pub(crate) fn forget(browser: &Browser, origins: &BTreeSet<String>) {
    browser.turn_to_another("tab");
    // What is behind has no focus.
    tell(browser, "Page.bringToFront", &json!({}));
    browser.post("timeouts", &json!({ "script": SCRIPT }));
    for origin in origins {
        let all = json!({ "origin": origin, "storageTypes": "all" });
        tell(browser, "Storage.clearDataForOrigin", &all);
    }
    tell(browser, "Network.clearBrowserCache", &json!({}));
    browser.post("se/log", &json!({ "type": "browser" }));
}

/// Not as a test would: after it the window is as new.
#[track_caller]
fn tell(browser: &Browser, command: &str, parameters: &Value) {
    let body = json!({ "cmd": command, "params": parameters });
    browser.post("goog/cdp/execute", &body);
}
