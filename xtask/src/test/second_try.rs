//! A second try for the few tests of a browser that failed.
//!
//! In: how the tests are started. Out: how they ended. A browser shares a small machine with all
//! else that runs there, and now and then a key or a frame comes when nothing of the page's is to
//! blame. So tests that failed run once more, one by one; what then passes counts, and the
//! summary tells how many did, so that nobody forgets them. Invariant: a test that fails twice has
//! failed, and where many failed there is no second try.

use super::tally::Tally;
use crate::console::say;
use crate::failure::{Doing, Failure, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// As many may have failed by chance.
const FEW: usize = 3;

/// Runs them all, and those that failed once more, if they are few.
pub(super) fn of_few(all: &mut Command, start: impl Fn() -> Command) -> Result<Tally> {
    let mut failed = Vec::new();
    let tally = lines(all, |line| failed.extend(failure(line)))?;
    if failed.is_empty() || failed.len() > FEW {
        return Ok(tally);
    }
    say(&format!("once more, one by one: {}", failed.join(", ")));
    let mut more = start();
    more.args(["--exact", "--test-threads=1"]).args(&failed);
    let second = lines(&mut more, |_| {})?;
    Ok(tally.with_second(second))
}

/// A `cargo test`, whose lines are passed on, heard and counted.
pub(super) fn lines(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .doing(|| "start cargo test".to_owned())?;
    let mut tally = Tally::default();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|pipe| BufReader::new(pipe).lines())
    {
        let line = line.doing(|| "read what cargo test says".to_owned())?;
        println!("{line}");
        tally.read(&line);
        hear(&line);
    }
    let status = child.wait().doing(|| "wait for cargo test".to_owned())?;
    if status.success() && tally.passed > 0 || tally.failed > 0 {
        return Ok(tally);
    }
    Err(Failure::new(format!(
        "the tests did not run to their end ({status})"
    )))
}

/// The test that this line says has failed.
fn failure(line: &str) -> Option<String> {
    let name = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn script(text: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", text]);
        shell
    }

    const ONE_OF_TWO: &str = "echo 'test a::b ... FAILED'; echo 'test a::c ... ok'; \
        echo 'test result: FAILED. 1 passed; 1 failed; 0 ignored'; exit 101";

    #[test]
    fn what_failed_once_may_pass_and_is_named() -> Result<()> {
        let again = || script("echo 'test result: ok. 1 passed; 0 failed; 0 ignored'");
        let tally = of_few(&mut script(ONE_OF_TWO), again)?;
        assert_eq!(tally.to_string(), "2 passed, 0 failed");
        assert_eq!(tally.second, 1);
        Ok(())
    }

    #[test]
    fn what_fails_twice_has_failed() -> Result<()> {
        let again =
            || script("echo 'test result: FAILED. 0 passed; 1 failed; 0 ignored'; exit 101");
        let tally = of_few(&mut script(ONE_OF_TWO), again)?;
        assert_eq!((tally.passed, tally.second, tally.failed), (1, 0, 1));
        Ok(())
    }

    #[test]
    fn where_many_fail_there_is_none() -> Result<()> {
        let many = "for no in 1 2 3 4; do echo \"test a::t$no ... FAILED\"; done; \
            echo 'test result: FAILED. 0 passed; 4 failed; 0 ignored'; exit 101";
        let asked = Cell::new(false);
        let again = || {
            asked.set(true);
            script("exit 1")
        };
        let tally = of_few(&mut script(many), again)?;
        assert_eq!((tally.failed, asked.get()), (4, false));
        Ok(())
    }
}
