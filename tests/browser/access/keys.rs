//! Walks through whole pages by the Tab key: everything that can be pressed is come to, is seen
//! when it is, shows that it has the focus, and lets it go again.
//!
//! At 1280 px as on a desk, and in a window of 320 by 256, which is the same at 400 %.

use serde_json::{Value, json};

use super::states::{EXPLORER, OTHERS, State, Tour};
use crate::driver::Browser;
use crate::element::keys;

/// What takes the Tab key, noted in the page: of radio buttons of one name only one does.
const NOTE: &str = "
    const all = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, iframe, [tabindex]')];
    const takes = (it) => it.getAttribute('tabindex') !== '-1' && !it.disabled
        && it.checkVisibility({ visibilityProperty: true });
    const group = (it) => it.type === 'radio' ? it.name : null;
    window.due = new Map();
    window.stops = new Map();
    for (const it of all.filter(takes)) {
        if (group(it) && !it.checked && all.some((of) => group(of) === group(it) && of !== it
            && takes(of) && (of.checked || due.has(of)))) continue;
        due.set(it, due.size);
    }
    getSelection().removeAllRanges();
    document.activeElement.blur();
    scrollTo(0, 0);
    return due.size;";

/// Where the focus is: `[times it was here, what it is, complaint]`; nothing at the page's end.
const STOP: &str = "
    const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) return null;
    const before = stops.get(it) ?? 0;
    stops.set(it, before + 1);
    const told = it.localName + (it.id ? '#' + it.id : '') + ' “'
        + (it.getAttribute('aria-label') ?? it.textContent).trim().slice(0, 60) + '”';
    const faults = [];
    const drawn = it instanceof SVGElement;
    const ring = (of) => { const s = getComputedStyle(of);
        return drawn ? s.stroke !== 'none' && parseFloat(s.strokeWidth) >= 2
            : s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
    const ringed = drawn ? [...it.querySelectorAll('.hit')].some(ring) : ring(it);
    // A frame shows the focus where it is: in the frame.
    if (!ringed && it.localName !== 'iframe') faults.push('shows no focus');
    const seen = [...it.getClientRects()].some((r) => {
        const [l, t] = [Math.max(r.left, 0), Math.max(r.top, 0)];
        const [w, h] = [Math.min(r.right, innerWidth) - l, Math.min(r.bottom, innerHeight) - t];
        if (w < 1 || h < 1) return false;
        return [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([x, y]) => {
            const hit = document.elementFromPoint(l + w * x, t + h * y);
            return hit !== null && (it.contains(hit) || hit.contains(it));
        });
    });
    if (!seen) faults.push('is not to be seen');
    if (it.tabIndex > 0) faults.push('jumps the queue');
    return [before, told, faults.join(', ')];";

/// What was not come to.
const MISSED: &str = "
    return [...due.keys()].filter((it) => !stops.has(it) && it.isConnected)
        .map((it) => it.outerHTML.slice(0, 120));";

/// More stops than any page has.
const MANY: usize = 900;

/// Everything that is wrong on the way through the page, forwards.
#[track_caller]
fn walk(browser: &Browser) -> Vec<String> {
    let due = browser.script(NOTE, &[]);
    assert!(due.as_u64() > Some(2), "nothing to press");
    let mut faults = Vec::new();
    let mut last = String::new();
    for no in 0.. {
        assert!(no < MANY, "no end, at {last}");
        browser.press(keys::TAB);
        let stop = browser.script(STOP, &[]);
        let Some(told) = stop[1].as_str() else { break };
        let again = stop[0].as_u64() > Some(0);
        // Within a frame the focus stays at the frame for a while.
        if again && told != last {
            break;
        }
        if let Some(fault) = stop[2].as_str().filter(|it| !it.is_empty() && !again) {
            faults.push(format!("{told} {fault}"));
        }
        told.clone_into(&mut last);
    }
    let missed = browser.script(MISSED, &[]);
    let missed = missed.as_array().cloned().unwrap_or_default();
    faults.extend(missed.iter().map(|it| format!("{it} is not come to")));
    faults
}

/// Walks through these states; more of them would say the same of the same parts.
#[track_caller]
fn through(names: &[&str], size: (u32, u32)) {
    let tour = Tour::start();
    tour.browser.size(size.0, size.1);
    let all: Vec<&State> = EXPLORER.iter().chain(&OTHERS).collect();
    let mut faults = Vec::new();
    for name in names {
        let state = all.iter().find(|it| it.name == *name).expect(name);
        tour.enter(state);
        let found = walk(&tour.browser);
        faults.extend(found.iter().map(|it| format!("{name}: {it}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const EVERYWHERE: [&str; 10] = [
    "a filter",
    "two selections",
    "a slip put right",
    "a statement",
    "a question",
    "a small theme",
    "the builder of a statement",
    "a question in a frame",
    "themes and years in a frame",
    "a lost page",
];

#[test]
fn every_stop_on_a_desk_is_seen() {
    through(&EVERYWHERE, (1280, 800));
}

#[test]
fn every_stop_in_a_window_of_320_by_256_is_seen() {
    through(&EVERYWHERE, (320, 256));
}

/// Backwards nothing holds the focus either: as many stops as forwards, the other way round.
#[test]
fn the_way_back_is_the_way() {
    let tour = Tour::start();
    for name in ["a filter", "the builder of two selections"] {
        let mut all = EXPLORER.iter().chain(&OTHERS);
        tour.enter(all.find(|it| it.name == name).expect(name));
        let stops = |back: bool| -> Vec<Value> {
            let mut stops = Vec::new();
            loop {
                if back {
                    tour.browser.press_with(keys::SHIFT, keys::TAB);
                } else {
                    tour.browser.press(keys::TAB);
                }
                let stop = tour.browser.script(STOP, &[]);
                if !stop[1].is_string() || stops.len() > MANY {
                    return stops;
                }
                // A frame is one stop, however many it has within.
                if stop[1].as_str().is_some_and(|it| it.starts_with("iframe"))
                    && stops.last() == Some(&stop[1])
                {
                    continue;
                }
                if stop[0] != json!(0) {
                    return stops;
                }
                stops.push(stop[1].clone());
            }
        };
        tour.browser.script(NOTE, &[]);
        let there = stops(false);
        // From the page's end: focus its last stop once more, then back.
        tour.browser.script("stops.clear()", &[]);
        let mut back = stops(true);
        back.reverse();
        assert!(there.len() > 20, "{name}: {there:?}");
        let same = there.iter().filter(|it| back.contains(it)).count();
        assert!(same + 2 >= there.len(), "{name}:\n{there:#?}\n{back:#?}");
    }
}

/// The walk sees what it is for: a focus that does not show, a stop out of sight, one left out.
#[test]
fn a_fault_on_the_way_is_found() {
    let tour = Tour::start();
    let mut all = OTHERS.iter();
    let state = all.find(|it| it.name == "a lost page").expect("it");
    for (harm, fault) in [
        ("a { outline: none !important }", "shows no focus"),
        (
            "a { position: absolute; left: -90px; width: 40px }",
            "is not to be seen",
        ),
    ] {
        tour.enter(state);
        let style = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets = [sheet];";
        tour.browser.script(style, &[json!(harm)]);
        let found = walk(&tour.browser);
        assert!(found.iter().any(|it| it.contains(fault)), "{found:?}");
    }
}
