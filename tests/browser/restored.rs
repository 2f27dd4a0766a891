//! Back and forward to a page that the browser has kept as it was: no second start, and all of
//! it right.
//!
//! In: a page and where the reader goes from there. Out: whether the browser kept the page, and
//! what it shows and does then. Invariant: nothing on a page keeps browsers from keeping it.

use serde_json::{Value, json};
use std::time::Duration;

use crate::driver::Browser;
use crate::explore::{comes_to, explore, n_entries, status, wake, write};
use crate::wire::words;

/// Marks the page, and notes whether it comes back.
const NOTE: &str = "
    window.mark = 'as it was';
    addEventListener('pageshow', (event) => { window.kept = event.persisted; });";

/// Why the browser did not keep the page, where it says.
const REASONS: &str = "
    const entry = performance.getEntriesByType('navigation')[0];
    return JSON.stringify(entry?.notRestoredReasons ?? null);";

/// Browsers do not keep a page that is left while it still asks for something, so what has come is
/// counted, in the page and in its frames, until there is no more.
const COME: &str = "
    const pages = [window, ...Array.from(frames)];
    const ready = pages.every((it) => it.document.readyState === 'complete');
    const come = pages.map((it) => it.performance.getEntriesByType('resource').length);
    return ready ? come.reduce((a, b) => a + b, 0) : -1;";

/// A browser may have reasons of its own not to keep a page once.
const TRIES: usize = 4;

#[track_caller]
fn comes_to_rest(browser: &Browser) {
    let mut before = -2;
    browser.until("the page to be at rest", || {
        let now = browser.script(COME, &[]).as_i64().unwrap_or(-1);
        let rests = now >= 0 && now == std::mem::replace(&mut before, now);
        if !rests {
            std::thread::sleep(QUIET);
        }
        rests
    });
}

/// So long nothing more comes to a page at rest.
const QUIET: Duration = Duration::from_millis(250);

/// Goes to another page of the site and comes back to this one, which has to be the very page.
#[track_caller]
fn away_and_back(browser: &Browser) {
    let kept = (0..TRIES).any(|_| {
        comes_to_rest(browser);
        browser.script(NOTE, &[]);
        browser.visit("/404.html");
        browser.back();
        browser.until("the page", || !browser.address().ends_with("404.html"));
        is_kept(browser)
    });
    assert_kept(browser, kept);
}

fn is_kept(browser: &Browser) -> bool {
    browser.until("all of the page", || {
        browser.script("return document.readyState", &[]) == "complete"
    });
    let kept = browser.script("return [window.mark ?? null, window.kept ?? null]", &[]);
    kept == json!(["as it was", true])
}

#[track_caller]
fn assert_kept(browser: &Browser, kept: bool) {
    assert!(
        kept,
        "{} was loaded again: {}",
        browser.address(),
        words(&browser.script(REASONS, &[]))
    );
}

fn charts(browser: &Browser) -> Value {
    let script =
        "return [...document.querySelectorAll('[data-chart] svg')].map((it) => it.outerHTML)";
    browser.script(script, &[])
}

#[test]
fn the_explorer_comes_back_as_it_was_and_goes_on() {
    let browser = explore("/");
    write(&browser, "medical sch");
    comes_to(&browser, "?q=medical%20sch");
    browser.until("what was found", || {
        status(&browser).starts_with("1 pledge ")
    });
    let all = (status(&browser), n_entries(&browser), charts(&browser));
    away_and_back(&browser);
    // WebKit empties the field, and the page puts the words back.
    browser.until("the words", || {
        browser.find("#q").property("value") == "medical sch"
    });
    let now = (status(&browser), n_entries(&browser), charts(&browser));
    assert_eq!(now, all);
    // It hears what is typed, and Back.
    write(&browser, "ools");
    comes_to(&browser, "?q=medical%20schools");
    let choice = browser.role("checkbox", "Workforce");
    choice.click();
    comes_to(&browser, "?q=medical%20schools&theme=workforce");
    browser.back();
    comes_to(&browser, "?q=medical%20schools");
    browser.assert_no_errors();
}

#[test]
fn pages_of_one_thing_and_views_in_frames_come_back_as_they_were() {
    let browser = Browser::open();
    for path in [
        "/pledge/double-medical-school-places/",
        "/thread/reorganisation/",
        "/article/hsj-2024-streeting-rcp/",
        "/about/",
        "/embed/",
        "/embed/years/",
        "/embed/unit/double-medical-school-places/",
    ] {
        browser.visit(path);
        away_and_back(&browser);
    }
    // A view that the program draws.
    browser.visit("/embed/years/?theme=workforce");
    browser.until("the view that was asked for", || {
        browser.script(
            "return document.body.textContent.includes('Workforce')",
            &[],
        ) == true
    });
    away_and_back(&browser);
    browser.assert_no_errors();
}

#[test]
fn forward_leads_to_the_page_as_it_was_left() {
    let browser = Browser::open();
    browser.visit("/about/");
    browser.visit("/?theme=workforce");
    wake(&browser);
    let all = status(&browser);
    let kept = (0..TRIES).any(|_| {
        comes_to_rest(&browser);
        browser.script(NOTE, &[]);
        browser.back();
        browser.until("the page before", || browser.address().ends_with("/about/"));
        browser.forward();
        browser.until("the explorer", || {
            browser.address().ends_with("?theme=workforce")
        });
        is_kept(&browser)
    });
    assert_kept(&browser, kept);
    assert_eq!(status(&browser), all);
    browser.assert_no_errors();
}
