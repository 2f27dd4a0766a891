//! The list of checksums: it is of this very folder, and names all of it but itself. The licences:
//! what the program is made of is named, with its notices, and the page about the site leads there.

use crate::dist;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn the_checksums_name_every_file_and_nothing_else() {
    let text = fs::read_to_string(dist().join("SHA256SUMS")).expect("a list of checksums");
    let mut sums: BTreeMap<&str, &str> = text
        .lines()
        .map(|line| line.split_once("  ").expect("a sum and a name"))
        .map(|(sum, name)| (name, sum))
        .collect();
    let mut faults = Vec::new();
    for path in crate::lint::files(&dist()) {
        let name = path.to_str().expect("a name");
        if name == "SHA256SUMS" {
            continue;
        }
        let bytes = fs::read(dist().join(&path)).expect("a file");
        let digest = Sha256::digest(bytes);
        let sum = digest.iter().map(|it| format!("{it:02x}"));
        let sum = sum.collect::<Vec<_>>().concat();
        if sums.remove(name) != Some(sum.as_str()) {
            faults.push(format!("{name} is not listed as it is"));
        }
    }
    faults.extend(
        sums.keys()
            .map(|it| format!("{it} is listed and not there")),
    );
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_licences_of_what_the_program_is_made_of_stand_beside_it() {
    let read = |name: &str| fs::read_to_string(dist().join(name)).expect("a file");
    let (text, lock) = (read("licences.txt"), include_str!("../../Cargo.lock"));
    for name in ["gloo", "plotters", "wasm-bindgen", "yew"] {
        let place = ["name = \"", name, "\"\nversion = \""].concat();
        let version = lock
            .split(&place)
            .nth(1)
            .and_then(|it| it.split('"').next());
        let package = [name, version.expect("a locked version")].join(" ");
        // Once in the list, and once above its notice.
        let stands = text.lines().filter(|it| it.starts_with(&package)).count();
        assert_eq!(stands, 2, "{package}");
    }
    assert!(text.contains("standard library of Rust") && text.contains("Copyright (c)"));
    let about = read("about/index.html");
    for name in ["licences.txt", "SHA256SUMS", "build.json"] {
        assert!(
            about.contains(&["href=\"../", name, "\""].concat()),
            "{name}"
        );
    }
    assert!(about.contains(&["program version ", env!("CARGO_PKG_VERSION")].concat()));
}
