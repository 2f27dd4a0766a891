//! rustfmt and clippy, for the tests; most toolchains bring them along.

use super::Tool;
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::{Project, on_path};
use std::process::Command;

/// Both are one tool here: rustup brings them in one call.
pub(super) struct Components;

impl Tool for Components {
    fn name(&self) -> String {
        "rustfmt and clippy".to_owned()
    }

    fn ready(&self, _: &Project) -> bool {
        // A proxy of rustup's can be there without what it stands for.
        ["fmt", "clippy"].iter().all(|name| {
            let limit = std::time::Duration::from_secs(10);
            let question = [*name, "--version"];
            process::output(Command::new("cargo").args(question), limit).is_some()
        })
    }

    fn prospect(&self) -> &'static str {
        "fetching, some seconds"
    }

    fn install(&self, _: &Project) -> Result<()> {
        let remedy = "rustup component add rustfmt clippy";
        if on_path("rustup").is_none() {
            return Err(Failure::new("rustfmt or clippy is missing").remedy(remedy));
        }
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", "rustfmt", "clippy"]);
        process::run(&mut rustup).map_err(|failure| failure.remedy(remedy))
    }
}
