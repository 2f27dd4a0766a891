//! Chromium and its driver, for the tests in a browser.
//!
//! Any Chromium or Chrome with a chromedriver of its version will do; where
//! there is none, Debian's two packages are taken, which always fit.

use super::{Tool, apt};
use crate::failure::{Failure, Result};
use crate::project::{Project, on_path};
use std::path::PathBuf;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// The browser that the tests drive.
pub(super) struct Chromium;

/// The browser's program.
pub(crate) fn program() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| on_path(name))
}

/// The program that takes a test's commands to it.
pub(crate) fn driver() -> Option<PathBuf> {
    on_path("chromedriver")
}

impl Tool for Chromium {
    fn name(&self) -> String {
        "Chromium and chromedriver".to_owned()
    }

    fn ready(&self, _: &Project) -> bool {
        program().is_some() && driver().is_some()
    }

    fn prospect(&self) -> &'static str {
        "installing by apt-get, about 1 min"
    }

    fn install(&self, _: &Project) -> Result<()> {
        if on_path("apt-get").is_none() {
            return Err(Failure::new("Chromium or chromedriver is missing")
                .remedy("install both, of the same version, from your package manager"));
        }
        apt::install(&PACKAGES)
    }
}
