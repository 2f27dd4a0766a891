//! The files that a size needs: records, actions, expected answers, indexes.
//!
//! In: a number of records. Out: `target/bench/data/N/`. Invariant: a stamp is
//! written last and names everything that made them, so that they are made
//! anew when a generator changed and only then.

use crate::bench::generate::records::Records;
use crate::bench::generate::{SEED, columns, script};
use crate::console::say;
use crate::failure::{Doing, Result};
use crate::fingerprint::Fnv;
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::PathBuf;

/// The folder of this size.
pub(super) fn folder(project: &Project, size: usize) -> PathBuf {
    project.target().join(format!("bench/data/{size}"))
}

/// Makes it, if it is not there.
pub(super) fn provide(project: &Project, size: usize) -> Result<PathBuf> {
    let folder = folder(project, size);
    let stamp = folder.join("stamp");
    let key = key(project);
    if fs::read_to_string(&stamp).is_ok_and(|text| text == key) {
        return Ok(folder);
    }
    say(&format!("Writing {size} records and the plain answers …"));
    fs::create_dir_all(&folder).doing(|| format!("make {}", folder.display()))?;
    let records = Records::generate(size, SEED);
    let script = script::json(&records, SEED);
    for (name, text) in [
        ("columns.json", columns::json(&records)),
        ("actions.json", script),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).doing(|| format!("write {}", path.display()))?;
    }
    let mut node = project.tool("node");
    node.arg("--max-old-space-size=8192")
        .arg(project.root().join("xtask/bench/prepare/main.js"))
        .arg(&folder);
    process::run(&mut node)?;
    fs::write(&stamp, key).doing(|| format!("write {}", stamp.display()))?;
    Ok(folder)
}

fn key(project: &Project) -> String {
    let mut hash = Fnv::new();
    for part in ["src/bench/generate", "bench/prepare", "bench/page"] {
        hash.write_tree(&project.root().join("xtask").join(part));
    }
    hash.hex()
}
