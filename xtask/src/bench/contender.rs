//! The folder that puts this project's engine on the same start line as its peers.
//!
//! In: a file of records by columns and a folder. Out: a page in that folder
//! that loads the engine's code and its prepared data and publishes
//! `window.contender`. Invariant: the engine is the one of the app, compiled for speed
//! instead of size.

use crate::failure::{Doing, Result};
use crate::process;
use crate::project::Project;
use crate::setup;
use std::fs;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";
/// What all browsers that run the app understand, and no more. What is called from one place only
/// stays a function: browsers come to optimise what is called often, and the start is one call.
const WASM_OPT: [&str; 8] = [
    "-O3",
    "--one-caller-inline-max-function-size=64",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Writes the folder.
pub(crate) fn write(project: &Project, columns: &Path, out: &Path) -> Result<()> {
    setup::for_build(project)?;
    fs::create_dir_all(out).doing(|| format!("make {}", out.display()))?;
    // Pieces of other records would be counted with these.
    let _ = fs::remove_dir_all(out.join("texts"));
    prepare(project, columns, out)?;
    compile(project, "contender", out)?;
    let source = project.root().join("xtask/bench");
    for file in ["own/index.html", "own/contender.js", "page/fold.js"] {
        let from = source.join(file);
        let name = from.file_name().unwrap_or_default();
        fs::copy(&from, out.join(name)).doing(|| format!("copy {}", from.display()))?;
    }
    Ok(())
}

/// Turns the records into the index and pieces of texts.
fn prepare(project: &Project, columns: &Path, out: &Path) -> Result<()> {
    let mut program = project.cargo(&["run", "--quiet", "--locked", "--bin", "contender", "--"]);
    let absolute =
        |path: &Path| std::path::absolute(path).doing(|| format!("find {}", path.display()));
    program.arg(absolute(columns)?).arg(absolute(out)?);
    process::run(&mut program)
}

/// Compiles a program for the browser, as `engine.js` and `engine_bg.wasm` in the folder.
pub(super) fn compile(project: &Project, program: &str, out: &Path) -> Result<()> {
    let mut cargo = project.tool("cargo");
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "contender",
        "--target",
        TARGET,
    ]);
    process::run(cargo.args(["--bin", program]))?;
    let compiled = format!("{TARGET}/contender/{program}.wasm");
    let absolute = std::path::absolute(out).doing(|| format!("find {}", out.display()))?;
    let mut bindgen = project.tool("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "engine",
        "--out-dir",
    ]);
    process::run(bindgen.arg(&absolute).arg(project.target().join(compiled)))?;
    let module = absolute.join("engine_bg.wasm");
    let mut optimise = project.tool("wasm-opt");
    process::run(optimise.args(WASM_OPT).arg(&module).arg("-o").arg(&module))
}
