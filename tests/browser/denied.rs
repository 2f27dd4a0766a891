//! Browsers and hosts that do not give what the site would like to have: it can be read at once,
//! says what is missing, and goes on with the rest; nobody complains, and nothing waits for ever.

use serde_json::json;

use crate::driver::Browser;
use crate::edited;
use crate::engine::Engine;
use crate::explore::{comes_to, n_entries, status, wake, whole, write};
use crate::gecko;
use crate::kinds::PAGES;
use crate::offline::host::{Fault, Host};

/// Every place where a page may keep something throws, as where a browser blocks a site's data.
const STORAGE: &str = "
    const no = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
    const deny = (object, name) => Object.defineProperty(object, name, { get: no, set: no, configurable: true });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) deny(self, name);
    deny(Document.prototype, 'cookie');
    if ('serviceWorker' in Navigator.prototype) deny(Navigator.prototype, 'serviceWorker');";

/// A browser that lets pages write no addresses, as all do that were asked too often.
const HISTORY: &str = "
    for (const name of ['pushState', 'replaceState']) {
        History.prototype[name] = () => { throw new DOMException('Too often.', 'SecurityError'); };
    }";

/// A clipboard that is not there, and ones that are for others.
const CLIPBOARDS: [&str; 4] = [
    "undefined",
    "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')), write: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
    "{}",
    "{ writeText() { throw new DOMException('no', 'SecurityError'); }, write() { throw new DOMException('no', 'SecurityError'); } }",
];

/// All of them in Chromium, the last one elsewhere: it is one and the same program.
fn thorough<'a, T>(browser: &Browser, all: &'a [T]) -> &'a [T] {
    match browser.engine() {
        Engine::Chromium => all,
        Engine::Firefox | Engine::WebKit => all.split_at(all.len().saturating_sub(1)).1,
    }
}

fn host(script: &str) -> Host {
    let mut files = edited::site();
    edited::script_first(&mut files, script);
    edited::host(&files)
}

fn arrived(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
}

/// Nothing says, or looks, as if more were to come.
#[track_caller]
fn at_rest(browser: &Browser) {
    let busy = "return [...document.querySelectorAll('[aria-busy=true], progress, [role=progressbar]')].length
        + document.getAnimations().filter((it) => it.playState === 'running').length";
    browser.until("the page to be at rest", || browser.script(busy, &[]) == 0);
    let text = browser.find("body").text();
    for word in ["Preparing…", "Loading", "being worked out", "Checking …"] {
        assert!(!text.contains(word), "{word} for ever");
    }
}

/// Searching, filtering, charts and a second page, as ever.
#[track_caller]
fn everything_works(browser: &Browser, host: &Host) {
    browser.go(&host.at("/"));
    arrived(browser);
    let all = n_entries(browser);
    write(browser, "doctors");
    browser.until("fewer results", || n_entries(browser) < all);
    let choice = browser.find("input[type=checkbox][value=firm]");
    assert!(choice.is("checkbox", "Firm pledge"));
    choice.click();
    wake(browser);
    let css = "input[value=firm]:checked";
    browser.until("the choice", || !browser.all(css).is_empty());
    at_rest(browser);
}

#[test]
fn where_nothing_may_be_kept_everything_else_works() {
    let host = host(STORAGE);
    let browser = Browser::with(&[]);
    everything_works(&browser, &host);
    comes_to(&browser, "?q=doctors&kind=firm");
    for page in [
        "/pledge/no-nhs-restructure/",
        "/embed/",
        "/embed/years/?theme=workforce",
        "/about/",
    ] {
        browser.go(&host.at(page));
        // A view may be drawn anew just then.
        browser.until(page, || {
            let words = "return document.querySelector('h1, figcaption')?.checkVisibility()";
            browser.script(words, &[]) == true
        });
    }
    browser.go(&host.at("/embed/years/?theme=workforce"));
    browser.until("the view to be drawn", || {
        browser.find("body").text().contains("Theme: Workforce")
    });
    let foot = browser.script(
        "return document.querySelector('.offline')?.textContent ?? ''",
        &[],
    );
    assert!(
        !foot.as_str().unwrap_or_default().contains("Works offline"),
        "{foot}"
    );
    at_rest(&browser);
    browser.assert_no_errors();
}

/// Settings that say so, and a window of those who want nothing kept.
#[test]
fn in_a_private_window_everything_works() {
    let host = edited::host(&edited::site());
    let browser = Browser::with(&["--incognito"]);
    everything_works(&browser, &host);
    browser.go(&host.at("/?q=doctors"));
    arrived(&browser);
    browser.find("input[value=firm]").click();
    comes_to(&browser, "?q=doctors&kind=firm");
    browser.back();
    comes_to(&browser, "?q=doctors");
    browser.go(&host.at("/pledge/no-nhs-restructure/"));
    assert!(browser.find("h1").is_shown());
    at_rest(&browser);
    browser.assert_no_errors();
}

#[test]
fn where_addresses_cannot_be_written_the_search_goes_on() {
    let host = host(HISTORY);
    let browser = Browser::open();
    everything_works(&browser, &host);
    let found = status(&browser);
    assert!(browser.address().ends_with('/'), "{}", browser.address());
    assert!(found.contains("pledge"), "{found}");
    assert!(!browser.find("#fault").is_shown());
    browser.assert_no_errors();
}

