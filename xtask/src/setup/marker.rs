//! Remembers that a tool was installed whole.
//!
//! A marker is written last and by renaming, so it exists only when every
//! earlier step was done, however the program ended. Its text names what was
//! installed; another version or other build settings make it stale.

use crate::failure::{Doing, Result};
use crate::project::Project;
use std::fs;
use std::path::PathBuf;

fn path(project: &Project, tool: &str) -> PathBuf {
    project.tools().join(format!("{tool}.done"))
}

/// Whether this very thing was installed whole.
pub(super) fn is(project: &Project, tool: &str, key: &str) -> bool {
    fs::read_to_string(path(project, tool)).is_ok_and(|text| text == key)
}

/// Notes that it is.
pub(super) fn set(project: &Project, tool: &str, key: &str) -> Result<()> {
    let path = path(project, tool);
    let draft = path.with_extension("part");
    fs::create_dir_all(project.tools())
        .and_then(|()| fs::write(&draft, key))
        .and_then(|()| fs::rename(&draft, &path))
        .doing(|| format!("write {}", path.display()))
}

/// Forgets it, before anything of the tool is touched.
pub(super) fn clear(project: &Project, tool: &str) -> Result<()> {
    let path = path(project, tool);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).doing(|| format!("remove {}", path.display()))
        }
        _ => Ok(()),
    }
}
