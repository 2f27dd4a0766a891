//! Every check there is, in one run: `cargo xtask test`.
//!
//! In: the checkout. Out: one line per step while it goes, a summary, and as
//! the last line the number of tests that passed and failed, each step that
//! holds no tests of its own counting as one. A failure stops only what
//! depends on it, so that one run shows all of them. A browser that cannot be
//! had here counts as a step not run, and so the run as failed, unless it was
//! left out by `--engines`. A browser's tests that fail have a second try, which the summary tells.

mod again;
mod copy;
mod packages;
mod sabotage;
mod second_try;
mod steps;
mod tally;
pub(crate) mod webdriver;

use crate::args::{Inputs, Which};
use crate::console::{say, spoken};
use crate::engine::Engine;
use crate::failure::{Failure, Result};
use crate::process::Begun;
use crate::project::Project;
use crate::setup;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use steps::{Begin, Step};
use tally::Tally;

/// What became of a step.
enum Outcome {
    Ran(Result<Tally>),
    /// It could not be run, since that step before it failed.
    Skipped(&'static str),
    /// Its browser cannot be had here.
    Missing,
    /// Its browser was not asked for.
    LeftOut,
}

/// Runs them all, or those asked for; a folder that was built before serves where none is built.
pub(crate) fn run(project: &Project, inputs: &Inputs, which: &Which) -> Result<ExitCode> {
    let engines = &which.engines;
    let missing = setup::for_tests(project, engines)?;
    let start = Instant::now();
    let mut done: Vec<(&Step, Outcome, Duration)> = Vec::new();
    let more: &[Step] = if which.long { &steps::LONG } else { &[] };
    let only = which.only.as_deref().unwrap_or_default();
    let steps = steps::ALL.iter().chain(more);
    let steps: Vec<&Step> = steps.filter(|it| it.name.contains(only)).collect();
    let n = steps.len();
    if n == 0 {
        return Err(Failure::new(format!("no check is called `{only}`")));
    }
    let mut begun = Vec::new();
    for (at, step) in steps.iter().copied().enumerate() {
        let failed = |name: &str| {
            done.iter()
                .any(|(step, outcome, _)| step.name == name && !outcome.is_good())
        };
        let start = Instant::now();
        let has = |engine: Engine| !missing.iter().any(|it| it.0 == engine);
        let outcome = if step.engine.is_some_and(|it| !engines.contains(&it)) {
            Outcome::LeftOut
        } else if step.engine.is_some_and(|it| !has(it)) {
            Outcome::Missing
        } else if let Some(name) = step.after.filter(|name| failed(name)) {
            Outcome::Skipped(name)
        } else {
            say(&format!("\n── [{}/{n}] {}", at + 1, step.name));
            for (name, begin) in beside(&steps, step) {
                begun.push((name, Begun::start(begin(project, inputs))));
            }
            match begun.iter().position(|it| it.0 == step.name) {
                Some(at) => {
                    let end = begun.swap_remove(at).1.and_then(Begun::end);
                    Outcome::Ran(end.map(|()| Tally::PASSED))
                }
                None => Outcome::Ran((step.run)(project, inputs)),
            }
        };
        if let Outcome::Ran(Err(failure)) = &outcome {
            say(&failure.to_string());
        }
        done.push((step, outcome, start.elapsed()));
    }
    Ok(summary(&done, &missing, start.elapsed()))
}

/// The steps whose command runs while this one does.
fn beside<'a>(steps: &[&'a Step], step: &Step) -> impl Iterator<Item = (&'a str, Begin)> {
    let during = step.name;
    let beside = move |it: &&'a Step| {
        it.beside
            .filter(|(name, _)| *name == during)
            .map(|at| (it.name, at.1))
    };
    steps.iter().filter_map(beside)
}

fn summary(
    done: &[(&Step, Outcome, Duration)],
    missing: &[(Engine, Failure)],
    time: Duration,
) -> ExitCode {
    let mut sum = Tally::default();
    println!();
    for (step, outcome, time) in done {
        let (word, tally, note) = match outcome {
            Outcome::Ran(Ok(tally)) if tally.failed == 0 => {
                ("ok    ", *tally, noted(*time, *tally))
            }
            Outcome::Ran(Ok(tally)) => ("FAILED", *tally, spoken(*time)),
            Outcome::Ran(Err(_)) => ("FAILED", Tally::FAILED, spoken(*time)),
            Outcome::Skipped(name) => ("not run", Tally::SKIPPED, format!("after \"{name}\"")),
            Outcome::Missing => ("NOT RUN", Tally::SKIPPED, "see below".to_owned()),
            Outcome::LeftOut => ("not run", Tally::default(), "not asked for".to_owned()),
        };
        println!(
            "{word:7} {:44} {:>4} passed  {note}",
            step.name, tally.passed
        );
        sum += tally;
    }
    for (engine, failure) in missing {
        println!("NOT RUN in {}: {failure}", engine.name());
    }
    println!("in {}", spoken(time));
    println!("{sum}");
    if sum.failed + sum.skipped == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// How long a step took, and what is not to be forgotten of it.
fn noted(time: Duration, tally: Tally) -> String {
    let mut note = spoken(time);
    if tally.second > 0 {
        let _ = write!(note, ", {} at a second try: see above", tally.second);
    }
    if tally.lacking > 0 {
        note.push_str(", NOT RUN: the rules of accessibility, see above");
    }
    note
}

impl Outcome {
    fn is_good(&self) -> bool {
        matches!(self, Self::Ran(Ok(tally)) if tally.failed == 0)
    }
}
