//! Browsers and hosts that do not let a copy be kept: the site works, and promises nothing.

use serde_json::json;

use super::host::{Fault, Host};
use super::{CACHES, build, line, run, tiny, until_line, workers};
use crate::driver::Browser;

fn works(browser: &Browser, host: &Host) {
    for page in ["/", "/about/"] {
        browser.go(&host.at(page));
        browser.until("the page", || build(browser) == "old");
        assert!(!line(browser).contains("Works offline"));
    }
}

#[test]
fn no_room() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/embed/years/"));
    let origin = host.at("").trim_end_matches('/').to_owned();
    browser.chromium(
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin, "quotaSize": 100 }),
    );
    browser.go(&host.at("/"));
    until_line(&browser, "could not be made");
    works(&browser, &host);
    assert_eq!(
        [workers(&browser), run(&browser, CACHES, &[])],
        [json!(0), json!({})]
    );
    let console = browser.console();
    assert!(
        !console.iter().any(|it| it.text.contains("Uncaught")),
        "{console:?}"
    );
    browser.chromium(
        "Storage.overrideQuotaForOrigin",
        &json!({ "origin": origin }),
    );
    browser.role("button", "Keep a copy").click();
    until_line(&browser, "Works offline");
}

#[test]
fn storage_that_was_cleared() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "Works offline");
    let origin = host.at("").trim_end_matches('/').to_owned();
    browser.chromium(
        "Storage.clearDataForOrigin",
        &json!({ "origin": origin, "storageTypes": "all" }),
    );
    browser.go(&host.at("/about/"));
    browser.until("the page", || build(&browser) == "old");
    until_line(&browser, "Works offline");
    browser.assert_no_errors();
}

#[test]
fn workers_that_are_not_allowed() {
    let browser = Browser::with(&[]);
    for denied in [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined; } })",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
         ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'NotSupportedError'))",
    ] {
        // Another port is another origin: nothing is left of the one before.
        let host = Host::start();
        host.publish("/", &tiny::site("old"));
        let source = json!({ "source": denied });
        let added = browser.chromium("Page.addScriptToEvaluateOnNewDocument", &source);
        works(&browser, &host);
        std::thread::sleep(std::time::Duration::from_millis(300));
        browser.assert_no_errors();
        assert!(!line(&browser).contains("Works offline"), "{denied}");
        browser.chromium("Page.removeScriptToEvaluateOnNewDocument", &added);
    }
}

/// Whatever stands where the reader's wish is kept, it is not what was written there.
#[test]
fn wishes_that_are_none() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    for wish in [
        "",
        "{",
        "null",
        "5",
        "[]",
        "\"x\"",
        "{\"tried\":\"x\",\"later\":[],\"off\":0}",
    ] {
        let put = "localStorage.setItem('offline /', arguments[0])";
        browser.script(put, &[json!(wish)]);
        browser.go(&host.at("/"));
        browser.until("the page", || build(&browser) == "old");
        until_line(&browser, "Works offline");
    }
    browser.assert_no_errors();
}

#[test]
fn a_window_that_keeps_nothing() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&["--incognito"]);
    browser.go(&host.at("/"));
    browser.until("the page", || build(&browser) == "old");
    until_line(&browser, "offline");
    browser.assert_no_errors();
}

#[test]
fn a_host_that_refuses_the_worker() {
    let browser = Browser::with(&[]);
    for fault in [
        Fault::Status(403),
        Fault::Status(500),
        Fault::Type("text/html"),
        Fault::Other("<!DOCTYPE html>"),
        Fault::Hang,
    ] {
        let host = Host::start();
        host.publish("/", &tiny::site("old"));
        host.fail("/sw.js", fault);
        browser.go(&host.at("/"));
        let end = if fault == Fault::Hang {
            "is being made"
        } else {
            "could not be made"
        };
        until_line(&browser, end);
        works(&browser, &host);
        host.mend();
    }
}
