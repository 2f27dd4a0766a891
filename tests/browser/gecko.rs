//! What Firefox lets only its own scripts do: the size of a page, the reader's wishes, the
//! network, the console.
//!
//! In: a [`Browser`] that is Firefox. Out: as [`crate::driver`] says. Invariant: whatever happens,
//! the next command is about the page again.

use serde_json::{Value, json};
use std::path::Path;

use crate::driver::{Browser, Message};
use crate::wire::words;

/// Runs a function's body as the browser itself would.
#[track_caller]
pub(crate) fn inside(browser: &Browser, body: &str, args: &[Value]) -> Value {
    browser.post("moz/context", &json!({ "context": "chrome" }));
    let answer = browser.call(
        "POST",
        "execute/sync",
        Some(&json!({ "script": body, "args": args })),
    );
    browser.post("moz/context", &json!({ "context": "content" }));
    answer.unwrap_or_else(|fault| panic!("inside Firefox: {fault}"))
}

/// Makes it as if it had just been started: another tab, no history, no storage, no wishes, and
/// a network.
#[track_caller]
pub(crate) fn forget(browser: &Browser) {
    browser.turn_to_another("tab");
    wishes(browser, &[]);
    offline(browser, false);
    let body = "
        Services.console.reset();
        return new Promise((done) => Services.clearData.deleteData(
            Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: () => done() }))";
    inside(browser, body, &[]);
}

/// Whether copies are kept for reading offline.
#[track_caller]
pub(crate) fn workers(browser: &Browser, keeps: bool) {
    let body = "Services.prefs.setBoolPref('dom.serviceWorkers.enabled', arguments[0])";
    inside(browser, body, &[json!(keeps)]);
}

/// Downloads go to a folder, and nobody is asked or told of them.
#[track_caller]
pub(crate) fn downloads(browser: &Browser, folder: &Path) {
    let body = "
        const { prefs } = Services;
        prefs.setStringPref('browser.download.dir', arguments[0]);
        prefs.setIntPref('browser.download.folderList', 2);
        prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
        prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);";
    inside(browser, body, &[json!(folder)]);
}

/// The page's size in CSS pixels, whatever the window's.
#[track_caller]
pub(crate) fn size(browser: &Browser, width: u32, height: u32) {
    let rect = json!({ "width": width.max(500) + 40, "height": height + 140 });
    browser.post("window/rect", &rect);
    let body = "
        const { style } = gBrowser.selectedBrowser;
        const [width, height] = arguments;
        for (const [name, px] of [['width', width], ['height', height]]) {
            style.setProperty('min-' + name, px + 'px', 'important');
            style.setProperty('max-' + name, px + 'px', 'important');
        }";
    inside(browser, body, &[json!(width), json!(height)]);
    browser.until("the page's size", || {
        browser.script("return [innerWidth, innerHeight]", &[]) == json!([width, height])
    });
}

/// What the page is told of its reader; what is not named is as the system says.
#[track_caller]
pub(crate) fn wishes(browser: &Browser, features: &[(&str, &str)]) {
    let value = |name: &str| {
        let found = features.iter().find(|it| it.0 == name);
        found.map(|it| it.1)
    };
    let scheme = match value("prefers-color-scheme") {
        Some("dark") => 0,
        Some("light") => 1,
        _ => 2,
    };
    let forced = match value("forced-colors") {
        Some("active") => 2,
        _ => 0,
    };
    let still = u8::from(value("prefers-reduced-motion") == Some("reduce"));
    let body = "
        const names = ['layout.css.prefers-color-scheme.content-override',
            'browser.display.document_color_use', 'ui.prefersReducedMotion'];
        names.forEach((name, at) => Services.prefs.setIntPref(name, arguments[at]));";
    inside(browser, body, &[json!(scheme), json!(forced), json!(still)]);
}

/// Takes the network away, or gives it back.
#[track_caller]
pub(crate) fn offline(browser: &Browser, offline: bool) {
    inside(
        browser,
        "Services.io.offline = arguments[0]",
        &[json!(offline)],
    );
}

/// Errors that a page has brought about, and refusals of its policy.
#[track_caller]
pub(crate) fn console(browser: &Browser) -> Vec<Message> {
    let body = "
        return Services.console.getMessageArray()
            .filter((it) => it instanceof Ci.nsIScriptError && !(it.flags & 1))
            .filter((it) => !/^(chrome|resource|moz-extension):/.test(it.sourceName))
            .filter((it) => /content|CSP|DOM|Security|Mixed|SRI|Service/i.test(it.category))
            // A request that the reader went away from has no address any more.
            .filter((it) => !it.message.includes('Failed to load ‘’'))
            .map((it) => `${it.category}: ${it.message}`)";
    let found = inside(browser, body, &[]);
    let found = found.as_array().cloned().unwrap_or_default();
    let severe = |it: &Value| Message {
        level: "SEVERE".to_owned(),
        text: words(it),
    };
    found.iter().map(severe).collect()
}
