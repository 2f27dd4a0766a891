//! Where harm is done, and how the tests are run there.
//!
//! In: the project. Out: copies below `target/sabotage/`, and verdicts of tests run in them.
//! Invariant: what is compiled in them stays there. Cargo tells a package from its copy in another
//! folder by nothing but the folder that it compiles into.

use super::harm::Harm;
use super::list::{Kind, Sabotage};
use super::verdict::Verdict;
use crate::args::Inputs;
use crate::engine::Engine;
use crate::failure::{Doing, Result};
use crate::project::Project;
use crate::site;
use crate::test::copy;
use crate::test::webdriver::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Nobody steps through a harmed program, and without the tables for that it is linked sooner.
const BARE: &str = "profile.dev.package.pledges.debug=0";

/// The copies.
pub(super) struct Place<'a> {
    project: &'a Project,
    inputs: &'a Inputs,
    checkout: PathBuf,
    built: PathBuf,
    target: PathBuf,
}

impl<'a> Place<'a> {
    /// Makes or renews them.
    pub(super) fn make(project: &'a Project, inputs: &'a Inputs) -> Result<Self> {
        let folder = project.target().join("sabotage");
        let place = Self {
            project,
            inputs,
            checkout: folder.join("checkout"),
            built: folder.join("built"),
            target: folder.join("target"),
        };
        copy::checkout(project, &place.checkout)?;
        copy::renew(&project.dist(), &place.built)?;
        without_programs(&place.checkout.join("Cargo.toml"))?;
        Ok(place)
    }

    /// The tests of a kind, ready to be run; fails where there is no browser for them.
    pub(super) fn tests(&self, kind: Kind) -> Result<Tests<'_>> {
        let stage = match kind {
            Kind::Browser => Some(Stage::set(self.project, Engine::Chromium, &self.built)?),
            Kind::Folder | Kind::Source => None,
        };
        Ok(Tests {
            place: self,
            kind,
            stage,
        })
    }

    fn folder(&self, it: &Sabotage) -> &Path {
        if it.is_of_checkout() {
            &self.checkout
        } else {
            &self.built
        }
    }
}

/// Cargo links every program of a package before its tests, which need one: the others would be
/// a fifth of all the time.
fn without_programs(manifest: &Path) -> Result<()> {
    let doing = || format!("shorten {}", manifest.display());
    let text = fs::read_to_string(manifest).doing(doing)?;
    let needed = |part: &&str| !part.contains("[[bin]]\n") || part.contains("\"publish\"");
    let parts: Vec<&str> = text.split("\n\n").filter(needed).collect();
    fs::write(manifest, parts.join("\n\n")).doing(doing)
}

/// Tests of one kind.
pub(super) struct Tests<'a> {
    place: &'a Place<'a>,
    kind: Kind,
    stage: Option<Stage>,
}

impl Tests<'_> {
    /// What the test that has to catch a sabotage says with it.
    pub(super) fn against(&self, it: &Sabotage) -> Result<Verdict> {
        let harm = Harm::make(it, self.place.folder(it))?;
        let verdict = self.run(&[&it.by]);
        harm.undo()?;
        verdict
    }

    /// Compiles and runs those of these names.
    pub(super) fn run(&self, names: &[&str]) -> Result<Verdict> {
        let mut cargo = self.cargo();
        cargo.args(["--", "--exact"]).args(names);
        if self.kind == Kind::Browser {
            cargo.arg("--test-threads=2");
        }
        let said = cargo.stderr(Stdio::null()).output();
        let said = said.doing(|| "start cargo".to_owned())?.stdout;
        Ok(Verdict::read(&String::from_utf8_lossy(&said)))
    }

    fn cargo(&self) -> Command {
        let place = self.place;
        let tests = match self.kind {
            Kind::Source => "all",
            Kind::Folder => "site",
            Kind::Browser => "browser",
        };
        let words = ["--config", BARE, "test", "--locked", "--test", tests];
        let mut cargo = place.project.cargo(&words);
        site::give_inputs(&mut cargo, place.inputs);
        if let Some(stage) = &self.stage {
            stage.give(&mut cargo);
        }
        cargo
            .current_dir(&place.checkout)
            .env("CARGO_TARGET_DIR", &place.target)
            .env("CARGO_INCREMENTAL", "1")
            .env("PROPTEST_RNG_SEED", "20150127")
            .env("PLEDGES_DIST", &place.built);
        cargo
    }
}
