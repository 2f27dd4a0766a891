//! The options after `bench`, and what is meant where they are not given.
//!
//! In: words. Out: values, checked.

use super::args::{Charts, PAGE, Race};
use crate::failure::{Doing, Failure, Result};
use std::path::PathBuf;

/// Numbers of records, unless said otherwise, and for `--quick`.
pub(super) const SIZES: [usize; 4] = [50, 1_000, 10_000, 100_000];
const QUICK: [usize; 2] = [50, 1_000];
const MOST: usize = 1_000_000;
/// How often each thing is measured; the middle one of the times counts.
pub(super) const TIMES: usize = 3;

/// Options with their values, as given.
pub(super) struct Flags(Vec<(String, String)>);

impl Flags {
    /// Reads words, of which only these may be names.
    pub(super) fn read(words: &[String], allowed: &[&str]) -> Result<Self> {
        let mut flags = Vec::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            if !allowed.contains(&name) {
                let known = allowed.join(", ");
                return Err(
                    Failure::new(format!("unknown option `{name}`; it is one of {known}"))
                        .remedy("cargo xtask --help"),
                );
            }
            let value = match inline {
                None if name == "--quick" => Some(String::new()),
                None => words.next().cloned(),
                given => given,
            };
            let value = value.ok_or_else(|| Failure::new(format!("`{name}` needs a value")))?;
            flags.push((name.to_owned(), value));
        }
        Ok(Self(flags))
    }

    /// The value, given last.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(flag, _)| flag == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A path that has to be given; absolute.
    pub(super) fn path(&self, name: &str) -> Result<PathBuf> {
        let value = self
            .get(name)
            .ok_or_else(|| Failure::new(format!("`{name}` is needed")))?;
        std::path::absolute(value).doing(|| format!("make `{value}` absolute"))
    }

    /// A number of units that has to be given.
    pub(super) fn units(&self) -> Result<usize> {
        let value = self
            .get("--units")
            .ok_or_else(|| Failure::new("`--units` is needed"))?;
        number(value)
    }

    /// Who runs.
    pub(super) fn race(&self) -> Result<Race> {
        let quick = self.get("--quick").is_some();
        let sizes = match self.get("--sizes") {
            Some(sizes) => sizes.split(',').map(number).collect::<Result<_>>()?,
            None if quick => QUICK.to_vec(),
            None => SIZES.to_vec(),
        };
        let only = self.only();
        Ok(Race {
            sizes,
            page: (!quick && only.is_empty()).then_some(PAGE),
            only,
            passes: self.times(),
        })
    }

    /// Who draws.
    pub(super) fn charts(&self) -> Charts {
        Charts {
            only: self.only(),
            rounds: self.times(),
        }
    }

    fn only(&self) -> Vec<String> {
        let only = self.get("--only").unwrap_or_default().split(',');
        let only = only.filter(|name| !name.is_empty());
        only.map(str::to_lowercase).collect()
    }

    /// How often all of it is done.
    fn times(&self) -> usize {
        if self.get("--quick").is_some() {
            1
        } else {
            TIMES
        }
    }
}

/// A number of units.
pub(super) fn number(text: &str) -> Result<usize> {
    let number = text.replace(['_', ' '], "").parse().ok();
    number
        .filter(|number| (1..=MOST).contains(number))
        .ok_or_else(|| Failure::new(format!("`{text}` is no number from 1 to {MOST}")))
}
