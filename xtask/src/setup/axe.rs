//! axe-core, the rules of accessibility that the pages are tried with in Chromium.
//!
//! In: the version and checksum in `xtask/axe`, and npm. Out: one file in `target/axe`, or why it
//! cannot be had: then those tests are left out, and the run says so. Invariant: it is never part
//! of what is built, nor of the repository.

use super::{marker, npm};
use crate::failure::Result;
use crate::project::Project;
use std::path::PathBuf;

const NAME: &str = "axe-core";
const WITHIN: &str = "node_modules/axe-core/axe.min.js";

/// The script, fetched where it is not there.
pub(crate) fn script(project: &Project) -> Result<PathBuf> {
    let source = project.root().join("xtask/axe");
    let folder = project.target().join("axe");
    let (file, key) = (folder.join(WITHIN), npm::key(&source)?);
    if !(marker::is(project, NAME, &key) && file.is_file()) {
        marker::clear(project, NAME)?;
        npm::install(project, &source, &folder)?;
        marker::set(project, NAME, &key)?;
    }
    Ok(file)
}
