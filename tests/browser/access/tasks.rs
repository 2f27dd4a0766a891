//! What people come for, done with keys alone: found by Tab, by role and name, and pressed.

use serde_json::json;

use super::states::Tour;
use crate::driver::Browser;
use crate::element::{Element, keys};
use crate::explore::{comes_to, explore, status, visit};

/// Presses Tab until the focus is on what has this role and a name that holds this.
#[track_caller]
fn reach<'b>(browser: &'b Browser, role: &str, name: &str) -> Element<'b> {
    walk(browser, role, name, || browser.press(keys::TAB))
}

/// The same backwards, to what is nearer that way.
#[track_caller]
fn reach_back<'b>(browser: &'b Browser, role: &str, name: &str) -> Element<'b> {
    walk(browser, role, name, || {
        browser.press_with(keys::SHIFT, keys::TAB)
    })
}

#[track_caller]
fn walk<'b>(browser: &'b Browser, role: &str, name: &str, step: impl Fn()) -> Element<'b> {
    let told = "
        const it = document.activeElement;
        return [it.getAttribute('aria-label'), it.textContent, it.value, it.title,
            it.labels && [...it.labels].map((of) => of.textContent).join(' ')].join(' ')
            .replace(/\\s+/g, ' ')";
    let mut passed = Vec::new();
    for _ in 0..400 {
        step();
        let told = browser.script(told, &[]);
        let told = told.as_str().unwrap_or_default();
        // Names are asked for only where they may fit, which is rare: asking takes a while.
        let may = name.split(' ').all(|word| told.contains(word));
        if may && browser.focused().is(role, name) {
            return browser.focused();
        }
        passed.push(told.trim().chars().take(30).collect::<String>());
    }
    panic!("no {role} “{name}” on the way: {passed:?}");
}

/// Presses Tab until the focus is on one of these: what browsers give no role of its own, as what
/// unfolds something.
#[track_caller]
fn walk_to(browser: &Browser, css: &str) {
    let is = "return document.activeElement.matches(arguments[0])";
    for _ in 0..400 {
        browser.press(keys::TAB);
        if browser.script(is, &[json!(css)]) == true {
            return;
        }
    }
    panic!("no {css} on the way");
}

#[track_caller]
fn has_focus(browser: &Browser, css: &str) {
    browser.until(&format!("the focus on {css}"), || {
        let is = "return document.activeElement.matches(arguments[0])";
        browser.script(is, &[json!(css)]) == true
    });
}

