//! Splits the staged app into what starts and what follows, and makes both small.
//!
//! In: the folder as Trunk staged it, the linker's module, and `wasm-opt` on the PATH. Out: the
//! module in place of Trunk's, those that follow it, and glue that fits.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};

use pledges::split;

use super::{Fault, files};

/// Parts of the mangled names of the functions at which the program is cut, `ui::later::draw` and
/// `ui::page::builder::start::draw`, and what is behind each.
const SEAMS: [(&str, &str); 2] = [
    ("2ui5later4draw", "later.wasm"),
    ("7builder5start4draw", "builder.wasm"),
];

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

/// Splits the app of a staged folder.
pub(crate) fn split(folder: &Path, linked: &Path) -> Result<(), Fault> {
    let names = files(folder)?;
    let ending = |end: &str| names.iter().find(|name| name.ends_with(end));
    let app = ending("_bg.wasm").ok_or("Trunk staged no app")?;
    let glue = app.replace("_bg.wasm", ".js");
    let (app, glue) = (folder.join(app), folder.join(glue));
    let linked = fs::read(linked).map_err(|fault| format!("{}: {fault}", linked.display()))?;
    let parts = split::split(&linked, &fs::read(&app)?, &SEAMS.map(|it| it.0))?;
    fs::write(&app, parts.first)?;
    let mut written = vec![app];
    for ((_, name), bytes) in SEAMS.iter().zip(parts.later) {
        let file = folder.join(name);
        fs::write(&file, bytes)?;
        written.push(file);
    }
    let lean = split::lean(&fs::read_to_string(&glue)?, &parts.renamed);
    fs::write(glue, lean)?;
    // A build to be looked at while one works is not made small.
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|it| it == "debug") {
        return Ok(());
    }
    let optimisers: Result<Vec<Child>, Fault> = written.iter().map(|it| optimised(it)).collect();
    for mut optimiser in optimisers? {
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
