//! Charts, as people use them: a line drawn over years by pointer and by keys, cells walked by
//! arrows, two selections compared, pictures and numbers taken away, changes heard.

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::element::keys;
use crate::explore::{explore, status};

/// The query part of the address, once it is this.
fn comes_to(browser: &Browser, query: &str) {
    browser.until(&format!("the address {query:?}"), || {
        let address = browser.address();
        address.find('?').map_or("", |at| &address[at..]) == query
    });
}

fn focus(browser: &Browser, css: &str) {
    let found = browser.script(
        "const it = document.querySelector(arguments[0]); it?.focus(); return it !== null",
        &[json!(css)],
    );
    assert_eq!(found, json!(true), "{css}");
}

/// The key of the mark that has the focus.
fn focused(browser: &Browser) -> String {
    let key = browser.script("return document.activeElement.dataset.key ?? ''", &[]);
    key.as_str().unwrap_or_default().to_owned()
}

/// Every chart as text, element by element; of this page, or as the page was written.
fn charts(browser: &Browser, written: bool) -> Value {
    let script = "
        const told = (it) => it.nodeType === 3 ? it.data : [
            it.localName,
            [...it.attributes].map((at) => at.name + '=' + at.value)
                .filter((at) => !/^(tabindex|data-between)=/.test(at)).sort().join(' '),
            [...it.childNodes].map(told).join(''),
        ].join('|');
        const all = (page) => [...page.querySelectorAll('#explore [data-chart] svg, .charts svg')]
            .map(told);
        if (!arguments[0]) return all(document);
        return new Promise((done) => {
            const asked = new XMLHttpRequest();
            asked.open('GET', './');
            asked.responseType = 'document';
            asked.onload = () => done(all(asked.response));
            asked.send();
        });";
    browser.script(script, &[json!(written)])
}

#[test]
fn the_program_draws_the_very_elements_that_were_written() {
    let browser = explore("/");
    let (live, written) = (charts(&browser, false), charts(&browser, true));
    let (live, written) = (live.as_array().unwrap(), written.as_array().unwrap());
    assert_eq!((live.len(), written.len()), (3, 3));
    for (live, written) in live.iter().zip(written) {
        let (live, written) = (live.as_str().unwrap(), written.as_str().unwrap());
        let same = live
            .bytes()
            .zip(written.bytes())
            .take_while(|(a, b)| a == b);
        let at = same.count();
        let near = |text: &str| {
            text.get(at.saturating_sub(60)..)
                .map(|it| it.chars().take(160).collect::<String>())
        };
        assert!(live == written, "{:?}\n{:?}", near(live), near(written));
    }
    browser.assert_no_errors();
}

#[test]
fn a_line_drawn_over_years_narrows_to_them() {
    let browser = explore("/");
    let place = |year: u16| {
        let script = "const it = document.querySelector(`[data-chart=years] [data-key=y${arguments[0]}] .hit`);
            it.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = it.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let place = browser.script(script, &[json!(year)]);
        (place[0].clone(), place[1].clone())
    };
    let _ = place(2015);
    let (from, to) = (place(2015), place(2018));
    let moves =
        |(x, y): &(Value, Value)| json!({"type": "pointerMove", "duration": 50, "x": x, "y": y});
    let draw = |pointer: &str| {
        browser.post(
            "actions",
            &json!({"actions": [{
                "type": "pointer", "id": pointer, "parameters": {"pointerType": pointer},
                "actions": [
                    moves(&from), {"type": "pointerDown", "button": 0},
                    moves(&to), {"type": "pointerUp", "button": 0},
                ],
            }]}),
        );
    };
    draw("mouse");
    comes_to(&browser, "?from=2015&to=2018");
    assert!(!browser.all("[data-chart=years] .choice").is_empty());
    browser.back();
    comes_to(&browser, "");
    draw("touch");
    comes_to(&browser, "?from=2015&to=2018");
    browser.back();
    comes_to(&browser, "");
    focus(&browser, "[data-chart=years] [data-key=y2023]");
    browser.press_with(keys::SHIFT, &[keys::RIGHT, keys::RIGHT].concat());
    comes_to(&browser, "?from=2023&to=2025");
    assert_eq!(focused(&browser), "y2025");
    browser.assert_no_errors();
}

#[test]
fn one_tab_reaches_the_matrix_and_arrows_walk_in_it() {
    let browser = explore("/");
    browser.until("one way in", || {
        browser
            .all("[data-chart=matrix] svg a[href]:not([tabindex])")
            .len()
            == 1
    });
    focus(&browser, "[data-chart=matrix] svg a[href]:not([tabindex])");
    let first = focused(&browser);
    browser.press(keys::RIGHT);
    assert_ne!(focused(&browser), first);
    browser.press(keys::DOWN);
    let cell = focused(&browser);
    assert!(cell.starts_with("c1-"), "{cell}");
    let says = browser.focused().announced_name();
    browser.press(keys::ENTER);
    let year = &cell[3..];
    comes_to(
        &browser,
        &format!("?theme=integration&from={year}&to={year}"),
    );
    let count = status(&browser);
    let count = count.split(' ').next().unwrap();
    assert!(
        says.contains(&format!(": {count} pledge")),
        "{count} in {says}"
    );
    assert_eq!(focused(&browser), cell, "the mark keeps the focus");
    browser.press(keys::ENTER);
    comes_to(&browser, "");
    browser.assert_no_errors();
}

