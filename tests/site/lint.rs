//! Rules for every file of the built folder.
//!
//! Each rule is one test, and reports all that breaks it.

use crate::html;
use pledges::site::names::integrity;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file, as its path within the folder.
pub(crate) fn files(dist: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("the folder can be read")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dist).expect("it lies within").to_owned());
            }
        }
    }
    found.sort();
    found
}

pub(crate) fn pages(dist: &Path) -> Vec<(PathBuf, String)> {
    let mut pages = files(dist);
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(dist.join(&path)).expect("a page is UTF-8");
        (path, text)
    };
    pages.into_iter().map(read).collect()
}

#[track_caller]
pub(crate) fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The page's policy forbids them, and they would be dead where it is kept.
#[test]
fn no_page_has_a_script_or_style_inside() {
    let mut faults = Vec::new();
    for (path, text) in pages(&crate::dist()) {
        for tag in html::tags(&text) {
            // Data that no browser runs: what the page is about, for crawlers.
            let data = tag.get("type") == Some("application/ld+json");
            let script = tag.name == "script" && tag.get("src").is_none() && !data;
            if script || tag.name == "style" || tag.get("style").is_some() {
                faults.push(format!("{}: <{}> {}", path.display(), tag.name, tag.text));
            }
        }
    }
    none(&faults);
}

/// A site under `/somewhere/` must not ask for anything above it.
#[test]
fn every_address_within_the_site_is_relative_and_leads_to_a_file() {
    let dist = crate::dist();
    let mut faults = Vec::new();
    for (path, text) in pages(&dist) {
        for tag in html::tags(&text) {
            let picture = tag.get("property") == Some("og:image");
            let content = picture.then_some("content");
            let names = [
                "href",
                "src",
                "data-js",
                "data-wasm",
                "data-later",
                "action",
            ];
            for name in names.into_iter().chain(content) {
                let Some(address) = tag.get(name) else {
                    continue;
                };
                if !leads_somewhere(&dist, &path, address) {
                    faults.push(format!(
                        "{}: <{} {name}={address:?}>",
                        path.display(),
                        tag.name
                    ));
                }
            }
        }
    }
    none(&faults);
}

fn leads_somewhere(dist: &Path, page: &Path, address: &str) -> bool {
    // That page is shown at any depth, and names everything from each.
    let address = match page.to_str() {
        Some("404.html") => address.trim_start_matches("../"),
        _ => address,
    };
    let plain = address.split(['?', '#']).next().unwrap_or_default();
    let scheme = plain
        .split('/')
        .next()
        .is_some_and(|start| start.contains(':'));
    if scheme || plain.is_empty() {
        return true;
    }
    if plain.starts_with('/') {
        return false;
    }
    let target = dist
        .join(page.parent().unwrap_or(Path::new("")))
        .join(plain);
    let inside = target.canonicalize().is_ok_and(|target| {
        dist.canonicalize()
            .is_ok_and(|dist| target.starts_with(dist))
    });
    inside && (target.is_file() || target.join("index.html").is_file())
}

/// A style sheet or script whose checksum is another is not loaded.
#[test]
fn checksums_are_those_of_the_files() {
    let dist = crate::dist();
    let mut faults = Vec::new();
    for (path, text) in pages(&dist) {
        for tag in html::tags(&text) {
            for (name, sum) in [
                ("href", "integrity"),
                ("src", "integrity"),
                ("data-wasm", "data-wasm-integrity"),
                ("data-later", "data-later-integrity"),
            ] {
                let Some((address, sum)) = tag.get(name).zip(tag.get(sum)) else {
                    continue;
                };
                let file = dist
                    .join(path.parent().unwrap_or(Path::new("")))
                    .join(address);
                let bytes = fs::read(&file).expect(address);
                if integrity(&bytes) != sum {
                    faults.push(format!("{}: {address} {sum}", path.display()));
                }
            }
        }
    }
    none(&faults);
}

/// A picture that stands alone needs nothing else and does nothing.
#[test]
fn pictures_are_whole_and_still() {
    let dist = crate::dist();
    let mut faults = Vec::new();
    for path in files(&dist) {
        if path.extension().is_none_or(|ending| ending != "svg") {
            continue;
        }
        let text = fs::read_to_string(dist.join(&path)).expect("a picture is UTF-8");
        for tag in html::tags(&text) {
            let acts = ["script", "style", "image", "use", "foreignObject"].contains(&tag.name);
            let leads = ["href", "xlink:href", "style", "onload"];
            if acts || leads.iter().any(|name| tag.get(name).is_some()) {
                faults.push(format!("{}: <{}>", path.display(), tag.name));
            }
        }
    }
    none(&faults);
}

/// Where it was built is nobody's business, and would make every build differ.
#[test]
fn no_file_names_a_folder_of_this_machine() {
    let dist = crate::dist();
    let checkout = env!("CARGO_MANIFEST_DIR");
    let home = std::env::home_dir().unwrap_or_default();
    let cargo = home.join(".cargo");
    let names = [Some(checkout), cargo.to_str()];
    let mut faults = Vec::new();
    for path in files(&dist) {
        let bytes = fs::read(dist.join(&path)).expect("the file can be read");
        for name in names.into_iter().flatten() {
            if bytes
                .windows(name.len())
                .any(|window| window == name.as_bytes())
            {
                faults.push(format!("{}: {name}", path.display()));
            }
        }
    }
    none(&faults);
}
