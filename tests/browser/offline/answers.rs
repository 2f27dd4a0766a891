//! What the worker answers, and what it leaves to the host.

use serde_json::{Value, json};

use super::host::Host;
use super::{CACHES, UPDATE, checked, fetched, registered, run, tiny};
use crate::driver::Browser;

/// Whether the host was asked for anything by a `fetch` with these settings.
fn asks_host(host: &Host, browser: &Browser, address: &str, settings: &str) -> bool {
    host.log();
    run(
        browser,
        &format!("await (await fetch('{address}', {settings})).text()"),
        &[],
    );
    !host.log().is_empty()
}

#[test]
fn what_is_listed_comes_from_the_copy_and_nothing_else() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    for address in [
        "/",
        "/index.html",
        "/about/",
        "/about/index.html",
        "/data/pledges.csv",
        "/404-1.css",
        "/pledge/one/cite.bib",
    ] {
        assert!(!asks_host(&host, &browser, address, "{}"), "{address}");
    }
    let of_host = [
        ("/data/pledges.csv?x", "{}"),
        ("/data/pledges.csv", "{ headers: { Range: 'bytes=0-1' } }"),
        ("/data/pledges.csv", "{ method: 'POST' }"),
        ("/data/pledges.csv", "{ method: 'HEAD' }"),
        ("/data/pledges.csv", "{ cache: 'reload' }"),
        ("/card.png", "{}"),
        ("/embed/years/", "{}"),
        ("/robots.txt", "{}"),
        ("/offline.json", "{}"),
        ("/sw.js", "{}"),
        ("/nothing", "{}"),
        ("/style-0123456789abcdef.css", "{}"),
    ];
    for (address, settings) in of_host {
        assert!(
            asks_host(&host, &browser, address, settings),
            "{address} {settings}"
        );
    }
    // The page of another site on the origin is not of the list either.
    let part = json!([200, "@misc{one, old}\n"]);
    assert_eq!(fetched(&browser, "/pledge/one/cite.bib"), part);
}

#[test]
fn pages_are_found_by_any_form_of_their_address() {
    let host = Host::start();
    host.publish("/site/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/site/");
    host.end();
    for (address, comes_to) in [
        ("/site/", "/site/"),
        (
            "/site/?q=icb&theme=workforce",
            "/site/?q=icb&theme=workforce",
        ),
        (
            "/site/index.html?q=icb#results",
            "/site/index.html?q=icb#results",
        ),
        ("/site/about", "/site/about/"),
        ("/site/about?color=dark", "/site/about/?color=dark"),
        ("/site/about/", "/site/about/"),
        ("/site/pledge/one/index.html", "/site/pledge/one/index.html"),
    ] {
        browser.go(&host.at(address));
        assert_eq!(browser.address(), host.at(comes_to));
        assert_eq!(browser.find("#said").text(), "This is old", "{address}");
    }
    // The page for addresses that lead nowhere, with the sheet for its depth.
    let colour = "return getComputedStyle(document.querySelector('p')).color";
    for (address, color) in [
        ("/site/nothing", "rgb(255, 0, 0)"),
        ("/site/nothing/", "rgb(0, 255, 0)"),
        ("/site/about/nothing?q=x", "rgb(0, 255, 0)"),
    ] {
        browser.go(&host.at(address));
        assert_eq!(browser.title(), "Lost", "{address}");
        assert_eq!(browser.script(colour, &[]), color, "{address}");
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        assert_eq!(browser.script(status, &[]), 503);
        // By which `404.js` knows that nobody could be asked.
        let mark = "return 'away' in document.documentElement.dataset";
        assert_eq!(browser.script(mark, &[]), true);
    }
    assert_eq!(fetched(&browser, "/site/robots.txt")[0], "none");
    // What is named after its content is found from any folder, or answered with a status.
    let script = tiny::script("old");
    assert_eq!(fetched(&browser, &["/site/a/b/", &script].concat())[0], 200);
    let unknown = "/site/a/icon-0123456789abcdef.svg";
    assert_eq!(fetched(&browser, unknown)[0], 504);
}

/// Whoever takes a file out of the copy does not make the page lie.
#[test]
fn a_file_that_is_missing_is_fetched_again_or_told() {
    let host = Host::start();
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    let remove = "const [name] = await caches.keys();
        return (await caches.open(name)).delete(new URL('/about/', location));";
    assert_eq!(run(&browser, remove, &[]), true);
    assert_eq!(checked(&browser)["missing"], 0);
    assert_eq!(run(&browser, remove, &[]), true);
    // By now the host has other bytes: not ours.
    host.publish("/", &tiny::site("new"));
    let told = checked(&browser);
    assert_eq!(told["missing"], 1, "{told}");
    browser.go(&host.at("/"));
    super::until_line(&browser, "lacks 1 of ");
    browser.go(&host.at("/about/"));
    assert_eq!(browser.find("#said").text(), "This is new");
}

#[test]
fn two_sites_on_one_origin_leave_each_other_alone() {
    let host = Host::start();
    for path in ["/a/", "/b/", "/a/b/"] {
        host.publish(path, &tiny::site("old"));
    }
    let browser = Browser::with(&[]);
    for path in ["/a/", "/b/", "/a/b/"] {
        registered(&host, &browser, path);
    }
    run(
        &browser,
        "await (await caches.open('of somebody else')).put('/c', new Response('c'))",
        &[],
    );
    let of = |path: &str, all: &Value| -> Vec<String> {
        let ours = format!("pledge-explorer {} ", host.at(path));
        let names = all.as_object().unwrap().keys();
        names.filter(|it| it.starts_with(&ours)).cloned().collect()
    };
    let before = run(&browser, CACHES, &[]);
    assert_eq!(before.as_object().unwrap().len(), 4);
    // The one is renewed, then taken away.
    host.publish("/a/", &tiny::site("new"));
    browser.go(&host.at("/a/embed/years/"));
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    run(
        &browser,
        "(await navigator.serviceWorker.getRegistration()).waiting.postMessage('skip')",
        &[],
    );
    browser.until("the new worker", || {
        of("/a/", &run(&browser, CACHES, &[])) != of("/a/", &before)
    });
    browser.go(&host.at("/a/"));
    super::until_line(&browser, "Works offline");
    let after = run(&browser, CACHES, &[]);
    for path in ["/b/", "/a/b/"] {
        assert_eq!(of(path, &after), of(path, &before));
    }
    browser.role("button", "Remove").click();
    super::until_line(&browser, "No copy is kept");
    let left = run(&browser, CACHES, &[]);
    assert_eq!(left.as_object().unwrap().len(), 3, "{left}");
    assert_eq!(super::workers(&browser), 2);
    host.log();
    browser.go(&host.at("/b/"));
    super::until_line(&browser, "Works offline");
    browser.go(&host.at("/c/"));
    assert_eq!(
        browser.script("return navigator.serviceWorker.controller", &[]),
        Value::Null
    );
}
