//! Builds the deployable folder, or finds that it is up to date.
//!
//! In: the sources, the corpus, perhaps the texts. Out: one folder of static
//! files, made by Trunk and finished by its hook ([`crate::publish`]).
//! Invariant: a stamp is written only after a whole build, and names both what
//! went in and what came out, so that an interrupted build, a changed input
//! and a folder tampered with all lead to a new build.

use crate::args::Inputs;
use crate::console::{say, spoken};
use crate::failure::{Doing, Failure, Result};
use crate::fingerprint::Fnv;
use crate::origin;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What the built folder depends on, from the top of the checkout.
const SOURCES: [&str; 14] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "Trunk.toml",
    "assets",
    "build.rs",
    "index.html",
    "src",
    "xtask/src/folder.rs",
    "xtask/src/notices.rs",
    "xtask/src/publish.rs",
    "xtask/src/site.rs",
    "xtask/tools",
];

/// What Trunk downloads nothing for, and asks nobody about.
const TRUNK: [&str; 6] = [
    "build",
    "--release",
    "--log=warn",
    "--offline",
    "--skip-version-check",
    "--dist",
];

/// Builds into `out` if need be; says in a word or two what was done.
pub(crate) fn build(project: &Project, inputs: &Inputs, out: &Path) -> Result<&'static str> {
    refuse_to_overwrite(project, out)?;
    let before = input_hash(project, inputs);
    let stamp = stamp_path(project, out);
    // What is live may have changed without us: carry it forward anew.
    let known = fs::read_to_string(&stamp).unwrap_or_default();
    if inputs.previous.is_none() && known == stamp_text(&before, out) {
        return Ok("unchanged:");
    }
    say("Building the site …");
    let start = Instant::now();
    let _ = fs::remove_file(&stamp);
    fetch(project)?;
    let mut trunk = project.tool("trunk");
    trunk.args(TRUNK).arg(out);
    give_inputs(&mut trunk, inputs);
    // What goes wrong is said by cargo and by the hook; Trunk's own innards
    // would bury it.
    trunk.env("RUST_BACKTRACE", "0");
    // Trunk takes only `true` or `false` for it, and stops at the usual `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    let native = native_half(project, inputs);
    let built = process::run(&mut trunk);
    if let Some(mut native) = native {
        let _ = native.wait();
    }
    built?;
    fs::write(&stamp, stamp_text(&before, out)).doing(|| format!("write {}", stamp.display()))?;
    say(&format!("Built in {}.", spoken(start.elapsed())));
    Ok("built:")
}

/// Compiles the program of Trunk's hook while the app is compiled: an
/// optimised module keeps one core busy for long, and leaves the others idle.
/// It is silent; should it fail, the hook's own cargo says why.
fn native_half(project: &Project, inputs: &Inputs) -> Option<Child> {
    let mut cargo = project.cargo(&["build", "--quiet", "--locked", "--bin", "publish"]);
    give_inputs(&mut cargo, inputs);
    cargo
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}

/// Tells a child, and cargo's build script below it, where the inputs lie.
pub(crate) fn give_inputs(command: &mut Command, inputs: &Inputs) {
    for (name, folder) in [
        ("PLEDGES_CORPUS", &inputs.corpus),
        ("PLEDGES_TEXTS", &inputs.texts),
        ("PLEDGES_PREVIOUS", &inputs.previous),
    ] {
        match folder {
            Some(folder) => command.env(name, folder),
            None => command.env_remove(name),
        };
    }
    match &inputs.site {
        Some(site) => command.env("PLEDGES_SITE", site),
        None => command.env_remove("PLEDGES_SITE"),
    };
}

/// Everything that can change while the tools stay: for watching.
pub(crate) fn watched(project: &Project, inputs: &Inputs) -> Vec<PathBuf> {
    let sources = SOURCES.iter().map(|name| project.root().join(name));
    let folders = [&inputs.corpus, &inputs.texts]
        .into_iter()
        .flatten()
        .cloned();
    sources.chain(folders).collect()
}

/// Packages must be here before Trunk, which may then do without a network.
fn fetch(project: &Project) -> Result<()> {
    let mut cargo = project.tool("cargo");
    cargo.args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]);
    process::run(&mut cargo)
}

fn input_hash(project: &Project, inputs: &Inputs) -> String {
    let mut hash = Fnv::new();
    for path in watched(project, inputs) {
        hash.write(path.as_os_str().as_encoded_bytes());
        hash.write_tree(&path);
    }
    hash.write(inputs.site.as_deref().unwrap_or_default().as_bytes());
    // The folder names it.
    hash.write(origin::commit(project).unwrap_or_default().as_bytes());
    // The wrapper tells by which way and with what flags, a marker which tool.
    for name in [
        "bin/cargo",
        "trunk.done",
        "wasm-bindgen.done",
        "wasm-opt.done",
    ] {
        hash.write_tree(&project.tools().join(name));
    }
    for rustc in ["rustc", "/usr/bin/rustc"] {
        let version = process::output(Command::new(rustc).arg("-vV"), Duration::from_secs(10));
        hash.write(version.unwrap_or_default().as_bytes());
    }
    hash.hex()
}

fn stamp_path(project: &Project, out: &Path) -> PathBuf {
    let mut hash = Fnv::new();
    hash.write(out.as_os_str().as_encoded_bytes());
    project.tools().join(format!("site-{}.stamp", hash.hex()))
}

fn stamp_text(before: &str, out: &Path) -> String {
    let mut hash = Fnv::new();
    hash.write_stamps(out);
    format!("{before} {}", hash.hex())
}

/// A build empties its folder first, so a mistyped `--out` must not be one
/// with anything else in it.
fn refuse_to_overwrite(project: &Project, out: &Path) -> Result<()> {
    let refuse = |why: &str| {
        Err(Failure::new(format!(
            "{} {why}, and a build would empty it",
            out.display()
        ))
        .remedy("name a new folder, or one built before, with `--out`"))
    };
    if project.root().starts_with(out) {
        return refuse("holds the project");
    }
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    let built_before = stamp_path(project, out).is_file()
        || out == project.dist()
        || (out.join("index.html").is_file() && out.join("data/pledges.json").is_file());
    // A build that was killed leaves its staging folder, and nothing else.
    let interrupted = out.join(".stage").is_dir();
    if is_empty || built_before || interrupted {
        return Ok(());
    }
    refuse("holds something else than a built site")
}
