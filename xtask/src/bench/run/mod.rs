//! Runs every contender in a browser and reports.
//!
//! In: sizes and names. Out: a table and `target/bench/results.json`. [`race`]
//! leads through [`data`] and [`outcome`].

mod data;
mod outcome;
mod race;
mod report;

use super::args::Race;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::setup;
use std::fs;
use std::time::Duration;

/// How long a contender may take for the actions of one size.
const LIMIT: Duration = Duration::from_secs(90);

/// Measures, prints and writes; fails where our own engine's answers are wrong.
pub(super) fn measure(project: &Project, race: &Race) -> Result<()> {
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
