//! What a contender has shown at one size.
//!
//! In: the lines that its page sent, the expected answers and the files that it
//! fetched. Out: figures. Invariant: an answer counts as identical only if its
//! hash was sent and is the expected one.

use crate::bench::lines::{at, line, numbers};
use crate::failure::{Failure, Result};

/// Figures, or why there are none.
pub(super) type Outcome = std::result::Result<Figures, String>;

/// Everything that is measured; times in milliseconds, sizes in bytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Figures {
    pub(super) median: f64,
    pub(super) p95: f64,
    pub(super) max: f64,
    /// From the start of navigation to the first answer that could be given.
    pub(super) ready: f64,
    /// Of it, the time that the page's own code took.
    pub(super) build: f64,
    pub(super) memory: u64,
    /// Brotli, of what is fetched before the first answer.
    pub(super) first_bytes: u64,
    /// Brotli, of everything, texts included.
    pub(super) all_bytes: u64,
    /// How many actions were answered in time, of how many.
    pub(super) answered: usize,
    pub(super) actions: usize,
    /// Identical totals, facets and matrices, of the answered.
    pub(super) same_counts: usize,
    /// Identical first twenty, of the answered without words.
    pub(super) same_tops: usize,
    pub(super) tops: usize,
}

impl Figures {
    /// Whether an answer was not the reference's.
    pub(super) fn differ(&self) -> bool {
        self.same_counts < self.answered || self.same_tops < self.tops
    }
}

/// The reference's answers.
#[derive(Debug, Default)]
pub(super) struct Expected {
    counts: Vec<u32>,
    tops: Vec<u32>,
    /// Whether an action is without words, so that its order is fixed.
    ordered: Vec<bool>,
}

impl Expected {
    /// From the files that the reference has written.
    pub(super) fn read(expected: &str) -> Result<Self> {
        let numbers = |name: &str| -> Option<Vec<u32>> {
            let list = line(expected, name)?.split(' ');
            list.map(|number| number.parse().ok()).collect()
        };
        let none = || Failure::new("the reference's answers are not whole");
        let ordered = line(expected, "ordered").ok_or_else(none)?;
        Ok(Self {
            counts: numbers("counts").ok_or_else(none)?,
            tops: numbers("tops").ok_or_else(none)?,
            ordered: ordered.split(' ').map(|digit| digit == "1").collect(),
        })
    }
}

/// Reads a page's lines.
pub(super) fn read(body: &str, expected: &Expected) -> Outcome {
    if let Some(error) = line(body, "error") {
        return Err(format!("failed: {error}"));
    }
    let number = |name: &str| line(body, name).and_then(|text| text.parse::<f64>().ok());
    let (Some(ready), Some(build), Some(memory)) =
        (number("ready"), number("build"), number("memory"))
    else {
        return Err("its report is not whole".to_owned());
    };
    let mut times: Vec<f64> = numbers(body, "times");
    let (counts, tops): (Vec<u32>, Vec<u32>) = (numbers(body, "counts"), numbers(body, "tops"));
    times.sort_by(f64::total_cmp);
    if times.is_empty() {
        return Err("too slow: not ready in time".to_owned());
    }
    let ordered = tops.iter().zip(&expected.tops).zip(&expected.ordered);
    let ordered = ordered.filter(|(_, ordered)| **ordered);
    Ok(Figures {
        median: at(&times, 50),
        p95: at(&times, 95),
        max: at(&times, 100),
        ready,
        build,
        memory: memory as u64,
        answered: times.len(),
        actions: expected.counts.len(),
        same_counts: counts
            .iter()
            .zip(&expected.counts)
            .filter(|(a, b)| a == b)
            .count(),
        same_tops: ordered.clone().filter(|((a, b), _)| a == b).count(),
        tops: ordered.count(),
        ..Figures::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_compared_one_by_one() -> Result<()> {
        let expected = Expected::read("counts 1 2 3\ntops 7 8 9\nordered 1 0 1\n")?;
        let body = "ready 5.0\nbuild 1\nmemory 9\ntimes 3 1 2\ncounts 1 2 4\ntops 7 0 0";
        let figures = read(body, &expected).map_err(Failure::new)?;
        assert_eq!((figures.same_counts, figures.actions), (2, 3));
        assert_eq!((figures.same_tops, figures.tops), (1, 2));
        assert_eq!((figures.median, figures.p95), (2.0, 3.0));
        Ok(())
    }

    #[test]
    fn a_page_that_failed_says_why() {
        let outcome = read("error no memory", &Expected::default());
        assert_eq!(outcome, Err("failed: no memory".to_owned()));
    }
}
