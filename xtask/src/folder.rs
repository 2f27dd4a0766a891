//! Reads a corpus folder, and the source texts it asks for, into memory.
//!
//! In: paths. Out: names and bytes, in order of name. Shared by `build.rs`, the
//! `check` command and the tests, so that all of them see the same files.
//! Names that begin with a dot are passed over: editors and systems leave them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// What every corpus folder has.
const MARK: &str = "corpus.toml";

/// What a corpus folder holds. Paths are relative to it and written with `/`.
#[derive(Debug, Default)]
pub struct Found {
    /// Every file and its bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// What is neither a file nor a folder: sockets, devices, dangling links.
    pub others: Vec<String>,
}

/// Everything below a corpus folder. Another folder is not read.
pub fn found(root: &Path) -> io::Result<Found> {
    fs::read_dir(root).map_err(|error| naming(root, &error))?;
    if !root.join(MARK).is_file() {
        let root = root.display();
        let message = format!("no {MARK} in {root}: is this a corpus folder?");
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    }
    let mut found = Found::default();
    descend(root, "", &mut found)?;
    found.files.sort();
    found.others.sort();
    Ok(found)
}

fn descend(folder: &Path, prefix: &str, found: &mut Found) -> io::Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| naming(folder, &error))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            descend(&path, &format!("{prefix}{name}/"), found)?;
        } else if path.is_file() {
            let bytes = fs::read(&path).map_err(|error| naming(&path, &error))?;
            found.files.push((format!("{prefix}{name}"), bytes));
        } else {
            found.others.push(format!("{prefix}{name}"));
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
