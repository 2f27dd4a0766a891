//! Node.js with npm, which brings and runs `wasm-opt`.

use super::{Tool, apt};
use crate::failure::{Failure, Result};
use crate::project::{Project, on_path};

/// Any Node.js that npm supports will do; its version is not ours to fix.
pub(super) struct Node;

impl Tool for Node {
    fn name(&self) -> String {
        "Node.js with npm".to_owned()
    }

    fn ready(&self, _: &Project) -> bool {
        on_path("node").is_some() && on_path("npm").is_some()
    }

    fn prospect(&self) -> &'static str {
        "installing by apt-get, about 1 min"
    }

    fn install(&self, _: &Project) -> Result<()> {
        if on_path("apt-get").is_none() {
            return Err(Failure::new("Node.js is missing").remedy(
                "install Node.js 18 or newer from your package manager or https://nodejs.org/",
            ));
        }
        // Some builds of the first package contain npm; Debian's does not.
        apt::install(&["nodejs"])?;
        if on_path("npm").is_none() {
            apt::install(&["npm"])?;
        }
        Ok(())
    }
}
