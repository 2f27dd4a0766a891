//! A link whose selection is not shown yet, or never will be: the page says which, and keeps what
//! the link asks for.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::edited;
use crate::element::keys;
use crate::explore::status;
use crate::offline::host::{Fault, Host};

/// What is said while it is worked out.
const WAITS: &str = "What the link asks for is being worked out; until then everything is shown.";

/// A host of the site, and the path of the program there.
fn host() -> (Host, String) {
    let files = edited::site();
    let program = edited::named(&files, "pledges-", ".wasm");
    (edited::host(&files), format!("/{program}"))
}

fn arrived(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
}

/// Where what can be read stands.
fn places(browser: &Browser) -> Value {
    let places = "
        return [...document.querySelectorAll('h1, h2, #explore .search, #explore article, #charts')]
            .map((it) => it.getBoundingClientRect()).map((it) => [it.left, it.top, it.width, it.height])";
    browser.script(places, &[])
}

/// What was counted when the page was written.
fn counts(browser: &Browser) -> String {
    browser.find(".status").text()
}

fn field(browser: &Browser) -> Value {
    browser.script("return document.getElementById('q').value", &[])
}

/// Nothing moves when it is said, nor is anything hidden that a screen reader would be told.
#[test]
fn who_waits_for_a_link_is_told_that_it_is_worked_out() {
    let (host, program) = host();
    let browser = Browser::open();
    for width in [320, 1280] {
        host.fail(&program, Fault::Hang);
        browser.size(width, 800);
        let address = host.at("/?q=nurses&theme=workforce&nonsense=1");
        browser.go(&address);
        browser.until("the link's words", || field(&browser) == "nurses");
        let (before, all) = (places(&browser), counts(&browser));
        browser.until("a word", || browser.find(".slow").text() == WAITS);
        let word = browser.find(".slow");
        assert_eq!(word.announced_role(), "status");
        assert!(word.is_shown());
        assert_eq!(places(&browser), before, "nothing moves");
        let inside = "
            const { left, right, top, bottom } = document.querySelector('.slow').getBoundingClientRect();
            return [left, right, top > innerHeight / 2, bottom]";
        let wide = browser.script("return document.documentElement.clientWidth", &[]);
        assert_eq!(browser.script(inside, &[]), json!([0, wide, true, 800]));
        host.mend();
        arrived(&browser);
        assert!(browser.all(".slow").is_empty());
        assert!(!browser.find("#explore").text().contains("worked out"));
        assert_eq!(field(&browser), "nurses");
        // What was put into the field is not taken for typed, which would be a new address.
        assert_eq!(browser.address(), address);
        let notes = browser.find(".notices").text();
        assert!(notes.contains("“nonsense”"), "{notes}");
        browser.until("the selection", || status(&browser) != all);
        browser.assert_no_errors();
    }
}

/// Who types while waiting asks for what was typed; the rest of the link stays.
#[test]
fn words_of_a_link_can_be_changed_before_they_are_searched() {
    let (host, program) = host();
    let browser = Browser::open();
    for (typed, then) in [
        (" pay", "/?q=nurses+pay&theme=workforce"),
        ("", "/?theme=workforce"),
    ] {
        host.fail(&program, Fault::Hang);
        browser.go(&host.at("/?q=nurses&theme=workforce"));
        browser.until("the link's words", || field(&browser) == "nurses");
        browser.script("document.getElementById('q').focus()", &[]);
        browser.press(keys::END);
        if typed.is_empty() {
            browser.press(&keys::BACKSPACE.repeat("nurses".len()));
        }
        browser.press(typed);
        let wanted = format!("{}{typed}", if typed.is_empty() { "" } else { "nurses" });
        browser.until("the field", || field(&browser) == wanted);
        browser.until("a word", || browser.find(".slow").text() == WAITS);
        let covered = "
            const [field, slow] = ['#q', '.slow'].map((it) => document.querySelector(it).getBoundingClientRect());
            return field.bottom > slow.top || field.top < 0";
        assert_eq!(browser.script(covered, &[]), false, "what is typed is seen");
        host.mend();
        arrived(&browser);
        assert_eq!(field(&browser), wanted);
        let then = host.at(then);
        browser.until(&then, || browser.address().replace("%20", "+") == then);
        browser.assert_no_errors();
    }
}

/// A link that asks for nothing is answered already.
#[test]
fn who_asked_for_nothing_waits_for_nothing() {
    let browser = Browser::open();
    let (host, program) = host();
    host.fail(&program, Fault::Hang);
    for link in ["/", "/?color=dark&utm_source=x&ref=y", "/?q="] {
        browser.go(&host.at(link));
        let said = status(&browser);
        browser.until("two seconds", || {
            browser.script("return performance.now() > 2500", &[]) == true
        });
        assert_eq!(status(&browser), said);
        assert!(browser.all(".slow").is_empty(), "{link}");
    }
    host.mend();
}

/// In the end the program cannot be had: that it is waited for is no longer said.
#[test]
fn where_the_program_never_comes_the_link_is_said_to_select_nothing() {
    let browser = Browser::open();
    let (host, program) = host();
    host.fail(&program, Fault::Hang);
    let address = host.at("/?q=nurses");
    browser.go(&address);
    browser.until("a word", || browser.find(".slow").text() == WAITS);
    host.fail(&program, Fault::Status(503));
    // The page may be asked for once more, to see whether it is out of an old cache.
    let all = "
        const text = (css) => document.querySelector(css)?.innerText ?? '';
        const still = document.querySelector('p.still');
        return [still?.checkVisibility() ? still.innerText : '', document.querySelectorAll('.slow').length,
            text('#explore').includes('worked out'), text('[role=status]') === text('.status'),
            document.getElementById('q')?.value, document.querySelectorAll('article[data-unit]').length >= 12]";
    let says = "A link’s selection is not made either: everything is shown";
    browser.until("a word that nothing is selected", || {
        let seen = browser.script(all, &[]);
        let said = seen[0].as_str().is_some_and(|it| it.contains(says));
        said && seen.as_array().map(|it| &it[1..])
            == Some(&[
                json!(0),
                json!(false),
                json!(true),
                json!("nurses"),
                json!(true),
            ])
    });
    assert_eq!(browser.address(), address);
}
