//! A list of thousands: laid out only near the window, and yet one list, reached to its end by
//! wheel, keys and screen reader.
//!
//! The five articles do not fill it, so these run only when asked for, on a long corpus:
//! `cargo xtask bench page`.

use serde_json::json;

use crate::driver::Browser;
use crate::element::keys;
use crate::explore::{explore, visit};

/// How many results the list says it has.
fn total(browser: &Browser) -> u32 {
    let first = browser.find(".entries > li");
    let total = first.attribute("aria-setsize").unwrap_or_default();
    total.parse().expect("a number of results")
}

/// The places of the entries in the page.
fn places(browser: &Browser) -> Vec<u32> {
    let script = "return [...document.querySelectorAll('.entries > li:not(.gap)')].map(li => +li.ariaPosInSet)";
    let places = browser.script(script, &[]);
    let places = places.as_array().cloned().unwrap_or_default();
    places
        .iter()
        .filter_map(|it| it.as_u64())
        .map(|it| it as u32)
        .collect()
}

/// Two frames, in which the list follows.
fn rest(browser: &Browser) {
    browser.script("return new Promise(r => setTimeout(r, 120))", &[]);
}

/// Whether entries, not a gap, stand wherever one looks.
fn filled(browser: &Browser) -> bool {
    let script = "return [...document.querySelectorAll('.entries .gap')].every(gap => { \
                  const { top, bottom } = gap.getBoundingClientRect(); \
                  return bottom <= 0 || top >= innerHeight; })";
    browser.script(script, &[]) == true
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn a_few_of_many_are_laid_out_and_each_knows_its_place() {
    let browser = explore("/");
    let total = total(&browser);
    assert!(total > 1_000, "{total}");
    browser.role("searchbox", "Search").write("a");
    browser.until("a short stretch of a long list", || {
        (1..=60).contains(&places(&browser).len())
    });
    assert_eq!(places(&browser)[0], 1);
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn scrolling_deep_and_back_shows_entries_everywhere() {
    let browser = explore("/");
    for share in [0.99, 0.5, 0.02, 0.7] {
        let to = "scrollTo(0, document.documentElement.scrollHeight * arguments[0])";
        browser.script(to, &[json!(share)]);
        browser.until("entries in sight", || filled(&browser));
        assert!(places(&browser).len() < 140);
    }
    // Upwards, over rows that have not been seen yet, what is read stays in place.
    for _ in 0..12 {
        let before = "const li = [...document.querySelectorAll('.entries > li:not(.gap)')]\
                      .find(li => li.getBoundingClientRect().top > 60); \
                      window.it = li; window.at = li.getBoundingClientRect().top; scrollBy(0, -400)";
        browser.script(before, &[]);
        rest(&browser);
        let moved = "return it.getBoundingClientRect().top - at";
        let moved = browser.script(moved, &[]).as_f64().unwrap_or_default();
        assert!((moved - 400.0).abs() < 2.0, "{moved}");
        assert!(filled(&browser));
    }
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn the_last_of_many_is_reached_by_the_keyboard() {
    let browser = explore("/");
    let total = total(&browser);
    browser.press(keys::END);
    browser.until("the last entry", || places(&browser).last() == Some(&total));
    browser.until("entries in sight", || filled(&browser));
    let last = browser
        .all(".entries > li:not(.gap) h3 a")
        .pop()
        .expect("an entry");
    browser.script("arguments[0].focus()", &[last.handle()]);
    browser.press(keys::HOME);
    browser.until("the first entry", || places(&browser).first() == Some(&1));
    // The focus has stayed where it was, far away, and goes on from there.
    assert_eq!(places(&browser).last(), Some(&total));
    let name = browser.focused().text();
    assert_eq!(name, last.text());
    browser.press(&keys::TAB.repeat(2));
    browser.until("the way from there", || {
        places(&browser).len() > 3 && filled(&browser)
    });
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn tab_goes_from_entry_to_entry_without_end() {
    let browser = explore("/");
    let link = browser.find(".entries h3 a");
    browser.script("arguments[0].focus()", &[link.handle()]);
    let place = "return +document.activeElement.closest('li[aria-setsize]')?.ariaPosInSet";
    for _ in 0..40 {
        browser.press(&keys::TAB.repeat(20));
        rest(&browser);
    }
    let at = browser.script(place, &[]).as_u64();
    assert!(at > Some(120), "{at:?}");
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn without_scrolling_a_button_leads_on() {
    let browser = explore("/");
    let before = *places(&browser).last().expect("an entry");
    let on = browser.role("button", "Go to result");
    browser.script("arguments[0].click()", &[on.handle()]);
    browser.until("the next entries", || {
        places(&browser).contains(&(before + 1))
    });
    let focused = "return +document.activeElement.closest('li[aria-setsize]')?.ariaPosInSet";
    browser.until("the focus in the next entry", || {
        browser.script(focused, &[]).as_u64() == Some(u64::from(before) + 1)
    });
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn back_from_a_page_leads_to_the_place_in_the_list() {
    let browser = explore("/");
    // Without the browser's own memory of the page, which would restore all of it.
    browser.script("addEventListener('unload', () => {})", &[]);
    browser.script(
        "scrollTo(0, document.documentElement.scrollHeight / 2)",
        &[],
    );
    browser.until("entries in sight", || filled(&browser));
    let seen = "return [...document.querySelectorAll('.entries > li:not(.gap)')]\
                .find(li => li.getBoundingClientRect().top >= 0).ariaPosInSet";
    // Where the reader is, is noted when scrolling rests.
    std::thread::sleep(std::time::Duration::from_millis(800));
    let before = browser.script(seen, &[]);
    browser.visit("/404.html");
    browser.back();
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
    browser.until("the same place", || browser.script(seen, &[]) == before);
    browser.assert_no_errors();
}

#[test]
#[ignore = "needs a long corpus; run `cargo xtask bench page`"]
fn a_long_table_is_stretched_alike() {
    let browser = explore("/?show=table");
    let rows = browser.find("table.units").attribute("aria-rowcount");
    let rows: u32 = rows
        .and_then(|it| it.parse().ok())
        .expect("a number of rows");
    browser.press(keys::END);
    let last = "return +[...document.querySelectorAll('.units tr')].at(-1).ariaRowIndex";
    browser.until("the last row", || {
        browser.script(last, &[]).as_u64() == Some(u64::from(rows))
    });
    visit(&browser, "/?show=table&q=zzzz");
    browser.assert_no_errors();
}
