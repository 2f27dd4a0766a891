//! Splits the staged app into what starts and what follows, and makes both small.
//!
//! In: the folder as Trunk staged it, the linker's module, and `wasm-opt` on the PATH. Out: the module in place of Trunk's, `later.wasm`, and glue that fits.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};

use pledges::split;

use super::{Fault, files};

/// A part of the mangled name of the function at which the program is cut: `ui::later::draw`.
const SEAM: &str = "2ui5later4draw";

/// How the parts are optimised. The lowest kilobyte of memory is the far end of the stack, which
/// nothing addresses; small functions called once are better left where they are.
const FLAGS: [&str; 12] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=20",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is named so follows.
const LATER: &str = "later.wasm";

/// Splits the app of a staged folder.
pub(crate) fn split(folder: &Path, linked: &Path) -> Result<(), Fault> {
    let names = files(folder)?;
    let ending = |end: &str| names.iter().find(|name| name.ends_with(end));
    let app = ending("_bg.wasm").ok_or("Trunk staged no app")?;
    let glue = app.replace("_bg.wasm", ".js");
    let (app, glue) = (folder.join(app), folder.join(glue));
    let linked = fs::read(linked).map_err(|fault| format!("{}: {fault}", linked.display()))?;
    let parts = split::split(&linked, &fs::read(&app)?, SEAM)?;
    let later = folder.join(LATER);
    fs::write(&app, parts.first)?;
    fs::write(&later, parts.later)?;
    let lean = split::lean(&fs::read_to_string(&glue)?, &parts.renamed);
    fs::write(glue, lean)?;
    // A build to be looked at while one works is not made small.
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|it| it == "debug") {
        return Ok(());
    }
    for mut optimiser in [optimised(&app)?, optimised(&later)?] {
        if !optimiser.wait()?.success() {
            return Err("wasm-opt failed".into());
        }
    }
    Ok(())
}

fn optimised(file: &Path) -> Result<Child, Fault> {
    let mut command = Command::new("wasm-opt");
    command.args(FLAGS).arg(file).arg("-o").arg(file);
    let started = command.spawn();
    started.map_err(|fault| format!("wasm-opt: {fault}; `cargo xtask build` installs it").into())
}
