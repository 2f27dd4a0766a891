//! Views in frames of other people's pages.
//!
//! Each test has a blog and the built folder at two origins of their own (`host`).

mod app;
mod element;
mod heights;
mod hosts;
mod manners;

use crate::driver::Browser;
use crate::element::Element;
use crate::host::Host;
use serde_json::{Value, json};
use std::time::Duration;

const UNIT: &str = "embed/unit/double-medical-school-places/";

/// A blog's page in a browser, with a frame that shows a view of the site.
struct Post {
    browser: Browser,
    site: Host,
    blog: Host,
}

impl Post {
    /// The page of this name, in whose frame the view stands.
    #[track_caller]
    fn open(page: &str, view: &str) -> Self {
        Self::with(page, view, "", "")
    }

    /// The same with headers of the site and with words for the page's `sandbox`.
    #[track_caller]
    fn with(page: &str, view: &str, headers: &str, sandbox: &str) -> Self {
        let site = Host::site(headers);
        let address = [site.address.as_str(), view].concat();
        let words = [
            ("view", address.as_str()),
            ("site", &site.address),
            ("sandbox", sandbox),
        ];
        let blog = Host::blog(&words, "");
        let browser = Browser::open();
        browser.go(&[blog.address.as_str(), page].concat());
        Self {
            browser,
            site,
            blog,
        }
    }

    /// What the page has heard: `[{no, data, at}]`.
    #[track_caller]
    fn heard(&self) -> Vec<Value> {
        let heard = self.browser.script("return window.heard", &[]);
        heard.as_array().cloned().unwrap_or_default()
    }

    /// The heights that it was told in our own words.
    #[track_caller]
    fn heights(&self) -> Vec<u64> {
        let ours = |it: &Value| it["data"]["type"] == "pledges:height";
        let heard = self.heard().into_iter().filter(ours);
        heard
            .filter_map(|it| it["data"]["height"].as_u64())
            .collect()
    }

    /// Waits until it was told one.
    #[track_caller]
    fn told(&self) -> u64 {
        self.browser
            .wait("a height", || self.heights().last().copied())
    }

    /// What follows is asked of the frame, until [`Self::leave`].
    #[track_caller]
    fn enter(&self, css: &str) {
        let frame = self.browser.find(css);
        self.browser.post("frame", &json!({ "id": frame.handle() }));
    }

    /// What follows is asked of the host's page.
    #[track_caller]
    fn leave(&self) {
        self.browser.post("frame", &json!({ "id": null }));
    }

    /// The text in the frame.
    #[track_caller]
    fn text(&self) -> String {
        self.enter("iframe");
        let text = self.browser.find("body").text();
        self.leave();
        text
    }

    #[track_caller]
    fn find(&self, css: &str) -> Element<'_> {
        self.browser.find(css)
    }
}

/// Long enough for anything that goes on to be seen going on.
fn rest() {
    std::thread::sleep(Duration::from_millis(1_500));
}
