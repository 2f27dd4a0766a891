//! `wasm-opt` of Binaryen, from the npm package pinned in `xtask/tools`.
//!
//! The package carries the program itself, so no install script is run and
//! nothing else is downloaded. Debian's own Binaryen is too old for what
//! today's Rust emits.

use super::{Tool, marker, npm};
use crate::failure::{Failure, Result};
use crate::project::Project;
use std::fs;
use std::path::PathBuf;

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

    /// The manifests lie here.
    fn source(project: &Project) -> PathBuf {
        project.root().join("xtask/tools")
    }
}

impl Tool for WasmOpt {
    fn name(&self) -> String {
        "wasm-opt (Binaryen)".to_owned()
    }

    fn ready(&self, project: &Project) -> bool {
        npm::key(&Self::source(project)).is_ok_and(|key| marker::is(project, "wasm-opt", &key))
            && Self::program(project).is_file()
            && fs::read_to_string(launcher(project)).is_ok_and(|text| text == launcher_text())
    }

    fn prospect(&self) -> &'static str {
        "installing by npm, some seconds"
    }

    fn install(&self, project: &Project) -> Result<()> {
        marker::clear(project, "wasm-opt")?;
        npm::install(project, &Self::source(project), &Self::folder(project))?;
        let program = Self::program(project);
        if !program.is_file() {
            return Err(Failure::new(format!(
                "npm did not bring {}",
                program.display()
            )));
        }
        super::write_program(&launcher(project), &launcher_text())?;
        marker::set(project, "wasm-opt", &npm::key(&Self::source(project))?)
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
