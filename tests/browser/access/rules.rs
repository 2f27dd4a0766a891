//! Every state by every rule of axe-core: WCAG 2.0, 2.1 and 2.2, levels A and AA, and what its
//! authors call best practice.
//!
//! In: axe-core, from `PLEDGES_AXE` (`cargo xtask test` fetches it). Out: nothing, or what is at
//! fault and where. No rule is turned off. What axe-core cannot decide by itself has to be one of
//! [`UNDECIDED`], each of which something else decides.

use serde_json::Value;

use super::room;
use super::states::{EXPLORER, OTHERS, State, Tour};

/// What pages are told of the reader.
const SCHEMES: [(&str, &[(&str, &str)]); 3] = [
    ("light", &[("prefers-color-scheme", "light")]),
    ("dark", &[("prefers-color-scheme", "dark")]),
    ("forced colours", &[("forced-colors", "active")]),
];

/// A phone's, a tablet's and a desk's; the first is also 1280 px at 400 %.
const WIDTHS: [u32; 3] = [320, 768, 1280];

/// Rules that axe-core leaves open somewhere, and what decides them.
const UNDECIDED: [(&str, &str); 3] = [
    // Of words in drawings it cannot tell what is behind them: tests/chart tries every colour of
    // drawings on its ground. What lies beyond the edge of something that scrolls it calls covered:
    // the same words are seen in a window that is wide enough.
    ("color-contrast", "set apart"),
    // The preview of the builder is a page of the site, looked at by itself.
    ("frame-tested", "#preview"),
    // "Context a" is shown as "a": a single letter is no word to it. The name does hold it.
    ("label-content-name-mismatch", "aria-label=\"Context "),
];

/// Runs in the page: what was found, a line each, and what could not be decided.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    const told = (all) => all.flatMap((rule) => rule.nodes.map((node) => [
        rule.id,
        node.target.join(' '),
        [...node.any, ...node.all, ...node.none].map((it) => it.message).join('; '),
        node.html.slice(0, 160),
        String(document.querySelector(node.target[0])?.closest('svg, .charts, .scroll') !== null),
    ]));
    return axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations', 'incomplete'],
        iframes: false,
    }).then((it) => ({ faults: told(it.violations), open: told(it.incomplete), rules: it.passes.length }));";

fn rules() -> String {
    let file = std::env::var_os("PLEDGES_AXE")
        .expect("PLEDGES_AXE names no axe-core; `cargo xtask test` fetches it");
    std::fs::read_to_string(file).expect("axe-core")
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether something else decides what axe-core leaves open here.
fn is_decided(finding: &Value) -> bool {
    UNDECIDED.iter().any(|(rule, place)| {
        word(&finding[0]) == *rule
            && match *place {
                "set apart" => word(&finding[4]) == "true",
                place => word(&finding[1]).contains(place) || word(&finding[3]).contains(place),
            }
    })
}

/// The state in one scheme at one width; its faults, a line each.
#[track_caller]
fn look(tour: &Tour, axe: &str, state: &State, scheme: usize, width: u32) -> Vec<String> {
    let (scheme, wishes) = SCHEMES[scheme];
    tour.browser.size(width, 800);
    tour.browser.wishes(wishes);
    tour.enter(state);
    tour.browser.script(axe, &[]);
    let found = tour.browser.script(RUN, &[]);
    let passed = found["rules"].as_u64().unwrap_or_default();
    assert!(passed > 10, "{}: only {passed} rules were run", state.name);
    let list = |of: &str| found[of].as_array().cloned().unwrap_or_default();
    let open = list("open").into_iter().filter(|it| !is_decided(it));
    let all = list("faults").into_iter().chain(open);
    let line = |it: Value| {
        format!(
            "{} ({scheme}, {width} px): {}: {}: {}: {}",
            state.name,
            word(&it[0]),
            word(&it[1]),
            word(&it[2]),
            word(&it[3])
        )
    };
    all.map(line).collect()
}

/// Each state once, each in another of the nine ways, and then in a window at 400 %.
#[track_caller]
fn once(states: &[State]) {
    let (tour, axe) = (Tour::start(), rules());
    let mut faults = Vec::new();
    for (no, state) in states.iter().enumerate() {
        // 3 and 4 have no common divisor: the ways come one after the other, none is left out.
        let (scheme, width) = (no % 3, WIDTHS[no / 3 % 3]);
        faults.extend(look(&tour, &axe, state, scheme, width));
        faults.extend(room::when_enlarged(&tour, state));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_explorer_keeps_every_rule() {
    once(&EXPLORER);
}

#[test]
fn every_other_page_keeps_every_rule() {
    once(&OTHERS);
}

/// Every state in all nine ways.
#[test]
#[ignore = "takes a quarter of an hour; run `cargo xtask test --all`"]
fn every_state_in_every_way() {
    let (tour, axe) = (Tour::start(), rules());
    let mut faults = Vec::new();
    let mut looks = 0;
    for state in EXPLORER.iter().chain(&OTHERS) {
        for (scheme, width) in (0..3).flat_map(|it| WIDTHS.map(|width| (it, width))) {
            faults.extend(look(&tour, &axe, state, scheme, width));
            looks += 1;
        }
    }
    println!("{looks} looks, {} faults", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A page with one fault of many kinds: the rules are run, and heard.
#[test]
fn a_fault_is_found() {
    let (tour, axe) = (Tour::start(), rules());
    let state = OTHERS.iter().find(|it| it.name == "about").expect("it");
    tour.browser.size(1280, 800);
    tour.enter(state);
    for (harm, rule) in [
        (
            "document.querySelector('main, article')?.prepend(Object.assign(document.createElement('img'), { src: 'data:,' }))",
            "image-alt",
        ),
        (
            "document.documentElement.removeAttribute('lang')",
            "html-has-lang",
        ),
        (
            "document.querySelector('p').style.color = '#bbb'",
            "color-contrast",
        ),
        (
            "document.querySelector('h1').replaceWith(document.createElement('h4'))",
            "page-has-heading-one",
        ),
        (
            "document.querySelector('nav a').replaceChildren()",
            "link-name",
        ),
    ] {
        tour.browser.script(harm, &[]);
        tour.browser.script(&axe, &[]);
        let found = tour.browser.script(RUN, &[]);
        let faults = found["faults"].as_array().cloned().unwrap_or_default();
        assert!(
            faults.iter().any(|it| word(&it[0]) == rule),
            "{rule}: {faults:?}"
        );
    }
}
