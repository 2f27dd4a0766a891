//! New versions while pages are open: offered, taken by the one who asks, harmless to the others.

use super::host::Host;
use super::{CACHES, build, checked, fetched, line, run, second_window, tiny, to, until_line};
use crate::driver::Browser;
use pledges::site::names::hashed;
use serde_json::json;

const UPDATE: &str = "await (await navigator.serviceWorker.getRegistration()).update()";

/// A marker that is lost when the page is loaded again.
fn mark(browser: &Browser) {
    browser.script("self.mark = true", &[]);
}

fn marked(browser: &Browser) -> bool {
    browser.script("return self.mark === true", &[]) == true
}

fn opened(host: &Host) -> Browser {
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "Works offline: 0.0 MB kept on this device");
    browser
}

#[test]
fn a_new_version_is_offered_and_taken_by_who_asks() {
    let host = Host::start();
    let browser = opened(&host);
    mark(&browser);
    host.publish("/", &tiny::site("new"));
    run(&browser, UPDATE, &[]);
    let notice = browser.find(".update [role=status]");
    browser.until("the news", || notice.text().contains("A new version"));
    // Nothing has changed yet, not for a page opened now either.
    assert!(marked(&browser));
    assert_eq!(browser.focused().property("localName"), "body");
    let (first, second) = second_window(&browser);
    browser.go(&host.at("/about/"));
    assert_eq!(build(&browser), "old");
    browser.role("button", "Later").click();
    assert!(browser.all(".update").is_empty());
    assert_eq!(browser.focused().property("localName"), "h1");
    until_line(&browser, "A new version of these pages is ready.");
    mark(&browser);
    // The first tab takes it.
    to(&browser, &first);
    browser.role("button", "Reload").click();
    browser.until("the new version", || build(&browser) == "new");
    assert!(!marked(&browser));
    // The other is as it was, and still finds what its version had.
    to(&browser, &second);
    assert!(marked(&browser));
    assert_eq!(build(&browser), "old");
    let part = hashed("later.wasm", b"old");
    host.log();
    assert_eq!(
        fetched(&browser, &format!("../../{part}")),
        json!([200, "old"])
    );
    assert!(host.log().is_empty());
    // Its own button brings it up to date.
    browser.find(".offline button:not(.quiet)").click();
    browser.until("the new version here", || build(&browser) == "new");
    assert_eq!(checked(&browser)["missing"], 0);
    let left = run(&browser, CACHES, &[]);
    assert_eq!(left.as_object().unwrap().len(), 1, "{left}");
    browser.assert_no_errors();
}

#[test]
fn three_tabs_at_three_versions_all_go_on() {
    let host = Host::start();
    let browser = opened(&host);
    let (first, second) = second_window(&browser);
    let mut others = Vec::new();
    for (word, window) in [("second", &second), ("third", &first)] {
        to(&browser, window);
        browser.go(&host.at("/about/"));
        host.publish("/", &tiny::site(word));
        run(&browser, UPDATE, &[]);
        // The first tab stays at the first version; a third one takes each new version.
        let (_, third) = second_window(&browser);
        browser.go(&host.at("/"));
        mark(&browser);
        browser.role("button", "Reload").click();
        browser.until(word, || build(&browser) == word);
        others.push(third);
    }
    to(&browser, &second);
    assert_eq!(build(&browser), "old");
    host.log();
    for (window, word) in [(&second, "old"), (&first, "second")] {
        to(&browser, window);
        assert_eq!(build(&browser), word, "no tab was loaded again by itself");
        let part = hashed("later.wasm", word.as_bytes());
        assert_eq!(
            fetched(&browser, &format!("../../{part}")),
            json!([200, word])
        );
        assert!(!browser.all(".update").is_empty(), "each is told");
    }
    assert!(host.log().is_empty());
    // Two at once ask for the newest.
    for window in [&second, &first] {
        to(&browser, window);
        browser.role("button", "Reload").click();
    }
    for window in [&second, &first] {
        to(&browser, window);
        browser.until("the third version", || build(&browser) == "third");
    }
    // Older versions go when the last page that shows them has.
    assert_eq!(run(&browser, CACHES, &[]).as_object().unwrap().len(), 3);
    for window in &others {
        to(&browser, window);
        browser.call("DELETE", "window", None).expect("it closes");
    }
    to(&browser, &first);
    assert_eq!(checked(&browser)["missing"], 0);
    until_line(&browser, "Works offline");
    let left = run(&browser, CACHES, &[]);
    assert_eq!(left.as_object().unwrap().len(), 1, "{left}");
    assert!(!line(&browser).contains("new version"));
    browser.assert_no_errors();
}
