//! The packages of the lock file: their licences, where they come from, what is known against them.
//!
//! In: `Cargo.lock`, `deny.toml` and, where it is at hand, the database of advisories, a clone of
//! github.com/rustsec/advisory-db that `PLEDGES_ADVISORIES` names. Out: whether all is as it
//! should be. Without the database `advisories.lock` vouches for the packages that were looked up
//! on an earlier day, and for no other. Invariant: the checks ask nothing of a network, what was not
//! looked up today is said, and an exception without its day and its reason is a fault.

use super::tally::Tally;
use crate::args::Inputs;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use crate::process;
use crate::project::Project;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const RULES: &str = "deny.toml";
const RECORD: &str = "advisories.lock";

/// What a clone of the database is called where cargo-deny looks for it.
const CLONE: &str = "advisory-db-3157b0e258782691";

/// How the record is renewed.
const RENEWING: &str = "PLEDGES_ADVISORIES=DIR GOLDEN=write cargo xtask test --only packages";

/// Checks all of it.
pub(super) fn check(project: &Project, _: &Inputs) -> Result<Tally> {
    let rules = read(&project.root().join(RULES))?;
    reasoned(&rules)?;
    // Those of other systems, too, which a build here does without; where they are there already
    // this asks nobody.
    process::run(&mut project.cargo(&["fetch", "--quiet", "--locked"]))?;
    let own = project.root().join(RULES);
    process::run(&mut deny(project, &own, &["licenses", "bans", "sources"]))?;
    let locked = locked(&read(&project.root().join("Cargo.lock"))?);
    match std::env::var_os("PLEDGES_ADVISORIES").filter(|it| !it.is_empty()) {
        Some(database) => look_up(project, &rules, &PathBuf::from(database), &locked)?,
        None => vouched(&project.root().join(RECORD), &locked)?,
    }
    Ok(Tally::PASSED)
}

/// Looks every package up in the database, and records it where that was asked for.
fn look_up(
    project: &Project,
    rules: &str,
    database: &Path,
    locked: &BTreeSet<String>,
) -> Result<()> {
    let database = database.canonicalize();
    let database = database.doing(|| "find the folder that PLEDGES_ADVISORIES names".to_owned())?;
    let folder = project.target().join("advisories");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).doing(|| format!("make {}", folder.display()))?;
    // It takes clones made by itself only; this one looks like that.
    let clone = folder.join(CLONE);
    let mut git = Command::new("git");
    git.args(["clone", "--quiet", "--shared"]);
    process::run(git.arg(&database).arg(&clone))?;
    let ours = folder.join(RULES);
    let place = format!(
        "[advisories]\ndb-path = {:?}\n",
        folder.display().to_string()
    );
    let text = rules.replacen("[advisories]\n", &place, 1);
    fs::write(&ours, text).doing(|| format!("write {}", ours.display()))?;
    process::run(&mut deny(project, &ours, &["advisories"]))?;
    let mut git = Command::new("git");
    git.arg("-C").arg(&clone);
    git.args(["log", "-1", "--date=short", "--format=%cd %H"]);
    let state = process::output(&mut git, Duration::from_secs(20)).unwrap_or_default();
    let state = state.trim();
    say(&format!(
        "looked up in the database of advisories of {state}"
    ));
    let record = project.root().join(RECORD);
    if std::env::var_os("GOLDEN").is_some_and(|it| it == "write") {
        let text = record_of(state, locked);
        return fs::write(&record, text).doing(|| format!("write {}", record.display()));
    }
    Ok(())
}

/// Without the database: whether every package was looked up on an earlier day.
fn vouched(record: &Path, locked: &BTreeSet<String>) -> Result<()> {
    let text = read(record)?;
    let (state, known) = recorded(&text);
    say(&format!(
        "THE DATABASE OF ADVISORIES IS NOT HERE: what became known after {state} is not seen. \
         PLEDGES_ADVISORIES names a clone of github.com/rustsec/advisory-db"
    ));
    let all = locked.iter().map(String::as_str);
    let fresh: Vec<&str> = all.filter(|it| !known.contains(it)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "nobody has looked for advisories about {}",
        fresh.join(", ")
    ))
    .remedy(RENEWING))
}

