//! A headless Chromium for one page, gone with the value.
//!
//! In: an address. Out: a running browser with a profile of its own, so that no
//! page finds anything that another has left.

use crate::engine::Engine;
use crate::failure::{Doing, Failure, Result};
use crate::process;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    // Or a page's memory is measured when the browser next feels like it.
    "--enable-blink-features=ForceEagerMeasureMemory",
    // A large corpus as JavaScript objects takes more than the default.
    "--js-flags=--max-old-space-size=4096",
];

/// A picture is taken when the page has been at work for so long by its own clock, which runs
/// ahead while the page waits.
const PATIENCE: &str = "--virtual-time-budget=10000";
const WINDOW: &str = "--window-size=800,600";
/// How long a picture may take.
const SHOT: Duration = Duration::from_secs(30);

/// A browser with one page.
pub(super) struct Chromium {
    child: Child,
    profile: PathBuf,
}

impl Chromium {
    /// Opens the page.
    pub(super) fn open(address: &str, target: &Path) -> Result<Self> {
        Self::start(&[address.into()], target)
    }

    /// Writes a picture of the page, once it has drawn what it has to.
    pub(super) fn shoot(address: &str, file: &Path, target: &Path) -> Result<()> {
        let _ = fs::remove_file(file);
        let mut picture = OsString::from("--screenshot=");
        picture.push(file);
        let arguments = [picture, PATIENCE.into(), WINDOW.into(), address.into()];
        let mut browser = Self::start(&arguments, target)?;
        process::wait(&mut browser.child, SHOT);
        if file.is_file() {
            return Ok(());
        }
        Err(Failure::new(format!("no picture of {address} was taken")))
    }

    fn start(arguments: &[OsString], target: &Path) -> Result<Self> {
        let program = Engine::Chromium
            .program()
            .ok_or_else(|| Failure::new("Chromium is missing"))?;
        let profile = target.join("profile");
        let _ = fs::remove_dir_all(&profile);
        let child = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .doing(|| "start Chromium".to_owned())?;
        Ok(Self { child, profile })
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Its helpers end when it is gone, and write until then.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.profile).is_ok() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}
