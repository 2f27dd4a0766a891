//! Trunk's hook: adds licences and origin to the staged folder and runs the program that finishes it.
//!
//! `publish` is a native program of the main package. It is compiled by the
//! compiler in use, whatever variables a build for WebAssembly was given: were
//! they to reach it, cargo would build a standard library for this machine too.

use crate::failure::{Doing, Result};
use crate::notices;
use crate::origin;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::PathBuf;

/// What may be set for WebAssembly alone.
const WASM_ONLY: [&str; 8] = [
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "RUSTC",
    "RUSTC_BOOTSTRAP",
    "RUSTFLAGS",
    "TRUNK_BUILD_TARGET",
];

/// Runs it in the checkout. Trunk has put the folders in `TRUNK_…`, and we
/// have put the inputs in `PLEDGES_…`.
pub(crate) fn run(project: &Project) -> Result<()> {
    let mut cargo = project.cargo(&["run", "--quiet", "--locked", "--bin", "publish"]);
    cargo.env("PLEDGES_LINKED", linked(project));
    if let Some(path) = project.path() {
        cargo.env("PATH", path);
    }
    for name in WASM_ONLY {
        cargo.env_remove(name);
    }
    for (name, _) in std::env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_UNSTABLE_"))
        {
            cargo.env_remove(name);
        }
    }
    stage(notices::NAME, || notices::text(project))?;
    stage(origin::NAME, || Ok(origin::text(project)))?;
    process::run(&mut cargo)
}

/// What only those who build know stands beside what they built.
fn stage(name: &str, text: impl FnOnce() -> Result<String>) -> Result<()> {
    let Some(folder) = std::env::var_os("TRUNK_STAGING_DIR") else {
        return Ok(());
    };
    let file = PathBuf::from(folder).join(name);
    fs::write(&file, text()?).doing(|| format!("write {}", file.display()))
}

/// The app as the linker left it, which tells what of it uses what.
fn linked(project: &Project) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| project.target(), PathBuf::from);
    let profile = std::env::var_os("TRUNK_PROFILE").unwrap_or_else(|| "release".into());
    let folder = target.join("wasm32-unknown-unknown").join(profile);
    folder.join("pledges.wasm")
}
