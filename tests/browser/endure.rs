//! Long use: random deeds on the explore page, and what they leave behind.
//!
//! In: how many, from `PLEDGES_ACTIONS`; without it a short form, as every run has. Out: a table
//! of memory, elements and listeners, each measured in the same view after everything that is
//! not used any more was given back. Invariant: the deeds are the same in every run, and what is
//! measured at the end is what was there after the first of them, but for the stated allowance.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::explore::{explore, status, wake};
use crate::wire::words;

/// Deeds of a run that says nothing of it, and those of them that warm up.
const SHORT: (u32, u32) = (160, 80);
/// Deeds between two measurements.
const BOUT: u32 = 20;
/// Widths that windows are given in turn.
const SIZES: [(u32, u32); 4] = [(1280, 800), (768, 1024), (320, 640), (1280, 800)];

const DEEDS: &str = include_str!("endure.js");

/// The page without words or filters at its top, as Back would lead to it; nothing is focused.
const CALM: &str = "
    history.pushState(null, '', location.pathname);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
    document.activeElement?.blur();
    scrollTo(0, 0);
    return new Promise((done) => setTimeout(done, 400));";

/// The bytes that the program has taken of its own memory.
const MEMORY: &str = "
    const script = document.querySelector('script[data-wasm]');
    return import(new URL(script.dataset.js, document.baseURI))
        .then((program) => program.default())
        .then((it) => Object.values(it).find((it) => it instanceof WebAssembly.Memory).buffer.byteLength);";

/// What the page holds.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    /// Bytes of the script's heap.
    heap: f64,
    /// Bytes of the program's memory.
    memory: f64,
    nodes: f64,
    listeners: f64,
    documents: f64,
}

impl Held {
    /// Measures, after what is not used any more was given back.
    fn now(browser: &Browser) -> Self {
        // Chromium keeps the last pictures that it has read, each with a document of its own.
        browser.chromium("Network.enable", &json!({}));
        for keeps_none in [true, false] {
            let wish = json!({ "cacheDisabled": keeps_none });
            browser.chromium("Network.setCacheDisabled", &wish);
        }
        browser.chromium("Network.disable", &json!({}));
        for _ in 0..3 {
            browser.chromium("HeapProfiler.collectGarbage", &json!({}));
        }
        browser.chromium("Performance.enable", &json!({}));
        let told = browser.chromium("Performance.getMetrics", &json!({}));
        browser.chromium("Performance.disable", &json!({}));
        let told = told["metrics"].as_array().cloned().unwrap_or_default();
        let of = |name: &str| {
            let found = told.iter().find(|it| it["name"] == name);
            let value = found.and_then(|it| it["value"].as_f64());
            value.unwrap_or_else(|| panic!("Chromium does not tell {name}"))
        };
        Self {
            heap: of("JSHeapUsedSize"),
            memory: browser.script(MEMORY, &[]).as_f64().expect("a size"),
            nodes: of("Nodes"),
            listeners: of("JSEventListeners"),
            documents: of("Documents"),
        }
    }

    fn line(&self, after: u32, most: u64) -> String {
        format!(
            "{after:>6} {:>9.0} {:>9.0} {:>7} {:>9} {:>9} {most:>8}",
            self.heap / 1024.0,
            self.memory / 1024.0,
            self.nodes,
            self.listeners,
            self.documents
        )
    }

    /// What has grown by more than may be.
    #[track_caller]
    fn assert_no_more_than(&self, before: &Self, allowed: &Self) {
        let all = [
            ("bytes of heap", self.heap, before.heap, allowed.heap),
            (
                "bytes of memory",
                self.memory,
                before.memory,
                allowed.memory,
            ),
            ("nodes", self.nodes, before.nodes, allowed.nodes),
            (
                "listeners",
                self.listeners,
                before.listeners,
                allowed.listeners,
            ),
            (
                "documents",
                self.documents,
                before.documents,
                allowed.documents,
            ),
        ];
        for (what, now, before, allowed) in all {
            assert!(
                now <= before + allowed,
                "{what}: {before} after warming up, {now} at the end; {allowed} more are allowed"
            );
        }
    }
}

