//! The reader decides: what is kept without being asked for, and what is taken away again.

use serde_json::json;

use super::host::Host;
use super::{CACHES, line, run, tiny, until_line, workers};
use crate::driver::Browser;
use crate::element::keys::ENTER;

#[test]
fn a_copy_that_was_removed_stays_away_until_it_is_wanted() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "Works offline");
    let button = browser.role("button", "Remove");
    button.click();
    until_line(&browser, "No copy is kept for reading offline.");
    assert_eq!(
        [workers(&browser), run(&browser, CACHES, &[])],
        [json!(0), json!({})]
    );
    // The same button takes it back: the focus is not lost.
    assert!(browser.focused().text().starts_with("Keep a copy: 0.0 MB"));
    assert_eq!(
        browser.find(".offline [role=status]").text(),
        "No copy is kept for reading offline."
    );
    host.log();
    browser.go(&host.at("/about/"));
    until_line(&browser, "No copy is kept for reading offline.");
    assert!(!host.log().contains(&"/sw.js".to_owned()));
    // By key: the button goes, and the focus is on the line it stood in.
    let keep = browser.role("button", "Keep a copy");
    browser.script("arguments[0].focus()", &[keep.handle()]);
    browser.press(ENTER);
    until_line(&browser, "Works offline");
    assert_eq!(
        browser.focused().attribute("class").as_deref(),
        Some("offline")
    );
    browser.assert_no_errors();
}

/// Without a network what is removed is gone until there is one: that is said first.
#[test]
fn without_a_network_removing_takes_a_second_press() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "Works offline");
    let offline = "Object.defineProperty(navigator, 'onLine', { value: false })";
    browser.script(offline, &[]);
    browser.role("button", "Remove").click();
    until_line(&browser, "cannot be made again");
    assert_eq!(workers(&browser), json!(1));
    browser.role("button", "Keep it").click();
    until_line(&browser, "Works offline");
    browser.role("button", "Remove").click();
    until_line(&browser, "cannot be made again");
    host.end();
    browser.role("button", "Remove all the same").click();
    until_line(&browser, "No copy is kept for reading offline.");
    // With nobody to fetch it from nothing is promised.
    browser.role("button", "Keep a copy").click();
    until_line(&browser, "could not be made");
    assert!(line(&browser).contains("Try again"));
}

#[test]
fn a_large_copy_or_a_sparing_reader_is_asked_first() {
    let (host, mut site) = (Host::start(), tiny::site("old"));
    let small = site["offline.json"].clone();
    site.insert(
        "offline.json".to_owned(),
        b"{\"bytes\":214000000,\"files\":9,\"gzip\":31000000}".to_vec(),
    );
    host.publish("/", &site);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "Keep a copy: 214 MB, about 31 MB to load");
    assert!(!host.log().contains(&"/sw.js".to_owned()));
    site.insert("offline.json".to_owned(), small);
    host.publish("/", &site);
    let sparing = "Object.defineProperty(navigator.connection, 'saveData', { get: () => true })";
    browser.chromium(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": sparing }),
    );
    browser.go(&host.at("/about/"));
    until_line(&browser, "These pages can be kept for reading offline.");
    assert!(!host.log().contains(&"/sw.js".to_owned()));
    browser.role("button", "Keep a copy").click();
    until_line(&browser, "Works offline");
}

/// Nothing is promised while it is still being fetched.
#[test]
fn it_is_said_only_when_it_is_so() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    host.fail("/data/pledges.csv", super::host::Fault::Hang);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    until_line(&browser, "A copy for reading offline is being made …");
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert!(!line(&browser).contains("Works"));
    host.mend();
    until_line(&browser, "Works offline");
}
