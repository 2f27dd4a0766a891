//! `wasm-opt` of Binaryen, from the npm package pinned in `xtask/tools`.
//!
//! The package carries the program itself, so no install script is run and
//! nothing else is downloaded. Debian's own Binaryen is too old for what
//! today's Rust emits.

use super::{Tool, marker};
use crate::failure::{Doing, Failure, Result};
use crate::fingerprint;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::PathBuf;

const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The optimiser; its version is that of the lock file.
pub(super) struct WasmOpt;

impl WasmOpt {
    fn folder(project: &Project) -> PathBuf {
        project.tools().join("npm")
    }

    /// The script for node that npm brings.
    fn program(project: &Project) -> PathBuf {
        Self::folder(project).join("node_modules/binaryen/bin/wasm-opt")
    }

    /// The manifests' own contents name what they install.
    fn key(project: &Project) -> Result<String> {
        let source = project.root().join("xtask/tools");
        let mut hash = fingerprint::Fnv::new();
        for name in MANIFESTS {
            let path = source.join(name);
            hash.write(&fs::read(&path).doing(|| format!("read {}", path.display()))?);
        }
        Ok(hash.hex())
    }

    /// What `npm` is called so that it can be started.
    fn npm() -> &'static str {
        if cfg!(windows) { "npm.cmd" } else { "npm" }
    }
}

impl Tool for WasmOpt {
    fn name(&self) -> String {
        "wasm-opt (Binaryen)".to_owned()
    }

    fn ready(&self, project: &Project) -> bool {
        Self::key(project).is_ok_and(|key| marker::is(project, "wasm-opt", &key))
            && Self::program(project).is_file()
            && fs::read_to_string(launcher(project)).is_ok_and(|text| text == launcher_text())
    }

    fn prospect(&self) -> &'static str {
        "installing by npm, some seconds"
    }

    fn install(&self, project: &Project) -> Result<()> {
        marker::clear(project, "wasm-opt")?;
        let folder = Self::folder(project);
        fs::create_dir_all(&folder).doing(|| format!("make {}", folder.display()))?;
        for name in MANIFESTS {
            let from = project.root().join("xtask/tools").join(name);
            fs::copy(&from, folder.join(name)).doing(|| format!("copy {}", from.display()))?;
        }
        let mut npm = project.tool(Self::npm());
        npm.args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
        ])
        .current_dir(&folder);
        process::long(&mut npm, |line| Some(line.to_owned()))?;
        let program = Self::program(project);
        if !program.is_file() {
            return Err(Failure::new(format!(
                "npm did not bring {}",
                program.display()
            )));
        }
        super::write_program(&launcher(project), &launcher_text())?;
        marker::set(project, "wasm-opt", &Self::key(project)?)
    }
}

fn launcher(project: &Project) -> PathBuf {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    project.bin().join(format!("wasm-opt{suffix}"))
}

/// The program is a script for node; this starts it by its name alone, from beside it, so
/// that a checkout can be moved.
fn launcher_text() -> String {
    let program = "../npm/node_modules/binaryen/bin/wasm-opt";
    if cfg!(windows) {
        format!("@node \"%~dp0{program}\" %*\r\n")
    } else {
        format!("#!/bin/sh\nexec node \"$(dirname \"$0\")/{program}\" \"$@\"\n")
    }
}
