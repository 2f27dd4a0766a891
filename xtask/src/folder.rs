//! Reads a corpus folder, and the source texts it asks for, into memory.
//!
//! In: paths. Out: names and bytes, in order of name. Shared by `build.rs`, the
//! `check` command and the tests, so that all of them see the same files.
//! Names that begin with a dot are passed over: editors and systems leave them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Every file below a folder, its path relative to it and written with `/`.
pub fn files(root: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    descend(root, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn descend(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| naming(folder, &error))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            descend(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| naming(&path, &error))?;
            found.push((format!("{prefix}{name}"), bytes));
        }
    }
    Ok(())
}

/// The texts of these names that the folder has.
pub fn texts(folder: &Path, names: &[String]) -> io::Result<BTreeMap<String, Vec<u8>>> {
    fs::read_dir(folder).map_err(|error| naming(folder, &error))?;
    let mut texts = BTreeMap::new();
    for name in names {
        let path = folder.join(name);
        if path.is_file() {
            let bytes = fs::read(&path).map_err(|error| naming(&path, &error))?;
            texts.insert(name.clone(), bytes);
        }
    }
    Ok(texts)
}

/// Says which path an error is about.
fn naming(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