#[test]
fn one_address_shows_two_selections_with_what_each_rests_on() {
    let browser = explore("/?side=government&vs=side%3Dopposition");
    let rests = |name: &str| browser.find(&format!("[data-selection={name}] dd")).text();
    let (a, b) = (rests("A"), rests("B"));
    assert!(
        a.contains(" pledges in ") && b.contains(" pledges in "),
        "{a}; {b}"
    );
    assert_eq!(status(&browser), a);
    let says = browser.find("[data-chart=themes] .takeaway").text();
    assert!(says.starts_with("A: ") && says.contains(" B: "), "{says}");
    assert!(!browser.all("[data-chart=years] .other").is_empty());
    browser.role("button", "Swap A and B").click();
    comes_to(&browser, "?side=opposition&vs=side%3Dgovernment");
    assert_eq!((rests("A"), rests("B")), (b, a));
    browser.role("button", "Stop comparing").click();
    comes_to(&browser, "?side=opposition");
    browser.assert_no_errors();
}

#[test]
fn years_by_article_and_themes_by_kind_are_part_of_the_address() {
    let browser = explore("/");
    browser.role("button", "Per article").click();
    comes_to(&browser, "?per=article");
    let says = browser.find("[data-chart=years] .takeaway").text();
    assert!(says.contains(" each on average, in "), "{says}");
    browser.role("button", "By kind").click();
    comes_to(&browser, "?split=kind&per=article");
    assert!(!browser.all("[data-chart=themes] .kind-soft").is_empty());
    browser.assert_no_errors();
}

/// What the page would have saved: for each file its type, its size and the beginning of its text.
fn saved(browser: &Browser, chart: &str, form: &str) -> [String; 2] {
    let script = "
        const [chart, form] = arguments;
        return new Promise((done) => {
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
                URL.createObjectURL = make;
                blob.text().then((text) => done([blob.type, text]));
                return make(blob);
            };
            [...document.querySelectorAll(`[data-chart=${chart}] .save a`)]
                .find((it) => it.textContent === form).click();
        });";
    let file = browser.script(script, &[json!(chart), json!(form)]);
    [0, 1].map(|n| file[n].as_str().unwrap_or_default().to_owned())
}

#[test]
fn what_is_taken_away_is_what_is_shown() {
    let browser = explore("/?q=funding&color=dark");
    let n = status(&browser);
    let [kind, svg] = saved(&browser, "themes", "SVG");
    assert_eq!(kind, "image/svg+xml");
    assert!(svg.starts_with("<svg xmlns=") && svg.contains("#1C1C1C"));
    let words = svg.split(['<', '>']).collect::<Vec<_>>().join(" ");
    for part in [&*n, "corpus version", "?q=funding", "Pledges by theme"] {
        let found = words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(part);
        assert!(found || wrapped(&svg, part), "{part:?} in {svg}");
    }
    let [kind, csv] = saved(&browser, "years", "CSV");
    assert_eq!(kind, "text/csv");
    let shown = browser.script(
        "const rows = [...document.querySelectorAll('[data-chart=years] tbody tr')];
         return rows.map((row) => [...row.cells].map((it) => it.textContent).join(','))",
        &[],
    );
    let rows: Vec<String> = shown
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap().replace("no article", ""))
        .collect();
    let lines: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(lines, rows);
    let [kind, png] = saved(&browser, "matrix", "PNG");
    assert_eq!(kind, "image/png");
    assert!(png.contains("PNG"), "no bitmap");
    browser.assert_no_errors();
}

/// Whether the texts of a drawing, one after the other, say this.
fn wrapped(svg: &str, part: &str) -> bool {
    let texts = svg.split("</text>").filter_map(|it| it.rsplit('>').next());
    let joined = texts.collect::<Vec<_>>().join(" ").replace("&amp;", "&");
    joined.contains(part) || joined.replace(' ', "").contains(&part.replace(' ', ""))
}

#[test]
fn what_was_found_is_told_once_typing_stops() {
    let browser = explore("/");
    let before = status(&browser);
    let script = "
        window.told = [];
        new MutationObserver(() => told.push(document.querySelector('[role=status]').textContent))
            .observe(document.querySelector('[role=status]'), { characterData: true, childList: true, subtree: true });";
    browser.script(script, &[]);
    browser.role("searchbox", "Search").write("doctors");
    browser.until("the count to be told", || status(&browser) != before);
    let told = browser.script("return told", &[]);
    assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
    browser.until("what charts say to be told", || {
        browser.find("[role=log]").text().contains("By theme: ")
    });
    browser.assert_no_errors();
}
