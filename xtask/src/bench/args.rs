//! The words after `bench`, and what they ask for.
//!
//! In: words. Out: a [`Task`]. Paths become absolute here.

use super::flags::{Flags, TIMES, number};
use crate::failure::{Failure, Result};
use std::path::PathBuf;

/// What `cargo xtask bench` is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Measure the contenders.
    Run(Race),
    /// Measure charts.
    Charts(Charts),
    /// Measure the page.
    Page { units: usize },
    /// Measure how the program takes pages over.
    Takeover,
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
    /// With how many units the page is measured afterwards, if it is; charts are, too, then.
    pub(crate) page: Option<usize>,
}

/// Which charts are drawn, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Charts {
    /// Names of contenders; empty for all of them.
    pub(crate) only: Vec<String>,
    /// How often the states are gone through.
    pub(crate) rounds: usize,
}

impl Charts {
    /// Everybody's, measured in full.
    pub(crate) fn all() -> Self {
        Self {
            only: Vec::new(),
            rounds: TIMES,
        }
    }
}

/// Units of the page, unless said otherwise.
pub(super) const PAGE: usize = 10_000;

/// Reads the words.
pub(crate) fn parse(words: &[String]) -> Result<Task> {
    let (command, rest) = match words.split_first() {
        Some((first, rest)) if !first.starts_with('-') => (first.as_str(), rest),
        _ => ("run", words),
    };
    let allowed: &[&str] = match command {
        "run" => &["--quick", "--sizes", "--only"],
        "charts" => &["--quick", "--only"],
        "page" => &["--units"],
        "takeover" => &[],
        "corpus" | "columns" => &["--units", "--out"],
        "contender" => &["--columns", "--out"],
        other => {
            return Err(Failure::new(format!(
                "unknown part `{other}` of bench; it is one of charts, page, takeover, corpus, columns, contender"
            ))
            .remedy("cargo xtask --help"));
        }
    };
    let flags = Flags::read(rest, allowed)?;
    match command {
        "run" => flags.race().map(Task::Run),
        "charts" => Ok(Task::Charts(flags.charts())),
        "page" => Ok(Task::Page {
            units: flags.get("--units").map_or(Ok(PAGE), number)?,
        }),
        "takeover" => Ok(Task::Takeover),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::flags::SIZES;

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
    fn charts_are_drawn_by_all_or_some() {
        let charts = |line| match of(line) {
            Ok(Task::Charts(charts)) => Some((charts.only, charts.rounds)),
            _ => None,
        };
        assert_eq!(charts("charts"), Some((vec![], 3)));
        let one = Some((vec!["plot".to_owned()], 1));
        assert_eq!(charts("charts --only Plot --quick"), one);
        assert!(of("charts --sizes 50").is_err());
    }

    #[test]
    fn parts_need_their_options() {
        assert_eq!(of("page").ok(), Some(Task::Page { units: PAGE }));
        assert_eq!(of("page --units 50").ok(), Some(Task::Page { units: 50 }));
        assert_eq!(of("takeover").ok(), Some(Task::Takeover));
        assert!(of("corpus --units 50").is_err());
        assert!(of("corpus --units none --out x").is_err());
        assert!(of("contender --columns x --out y").is_ok());
        assert!(of("races").is_err());
    }
}
