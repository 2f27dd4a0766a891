//! What a first visit may cost, after brotli at its best.
//!
//! In: the built folder and `budget.toml` beside this file. Out: a table, and
//! a failure when the sum is over.

use crate::html;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

#[test]
fn a_first_visit_stays_within_its_budget() {
    let dist = crate::dist();
    let mut sum = 0;
    println!("{:>9} {:>9}  a first visit loads", "bytes", "brotli");
    for name in first_visit(&dist) {
        let bytes = fs::read(dist.join(&name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let small = compressed(&bytes);
        sum += small;
        println!("{:>9} {small:>9}  {name}", bytes.len());
    }
    let budgets = include_str!("budget.toml");
    let budget = budget(budgets, key());
    println!("{:>9} {sum:>9}  in all, of {budget}", "");
    assert!(
        sum <= budget,
        "a first visit loads {sum} bytes, {} over budget",
        sum - budget
    );
}

#[test]
fn what_follows_stays_within_its_budget() {
    let dist = crate::dist();
    let page = fs::read_to_string(dist.join("index.html")).expect("there is a page");
    let tags = html::tags(&page);
    let (mut small, mut sheets) = (0, 0);
    for key in ["data-later", "data-follow"] {
        let name = tags.iter().find_map(|tag| local(tag.get(key)?));
        let name = name.unwrap_or_else(|| panic!("no {key}"));
        let bytes = fs::read(dist.join(&name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        small += compressed(&bytes);
        // The style of what is drawn then, which the script names.
        let text = String::from_utf8_lossy(&bytes);
        for sheet in text.split('"').filter(|it| it.ends_with(".css")) {
            small += compressed(&fs::read(dist.join(sheet)).expect(sheet));
            sheets += 1;
        }
    }
    assert_eq!(sheets, 1, "sheets of what follows");
    let mut budget = budget(include_str!("budget.toml"), "later");
    if std::env::var_os("PLEDGES_TEXTS").is_some_and(|folder| !folder.is_empty()) {
        budget += self::budget(include_str!("budget.toml"), "texts");
    }
    println!("{small:>9}  follow, of {budget}");
    assert!(small <= budget, "{small} bytes follow, of {budget}");
}

#[test]
fn what_only_the_builder_loads_stays_within_its_budget() {
    let folder = crate::dist().join("embed");
    let page = fs::read_to_string(folder.join("index.html")).expect("there is a page");
    let tags = html::tags(&page);
    let own = tags.iter().find(|tag| tag.get("data-form").is_some());
    let own = own.expect("the script of the builder");
    let names = ["src", "data-form"].map(|key| own.get(key).expect(key));
    let all = names.map(|name| compressed(&fs::read(folder.join(name)).expect(name)));
    let (sum, budget) = (
        all.iter().sum::<usize>(),
        budget(include_str!("budget.toml"), "builder"),
    );
    println!("{sum:>9}  for the builder, of {budget}");
    assert!(sum <= budget, "the builder loads {sum} bytes, of {budget}");
}

/// The largest of each kind of view, with its style and its script.
#[test]
fn a_view_in_a_frame_stays_within_its_budget() {
    let dist = crate::dist();
    let budget = budget(include_str!("budget.toml"), "embed");
    let mut largest: BTreeMap<String, (u64, PathBuf)> = BTreeMap::new();
    let mut folders = vec![dist.join("embed")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if entry.file_name() == "index.html" {
                let page = fs::read_to_string(&path).expect("a page");
                let tags = html::tags(&page);
                let Some(view) = tags.iter().find_map(|tag| tag.get("data-view")) else {
                    continue;
                };
                let size = page.len() as u64;
                let known = largest.entry(view.to_owned()).or_default();
                if size > known.0 {
                    *known = (size, path);
                }
            }
        }
    }
    assert!(largest.len() >= 7, "there are views: {largest:?}");
    for (view, (_, path)) in largest {
        let page = fs::read_to_string(&path).expect("a page");
        let tags = html::tags(&page);
        let mut sum = compressed(page.as_bytes());
        let files = tags.iter().filter_map(|tag| match tag.name {
            "link" if tag.get("rel") == Some("stylesheet") => tag.get("href"),
            "script" | "img" => tag.get("src"),
            _ => None,
        });
        for name in files {
            let file = path.parent().expect("a folder").join(name);
            sum += compressed(&fs::read(file).expect(name));
        }
        println!("{:>9} {sum:>9}  the largest view {view}, of {budget}", "");
        assert!(sum <= budget, "{view} loads {sum} bytes, of {budget}");
    }
}

#[test]
fn the_script_for_hosts_is_small() {
    let element = fs::read(crate::dist().join("pledge-explorer.js")).expect("it is there");
    let budget = budget(include_str!("budget.toml"), "element");
    println!("{:>9} {:>9}  the script for hosts", element.len(), "");
    assert!(
        element.len() <= budget,
        "{} bytes, of {budget}",
        element.len()
    );
}

/// Once the page is loaded: what a browser asks for to know whether the site can be installed,
/// and what has it kept for reading offline. The copy itself is told, and no first visit.
#[test]
fn what_keeps_the_site_offline_stays_within_its_budget() {
    let dist = crate::dist();
    let mut sum = 0;
    println!("{:>9} {:>9}  after the page is loaded", "bytes", "brotli");
    let named = |name: &str| name.starts_with("offline-");
    let mut names: Vec<String> = fs::read_dir(&dist)
        .expect("the folder can be read")
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .filter(|name| named(name) || name == "offline.json" || name == "manifest.webmanifest")
        .collect();
    names.sort();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in names {
        let bytes = fs::read(dist.join(&name)).expect("it is there");
        let small = compressed(&bytes);
        sum += small;
        println!("{:>9} {small:>9}  {name}", bytes.len());
    }
    let budget = budget(include_str!("budget.toml"), "offline");
    println!("{:>9} {sum:>9}  in all, of {budget}", "");
    let sizes = fs::read_to_string(dist.join("offline.json")).expect("it is there");
    let worker = fs::read(dist.join("sw.js")).expect("it is there");
    let small = compressed(&worker);
    println!(
        "{:>9} {small:>9}  sw.js, for a copy of {}",
        worker.len(),
        sizes.trim()
    );
    assert!(sum <= budget, "{sum} bytes, of {budget}");
}

/// Where the standard library came compiled, it was not built for size.
fn key() -> &'static str {
    let stock = std::env::var_os("PLEDGES_STOCK_LIBRARY").is_some();
    if stock {
        "first_visit_with_stock_library"
    } else {
        "first_visit"
    }
}

/// The page, and all that it and its style sheets ask for by themselves.
fn first_visit(dist: &Path) -> BTreeSet<String> {
    let page = fs::read_to_string(dist.join("index.html")).expect("there is a page");
    let mut names = BTreeSet::from(["index.html".to_owned()]);
    for tag in html::tags(&page) {
        let wanted: &[&str] = match tag.name {
            "link" if loads(tag.get("rel").unwrap_or_default()) => &["href"],
            "script" => &["src", "data-js", "data-wasm"],
            "img" | "source" => &["src"],
            _ => &[],
        };
        names.extend(wanted.iter().filter_map(|name| local(tag.get(name)?)));
    }
    let sheets: Vec<String> = names
        .iter()
        .filter(|name| {
            Path::new(name)
                .extension()
                .is_some_and(|ending| ending == "css")
        })
        .cloned()
        .collect();
    for sheet in sheets {
        let text = fs::read_to_string(dist.join(&sheet)).expect("the style sheet is there");
        names.extend(text.split("url(").skip(1).filter_map(|rest| {
            let name = rest.split(')').next()?.trim_matches(['"', '\'']);
            local(name)
        }));
    }
    names
}

/// Whether a browser fetches such a link without being asked.
fn loads(rel: &str) -> bool {
    rel.split_whitespace()
        .any(|word| ["stylesheet", "icon", "modulepreload", "preload", "manifest"].contains(&word))
}

/// A file of ours; an address elsewhere or data in place is none.
fn local(name: &str) -> Option<String> {
    let name = name.split(['?', '#']).next()?;
    let foreign = name.is_empty() || name.contains(':') || name.starts_with("//");
    (!foreign).then(|| name.trim_start_matches("./").to_owned())
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes).expect("memory takes everything");
    drop(writer);
    out.len()
}

/// The number after `key = `; underscores may group its digits.
fn budget(text: &str, key: &str) -> usize {
    let line = text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().replace('_', ""))
    });
    line.and_then(|value| value.parse().ok())
        .unwrap_or_else(|| panic!("budget.toml gives no number for {key}"))
}

#[test]
fn the_budget_is_read() {
    let text = "# first_visit = 1\nfirst_visit = 12_000\nother = 5\n";
    assert_eq!(budget(text, "first_visit"), 12_000);
    assert_eq!(budget(text, "other"), 5);
}

#[test]
fn links_elsewhere_are_not_ours() {
    assert_eq!(local("./a.css?x"), Some("a.css".to_owned()));
    for name in ["https://example.org/a.css", "data:,", "//host/a", "#mark"] {
        assert_eq!(local(name), None, "{name}");
    }
}
