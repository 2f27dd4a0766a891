//! Running other programs: to the end, for their output, or within a time.
//!
//! Every child is waited for. A child that overruns its time is killed and
//! counts as failed.

use crate::console::{HEARTBEAT, say, spoken};
use crate::failure::{Doing, Failure, Result};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, ErrorKind, IsTerminal, Read};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How many of a failed child's last lines are repeated.
const LAST_LINES: usize = 40;

/// Runs a child that speaks for itself; its failure is ours.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .doing(|| format!("start {}", name(command)))?;
    verdict(command, status)
}

/// A child that runs while something else does.
pub(crate) struct Begun {
    command: Command,
    child: thread::JoinHandle<std::io::Result<Output>>,
}

impl Begun {
    /// Starts it; what it says is kept.
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .doing(|| format!("start {}", name(&command)))?;
        let child = thread::spawn(move || child.wait_with_output());
        Ok(Self { command, child })
    }

    /// Waits for it and passes on what it said; its failure is ours.
    pub(crate) fn end(self) -> Result<()> {
        let output = self
            .child
            .join()
            .unwrap_or_else(|_| Err(ErrorKind::Other.into()));
        let output = output.doing(|| format!("wait for {}", name(&self.command)))?;
        for said in [&output.stdout, &output.stderr] {
            say(String::from_utf8_lossy(said).trim_end());
        }
        verdict(&self.command, output.status)
    }
}

/// The child's standard output, if it succeeds within the time; silent.
pub(crate) fn output(command: &mut Command, limit: Duration) -> Option<String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut pipe = child.stdout.take()?;
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        pipe.read_to_end(&mut text).map(|_| text)
    });
    let status = wait(&mut child, limit)?;
    let text = reader.join().ok()?.ok()?;
    status
        .success()
        .then(|| String::from_utf8_lossy(&text).into_owned())
}

/// Waits for a child, but not longer than this; then it is killed.
pub(crate) fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let end = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(20)),
            _ => {
                // It may have ended by itself meanwhile; either way it is gone.
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// Runs a long child. On a terminal it speaks for itself; elsewhere its lines
/// are kept back, a heartbeat is printed, and on failure the last lines.
pub(crate) fn long(command: &mut Command, beat: impl FnMut(&str) -> Option<String>) -> Result<()> {
    if std::io::stderr().is_terminal() {
        return run(command);
    }
    watched(command, beat)
}

fn watched(command: &mut Command, mut beat: impl FnMut(&str) -> Option<String>) -> Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .doing(|| format!("start {}", name(command)))?;
    let (sender, lines) = mpsc::channel();
    let pipes: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|pipe| Box::new(pipe) as _),
        child.stderr.take().map(|pipe| Box::new(pipe) as _),
    ];
    for pipe in pipes.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(pipe)
                .lines()
                .map_while(std::result::Result::ok)
            {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
    }
    drop(sender);

    let start = Instant::now();
    let mut next = start + HEARTBEAT;
    let mut now = String::new();
    let mut last: VecDeque<String> = VecDeque::with_capacity(LAST_LINES);
    loop {
        match lines.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some(news) = beat(&line) {
                    now = news;
                }
                if last.len() == LAST_LINES {
                    last.pop_front();
                }
                last.push_back(line);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if Instant::now() >= next {
            say(&format!("      {}: {now}", spoken(start.elapsed())));
            next = Instant::now() + HEARTBEAT;
        }
    }
    let status = child
        .wait()
        .doing(|| format!("wait for {}", name(command)))?;
    if !status.success() {
        for line in &last {
            say(line);
        }
    }
    verdict(command, status)
}

fn verdict(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    let words: Vec<_> = command
        .get_args()
        .map(|word| word.to_string_lossy())
        .collect();
    Err(Failure::new(format!(
        "`{} {}` failed ({status})",
        name(command),
        words.join(" ")
    )))
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    program
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn output_is_that_of_a_success_only() {
        let second = Duration::from_secs(5);
        let shell = |script: &str| output(Command::new("sh").args(["-c", script]), second);
        assert_eq!(shell("echo yes").as_deref(), Some("yes\n"));
        assert_eq!(shell("echo yes; exit 1"), None);
        assert_eq!(output(&mut Command::new("/no/such/program"), second), None);
    }

    #[test]
    fn a_child_that_hangs_is_killed() {
        let start = Instant::now();
        let mut command = Command::new("sleep");
        assert_eq!(output(command.arg("60"), Duration::from_millis(100)), None);
        assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_long_childs_lines_are_seen_and_its_failure_told() {
        let mut seen = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let result = watched(&mut command, |line| {
            seen.push(line.to_owned());
            None
        });
        seen.sort();
        assert_eq!(seen, ["one", "two"]);
        assert!(result.is_err());
    }
}
