//! One page of every kind: nobody complains, and nobody else is asked for anything.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::driver::Browser;
use crate::engine::NO_WASM;
use crate::host::Host;

/// One page of every kind; views in frames have their own tests (`embed`).
pub(crate) const PAGES: [&str; 15] = [
    "",
    "?q=nurses&theme=workforce&vs=side%3Dgovernment",
    "?show=table",
    "pledge/no-nhs-restructure/",
    "article/healthcare-leader-2023-icbs-primary-care/",
    "thread/reorganisation/",
    "theme/workforce/",
    "speaker/wes-streeting/",
    "article/",
    "thread/",
    "theme/",
    "speaker/",
    "about/",
    "embed/",
    "changes/",
];

#[test]
fn no_page_complains_or_asks_anybody_else() {
    let browser = Browser::open();
    for page in PAGES {
        browser.visit(page);
        assert!(!browser.title().starts_with("Page not found"), "{page}");
        std::thread::sleep(Duration::from_millis(300));
        let asked = "
            const all = performance.getEntriesByType('resource').map((it) => it.name);
            return all.filter((it) => new URL(it).origin !== location.origin)";
        assert_eq!(browser.script(asked, &[]), json!([]), "{page}");
    }
    browser.assert_no_errors();
}

/// What its driver keeps back, `WebKit`'s browser writes where it was started: complaints of its
/// own and of the page's policy too.
#[test]
fn no_page_complains_to_whoever_starts_webkit_by_hand() {
    let site = Host::site("");
    let program = std::env::var("PLEDGES_BROWSER").expect("`cargo xtask test` names it");
    let trap = site.at("no-such-page/");
    let mut browser = Command::new(program)
        .arg("--enable-write-console-messages-to-stdout=true")
        .args(PAGES.iter().map(|page| site.at(page)))
        // Without this one it would not be known that complaints are heard at all.
        .args([
            trap,
            "data:text/html,<script>console.error('heard')</script>".to_owned(),
        ])
        .env("NO_AT_BRIDGE", "1")
        .stdout(Stdio::null())
        // Whatever the name of the setting says.
        .stderr(Stdio::piped())
        .spawn()
        .expect("the browser starts");
    let end = std::time::Instant::now() + Duration::from_secs(30);
    let has = |part: &str| site.asked().iter().any(|it| it.path.contains(part));
    while !(has(".wasm") && has("changes/") && has("no-such-page")) {
        assert!(std::time::Instant::now() < end, "{:?}", site.asked());
        std::thread::sleep(Duration::from_millis(100));
    }
    std::thread::sleep(Duration::from_secs(4));
    let _ = browser.kill();
    let mut said = String::new();
    let mut pipe = browser.stderr.take().expect("its words");
    pipe.read_to_string(&mut said).expect("words");
    let _ = browser.wait();
    let complaints = said.lines().filter(|it| it.contains("CONSOLE"));
    // GTK's WebKit has no manifests, and says that it does not know what may be one.
    let usual = ["no-such-page", "directive 'manifest-src'"];
    let complaints: Vec<&str> = complaints
        .filter(|it| !usual.iter().any(|known| it.contains(known)))
        .collect();
    assert!(complaints.iter().any(|it| it.contains("heard")), "{said}");
    assert_eq!(complaints.len(), 1, "{complaints:#?}");
}

/// Where WebAssembly cannot be had at all, everything can be read, and the page says what is
/// missing.
#[test]
fn without_webassembly_the_site_can_be_read() {
    let browser = Browser::with(&[NO_WASM]);
    browser.visit("");
    assert_eq!(
        browser.script("return typeof WebAssembly", &[]),
        "undefined"
    );
    browser.until("the notice", || {
        browser.all(".still").iter().any(|it| it.is_shown())
    });
    assert!(!browser.find("#fault").is_shown());
    assert!(browser.all("article[data-unit]").len() >= 12);
    for page in PAGES {
        browser.visit(page);
        assert!(browser.find("h1").is_shown(), "{page}");
        let busy = "return document.querySelectorAll('[aria-busy=true], progress').length";
        assert_eq!(browser.script(busy, &[]), 0, "{page}");
    }
    browser.assert_no_errors();
}
