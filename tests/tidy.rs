//! What may know what: the rules of ARCHITECTURE.md, read off the source.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders, and words that may not stand in them.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "corpus",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "crate::search",
            "crate::explore",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "search",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "crate::explore",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "texts",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "crate::explore",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "explore",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "brief",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "format!",
            "crate::search",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "cite",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "serde",
            "format!",
            "crate::search",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "chart",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "crate::search",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "browser",
        &[
            "crate::corpus",
            "crate::search",
            "crate::explore",
            "crate::chart",
            "crate::ui",
            ".unwrap(",
            "expect_throw",
        ],
    ),
    ("ui", &["std::fs", "web_sys::window", "gloo::"]),
    ("site", &["std::fs", "web_sys", "gloo"]),
    (
        "embed",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "serde",
            "format!",
            "crate::corpus",
            "crate::search",
            "crate::explore",
            "crate::chart",
            "crate::ui",
            "HashMap",
            "HashSet",
        ],
    ),
    (
        "versions",
        &[
            "yew",
            "web_sys",
            "gloo",
            "std::fs",
            "format!",
            "crate::chart",
            "crate::ui",
            "crate::site",
            "HashMap",
            "HashSet",
        ],
    ),
    ("split", &["std::fs", "crate::", "HashMap", "HashSet"]),
];

/// What may stand nowhere: raw HTML, clocks, and marks of unfinished work.
const NOWHERE: &[&str] = &[
    "from_html_unchecked",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "document.write",
    "eval(",
    "SystemTime",
    "Instant::now",
    "todo!",
    "unimplemented!",
    "dbg!",
];

/// The sources below a folder.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of src") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Lines of code that hold any of the words, comments left out.
fn breaches(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in sources(folder) {
        let text = fs::read_to_string(&path).expect("a source file");
        for (no, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if let Some(word) = words.iter().find(|word| code.contains(**word)) {
                found.push(format!("{}:{}: `{word}`", path.display(), no + 1));
            }
        }
    }
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn each_folder_knows_only_what_it_may() {
    let found: Vec<String> = FORBIDDEN
        .iter()
        .flat_map(|(folder, words)| breaches(&src().join(folder), words))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_raw_timed_or_unfinished_stands_anywhere() {
    let found = breaches(&src(), NOWHERE);
    assert!(found.is_empty(), "{found:#?}");
}

/// Ways by which text becomes markup or a program, in scripts and in pages.
const RAW: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "parseFromString",
    "setHTMLUnsafe",
    "srcdoc",
    "eval(",
    "new Function",
    "javascript:",
    "setTimeout(\"",
    "setTimeout('",
    "setTimeout(`",
];

/// Scripts, and the pages that they run in: no file of ours takes text for more than text.
#[test]
fn no_script_takes_text_for_markup_or_a_program() {
    let root = src().join("..");
    let mut files = vec![root.join("index.html"), root.join("deploy/sw-kill.js")];
    let scripts = fs::read_dir(root.join("assets")).expect("a folder");
    let scripts = scripts.flatten().map(|it| it.path());
    files.extend(scripts.filter(|it| it.extension().is_some_and(|end| end == "js")));
    assert!(files.len() > 10, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).expect("a script");
        let found = RAW.iter().find(|word| text.contains(**word));
        assert!(found.is_none(), "{}: {found:?}", path.display());
    }
}

/// A file opens with what it is.
#[test]
fn every_file_says_what_it_is() {
    for path in sources(&src()) {
        let text = fs::read_to_string(&path).expect("a source file");
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

/// The style sheets turn every class of a chart to night.
#[test]
fn the_style_sheets_know_every_class_of_the_charts() {
    for sheet in ["style.css", "embed.css"] {
        let sheet = src().join("../assets").join(sheet);
        knows_every_class(&fs::read_to_string(sheet).expect("a style sheet"));
    }
}

fn knows_every_class(style: &str) {
    for rule in pledges::chart::look::night().lines() {
        let class = rule.split(' ').next().unwrap_or_default();
        let follows = style.lines().any(|line| {
            line.starts_with("svg ") && line.split([' ', ',', '(', ')']).any(|word| word == class)
        });
        assert!(follows, "{class}");
    }
}
