//! Debian's and Ubuntu's packages, where we may install them unasked: as root,
//! or by a sudo that wants no password.
//!
//! Waits for another apt's lock, and finishes what an interrupted dpkg left.

use crate::console::say;
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::on_path;
use std::process::Command;
use std::sync::Once;
use std::thread;
use std::time::Duration;

/// How long another package manager may hold the locks.
const LOCK_SECONDS: u32 = 900;
const UPDATE_TRIES: u32 = 30;

/// The lists are renewed at most once in a run.
static RENEWED: Once = Once::new();

/// The command a person would type.
pub(super) fn remedy(packages: &[&str]) -> String {
    format!(
        "sudo apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Whether packages can be installed here without a question.
pub(super) fn usable() -> bool {
    on_path("apt-get").is_some() && (is_root() || sudo_is_free())
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u"), Duration::from_secs(5))
        .is_some_and(|text| text.trim() == "0")
}

fn sudo_is_free() -> bool {
    let ask_nothing = ["-n", "true"];
    process::output(
        Command::new("sudo").args(ask_nothing),
        Duration::from_secs(5),
    )
    .is_some()
}

/// Installs packages, or fails with the command that would.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    if !usable() {
        return Err(Failure::new(format!(
            "{} can only be installed by an administrator",
            packages.join(" and ")
        ))
        .remedy(remedy(packages)));
    }
    let named = |failure: Failure| failure.remedy(remedy(packages));
    repair().map_err(named)?;
    // The lists may be years old or, in an image, missing; a newer package
    // would then not be found, or an older one no longer served.
    RENEWED.call_once(update);
    let mut command = as_root("apt-get");
    command.args(["install", "-y", "--no-install-recommends"]);
    command.args(["-o", &format!("DPkg::Lock::Timeout={LOCK_SECONDS}")]);
    // A package upgraded meanwhile must not stop at a question about its settings.
    command.args(["-o", "Dpkg::Options::=--force-confold"]);
    command.args(packages);
    process::long(&mut command, |line| {
        let verb = line.split_whitespace().next()?;
        ["Get:", "Unpacking", "Setting"]
            .iter()
            .any(|known| verb.starts_with(known))
            .then(|| line.chars().take(100).collect())
    })
    .map_err(named)
}

/// An installation that was killed leaves packages half configured, and apt
/// then refuses every other one.
fn repair() -> Result<()> {
    let audit = process::output(Command::new("dpkg").arg("--audit"), Duration::from_mins(1));
    if audit.is_none_or(|text| text.trim().is_empty()) {
        return Ok(());
    }
    say("      finishing an interrupted package installation first");
    let mut configure = as_root("dpkg");
    configure.args(["--configure", "-a", "--force-confold"]);
    // Its own failure is not the end: what is half unpacked, apt mends.
    let _ = process::long(&mut configure, |_| None);
    let mut fix = as_root("apt-get");
    fix.args(["install", "-y", "--fix-broken"]);
    fix.args(["-o", &format!("DPkg::Lock::Timeout={LOCK_SECONDS}")]);
    process::long(&mut fix, |_| None)
}

/// Renews the package lists. A failure is only told: the old lists may do.
fn update() {
    for _ in 0..UPDATE_TRIES {
        let mut command = as_root("apt-get");
        command.args(["update", "-q"]);
        match command.output() {
            Ok(output) if output.status.success() => return,
            // This lock, unlike dpkg's, apt does not wait for.
            Ok(output) if String::from_utf8_lossy(&output.stderr).contains("lock") => {
                say("      another package manager is at work; waiting");
                thread::sleep(Duration::from_secs(10));
            }
            _ => break,
        }
    }
    say("      the package lists could not be renewed; going on with the old ones");
}

fn as_root(program: &str) -> Command {
    let mut command = if is_root() {
        Command::new("env")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "env"]);
        sudo
    };
    // sudo would drop a variable of ours; `env` sets it behind sudo. The C
    // locale keeps the messages that we read in English.
    command.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", program]);
    command
}
