//! Rust's standard library for WebAssembly, by one of two ways.
//!
//! - The usual one: rustup fetches it, compiled, for the compiler in use.
//! - Where rustup is not there or can fetch nothing: Debian's `rustc-web` with
//!   the library's source (`rust-web-src`), which cargo then builds along with
//!   the app. Only a build for WebAssembly may see the variables that this
//!   needs, and the app's native half, Trunk's hook and every other tool stay
//!   with the compiler in use. So they are set by a wrapper named `cargo`,
//!   first on the PATH of Trunk, that looks at the target.

use super::{Tool, apt};
use crate::console::say;
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::{Project, on_path};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
const SHORT: Duration = Duration::from_secs(10);
/// Enough for 20 MB on a slow line, where there is no other way …
const PATIENT: Duration = Duration::from_mins(15);
/// … and where there is one.
const IMPATIENT: Duration = Duration::from_mins(1);

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// How the app gets its standard library.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The compiler in use has it.
    Ready,
    /// Debian's compiler builds it, with this linker.
    FromSource { linker: PathBuf },
}

/// The way that is open now, if one is.
pub(crate) fn way() -> Option<Way> {
    if has_target("rustc") {
        return Some(Way::Ready);
    }
    let source = Path::new(DEBIAN_SOURCE).is_file() && is_new_enough(DEBIAN_RUSTC);
    let linker = source.then(linker).flatten()?;
    Some(Way::FromSource { linker })
}

/// Whether this compiler has the compiled library.
fn has_target(rustc: &str) -> bool {
    let question = ["--print", "target-libdir", "--target", TARGET];
    process::output(Command::new(rustc).args(question), SHORT)
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Whether this compiler is not older than the one the project asks for.
fn is_new_enough(rustc: &str) -> bool {
    let wanted = version(env!("CARGO_PKG_RUST_VERSION"));
    process::output(Command::new(rustc).arg("--version"), SHORT).is_some_and(|text| {
        let found = text.split_whitespace().nth(1).and_then(version);
        found.is_some() && found >= wanted
    })
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['.', '-']).map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// The linker that rustup brings hidden, or LLVM's newest from Debian.
fn linker() -> Option<PathBuf> {
    hidden_linker().or_else(debian_linker)
}

fn hidden_linker() -> Option<PathBuf> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]), SHORT)?;
    let host = process::output(Command::new("rustc").args(["--print", "host-tuple"]), SHORT)?;
    let file = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(host.trim())
        .join("bin/rust-lld");
    file.is_file().then_some(file)
}

fn debian_linker() -> Option<PathBuf> {
    let numbered = std::fs::read_dir("/usr/bin")
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let path = entry.path();
            let number: u32 = path
                .file_name()?
                .to_str()?
                .strip_prefix("wasm-ld-")?
                .parse()
                .ok()?;
            Some((number, path))
        });
    // A linker older than the compiler's LLVM may not know its output.
    numbered
        .max()
        .filter(|(number, _)| *number >= 19)
        .map(|(_, path)| path)
}

/// The tool as set-up sees it.
pub(super) struct WasmStd;

impl Tool for WasmStd {
    fn name(&self) -> String {
        "Rust's standard library for WebAssembly".to_owned()
    }

    fn ready(&self, _: &Project) -> bool {
        way().is_some()
    }

    fn prospect(&self) -> &'static str {
        "fetching, about 1 min"
    }

    fn install(&self, _: &Project) -> Result<()> {
        let apt = apt::usable();
        if on_path("rustup").is_some() {
            rustup(if apt { IMPATIENT } else { PATIENT });
        }
        if has_target("rustc") {
            return Ok(());
        }
        let remedy = format!("rustup target add {TARGET}");
        if !apt {
            return Err(
                Failure::new(format!("the compiler has no {TARGET} library")).remedy(remedy),
            );
        }
        say("      rustup cannot bring it; taking Debian's compiler and source instead");
        apt::install(&DEBIAN_PACKAGES)?;
        if linker().is_none() {
            apt::install(&[&newest_lld()])?;
        }
        way().map(|_| ()).ok_or_else(|| {
            Failure::new(format!(
                "{} did not give a compiler for {TARGET} of version {} or newer",
                DEBIAN_PACKAGES.join(" and "),
                env!("CARGO_PKG_RUST_VERSION")
            ))
            .remedy(remedy)
        })
    }
}

