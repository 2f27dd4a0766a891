//! Exploring, as people do it: searching, filtering, pressing charts, sharing links,
//! going back, and finding nothing.

use serde_json::json;

use crate::driver::Browser;
use crate::element::{Element, keys};

/// The explore page at this address, with the program running.
pub(crate) fn explore(address: &str) -> Browser {
    let browser = Browser::open();
    visit(&browser, address);
    browser
}

pub(crate) fn visit(browser: &Browser, address: &str) {
    arrive(browser, address);
    wake(browser);
}

/// The first part of the program runs; nobody has done anything yet.
pub(crate) fn arrive(browser: &Browser, address: &str) {
    browser.visit(address);
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
}

/// A pointer moves over the page, and what follows is fetched.
pub(crate) fn wake(browser: &Browser) {
    browser.script(
        "document.getElementById('explore')
            .dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
        &[],
    );
    whole(browser);
}

/// The whole program runs.
pub(crate) fn whole(browser: &Browser) {
    browser.until("the rest of the program", || {
        browser.script("return 'whole' in document.documentElement.dataset", &[]) == true
    });
}

pub(crate) fn status(browser: &Browser) -> String {
    browser.find("[role=status]").text()
}

/// The first number of the line of counts.
fn pledges(browser: &Browser) -> usize {
    let status = status(browser);
    let number = status.split(' ').next().unwrap_or_default();
    number.replace(',', "").parse().expect(&status)
}

pub(crate) fn n_entries(browser: &Browser) -> usize {
    browser.all("article[data-unit]").len()
}

/// The query part of the address, once it is this.
pub(crate) fn comes_to(browser: &Browser, query: &str) {
    browser.until(&format!("the address {query:?}"), || {
        let address = browser.address();
        let found = address.find('?').map_or("", |at| &address[at..]);
        found == query
    });
}

/// The mark of a chart whose name begins so.
fn mark<'b>(browser: &'b Browser, chart: &str, begins: &str) -> Element<'b> {
    browser.wait(&format!("{begins} in {chart}"), || {
        let marks = browser.all(&format!("[data-chart={chart}] a"));
        let mut marks = marks.into_iter();
        marks.find(|mark| mark.announced_name().starts_with(begins))
    })
}

pub(crate) fn write(browser: &Browser, words: &str) {
    browser.role("searchbox", "Search").write(words);
}

#[test]
fn a_first_visit_tells_the_story_with_the_words_to_prove_it() {
    let browser = explore("/");
    let years = browser.all(".headline .year");
    let years: Vec<String> = years.iter().map(Element::text).collect();
    assert_eq!(years, ["2015", "2018", "2023", "2024", "2025"]);
    let quotes = browser.all(".headline q");
    assert!(quotes[0].text().contains("top-down reorganisation"));
    assert!(quotes[1].text().contains("wholesale restructure"));
    assert!(status(&browser).contains(" pledges in 5 articles, and "));
    browser.assert_no_errors();
}

#[test]
fn results_follow_as_words_are_typed_and_the_address_follows_when_they_rest() {
    let browser = explore("/");
    let all = n_entries(&browser);
    write(&browser, "medical sch");
    browser.until("fewer results", || n_entries(&browser) < all);
    let marked = browser.find("article[data-unit] mark").text();
    assert_eq!(marked.to_lowercase(), "medical");
    comes_to(&browser, "?q=medical%20sch");
    browser.press(keys::ESCAPE);
    browser.until("all results again", || n_entries(&browser) == all);
    comes_to(&browser, "");
    browser.assert_no_errors();
}

