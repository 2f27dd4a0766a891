//! A first visit is light: what it asks for, what it can do with that, and how the rest of the
//! program comes, or fails to come.

use serde_json::json;

use crate::driver::Browser;
use crate::element::keys;
use crate::explore::{arrive, comes_to, n_entries, status, wake, whole, write};

/// The names of the files that the page has asked for.
fn asked(browser: &Browser) -> Vec<String> {
    let names = browser.script(
        "return performance.getEntriesByType('resource').map((it) => it.name.split('/').pop())",
        &[],
    );
    let names = names.as_array().cloned().unwrap_or_default();
    let names = names.iter().filter_map(|it| it.as_str());
    names.map(str::to_owned).collect()
}

fn has_later(browser: &Browser) -> bool {
    asked(browser).iter().any(|name| name.starts_with("later-"))
}

/// What the charts say now, and whether they are seen.
fn takeaway(browser: &Browser) -> (String, bool) {
    let says = browser.find("[data-chart=years] .takeaway");
    let unfit = !browser.all("#charts.unfit").is_empty();
    let says = browser.script("return arguments[0].textContent", &[says.handle()]);
    (says.as_str().unwrap_or_default().to_owned(), !unfit)
}

fn block(browser: &Browser, names: &[&str]) {
    browser.chromium("Network.enable", &json!({}));
    browser.chromium("Network.setBlockedURLs", &json!({ "urls": names }));
}

#[test]
fn a_first_visit_asks_for_page_style_loader_glue_and_program_and_nothing_else() {
    let browser = Browser::open();
    arrive(&browser, "/");
    std::thread::sleep(std::time::Duration::from_secs(1));
    let mut names = asked(&browser);
    // What keeps the site offline comes once the page is loaded, and has a budget of its own.
    let later = ["icon-", "apple-", "offline", "manifest.", "sw."];
    names.retain(|name| !later.iter().any(|it| name.starts_with(it)));
    let mut kinds: Vec<&str> = names
        .iter()
        .map(|name| name.split(['-', '.']).next().unwrap_or_default())
        .collect();
    kinds.sort_unstable();
    let first = &asked(&browser)[..5];
    assert!(
        !first.iter().any(|it| it.starts_with("manifest")),
        "{first:?}"
    );
    let wanted = ["boot", "disk", "pledges", "pledges", "style"];
    assert_eq!(kinds, wanted, "{names:?}");
    browser.assert_no_errors();
}

#[test]
fn search_list_and_counts_live_before_the_rest_is_there() {
    let browser = Browser::open();
    block(&browser, &["*later-*"]);
    arrive(&browser, "/");
    let all = n_entries(&browser);
    write(&browser, "doctors");
    browser.until("fewer results", || n_entries(&browser) < all);
    comes_to(&browser, "?q=doctors");
    let choice = browser.role("checkbox", "Firm pledge");
    choice.click();
    comes_to(&browser, "?q=doctors&kind=firm");
    assert!(status(&browser).contains(" pledge"));
    // No numbers of another view beside these.
    let (_, seen) = takeaway(&browser);
    assert!(!seen);
    browser.until("a quiet word", || {
        let said = browser.all(".not-loaded");
        said.iter()
            .any(|it| it.is_shown() && it.text().contains("cannot be loaded"))
    });
    assert_eq!(browser.all(".not-loaded a").len(), 3);
    assert!(!browser.find("#fault").is_shown());
    // The next key tries again.
    block(&browser, &[]);
    browser.press(keys::SHIFT);
    whole(&browser);
    let (_, seen) = takeaway(&browser);
    assert!(seen && browser.all(".not-loaded").is_empty());
}

#[test]
fn what_an_address_asks_for_is_what_the_charts_show() {
    let browser = Browser::open();
    arrive(&browser, "/?theme=workforce&from=2023&to=2023");
    whole(&browser);
    let (says, seen) = takeaway(&browser);
    let n = status(&browser)
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_owned();
    assert!(seen && says.contains(&n), "{n} in {says:?}");
    browser.assert_no_errors();
}

#[test]
fn where_the_rest_fails_at_once_the_page_says_so_too() {
    let browser = Browser::open();
    block(&browser, &["*later-*"]);
    arrive(&browser, "/?theme=workforce");
    browser.until("a quiet word", || {
        browser.all(".not-loaded").iter().any(|it| it.is_shown())
    });
    assert!(n_entries(&browser) > 0);
}

#[test]
fn what_is_done_before_the_rest_is_there_is_kept() {
    let browser = Browser::open();
    arrive(&browser, "/");
    assert!(!has_later(&browser));
    // Focus in a chart, a table unfolded, and a filter chosen under "More filters".
    browser.script(
        "document.querySelector('[data-chart=themes] details').open = true;
         document.querySelector('[data-chart=years] a').focus()",
        &[],
    );
    whole(&browser);
    let kept = browser.script(
        "return [document.activeElement.closest('[data-chart]')?.dataset.chart,
                 document.querySelector('[data-chart=themes] details').open]",
        &[],
    );
    assert_eq!(kept, json!(["years", true]));
    assert!(has_later(&browser));
    browser.assert_no_errors();
}

#[test]
fn a_mark_pressed_before_the_charts_live_leads_where_it_says() {
    let browser = Browser::open();
    block(&browser, &["*later-*"]);
    arrive(&browser, "/");
    browser.script(
        "document.querySelector('[data-chart=themes] a[href]').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
        &[],
    );
    browser.until("another address", || browser.address().contains("?theme="));
    assert!(browser.script("return 'alive' in document.documentElement.dataset", &[]) == true);
}

/// Nothing moves when the program starts, nor when the rest of it comes.
#[test]
fn nothing_shifts() {
    let browser = Browser::open();
    browser.size(1280, 900);
    arrive(&browser, "/");
    wake(&browser);
    let shifts = browser.script(
        "return new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const it of list.getEntries()) sum += it.value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300);
        })",
        &[],
    );
    assert_eq!(shifts, json!(0));
}
