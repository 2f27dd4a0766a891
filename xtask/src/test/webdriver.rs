//! What browser tests stand on: the built site on a port, and a chromedriver.
//!
//! Both take any free port, so that runs side by side do not meet. The driver
//! ends with the value; the server with the process.

use crate::failure::{Doing, Failure, Result};
use crate::serve;
use crate::setup::browser;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

/// A site and a driver, ready.
pub(crate) struct Stage {
    site: String,
    port: u16,
    driver: Child,
}

impl Stage {
    /// Serves a folder and starts a driver.
    pub(crate) fn set(folder: &Path) -> Result<Self> {
        let program = browser::driver().ok_or_else(|| Failure::new("chromedriver is missing"))?;
        let site = serve::in_background(folder)?;
        let mut driver = Command::new(program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .doing(|| "start chromedriver".to_owned())?;
        if let Some(port) = port(&mut driver) {
            return Ok(Self { site, port, driver });
        }
        let _ = driver.kill();
        let _ = driver.wait();
        Err(Failure::new("chromedriver did not start"))
    }

    /// Tells the tests where everything is.
    pub(crate) fn give(&self, command: &mut Command) {
        command.env("PLEDGES_SITE", &self.site).env(
            "PLEDGES_WEBDRIVER",
            format!("http://127.0.0.1:{}/", self.port),
        );
        if let Some(program) = browser::program() {
            command.env("PLEDGES_BROWSER", program);
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The driver says `… started successfully on port 40123.` and then little.
fn port(driver: &mut Child) -> Option<u16> {
    let mut lines = BufReader::new(driver.stdout.take()?).lines();
    let port = lines
        .by_ref()
        .map_while(std::result::Result::ok)
        .find_map(|line| {
            let (_, rest) = line.split_once("successfully on port ")?;
            rest.trim_end_matches('.').parse().ok()
        });
    // What it says later must not fill the pipe.
    thread::spawn(move || lines.for_each(drop));
    port
}
