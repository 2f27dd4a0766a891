//! Whatever is pressed by key, the focus is somewhere afterwards: what goes away or is replaced
//! hands it on to something near by.
//!
//! In: states of the explorer, the builder, a statement's page. Out: each button, each thing that
//! unfolds, and the first links of each kind that change the page, pressed by Enter. Invariant: a
//! walk that does not meet what is known to go away fails.

use serde_json::{Value, json};

use super::states::{Deed, State, Tour};
use crate::driver::Browser;
use crate::element::keys;

/// Finds what can be pressed, by a name that holds when the page is drawn anew: buttons by their
/// words, the others by where they stand; of others alike only two. What leaves the page, saves a
/// file or keeps a copy of the site is for other tests.
const FIND: &str = "
    for (const it of document.querySelectorAll('details')) it.open = true;
    const seen = new Map();
    window.found = new Map();
    for (const it of document.querySelectorAll('button, summary, a[href]')) {
        if (!it.checkVisibility({ visibilityProperty: true }) || it.closest('.offline')) continue;
        const link = it.getAttribute('href');
        if (it.localName === 'a' && (!/^([?]|[.][/]$)/.test(link) || it.hasAttribute('download')
            || !it.closest('#explore'))) continue;
        const words = it.textContent.replace(/\\s+/g, ' ').trim();
        const place = it.closest('[id]')?.id + ' ' + it.parentElement.getAttribute('class');
        const kind = it.localName + ' ' + (it.getAttribute('class') ?? '') + ' in ' + place;
        const name = it.localName === 'button' || it.closest('.compare') ? words : kind;
        const no = seen.get(name) ?? 0;
        seen.set(name, no + 1);
        if (no < 2) found.set(name + (no ? ' again' : ''), it);
    }";

const NAMES: &str = "return [...found.keys()]";

/// Gives the focus to what is called so.
const FOCUS: &str = "
    const it = found.get(arguments[0]);
    it?.focus();
    return it !== undefined && document.activeElement === it;";

/// Back to the view of an address, without loading the page again.
const VIEW: &str = "
    history.pushState(null, '', arguments[0]);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
    return new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))";

/// What follows a press is drawn, what comes a little later too; then whether the focus is
/// anywhere.
const HELD: &str = "return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        const at = document.activeElement;
        done(at !== null && at !== document.body && at !== document.documentElement);
    }, 120))))";

/// Presses in a state whatever was not pressed in another, and says after what the focus was
/// nowhere.
#[track_caller]
fn lost_in(tour: &Tour, state: &State, pressed: &mut Vec<String>) -> Vec<String> {
    let browser = &tour.browser;
    tour.enter(state);
    // Rows that are not near are laid out a moment later.
    browser.until("all rows", || browser.all(".left-out").is_empty());
    let address = browser.address();
    let explorer = !browser.all("#explore").is_empty();
    let find = |more: &str, args: &[Value]| browser.script(&[FIND, more].concat(), args);
    let names = find(NAMES, &[]);
    let names = names.as_array().into_iter().flatten();
    let names: Vec<String> = names
        .filter_map(|it| Some(it.as_str()?.to_owned()))
        .collect();
    let mut lost = Vec::new();
    for name in names {
        if pressed.contains(&name) {
            continue;
        }
        if !explorer && browser.address() != address {
            tour.enter(state);
        }
        browser.until(&name, || {
            // The last press may have been slow to write its address.
            if explorer {
                browser.script(VIEW, &[json!(address)]);
            }
            find(FOCUS, &[json!(name)]) == true
        });
        browser.press(keys::ENTER);
        // A slow machine may draw late; nothing takes so long that it is ten times that.
        if !(0..10).any(|_| browser.script(HELD, &[]) == true) {
            lost.push(format!("{}: {name}", state.name));
        }
        pressed.push(name);
    }
    lost
}

/// States, and what has to be met in them.
const STATES: [(State, &[&str]); 6] = [
    (
        of("nothing found", "?q=zzzz&theme=funding"),
        &[
            "Without “zzzz”",
            "Show everything",
            "Remove filter: Theme: Funding",
            "Clear all",
        ],
    ),
    (
        of("a selection", "?theme=workforce"),
        &[
            "Keep this selection as B, and choose A",
            "Said from government, and from opposition",
            "a theme in",
            "a mark year",
            "summary",
        ],
    ),
    (
        of("two selections", "?side=government&vs=side%3Dopposition"),
        &["Swap A and B", "Stop comparing"],
    ),
    (
        of("a slip put right", "?q=reorganistion"),
        &["Search for exactly what was typed"],
    ),
    (
        of("the builder of a selection", "embed/?view=list&q=nurses"),
        &["Show everything", "Copy"],
    ),
    (
        of("a statement", "pledge/no-nhs-restructure/"),
        &["Copy the citation", "summary"],
    ),
];

const fn of(name: &'static str, path: &'static str) -> State {
    let deed = Deed::Run;
    State { name, path, deed }
}

#[test]
fn whatever_is_pressed_the_focus_is_somewhere() {
    let tour = Tour::start();
    let (mut pressed, mut lost, mut missed) = (Vec::new(), Vec::new(), Vec::new());
    for (state, has) in &STATES {
        let before = pressed.len();
        lost.extend(lost_in(&tour, state, &mut pressed));
        println!("{}: {} pressed", state.name, pressed.len() - before);
        let lacks = |it: &&&str| !pressed.iter().any(|name: &String| name.starts_with(**it));
        missed.extend(
            has.iter()
                .filter(lacks)
                .map(|it| format!("{}: {it}", state.name)),
        );
    }
    assert!(
        lost.is_empty(),
        "the focus is lost after\n{}",
        lost.join("\n")
    );
    assert!(missed.is_empty(), "not met\n{}", missed.join("\n"));
}

/// Where the focus goes is told: by a name, and a role that a screen reader reads.
#[test]
fn what_takes_the_focus_over_has_a_name() {
    let tour = Tour::start();
    for (path, press, role, name) in [
        (
            "?q=zzzz&theme=funding",
            "Without “zzzz”",
            "group",
            "Results",
        ),
        (
            "?q=zzzz&theme=funding",
            "Show everything",
            "group",
            "Results",
        ),
        (
            "",
            "Said from government, and from opposition",
            "group",
            "Comparison",
        ),
        (
            "embed/?view=list&q=nurses",
            "Show everything",
            "group",
            "Which selection",
        ),
    ] {
        let browser: &Browser = &tour.browser;
        tour.enter(&of("explorer or builder", path));
        browser.until(press, || {
            browser.script(&[FIND, FOCUS].concat(), &[json!(press)]) == true
        });
        browser.press(keys::ENTER);
        browser.until(&format!("{role} {name} after {press}"), || {
            browser.focused().is(role, name)
        });
    }
}