#[test]
fn a_filter_narrows_list_counts_and_charts_alike() {
    let browser = explore("/");
    let choice = browser.role("checkbox", "Funding and finance");
    let name = choice.announced_name();
    choice.click();
    comes_to(&browser, "?theme=funding");
    let n = pledges(&browser);
    assert!(name.contains(&format!(" {n} pledges")), "{n} in {name:?}");
    browser.find("[data-chart=themes] summary").click();
    let row = browser.find("[data-chart=themes] table").text();
    assert!(row.contains(&format!("Funding and finance {n}")), "{row}");
    browser
        .role("button", "Remove filter: Theme: Funding and finance")
        .click();
    comes_to(&browser, "");
    browser.assert_no_errors();
}

#[test]
fn what_a_chart_shows_is_what_pressing_it_finds() {
    let browser = explore("/");
    let bar = mark(&browser, "themes", "Workforce");
    let says = bar.announced_name();
    bar.click();
    comes_to(&browser, "?theme=workforce");
    let n = pledges(&browser);
    assert!(says.contains(&format!(": {n} pledges")), "{n} in {says:?}");
    let year = mark(&browser, "years", "2023");
    browser.script("arguments[0].focus()", &[year.handle()]);
    browser.press(keys::ENTER);
    comes_to(&browser, "?theme=workforce&from=2023&to=2023");
    for when in browser.all("article[data-unit] .origin time:first-of-type") {
        assert!(when.text().ends_with("2023"), "{}", when.text());
    }
    browser.assert_no_errors();
}

#[test]
fn back_and_forward_undo_and_redo_one_choice_at_a_time() {
    let browser = explore("/");
    let all = n_entries(&browser);
    write(&browser, "doctors");
    comes_to(&browser, "?q=doctors");
    browser.role("checkbox", "Firm pledge").click();
    comes_to(&browser, "?q=doctors&kind=firm");
    browser.back();
    comes_to(&browser, "?q=doctors");
    browser.until("the box to be clear", || {
        !browser.role("checkbox", "Firm pledge").is_selected()
    });
    browser.back();
    browser.until("everything", || n_entries(&browser) == all);
    assert_eq!(browser.find("#q").property("value"), "");
    browser.forward();
    browser.until("the words", || {
        browser.find("#q").property("value") == "doctors"
    });
    browser.assert_no_errors();
}

#[test]
fn a_shared_link_shows_what_its_sender_saw() {
    let browser = explore("/?q=nhs&kind=firm,negative&from=2018&sort=oldest&show=table&color=dark");
    assert_eq!(browser.find("#q").property("value"), "nhs");
    assert!(browser.role("checkbox", "Firm pledge").is_selected());
    assert_eq!(
        browser.role("combobox", "Order").property("value"),
        "oldest"
    );
    assert_eq!(browser.role("combobox", "From").property("value"), "2018");
    assert!(!browser.all("table.units tbody tr").is_empty());
    let dark = browser.script("return document.documentElement.dataset.color", &[]);
    assert_eq!(dark, "dark");
    browser.assert_no_errors();
}

#[test]
fn what_a_link_asks_for_in_vain_is_said_and_left_out() {
    let browser = explore("/?theme=funding,huosing&colour=red");
    let notes = browser.find(".notices").text();
    assert!(
        notes.contains("huosing") && notes.contains("colour"),
        "{notes}"
    );
    assert!(
        browser
            .role("checkbox", "Funding and finance")
            .is_selected()
    );
    browser.assert_no_errors();
}

#[test]
fn where_nothing_is_found_the_page_offers_what_would_be() {
    let browser = explore("/?q=reorganistion&theme=safety");
    assert_eq!(n_entries(&browser), 0);
    assert_eq!(status(&browser), "0 pledges in 0 articles");
    let offers = browser.find(".nothing").text();
    assert!(offers.contains("Without “reorganistion”"), "{offers}");
    browser.role("button", "Show everything").click();
    comes_to(&browser, "");
    assert!(n_entries(&browser) > 0);
    browser.assert_no_errors();
}

