//! How soon charts are drawn anew after a filter: `cargo xtask bench charts`.
//!
//! In: who draws. Out: a table and `target/bench/charts.json`, and a picture of each in
//! `target/bench/charts`. [`states`] counts what is drawn with the help of [`matches`], [`race`]
//! leads the pages of `xtask/bench/charts` through it, [`figures`] reads what they report.

mod figures;
mod matches;
mod race;
mod report;
mod states;

use super::args::Charts;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::setup;
use std::fs;

/// Measures, prints and writes; fails where our own charts are not drawn.
pub(super) fn measure(project: &Project, charts: &Charts) -> Result<()> {
    setup::for_bench(project)?;
    let rows = race::run(project, charts)?;
    let path = project.target().join("bench/charts.json");
    fs::write(&path, report::json(&rows)).doing(|| format!("write {}", path.display()))?;
    println!("{}", report::text(&rows));
    say(&format!("The figures are in {}", path.display()));
    match rows.iter().find(|row| row.page == race::OURS) {
        Some(row)
            if row
                .outcome
                .as_ref()
                .is_err_and(|why| why != race::NOT_BUILT) =>
        {
            Err(Failure::new("this project's charts were not drawn"))
        }
        _ => Ok(()),
    }
}
