//! How fast what was typed reaches the screen, and that none of it is lost.
//!
//! In: the built site. Out: of [`pace`], which runs only when asked for, the median and 95th
//! percentile of the time from a key to the painted frame that shows all it changes – for
//! the page, and for a bare field beside it. Invariant: keys are real key events, sent
//! without waiting for the page.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::element::keys;
use crate::explore::{explore, status, visit, wake};
use crate::wire::words;

const WATCH: &str = include_str!("pace.js");
/// What people type: some 200 letters.
const WORDS: [&str; 12] = [
    "waiting lists",
    "workforce and training",
    "\"top-down reorganisation\"",
    "pay rise for nurses",
    "hospital -strike",
    "integrated care board",
    "10-year plan",
    "medical school places",
    "private sector",
    "general practice",
    "what about social care",
    "nhs england",
];
/// Between two keys of somebody who types well, ms.
const BRISK: u64 = 110;
/// Between two keys of somebody who rolls them, ms.
const FAST: u64 = 22;
/// A frame of the usual screen, ms.
const FRAME: f64 = 1000.0 / 60.0;

/// Presses keys one after another, with a pause after each.
fn play(browser: &Browser, text: &str, pause: u64) {
    let strokes: Vec<Value> = text
        .chars()
        .flat_map(|key| {
            let stroke = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
            let rest = json!({ "type": "pause", "duration": pause });
            stroke.into_iter().chain([rest])
        })
        .collect();
    let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
    browser.post("actions", &json!({ "actions": [keyboard] }));
}

/// Types all the words, each into an empty field, and gives what was seen of each key.
fn watched(browser: &Browser, pause: u64) -> Vec<Value> {
    browser.script("pace.rows = []", &[]);
    for words in WORDS {
        play(browser, words, pause);
        // Escape empties the app's field, but not every field.
        browser.script("document.querySelector('input').select()", &[]);
        play(browser, keys::DELETE, 300);
    }
    let rows = browser.script("return pace.rows", &[]);
    rows.as_array().cloned().unwrap_or_default()
}

/// For each key the milliseconds to its frame and the words by then, the quickest first.
fn times(browser: &Browser, what: &str) -> Vec<(f64, String)> {
    browser.script(WATCH, &[json!(what)]);
    browser.script("document.querySelector('input').focus()", &[]);
    if what == "page" {
        watched(browser, 200);
        browser.script("pace.wanted = pace.rows.map(row => row.shown)", &[]);
    } else {
        browser.script("pace.wanted = ['any']", &[]);
    }
    let rows = watched(browser, BRISK);
    let row = |row: &Value| Some((row["took"].as_f64()?, words(&row["words"])));
    let mut times: Vec<_> = rows.iter().filter_map(row).collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    times
}

fn at(times: &[(f64, String)], share: f64) -> f64 {
    let last = times.len().saturating_sub(1);
    let at = times.get((last as f64 * share).round() as usize);
    at.map_or(f64::NAN, |row| row.0)
}

/// Takes the processor's speed down so many times.
fn slow(browser: &Browser, times: u32) {
    browser.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
}

/// Prints; asserts nothing, as time depends on the machine.
#[test]
#[ignore = "a benchmark; run `cargo xtask bench page`"]
fn pace() {
    let browser = explore("/");
    let n = status(&browser);
    let page = times(&browser, "page");
    browser.post("url", &json!({ "url": "data:text/html,<input>" }));
    let field = times(&browser, "field");
    let mut told = format!(
        "From a key to the screen, {} keys; the page has {n}\n",
        page.len()
    );
    let _ = writeln!(told, "{:>12} {:>10} {:>10}", "", "median ms", "95th ms");
    for (name, times) in [("bare field", &field), ("page", &page)] {
        let _ = writeln!(
            told,
            "{name:>12} {:>10.1} {:>10.1}",
            at(times, 0.5),
            at(times, 0.95)
        );
    }
    let later = |share| (at(&page, share) - at(&field, share)) / FRAME;
    let _ = writeln!(
        told,
        "{:>12} {:>10.2} {:>10.2}",
        "frames more",
        later(0.5),
        later(0.95)
    );
    for (ms, words) in page.iter().rev().take(12) {
        let _ = writeln!(told, "slow: {ms:.0} ms at {words:?}");
    }
    println!("{told}");
}

