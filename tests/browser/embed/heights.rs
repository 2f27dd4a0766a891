//! How a frame tells its host how high it is.

use super::{Post, UNIT, rest};
use crate::driver::Browser;
use crate::host::Host;

#[test]
fn a_frame_tells_its_height_and_the_host_needs_no_bar_to_scroll_it() {
    let post = Post::open("plain.html", UNIT);
    let height = post.told();
    rest();
    assert!(post.heights().len() <= 3, "{:?}", post.heights());
    post.enter("iframe");
    let high = post.browser.script(
        "return [innerHeight, document.documentElement.scrollHeight]",
        &[],
    );
    assert_eq!(high[0], height, "the frame is as high as it said");
    assert_eq!(high[1], height, "and nothing stands out of it");
}

#[test]
fn heights_are_told_in_the_words_of_all_who_listen() {
    let post = Post::open("plain.html", UNIT);
    let height = post.told();
    let heard = post.heard();
    let said = |want: &dyn Fn(&serde_json::Value) -> bool| heard.iter().any(|it| want(&it["data"]));
    assert!(said(&|it| it["type"] == "pledges:height"
        && it["id"] == 0
        && it["height"] == height));
    assert!(said(&|it| it["sentinel"] == "amp"
        && it["type"] == "embed-size"
        && it["height"] == height));
    // Medium parses a string.
    let medium = heard.iter().filter_map(|it| it["data"].as_str());
    let medium: Vec<serde_json::Value> = medium
        .filter_map(|it| serde_json::from_str(it).ok())
        .collect();
    let frame = [post.site.address.as_str(), UNIT].concat();
    assert!(medium.iter().any(|it| it["context"] == "iframe.resize"
        && it["height"] == height
        && it["src"] == frame.as_str()));
    assert!(
        !said(&|it| it["message"] == "height"),
        "without a secret nothing is for WordPress"
    );
}

#[test]
fn what_is_unfolded_is_told_and_what_is_folded_too() {
    let post = Post::open("plain.html", "embed/years/");
    let folded = post.told();
    post.enter("iframe");
    post.browser.find("summary").click();
    post.leave();
    post.browser.until("a larger height", || {
        post.heights().last().is_some_and(|it| *it > folded)
    });
    post.enter("iframe");
    post.browser.find("summary").click();
    post.leave();
    post.browser.until("the first height", || {
        post.heights().last() == Some(&folded)
    });
}

/// A host that always sets less than it was told has a bar that comes and goes.
#[test]
fn a_host_that_disagrees_is_not_talked_to_for_ever() {
    for less in [1, 20, 200] {
        let post = Post::open(&format!("plain.html?less={less}"), "embed/list/");
        post.told();
        rest();
        let told = post.heights().len();
        assert!(told <= 3, "{less} less: {:?}", post.heights());
        rest();
        assert_eq!(post.heights().len(), told, "{less} less");
    }
}

/// A view that is the higher the higher its frame is could grow for ever.
#[test]
fn a_frame_that_grows_by_being_told_of_is_told_of_three_times() {
    let post = Post::open("plain.html", UNIT);
    post.told();
    rest();
    let before = post.heights().len();
    post.enter("iframe");
    post.browser.script(
        "document.body.append(document.createElement('div'));
         document.body.lastChild.style.height = '100vh';",
        &[],
    );
    post.leave();
    post.browser
        .until("another height", || post.heights().len() > before);
    rest();
    let told = post.heights().len();
    // Where the host gets a bar to scroll by, the frame gets narrower, which is a cause anew.
    assert!(told <= before + 6, "{:?}", post.heights());
    rest();
    assert_eq!(post.heights().len(), told);
}

#[test]
fn nobody_is_told_anything_where_there_is_no_frame() {
    let site = Host::site("");
    let browser = Browser::open();
    browser.go(&[site.address.as_str(), UNIT].concat());
    let counted = "window.n = 0; addEventListener('message', () => n++); dispatchEvent(new Event('resize')); \
        document.body.style.paddingBottom = '99px'; return new Promise((end) => setTimeout(() => end(n), 600))";
    assert_eq!(browser.script(counted, &[]), 0);
    browser.assert_no_errors();
}

#[test]
fn a_number_that_the_host_gives_comes_back_with_the_height() {
    let post = Post::open("plain.html", &[UNIT, "#?id=41"].concat());
    post.told();
    let ours = post
        .heard()
        .into_iter()
        .find(|it| it["data"]["type"] == "pledges:height");
    assert_eq!(ours.expect("a height")["data"]["id"], 41);
}
