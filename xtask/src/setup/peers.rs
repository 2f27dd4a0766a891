//! The libraries for search and for charts that `bench` measures, pinned in `xtask/bench`.

use super::{Tool, marker, npm};
use crate::failure::Result;
use crate::project::Project;
use std::path::PathBuf;

/// All of them; their versions are those of the lock file.
pub(super) struct Peers;

fn source(project: &Project) -> PathBuf {
    project.root().join("xtask/bench")
}

fn folder(project: &Project) -> PathBuf {
    project.target().join("bench")
}

impl Tool for Peers {
    fn name(&self) -> String {
        "MiniSearch, FlexSearch, Orama, uFuzzy, SQLite, Plot, Vega-Lite, Chart.js".to_owned()
    }

    fn ready(&self, project: &Project) -> bool {
        npm::key(&source(project)).is_ok_and(|key| marker::is(project, "peers", &key))
            && folder(project).join("node_modules").is_dir()
    }

    fn prospect(&self) -> &'static str {
        "installing by npm, some seconds"
    }

    fn install(&self, project: &Project) -> Result<()> {
        marker::clear(project, "peers")?;
        npm::install(project, &source(project), &folder(project))?;
        marker::set(project, "peers", &npm::key(&source(project))?)
    }
}