/// However slow the machine, what stands in the field is what was typed, and what is found is
/// what it asks for.
#[test]
fn fast_typing_on_a_slow_machine_loses_nothing() {
    let browser = explore("/");
    slow(&browser, 4);
    browser.role("searchbox", "Search").click();
    let typed = "integrated care boards and the future of hospital payment";
    play(&browser, typed, FAST);
    assert_eq!(browser.find("#q").property("value"), typed);
    // A correction in the middle, where the caret has to stay.
    play(&browser, &keys::LEFT.repeat(7), FAST);
    play(&browser, &keys::BACKSPACE.repeat(9), FAST);
    play(&browser, "for ", FAST);
    let mended = "integrated care boards and the future of for payment";
    assert_eq!(browser.find("#q").property("value"), mended);
    slow(&browser, 1);
    let there = |it: &Browser| {
        let query = it.address().rsplit_once("?q=").map(|(_, q)| q.to_owned());
        query == Some(mended.replace(' ', "%20"))
    };
    browser.until("the address to follow", || there(&browser));
    let found = status(&browser);
    visit(&browser, &format!("/?q={}", mended.replace(' ', "%20")));
    assert_eq!(status(&browser), found);
    browser.assert_no_errors();
}

/// Browsers let pages write addresses only so often: 400 letters in 8 seconds are more.
#[test]
fn four_hundred_letters_leave_the_right_address() {
    let browser = explore("/");
    let all = status(&browser);
    browser.role("searchbox", "Search").click();
    let word = "hospital payment reform";
    let n = 400 / (2 * word.len());
    let bout = [word, &keys::BACKSPACE.repeat(word.len())].concat();
    play(&browser, &bout.repeat(n), 20);
    play(&browser, word, 20);
    assert_eq!(browser.find("#q").property("value"), word);
    let query = format!("?q={}", word.replace(' ', "%20"));
    browser.until("the address to follow", || {
        browser.address().ends_with(&query)
    });
    let found = status(&browser);
    browser.assert_no_errors();
    browser.post("refresh", &json!({}));
    wake(&browser);
    browser.until("what was found", || status(&browser) == found);
    assert_eq!(browser.find("#q").property("value"), word);
    browser.back();
    browser.until("everything", || status(&browser) == all);
    browser.assert_no_errors();
}

/// A book by mistake, or a cat on the space bar: the page says how much of it counts, and goes on.
#[test]
fn a_pasted_book_is_searched_by_its_beginning() {
    let browser = explore("/");
    let all = status(&browser);
    let paste = |text: &str| {
        browser.role("searchbox", "Search").click();
        browser.paste(text);
    };
    let said = |what: &str| {
        let notes = browser.find("[aria-live=polite].notices").text();
        notes.contains(what)
    };
    let book: String = (0..20_000).map(|no| format!("{no} ")).collect();
    paste(&book);
    browser.until("a notice", || {
        said("first 200 characters") && said("first 16 words")
    });
    let kept = browser.find("#q").property("value");
    assert_eq!(kept.as_str().map(str::len), Some(book.len()));
    browser.until("an address of a bearable length", || {
        (200..600).contains(&browser.address().len())
    });
    browser.press(keys::ESCAPE);
    browser.until("everything", || status(&browser) == all && !said("first"));
    // Spaces ask for nothing, however many there are, and so need no word.
    paste(&" ".repeat(1_000_000));
    browser.until("a field full of spaces", || {
        let length = "return document.getElementById('q').value.length";
        browser.script(length, &[]) == 1_000_000
    });
    assert_eq!(status(&browser), all);
    browser.press(keys::ESCAPE);
    browser.until("an empty field", || {
        browser.find("#q").property("value") == ""
    });
    browser.assert_no_errors();
}
