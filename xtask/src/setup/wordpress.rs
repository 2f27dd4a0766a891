//! `WordPress`'s own script for embedded pages, for the tests of frames.
//!
//! In: the package index of a Debian or Ubuntu. Out: one file in `target/tools`, or nothing: then
//! a stand-in that does what the script is documented to do takes its place. It is never part of
//! what is built. Invariant: nothing is installed, and only that one file is kept.

use crate::project::{Project, on_path};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Where the package has it.
const WITHIN: &str = "usr/share/wordpress/wp-includes/js/wp-embed.js";

/// How long a download of 8 MB may take.
const LIMIT: Duration = Duration::from_mins(2);

/// The script, where it can be had.
pub(crate) fn script(project: &Project) -> Option<PathBuf> {
    let installed = Path::new("/").join(WITHIN);
    let kept = project.tools().join("wp-embed.js");
    if installed.is_file() {
        return Some(installed);
    }
    if !kept.is_file() {
        let folder = project.tools().join("wordpress");
        fetch(&folder, &kept);
        let _ = fs::remove_dir_all(folder);
    }
    kept.is_file().then_some(kept)
}

fn fetch(folder: &Path, kept: &Path) -> Option<()> {
    on_path("apt-get")?;
    on_path("dpkg-deb")?;
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).ok()?;
    quietly(
        Command::new("apt-get")
            .args(["download", "wordpress"])
            .current_dir(folder),
    )?;
    let package = fs::read_dir(folder).ok()?.flatten().next()?.path();
    quietly(Command::new("dpkg-deb").arg("-x").arg(package).arg(folder))?;
    fs::copy(folder.join(WITHIN), kept).ok().map(|_| ())
}

/// Runs it to its end; nothing where it fails or takes too long.
fn quietly(command: &mut Command) -> Option<()> {
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let status = crate::process::wait(&mut child, LIMIT)?;
    status.success().then_some(())
}
