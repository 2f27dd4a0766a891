//! Browsers and their drivers, for the tests in a browser.
//!
//! Whatever is there will do; where there is none, Debian's packages are taken. Geckodriver,
//! which Debian has not, is compiled ([`super::cargo_tool`]).

use super::{Tool, apt};
use crate::engine::Engine;
use crate::failure::{Failure, Result};
use crate::project::{Project, on_path};

/// A browser that the tests drive.
pub(super) struct Browser(pub(super) Engine);

impl Tool for Browser {
    fn name(&self) -> String {
        match self.0 {
            Engine::Chromium => "Chromium and chromedriver",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit, its driver and a screen for it",
        }
        .to_owned()
    }

    fn ready(&self, _: &Project) -> bool {
        self.0.is_installed()
    }

    fn prospect(&self) -> &'static str {
        "installing by apt-get, about 1 min"
    }

    fn install(&self, _: &Project) -> Result<()> {
        if on_path("apt-get").is_none() {
            let what = format!("{} is missing", self.name());
            return Err(Failure::new(what).remedy("install it from your package manager"));
        }
        apt::install(self.0.packages())
    }
}

/// Whether a browser is there or can be brought here without a question.
pub(super) fn can_be_had(engine: Engine) -> Result<()> {
    if engine.is_installed() || apt::usable() {
        return Ok(());
    }
    let what = format!(
        "{} can only be installed by an administrator",
        Browser(engine).name()
    );
    let remedy = match on_path("apt-get") {
        Some(_) => apt::remedy(engine.packages()),
        None => "install it from your package manager".to_owned(),
    };
    Err(Failure::new(what).remedy(format!("{remedy}, or leave it out by --engines")))
}
