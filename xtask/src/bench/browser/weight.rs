//! Bytes over the wire: brotli at its strongest, as a static host would keep it.
//!
//! In: files. Out: the sum of their compressed sizes. Each content is compressed
//! once and its size remembered in `target/bench/weights`, as tens of megabytes
//! take a minute.

use crate::failure::{Doing, Failure, Result};
use crate::fingerprint::Fnv;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const LIMIT: Duration = Duration::from_mins(10);

/// The sum for these files.
pub(crate) fn of(project: &Project, files: &[PathBuf]) -> Result<u64> {
    files.iter().map(|file| one(project, file)).sum()
}

fn one(project: &Project, file: &Path) -> Result<u64> {
    let bytes = fs::read(file).doing(|| format!("read {}", file.display()))?;
    let mut hash = Fnv::new();
    hash.write(&bytes);
    let folder = project.target().join("bench/weights");
    let known = folder.join(hash.hex());
    let remembered = fs::read_to_string(&known).ok();
    if let Some(size) = remembered.and_then(|text| text.parse().ok()) {
        return Ok(size);
    }
    let mut node = project.tool("node");
    node.arg(project.root().join("xtask/bench/prepare/bytes.js"))
        .arg(file);
    let size: u64 = process::output(&mut node, LIMIT)
        .and_then(|text| text.trim().parse().ok())
        .ok_or_else(|| Failure::new(format!("cannot compress {}", file.display())))?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&known, size.to_string()))
        .doing(|| format!("write {}", known.display()))?;
    Ok(size)
}

/// Every file below a folder.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}
