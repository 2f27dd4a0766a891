//! Measures the engine beside its peers: `cargo xtask bench`.
//!
//! In: numbers of records. Out: a table and `target/bench/results.json`. The
//! records, the actions and the contenders' pages are the same in every run;
//! [`records`] and [`script`] make the first two, `xtask/bench` holds the third.
//! Every answer is compared with a plain one, and what differs is said.

pub(crate) mod args;
mod articles;
mod chromium;
mod columns;
mod contender;
mod corpus_folder;
mod data;
mod lexicon;
mod lists;
mod names;
mod outcome;
mod pages;
mod prose;
mod race;
mod random;
mod records;
mod report;
mod script;
mod threads;
mod vocabulary;
mod weight;

use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::setup;
use args::{Race, Task};
use records::Records;
use std::fs;
use std::time::Duration;

/// The seed of everything that is generated.
const SEED: u64 = 2026;
/// How long a contender may take for the actions of one size.
const LIMIT: Duration = Duration::from_secs(90);

/// Does what was asked.
pub(crate) fn run(project: &Project, task: &Task) -> Result<()> {
    match task {
        Task::Run(race) => measure(project, race),
        Task::Corpus { units, out } => corpus_folder::write(&Records::generate(*units, SEED), out),
        Task::Columns { units, out } => {
            let json = columns::json(&Records::generate(*units, SEED));
            fs::write(out, json).doing(|| format!("write {}", out.display()))
        }
        Task::Contender { columns, out } => contender::write(columns, out),
    }
}

fn measure(project: &Project, race: &Race) -> Result<()> {
    setup::for_bench(project)?;
    let heats = race::run(project, race)?;
    let path = project.target().join("bench/results.json");
    fs::write(&path, report::json(&heats)).doing(|| format!("write {}", path.display()))?;
    println!("{}", report::text(&heats));
    say(&format!("The figures are in {}", path.display()));
    if race::ours_differ(&heats) {
        return Err(Failure::new(
            "the engine's answers are not those of the reference",
        ));
    }
    Ok(())
}
