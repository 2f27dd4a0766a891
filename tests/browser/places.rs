//! Where the pages stand: addresses that lead nowhere, an article's quotations, and a folder
//! that is read from a disk.

use crate::driver::Browser;

/// Two folders deep, like the site's own pages, and deeper.
#[test]
fn a_lost_address_finds_the_root_and_what_was_meant() {
    let browser = Browser::open();
    for path in [
        "pledge/double-medical-school-place/",
        "double-medical-school-place",
        "a/b/c/double-medical-school-place",
    ] {
        browser.visit(path);
        let search = browser.find("#meant a");
        assert!(
            search.text().ends_with("double medical school place"),
            "{path}"
        );
        let near = browser.find("#meant ul a").property("href");
        let near = near.as_str().unwrap_or_default();
        assert!(
            near.ends_with("/pledge/double-medical-school-places/"),
            "{near}"
        );
        let shown = browser.all(".up");
        let shown = shown.iter().filter(|it| it.is_shown()).count();
        assert_eq!(shown, 1, "{path}");
    }
    browser.visit("pledge/double-medical-school-place");
    browser.find("#meant a").click();
    browser.until("the explorer with these words", || {
        browser.address().contains("?q=double")
    });
    browser.find("article[data-unit=double-medical-school-places]");
}

/// Whatever an address holds is only ever read as words.
#[test]
fn a_hostile_address_is_words() {
    let browser = Browser::open();
    browser.visit("pledge/%3Cimg%20src=x%20onerror=alert(1)%3E/%ff/");
    let search = browser.find("#meant a");
    assert!(search.text().starts_with("img src x onerror alert 1"));
    assert!(browser.all("#meant img").is_empty());
}

#[test]
fn a_quotation_leads_to_its_place_and_back() {
    let browser = Browser::open();
    browser.visit("article/healthcare-leader-2023-icbs-primary-care/");
    browser.find(".to-text").click();
    let address = browser.address();
    let id = address.rsplit('#').next().unwrap_or_default().to_owned();
    assert!(id.starts_with("quote-"), "{address}");
    browser.find(&format!("#{id} .ref a")).click();
    browser.until("the statement", || browser.address().contains("#unit-"));
    browser.assert_no_errors();
}

/// No server is there to find a folder's page.
#[test]
fn the_folder_can_be_read_from_a_disk() {
    let folder = std::env::var("PLEDGES_DIST").expect("set by `cargo xtask test`");
    let browser = Browser::open();
    browser.go(&format!("file://{folder}/index.html"));
    for (link, page) in [
        ("header a[href^='article/']", "[data-list=article]"),
        (".catalogue a", "[data-article]"),
        (".entry h3 a", "main > [data-unit]"),
        (".brand a", "#explore"),
    ] {
        browser.find(link).click();
        browser.find(page);
        let address = browser.address();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        assert!(path.ends_with("/index.html"), "{address}");
    }
    let styled = "return getComputedStyle(document.querySelector('h1')).fontWeight";
    browser.until("the style", || browser.script(styled, &[]) == "600");
}
