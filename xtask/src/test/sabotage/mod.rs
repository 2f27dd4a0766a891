//! The tests tested: small sabotages, one at a time, each of which some test has to catch.
//!
//! In: the checkout and the built folder. Out: how many were caught. They are made in copies
//! below `target/sabotage/`, so that nothing that somebody works on is ever harmed. Invariant:
//! only a test that ran and failed counts; a sabotage that does not compile is a fault of the
//! list.

mod list;

use super::copy;
use super::tally::Tally;
use crate::args::Inputs;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::site;
use list::Sabotage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Makes and catches them all.
pub(super) fn all(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let list = fs::read_to_string(project.root().join("tests/sabotage.toml"));
    let list = list::read(&list.doing(|| "read tests/sabotage.toml".to_owned())?)?;
    let place = Place::make(project)?;
    let mut tally = Tally::default();
    for it in &list {
        let caught = place.try_one(project, inputs, it)?;
        say(&format!(
            "{} {}",
            if caught { "caught    " } else { "NOT CAUGHT" },
            it.what
        ));
        tally += if caught { Tally::PASSED } else { Tally::FAILED };
    }
    Ok(tally)
}

/// Where harm is done.
struct Place {
    checkout: PathBuf,
    built: PathBuf,
    target: PathBuf,
}

impl Place {
    fn make(project: &Project) -> Result<Self> {
        let folder = project.target().join("sabotage");
        let place = Self {
            checkout: folder.join("checkout"),
            built: folder.join("built"),
            target: folder.join("target"),
        };
        copy::checkout(project, &place.checkout)?;
        copy::renew(&project.dist(), &place.built)?;
        Ok(place)
    }

    /// Whether a test notices.
    fn try_one(&self, project: &Project, inputs: &Inputs, it: &Sabotage) -> Result<bool> {
        let folder = if it.built {
            &self.built
        } else {
            &self.checkout
        };
        let (path, sound, harmed) = it.of(folder)?;
        put(&path, &harmed)?;
        let noticed = self.noticed(project, inputs, it);
        put(&path, &sound)?;
        noticed
    }

    fn noticed(&self, project: &Project, inputs: &Inputs, it: &Sabotage) -> Result<bool> {
        let mut compile = self.tests(project, inputs, it);
        let compiled = compile.arg("--no-run").stderr(Stdio::null()).status();
        if !compiled.doing(|| "start cargo".to_owned())?.success() {
            let message = format!("with \"{}\" the tests do not compile", it.what);
            return Err(Failure::new(message).remedy("bring tests/sabotage.toml up to date"));
        }
        let mut run = self.tests(project, inputs, it);
        run.args(["--", &it.by]).stderr(Stdio::null());
        let said = run.output().doing(|| "start cargo".to_owned())?.stdout;
        let mut tally = Tally::default();
        for line in String::from_utf8_lossy(&said).lines() {
            tally.read(line);
        }
        if tally == Tally::default() {
            let message = format!("no test is called `{}`", it.by);
            return Err(Failure::new(message).remedy("bring tests/sabotage.toml up to date"));
        }
        Ok(tally.failed > 0)
    }

    fn tests(&self, project: &Project, inputs: &Inputs, it: &Sabotage) -> Command {
        let of = if it.built { "site" } else { "all" };
        let mut cargo = project.cargo(&["test", "--locked", "--quiet", "--test", of]);
        site::give_inputs(&mut cargo, inputs);
        cargo
            .current_dir(&self.checkout)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("PROPTEST_RNG_SEED", "20150127")
            .env("PLEDGES_DIST", &self.built);
        cargo
    }
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).doing(|| format!("write {}", path.display()))
}