#[test]
fn a_slip_is_put_right_and_the_page_says_so() {
    let browser = explore("/?q=reorganistion");
    let said = browser.find(".correction p");
    assert_eq!(
        said.text(),
        "Nothing has “reorganistion”. Shown: “reorganisation”."
    );
    assert_eq!(said.attribute("aria-live").as_deref(), Some("polite"));
    assert!(n_entries(&browser) > 0);
    assert!(!browser.all("article[data-unit] mark").is_empty());
    comes_to(&browser, "?q=reorganistion");
    browser
        .role("button", "Search for exactly what was typed")
        .click();
    comes_to(&browser, "?q=%22reorganistion%22");
    assert_eq!(n_entries(&browser), 0);
    assert_eq!(browser.find(".correction p").text(), "");
    assert_eq!(browser.focused().attribute("id").as_deref(), Some("q"));
    browser.assert_no_errors();
}

#[test]
fn the_keyboard_reaches_the_search_and_leaves_it() {
    let browser = explore("/");
    browser.press("/");
    assert_eq!(browser.focused().attribute("id").as_deref(), Some("q"));
    // In the field a slash is a slash.
    browser.press("/");
    assert_eq!(browser.find("#q").property("value"), "/");
    browser.press(keys::ESCAPE);
    browser.until("an empty field", || {
        browser.find("#q").property("value") == ""
    });
    browser.assert_no_errors();
}

#[test]
fn counts_tell_pledges_from_all_statements() {
    let browser = explore("/");
    let pledges = pledges(&browser);
    let all = n_entries(&browser);
    assert!(pledges < all);
    visit(&browser, "/?count=all");
    assert!(status(&browser).starts_with(&format!("{all} statements in 5 articles")));
}

#[test]
fn a_year_without_an_article_says_so() {
    let browser = explore("/");
    browser.find("[data-chart=years] summary").click();
    let table = browser.find("[data-chart=years] table").text();
    assert!(table.contains("2016 no article"), "{table}");
    let drawn = browser.find("[data-chart=years] svg").text();
    assert!(drawn.contains("no article"), "{drawn}");
}

#[test]
fn nothing_sticks_out_at_any_width() {
    let browser = explore("/");
    for width in [320, 360, 480, 768, 1024, 1280, 1600] {
        browser.size(width, 800);
        for address in [
            "/",
            "/?show=table",
            "/?q=zzzz&theme=funding,workforce&from=2015",
        ] {
            visit(&browser, address);
            let wide = browser.script("return document.documentElement.scrollWidth", &[]);
            assert!(
                wide.as_u64() <= Some(u64::from(width)),
                "{wide} at {width}: {address}"
            );
        }
    }
}

#[test]
fn filters_open_where_they_have_no_column() {
    let browser = Browser::open();
    browser.size(360, 800);
    visit(&browser, "/?theme=funding");
    assert!(!browser.find("#filters").is_shown());
    let toggle = browser.role("button", "Filters (1 on)");
    assert_eq!(toggle.attribute("aria-expanded").as_deref(), Some("false"));
    toggle.click();
    assert!(browser.find("#filters").is_shown());
    assert_eq!(toggle.attribute("aria-expanded").as_deref(), Some("true"));
}

#[test]
fn colours_follow_the_system_unless_chosen() {
    let browser = Browser::open();
    let paper = || {
        browser.script(
            "return getComputedStyle(document.documentElement).backgroundColor",
            &[],
        )
    };
    browser.wishes(&[("prefers-color-scheme", "dark")]);
    visit(&browser, "/");
    let dark = paper();
    visit(&browser, "/?color=light");
    let light = paper();
    assert_ne!(dark, light);
    browser.wishes(&[("prefers-color-scheme", "light")]);
    visit(&browser, "/");
    assert_eq!(paper(), light);
}

/// The menu of colours is written before anybody has asked for any.
#[test]
fn the_colours_of_a_link_stay_when_the_rest_of_the_program_comes() {
    let browser = explore("/?color=dark");
    std::thread::sleep(std::time::Duration::from_millis(1_000));
    comes_to(&browser, "?color=dark");
    let dark = browser.script("return document.documentElement.dataset.color", &[]);
    assert_eq!(dark, "dark");
    assert_eq!(
        browser.role("combobox", "Colours").property("value"),
        "dark"
    );
}

