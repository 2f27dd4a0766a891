//! Type twice as large, lines and letters wider apart, a window at 400 %, more contrast and less
//! motion: nothing is cut off, lies over another or has to be scrolled sideways.
//!
//! Charts, tables and pieces of markup may be wider than the window, as WCAG has it of what needs
//! two dimensions; each scrolls in a place of its own and the page does not.

use serde_json::json;

use super::states::{Deed, EXPLORER, OTHERS, State, Tour};
use crate::driver::Browser;

/// The four of WCAG 1.4.12.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];";

/// What is wrong with how the page is laid out.
const FAULTS: &str = "
    const faults = [];
    // A phone's own width: where something stands out, the window grows to hold it.
    const wide = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - wide;
    if (over > 0) {
        const out = [...document.body.querySelectorAll('*')].filter((it) =>
            it.getBoundingClientRect().right > wide + 1
            && !it.closest('.drawing, .scroll, .charts, pre, svg, .sr, .chart, .skip'));
        faults.push(`the page is ${over} px too wide: ` + out.slice(0, 3).map((it) => it.outerHTML.slice(0, 100)).join(' | '));
    }
    const shown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // What only screen readers are told is cut to nothing on purpose.
    const unseen = (it) => it !== null && (getComputedStyle(it).clipPath === 'inset(50%)' || unseen(it.parentElement));
    for (const it of document.body.querySelectorAll('*:not(svg, svg *)')) {
        const style = getComputedStyle(it);
        if (!['hidden', 'clip'].includes(style.overflowX) && !['hidden', 'clip'].includes(style.overflowY)) continue;
        if (unseen(it) || !shown(it) || !it.textContent.trim()) continue;
        if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
            faults.push('cut off: ' + it.outerHTML.slice(0, 120));
    }
    // Words that lie over other words, where both are seen: not what is beyond the edge of
    // something that scrolls.
    const boxes = [];
    const clips = new Map();
    const clip = (it) => {
        if (!it) return [-1e6, -1e6, 1e6, 1e6];
        if (clips.has(it)) return clips.get(it);
        let [l, t, r, b] = clip(it.parentElement);
        if (it !== document.body && getComputedStyle(it).overflowX !== 'visible') {
            const own = it.getBoundingClientRect();
            [l, t, r, b] = [Math.max(l, own.left), Math.max(t, own.top), Math.min(r, own.right), Math.min(b, own.bottom)];
        }
        clips.set(it, [l, t, r, b]);
        return [l, t, r, b];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest('svg, option, select, #fault, .skip, iframe, script, pre') || unseen(parent) || !shown(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const [l, t, r, b] = clip(parent);
        for (const box of range.getClientRects()) {
            // Of a line's height the middle half is where letters are.
            const [high, low] = [box.top + box.height * .25, box.bottom - box.height * .25];
            const it = [Math.max(l, box.left), Math.max(t, high), Math.min(r, box.right), Math.min(b, low), node];
            if (it[2] - it[0] > 3 && it[3] - it[1] > 2) boxes.push(it);
        }
    }
    const lines = boxes.sort((a, b) => a[1] - b[1]);
    for (let i = 0; i < lines.length; i++)
        for (let j = i + 1; j < lines.length && lines[j][1] < lines[i][3] - 2; j++) {
            const [a, b] = [lines[i], lines[j]];
            if (a[4] !== b[4] && a[0] < b[2] - 2 && b[0] < a[2] - 2)
                faults.push(`“${a[4].data.trim().slice(0, 40)}” lies over “${b[4].data.trim().slice(0, 40)}”`);
        }
    return [...new Set(faults)].slice(0, 8);";

/// Anything that moves by itself, or would when it changes.
const MOVES: &str = "
    const moving = document.getAnimations().map((it) => 'runs: ' + it.constructor.name);
    for (const it of [document.documentElement, ...document.body.querySelectorAll('*')])
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(it, part);
            if (parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth' || it.matches('marquee, blink, video, audio'))
                moving.push(it.outerHTML.slice(0, 100));
        }
    return moving.slice(0, 5);";

fn is_calm(state: &State) -> bool {
    state.deed != Deed::Still && state.deed != Deed::Fault
}

fn states() -> impl Iterator<Item = &'static State> {
    EXPLORER.iter().chain(&OTHERS).filter(|it| is_calm(it))
}

