//! What went wrong, said once to the person at the keyboard.
//!
//! A [`Failure`] holds a sentence and, where one is known, the command that
//! would put it right. It is never matched on: code that can go on decides
//! before it makes one.

use std::fmt;

/// The result of everything here that can fail.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// A sentence, and perhaps the command that helps.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure without a known remedy.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: None,
        }
    }

    /// What went wrong, without the remedy.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    /// Adds the one command (or deed) that would put it right.
    #[must_use]
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  this helps: {remedy}"),
            None => Ok(()),
        }
    }
}

/// Turns any error into a [`Failure`] by saying what was being done.
pub(crate) trait Doing<T> {
    /// `deed` completes the sentence "cannot …".
    fn doing(self, deed: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Doing<T> for std::result::Result<T, E> {
    fn doing(self, deed: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Failure::new(format!("cannot {}: {error}", deed())))
    }
}
