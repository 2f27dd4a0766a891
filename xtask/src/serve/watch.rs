//! Builds again when an input changes, by asking for times twice a second.
//!
//! Asking needs no library and works on every file system, shared folders and
//! containers included; the inputs are a few hundred files.

use crate::args::Inputs;
use crate::console::say;
use crate::fingerprint::Fnv;
use crate::project::Project;
use crate::site;
use std::path::Path;
use std::thread;
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(500);

/// Never returns.
pub(super) fn run(project: &Project, inputs: &Inputs, out: &Path) {
    let mut built = stamps(project, inputs);
    loop {
        thread::sleep(PAUSE);
        let now = stamps(project, inputs);
        if now == built {
            continue;
        }
        // An editor or git may be half-way through a set of files.
        thread::sleep(PAUSE);
        if stamps(project, inputs) != now {
            continue;
        }
        built = now;
        match site::build(project, inputs, out) {
            Ok(verdict) => say(&format!("{verdict} reload the page")),
            Err(failure) => say(&format!("{failure}\nThe last good build is still served.")),
        }
    }
}

fn stamps(project: &Project, inputs: &Inputs) -> String {
    let mut hash = Fnv::new();
    for path in site::watched(project, inputs) {
        hash.write_stamps(&path);
    }
    hash.hex()
}
