//! How soon what is typed is on the screen: the built page with a long generated corpus.
//!
//! In: a number of units. Out: the table that the browser test `pace` prints, beside a bare
//! text field, and a verdict on what holds for long lists only. The corpus and the site are
//! in `target/bench`. Invariant: one browser at a time, so that no other is measured.

use super::folder;
use super::generate::SEED;
use super::generate::records::Records;
use crate::args::Inputs;
use crate::engine::Engine;
use crate::failure::Result;
use crate::process;
use crate::project::Project;
use crate::test::webdriver::Stage;
use crate::{setup, site};

/// What is run of `tests/browser`; all of it is ignored otherwise.
const TESTS: [&[&str]; 2] = [
    &["--exact", "pace::pace", "--nocapture"],
    &["long::", "--test-threads=1"],
];

/// Builds if need be, then measures and prints.
pub(super) fn measure(project: &Project, units: usize) -> Result<()> {
    setup::for_shots(project)?;
    let corpus = project.target().join("bench/page-corpus");
    folder::write(&Records::generate(units, SEED), &corpus)?;
    let inputs = Inputs {
        corpus: Some(corpus),
        ..Inputs::default()
    };
    let dist = project.target().join("bench/page-dist");
    site::build(project, &inputs, &dist)?;
    let stage = Stage::set(project, Engine::Chromium, &dist)?;
    for tests in TESTS {
        let mut cargo = project.cargo(&["test", "--quiet", "--locked", "--test", "browser", "--"]);
        cargo.arg("--ignored").args(tests);
        site::give_inputs(&mut cargo, &inputs);
        stage.give(&mut cargo);
        process::run(&mut cargo)?;
    }
    Ok(())
}
