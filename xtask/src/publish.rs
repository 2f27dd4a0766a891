//! Trunk's hook: runs the program that finishes the staged folder.
//!
//! `publish` is a native program of the main package. It is compiled by the
//! compiler in use, whatever variables a build for WebAssembly was given: were
//! they to reach it, cargo would build a standard library for this machine too.

use crate::failure::Result;
use crate::process;
use crate::project::Project;

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
    let mut cargo = project.cargo(&["run", "--quiet", "--bin", "publish"]);
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
    process::run(&mut cargo)
}
