//! Where things lie, and how a child process of this project is started.
//!
//! Everything that the commands install or remember is under `target/`, so
//! that deleting that one folder undoes it (system packages apart).

use crate::failure::{Failure, Result};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout this program belongs to.
pub(crate) struct Project {
    root: PathBuf,
    cargo: PathBuf,
}

impl Project {
    /// Finds the checkout from what cargo says about this package.
    pub(crate) fn find() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .parent()
            .filter(|root| root.join("Trunk.toml").is_file())
            .ok_or_else(|| {
                Failure::new(format!("{} is not inside the project", manifest.display()))
                    .remedy("start this program as `cargo xtask`")
            })?;
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Ok(Self {
            root: root.to_owned(),
            cargo: PathBuf::from(cargo),
        })
    }

    /// The top folder of the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's output folder, whose `tools/` is ours.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// What set-up installs and remembers.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// The programs that set-up installed; first on the PATH of our children.
    pub(crate) fn bin(&self) -> PathBuf {
        self.tools().join("bin")
    }

    /// The deployable folder, unless `--out` says otherwise.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The cargo that runs us, past any wrapper of ours.
    pub(crate) fn cargo_path(&self) -> &Path {
        &self.cargo
    }

    /// A native cargo command in the checkout.
    pub(crate) fn cargo(&self, words: &[&str]) -> Command {
        let mut command = self.plain(&self.cargo);
        command.args(words);
        command
    }

    /// Another program in the checkout, as the machine has it.
    pub(crate) fn plain(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        forget_cargo(&mut command);
        command
    }

    /// The PATH with our tools first.
    pub(crate) fn path(&self) -> Option<OsString> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.bin()).chain(std::env::split_paths(&path));
        std::env::join_paths(folders).ok()
    }

    /// Another program in the checkout, with our tools found first.
    pub(crate) fn tool(&self, program: &str) -> Command {
        // On Unix the program itself is looked up on the child's PATH.
        let mut command = self.plain(program);
        if let Some(path) = self.path() {
            command.env("PATH", path);
        }
        command
    }
}

/// `cargo run` tells its child which package it is; grandchildren that are
/// cargo again must not take that for theirs.
fn forget_cargo(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let told = name.to_str().is_some_and(|name| {
            [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_BIN_",
                "CARGO_CRATE_",
            ]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        });
        if told {
            command.env_remove(name);
        }
    }
}

/// The first file of this name on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}
