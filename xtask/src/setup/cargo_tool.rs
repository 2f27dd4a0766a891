//! Trunk, wasm-bindgen, geckodriver and cargo-deny, compiled by `cargo install` into `target/tools`.
//!
//! They are built without optimisation: that halves the wait for a first
//! build, and at run time costs a fraction of a second, since Trunk only moves
//! files and wasm-bindgen reads one module of about a megabyte. Trunk's
//! default features (update check, TLS) would only serve its own downloads.

use super::{Tool, marker};
use crate::failure::{Doing, Failure, Result};
use crate::process;
use crate::project::{Project, on_path};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The newest Trunk that our Rust compiles; Trunk.toml names it too.
const TRUNK: &str = "0.21.14";

/// The one that Firefox's makers released last; it drives every supported Firefox.
const GECKODRIVER: &str = "0.37.1";

/// What looks the packages of the lock file up.
const CARGO_DENY: &str = "0.20.2";

/// Bump when the settings below change, so that tools are built anew.
const SETTINGS: &str = "opt-level 0";

/// A program that is compiled from the package registry.
pub(super) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    prospect: &'static str,
    /// Roughly how many packages are compiled, for the heartbeat.
    packages: usize,
    /// Whether the author's own lock file is followed. Where it names packages
    /// younger than a registry mirror may have, the newest that suit our Rust
    /// are taken instead.
    locked: bool,
}

/// Where they are compiled: kept until all are, so that an interrupted
/// installation goes on where it stopped and packages of both are compiled once.
fn workshop(project: &Project) -> PathBuf {
    project.tools().join("build")
}

/// Gives back the gigabyte that compiling took.
pub(super) fn tidy(project: &Project) {
    // What cannot be removed is only in the way.
    let _ = fs::remove_dir_all(workshop(project));
}

impl CargoTool {
    /// The bundler.
    pub(super) fn trunk() -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            version: TRUNK.to_owned(),
            prospect: "compiling, about 3 min",
            packages: 368,
            locked: true,
        }
    }

    /// The binding generator, at exactly the version the app is locked to:
    /// the two share an unstable format.
    pub(super) fn wasm_bindgen(project: &Project) -> Result<Self> {
        let lock = project.root().join("Cargo.lock");
        let text = fs::read_to_string(&lock).doing(|| format!("read {}", lock.display()))?;
        let version = locked_version(&text, "wasm-bindgen").ok_or_else(|| {
            Failure::new("Cargo.lock names no wasm-bindgen").remedy("git checkout Cargo.lock")
        })?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: version.to_owned(),
            prospect: "compiling, about 1 min",
            packages: 150,
            locked: false,
        })
    }

    /// What takes commands to Firefox.
    pub(super) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            version: GECKODRIVER.to_owned(),
            prospect: "compiling, about 1 min",
            packages: 163,
            locked: true,
        }
    }

    /// What knows licences and advisories.
    pub(super) fn cargo_deny() -> Self {
        Self {
            package: "cargo-deny",
            program: "cargo-deny",
            version: CARGO_DENY.to_owned(),
            prospect: "compiling, about 1 min",
            packages: 160,
            locked: true,
        }
    }

    fn key(&self) -> String {
        format!("{} {} {SETTINGS}", self.package, self.version)
    }

    fn installed(&self, project: &Project) -> PathBuf {
        let file = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        project.bin().join(file)
    }

    /// Whether the machine has the very version already.
    fn is_on_path(&self) -> bool {
        let Some(path) = on_path(self.program) else {
            return false;
        };
        process::output(Command::new(path).arg("--version"), Duration::from_secs(5))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn compile(&self, project: &Project) -> Result<()> {
        let mut command = project.cargo(&["install", self.package]);
        command.args(["--version", &self.version, "--bin", self.program]);
        command.args(["--no-default-features", "--force", "--root"]);
        command.arg(project.tools());
        if self.locked {
            command.arg("--locked");
        } else {
            command.env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
        }
        for (name, value) in [
            ("CARGO_TARGET_DIR", workshop(project).into_os_string()),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0".into()),
            ("CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL", "0".into()),
            ("CARGO_PROFILE_RELEASE_DEBUG", "0".into()),
            ("CARGO_PROFILE_RELEASE_LTO", "off".into()),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16".into()),
            ("CARGO_PROFILE_RELEASE_PANIC", "unwind".into()),
        ] {
            command.env(name, value);
        }
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        let mut compiled = 0;
        process::long(&mut command, |line| {
            let (verb, rest) = line.trim_start().split_once(' ')?;
            compiled += usize::from(verb == "Compiling");
            let package = rest.split_whitespace().next()?;
            match verb {
                "Compiling" => Some(format!(
                    "compiling {compiled} of about {}, now {package}",
                    self.packages
                )),
                "Downloading" | "Downloaded" => Some(format!("downloading {package}")),
                _ => None,
            }
        })
    }
}

impl Tool for CargoTool {
    fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn ready(&self, project: &Project) -> bool {
        let ours = marker::is(project, self.program, &self.key());
        (ours && self.installed(project).is_file()) || self.is_on_path()
    }

    fn prospect(&self) -> &'static str {
        self.prospect
    }

    fn install(&self, project: &Project) -> Result<()> {
        marker::clear(project, self.program)?;
        self.compile(project)?;
        marker::set(project, self.program, &self.key())
    }
}

/// The version that a lock file gives a package.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
