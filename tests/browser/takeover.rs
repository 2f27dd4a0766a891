//! The program takes the page over: with nothing lost, moved or broken, whatever was done to the
//! page before.
//!
//! In: the built site. Out: of [`takeover`], which runs only when asked for, a table of what
//! became of every kind of page after each deed, and of every page with none. Invariant: the
//! program is held back until the deed is done.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::taken::{ASKS, Row, table};
use crate::wire::words;

const WATCH: &str = include_str!("takeover.js");
/// What is done to the page in takeover.js; the first is nothing.
const DEEDS: [&str; 14] = [
    "nothing",
    "translated",
    "attributes",
    "elements",
    "split",
    "comments",
    "typed",
    "focused link",
    "focused filter",
    "focused chart",
    "ticked",
    "unfolded",
    "panned",
    "scrolled",
];
/// Views of the page that comes alive.
const VIEWS: [&str; 3] = ["", "?q=nurses", "?theme=workforce"];
/// One page of each other kind begins so.
const KINDS: [&str; 12] = [
    "pledge/",
    "article/",
    "thread/",
    "theme/",
    "speaker/",
    "pledges/",
    "articles/",
    "threads/",
    "themes/",
    "speakers/",
    "outlets/",
    "about/",
];
/// All addresses that pages lead to, from the root.
const CRAWL: &str = r##"
    const site = arguments[0], found = [site];
    for (const from of found) {
        const text = await (await fetch(from)).text();
        for (const [, href] of text.matchAll(/<a [^>]*?href="([^"#?]*)/g)) {
            const to = new URL(href, from).href.replace(/index\.html$/, "");
            if (to.startsWith(site) && to.endsWith("/") && !found.includes(to)) found.push(to);
        }
    }
    return found.map((it) => it.slice(site.length))"##;

fn held() -> Browser {
    let browser = Browser::open();
    browser.chromium(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": WATCH }),
    );
    browser
}

/// Opens the page, does the deed, lets the program go and gives what became of it.
fn taken_over(browser: &Browser, page: &str, deed: &str) -> Value {
    browser.go("about:blank");
    browser.visit(page);
    browser.script("return takeover.disturb(arguments[0])", &[json!(deed)]);
    if browser.script("return takeover.runs()", &[]) == true {
        browser.until("the program", || {
            browser.script("return takeover.came()", &[]) == true
        });
        browser.until("all of it", || {
            browser.script("return takeover.wake()", &[]) == true
        });
    }
    std::thread::sleep(std::time::Duration::from_millis(400));
    browser.script("return takeover.outcome(arguments[0])", &[json!(deed)])
}

fn every_deed(browser: &Browser, page: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut plain = None;
    for deed in DEEDS {
        let seen = taken_over(browser, page, deed);
        let text = words(&seen["text"]);
        let same = (!ASKS.contains(&deed) && deed != "unfolded")
            .then(|| *plain.get_or_insert_with(|| text.clone()) == text);
        let page = page.to_owned();
        rows.push(Row {
            page,
            deed,
            seen,
            same,
        });
    }
    rows
}

/// Prints; asserts nothing, as it is to compare with other ways.
#[test]
#[ignore = "a measurement; run `cargo xtask bench takeover`"]
fn takeover() {
    let site = std::env::var("PLEDGES_SITE").unwrap_or_default();
    let browser = Browser::open();
    browser.visit("");
    let pages = browser.script(CRAWL, &[json!(site)]);
    let pages: Vec<String> = pages.as_array().into_iter().flatten().map(words).collect();
    drop(browser);
    let browser = held();
    let mut chosen = VIEWS.to_vec();
    let first = |kind: &&str| pages.iter().find(|it| it.starts_with(kind));
    chosen.extend(KINDS.iter().filter_map(first).map(String::as_str));
    chosen.push("404.html");
    for page in chosen {
        let rows = every_deed(&browser, page);
        println!("{}", table(&rows));
        for row in rows {
            for fault in row.faults() {
                println!("{page} after {}: {fault}", row.deed);
            }
        }
    }
    let mut n_faults = 0;
    for page in &pages {
        let seen = taken_over(&browser, page, DEEDS[0]);
        let row = Row {
            page: page.clone(),
            deed: DEEDS[0],
            seen,
            same: None,
        };
        for fault in row.faults() {
            println!("{page}: {fault}");
            n_faults += 1;
        }
    }
    println!("{} pages, untouched: {n_faults} faults", pages.len());
}

#[test]
fn whatever_was_done_to_the_page_it_is_taken_over_as_it_stood() {
    let browser = held();
    let rows = every_deed(&browser, "");
    // A busy machine may draw later than this looks: what is lost for good is lost again.
    let lost = rows.iter().filter(|it| !it.faults().is_empty());
    let told = lost.map(|it| {
        let again = Row {
            page: it.page.clone(),
            deed: it.deed,
            seen: taken_over(&browser, "", it.deed),
            same: it.same,
        };
        (it.deed, again.faults())
    });
    let faulty: Vec<_> = told.filter(|it| !it.1.is_empty()).collect();
    assert!(faulty.is_empty(), "{faulty:#?}");
}
