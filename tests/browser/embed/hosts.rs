//! The hosts that people have: WordPress, Ghost, and frames with all kinds of leave.

use super::{Post, UNIT, rest};
use serde_json::json;

/// WordPress shows the quotation until the frame has spoken, and lets it run scripts only.
#[test]
fn wordpress_shows_the_frame_in_place_of_the_link_and_sizes_it() {
    let post = Post::open("wordpress.html", UNIT);
    post.told();
    post.browser.until("the frame to be shown", || {
        post.find("iframe").attribute("style").is_none()
    });
    assert!(!post.find("blockquote").is_shown());
    // It may be told another height once it is seen.
    rest();
    let height = post.told();
    let set = post.find("iframe").attribute("height");
    assert_eq!(set, Some(height.clamp(200, 1_000).to_string()));
    let said = post
        .heard()
        .into_iter()
        .filter(|it| it["data"]["message"] == "height")
        .last()
        .expect("its own words");
    assert_eq!(said["data"]["secret"], "aB3dE6gH9j");
    assert_eq!(said["data"]["value"], height);
    rest();
    assert!(post.heights().len() <= 3, "{:?}", post.heights());
    assert!(
        post.text()
            .contains("double the number of medical school places")
    );
    post.browser.assert_no_errors();
}

/// Its script may come after the frame has spoken; it then says that it is ready.
#[test]
fn wordpress_is_told_again_when_it_is_ready() {
    let post = Post::open("wordpress.html", UNIT);
    post.told();
    rest();
    let before = post.heights().len();
    let ready = "document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: arguments[0] }, '*')";
    post.browser.script(ready, &[json!("another")]);
    rest();
    assert_eq!(post.heights().len(), before, "that is not its secret");
    post.browser.script(ready, &[json!("aB3dE6gH9j")]);
    post.browser
        .until("the height again", || post.heights().len() == before + 1);
}

/// There frames may not open windows: WordPress follows links to the frame's own host itself.
#[test]
fn a_link_in_wordpress_leads_to_the_page_in_full() {
    let post = Post::open("wordpress.html", UNIT);
    post.browser.until("the frame to be shown", || {
        post.find("iframe").attribute("style").is_none()
    });
    post.enter("iframe");
    post.browser.find(".ways a").click();
    post.leave();
    let page = [
        post.site.address.as_str(),
        "pledge/double-medical-school-places/",
    ]
    .concat();
    post.browser
        .until("the page", || post.browser.address() == page);
}

#[test]
fn ghost_shows_the_frame_beside_what_stands_around_it() {
    let post = Post::open("ghost.html", "embed/thread/reorganisation/");
    post.told();
    assert!(post.find("blockquote").is_shown());
    assert!(post.text().contains("Last word"));
}

/// Whatever a frame may do, the view is read; where it may do nothing, without a word to the host.
#[test]
fn a_view_is_read_in_every_kind_of_frame() {
    for sandbox in [
        "",
        "allow-scripts",
        "allow-same-origin",
        "allow-scripts allow-same-origin",
    ] {
        let post = Post::with(
            "sandboxed.html",
            "embed/thread/reorganisation/",
            "",
            sandbox,
        );
        assert!(post.text().contains("Last word"), "{sandbox}");
        rest();
        assert_eq!(
            post.heights().is_empty(),
            !sandbox.contains("allow-scripts"),
            "{sandbox}"
        );
        post.enter("iframe");
        let drawn = post
            .browser
            .all("svg")
            .iter()
            .filter(|it| it.is_shown())
            .count();
        assert_eq!(drawn, 1, "of the drawings one is seen: {sandbox}");
    }
}