/// The first stop of every page leads past what all pages have.
#[test]
fn the_first_stop_skips_to_what_the_page_is_for() {
    let tour = Tour::start();
    let browser = &tour.browser;
    for page in ["", "pledge/no-nhs-restructure/", "about/", "embed/"] {
        browser.visit(page);
        browser.press(keys::TAB);
        let skip = browser.focused();
        assert!(skip.announced_name().starts_with("Skip to "), "{page}");
        assert!(skip.is_shown(), "{page}");
        browser.press(keys::ENTER);
        let inside = "
            const to = document.getElementById(location.hash.slice(1));
            return to !== null && Math.abs(to.getBoundingClientRect().top) < innerHeight";
        browser.until("what it is for", || browser.script(inside, &[]) == true);
        // The next stop is behind what was skipped.
        browser.press(keys::TAB);
        let behind = "
            const to = document.getElementById(location.hash.slice(1));
            const at = document.activeElement;
            return to.contains(at)
                || (to.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0";
        assert_eq!(browser.script(behind, &[]), true, "{page}");
    }
}

#[test]
fn search_filter_chart_and_statement_and_back() {
    let browser = explore("/");
    browser.press("/");
    has_focus(&browser, "#q");
    browser.press("doctors");
    comes_to(&browser, "?q=doctors");
    reach(&browser, "checkbox", "Workforce");
    browser.press(keys::SPACE);
    comes_to(&browser, "?q=doctors&theme=workforce");
    assert!(
        browser.focused().is_selected(),
        "the focus stays on the box"
    );
    // A mark of a chart: pressed, it filters, and keeps the focus.
    reach(&browser, "link", "Pay and industrial");
    browser.press(keys::ENTER);
    browser.until("a second theme", || {
        browser.address().contains("theme=workforce,pay")
    });
    browser.press(keys::ENTER);
    comes_to(&browser, "?q=doctors&theme=workforce");
    let found = status(&browser);
    // A statement, its page, and back to where one was.
    let entry = browser
        .find(".found [data-unit] h3 a, article[data-unit] h3 a")
        .text();
    reach(&browser, "link", &entry);
    browser.press(keys::ENTER);
    browser.until("the statement's page", || {
        browser.address().contains("/pledge/")
    });
    assert_eq!(browser.find("h1").text(), entry);
    browser.back();
    comes_to(&browser, "?q=doctors&theme=workforce");
    browser.until("the same results", || {
        !browser.all("[role=status]").is_empty() && status(&browser) == found
    });
    browser.assert_no_errors();
}

#[test]
fn order_table_and_everything_again() {
    let browser = explore("/?theme=pay");
    reach(&browser, "combobox", "Order");
    browser.press("O");
    comes_to(&browser, "?theme=pay&sort=oldest");
    reach(&browser, "combobox", "Show as");
    browser.press("T");
    comes_to(&browser, "?theme=pay&sort=oldest&show=table");
    assert!(!browser.all("table.units tbody tr").is_empty());
    visit(&browser, "/?theme=pay&kind=firm");
    reach(&browser, "button", "Remove filter: Theme");
    browser.press(keys::ENTER);
    comes_to(&browser, "?kind=firm");
    // The button is gone, and the focus is not lost with it: the next stop is the next filter.
    browser.press(keys::TAB);
    let next = browser.focused().announced_name();
    assert_eq!(next, "Remove filter: Kind of statement: Firm pledge");
    browser.assert_no_errors();
}

/// The drawer of filters, where there is no column for them.
#[test]
fn the_drawer_of_filters_opens_and_closes() {
    let browser = explore("/");
    browser.size(360, 740);
    visit(&browser, "/?theme=pay");
    reach(&browser, "button", "Filters");
    browser.press(keys::ENTER);
    browser.until("the filters", || browser.find("#filters").is_shown());
    reach(&browser, "checkbox", "Workforce");
    browser.press(keys::SPACE);
    browser.until("two themes", || browser.address().contains("workforce"));
    reach_back(&browser, "button", "Filters");
    browser.press(keys::ENTER);
    browser.until("no filters", || !browser.find("#filters").is_shown());
}

#[test]
fn a_question_is_followed_to_what_was_said() {
    let browser = Browser::open();
    browser.visit("");
    reach(&browser, "link", "Questions");
    browser.press(keys::ENTER);
    browser.until("the questions", || browser.address().ends_with("/thread/"));
    reach(&browser, "link", "reorganised");
    browser.press(keys::ENTER);
    browser.until("the question", || {
        browser.address().contains("/thread/reorganisation/")
    });
    // A mark of its picture leads to an answer.
    let mark = browser.find("[data-chart=thread] svg a");
    let name = mark.announced_name();
    reach(&browser, "link", &name);
    browser.press(keys::ENTER);
    browser.until("the answer", || {
        let address = browser.address();
        address.contains('#') || address.contains("/pledge/")
    });
    browser.assert_no_errors();
}

#[test]
fn a_statement_is_cited_and_files_are_taken() {
    let browser = Browser::open();
    browser.visit("pledge/no-nhs-restructure/");
    reach(&browser, "button", "Copy the citation");
    browser.press(keys::ENTER);
    browser.until("a word on it", || {
        !browser.find(".cited output").text().is_empty()
    });
    visit(&browser, "/?theme=pay");
    let caught = "
        window.files = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { files.push(blob.type); return make.call(URL, blob); };";
    browser.script(caught, &[]);
    walk_to(&browser, ".take summary");
    browser.press(keys::ENTER);
    reach(&browser, "link", "CSV");
    browser.press(keys::ENTER);
    browser.until("a file", || {
        browser.script("return files.length > 0", &[]) == true
    });
    browser.assert_no_errors();
}

/// From the explorer's selection to markup that was copied.
#[test]
fn markup_is_made_of_a_selection() {
    let browser = explore("/?theme=pay");
    walk_to(&browser, ".take summary");
    browser.press(keys::ENTER);
    let link = browser.find(".take a[href^='embed/']");
    browser.until("the link", || link.is_shown());
    // Each chart has one, too; this is the list's.
    loop {
        reach(&browser, "link", "Embed");
        let href = browser.focused().attribute("href");
        if href.is_some_and(|it| it.contains("view=list")) {
            break;
        }
    }
    browser.press(keys::ENTER);
    browser.until("the builder", || !browser.all("#snippet").is_empty());
    reach(&browser, "radio", "");
    browser.press(keys::DOWN);
    browser.until("another view", || !browser.address().contains("view=list"));
    reach(&browser, "button", "Copy");
    browser.press(keys::ENTER);
    browser.until("a word on it", || {
        !browser.find(".copy-line [role=status]").text().is_empty()
    });
    browser.assert_no_errors();
}

/// What is unfolded is folded again where the focus is; the search is cleared where one types.
#[test]
fn what_opens_closes_and_gives_the_focus_back() {
    let browser = explore("/?theme=pay");
    for summary in ["[data-chart=themes] summary", "[data-chart=years] summary"] {
        walk_to(&browser, summary);
        for open in [true, false] {
            browser.press(keys::ENTER);
            browser.until("it to turn", || {
                browser.script("return document.activeElement.parentElement.open", &[]) == open
            });
        }
        has_focus(&browser, summary);
    }
    browser.press("/");
    has_focus(&browser, "#q");
    browser.press("nurses");
    comes_to(&browser, "?q=nurses&theme=pay");
    browser.press(keys::ESCAPE);
    comes_to(&browser, "?theme=pay");
    has_focus(&browser, "#q");
}

/// Voices and unsteady hands press keys that were not meant (WCAG 2.1.4).
#[test]
fn keys_of_one_letter_can_be_turned_off() {
    // One whose wishes are kept from page to page.
    let browser = Browser::with(&[]);
    visit(&browser, "/?theme=pay");
    let focus = || browser.script("return document.activeElement.id", &[]);
    reach_back(&browser, "button", "Turn / and ? off");
    browser.press(keys::ENTER);
    browser.role("button", "Turn / and ? on");
    browser.press("/");
    assert_ne!(focus(), "q");
    // The wish is kept, and the field takes every letter.
    visit(&browser, "/?theme=funding");
    browser.role("button", "Turn / and ? on");
    browser.press("/");
    assert_ne!(focus(), "q");
    browser.find("#q").write("/");
    assert_eq!(browser.find("#q").property("value"), "/");
    browser.press(keys::ESCAPE);
    reach_back(&browser, "button", "Turn / and ? on");
    browser.press(keys::ENTER);
    browser.role("button", "Turn / and ? off");
    browser.press("/");
    has_focus(&browser, "#q");
    browser.press(keys::ESCAPE);
    browser.assert_no_errors();
}
