//! Good manners in somebody else's page.

use super::{Post, UNIT, rest};
use crate::element::keys;
use serde_json::json;

/// A thousand messages of every shape but the one that counts.
const HOSTILE: &str = "
  const frame = document.querySelector('iframe').contentWindow;
  const loop = {}; loop.loop = loop;
  const odd = [null, undefined, 1, 'pledges:color', [], {}, loop, { type: 'pledges:color' },
    { type: 'pledges:color', value: 'red' }, { type: 'pledges:color', value: ['dark'] },
    { type: 'pledges:color', value: { toString: 'dark' } }, { type: ['pledges:color'], value: 'dark' },
    { type: 'pledges:height', id: 0, height: 1 }, { type: 'color', value: 'dark' },
    { type: 'pledges:query', value: '?theme=nowhere' }, { message: 'ready' },
    { message: 'ready', secret: null }, { message: 'ready', secret: '.*' },
    { __proto__: { type: 'pledges:color', value: 'dark' } }, '<img src=x onerror=alert(1)>',
    { sentinel: 'amp', type: 'embed-size', height: 9 }, new Map([['type', 'pledges:color']])];
  for (let n = 0; n < 1000; n++) frame.postMessage(odd[n % odd.length], '*');
";

#[test]
fn a_thousand_hostile_messages_change_nothing() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    rest();
    let page = |post: &Post| {
        post.enter("iframe");
        let page = post
            .browser
            .script("return document.documentElement.outerHTML", &[]);
        post.leave();
        page
    };
    let (before, told) = (page(&post), post.heights().len());
    post.browser.script(HOSTILE, &[]);
    rest();
    assert_eq!(page(&post), before);
    assert_eq!(post.heights().len(), told);
    post.browser.assert_no_errors();
}

/// Colours of whoever is not the parent are no concern of a frame.
#[test]
fn only_the_parent_sets_colours() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    let color = |post: &Post| {
        post.enter("iframe");
        let color = post.browser.script(
            "return document.documentElement.dataset.color || 'none'",
            &[],
        );
        post.leave();
        color
    };
    post.enter("iframe");
    post.browser.script(
        "postMessage({ type: 'pledges:color', value: 'dark' }, '*')",
        &[],
    );
    post.leave();
    rest();
    assert_eq!(color(&post), "none", "it spoke to itself");
    for value in ["dark", "light", "auto"] {
        let say = "document.querySelector('iframe').contentWindow.postMessage({ type: 'pledges:color', value: arguments[0] }, '*')";
        post.browser.script(say, &[json!(value)]);
        let want = if value == "auto" { "none" } else { value };
        post.browser.until(value, || color(&post) == want);
    }
}

/// However often the host asks, it is answered ten times a second at most.
#[test]
fn answers_come_ten_times_a_second_at_most() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    rest();
    let before = post.heights().len();
    let ask = "const frame = document.querySelector('iframe').contentWindow; \
        return new Promise((end) => { let n = 0; const each = setInterval(() => { \
        frame.postMessage({ type: 'pledges:color', value: n % 2 ? 'dark' : 'light' }, '*'); \
        if (++n === 200) { clearInterval(each); end(n); } }, 5); })";
    post.browser.script(ask, &[]);
    rest();
    let at: Vec<f64> = post
        .heard()
        .iter()
        .filter(|it| it["data"]["type"] == "pledges:height")
        .filter_map(|it| it["at"].as_f64())
        .skip(before)
        .collect();
    // A busy machine hears some of them late, and so two of them at once.
    let lasted = at.last().unwrap_or(&0.0) - at.first().unwrap_or(&0.0);
    let most = lasted / 100.0 + 2.0;
    let answers = at.len() as f64;
    assert!(answers > 1.0 && answers <= most, "{answers} in {lasted} ms");
}

/// Only the site is asked, and it does not know who asks; nothing is kept.
#[test]
fn a_frame_asks_its_own_site_only_and_keeps_nothing() {
    for view in [UNIT, "embed/years/?theme=workforce"] {
        let post = Post::open("plain.html", view);
        post.told();
        rest();
        assert!(post.site.asked().iter().all(|it| !it.known));
        post.enter("iframe");
        let names = post.browser.script(
            "return performance.getEntriesByType('resource').map((it) => it.name)",
            &[],
        );
        for name in names.as_array().into_iter().flatten() {
            assert!(
                name.as_str()
                    .is_some_and(|it| it.starts_with(&post.site.address)),
                "{name}"
            );
        }
        let kept = "return Promise.all([localStorage.length, sessionStorage.length, document.cookie.length, \
            indexedDB.databases().then((it) => it.length), caches.keys().then((it) => it.length), \
            navigator.serviceWorker ? navigator.serviceWorker.getRegistrations().then((it) => it.length) : 0])";
        assert_eq!(
            post.browser.script(kept, &[]),
            json!([0, 0, 0, 0, 0, 0]),
            "{view}"
        );
        post.leave();
        let asked = post.blog.asked();
        assert!(
            asked.iter().all(|it| !it.path.contains("embed/")),
            "{asked:?}"
        );
    }
}

#[test]
fn tab_goes_into_the_frame_and_out_of_it() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    post.browser
        .script("document.getElementById('before').focus()", &[]);
    post.browser.press(keys::TAB);
    let active = || {
        post.browser
            .script("return document.activeElement.localName", &[])
    };
    assert_eq!(active(), "iframe", "in");
    post.enter("iframe");
    let links = post.browser.all("a").len();
    post.leave();
    for _ in 0..links {
        post.browser.press(keys::TAB);
    }
    assert_eq!(
        post.browser.script("return document.activeElement.id", &[]),
        "after",
        "and out"
    );
}

/// Nothing takes the focus or scrolls the host.
#[test]
fn a_frame_takes_neither_focus_nor_place() {
    let post = Post::open("plain.html", "embed/list/?theme=workforce");
    post.browser
        .until("the selection", || post.text().contains("Theme: Workforce"));
    let state = "return [document.activeElement.localName, scrollY]";
    assert_eq!(post.browser.script(state, &[]), json!(["body", 0]));
}

/// At any width everything can be read without going sideways, but for a chart that needs more.
#[test]
fn nothing_sticks_out_however_narrow_the_frame() {
    for view in [
        "embed/list/",
        "embed/compare/",
        "embed/matrix/",
        "embed/thread/staff/",
        UNIT,
    ] {
        let post = Post::open("plain.html", view);
        post.told();
        for width in [240, 280, 320, 480, 680, 1_000] {
            post.browser.script(
                "document.querySelector('iframe').style.width = arguments[0] + 'px'",
                &[json!(width)],
            );
            post.enter("iframe");
            let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(post.browser.script(over, &[]), 0, "{view} at {width}");
            post.leave();
        }
    }
}

/// Who prints a post prints the views in it.
#[test]
fn a_printed_post_holds_the_words_of_its_views() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    rest();
    let file = post
        .browser
        .chromium("Page.printToPDF", &json!({ "printBackground": false }));
    let words = post
        .browser
        .script(include_str!("printed.js"), &[file["data"].clone()]);
    let words: Vec<String> = words
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it.as_str().unwrap_or_default().replace(' ', ""))
        .collect();
    let holds = |part: &str| words.iter().any(|it| it.contains(part));
    assert!(holds("Before"), "the post itself: {words:?}");
    assert!(holds("doublethenumberofmedicalschool"), "{words:?}");
}
