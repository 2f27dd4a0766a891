//! The program named `cargo` that is first on the PATH of Trunk.
//!
//! Only a build for WebAssembly may see the variables by which the standard
//! library is built with it; the app's native half, Trunk's hook and every
//! other tool are built as ever. So this looks at the target.

use super::wasm::{self, DEBIAN_RUSTC, DEBIAN_SOURCE, FLAGS, TARGET, Way};
use crate::failure::{Failure, Result};
use crate::project::Project;
use std::path::{Path, PathBuf};

/// What a build for WebAssembly is told, and nothing else.
fn environment(project: &Project, way: &Way) -> Vec<(&'static str, String)> {
    let mut flags = remapped(project, way);
    let mut variables = Vec::new();
    if let Way::Debian { linker } = way {
        variables.extend([
            ("RUSTC", DEBIAN_RUSTC.to_owned()),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                linker.display().to_string(),
            ),
        ]);
    }
    if *way != Way::Compiled {
        variables.extend([
            // A stable compiler is let build the library.
            ("RUSTC_BOOTSTRAP", "1".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
            (
                "CARGO_UNSTABLE_BUILD_STD_FEATURES",
                "optimize_for_size".to_owned(),
            ),
        ]);
        // A panic ends in a trap either way; without the message's machinery
        // the module is a fifth smaller.
        flags.extend(FLAGS.map(str::to_owned));
    }
    variables.push(("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")));
    variables
}

/// Paths of this machine must not reach the module: they would make it differ
/// from one checkout to the next, and tell where it was built.
fn remapped(project: &Project, way: &Way) -> Vec<String> {
    let home = std::env::home_dir().unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let source = match way {
        Way::Source { source } => Some(source.as_path()),
        Way::Debian { .. } => Some(Path::new(DEBIAN_SOURCE)),
        Way::Compiled => None,
    };
    // Debian's is a link to elsewhere.
    let linked = source
        .and_then(|source| source.canonicalize().ok())
        .filter(|linked| Some(linked.as_path()) != source);
    [
        (Some(project.root()), "pledges"),
        (Some(&cargo), "cargo"),
        (linked.as_deref(), "rust"),
        (source, "rust"),
    ]
    .iter()
    .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}=/{to}", (*from)?.display())))
    .collect()
}

/// Writes the wrapper, or leaves it as it is when nothing changed.
pub(super) fn write(project: &Project) -> Result<()> {
    let Some(way) = wasm::way() else {
        return Err(Failure::new(format!(
            "the compiler has no {TARGET} library"
        )));
    };
    // Elsewhere than on Unix the compiled library is the only way, and needs no help.
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
    fn the_wrapper_sets_variables_for_the_target_only() {
        let text = wrapper(Path::new("/c/cargo"), &[("RUSTC", "/it's".to_owned())]);
        let (before, after) = text.split_once("case").unwrap_or_default();
        assert!(!before.contains("export"));
        assert!(after.contains(r"export RUSTC='/it'\''s'"));
        assert!(text.ends_with("exec '/c/cargo' \"$@\"\n"));
    }
}
