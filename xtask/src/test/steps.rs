//! The steps of a test run, in order: quick ones first.

use super::tally::Tally;
use super::webdriver::Stage;
use super::{again, packages, sabotage, second_try};
use crate::args::Inputs;
use crate::console::say;
use crate::engine::{self, Engine};
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::Project;
use crate::setup::wasm::{self, Way};
use crate::setup::{axe, wordpress};
use crate::{check, site};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// One step.
pub(super) struct Step {
    /// What it does, as its heading.
    pub(super) name: &'static str,
    /// The step without whose success it makes no sense.
    pub(super) after: Option<&'static str>,
    /// The browser that it drives.
    pub(super) engine: Option<Engine>,
    pub(super) run: fn(&Project, &Inputs) -> Result<Tally>,
    /// A step of one command that keeps a single core busy: the command, and the step before it
    /// during which it already runs.
    pub(super) beside: Option<(&'static str, Begin)>,
}

/// Makes the command of a step.
pub(super) type Begin = fn(&Project, &Inputs) -> Command;

const NATIVE: &str = "unit, golden and property tests";
const BUILD: &str = "release build";

/// Those of every run.
pub(super) const ALL: [Step; 11] = [
    step("formatting", formatting),
    step("corpus", corpus),
    step("packages: licences, sources, advisories", packages::check),
    step("clippy, warnings as errors", clippy),
    step(NATIVE, native),
    step("WebAssembly, warnings as errors", |project, inputs| {
        one(&mut web_warnings(project, inputs))
    })
    .beside(NATIVE, web_warnings),
    step(BUILD, build),
    step("the built folder: size budget and rules", folder).after(BUILD),
    step("the site in Chromium", |project, inputs| {
        browser(project, inputs, Engine::Chromium)
    })
    .drives(Engine::Chromium),
    step("the site in Firefox", |project, inputs| {
        browser(project, inputs, Engine::Firefox)
    })
    .drives(Engine::Firefox),
    step("the site in WebKit", |project, inputs| {
        browser(project, inputs, Engine::WebKit)
    })
    .drives(Engine::WebKit),
];

/// What takes longer: `cargo xtask test --all`.
pub(super) const LONG: [Step; 5] = [
    step("the site in Chromium, in depth", in_depth).drives(Engine::Chromium),
    step("accessibility: every state in every way", every_rule).drives(Engine::Chromium),
    step("the same bytes from another folder", again::build).after(BUILD),
    step("two thousand deeds in Chromium", long_use).drives(Engine::Chromium),
    step("small sabotages, each caught", sabotage::all).after(BUILD),
];

const fn step(name: &'static str, run: fn(&Project, &Inputs) -> Result<Tally>) -> Step {
    Step {
        name,
        after: None,
        engine: None,
        run,
        beside: None,
    }
}

impl Step {
    const fn after(mut self, name: &'static str) -> Self {
        self.after = Some(name);
        self
    }

    const fn beside(mut self, name: &'static str, begin: Begin) -> Self {
        self.beside = Some((name, begin));
        self
    }

    const fn drives(mut self, engine: Engine) -> Self {
        self.engine = Some(engine);
        self.after(BUILD)
    }
}

fn formatting(project: &Project, _: &Inputs) -> Result<Tally> {
    one(&mut project.cargo(&["fmt", "--all", "--check"]))
}

fn corpus(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let corpus = inputs.corpus.clone();
    let corpus = corpus.unwrap_or_else(|| project.root().join("assets/corpus"));
    let good = check::run(&corpus, inputs.texts.as_deref(), false) == ExitCode::SUCCESS;
    if good {
        return Ok(Tally::PASSED);
    }
    Err(Failure::new("the corpus is not as it should be; see above"))
}

fn clippy(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let mut cargo = project.cargo(&["clippy", "--workspace", "--all-targets", "--locked"]);
    site::give_inputs(&mut cargo, inputs);
    one(cargo.args(["--", "-Dwarnings"]))
}

fn native(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let mut cargo = project.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    site::give_inputs(&mut cargo, inputs);
    // One commit has one outcome: properties are tried on the same inputs each time. Other
    // ones are a matter of `PROPTEST_RNG_SEED=7 PROPTEST_CASES=20000 cargo test`.
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        cargo.env("PROPTEST_RNG_SEED", "20150127");
    }
    tests(&mut cargo)
}