/// Browsers put back into fields what stood there; the address knows better or the same.
#[test]
fn loading_again_keeps_what_was_asked_for() {
    let browser = explore("/");
    write(&browser, "doctors");
    browser.role("checkbox", "Firm pledge").click();
    comes_to(&browser, "?q=doctors&kind=firm");
    let found = status(&browser);
    browser.post("refresh", &json!({}));
    wake(&browser);
    comes_to(&browser, "?q=doctors&kind=firm");
    browser.until("the same results", || status(&browser) == found);
    assert_eq!(browser.find("#q").property("value"), "doctors");
    assert!(browser.role("checkbox", "Firm pledge").is_selected());
    visit(&browser, "/");
    assert_eq!(browser.find("#q").property("value"), "");
    assert!(!browser.role("checkbox", "Firm pledge").is_selected());
    browser.assert_no_errors();
}

/// On a slow line what is typed before the program runs is kept, with the caret.
#[test]
fn words_typed_before_the_program_runs_are_kept() {
    let browser = Browser::open();
    let slow = json!({
        "offline": false, "latency": 0, "downloadThroughput": 120_000, "uploadThroughput": -1,
    });
    browser.chromium("Network.enable", &json!({}));
    browser.chromium("Network.emulateNetworkConditions", &slow);
    browser.visit("/");
    let all = n_entries(&browser);
    write(&browser, "hospital");
    let alive = "return 'alive' in document.documentElement.dataset";
    assert_eq!(
        browser.script(alive, &[]),
        false,
        "the line was not slow enough"
    );
    browser.until("the program to run", || browser.script(alive, &[]) == true);
    browser.until("the words to be heard", || n_entries(&browser) < all);
    comes_to(&browser, "?q=hospital");
    assert_eq!(browser.find("#q").property("value"), "hospital");
    assert_eq!(browser.focused().attribute("id").as_deref(), Some("q"));
}

/// Two searches with a rest between them are two places to go back to.
#[test]
fn back_undoes_one_search_not_all_of_them() {
    let browser = explore("/");
    write(&browser, "pay");
    comes_to(&browser, "?q=pay");
    // A bout of typing ends two seconds after the address has followed it.
    std::thread::sleep(std::time::Duration::from_millis(2_500));
    write(&browser, "ment");
    comes_to(&browser, "?q=payment");
    browser.back();
    comes_to(&browser, "?q=pay");
    browser.until("the first words", || {
        browser.find("#q").property("value") == "pay"
    });
}

#[test]
fn a_label_pressed_deep_in_the_list_leads_to_the_list_it_makes() {
    let browser = explore("/");
    let labels = browser.all("article[data-unit] .theme");
    let deep = labels.last().expect("a label");
    browser.script("arguments[0].scrollIntoView()", &[deep.handle()]);
    deep.click();
    browser.until("the results to be in view", || {
        let top = "return document.getElementById('results').getBoundingClientRect().top";
        let top = browser.script(top, &[]).as_f64().unwrap_or(f64::MAX);
        (-2.0..800.0).contains(&top)
    });
    assert_eq!(
        browser.focused().attribute("id").as_deref(),
        Some("results")
    );
    browser.assert_no_errors();
}

#[test]
fn where_the_program_cannot_be_had_the_page_says_so_and_reads_on() {
    let browser = Browser::open();
    browser.chromium("Network.enable", &json!({}));
    browser.chromium("Network.setBlockedURLs", &json!({ "urls": ["*.wasm"] }));
    browser.visit("/");
    browser.until("the notice", || {
        browser.all(".still").iter().any(|notice| notice.is_shown())
    });
    assert!(n_entries(&browser) >= 12);
    assert!(!browser.find("#fault").is_shown());
}
