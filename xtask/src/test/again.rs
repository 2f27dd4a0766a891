//! The same bytes again: the checkout copied elsewhere, built under other circumstances.
//!
//! In: the built folder. Out: whether every file of it comes out the same from another folder, by
//! another user with another home, in another time zone and language, by one compiler at a time
//! on one core, with other permissions for new files. Invariant: what could not be made other on
//! this machine is said.

use super::copy;
use super::tally::Tally;
use crate::args::Inputs;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::origin;
use crate::process;
use crate::project::{Project, on_path};
use crate::site;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// How many of the files that differ are named.
const NAMED: usize = 10;

/// What is other in the environment. In Turkish a capital `i` is no `I`; and on that island the
/// day begins before it does anywhere else.
const OTHER: [(&str, &str); 9] = [
    ("USER", "somebody"),
    ("LOGNAME", "somebody"),
    ("TZ", "Pacific/Kiritimati"),
    ("LANG", "tr_TR.UTF-8"),
    ("LC_ALL", "tr_TR.UTF-8"),
    ("SOURCE_DATE_EPOCH", "86400"),
    ("CARGO_BUILD_JOBS", "1"),
    ("RAYON_NUM_THREADS", "1"),
    ("CARGO_INCREMENTAL", "0"),
];

/// Programs that start another one under other circumstances, where the machine lets them.
const STARTERS: [(&str, &[&str]); 2] = [
    (
        "a user of another number",
        &["unshare", "--user", "--map-user=12345", "--map-group=12345"],
    ),
    ("one core", &["taskset", "--cpu-list", "0"]),
];

/// Builds it again and compares.
pub(super) fn build(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let folder = project.target().join("again/a folder of another name");
    let home = project.target().join("again/home");
    copy::checkout(project, &folder)?;
    fs::create_dir_all(&home).doing(|| format!("make {}", home.display()))?;
    copy::renew(&project.tools(), &folder.join("target/tools"))?;
    let mut cargo = otherwise(project);
    cargo.arg(project.cargo_path()).args(["xtask", "build"]);
    site::give_inputs(&mut cargo, inputs);
    // The copy is no repository, and the checkout may have moved on since it was built.
    cargo.env(
        origin::COMMIT,
        origin::commit_of(&project.dist()).unwrap_or_default(),
    );
    for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        // Crates and compilers stay where they are.
        if let (None, Some(own)) = (std::env::var_os(name), std::env::var_os("HOME")) {
            cargo.env(name, Path::new(&own).join(folder));
        }
    }
    cargo.current_dir(&folder).env("HOME", &home).envs(OTHER);
    process::run(&mut cargo)?;
    compare(&project.dist(), &folder.join("dist"))
}

/// A command that starts the words which follow under other circumstances.
fn otherwise(project: &Project) -> Command {
    let others: Vec<String> = OTHER.iter().map(|it| [it.0, "=", it.1].concat()).collect();
    say(&format!(
        "other are: the folder, its name, HOME, {}",
        others.join(", ")
    ));
    let mut words: Vec<&str> = Vec::new();
    if on_path("sh").is_some() {
        say("other are: permissions of new files (umask 077)");
        words.extend(["sh", "-c", "umask 077 && exec \"$@\"", "sh"]);
    } else {
        say("not tried: other permissions of new files; there is no sh");
    }
    for (what, starter) in STARTERS {
        if starts(starter) {
            say(&format!("other are: {what}"));
            words.extend(starter);
        } else {
            say(&format!(
                "not tried: {what}; `{} true` fails here",
                starter.join(" ")
            ));
        }
    }
    words.push("env");
    let mut command = project.plain(words[0]);
    command.args(&words[1..]);
    command
}

fn starts(starter: &[&str]) -> bool {
    let mut command = Command::new(starter[0]);
    command.args(&starter[1..]).arg("true");
    let silent = command.stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|it| it.success())
}

fn compare(first: &Path, second: &Path) -> Result<Tally> {
    let (first, second) = (files(first)?, files(second)?);
    let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let differ: Vec<String> = names
        .into_iter()
        .filter(|name| first.get(*name) != second.get(*name))
        .map(|name| difference(name, first.get(name), second.get(name)))
        .collect();
    if differ.is_empty() && !first.is_empty() {
        say(&format!("{} files, the same bytes", first.len()));
        return Ok(Tally::PASSED);
    }
    Err(Failure::new(format!(
        "{} of {} files differ, the first of them {}",
        differ.len(),
        first.len(),
        differ.get(..NAMED).unwrap_or(&differ).join(", ")
    )))
}

/// Which file, and from which byte on.
fn difference(name: &str, first: Option<&Vec<u8>>, second: Option<&Vec<u8>>) -> String {
    let (Some(first), Some(second)) = (first, second) else {
        let where_to = if first.is_some() { "first" } else { "second" };
        return format!("{name} (only in the {where_to} build)");
    };
    let same = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    format!("{name} (from byte {same})")
}

/// Every file below a folder, by name.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let doing = || format!("read {}", next.display());
        for entry in fs::read_dir(&next).doing(doing)? {
            let path = entry.doing(doing)?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path);
            let bytes = fs::read(&path).doing(doing)?;
            files.insert(name.to_string_lossy().into_owned(), bytes);
        }
    }
    Ok(files)
}
