//! Measures the engine beside its peers: `cargo xtask bench`.
//!
//! In: numbers of records. Out: a table and `target/bench/results.json`. The
//! records, the actions and the contenders' pages are the same in every run;
//! [`records`] and [`script`] make the first two, `xtask/bench` holds the third.
//! Every answer is compared with a plain one, and what differs is said.

pub(crate) mod args;
mod articles;
mod columns;
mod contender;
mod corpus_folder;
mod lexicon;
mod lists;
mod names;
mod prose;
mod random;
mod records;
mod threads;
mod vocabulary;

use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use args::Task;
use records::Records;

/// The seed of everything that is generated.
const SEED: u64 = 2026;

/// Does what was asked.
pub(crate) fn run(_project: &Project, task: &Task) -> Result<()> {
    match task {
        Task::Run(_) => Err(Failure::new("not there yet")),
        Task::Corpus { units, out } => corpus_folder::write(&Records::generate(*units, SEED), out),
        Task::Columns { units, out } => {
            let json = columns::json(&Records::generate(*units, SEED));
            std::fs::write(out, json).doing(|| format!("write {}", out.display()))
        }
        Task::Contender { columns, out } => contender::write(columns, out),
    }
}