fn deny(project: &Project, rules: &Path, checks: &[&str]) -> Command {
    let file = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
    let own = project.bin().join(&file);
    let mut command = project.plain(if own.is_file() { own } else { file.into() });
    command
        .args(["--offline", "--locked", "--config"])
        .arg(rules);
    // A rule for what is not there any more is a fault as well.
    command.args(["check", "--hide-inclusion-graph", "--deny", "warnings"]);
    command.args(checks);
    command
}

/// Every exception stands on a line of its own, with the day on which it was made and why.
fn reasoned(rules: &str) -> Result<()> {
    let mut within = false;
    for (at, line) in rules.lines().enumerate() {
        let line = line.trim();
        if within && line != "]" && !is_reasoned(line) {
            let message = format!("{RULES}:{}: an exception without day and reason", at + 1);
            return Err(Failure::new(message).remedy("reason = \"2026-11-22: why it has to be\""));
        }
        let list = EXCEPTIONS
            .iter()
            .find_map(|name| line.strip_prefix(name)?.trim_start().strip_prefix('='));
        if list.is_some_and(|it| it.trim() != "[") {
            let message = format!("{RULES}:{}: exceptions stand on a line each", at + 1);
            return Err(Failure::new(message));
        }
        within = (within && line != "]") || list.is_some();
    }
    Ok(())
}

/// The lists in which cargo-deny takes exceptions.
const EXCEPTIONS: [&str; 4] = ["skip", "skip-tree", "ignore", "exceptions"];

fn is_reasoned(line: &str) -> bool {
    let reason = line.split("reason = \"").nth(1).unwrap_or_default();
    let Some((day, why)) = reason.split_once(": ") else {
        return false;
    };
    let digits = day.bytes().filter(u8::is_ascii_digit).count();
    digits == 8 && day.len() == 10 && day.matches('-').count() == 2 && why.len() > 10
}

/// `name version` of every package that comes from elsewhere.
fn locked(lock: &str) -> BTreeSet<String> {
    let packages = lock.split("[[package]]").skip(1);
    let of = |package: &str, name: &str| {
        let mut lines = package.lines();
        let value = lines.find_map(|it| it.strip_prefix(name)?.strip_prefix(" = \""))?;
        value.strip_suffix('"').map(str::to_owned)
    };
    packages
        .filter(|it| of(it, "source").is_some())
        .filter_map(|it| Some([of(it, "name")?, of(it, "version")?].join(" ")))
        .collect()
}

fn record_of(state: &str, locked: &BTreeSet<String>) -> String {
    let mut text = format!(
        "# Packages of Cargo.lock that were looked up in github.com/rustsec/advisory-db, by cargo-deny\n\
         # and the rules of {RULES}, and the day and commit of the database. Written by\n\
         # `{RENEWING}`, never by hand.\n{state}\n"
    );
    for package in locked {
        text.push_str(package);
        text.push('\n');
    }
    text
}

/// The state of the database, and the packages that were looked up in it.
fn recorded(text: &str) -> (&str, BTreeSet<&str>) {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    (lines.next().unwrap_or_default(), lines.collect())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).doing(|| format!("read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_has_its_day_and_its_reason() {
        let rules = |line: &str| format!("[bans]\nskip = [\n  {line}\n]\nother = [\n  \"x\",\n]\n");
        let good = "{ crate = \"syn\", reason = \"2026-11-22: macros, in the compiler only\" },";
        assert_eq!(reasoned(&rules(good)), Ok(()));
        for bad in [
            "\"syn\",",
            "{ crate = \"syn\" },",
            "{ crate = \"syn\", reason = \"macros, in the compiler only\" },",
            "{ crate = \"syn\", reason = \"2026-11-22: \" },",
            "# { crate = \"syn\" },",
        ] {
            assert!(reasoned(&rules(bad)).is_err(), "{bad}");
        }
        for name in EXCEPTIONS {
            let one_line = format!("{name} = [\"syn\"]\n");
            assert!(reasoned(&one_line).is_err(), "{name}");
        }
    }

    #[test]
    fn the_record_is_read_as_it_was_written() {
        let lock = "version = 4\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"yew\"\nversion = \"0.23.0\"\nsource = \"registry\"\n";
        let locked = locked(lock);
        assert_eq!(locked.iter().collect::<Vec<_>>(), ["yew 0.23.0"]);
        let text = record_of("2026-08-21 bf5c", &locked);
        assert_eq!(
            recorded(&text),
            ("2026-08-21 bf5c", BTreeSet::from(["yew 0.23.0"]))
        );
    }
}
