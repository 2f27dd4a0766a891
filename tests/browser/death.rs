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
    let kept = browser.address();
    assert_eq!(kept.split('#').next(), Some(address), "the link is kept");
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
    browser.go(&[&address, "#results"].concat());
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

/// A field of the builder is changed whose program has just come to its end.
const CHOOSE: &str = "end(); document.querySelector('#builder select')
    .dispatchEvent(new Event('change', { bubbles: true }))";

/// What the builder's page says in place of the builder.
#[track_caller]
fn told_of_the_form(browser: &Browser, says: &str, says_not: &str) {
    browser.until("the notice", || browser.find(".failed").is_shown());
    let notice = browser.find(".failed");
    assert_eq!(notice.announced_role(), "alert");
    let text = notice.text();
    assert!(text.contains(says) && !text.contains(says_not), "{text}");
    assert!(
        browser.all("#builder *").is_empty(),
        "nothing of it is left"
    );
    assert!(browser.find(".ready summary").is_shown());
    let [again, plain] = &*browser.all(".failed a") else {
        panic!("two ways on: {text}");
    };
    assert!(again.is("link", "Load the page again"));
    let address = browser.address();
    assert_eq!(
        again.property("href"),
        *address.split('#').next().expect("an address")
    );
    assert!(plain.is("link", "read everything without the form"));
    let plain = plain.property("href");
    assert!(plain.as_str().is_some_and(|it| it.ends_with("/article/")));
}

const STOPPED: &str = "The form stopped. Your link is safe.";
const UNSTARTED: &str = "The form could not be started in this browser.";

/// The builder says that it has stopped, and leads back to the same place or on.
#[test]
fn a_builder_that_dies_at_work_says_so() {
    let host = host("");
    let browser = Browser::open();
    browser.go(&host.at("/embed/?view=list&q=nurses"));
    arrived(&browser);
    browser.until("the builder", || !browser.all("#snippet").is_empty());
    let address = browser.address();
    assert!(address.contains("q=nurses"), "{address}");
    // A place in the page is no reason not to load it again.
    browser.script("location.hash = 'main'", &[]);
    browser.script(CHOOSE, &[]);
    told_of_the_form(&browser, STOPPED, UNSTARTED);
    assert_eq!(browser.focused().text(), "Load the page again");
    browser.focused().click();
    browser.until("the builder again", || !browser.all("#snippet").is_empty());
    assert_eq!(browser.address(), address);
    assert!(!browser.find(".failed").is_shown());
    browser.script(CHOOSE, &[]);
    told_of_the_form(&browser, STOPPED, UNSTARTED);
    browser.all(".failed a")[1].click();
    browser.until("the plain pages", || {
        browser.address() == host.at("/article/")
    });
}

/// One that never began says that instead, and leaves the focus alone.
#[test]
fn a_builder_that_cannot_start_says_so() {
    for why in [
        "WebAssembly.instantiate = () => Promise.reject(new Error('refused'));",
        "window.started = end;",
        "delete window.WebAssembly;",
    ] {
        let host = host(why);
        let browser = Browser::open();
        browser.go(&host.at("/embed/?view=list&q=nurses"));
        told_of_the_form(&browser, UNSTARTED, STOPPED);
        assert_eq!(browser.focused().property("localName"), "body", "{why}");
    }
}

/// A view in a frame goes back to what was written.
#[test]
fn a_view_in_a_frame_goes_back_to_what_was_written() {
    let browser = Browser::open();
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
