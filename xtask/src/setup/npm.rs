//! Packages of npm, exactly those of a lock file.
//!
//! In: a folder of the checkout with a manifest and its lock, and a folder to
//! install into. Out: `node_modules` there. No install script is run, so nothing
//! else is downloaded.

use crate::failure::{Doing, Result};
use crate::fingerprint::Fnv;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::Path;

const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The manifests' own contents name what they install.
pub(super) fn key(source: &Path) -> Result<String> {
    let mut hash = Fnv::new();
    for name in MANIFESTS {
        let path = source.join(name);
        hash.write(&fs::read(&path).doing(|| format!("read {}", path.display()))?);
    }
    Ok(hash.hex())
}

/// Installs them anew.
pub(super) fn install(project: &Project, source: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).doing(|| format!("make {}", folder.display()))?;
    for name in MANIFESTS {
        let from = source.join(name);
        fs::copy(&from, folder.join(name)).doing(|| format!("copy {}", from.display()))?;
    }
    let mut npm = project.tool(program());
    npm.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
    ])
    .current_dir(folder);
    process::long(&mut npm, |line| Some(line.to_owned()))
}

/// What `npm` is called so that it can be started.
fn program() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
