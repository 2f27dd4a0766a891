//! A page out of an old cache that names deleted files becomes whole by one reload, never more.

use serde_json::json;

use super::host::{Fault, Host};
use super::{build, run, tiny};
use crate::driver::Browser;

/// A reader who keeps no copy has the old page in the browser's own cache; the host has moved on.
fn stale(host: &Host) -> Browser {
    host.publish("/", &tiny::site("old"));
    host.cache("max-age=600", "no-store");
    let browser = Browser::with(&[]);
    browser.go(&host.at("/embed/years/"));
    run(
        &browser,
        "localStorage.setItem('offline /', '{\"off\":true}')",
        &[],
    );
    for page in ["/", "/?q=icb"] {
        browser.go(&host.at(page));
        browser.until("the old page", || build(&browser) == "old");
    }
    host.publish("/", &tiny::site("new"));
    browser.go(&host.at("/embed/years/"));
    host.log();
    browser
}

/// What stands in the page, also while it is being replaced.
fn said(browser: &Browser) -> String {
    let text = "return document.querySelector('#said')?.textContent ?? ''";
    crate::wire::words(&browser.script(text, &[]))
}

fn pages(host: &Host) -> usize {
    host.log().iter().filter(|it| *it == "/").count()
}

#[test]
fn it_heals_by_one_reload() {
    for fallback in [false, true] {
        let host = Host::start();
        let browser = stale(&host);
        host.fallback(fallback);
        browser.go(&host.at("/?q=icb#results"));
        browser.until("the new page", || build(&browser) == "new");
        assert_eq!(browser.address(), host.at("/?q=icb#results"));
        // Once to see whether there is a newer one, and once by the reload.
        let asked = pages(&host);
        assert_eq!(asked, 2, "fallback {fallback}");
        super::until_line(&browser, "No copy is kept");
    }
}

/// A style sheet alone is enough: it is seen that it is missing.
#[test]
fn a_missing_style_sheet_is_seen_too() {
    let (host, mut site) = (Host::start(), tiny::site("old"));
    let browser = stale(&host);
    // The same script as before, another style.
    let page = String::from_utf8(site["index.html"].clone()).unwrap();
    let style = page
        .split("href=style-")
        .nth(1)
        .unwrap()
        .split('>')
        .next()
        .unwrap();
    let style = format!("style-{style}");
    site.remove(&style);
    site.insert("style-0123456789abcdef.css".to_owned(), b"p{}".to_vec());
    site.insert(
        "index.html".to_owned(),
        page.replace(&style, "style-0123456789abcdef.css")
            .into_bytes(),
    );
    host.publish("/", &site);
    browser.go(&host.at("/"));
    browser.until("the new style", || {
        let has = "return document.styleSheets[0]?.href?.includes('0123456789abcdef') ?? false";
        browser.script(has, &[]) == true
    });
    assert!(pages(&host) <= 2);
}

#[test]
fn it_does_not_go_round_in_circles() {
    let host = Host::start();
    let browser = stale(&host);
    // Of the new build a script is missing, too.
    host.fail(&format!("/{}", tiny::script("new")), Fault::Status(404));
    browser.go(&host.at("/"));
    browser.until("the new page", || said(&browser) == "This is new");
    std::thread::sleep(std::time::Duration::from_millis(700));
    let asked = pages(&host);
    assert!(asked <= 3, "{asked} times");
    host.log();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(host.log(), Vec::<String>::new());
    // Read it can be all the same.
    assert_eq!(browser.find("#said").text(), "This is new");
}

#[test]
fn without_a_network_it_stays_as_it_is() {
    let host = Host::start();
    let browser = stale(&host);
    host.end();
    browser.go(&host.at("/"));
    assert_eq!(browser.find("#said").text(), "This is old");
    std::thread::sleep(std::time::Duration::from_millis(700));
    let kind = "return performance.getEntriesByType('navigation')[0].type";
    assert_eq!(browser.script(kind, &[]), "navigate");
    assert_eq!(
        run(&browser, "return [...document.scripts].length", &[]),
        json!(2)
    );
}
