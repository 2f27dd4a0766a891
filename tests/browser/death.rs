//! The program dies: the page says so, keeps the link, and leads on.
//!
//! A trap cannot be asked for, so the tests take away from the running program the table through
//! which it calls its own functions: the next call is a trap, as a fault of its own would be.

use crate::driver::Browser;
use crate::edited;
use crate::element::Element;
use crate::explore::{n_entries, whole};
use crate::offline::host::Host;

/// Keeps hold of every program that is started, and knows how to end it.
const WATCH: &str = "
    window.programs = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...all) => {
        const made = await instantiate(...all);
        programs.push((made.instance ?? made).exports);
        window.started?.(programs.length);
        return made;
    };
    window.end = () => {
        for (const it of programs.flatMap((it) => Object.values(it))) {
            for (let n = 0; it instanceof WebAssembly.Table && n < it.length; n++) it.set(n, null);
        }
    };";

/// A letter is typed into a search whose program has just come to its end.
const TYPE: &str = "
    end();
    const field = document.getElementById('q');
    field.value += 'x';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));";

fn host(more: &str) -> Host {
    let mut files = edited::site();
    edited::script_first(&mut files, &[WATCH, more].concat());
    edited::host(&files)
}

/// The page says that the program has died, and nothing of it can be pressed any more.
#[track_caller]
fn told(browser: &Browser, address: &str) {
    browser.until("the notice", || browser.find("#fault").is_shown());
    let notice = browser.find("#fault");
    assert_eq!(notice.announced_role(), "alert");
    assert!(notice.text().contains("Your link is safe"));
    let again = way(browser, "Load the page again");
    assert_eq!(again.property("href"), address);
    assert_eq!(browser.focused().text(), again.text());
    let inert = "return document.getElementById('explore').inert";
    assert_eq!(browser.script(inert, &[]), true);
    let plain = way(browser, "read everything without the explorer").property("href");
    assert!(plain.as_str().is_some_and(|it| it.ends_with("/article/")));
    assert_eq!(browser.address(), address, "the link is kept");
}

/// A link of the notice.
#[track_caller]
fn way<'b>(browser: &'b Browser, name: &str) -> Element<'b> {
    let links = browser.all("#fault a").into_iter();
    let mut links = links.filter(|it| it.is("link", name));
    links.next().expect("a link in the notice")
}

#[test]
fn a_program_that_dies_at_work_leads_back_to_the_same_place() {
    let host = host("");
    let browser = Browser::open();
    let address = host.at("/?q=doctors&kind=firm");
    browser.go(&address);
    whole(&browser);
    let n = n_entries(&browser);
    browser.script(TYPE, &[]);
    told(&browser, &address);
    // Whatever is pressed now brings nothing back to half a life.
    browser.press("xyz");
    way(&browser, "Load the page again").click();
    browser.until("another page", || !browser.find("#fault").is_shown());
    whole(&browser);
    assert_eq!(browser.address(), address);
    assert_eq!(n_entries(&browser), n);
    browser.script(TYPE, &[]);
    told(&browser, &address);
    way(&browser, "read everything").click();
    browser.until("the plain pages", || {
        browser.address() == host.at("/article/")
    });
    assert!(browser.find("h1").is_shown());
}

/// The part that follows draws as it comes.
#[test]
fn a_program_that_dies_as_its_second_part_comes_says_so() {
    let host = host("window.started = (n) => n === 2 && end();");
    let browser = Browser::open();
    browser.go(&host.at("/"));
    arrived(&browser);
    let sign = "document.getElementById('explore')
        .dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))";
    browser.script(sign, &[]);
    told(&browser, &host.at("/"));
}

fn arrived(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
}

/// When nothing of it has been drawn, the page is as it was written; and from then on it is said.
#[test]
fn a_program_that_dies_as_it_starts_leaves_the_page_or_says_so() {
    for (when, drawing) in [
        ("window.started = end;", false),
        // At its first touch of the page, which is then half drawn.
        ("for (const name of ['insertBefore', 'appendChild', 'removeChild', 'replaceChildren']) {
            const had = Element.prototype[name];
            Element.prototype[name] = function (...all) {
                if (this.closest('#explore') && programs.length) end();
                return had.apply(this, all);
            };
        }", true),
    ] {
        let host = host(when);
        let browser = Browser::open();
        browser.go(&host.at("/"));
        browser.until("a word", || {
            browser.find("#fault").is_shown() || browser.all(".still").iter().any(|it| it.is_shown())
        });
        if browser.find("#fault").is_shown() {
            told(&browser, &host.at("/"));
        } else {
            let n = n_entries(&browser);
            assert!(!drawing && n >= 12, "half drawn: {drawing}, {n} entries");
        }
        assert!(browser.find("h1").is_shown() && browser.all(".headline q").len() >= 5);
    }
}

/// The builder and a view in a frame go back to what was written.
#[test]
fn what_stands_elsewhere_goes_back_to_what_was_written() {
    let browser = Browser::open();
    let builder = host("");
    browser.go(&builder.at("/embed/"));
    arrived(&browser);
    let choose = "end(); document.querySelector('#builder select')
        .dispatchEvent(new Event('change', { bubbles: true }))";
    browser.script(choose, &[]);
    browser.until("what is ready made", || browser.find(".failed").is_shown());
    let frame = host("window.started = (n) => n === 2 && end();");
    browser.go(&frame.at("/embed/years/?theme=workforce"));
    let text = || browser.find("body").text();
    browser.until("a word", || {
        text().contains("cannot be worked out in this frame")
    });
    assert!(!text().contains("being worked out"));
    let link = browser.find(".notes a").property("href");
    assert_eq!(link, frame.at("/?theme=workforce"));
}

/// The program is only what its checksum says; where it is not, the page stays as it was written.
#[test]
fn a_program_with_another_byte_is_not_run() {
    for (begins, part) in [("pledges-", "the program"), ("later-", "what follows")] {
        let mut files = edited::site();
        let name = edited::named(&files, begins, ".wasm");
        let program = files.get_mut(&name).expect("a program");
        let last = program.last_mut().expect("a byte");
        *last ^= 1;
        let host = edited::host(&files);
        let browser = Browser::open();
        browser.go(&host.at("/"));
        if part == "the program" {
            browser.until("the notice", || {
                browser.all(".still").iter().any(|it| it.is_shown())
            });
            assert_eq!(
                browser.script("return 'alive' in document.documentElement.dataset", &[]),
                false
            );
        } else {
            arrived(&browser);
            browser.script(
                "document.getElementById('explore')
                .dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
                &[],
            );
            browser.until("a quiet word", || {
                browser.all(".not-loaded").iter().any(|it| it.is_shown())
            });
            assert_eq!(
                browser.script("return 'whole' in document.documentElement.dataset", &[]),
                false
            );
        }
        assert!(!browser.find("#fault").is_shown(), "{part}");
        assert!(n_entries(&browser) >= 12, "{part}");
    }
}
