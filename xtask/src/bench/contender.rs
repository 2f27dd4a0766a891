//! The folder that puts this project's engine on the same start line as its peers.
//!
//! In: a file of records by columns and a folder. Out: a page in that folder
//! that loads the engine's code and its prepared data and publishes
//! `window.contender`.

use crate::failure::{Failure, Result};
use std::path::Path;

/// Writes the folder.
pub(crate) fn write(columns: &Path, out: &Path) -> Result<()> {
    Err(Failure::new(format!(
        "the engine has no page of its own yet: {} is not written from {}",
        out.display(),
        columns.display()
    )))
}
