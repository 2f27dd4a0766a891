//! What tests said, read from what they print.
//!
//! In: the standard output of `cargo test`. Out: which failed, and the first words of why.

/// The longest reason that is repeated, in characters.
const REASON: usize = 150;

/// What became of the tests that were asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All of them passed, so many.
    Passed(usize),
    /// Some failed.
    Failed {
        /// Their names.
        tests: Vec<String>,
        /// What the first of them said.
        why: String,
    },
    /// None was run.
    Nothing,
}

impl Verdict {
    /// Reads it off the output.
    pub(super) fn read(said: &str) -> Self {
        let results = || {
            let lines = said.lines().filter_map(|it| it.strip_prefix("test "));
            lines.filter_map(|it| it.rsplit_once(" ... "))
        };
        let failed = results().filter(|(_, how)| *how == "FAILED");
        let tests: Vec<String> = failed.map(|(name, _)| name.to_owned()).collect();
        if !tests.is_empty() {
            let why = why(said);
            return Self::Failed { tests, why };
        }
        match results().count() {
            0 => Self::Nothing,
            n => Self::Passed(n),
        }
    }
}

/// The first words after the place of the first panic.
fn why(said: &str) -> String {
    let lines = said.lines().skip_while(|it| !it.contains(" panicked at "));
    let lines = lines
        .skip(1)
        .take_while(|it| !it.starts_with("stack backtrace"));
    let words: Vec<&str> = lines.take(3).map(str::trim).collect();
    words.join(" ").chars().take(REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_named_with_the_reason() {
        let said = "running 2 tests\ntest a::b ... ok\ntest a::c ... FAILED\n\nfailures:\n\n\
            ---- a::c stdout ----\n\nthread 'a::c' (7) panicked at tests/a.rs:1:2:\nno escape: <\n\
            left: 1\n\ntest result: FAILED. 1 passed; 1 failed;";
        let failed = Verdict::Failed {
            tests: vec!["a::c".to_owned()],
            why: "no escape: < left: 1 ".to_owned(),
        };
        assert_eq!(Verdict::read(said), failed);
    }

    #[test]
    fn no_test_is_no_verdict() {
        assert_eq!(Verdict::read("test a ... ok\n"), Verdict::Passed(1));
        let none = "running 0 tests\n\ntest result: ok. 0 passed; 0 failed;\n";
        for said in ["", none, "error[E0425]: cannot find value"] {
            assert_eq!(Verdict::read(said), Verdict::Nothing, "{said}");
        }
    }
}
