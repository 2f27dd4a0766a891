//! Carries views that stay as they are from the live folder into the new one.
//!
//! In: the folder that is live now, and what differs since each version. Out: the files of every
//! version's views, for as long as the folder given holds them. Invariant: they are the bytes that
//! were published, but for one line in each page, which says what came since; a view that was
//! published of this very version is not replaced by one that this build would make.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pledges::site::{changes, kept, side_by_side};
use pledges::versions::{self, Since};

use super::{Fault, write};

/// Carries all of them.
pub(crate) fn carry(
    previous: &Path,
    folder: &Path,
    current: &str,
    since: &BTreeMap<String, Since>,
) -> Result<(), Fault> {
    let unknown = Since::default();
    for version in folders(&previous.join(kept::FOLDER))? {
        if !versions::is_version(&version) {
            continue;
        }
        // Whatever is not known of a version, the list of all of them is there.
        let known = since.get(&version).filter(|it| it.counts.is_some());
        let address = match known {
            Some(_) => changes::folder(&version, Some(current)),
            None => changes::FOLDER.to_owned(),
        };
        let since = known.unwrap_or(&unknown);
        let top = [kept::FOLDER, &version, "/"].concat();
        let mut names = Vec::new();
        walk(previous, &top, &mut names)?;
        side_by_side::each(
            &names,
            || (),
            |(), name| {
                let path = previous.join(name);
                let bytes = fs::read(&path).map_err(|it| format!("{}: {it}", path.display()))?;
                let view = name.strip_prefix(&top).unwrap_or_default();
                let line = if version == current {
                    String::new()
                } else {
                    since.line(view)
                };
                let told = page(name, &bytes);
                let told = told.and_then(|it| kept::with_line(it, name, &line, &address));
                let bytes = told.as_ref().map_or(bytes.as_slice(), |it| it.as_bytes());
                write(folder, name, bytes)
            },
        )?;
    }
    Ok(())
}

/// The text of a page; other files have no line.
fn page<'a>(name: &str, bytes: &'a [u8]) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok();
    text.filter(|_| name.ends_with("/index.html"))
}

/// The folders in a folder, in order of name; none where it is not there.
fn folders(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    if !folder.is_dir() {
        return Ok(names);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Every file below a folder, by its name from there, in no order.
pub(crate) fn below(root: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    walk(root, "", &mut names)?;
    Ok(names)
}

/// Every file below a folder, by its name from the root.
fn walk(root: &Path, folder: &str, names: &mut Vec<String>) -> Result<(), Fault> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).map_err(|it| format!("{}: {it}", path.display()))? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(root, &[folder, &name, "/"].concat(), names)?;
        } else if kind.is_file() {
            names.push([folder, &name].concat());
        }
    }
    Ok(())
}