/// Where the standard library is built with the app: the compiler's warnings,
/// in the very build that Trunk then takes. Clippy would see there, by the
/// unstable features that this allows, what macros write, and find fault with
/// it; it has looked at all but a few lines natively. Elsewhere: Clippy.
fn web_warnings(project: &Project, inputs: &Inputs) -> Command {
    let compiled = wasm::way() == Some(Way::Compiled);
    let mut cargo = project.tool("cargo");
    cargo.arg(if compiled { "clippy" } else { "build" }).args([
        "--target",
        "wasm32-unknown-unknown",
        "--locked",
        "--release",
        "--bin",
        "pledges",
    ]);
    if compiled {
        cargo.args(["--lib", "--", "-Dwarnings"]);
    } else {
        cargo
            .env("CARGO_UNSTABLE_WARNINGS", "true")
            .env("CARGO_BUILD_WARNINGS", "deny");
    }
    site::give_inputs(&mut cargo, inputs);
    cargo
}

fn build(project: &Project, inputs: &Inputs) -> Result<Tally> {
    site::build(project, inputs, &project.dist())?;
    Ok(Tally::PASSED)
}

fn folder(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let mut cargo = project.cargo(&["test", "--locked", "--test", "site", "--", "--nocapture"]);
    site::give_inputs(&mut cargo, inputs);
    // One at a time, so that the table of sizes stays in one piece.
    cargo
        .arg("--test-threads=1")
        .env("PLEDGES_DIST", project.dist());
    if wasm::way() == Some(Way::Compiled) {
        cargo.env("PLEDGES_STOCK_LIBRARY", "1");
    }
    tests(&mut cargo)
}

fn browser(project: &Project, inputs: &Inputs, engine: Engine) -> Result<Tally> {
    let stage = Stage::set(project, engine, &project.dist())?;
    let (wordpress, rules) = (wordpress::script(project), rules(project, engine));
    let start = || {
        let mut cargo = driven(project, inputs, &stage);
        // A browser that has served a test may serve another; the stage ends those that are left.
        cargo.env("PLEDGES_LASTING", "1");
        if let Some(script) = &wordpress {
            cargo.env("PLEDGES_WP_EMBED", script);
        }
        if let Some(script) = &rules {
            cargo.env("PLEDGES_AXE", script);
        }
        cargo.arg("--");
        cargo
    };
    let mut all = start();
    // A browser is several programs; two at once fill a small machine.
    all.arg("--test-threads=2");
    if rules.is_none() && engine == Engine::Chromium {
        all.args(["--skip", RULES]);
    }
    for (test, reason) in engine.exceptions(project)? {
        say(&format!("not run in {}: {test}: {reason}", engine.name()));
        all.args(["--skip", &test]);
    }
    let mut tally = second_try::of_few(&mut all, start)?;
    tally.lacking = u32::from(rules.is_none() && engine == Engine::Chromium);
    Ok(tally)
}

/// What other runs leave out, as it takes long and something shorter stands for it there.
fn in_depth(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let stage = Stage::set(project, Engine::Chromium, &project.dist())?;
    let mut cargo = driven(project, inputs, &stage);
    cargo.args(["--", "--exact", "--test-threads=2"]);
    tests(cargo.args(engine::nightly(project)?))
}

/// Of every run the short form of it is a part.
fn long_use(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let stage = Stage::set(project, Engine::Chromium, &project.dist())?;
    let mut cargo = driven(project, inputs, &stage);
    cargo.env("PLEDGES_ACTIONS", "2000");
    tests(cargo.args(["--", "--nocapture", "endure::"]))
}

/// The tests that drive a browser, told where everything is.
fn driven(project: &Project, inputs: &Inputs, stage: &Stage) -> Command {
    let mut cargo = project.cargo(&["test", "--locked", "--test", "browser"]);
    site::give_inputs(&mut cargo, inputs);
    stage.give(&mut cargo);
    cargo.env("PLEDGES_DIST", project.dist());
    cargo
}

/// The tests that need axe-core.
const RULES: &str = "access::rules::";

/// axe-core for the browser that it is run in. Where it cannot be had, its tests are left out.
fn rules(project: &Project, engine: Engine) -> Option<PathBuf> {
    if engine != Engine::Chromium {
        return None;
    }
    match axe::script(project) {
        Ok(file) => Some(file),
        Err(failure) => {
            say(&format!(
                "NOT RUN: the rules of accessibility ({RULES}), as axe-core cannot be had: {failure}"
            ));
            None
        }
    }
}

/// Every state of every page by every rule: light, dark and forced colours at three widths.
fn every_rule(project: &Project, inputs: &Inputs) -> Result<Tally> {
    let rules = axe::script(project)?;
    let stage = Stage::set(project, Engine::Chromium, &project.dist())?;
    let mut cargo = driven(project, inputs, &stage);
    cargo
        .env("PLEDGES_AXE", rules)
        .args(["--", "--ignored", "--nocapture", RULES]);
    tests(&mut cargo)
}

/// A command that is one check by itself.
fn one(command: &mut Command) -> Result<Tally> {
    process::run(command).map(|()| Tally::PASSED)
}

/// A `cargo test`, whose lines are passed on and counted.
fn tests(command: &mut Command) -> Result<Tally> {
    second_try::lines(command, |_| {})
}
