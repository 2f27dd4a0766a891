//! People who try to break it: whatever an address, the search field or the browser's storage
//! holds is only ever words.

#[path = "../injections.rs"]
mod injections;

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::engine::Engine;
use crate::explore::explore;

/// What a page has that words alone could not bring about, and whether anything was run.
const HARM: &str = "
    const odd = 'base, embed, form, frame, iframe, img, input[autofocus], math, meta, object, style, \\
        [srcdoc], script:not([src], [type]), \\
        [href^=\"javascript:\" i], [href^=\"//evil\"], [src^=\"//evil\"]';
    const all = [...document.querySelectorAll('*')];
    const heard = all.flatMap((it) => [...it.attributes].filter((at) => at.name.startsWith('on')));
    const found = [...document.querySelectorAll(odd)]
        .map((it) => [it.localName, (it.getAttribute('src') ?? '').split('?')[0]].join(' '));
    const fault = document.getElementById('fault');
    return [typeof window.pwned, heard.length, found.sort(), !!fault && !fault.hidden];";

/// Every name that means something in an address, and one that does not.
const KEYS: [&str; 18] = [
    "q", "theme", "speaker", "party", "kind", "side", "outlet", "article", "from", "to", "sort",
    "show", "count", "split", "per", "color", "vs", "other",
];

/// Pages that read their address.
const PAGES: [&str; 3] = ["/", "/embed/", "/embed/list/"];

fn harm(browser: &Browser) -> Value {
    browser.script(HARM, &[])
}

fn escaped(words: &str) -> String {
    words.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// An address in which each name has other words.
fn address(page: &str, words: &[String]) -> String {
    let parts = KEYS.iter().zip(words);
    let parts: Vec<String> = parts
        .map(|(key, words)| format!("{key}={}", escaped(words)))
        .collect();
    format!("{page}?{}", parts.join("&"))
}

#[test]
fn whatever_an_address_holds_is_words() {
    let browser = Browser::open();
    let all = injections::all();
    for page in PAGES {
        browser.visit(page);
        settled(&browser, page);
        let plain = harm(&browser);
        // One and the same program reads them: some will do in the other engines.
        let step = match browser.engine() {
            Engine::Chromium => 1,
            Engine::Firefox | Engine::WebKit => 4,
        };
        for words in all.chunks(KEYS.len()).step_by(step) {
            // What is in the search field is shown most often: one of each kind stands there.
            browser.visit(&address(page, words));
            settled(&browser, page);
            assert_eq!(harm(&browser), plain, "{page} {words:?}");
            if page != "/" {
                // The other pages read with the same code.
                break;
            }
        }
    }
    browser.assert_no_errors();
}

fn settled(browser: &Browser, page: &str) {
    if page == "/" {
        browser.until("the program to run", || {
            browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
        });
    } else {
        std::thread::sleep(std::time::Duration::from_millis(600));
    }
}

#[test]
fn whatever_is_typed_is_words() {
    let browser = explore("/");
    let plain = harm(&browser);
    let all = injections::all();
    let kind = "
        const field = document.getElementById('q');
        return (async () => {
            for (const words of arguments[0]) {
                field.value = words;
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await new Promise((done) => setTimeout(done, 12));
            }
        })()";
    for words in all.chunks(70) {
        browser.script(kind, &[json!(words)]);
        assert_eq!(harm(&browser), plain, "{words:?}");
    }
    browser.assert_no_errors();
}

/// Whatever an earlier visit, another program of the same host or a reader has left there.
#[test]
fn whatever_is_stored_is_words() {
    let browser = explore("/");
    let plain = harm(&browser);
    let words: Vec<String> = injections::all().into_iter().step_by(9).collect();
    let store = "
        const [all] = arguments;
        const names = ['pledges', 'color', 'colors', 'theme', 'saved', 'q', 'list', 'view', 'filters'];
        for (const store of [localStorage, sessionStorage]) {
            for (const name of [...Object.keys(store), ...names]) {
                store.setItem(name, all[Math.floor(Math.random() * all.length)]);
            }
        }
        history.replaceState(all[0], '');";
    browser.script(store, &[json!(words)]);
    browser.post("refresh", &json!({}));
    settled(&browser, "/");
    assert_eq!(harm(&browser), plain);
    for state in [
        "{ y: '<img>' }",
        "[1, [2]]",
        "'javascript:1'",
        "1e999",
        "-5",
    ] {
        browser.script(&format!("history.replaceState({state}, '')"), &[]);
        browser.post("refresh", &json!({}));
        settled(&browser, "/");
        assert_eq!(harm(&browser), plain, "{state}");
    }
    browser.assert_no_errors();
}
