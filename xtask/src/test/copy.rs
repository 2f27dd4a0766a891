//! Copies of the checkout, for what must not be tried in the checkout itself.
//!
//! In: two folders. Out: the second is as the first, programs that can be started and links that
//! lead elsewhere among them. Invariant: a file that is the same already is not touched, so that
//! what has been compiled from it stays good.

use crate::failure::{Doing, Result};
use crate::project::Project;
use std::fs;
use std::io;
use std::path::Path;

/// What builds and tests take from the checkout.
const PARTS: [&str; 13] = [
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE",
    "Trunk.toml",
    "build.rs",
    "index.html",
    "src",
    "assets",
    "deploy",
    "docs",
    "tests",
    "xtask",
];

/// Copies the checkout without what was built in it.
pub(super) fn checkout(project: &Project, to: &Path) -> Result<()> {
    for part in PARTS {
        renew(&project.root().join(part), &to.join(part))?;
    }
    Ok(())
}

/// Copies what differs, and removes what the first folder has no more.
pub(super) fn renew(from: &Path, to: &Path) -> Result<()> {
    let doing = || format!("copy {}", from.display());
    if from.is_symlink() {
        return link(from, to).doing(doing);
    }
    if !from.is_dir() {
        let bytes = fs::read(from).doing(doing)?;
        if fs::read(to).is_ok_and(|it| it == bytes) {
            return Ok(());
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).doing(doing)?;
        }
        // With its permissions: what is a program stays one.
        return fs::copy(from, to).map(|_| ()).doing(doing);
    }
    let mut kept = Vec::new();
    for entry in fs::read_dir(from).doing(doing)? {
        let name = entry.doing(doing)?.file_name();
        renew(&from.join(&name), &to.join(&name))?;
        kept.push(name);
    }
    for entry in fs::read_dir(to).into_iter().flatten().flatten() {
        let path = entry.path();
        if !kept.contains(&entry.file_name()) {
            let gone = if path.is_dir() && !path.is_symlink() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            gone.doing(doing)?;
        }
    }
    Ok(())
}

/// A program that npm installs is a link, and finds its parts from where that leads.
#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    let leads = fs::read_link(from)?;
    if fs::read_link(to).is_ok_and(|it| it == leads) {
        return Ok(());
    }
    if to.symlink_metadata().is_ok() {
        fs::remove_file(to)?;
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    std::os::unix::fs::symlink(leads, to)
}

#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(|_| ())
}