/// What a script complains of in every state, at each of these sizes.
#[track_caller]
fn complaints(tour: &Tour, before: &str, sizes: &[(u32, u32)]) {
    let mut faults = Vec::new();
    for state in states() {
        for &(width, height) in sizes {
            tour.browser.size(width, height);
            tour.enter(state);
            tour.browser.script(before, &[]);
            faults.extend(found(tour, state, width));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the script complains of now.
#[track_caller]
fn found(tour: &Tour, state: &State, width: u32) -> Vec<String> {
    settle(&tour.browser);
    let found = tour.browser.script(FAULTS, &[]);
    let found = found.as_array().into_iter().flatten();
    found
        .map(|it| format!("{} at {width}: {it}", state.name))
        .collect()
}

/// The same in a window at 400 %, into which one that shows this state already is made.
#[track_caller]
pub(super) fn when_enlarged(tour: &Tour, state: &State) -> Vec<String> {
    if !is_calm(state) {
        return Vec::new();
    }
    let (width, height) = ENLARGED;
    tour.browser.size(width, height);
    tour.unfold(state);
    found(tour, state, width)
}

fn settle(browser: &Browser) {
    let frames = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 80))))";
    browser.script(frames, &[]);
}

/// The browser is told to write twice as large, as its settings have it: 32 px for 16.
#[test]
fn type_twice_as_large_has_room() {
    let tour = Tour::start();
    write_at(&tour.browser, 32);
    complaints(&tour, "", &[(1280, 800)]);
}

/// Tells the browser how large to write where a page says nothing of it.
fn write_at(browser: &Browser, size: u32) {
    browser.chromium(
        "Page.setFontSizes",
        &json!({ "fontSizes": { "standard": size, "fixed": size } }),
    );
}

#[test]
fn lines_words_and_letters_wider_apart_have_room() {
    complaints(&Tour::start(), SPACED, &[(360, 800)]);
}

/// 1280 by 1024 px at 400 %.
const ENLARGED: (u32, u32) = (320, 256);

#[test]
fn a_window_at_four_times_its_size_needs_one_way_of_scrolling() {
    complaints(&Tour::start(), "", &[ENLARGED]);
}

/// Nobody has to ask for it: nothing moves for anybody.
#[test]
fn nothing_moves_by_itself() {
    let tour = Tour::start();
    for state in states() {
        tour.enter(state);
        let moving = tour.browser.script(MOVES, &[]);
        assert_eq!(moving, json!([]), "{}", state.name);
    }
}

/// Whoever asks for more contrast gets words and lines in the colour of ink.
#[test]
fn more_contrast_is_given_where_it_is_asked_for() {
    let tour = Tour::start();
    let colours = "
        const it = document.querySelector('.hint, .lede, footer, .foot');
        return [getComputedStyle(it).color, getComputedStyle(document.body).color]";
    for name in ["a filter", "about", "themes in a frame"] {
        let mut all = EXPLORER.iter().chain(&OTHERS);
        let state = all.find(|it| it.name == name).expect(name);
        for scheme in ["light", "dark"] {
            let wish = ("prefers-color-scheme", scheme);
            tour.browser.wishes(&[wish]);
            tour.enter(state);
            let usual = tour.browser.script(colours, &[]);
            assert_ne!(usual[0], usual[1], "{name}");
            tour.browser.wishes(&[wish, ("prefers-contrast", "more")]);
            let more = tour.browser.script(colours, &[]);
            assert_eq!(more[0], more[1], "{name}");
        }
    }
}

/// Whoever has told the browser to write larger is heard: sizes follow its own.
#[test]
fn sizes_follow_the_browsers_own() {
    for font in [16, 24] {
        let tour = Tour::start();
        write_at(&tour.browser, font);
        for (name, share) in [("about", 1.0625), ("a statement in a frame", 1.0)] {
            let mut all = EXPLORER.iter().chain(&OTHERS);
            tour.enter(all.find(|it| it.name == name).expect(name));
            let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
            let size = tour.browser.script(size, &[]).as_f64();
            assert_eq!(size, Some(f64::from(font) * share), "{name}");
        }
    }
}

/// What is looked for is found: a page too wide, words cut off, words over words.
#[test]
fn a_fault_of_room_is_found() {
    let tour = Tour::start();
    let mut all = OTHERS.iter();
    let state = all.find(|it| it.name == "about").expect("it");
    tour.browser.size(360, 800);
    for (harm, fault) in [
        ("h1 { width: 900px }", "too wide"),
        ("h1 { height: 10px; overflow: hidden }", "cut off"),
        ("h1 { height: 0 }", "lies over"),
    ] {
        tour.enter(state);
        let style = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets = [sheet];";
        tour.browser.script(style, &[json!(harm)]);
        let found = tour.browser.script(FAULTS, &[]).to_string();
        assert!(found.contains(fault), "{fault}: {found}");
    }
}
