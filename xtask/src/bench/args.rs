//! The words after `bench`, and what they ask for.
//!
//! In: words. Out: a [`Task`]. Paths become absolute here.

use crate::failure::{Doing, Failure, Result};
use std::path::PathBuf;

/// What `cargo xtask bench` is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Measure the contenders.
    Run(Race),
    /// Measure the page.
    Page { units: usize },
    /// Write a generated corpus folder.
    Corpus { units: usize, out: PathBuf },
    /// Write generated records by columns.
    Columns { units: usize, out: PathBuf },
    /// Write this project's engine as a contender.
    Contender { columns: PathBuf, out: PathBuf },
}

/// Who runs, how far and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Race {
    pub(crate) sizes: Vec<usize>,
    /// Names of contenders; empty for all of them.
    pub(crate) only: Vec<String>,
    /// How often the script is run.
    pub(crate) passes: usize,
    /// With how many units the page is measured afterwards, if it is.
    pub(crate) page: Option<usize>,
}

const SIZES: [usize; 4] = [50, 1_000, 10_000, 100_000];
const QUICK: [usize; 2] = [50, 1_000];
/// Units of the page, unless said otherwise.
const PAGE: usize = 10_000;
const MOST: usize = 1_000_000;

/// Reads the words.
pub(crate) fn parse(words: &[String]) -> Result<Task> {
    let (command, rest) = match words.split_first() {
        Some((first, rest)) if !first.starts_with('-') => (first.as_str(), rest),
        _ => ("run", words),
    };
    let allowed: &[&str] = match command {
        "run" => &["--quick", "--sizes", "--only"],
        "page" => &["--units"],
        "corpus" | "columns" => &["--units", "--out"],
        "contender" => &["--columns", "--out"],
        other => {
            return Err(Failure::new(format!(
                "unknown part `{other}` of bench; it is one of page, corpus, columns, contender"
            ))
            .remedy("cargo xtask --help"));
        }
    };
    let flags = Flags::read(rest, allowed)?;
    match command {
        "run" => flags.race().map(Task::Run),
        "page" => Ok(Task::Page {
            units: flags.get("--units").map_or(Ok(PAGE), number)?,
        }),
        "contender" => Ok(Task::Contender {
            columns: flags.path("--columns")?,
            out: flags.path("--out")?,
        }),
        "corpus" => Ok(Task::Corpus {
            units: flags.units()?,
            out: flags.path("--out")?,
        }),
        _ => Ok(Task::Columns {
            units: flags.units()?,
            out: flags.path("--out")?,
        }),
    }
}

/// Options with their values, as given.
struct Flags(Vec<(String, String)>);

impl Flags {
    fn read(words: &[String], allowed: &[&str]) -> Result<Self> {
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

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(flag, _)| flag == name);
        found.map(|(_, value)| value.as_str())
    }

    fn path(&self, name: &str) -> Result<PathBuf> {
        let value = self
            .get(name)
            .ok_or_else(|| Failure::new(format!("`{name}` is needed")))?;
        std::path::absolute(value).doing(|| format!("make `{value}` absolute"))
    }

    fn units(&self) -> Result<usize> {
        let value = self
            .get("--units")
            .ok_or_else(|| Failure::new("`--units` is needed"))?;
        number(value)
    }

    fn race(&self) -> Result<Race> {
        let quick = self.get("--quick").is_some();
        let sizes = match self.get("--sizes") {
            Some(sizes) => sizes.split(',').map(number).collect::<Result<_>>()?,
            None if quick => QUICK.to_vec(),
            None => SIZES.to_vec(),
        };
        let only = self.get("--only").unwrap_or_default();
        let page = (!quick && only.is_empty()).then_some(PAGE);
        let only = only.split(',').filter(|name| !name.is_empty());
        Ok(Race {
            sizes,
            only: only.map(str::to_lowercase).collect(),
            passes: if quick { 1 } else { 3 },
            page,
        })
    }
}

fn number(text: &str) -> Result<usize> {
    let number = text.replace(['_', ' '], "").parse().ok();
    number
        .filter(|number| (1..=MOST).contains(number))
        .ok_or_else(|| Failure::new(format!("`{text}` is no number from 1 to {MOST}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Task> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn nothing_means_everything() {
        let Ok(Task::Run(race)) = of("") else {
            panic!("not a run");
        };
        assert_eq!(race.sizes, SIZES);
        assert!(race.only.is_empty());
        assert_eq!(race.page, Some(PAGE));
    }

    #[test]
    fn sizes_and_names_are_lists() {
        let Ok(Task::Run(race)) = of("--quick --sizes=50,10000 --only MiniSearch,orama") else {
            panic!("not a run");
        };
        assert_eq!(race.sizes, [50, 10_000]);
        assert_eq!(race.only, ["minisearch", "orama"]);
        assert_eq!(race.passes, 1);
        assert_eq!(race.page, None);
    }

    #[test]
    fn parts_need_their_options() {
        assert_eq!(of("page").ok(), Some(Task::Page { units: PAGE }));
        assert_eq!(of("page --units 50").ok(), Some(Task::Page { units: 50 }));
        assert!(of("corpus --units 50").is_err());
        assert!(of("corpus --units none --out x").is_err());
        assert!(of("contender --columns x --out y").is_ok());
        assert!(of("races").is_err());
    }
}
