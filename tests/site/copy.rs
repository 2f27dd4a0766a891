//! The offline copy: its list is the built folder, and nothing else.

use crate::dist;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pledges::site::headers;
use pledges::site::names::hashed;
use pledges::site::offline::is_kept;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The two lists of the worker: addresses with checksums, and parts of other files.
fn lists() -> (BTreeMap<String, String>, BTreeMap<String, Vec<Value>>) {
    let worker = fs::read_to_string(dist().join("sw.js")).expect("a worker");
    let entries = worker.lines().filter_map(|line| {
        let entry = line.strip_prefix("  ")?.strip_suffix(',')?;
        serde_json::from_str::<(String, Value)>(entry).ok()
    });
    let (mut whole, mut cut) = (BTreeMap::new(), BTreeMap::new());
    for (address, what) in entries {
        let fresh = match what {
            Value::String(sum) => whole.insert(address.clone(), sum).is_none(),
            Value::Array(part) => cut.insert(address.clone(), part).is_none(),
            _ => false,
        };
        assert!(fresh, "{address} stands there twice");
    }
    (whole, cut)
}

fn address(name: &str) -> &str {
    name.strip_suffix("index.html").unwrap_or(name)
}

/// Files of builds before this one, which no page of it names.
fn carried(name: &str, bytes: &[u8], listed: bool) -> bool {
    !listed && hashed(name, bytes) == name
}

#[test]
fn every_file_is_on_the_list_with_its_own_checksum() {
    let (mut whole, cut) = lists();
    let mut faults = Vec::new();
    for path in crate::lint::files(&dist()) {
        let name = path.to_str().expect("a name");
        let bytes = fs::read(dist().join(&path)).expect("a file");
        let sum = whole.remove(address(name));
        let listed = sum.is_some() || cut.contains_key(name);
        if let Some(sum) = sum
            && sum != STANDARD.encode(Sha256::digest(&bytes))
        {
            faults.push(format!("{name} has another checksum"));
        }
        if listed != is_kept(name) && !carried(name, &bytes, listed) {
            faults.push(format!("{name}: listed {listed}"));
        }
    }
    faults.extend(
        whole
            .keys()
            .map(|it| format!("{it} is listed and not there")),
    );
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_cut_from_other_files_is_what_lies_in_the_folder() {
    let (_, cut) = lists();
    let mut read = BTreeMap::new();
    for (name, part) in &cut {
        let text = |no: usize| part[no].as_str().expect("a text");
        let number = |no: usize| part[no].as_u64().expect("a number") as usize;
        let source = read
            .entry(text(0))
            .or_insert_with(|| fs::read(dist().join(text(0))).expect(text(0)));
        let slice = &source[number(1)..number(1) + number(2)];
        let bytes = [text(4).as_bytes(), slice, text(5).as_bytes()].concat();
        assert!(bytes == fs::read(dist().join(name)).expect(name), "{name}");
    }
    let sources: BTreeSet<&&str> = read.keys().collect();
    assert_eq!(sources.len(), 3, "{sources:?}");
}

/// What hosts send for ever must mean one thing for ever.
#[test]
fn only_what_is_named_after_its_content_may_be_kept_for_ever() {
    let rules = fs::read_to_string(dist().join(headers::NAME)).expect("rules");
    let policy = headers::SHARED;
    assert!(rules.contains(&["\n  Content-Security-Policy: ", policy, "\n"].concat()));
    let (paths, immutable): (Vec<&str>, usize) = (
        rules
            .lines()
            .filter_map(|it| it.strip_prefix('/'))
            .filter(|it| *it != "*")
            .collect(),
        rules.matches("immutable").count(),
    );
    assert_eq!(paths.len(), immutable);
    assert!(paths.len() >= 8, "{paths:?}");
    for name in paths {
        let bytes = fs::read(dist().join(name)).expect(name);
        assert_eq!(hashed(name, &bytes), name);
    }
}
