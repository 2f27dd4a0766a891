//! What the page's policy keeps from happening once an escape has been missed: whatever stands in
//! the page or runs there, nothing else is run, and nobody else is asked.
//!
//! In: `policy.js`, which tries everything. Out: what worked, which should be nothing; that nobody
//! was asked is seen when the window closes.

use serde_json::{Value, json};

use pledges::site::headers::{SHARED, policy};

use crate::driver::Browser;
use crate::edited;
use crate::engine::Engine;
use crate::explore::{wake, whole, write};
use crate::offline::host::Host;

const ATTACK: &str = include_str!("policy.js");

/// What would stand in a page whose text is taken for markup.
const MARKUP: &str = "<script>worked.push('inline')</script>\
    <script src=\"http://elsewhere.example/a.js\"></script>\
    <img src=x onerror=\"worked.push('onerror')\">\
    <svg onload=\"worked.push('onload')\"></svg>\
    <iframe srcdoc=\"<script>parent.worked.push('srcdoc')</script>\"></iframe>\
    <iframe src=\"http://elsewhere.example/\"></iframe>\
    <iframe src=\"javascript:parent.worked.push('frame')\"></iframe>\
    <object data=\"http://elsewhere.example/\"></object>\
    <embed src=\"http://elsewhere.example/\">\
    <base href=\"http://elsewhere.example/\">\
    <link rel=stylesheet href=\"http://elsewhere.example/a.css\">\
    <style>h1 { letter-spacing: 7px }</style>\
    <img src=\"http://elsewhere.example/a.png\">\
    <video autoplay src=\"http://elsewhere.example/a.mp4\"></video>\
    <input autofocus onfocus=\"worked.push('onfocus')\">";

/// The site, with that in every page.
fn host() -> Host {
    let mut files = edited::site();
    edited::script_first(&mut files, ATTACK);
    edited::for_pages(&mut files, |page| {
        page.replacen("<body>", &["<body>", MARKUP].concat(), 1)
    });
    edited::host(&files)
}

fn holds(list: &Value, wanted: &[&str]) {
    let list: Vec<&str> = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for name in wanted {
        assert!(list.contains(name), "{name} is not in {list:?}");
    }
}

#[test]
fn nothing_that_gets_into_a_page_is_run_or_asks_anybody() {
    let host = host();
    let browser = Browser::open();
    let pages = [
        "/",
        "/embed/themes/",
        "/pledge/no-nhs-restructure/",
        "/embed/",
    ];
    // The policy is one, but for two words: some pages will do in the other engines.
    let few = if browser.engine() == Engine::Chromium {
        4
    } else {
        2
    };
    for page in pages.into_iter().take(few) {
        browser.go(&host.at(page));
        let came = browser.script("return attack()", &[]);
        assert_eq!(came["worked"], json!([]), "{page}: {came:#}");
        let thrown = [
            "eval",
            "Function",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "write",
            "fragment",
            "parser",
            "module",
            "data",
            "blob",
            "fetch",
        ];
        holds(&came["refused"], &thrown);
        let seen = [
            "base-uri",
            "connect-src",
            "form-action",
            "img-src",
            "script-src-elem",
            "style-src-elem",
        ];
        holds(&came["violated"], &seen);
        assert!(browser.address().starts_with(&host.at(page)));
    }
}

/// What hosts send is less than what pages say, and it is kept to where a page says nothing.
#[test]
fn what_hosts_send_alone_keeps_text_from_becoming_markup() {
    let mut files = edited::site();
    edited::script_first(&mut files, ATTACK);
    edited::for_pages(&mut files, |page| {
        let own = policy(page).unwrap_or_default().to_owned();
        page.replacen(&own, "", 1)
    });
    let host = edited::host(&files);
    host.send(&format!("Content-Security-Policy: {SHARED}\r\n"));
    let browser = Browser::open();
    browser.go(&host.at("/about/"));
    let thrown = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "write",
        "fragment",
        "parser",
        "eval",
    ];
    let tried = [&thrown[..], &["base"]].concat();
    let came = browser.script("return attack(arguments[0])", &[json!(tried)]);
    assert_eq!(came["worked"], json!([]), "{came:#}");
    holds(&came["refused"], &thrown);
    holds(&came["violated"], &["base-uri"]);
}

/// With all that the samples in `deploy/` send, everything goes on as ever.
#[test]
fn the_site_works_under_what_hosts_send() {
    let host = edited::host(&edited::site());
    host.send(&format!(
        "Content-Security-Policy: {SHARED}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    ));
    let browser = Browser::open();
    browser.go(&host.at("/"));
    whole_once_touched(&browser);
    write(&browser, "doctors");
    browser.until("the address to follow", || {
        browser.address().ends_with("?q=doctors")
    });
    for page in [
        "/pledge/no-nhs-restructure/",
        "/embed/",
        "/embed/years/?theme=workforce",
    ] {
        browser.go(&host.at(page));
        // The view may be drawn anew just then.
        browser.until(page, || {
            let words = "return document.querySelector('h1, figcaption')?.checkVisibility()";
            browser.script(words, &[]) == true
        });
    }
    browser.until("the view to be drawn", || {
        browser.find("body").text().contains("Theme: Workforce")
    });
    browser.assert_no_errors();
}

fn whole_once_touched(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
    wake(browser);
    whole(browser);
}
