//! A headless Chromium for one page, gone with the value.
//!
//! In: an address. Out: a running browser with a profile of its own, so that no
//! page finds anything that another has left.

use crate::failure::{Doing, Failure, Result};
use crate::setup::browser;
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

/// A browser with one page.
pub(super) struct Chromium {
    child: Child,
    profile: PathBuf,
}

impl Chromium {
    /// Opens the page.
    pub(super) fn open(address: &str, target: &Path) -> Result<Self> {
        let program = browser::program().ok_or_else(|| Failure::new("Chromium is missing"))?;
        let profile = target.join("profile");
        let _ = fs::remove_dir_all(&profile);
        let child = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(address)
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