/// Lets rustup try. It can fail at once, or hang where a firewall swallows
/// its calls; either way only [`has_target`] tells what came of it.
fn rustup(limit: Duration) {
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]).stdin(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        process::wait(&mut child, limit);
    }
}

fn newest_lld() -> String {
    let names = process::output(
        Command::new("apt-cache").args(["search", "--names-only", "^lld-[0-9]+$"]),
        Duration::from_mins(1),
    );
    let newest = names
        .as_deref()
        .unwrap_or_default()
        .lines()
        .filter_map(|line| {
            line.split_whitespace()
                .next()?
                .strip_prefix("lld-")?
                .parse::<u32>()
                .ok()
        });
    newest
        .max()
        .map_or_else(|| "lld".to_owned(), |number| format!("lld-{number}"))
}

/// What a build for WebAssembly is told, and nothing else.
pub(crate) fn environment(project: &Project, way: &Way) -> Vec<(&'static str, String)> {
    let mut flags = remapped(project);
    let mut variables = Vec::new();
    if let Way::FromSource { linker } = way {
        variables.extend([
            ("RUSTC", DEBIAN_RUSTC.to_owned()),
            // Debian's compiler is a stable one; it is let build the library.
            ("RUSTC_BOOTSTRAP", "1".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
            (
                "CARGO_UNSTABLE_BUILD_STD_FEATURES",
                "optimize_for_size".to_owned(),
            ),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                linker.display().to_string(),
            ),
        ]);
        // A panic ends in a trap either way; without the message's machinery
        // the module is a fifth smaller.
        flags.extend([
            "-Zunstable-options".to_owned(),
            "-Cpanic=immediate-abort".to_owned(),
        ]);
    }
    variables.push(("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")));
    variables
}

/// Paths of this machine must not reach the module: they would make it differ
/// from one checkout to the next, and tell where it was built.
fn remapped(project: &Project) -> Vec<String> {
    let home = std::env::home_dir().unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    [
        (project.root(), "pledges"),
        (&cargo, "cargo"),
        (Path::new("/usr/src"), "rust"),
    ]
    .iter()
    .map(|(from, to)| format!("--remap-path-prefix={}=/{to}", from.display()))
    .collect()
}

/// Writes the wrapper, or leaves it as it is when nothing changed.
pub(super) fn write_wrapper(project: &Project) -> Result<()> {
    let Some(way) = way() else {
        return Err(Failure::new(format!(
            "the compiler has no {TARGET} library"
        )));
    };
    // Elsewhere than on Unix the usual way is the only one, and needs no help.
    if cfg!(not(unix)) {
        return Ok(());
    }
    let text = wrapper(project.cargo_path(), &environment(project, &way));
    super::write_program(&project.bin().join("cargo"), &text)
}

fn wrapper(cargo: &Path, variables: &[(&str, String)]) -> String {
    let exports: String = variables
        .iter()
        .flat_map(|(name, value)| {
            ["    export ", name, "=", &quoted(value), "\n"].map(str::to_owned)
        })
        .collect();
    format!(
        "#!/bin/sh\n# Written by `cargo xtask`. Cargo as it is, but for a build for WebAssembly.\n\
         for word in \"$@\"; do\n  case \"$word\" in {TARGET}|--target={TARGET})\n{exports}\
         \x20 ;; esac\ndone\nexec {} \"$@\"\n",
        quoted(&cargo.display().to_string())
    )
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(version("1.95"), Some((1, 95)));
        assert!(version("1.100.0-nightly") > version("1.95.0"));
        assert_eq!(version("none"), None);
    }

    #[test]
    fn the_wrapper_sets_variables_for_the_target_only() {
        let text = wrapper(Path::new("/c/cargo"), &[("RUSTC", "/it's".to_owned())]);
        let (before, after) = text.split_once("case").unwrap_or_default();
        assert!(!before.contains("export"));
        assert!(after.contains(r"export RUSTC='/it'\''s'"));
        assert!(text.ends_with("exec '/c/cargo' \"$@\"\n"));
    }
}
