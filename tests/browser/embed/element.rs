//! `<pledge-explorer>`: the element that hosts may use.

use super::{Post, UNIT, rest};
use crate::driver::Browser;
use crate::host::Host;
use serde_json::json;

#[test]
fn the_element_sizes_its_frames_and_puts_them_in_place_of_the_fallback() {
    let post = Post::open("element.html", UNIT);
    for id in ["made", "adopted"] {
        post.browser
            .until(id, || !post.find(&format!("#{id} blockquote")).is_shown());
        let frame = post.find(&format!("#{id} iframe"));
        assert!(frame.is_shown(), "{id}");
        let set = post
            .browser
            .script("return arguments[0].offsetHeight", &[frame.handle()]);
        let told = post.told();
        assert_eq!(set, told, "{id}");
        let title = frame.attribute("title").unwrap_or_default();
        assert_eq!(title.to_lowercase(), id);
    }
    // Who never spoke, or has no address, leaves what stood there.
    rest();
    assert!(post.find("#silent blockquote").is_shown());
    assert!(post.find("#odd p").is_shown());
    assert_eq!(post.browser.all("#odd iframe").len(), 0);
    assert_eq!(post.browser.title(), "A post", "nothing was run");
    assert!(post.heights().len() <= 6, "{:?}", post.heights());
}

#[test]
fn the_element_hands_on_colours() {
    let post = Post::open("element.html", UNIT);
    post.told();
    let dark = "return document.documentElement.dataset.color || 'none'";
    let color = |id: &str| {
        post.enter(&format!("#{id} iframe"));
        let color = post.browser.script(dark, &[]);
        post.leave();
        color.as_str().unwrap_or_default().to_owned()
    };
    post.browser.until("dark", || color("adopted") == "dark");
    // Nobody says what the host is, so it is light.
    post.browser.until("light", || color("made") == "light");
    for (scheme, said) in [("dark", "dark"), ("light dark", "none")] {
        let scheme = json!(scheme);
        post.browser.script(
            "document.documentElement.style.colorScheme = arguments[0]; document.getElementById('made').paint()",
            &[scheme],
        );
        post.browser.until(said, || color("made") == said);
    }
    post.browser.script(
        "document.getElementById('adopted').setAttribute('color', 'light')",
        &[],
    );
    post.browser.until("light", || color("adopted") == "light");
}

/// It needs no inline style or script of its host, and asks for no more than the frame.
#[test]
fn the_element_works_under_a_strict_policy() {
    let site = Host::site("");
    let view = [site.address.as_str(), UNIT].concat();
    let words = [("view", view.as_str()), ("site", &site.address)];
    let own = site.address.trim_end_matches('/');
    let policy = format!(
        "Content-Security-Policy: default-src 'none'; script-src 'self' {own}; frame-src {own} 'self'; style-src 'none'; require-trusted-types-for 'script'\r\n"
    );
    let blog = Host::blog(&words, &policy);
    let browser = Browser::open();
    browser.go(&[blog.address.as_str(), "element.html"].concat());
    browser.until("the frame", || !browser.find("#made blockquote").is_shown());
    let high = browser.script(
        "return document.querySelector('#made iframe').offsetHeight",
        &[],
    );
    assert!(high.as_u64().is_some_and(|it| it > 150), "{high}");
    let silent = browser.console();
    assert!(
        !silent
            .iter()
            .any(|it| it.text.contains("Content Security Policy")),
        "{silent:#?}"
    );
}

/// As it is pasted: no error page covers the words, neither the browser's nor the site's.
#[test]
fn words_stay_where_the_view_or_the_whole_site_is_gone() {
    let site = Host::site("");
    for view in [
        "http://127.0.0.1:9/".to_owned(),
        site.at("embed/unit/no-such-statement/"),
    ] {
        let words = [("view", view.as_str()), ("site", &site.address)];
        let blog = Host::blog(&words, "");
        let browser = Browser::open();
        browser.go(&blog.at("pasted.html"));
        browser.until("the script", || {
            browser.script("return !!customElements.get('pledge-explorer')", &[]) == true
        });
        rest();
        assert!(browser.find("#pasted blockquote").is_shown(), "{view}");
        assert!(!browser.find("#pasted iframe").is_shown(), "{view}");
    }
}

#[test]
fn a_height_that_was_chosen_is_kept() {
    let post = Post::open("pasted.html", UNIT);
    let high = |id: &str| {
        let frame = post.find(&format!("#{id} iframe"));
        frame.is_shown().then(|| {
            let high = "return arguments[0].offsetHeight";
            post.browser.script(high, &[frame.handle()])
        })
    };
    let fixed = post.browser.wait("the frame", || high("fixed"));
    assert_eq!(fixed, 170);
    let pasted = post.browser.wait("the other", || high("pasted"));
    assert_ne!(pasted, 300, "it was told its own");
}

/// Heights count only from the element's own frame, and only such as a view can have.
#[test]
fn the_element_hears_its_own_frame_only() {
    let post = Post::open("element.html", UNIT);
    post.told();
    rest();
    let height = || {
        let frame = post.find("#made iframe");
        let height = "return arguments[0].offsetHeight";
        post.browser.script(height, &[frame.handle()])
    };
    let before = height();
    let says =
        "arguments[0].postMessage({ type: 'pledges:height', id: 0, height: arguments[1] }, '*')";
    // Anybody else: the page itself, and a frame of another view.
    let page = says.replace("arguments[0]", "window");
    post.browser.script(&page, &[json!(null), json!(5_000)]);
    post.enter("#adopted iframe");
    let other = says.replace("arguments[0]", "parent");
    post.browser.script(&other, &[json!(null), json!(777)]);
    post.leave();
    rest();
    assert_eq!(height(), before, "somebody else spoke");
    // Its own frame, of what no view is as high as.
    post.enter("#made iframe");
    for odd in [
        json!(1_000_000),
        json!(0),
        json!(-5),
        json!(12.5),
        json!("900"),
        json!(null),
    ] {
        post.browser.script(&other, &[json!(null), odd]);
    }
    post.leave();
    rest();
    assert_eq!(height(), before, "no view is so high");
}
