//! Rust's standard library for WebAssembly, by one of three ways.
//!
//! Wherever it can be, it is built along with the app: for size, and so that a
//! panic leaves no text behind.
//!
//! - From rustup's `rust-src`, by the compiler in use.
//! - Where rustup is not there or can fetch nothing: from Debian's
//!   `rust-web-src`, by Debian's `rustc-web`.
//! - Where neither can be had, rustup's library is taken as it comes,
//!   compiled; the same app is then larger by a seventh.
//!
//! [`super::wrapper`] tells cargo which.

use super::{Tool, apt, marker};
use crate::console::say;
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::{Project, on_path};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const SHORT: Duration = Duration::from_secs(10);
/// Enough for 20 MB on a slow line, where there is no other way …
const PATIENT: Duration = Duration::from_mins(15);
/// … and for 3 MB, where there is one.
const IMPATIENT: Duration = Duration::from_mins(1);

/// The first compiler that has not been tried. The library is built with
/// settings that are not stable, and a later one may understand them otherwise.
const UNTRIED: (u32, u32) = (1, 102);
/// The flags among those settings; a panic then ends in a bare trap.
pub(super) const FLAGS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Where a compiler looks for the library's source, from its own folder.
const SOURCE: &str = "lib/rustlib/src/rust";
const MANIFEST: &str = "library/std/Cargo.toml";

pub(crate) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
pub(super) const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust";
const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// How the app gets its standard library.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The compiler in use builds it, from the source that it came with.
    Source { source: PathBuf },
    /// Debian's compiler builds it, with this linker.
    Debian { linker: PathBuf },
    /// It came compiled, for the compiler in use.
    Compiled,
}

/// The best way that is open now, if one is.
pub(crate) fn way() -> Option<Way> {
    building_way().or_else(|| has_target().then_some(Way::Compiled))
}

/// Only on Unix is there a wrapper, and so a way to build the library.
fn building_way() -> Option<Way> {
    if cfg!(not(unix)) {
        return None;
    }
    own_way().or_else(debian_way)
}

fn own_way() -> Option<Way> {
    let source = sysroot()?.join(SOURCE);
    // A compiler of Debian's brings no linker: that is the other way.
    let open = source.join(MANIFEST).is_file() && hidden_linker().is_some() && can_build("rustc");
    open.then_some(Way::Source { source })
}

fn debian_way() -> Option<Way> {
    let open = Path::new(DEBIAN_SOURCE).join(MANIFEST).is_file() && can_build(DEBIAN_RUSTC);
    let linker = open.then(linker).flatten()?;
    Some(Way::Debian { linker })
}

/// Whether this compiler is one that builds the library, and knows the flags.
fn can_build(rustc: &str) -> bool {
    let oldest = version(env!("CARGO_PKG_RUST_VERSION"));
    let tried = ask(rustc, &["--version"]).is_some_and(|text| {
        let found = text.split_whitespace().nth(1).and_then(version);
        found >= oldest && found < Some(UNTRIED)
    });
    let mut probe = Command::new(rustc);
    probe.env("RUSTC_BOOTSTRAP", "1").args(FLAGS);
    probe.args(["--print", "cfg", "--target", TARGET]);
    tried && process::output(&mut probe, SHORT).is_some()
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['.', '-']).map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Whether the compiler in use has the compiled library.
fn has_target() -> bool {
    ask("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

fn sysroot() -> Option<PathBuf> {
    ask("rustc", &["--print", "sysroot"]).map(|folder| PathBuf::from(folder.trim()))
}

fn ask(rustc: &str, question: &[&str]) -> Option<String> {
    process::output(Command::new(rustc).args(question), SHORT)
}

/// The linker that rustup brings hidden, or LLVM's newest from Debian.
fn linker() -> Option<PathBuf> {
    hidden_linker().or_else(debian_linker)
}

fn hidden_linker() -> Option<PathBuf> {
    let host = ask("rustc", &["--print", "host-tuple"])?;
    let file = sysroot()?
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

/// Marks that the compiled library is the best that this compiler could get,
/// so that not every run tries for a better one.
const LAST_RESORT: &str = "compiled-library";

impl Tool for WasmStd {
    fn name(&self) -> String {
        "Rust's standard library for WebAssembly".to_owned()
    }

    fn ready(&self, project: &Project) -> bool {
        match way() {
            Some(Way::Compiled) => marker::is(project, LAST_RESORT, &compiler()),
            other => other.is_some(),
        }
    }

    fn prospect(&self) -> &'static str {
        "fetching, about 1 min"
    }

    fn install(&self, project: &Project) -> Result<()> {
        if cfg!(unix) {
            fetch_source();
            if building_way().is_some() {
                return Ok(());
            }
        }
        if !has_target() {
            rustup(&["target", "add", TARGET], PATIENT);
        }
        if has_target() {
            say("      its source cannot be had; taking it compiled, which makes the app larger");
            return marker::set(project, LAST_RESORT, &compiler());
        }
        let remedy = if can_build("rustc") {
            "rustup component add rust-src".to_owned()
        } else {
            format!("rustup target add {TARGET}")
        };
        Err(Failure::new(format!("the compiler has no {TARGET} library")).remedy(remedy))
    }
}

fn compiler() -> String {
    ask("rustc", &["-vV"]).unwrap_or_default()
}

/// Tries rustup, then apt. Only [`building_way`] tells what came of it.
fn fetch_source() {
    if can_build("rustc") {
        rustup(&["component", "add", "rust-src"], IMPATIENT);
    }
    if building_way().is_some() || !apt::usable() {
        return;
    }
    say("      rustup cannot bring its source; taking Debian's compiler and source instead");
    if let Err(failure) = debian() {
        say(&format!("      {failure}"));
    }
}

fn debian() -> Result<()> {
    apt::install(&DEBIAN_PACKAGES)?;
    if linker().is_none() {
        apt::install(&[&newest_lld()])?;
    }
    Ok(())
}

/// Lets rustup try. It can fail at once, or hang where a firewall swallows
/// its calls.
fn rustup(words: &[&str], limit: Duration) {
    if on_path("rustup").is_none() {
        return;
    }
    let mut command = Command::new("rustup");
    command.args(words).stdin(Stdio::null());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(version("1.95"), Some((1, 95)));
        assert!(version("1.100.0-nightly") > version("1.95.0"));
        assert_eq!(version("none"), None);
    }
}
