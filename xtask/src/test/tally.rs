//! How many tests passed and failed, read from what cargo prints.

use std::fmt;
use std::ops::AddAssign;

/// A number of tests by how they ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    /// How many of those failed before they passed.
    pub(crate) second: u32,
    pub(crate) failed: u32,
    /// Those whose turn did not come.
    pub(crate) skipped: u32,
    /// Kinds of tests that could not be run here, where the rest counts all the same.
    pub(crate) lacking: u32,
}

impl Tally {
    /// One test that passed.
    pub(crate) const PASSED: Self = Self {
        passed: 1,
        second: 0,
        failed: 0,
        skipped: 0,
        lacking: 0,
    };
    /// One that failed.
    pub(crate) const FAILED: Self = Self {
        passed: 0,
        second: 0,
        failed: 1,
        skipped: 0,
        lacking: 0,
    };
    /// One that was not run.
    pub(crate) const SKIPPED: Self = Self {
        passed: 0,
        second: 0,
        failed: 0,
        skipped: 1,
        lacking: 0,
    };

    /// What became of it when those that failed were tried once more.
    pub(crate) fn with_second(self, second: Self) -> Self {
        let passed = second.passed.min(self.failed);
        Self {
            passed: self.passed + passed,
            second: self.second + passed,
            failed: self.failed - passed,
            ..self
        }
    }

    /// Adds what a line `test result: ok. 3 passed; 1 failed; …` tells; other
    /// lines tell nothing. Tests marked as ignored are no tests of this run.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((_, counts)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split(';') {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let number = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.second += other.second;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 4 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            tally.read(line);
        }
        assert_eq!(tally.to_string(), "4 passed, 2 failed");
        tally += Tally::SKIPPED;
        assert_eq!(tally.to_string(), "4 passed, 2 failed, 1 skipped");
    }
}
