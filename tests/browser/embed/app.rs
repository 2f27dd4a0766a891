//! Views of a selection, which the program draws in the frame.

use super::{Post, rest};
use crate::host::ANYBODY;

const WORKFORCE: &str = "embed/years/?theme=workforce";

#[test]
fn a_selection_is_drawn_in_the_frame() {
    for view in ["themes", "years", "matrix", "list", "compare"] {
        let post = Post::open(
            "plain.html",
            &format!("embed/{view}/?theme=workforce&color=light"),
        );
        post.browser
            .until(view, || post.text().contains("Theme: Workforce"));
        let text = post.text();
        assert!(!text.contains("Everything in the corpus"), "{text}");
        post.enter("iframe");
        let links = post.browser.script(
            "return [...document.links].every((it) => it.target === '_blank' && it.rel === 'noopener')",
            &[],
        );
        assert_eq!(links, true, "{view}");
        let full = post.browser.find("footer a").property("href");
        assert!(
            full.as_str()
                .is_some_and(|it| it.contains("theme=workforce") && !it.contains("color")),
            "{full}"
        );
        post.browser.assert_no_errors();
    }
}

/// What the program draws fits the frame again, and the host hears of it, but not for ever.
#[test]
fn its_height_follows() {
    let post = Post::open("plain.html", "embed/list/?theme=workforce&q=gps");
    post.browser
        .until("the selection", || post.text().contains("gps"));
    rest();
    let told = post.heights();
    assert!(told.len() <= 4, "{told:?}");
    post.enter("iframe");
    let high = post
        .browser
        .script("return document.body.getBoundingClientRect().height", &[]);
    assert_eq!(
        told.last().copied(),
        high.as_f64().map(|it| it.ceil() as u64)
    );
}

/// A frame of no origin may load the program only where the site's host says so to anybody.
#[test]
fn a_frame_of_no_origin_draws_it_where_the_site_allows() {
    let post = Post::with("sandboxed.html", WORKFORCE, ANYBODY, "allow-scripts");
    post.browser
        .until("the selection", || post.text().contains("Theme: Workforce"));
    post.browser.assert_no_errors();
}

/// Elsewhere what stands there stays, and says what it is.
#[test]
fn a_frame_of_no_origin_says_so_where_it_does_not() {
    let post = Post::with("sandboxed.html", WORKFORCE, "", "allow-scripts");
    post.browser.until("a word", || {
        post.text().contains("cannot be worked out in this frame")
    });
    let text = post.text();
    assert!(text.contains("Everything in the corpus"), "{text}");
    post.enter("iframe");
    let link = post.browser.find(".notes a").property("href");
    assert_eq!(link, format!("{}?theme=workforce", post.site.address));
}

#[test]
fn what_is_not_known_is_left_out_with_a_note() {
    let post = Post::open(
        "plain.html",
        "embed/themes/?theme=nowhere&speaker=wes-streeting",
    );
    post.browser
        .until("a note", || post.text().contains("“nowhere” (Theme)"));
    assert!(post.text().contains("Speaker: Wes Streeting"));
}

/// Until the program draws, the view stays as it was written; nothing in between is seen.
#[test]
fn nothing_flashes() {
    let post = Post::open("plain.html", WORKFORCE);
    post.browser
        .until("the selection", || post.text().contains("Theme: Workforce"));
    rest();
    let told = post.heights();
    assert!(
        told.iter().all(|it| *it > 200),
        "the frame was empty for a moment: {told:?}"
    );
}

/// Colours and what counts clicks ask for no program.
#[test]
fn colours_alone_start_no_program() {
    let post = Post::open("plain.html", "embed/years/?color=dark&utm_source=letter");
    post.told();
    rest();
    let asked = post.site.asked();
    assert!(
        !asked.iter().any(|it| it.path.contains(".wasm")),
        "{asked:?}"
    );
    post.enter("iframe");
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    assert_eq!(post.browser.script(ground, &[]), "rgb(18, 18, 18)");
}
