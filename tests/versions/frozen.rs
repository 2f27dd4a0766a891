//! Views of earlier versions in the folder of a later build: two whole builds, one after the
//! other, by the very code of `publish`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pledges::corpus::author::Sources;
use pledges::site::kept::with_line;

use super::built::program;
use super::built::{Folder, version};
use super::later;
use crate::support::{good, library_of};

const STAGED: &str = "<!DOCTYPE html>\n<html><head><title>x</title>\n<link rel=\"stylesheet\" href=\"./style.css\">\n\
    <script src=\"page.js\"></script><script src=\"boot.js\" data-js=\"app.js\" data-wasm=\"app_bg.wasm\" data-later=\"later.wasm\"></script></head>\n<body>\n<div id=\"page\"></div>\n</body></html>\n";

/// Stages what Trunk stages, and finishes it. `made` makes what builds name after content differ.
fn whole(name: &str, made: &str, sources: Sources, previous: Option<&Path>) -> Folder {
    let folder = Folder::new(name);
    let files = [
        "style.css",
        "boot.js",
        "page.js",
        "app.js",
        "app_bg.wasm",
        "later.wasm",
        "frame.js",
        "builder.js",
        "builder.wasm",
        "embed.css",
        "pledge-explorer.js",
    ];
    for name in files {
        fs::write(folder.0.join(name), [name, made].concat()).unwrap();
    }
    fs::write(folder.0.join("index.html"), STAGED).unwrap();
    program::finish(&folder.0, previous, "", library_of(sources)).unwrap();
    folder
}

/// Every file below a folder, from the root.
fn files(root: &Path, below: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![below.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).unwrap().flatten() {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                found.insert(name);
            }
        }
    }
    found
}

/// What a page asks for or leads to within the site, as paths from the root.
fn named(file: &str, page: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in ["href", "src", "data-js", "data-wasm", "data-later"] {
        for (at, opening) in page.match_indices(&format!(" {name}=\"")) {
            let value = page[at + opening.len()..].split('"').next().unwrap();
            let path = value.split(['?', '#']).next().unwrap();
            if path.contains(':') || path.is_empty() {
                continue;
            }
            let mut steps: Vec<&str> = file.split('/').collect();
            steps.pop();
            for step in path.split('/') {
                match step {
                    "" | "." => {}
                    ".." => assert!(steps.pop().is_some(), "{value} in {file} leaves the site"),
                    step => steps.push(step),
                }
            }
            found.push(steps.iter().collect());
        }
    }
    found
}

/// A page without what stands in the line.
fn but_for_the_line(page: &str) -> String {
    with_line(page, "", "", "").expect("it has the element")
}

#[test]
fn views_of_an_earlier_version_stay_and_say_what_came_since() {
    let [a, b] = [good(), later()].map(version);
    let first = whole("frozen-a", " one", good(), None);
    let frozen = files(&first.0, &format!("embed/at/{a}"));
    let page = |view: &str| format!("embed/at/{a}/{view}/index.html");
    let view = |page: &str| page.contains("data-view=\"themes\"");
    assert!(
        frozen.contains(&page("unit/freeze-mooring-fee")) && view(&first.read(&page("themes")))
    );
    assert!(
        !first.read(&page("themes")).contains("see changes"),
        "nothing came since"
    );

    let second = whole("frozen-b", " two", later(), Some(&first.0));
    assert_eq!(files(&second.0, &format!("embed/at/{a}")), frozen);
    let general = "1 pledge added, 1 statement changed, 1 statement withdrawn";
    for (name, line, root) in [
        ("themes", format!("{general} since; "), "../../../../"),
        (
            "unit/freeze-mooring-fee",
            format!("This statement was changed since; in all {general}; "),
            "../../../../../",
        ),
        (
            "unit/dredge-channel-declined",
            format!("This statement was withdrawn since; in all {general}; "),
            "../../../../../",
        ),
        (
            "thread/port-office",
            format!("{general} since; "),
            "../../../../../",
        ),
    ] {
        let link = format!(
            "<a href=\"{root}changes/{a}/{b}/\" target=\"_blank\" rel=\"noopener\">see changes</a></p>"
        );
        let text = second.read(&page(name));
        assert!(
            text.contains(&[line.as_str(), &link].concat()),
            "{name}: {}",
            &text[text.len() - 600..]
        );
    }
    for name in &frozen {
        let (old, new) = (first.read(name), second.read(name));
        if !name.ends_with("/index.html") {
            assert_eq!(old, new, "{name}");
            continue;
        }
        assert_eq!(but_for_the_line(&old), but_for_the_line(&new), "{name}");
        for path in named(name, &new) {
            let path = second.0.join(path);
            assert!(
                path.is_file() || path.join("index.html").is_file(),
                "{} in {name}",
                path.display()
            );
        }
    }
    // The program of that version is there, and not that of this one alone.
    let scripts = |folder: &Folder| -> BTreeSet<String> {
        let page = folder.read(&page("years"));
        let all = named(&page_file(&a), &page).into_iter();
        all.filter_map(|it| Some(it.to_str()?.to_owned()))
            .filter(|it| it.contains(".wasm") || it.contains(".js"))
            .collect()
    };
    assert_eq!(scripts(&first), scripts(&second));
    assert_eq!(scripts(&second).len(), 4);
    assert!(second.has(&format!("embed/at/{b}/themes/index.html")));

    // Back at the first version: nothing came since, and what was published of it stays.
    let back = whole("frozen-back", " three", good(), Some(&second.0));
    for name in &frozen {
        assert_eq!(back.read(name), first.read(name), "{name}");
    }
}

fn page_file(version: &str) -> String {
    format!("embed/at/{version}/years/index.html")
}

/// What is in the folder and is no page of ours is carried as it is; what is no version is not.
#[test]
fn what_has_no_line_is_left_alone() {
    assert_eq!(
        with_line("<p>nothing</p>", "embed/at/x/index.html", "x", "changes/"),
        None
    );
    assert_eq!(
        with_line(
            "<p data-since=\"x\" class=\"since\">cut of",
            "a/index.html",
            "x",
            "changes/"
        ),
        None
    );
    let page =
        "<p data-since=\"a\" class=\"since\">old; <a href=\"x\">see changes</a></p>\n</body>";
    let told = with_line(
        page,
        "embed/at/a/themes/index.html",
        "<new>",
        "changes/a/b/",
    )
    .unwrap();
    assert_eq!(
        told,
        "<p data-since=\"a\" class=\"since\">&lt;new&gt;; <a href=\"../../../../changes/a/b/\" target=\"_blank\" rel=\"noopener\">see changes</a></p>\n</body>"
    );
}
