//! The page of a statement with its small script: the check of quotations done again, citations
//! copied. It needs a build that was given the texts for the first of these.

use serde_json::json;

use crate::driver::Browser;

/// Where one of several quotations has to be told by the words around it, none is; any will do.
const PAGE: &str = "/pledge/no-nhs-restructure/";

/// What the check came to, once it has.
fn checked(browser: &Browser) -> String {
    browser.wait("the check", || {
        let told = browser.find(".checked output").text();
        (!told.is_empty() && told != "Checking …").then_some(told)
    })
}

/// Whether the build was given the texts: only then is there anything to check.
fn has_text(browser: &Browser) -> bool {
    !browser.all("[data-text]").is_empty()
}

/// As `told: 1,234 to 1,300` of everything that says so.
fn places(text: &str) -> Vec<String> {
    let found = text.split("characters ").skip(1);
    let place = |rest: &str| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && !" ,to".contains(letter));
        let place = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        place.trim_matches([' ', ',']).to_owned()
    };
    found.map(place).collect()
}

#[test]
fn a_quotation_is_found_again_where_the_build_found_it() {
    let browser = Browser::open();
    browser.visit(PAGE);
    if !has_text(&browser) {
        assert!(browser.lacks("button", "Check again"));
        return;
    }
    let published = places(&browser.find(".checks").text());
    assert!(!published.is_empty());
    browser
        .role("button", "Check again in this browser")
        .click();
    let told = checked(&browser);
    assert_eq!(
        told.matches("Found once").count(),
        published.len(),
        "{told}"
    );
    assert_eq!(told.matches(", as published").count(), published.len());
    assert_eq!(places(&told), published, "{told}");
    assert_eq!(browser.find(".checked output").announced_role(), "status");
    browser.assert_no_errors();
}

#[test]
fn another_text_is_told_from_the_one_that_was_coded() {
    let browser = Browser::open();
    browser.visit(PAGE);
    if !has_text(&browser) {
        return;
    }
    // The same words twice, and a letter more: another checksum, and no longer found once.
    let tamper = "
        const had = window.fetch;
        window.fetch = async (address) => {
            const text = await (await had(address)).text();
            return new Response(arguments[0] + text + arguments[1] + text);
        };";
    browser.script(tamper, &[json!("x "), json!(" ")]);
    browser.role("button", "Check again").click();
    let told = checked(&browser);
    assert!(told.contains("Found twice or more"), "{told}");
    assert!(told.contains(", not the one published"), "{told}");
    let gone = "window.fetch = async () => new Response('nothing of it');";
    browser.script(gone, &[]);
    browser.role("button", "Check again").click();
    browser.until("the words to be missed", || {
        let told = browser.find(".checked output").text();
        told.contains("Not found") && told.contains("not the one published")
    });
    browser.script(
        "window.fetch = async () => new Response('', { status: 404 });",
        &[],
    );
    browser.role("button", "Check again").click();
    browser.until("the text to be missed", || {
        browser.find(".checked output").text() == "Not checked: error 404"
    });
}

/// The rule in the browser, on what the corpus has nothing of.
#[test]
fn the_rule_folds_accents_spaces_and_quotation_marks_only() {
    let browser = Browser::open();
    browser.visit(PAGE);
    if !has_text(&browser) {
        return;
    }
    for (text, quote, prefix, told) in [
        (
            "a cafe\u{301} “is” here",
            "café \"is\"",
            "",
            "Found once, at characters 3 to 12,",
        ),
        (
            "\u{1f600} one \u{a0}\n two",
            "one two",
            "",
            "Found once, at characters 3 to 12,",
        ),
        ("one two, one two", "one two", "", "Found twice or more"),
        (
            "one two, one two",
            "one two",
            "two,",
            "Found once, at characters 10 to 16,",
        ),
        ("One two", "one two", "", "Not found"),
        ("one–two", "one-two", "", "Not found"),
        ("a cafe", "a café", "", "Not found"),
        ("5 km²", "5 km2", "", "Not found"),
    ] {
        let other = "
            window.fetch = async () => new Response(arguments[0]);
            const all = [...document.querySelectorAll('[data-quote]')];
            all.slice(1).forEach((it) => it.remove());
            Object.assign(all[0].dataset, { quote: arguments[1], prefix: arguments[2] });
            document.querySelector('.checked output').textContent = '';";
        browser.script(other, &[json!(text), json!(quote), json!(prefix)]);
        browser.role("button", "Check again").click();
        let found = checked(&browser);
        assert!(found.starts_with(told), "{text:?}: {found}");
    }
}

#[test]
fn a_citation_is_copied_or_selected_with_the_address_of_the_page() {
    let browser = Browser::open();
    browser.visit(PAGE);
    let citation = browser.find(".citation").text();
    assert!(citation.contains(&browser.address()), "{citation}");
    // Whatever this browser lets pages do, both ways are tried.
    for (clipboard, told) in [
        (
            "{ writeText: async (text) => { window.copied = text; } }",
            "Copied.",
        ),
        ("undefined", "Selected"),
    ] {
        let stub = format!(
            "Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard}, configurable: true }});"
        );
        browser.script(&stub, &[]);
        browser.role("button", "Copy the citation").click();
        browser.until(told, || {
            browser.find(".cited output").text().starts_with(told)
        });
    }
    let copied = browser.script("return window.copied", &[]);
    let selected = browser.script("return getSelection().toString()", &[]);
    assert_eq!(copied, json!(citation));
    assert_eq!(selected, json!(citation));
    browser.assert_no_errors();
}

/// No part of the page is wider than a phone, and nothing dead shows without the script.
#[test]
fn the_pages_fit_a_phone_and_need_no_script() {
    let browser = Browser::open();
    browser.chromium(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    browser.size(320, 700);
    for page in [PAGE, "/thread/reorganisation/"] {
        browser.visit(page);
        assert!(browser.all(".sheet button, .sheet output").is_empty());
        assert!(browser.find("h1").is_shown());
        let area = &browser.chromium("Page.getLayoutMetrics", &json!({}))["cssContentSize"];
        let width = area["width"].as_f64().unwrap_or_default();
        assert!(width <= 320.0, "{page} is {width} px wide");
    }
}
