//! The list of checksums: it is of this very folder, and names all of it but itself.

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
        let sum: String = digest.iter().map(|it| format!("{it:02x}")).collect();
        if sums.remove(name) != Some(&sum) {
            faults.push(format!("{name} is not listed as it is"));
        }
    }
    faults.extend(
        sums.keys()
            .map(|it| format!("{it} is listed and not there")),
    );
    assert!(faults.is_empty(), "{faults:#?}");
}
