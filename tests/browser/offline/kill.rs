//! The kill switch of the repository takes any worker of the site out of a browser.

use serde_json::json;

use super::host::Host;
use super::{CACHES, run, tiny, workers};
use crate::driver::Browser;

const KILL: &str = include_str!("../../../deploy/sw-kill.js");

fn is_gone(host: &Host, browser: &Browser) {
    // At most the second page asks for the script and finds the switch.
    for _ in 0..2 {
        browser.go(&host.at("/about/"));
        browser.go(&host.at("/"));
    }
    browser.until("no worker", || workers(browser) == 0);
    assert_eq!(run(browser, CACHES, &[]), json!({ "of somebody else": 1 }));
    browser.until("the page of the host", || {
        browser.go(&host.at("/"));
        browser.script(
            "return document.querySelector('#said')?.textContent ?? ''",
            &[],
        ) == "This is old"
    });
    host.log();
    browser.go(&host.at("/about/"));
    assert!(host.log().contains(&"/about/".to_owned()));
    // The page does not bring it back by itself, and nothing goes round in circles.
    super::until_line(browser, "kept");
    assert!(host.log().iter().filter(|it| *it == "/sw.js").count() <= 1);
    assert_eq!(workers(browser), 0);
}

#[test]
fn it_takes_a_sound_worker_out() {
    let (host, mut site) = (Host::start(), tiny::site("old"));
    host.publish("/", &site);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    super::until_line(&browser, "Works offline");
    run(
        &browser,
        "await (await caches.open('of somebody else')).put('/c', new Response('c'))",
        &[],
    );
    site.insert("sw.js".to_owned(), KILL.into());
    host.publish("/", &site);
    is_gone(&host, &browser);
    // The next ordinary build may follow at any time.
    host.publish("/", &tiny::site("new"));
    browser.go(&host.at("/"));
    browser.role("button", "Keep a copy").click();
    super::until_line(&browser, "Works offline");
}

#[test]
fn it_takes_a_worker_out_that_answers_nonsense() {
    let (host, mut site) = (Host::start(), tiny::site("old"));
    let worker = String::from_utf8(site["sw.js"].clone()).unwrap();
    let nonsense = worker.replace(
        "if (listed) return kept(request, address);",
        "return new Response('nonsense');",
    );
    assert_ne!(nonsense, worker);
    site.insert("sw.js".to_owned(), nonsense.into());
    host.publish("/", &site);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    // As a page would: so that the next one does not at once register again.
    super::until_line(&browser, "Works offline");
    run(
        &browser,
        "await (await caches.open('of somebody else')).put('/c', new Response('c'))",
        &[],
    );
    browser.go(&host.at("/about/"));
    assert_eq!(
        browser.script("return document.body.textContent", &[]),
        "nonsense"
    );
    site.insert("sw.js".to_owned(), KILL.into());
    host.publish("/", &site);
    is_gone(&host, &browser);
}
