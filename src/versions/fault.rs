//! What is wrong with a file that an earlier build wrote, and what to do about it.

use std::fmt;

/// A fault, without the name of the file, which whoever read it adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not what such a file is: cut off, or changed by hand.
    Damaged(String),
    /// Of a format that this program does not know.
    Newer(u32),
    /// It tells of another version than its name says.
    Other(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Damaged(how) => write!(f, "is damaged ({how})"),
            Self::Newer(format) => {
                write!(f, "has format {format}, which a later release wrote")
            }
            Self::Other(version) => write!(f, "holds version `{version}`"),
        }
    }
}

impl std::error::Error for Fault {}