#[test]
fn where_the_clipboard_is_out_of_reach_there_is_another_way() {
    let browser = Browser::open();
    for clipboard in thorough(&browser, &CLIPBOARDS) {
        let script = format!(
            "Object.defineProperty(Navigator.prototype, 'clipboard', {{ get: () => ({clipboard}), configurable: true }});
             HTMLAnchorElement.prototype.click = function () {{ window.saved = this.download; }};"
        );
        let host = host(&script);
        browser.go(&host.at("/pledge/no-nhs-restructure/"));
        browser.role("button", "Copy the citation").click();
        browser.until("what to do instead", || {
            browser.find(".cited output").text().starts_with("Selected")
        });
        let selected = browser.script("return getSelection().toString()", &[]);
        assert_eq!(selected, json!(browser.find(".citation").text()));
        browser.go(&host.at("/?theme=pay"));
        whole(&browser);
        browser.find(".take summary").click();
        browser.role("button", "Copy as text").click();
        browser.until(&format!("a file instead of {clipboard}"), || {
            browser.script("return window.saved ?? ''", &[]) == "references.txt"
        });
        let chart = browser.find("[data-chart=years] .copy");
        browser.script("arguments[0].click()", &[chart.handle()]);
        browser.until("a word on the picture", || {
            let told = browser.find("[data-chart=years] .told").text();
            told.contains("does not allow it here; download the PNG")
        });
        at_rest(&browser);
        browser.assert_no_errors();
    }
}

/// Hosts that do not know what WebAssembly is, or call it something else.
#[test]
fn whatever_the_host_calls_the_program_it_runs() {
    let files = edited::site();
    let browser = Browser::open();
    for kind in thorough(
        &browser,
        &["text/plain", "application/octet-stream", "text/html"],
    ) {
        let host = edited::host(&files);
        for name in files.keys().filter(|it| it.ends_with(".wasm")) {
            host.fail(&format!("/{name}"), Fault::Type(kind));
        }
        host.send("X-Content-Type-Options: nosniff\r\n");
        everything_works(&browser, &host);
        browser.go(&host.at("/embed/years/?theme=workforce"));
        browser.until("the view to be drawn", || {
            browser.find("body").text().contains("Theme: Workforce")
        });
        browser.assert_no_errors();
    }
}

/// A host that has lost the program, or sends a page in its place.
#[test]
fn where_the_program_is_gone_the_page_says_so() {
    let files = edited::site();
    let name = edited::named(&files, "pledges-", ".wasm");
    let browser = Browser::open();
    let faults = [
        Fault::Status(404),
        Fault::Other("<!DOCTYPE html><p>Home"),
        Fault::Cut,
    ];
    for fault in thorough(&browser, &faults) {
        let host = edited::host(&files);
        host.fail(&format!("/{name}"), *fault);
        browser.go(&host.at("/?q=doctors"));
        browser.until("the notice", || {
            browser.all(".still").iter().any(|it| it.is_shown())
        });
        assert!(n_entries(&browser) >= 12);
        assert!(browser.address().ends_with("/?q=doctors"));
        assert!(!browser.find("#fault").is_shown());
        at_rest(&browser);
    }
}

/// Every kind of page, in a browser that runs no scripts at all.
#[test]
fn without_javascript_every_page_can_be_read() {
    let browser = Browser::open();
    if browser.engine() == Engine::Firefox {
        let off = "Services.prefs.setBoolPref('javascript.enabled', false)";
        gecko::inside(&browser, off, &[]);
    } else {
        let off = json!({ "value": true });
        browser.chromium("Emulation.setScriptExecutionDisabled", &off);
    }
    for page in PAGES.iter().chain(&["embed/years/"]) {
        browser.visit(page);
        let title = if page.starts_with("embed/years") {
            "figcaption"
        } else {
            "h1"
        };
        assert!(browser.find(title).is_shown(), "{page}");
        let dead = browser.all("main button, main [type=button], main output, .offline");
        let dead = dead.iter().filter(|it| it.is_shown()).count();
        assert_eq!(dead, 0, "{page} shows what nothing answers");
    }
    browser.visit("?q=nurses");
    assert!(
        browser
            .find("noscript .still")
            .text()
            .contains("need JavaScript and WebAssembly")
    );
    assert!(browser.all("article[data-unit]").len() >= 12);
    if browser.engine() == Engine::Firefox {
        gecko::inside(
            &browser,
            "Services.prefs.clearUserPref('javascript.enabled')",
            &[],
        );
    }
    browser.assert_no_errors();
}

/// A telephone of years ago, far from the next mast: words at once, the program when it comes.
#[test]
fn on_a_slow_line_and_machine_the_page_is_read_before_the_program_is_there() {
    let host = edited::host(&edited::site());
    host.slow();
    let browser = Browser::open();
    browser.size(360, 740);
    // Other engines can be given a slow line only.
    if browser.engine() == Engine::Chromium {
        browser.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
    }
    // Not to the end of what the page asks for: a reader does not wait for it either.
    browser.post("url", &json!({ "url": "about:blank" }));
    browser.script("location.assign(arguments[0])", &[json!(host.at("/"))]);
    browser.until("words", || {
        browser.script(
            "return document.querySelector('.headline q')?.checkVisibility()",
            &[],
        ) == true
    });
    assert!(browser.find("h1").is_shown() && browser.find(".headline q").is_shown());
    let alive = "return 'alive' in document.documentElement.dataset";
    assert_eq!(
        browser.script(alive, &[]),
        false,
        "the line was not slow enough"
    );
    browser.until("the list", || n_entries(&browser) >= 12);
    assert!(
        browser
            .all(".still, #fault")
            .iter()
            .all(|it| !it.is_shown()),
        "no alarm"
    );
    at_rest(&browser);
    arrived(&browser);
    write(&browser, "doctors");
    comes_to(&browser, "?q=doctors");
    whole(&browser);
    assert!(
        browser
            .all(".not-loaded, .still, #fault")
            .iter()
            .all(|it| !it.is_shown())
    );
    at_rest(&browser);
    browser.assert_no_errors();
}
