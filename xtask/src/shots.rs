//! Pictures of the built site: `cargo xtask shots`.
//!
//! In: paths of the site. Out: a picture each at three widths, light and dark,
//! in `target/shots`; or, with `--readme`, the one of the README. The pictures
//! are taken by a test that otherwise is ignored (`tests/browser/shots.rs`).

use crate::args::Inputs;
use crate::engine::Engine;
use crate::failure::Result;
use crate::process;
use crate::project::Project;
use crate::test::webdriver::Stage;
use crate::{setup, site};
use std::path::Path;

/// Builds if need be, then takes them.
pub(crate) fn run(
    project: &Project,
    inputs: &Inputs,
    out: Option<&Path>,
    paths: &[String],
    readme: bool,
) -> Result<()> {
    setup::for_shots(project)?;
    site::build(project, inputs, &project.dist())?;
    let stage = Stage::set(project, Engine::Chromium, &project.dist())?;
    let mut cargo = project.cargo(&["test", "--quiet", "--locked", "--test", "browser", "--"]);
    cargo.args(["--ignored", "--exact", "shots::shots", "--nocapture"]);
    site::give_inputs(&mut cargo, inputs);
    stage.give(&mut cargo);
    if let Some(out) = out {
        cargo.env("PLEDGES_SHOTS", out);
    }
    if !paths.is_empty() {
        cargo.env("PLEDGES_SHOT_PATHS", paths.join(" "));
    }
    if readme {
        cargo.env(
            "PLEDGES_README_SHOT",
            project.root().join("docs/screenshot.png"),
        );
    }
    process::run(&mut cargo)
}
