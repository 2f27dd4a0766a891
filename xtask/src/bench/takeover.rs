//! What becomes of a page, and of what a reader does there, when the program takes it over.
//!
//! Out: the table that the browser test `takeover` prints, of the site as `build` makes it into
//! `dist`. Nothing is asserted here: it is there to compare ways of taking over.

use crate::args::Inputs;
use crate::engine::Engine;
use crate::failure::Result;
use crate::process;
use crate::project::Project;
use crate::test::webdriver::Stage;
use crate::{setup, site};

/// Builds if need be, then measures and prints.
pub(super) fn measure(project: &Project) -> Result<()> {
    setup::for_shots(project)?;
    let inputs = Inputs::default();
    let dist = project.dist();
    site::build(project, &inputs, &dist)?;
    let stage = Stage::set(project, Engine::Chromium, &dist)?;
    let mut cargo = project.cargo(&["test", "--quiet", "--locked", "--test", "browser", "--"]);
    cargo.args(["--ignored", "--exact", "takeover::takeover", "--nocapture"]);
    stage.give(&mut cargo);
    process::run(&mut cargo)
}
