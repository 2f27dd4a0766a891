//! A version is kept whole or not at all, and what is kept is what was published.

use super::host::{Fault, Host};
use super::{CACHES, UPDATE, checked, fetched, registered, run, tiny, workers};
use crate::driver::Browser;
use pledges::site::offline::is_kept;
use serde_json::{Value, json};

#[test]
fn whatever_fails_the_old_version_stays_whole() {
    let (host, old, new) = (Host::start(), tiny::site("old"), tiny::site("new"));
    host.publish("/", &old);
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    let before = run(&browser, CACHES, &[]);
    let hasty = tiny::impatient(&new);
    let changed = |name: &&String| is_kept(name) && old.get(*name) != new.get(*name);
    let names: Vec<&String> = new.keys().filter(changed).collect();
    let mut tried = 0;
    for name in &names {
        if name.ends_with("cite.bib") {
            continue;
        }
        let address = format!("/{}", name.trim_end_matches("index.html"));
        let mut faults = vec![
            Fault::Status(404),
            Fault::Status(500),
            Fault::Cut,
            Fault::Hang,
            Fault::Other("something else"),
            Fault::To("http://127.0.0.1:1/elsewhere"),
        ];
        if name.ends_with(".html") || name.ends_with(".js") {
            faults.push(Fault::Type("text/plain"));
        }
        for fault in faults {
            let slow = fault == Fault::Hang;
            host.publish("/", if slow { &hasty } else { &new });
            host.fail(&address, fault);
            assert_eq!(
                run(&browser, UPDATE, &[]),
                "redundant",
                "{address} {fault:?}"
            );
            assert_eq!(run(&browser, CACHES, &[]), before, "{address} {fault:?}");
            host.mend();
            tried += 1;
        }
    }
    assert!(tried > 50, "{tried}");
    let csv = json!([200, "id\r\nold\r\n"]);
    assert_eq!(fetched(&browser, "../../data/pledges.csv"), csv);
    assert_eq!(checked(&browser)["missing"], 0);
    // The same update goes through once nothing fails.
    host.publish("/", &new);
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    let caches = run(&browser, CACHES, &[]);
    let counts: Vec<&Value> = caches.as_object().unwrap().values().collect();
    assert_eq!(counts.len(), 2);
    assert_eq!(counts[0], counts[1]);
}

#[test]
fn a_first_installation_that_fails_leaves_nothing() {
    let (host, site) = (Host::start(), tiny::site("old"));
    host.publish("/", &site);
    host.fail("/data/pledges.csv", Fault::Status(404));
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    super::until_line(&browser, "could not be made");
    assert_eq!(run(&browser, CACHES, &[]), json!({}));
    assert_eq!(workers(&browser), 0);
    // It is not tried again at every page, but when asked to.
    host.log();
    browser.go(&host.at("/about/"));
    super::until_line(&browser, "can be kept");
    assert!(!host.log().contains(&"/sw.js".to_owned()));
    host.mend();
    browser.role("button", "Keep a copy").click();
    super::until_line(&browser, "Works offline");
}

#[test]
fn an_update_fetches_what_changed_and_a_second_visit_nothing() {
    let (host, mut site) = (Host::start(), tiny::site("old"));
    host.publish("/", &site);
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    let mut first: Vec<String> = host.log();
    first.retain(|it| !it.starts_with("/embed") && it != "/favicon.ico");
    first.sort();
    let mut all: Vec<String> = site
        .keys()
        .filter(|it| is_kept(it) && !it.ends_with("cite.bib"))
        .map(|it| format!("/{}", it.trim_end_matches("index.html")))
        .collect();
    all.push("/sw.js".to_owned());
    all.sort();
    assert_eq!(
        first, all,
        "each file once, what can be cut from another not at all"
    );
    for page in [
        "/",
        "/?q=icb",
        "/index.html?q=icb&utm_source=x",
        "/about/",
        "/pledge/one",
    ] {
        browser.go(&host.at(page));
        super::until_line(&browser, "Works offline");
    }
    let mut again = host.log();
    again.retain(|it| it != "/sw.js" && it != "/favicon.ico");
    assert!(again.is_empty(), "{again:?}");
    site.insert("data/pledges.csv".to_owned(), b"id\r\nchanged\r\n".to_vec());
    site.insert(
        "about/index.html".to_owned(),
        b"<!DOCTYPE html>changed".to_vec(),
    );
    site.remove("404-1.css");
    tiny::finish(&mut site);
    host.publish("/", &site);
    browser.go(&host.at("/embed/years/"));
    host.log();
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    let mut asked = host.log();
    asked.sort();
    assert_eq!(asked, ["/about/", "/data/pledges.csv", "/sw.js"]);
    // Nothing new: no worker, and nothing is asked for but the script.
    assert_eq!(run(&browser, &UPDATE.replace("20000", "700"), &[]), "none");
    assert_eq!(host.log(), ["/sw.js"]);
}

/// The worker's script is asked for even where a host lets it be kept for a year.
#[test]
fn a_new_version_is_seen_whatever_the_host_lets_be_kept() {
    let host = Host::start();
    host.cache("max-age=31536000", "max-age=31536000");
    host.publish("/", &tiny::site("old"));
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    host.publish("/", &tiny::site("new"));
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    // And what it kept is not what the browser had kept before.
    let text = "const name = (await caches.keys())[1] ?? '';
        const texts = [];
        for (const it of await caches.keys()) texts.push(await (await (await caches.open(it)).match(new URL('../../about/', location))).text());
        return texts.map((it) => it.match(/This is (\\w+)/)[1]).sort();";
    assert_eq!(run(&browser, text, &[]), json!(["new", "old"]));
}

/// A host that is set back to the version before finds that version whole.
#[test]
fn a_return_to_the_version_before_harms_neither() {
    let (host, old) = (Host::start(), tiny::site("old"));
    host.publish("/", &old);
    let browser = Browser::with(&[]);
    registered(&host, &browser, "/");
    host.publish("/", &tiny::site("new"));
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    host.publish("/", &old);
    host.fail("/about/", Fault::Status(404));
    host.log();
    assert_eq!(run(&browser, UPDATE, &[]), "installed");
    assert_eq!(host.log(), ["/sw.js"], "all of it is there");
    assert_eq!(checked(&browser)["missing"], 0);
}
