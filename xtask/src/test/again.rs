//! The same bytes again: the checkout copied elsewhere, built under other circumstances.
//!
//! In: the built folder. Out: whether every file of it comes out the same from another folder,
//! in another time zone and language, for a user with another home, by one compiler at a time.

use super::copy;
use super::tally::Tally;
use crate::args::Inputs;
use crate::failure::{Doing, Failure, Result};
use crate::process;
use crate::project::Project;
use crate::site;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// How many of the files that differ are named.
const NAMED: usize = 10;

/// Builds it again and compares.
pub(super) fn build(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let folder = project.target().join("again/a folder of another name");
    let home = project.target().join("again/home");
    copy::checkout(project, &folder)?;
    fs::create_dir_all(&home).doing(|| format!("make {}", home.display()))?;
    copy::renew(&project.tools(), &folder.join("target/tools"))?;
    let mut cargo = project.cargo(&["xtask", "build"]);
    site::give_inputs(&mut cargo, inputs);
    for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        // Crates and compilers stay where they are.
        if let (None, Some(own)) = (std::env::var_os(name), std::env::var_os("HOME")) {
            cargo.env(name, Path::new(&own).join(folder));
        }
    }
    cargo
        .current_dir(&folder)
        .env("HOME", &home)
        .env("USER", "somebody")
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "C")
        .env("CARGO_BUILD_JOBS", "1");
    process::run(&mut cargo)?;
    compare(&project.dist(), &folder.join("dist"))
}

fn compare(first: &Path, second: &Path) -> Result<Tally> {
    let (first, second) = (files(first)?, files(second)?);
    let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let differ: Vec<&str> = names
        .into_iter()
        .filter(|name| first.get(*name) != second.get(*name))
        .map(String::as_str)
        .collect();
    if differ.is_empty() && !first.is_empty() {
        println!("{} files, the same bytes", first.len());
        return Ok(Tally::PASSED);
    }
    Err(Failure::new(format!(
        "{} of {} files differ, the first of them {}",
        differ.len(),
        first.len(),
        differ.get(..NAMED).unwrap_or(&differ).join(", ")
    )))
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
