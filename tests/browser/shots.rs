//! Pictures of the site, for people to look at: `cargo xtask shots`.
//!
//! In: the built site; `PLEDGES_SHOT_PATHS`, a list of paths between spaces.
//! Out: one picture per path, width and colour scheme in `PLEDGES_SHOTS`, and
//! with `PLEDGES_README_SHOT` the one picture of the documentation.

use crate::driver::Browser;
use crate::keep;
use std::path::Path;

const PATHS: &str = "/ /?q=icb";
const WIDTHS: [u32; 3] = [360, 768, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Runs only when asked for by name: it looks at nothing by itself.
#[test]
#[ignore = "takes pictures; run `cargo xtask shots`"]
fn shots() {
    let browser = Browser::open();
    if let Some(file) = std::env::var_os("PLEDGES_README_SHOT") {
        show(&browser, "/", 1280, "light");
        keep::save(file.as_ref(), &browser.picture(false)).expect("the picture can be written");
        println!("{}", file.display());
        screens(&browser);
        return;
    }
    let paths = std::env::var("PLEDGES_SHOT_PATHS").unwrap_or_else(|_| PATHS.to_owned());
    for path in paths.split_whitespace() {
        for (width, scheme) in WIDTHS.into_iter().flat_map(|w| SCHEMES.map(|s| (w, s))) {
            show(&browser, path, width, scheme);
            let file = keep::folder().join(format!("{}-{width}-{scheme}.png", named(path)));
            keep::save(&file, &browser.picture(true)).expect("the picture can be written");
            println!("{}", file.display());
        }
    }
    browser.assert_no_errors();
}

/// The two that are shown where the site is offered for installing, and which corpus they show.
fn screens(browser: &Browser) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    for (name, width, height) in [("wide", 1280, 800), ("narrow", 390, 844)] {
        show(browser, "/", width, "light");
        browser.size(width, height);
        let file = folder.join(format!("{name}.png"));
        keep::save(&file, &browser.picture(false)).expect("the picture can be written");
        println!("{}", file.display());
    }
    let title = format!("{}\n", browser.find("h1").text());
    keep::save(&folder.join("of.txt"), title.as_bytes()).expect("it can be written");
}

fn show(browser: &Browser, path: &str, width: u32, scheme: &str) {
    browser.size(width, 900);
    browser.wishes(&[
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ]);
    browser.visit(path);
    // Pages that run no program are as they are once loaded.
    if browser.all("script[data-wasm]").is_empty() {
        return;
    }
    browser.until("the app to run or to give up", || {
        let ended =
            "const d = document.documentElement.dataset; return 'alive' in d || 'still' in d";
        browser.script(ended, &[]) == true
    });
    // Two frames: one for the app to draw in, one for it to be seen.
    browser.script(
        "return new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r())))",
        &[],
    );
}

/// A path as a file name: `/?q=icb` becomes `index-q-icb`.
fn named(path: &str) -> String {
    let path = format!("index{path}");
    let words = path
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[test]
fn paths_make_file_names() {
    assert_eq!(named("/"), "index");
    assert_eq!(named("/?q=icb"), "index-q-icb");
    assert_eq!(named("/pledge/a-b/"), "index-pledge-a-b");
}
