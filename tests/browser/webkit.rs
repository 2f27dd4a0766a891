//! What `WebKit` keeps beyond a page, cleared away for the next test.
//!
//! In: a [`Browser`] that is `WebKit` and has served a test. Out: one that is as if it had just
//! been started. Invariant: a driven `WebKit` writes nothing to a disk, so what a page could keep is
//! in the storage of its origin, and goes with it.

use serde_json::json;
use std::collections::BTreeSet;

use crate::driver::Browser;

const CLEAR: &str = "localStorage.clear(); sessionStorage.clear()";

/// Another window, no history, nothing kept of these origins.
#[track_caller]
pub(crate) fn forget(browser: &Browser, origins: &BTreeSet<String>) {
    for origin in origins {
        // A host that is gone is none of the next test's.
        let there = json!({ "url": format!("{origin}/version.json") });
        if browser.call("POST", "url", Some(&there)).is_ok() {
            let clear = json!({ "script": CLEAR, "args": [] });
            let _ = browser.call("POST", "execute/sync", Some(&clear));
        }
    }
    browser.turn_to_another("window");
}