const HEAD: &str = " deeds  heap KiB  wasm KiB   nodes listeners documents elements";

/// How many deeds, and how many of them warm up.
fn asked() -> (u32, u32) {
    let asked = std::env::var("PLEDGES_ACTIONS");
    let asked = asked.ok().and_then(|it| it.parse().ok());
    asked.map_or(SHORT, |n: u32| (n, (n / 10).max(BOUT)))
}

/// No line of any kind: a warning of a browser is a fault of the page, too.
fn assert_silent(browser: &Browser) {
    let console = browser.console();
    assert!(console.is_empty(), "the console is not empty: {console:#?}");
}

#[test]
fn random_use_leaves_nothing_behind() {
    let browser = explore("/");
    let (all, warm) = asked();
    browser.script("window.same = true", &[]);
    let everything = status(&browser);
    let (mut before, mut most) = (None, 0);
    let (mut done, mut seed) = (0, 20_150_127_u32);
    println!("{HEAD}");
    while done < all {
        let (width, height) = SIZES[(done / BOUT) as usize % SIZES.len()];
        browser.size(width, height);
        let told = browser.script(DEEDS, &[json!(seed), json!(BOUT)]);
        done += BOUT;
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        most = most.max(told["most"].as_u64().expect("a number of elements"));
        assert!(
            browser.script("return window.same", &[]) == true,
            "the page was left by {told}"
        );
        let whole = done >= all || done == warm;
        if whole || done % 200 == 0 {
            browser.size(1280, 800);
            browser.script(CALM, &[]);
            browser.until("everything again", || status(&browser) == everything);
            let held = Held::now(&browser);
            println!("{}", held.line(done, most));
            if done >= warm {
                before.get_or_insert(held);
            }
        }
    }
    let before = before.expect("a measurement after warming up");
    Held::now(&browser).assert_no_more_than(&before, &ALLOWED);
    assert!(most < MOST, "{most} elements at once");
    assert_silent(&browser);
}

/// What may be more at the end: a browser's own bookkeeping, parts of the page that had not been
/// unfolded before, and room for the largest view of all, which the program keeps. The commands of
/// the driver and the measuring alone, without a deed, leave some 14 KiB of heap for as many as
/// go with a thousand deeds; with the deeds it is some 23.
const ALLOWED: Held = Held {
    heap: 256.0 * 1024.0,
    memory: 512.0 * 1024.0,
    nodes: 600.0,
    listeners: 40.0,
    documents: 0.0,
};

/// Elements of the page in any view.
const MOST: u64 = 9_000;

/// How many statements are opened in turn.
const TURN: u32 = 5;

/// A reader opens a statement, comes back, opens the next.
#[test]
fn going_away_and_coming_back_leaves_nothing_behind() {
    let browser = explore("/");
    let (all, _) = asked();
    // Browsers keep some pages for the way back: only after a few is as much there as will be,
    // and the same as at the end where the same pages were the last.
    let (trips, warm) = ((all / 20).next_multiple_of(TURN).max(3 * TURN), 2 * TURN);
    let mut before = None;
    println!("{HEAD}");
    for trip in 1..=trips {
        let open = "
            const links = [...document.querySelectorAll('article[data-unit] h3 a')];
            links[arguments[0]].click();";
        browser.script(open, &[json!(trip % TURN)]);
        browser.until("a statement", || {
            browser.address().contains("/pledge/") && ready(&browser)
        });
        browser.back();
        browser.until("the explorer", || {
            !browser.address().contains("/pledge/") && ready(&browser) && alive(&browser)
        });
        wake(&browser);
        if trip == warm || trip == trips {
            let held = Held::now(&browser);
            println!("{}", held.line(trip, 0));
            before.get_or_insert(held);
        }
    }
    let before = before.expect("a measurement");
    Held::now(&browser).assert_no_more_than(&before, &ALLOWED);
    assert_silent(&browser);
}

fn ready(browser: &Browser) -> bool {
    words(&browser.script("return document.readyState", &[])) == "complete"
}

fn alive(browser: &Browser) -> bool {
    let script = "return 'alive' in document.documentElement.dataset";
    browser.script(script, &[]) == Value::Bool(true)
}
