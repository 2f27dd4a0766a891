//! The files of the offline copy: scripts that name each other, and the worker with its list.
//!
//! In: the folder. Out: its loader, and what scripts name, named after its content, and, once all else is written,
//! `sw.js` and `offline.json`. Invariant: the list has every file as it lies in the folder.

use std::fs;
use std::path::Path;

use pledges::site::names;
use pledges::site::offline::{Kept, SIZES, WORKER, is_kept};
use pledges::split::lean;

use super::kept::below;
use super::{Fault, write};

/// Files in the order in which each can be named after its content, with those that name it.
const CHAIN: [(&str, &[&str]); 3] = [
    ("later.css", &["follow.js"]),
    ("offline.css", &["offline.js"]),
    ("offline.js", &["boot.js", "page.js"]),
];

/// Scripts that old pages ask for: they keep their names.
pub(crate) const STABLE: [&str; 2] = ["disk.js", "heal.js"];

/// Names the loader after its content wherever it is named.
pub(crate) fn name(folder: &Path) -> Result<(), Fault> {
    for name in STABLE {
        rewrite(&folder.join(name), |text| lean(text, &[]))?;
    }
    for (name, namers) in CHAIN {
        let path = folder.join(name);
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let text = lean(&text, &[]);
        let new = names::hashed(name, text.as_bytes());
        fs::write(folder.join(&new), text)?;
        fs::remove_file(path)?;
        for namer in namers {
            rewrite(&folder.join(namer), |text| text.replace(name, &new))?;
        }
    }
    Ok(())
}

/// Changes a file, if it is there.
fn rewrite(path: &Path, change: impl Fn(&str) -> String) -> Result<(), Fault> {
    if let Ok(text) = fs::read_to_string(path) {
        fs::write(path, change(&text))?;
    }
    Ok(())
}

/// Lists every file of the finished folder.
pub(crate) fn list(folder: &Path, kept: &mut Kept) -> Result<(), Fault> {
    for name in below(folder)? {
        if is_kept(&name) {
            kept.add(&name, &fs::read(folder.join(&name))?);
        }
    }
    Ok(())
}

/// Writes what the list is for.
pub(crate) fn finish(folder: &Path, kept: &Kept) -> Result<(), Fault> {
    write(folder, SIZES, kept.json().as_bytes())?;
    write(folder, WORKER, kept.worker().as_bytes())
}
