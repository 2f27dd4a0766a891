//! Measures the engine beside its peers: `cargo xtask bench`.
//!
//! In: numbers of records. Out: a table of figures, or a file or folder of what
//! is measured. [`generate`] makes records and actions, [`folder`] writes the
//! records as a corpus, [`run`] puts the pages of `xtask/bench` through the
//! actions and compares every answer with a plain one, [`charts`] draws charts anew beside other
//! libraries, [`page`] measures the built site, [`takeover`] how the program takes it over.

pub(crate) mod args;
mod browser;
mod charts;
mod contender;
mod flags;
mod folder;
mod generate;
mod lines;
mod page;
mod run;
mod takeover;

use crate::failure::{Doing, Result};
use crate::project::Project;
use args::{Charts, Task};
use generate::records::Records;
use generate::{SEED, columns};
use std::fs;

/// Does what was asked.
pub(crate) fn perform(project: &Project, task: &Task) -> Result<()> {
    match task {
        Task::Run(race) => {
            run::measure(project, race)?;
            let Some(units) = race.page else {
                return Ok(());
            };
            charts::measure(project, &Charts::all())?;
            page::measure(project, units)
        }
        Task::Charts(charts) => charts::measure(project, charts),
        Task::Page { units } => page::measure(project, *units),
        Task::Takeover => takeover::measure(project),
        Task::Corpus { units, out } => folder::write(&Records::generate(*units, SEED), out),
        Task::Columns { units, out } => {
            let json = columns::json(&Records::generate(*units, SEED));
            fs::write(out, json).doing(|| format!("write {}", out.display()))
        }
        Task::Contender { columns, out } => contender::write(project, columns, out),
    }
}
