//! People who try to break it: whatever an address, the search field, the browser's storage or its
//! history holds is only ever words.

#[path = "../injections.rs"]
mod injections;

use pledges::embedded;
use pledges::explore::quoted::shown;
use pledges::explore::{address, words};
use pledges::ui::page::builder::Wish;
use serde_json::{Value, json};

use crate::driver::Browser;
use crate::engine::Engine;
use crate::explore::explore;

/// What a page has that words alone could not bring about, here or in a frame of it, and whether
/// anything was run.
const HARM: &str = "
    const odd = 'base, embed, form, frame, iframe, img, input[autofocus], math, meta, object, style, \\
        [srcdoc], script:not([src], [type]), \\
        [href^=\"javascript:\" i], [href^=\"//evil\"], [src^=\"//evil\"]';
    const all = [...document.querySelectorAll('*')];
    const heard = all.flatMap((it) => [...it.attributes].filter((at) => at.name.startsWith('on')));
    const found = [...document.querySelectorAll(odd)]
        .map((it) => [it.localName, (it.getAttribute('src') ?? '').split('?')[0]].join(' '));
    const fault = document.getElementById('fault');
    const run = [self, ...Array.from(self.frames)].map((it) => typeof it.pwned);
    return [run, heard.length, found.sort(), !!fault && !fault.hidden];";

/// What is said of the address.
const NOTES: &str = "
    return [...document.querySelectorAll('.notices li, .notes li')].map((it) => it.textContent)";

/// Pages that read their address, and how many addresses each is asked with.
const PAGES: [(&str, usize); 3] = [("/", 11), ("/embed/list/", 16), (BUILDER, 8)];

const BUILDER: &str = "/embed/";

/// How many notes a page shows, and so how many words of an address at once.
const SHOWN: usize = address::MOST_NOTICES;

fn harm(browser: &Browser) -> Value {
    browser.script(HARM, &[])
}

fn escaped(words: &str) -> String {
    words.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What only the builder knows.
const OWN: [&str; 5] = ["view", "id", "size", "live", "as"];

/// The address of a round, in which each name has other words. Names and words go round: each name
/// has other words in each round, and of the first eight words something is said.
fn query(page: &str, round: usize, keys: &[String], all: &[String]) -> String {
    let rest = keys.iter().map(String::as_str);
    let rest: Vec<&str> = rest
        .filter(|it| !["q", "vs"].contains(it) && !OWN.contains(it))
        .collect();
    let rest = rest.iter().copied().cycle().skip(round).take(rest.len());
    let (mut parts, mut names) = (Vec::new(), Vec::new());
    if page != BUILDER {
        names.extend(rest);
    } else {
        // Of an id something is said where it may be one, of a view where it is none.
        let one = round % 2 == 1;
        parts.extend(one.then(|| "view=unit".to_owned()));
        names.extend([if one { "id" } else { "view" }, "size", "live", "as"]);
        names.extend(rest.take(SHOWN - names.len()));
    }
    names.extend(["q", "vs"]);
    let words = all.iter().cycle().skip(round * SHOWN);
    for (name, words) in names.into_iter().zip(words) {
        let words = escaped(words);
        parts.push(match name {
            // Of a name that is not known the name itself is said.
            "other" => format!("{words}=other"),
            _ => format!("{name}={words}"),
        });
    }
    format!("?{}", parts.join("&"))
}

/// What a page has to say of it: something of each of these words.
fn told(page: &str, query: &str, all: &[String]) -> Vec<String> {
    let corpus = embedded::library().expect("a library").corpus;
    let told: Vec<String> = if page == BUILDER {
        Wish::parse(corpus, query).1
    } else {
        let notices = address::parse(corpus, query).1;
        notices.iter().map(words::notice).collect()
    };
    for words in all {
        let words: String = shown(words.trim()).chars().take(40).collect();
        let said = told.iter().any(|it| it.contains(&words));
        assert!(said, "nothing is said of {words:?}: {told:#?}");
    }
    told
}

#[test]
fn whatever_an_address_holds_is_words() {
    let browser = Browser::open();
    let all = injections::all();
    let keys = injections::keys(embedded::library().expect("a library").corpus);
    let rounds: usize = PAGES.iter().map(|it| it.1).sum();
    assert_eq!(rounds * SHOWN, all.len(), "something is said of every word");
    // One and the same program reads them: some will do in the other engines.
    let step = match browser.engine() {
        Engine::Chromium => 1,
        Engine::Firefox | Engine::WebKit => 4,
    };
    let mut first = 0;
    for (page, n) in PAGES {
        browser.visit(&format!("{page}?q="));
        settled(&browser);
        let plain = harm(&browser);
        for round in (first..first + n).step_by(step) {
            let query = query(page, round, &keys, &all);
            let told = told(page, &query, &all[round * SHOWN..][..SHOWN]);
            browser.visit(&format!("{page}{query}"));
            settled(&browser);
            browser.until(&format!("{told:#?} of {query}"), || {
                let notes = browser.script(NOTES, &[]);
                let notes = notes.as_array().map_or(&[][..], Vec::as_slice);
                told.iter().all(|it| notes.contains(&json!(it)))
            });
            assert_eq!(harm(&browser), plain, "{page}{query}");
        }
        first += n;
    }
    browser.assert_no_errors();
}

fn settled(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
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

/// What stands under the one key that pages read (`tests/hostile.rs` knows that there is no other),
/// and with the place in the history.
fn stored(all: &[String]) -> Vec<(String, Value)> {
    let part = |no: usize| all.iter().skip(no).step_by(4).collect::<Vec<_>>();
    let each = |value: &Value| json!({ "off": value, "tried": value, "later": value, "mute": value, "__proto__": { "off": value } });
    let of = |no: usize| json!(all.get(no).cloned().unwrap_or_default());
    let lists = json!({ "off": part(0), "tried": part(1), "later": part(2), "mute": part(3) });
    let shaped = [
        (lists, json!(all)),
        (each(&of(16)), of(16)),
        (each(&of(59)), json!({ "y": of(59) })),
        (
            each(&json!({ "toString": of(3), "valueOf": null })),
            json!({ "toString": of(3) }),
        ),
        (
            json!({ "off": true, "tried": -1, "later": 1e300, "mute": false }),
            json!(-5),
        ),
        (
            json!({ "tried": { "toString": of(7), "valueOf": of(7) } }),
            json!(0),
        ),
        (json!([of(22), { "mute": of(22) }]), json!([1, [2]])),
        (of(18), json!(1e300)),
    ];
    let mut stored: Vec<_> = shaped.map(|(wish, state)| (wish.to_string(), state)).into();
    for (no, broken) in ["null", "5", "", "{", "{\"mute\":true", "\u{feff}{}"]
        .into_iter()
        .enumerate()
    {
        stored.push((broken.to_owned(), of(no * 40 + 1)));
    }
    stored.extend([all[2].clone(), all[19].clone()].map(|it| (it, json!(65_535.5))));
    stored
}

/// Whatever an earlier visit, another program of the same host or a reader has left there. That it
/// is read shows in the button that turns the keys of one letter off.
#[test]
fn whatever_is_stored_is_words() {
    // A window in which nothing is stored before the page runs.
    let browser = Browser::with(&[]);
    browser.visit("/embed/list/");
    let store = "
        localStorage.setItem('offline /', arguments[0]);
        history.replaceState(arguments[1], '');";
    browser.script(store, &[json!("{\"off\":true}"), Value::Null]);
    browser.visit("/");
    let plain = read(&browser, false);
    for (wish, state) in stored(&injections::all()) {
        browser.script(store, &[json!(wish), state]);
        browser.post("refresh", &json!({}));
        let as_json: Value = serde_json::from_str(&wish).unwrap_or_default();
        let mute = match as_json.get("mute") {
            Some(Value::Bool(mute)) => *mute,
            None => false,
            Some(_) => true,
        };
        assert_eq!(read(&browser, mute), plain, "{wish:.200}");
    }
    browser.assert_no_errors();
}

/// What the page has, once it has read what was stored.
#[track_caller]
fn read(browser: &Browser, mute: bool) -> Value {
    settled(browser);
    let says = "return document.querySelector('#keys button')?.textContent ?? ''";
    let wanted = if mute {
        "Turn / and ? on"
    } else {
        "Turn / and ? off"
    };
    browser.until(&format!("a button “{wanted}”"), || {
        browser.script(says, &[]) == wanted
    });
    harm(browser)
}
