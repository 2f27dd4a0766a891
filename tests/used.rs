//! Only what the product uses is in the tree: packages, features of the browser's interface,
//! files of `assets`, and public names.
//!
//! In: manifests and sources as text. Out: what nothing names. A word in a comment does not
//! count; a word in a string does, as that is how files are named.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// Every file below a folder whose name ends so.
fn below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(below(&path, endings));
        } else if endings.iter().any(|it| name.ends_with(it)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of these folders and files, comments left out.
fn code(parts: &[&str]) -> String {
    let files = parts.iter().flat_map(|part| {
        let path = root().join(part);
        if path.is_dir() {
            below(&path, &[".rs"])
        } else {
            vec![path]
        }
    });
    let texts = files.map(|file| read(&file));
    texts.fold(String::new(), |mut all, text| {
        for line in text.lines().filter(|it| !it.trim_start().starts_with("//")) {
            all.push_str(line);
            all.push('\n');
        }
        all
    })
}

/// How often each word stands there.
fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|it: char| !it.is_alphanumeric() && it != '_') {
        *words.entry(word).or_default() += 1;
    }
    words
}

/// The keys of those parts of a manifest whose heads end so.
fn keys<'a>(manifest: &'a str, ending: &str) -> Vec<&'a str> {
    let mut within = false;
    let mut keys = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            within =
                line == ["[", ending, "]"].concat() || line.ends_with(&[".", ending, "]"].concat());
        } else if within && let Some((key, _)) = line.split_once(" = ") {
            let starts = key.starts_with(|it: char| it.is_ascii_lowercase());
            keys.extend(starts.then_some(key));
        }
    }
    keys
}

#[test]
fn every_package_is_used_where_it_is_asked_for() {
    let own = read(&root().join("Cargo.toml"));
    let tools = read(&root().join("xtask/Cargo.toml"));
    // What the folder `src/corpus` uses is compiled into each.
    let shared = [
        "build.rs",
        "src/corpus",
        "src/search",
        "xtask/src/folder.rs",
    ];
    for (manifest, part, places) in [
        (&own, "dependencies", &["src"][..]),
        (&own, "build-dependencies", &shared),
        (&own, "dev-dependencies", &["tests"]),
        (&tools, "dependencies", &["xtask/src", "src/corpus"]),
    ] {
        let code = code(places);
        let words = words(&code);
        let packages = keys(manifest, part);
        assert!(!packages.is_empty(), "{part}");
        for package in packages {
            let name = package.replace('-', "_");
            assert!(
                words.contains_key(&*name),
                "{package} of {part} in {places:?}"
            );
        }
    }
}

#[test]
fn every_feature_of_the_browser_is_used() {
    let manifest = read(&root().join("Cargo.toml"));
    let features = manifest.split("web-sys = {").nth(1).expect("web-sys");
    let features = features.split("] }").next().expect("its features");
    // First comes the version.
    let features: Vec<&str> = features.split('"').skip(3).step_by(2).collect();
    assert!(features.contains(&"Document"), "{features:?}");
    let code = code(&["src"]);
    let words = words(&code);
    // Not named, but what functions that are called take or give.
    let implied = ["Clipboard", "DomRect", "Location", "Navigator", "Window"];
    let mut unused = features;
    unused.retain(|it| !words.contains_key(it) && !implied.contains(it));
    assert!(unused.is_empty(), "{unused:?}");
}

/// Files that a curator writes are read as a folder; every other one is named somewhere.
#[test]
fn every_file_of_the_assets_is_named() {
    let all = below(&root().join("assets"), &[""]);
    let mut namers = code(&["src", "build.rs", "xtask/src", "index.html", "Trunk.toml"]);
    for script in below(&root().join("assets"), &[".js", ".css"]) {
        namers.push_str(&read(&script));
    }
    namers.push_str(&read(&root().join("README.md")));
    for file in all {
        let path = file.strip_prefix(root()).expect("below").to_string_lossy();
        if path.starts_with("assets/corpus/") {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(namers.contains(name), "nothing names {path}");
    }
}

/// The compiler tells of what is private and unused; this of what is public.
#[test]
fn every_public_name_is_used_somewhere() {
    let code = code(&["src", "tests", "xtask/src", "build.rs"]);
    let words = words(&code);
    let mut unused = Vec::new();
    for line in code.lines() {
        let Some(rest) = line.trim_start().strip_prefix("pub ") else {
            continue;
        };
        let kinds = [
            "const fn ",
            "async fn ",
            "fn ",
            "struct ",
            "enum ",
            "trait ",
            "type ",
            "const ",
            "static ",
        ];
        let Some(rest) = kinds.iter().find_map(|kind| rest.strip_prefix(kind)) else {
            continue;
        };
        let name = rest
            .split(|it: char| !it.is_alphanumeric() && it != '_')
            .next();
        let name = name.unwrap_or_default();
        // A column's number, named so that the list of them is whole.
        if words.get(name) == Some(&1) && name != "ROLE" {
            unused.push(name);
        }
    }
    assert!(unused.is_empty(), "{unused:?}");
}
