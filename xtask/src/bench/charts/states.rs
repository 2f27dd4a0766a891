//! What the charts are drawn from: the counts after each of some two hundred actions.
//!
//! In: records and a seed. Out: states, and all of them as JSON. The actions are taken evenly from
//! the script of the search benchmark. Invariant: every state counts something, and no two in a
//! row are the same.

use super::matches::Matches;
use crate::bench::folder::articles;
use crate::bench::generate::columns::{joined, list};
use crate::bench::generate::names::{STANCES, THEMES};
use crate::bench::generate::records::{Records, YEARS};
use crate::bench::generate::script;

/// How many states are not measured.
pub(super) const WARM: usize = 20;
/// How many states there are.
pub(super) const STATES: usize = WARM + 200;
/// Every so many actions of the script are a state.
const STEP: usize = 10;
/// Of the kinds, so many count as pledges: the first ones.
const PLEDGES: usize = 3;
/// How many years there are.
const SPAN: usize = (*YEARS.end() - *YEARS.start() + 1) as usize;

/// What is counted in a year.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Year {
    by_kind: [u32; STANCES.len()],
    /// Pledges that are known only from an article of a later year.
    recalled: u32,
}

/// The counts of some records.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    themes: [[u32; STANCES.len()]; THEMES.len()],
    years: [Year; SPAN],
    /// Pledges of each theme in each year.
    matrix: [[u32; SPAN]; THEMES.len()],
}

impl State {
    /// Counts these records, of which each is known from an article of a year.
    fn of(found: &[usize], records: &Records, reported: &[u32]) -> Self {
        let mut state = Self::default();
        for no in found {
            let (kind, year) = (records.stance[*no], records.date[*no] / 10_000);
            let column = (year - YEARS.start()) as usize;
            let is_pledge = kind < PLEDGES;
            state.years[column].by_kind[kind] += 1;
            state.years[column].recalled += u32::from(is_pledge && reported[*no] > year);
            let themes = (0..THEMES.len()).filter(|theme| records.themes[*no] >> theme & 1 == 1);
            for theme in themes {
                state.themes[theme][kind] += 1;
                state.matrix[theme][column] += u32::from(is_pledge);
            }
        }
        state
    }

    /// Of how many pledges the theme by year matrix tells.
    pub(super) fn weight(&self) -> u32 {
        self.matrix.iter().flatten().sum()
    }

    /// One list: of each theme its kinds; of each year what is counted, recalled and the articles,
    /// then its kinds; the matrix, theme by theme.
    fn flat(&self, articles: &[u32; SPAN]) -> Vec<u32> {
        let mut flat: Vec<u32> = self.themes.concat();
        for (year, articles) in self.years.iter().zip(articles) {
            let count = year.by_kind[..PLEDGES].iter().sum();
            flat.extend([count, year.recalled, *articles]);
            flat.extend(year.by_kind);
        }
        flat.extend(self.matrix.as_flattened());
        flat
    }
}

/// The states of these records.
pub(super) fn states(records: &Records, seed: u64) -> Vec<State> {
    let reported = reported(records);
    let matches = Matches::new(records);
    let mut states: Vec<State> = Vec::with_capacity(STATES);
    for action in script::actions(records, seed).iter().step_by(STEP) {
        let state = State::of(&matches.find(action), records, &reported);
        if state.weight() > 0 && states.last() != Some(&state) {
            states.push(state);
        }
        if states.len() == STATES {
            break;
        }
    }
    states
}

/// Of each record the year of its article.
fn reported(records: &Records) -> Vec<u32> {
    let mut years = vec![0; records.len()];
    for article in articles::of(records) {
        let last = article.records.iter().map(|no| records.date[*no]).max();
        for no in article.records {
            years[no] = last.unwrap_or_default() / 10_000;
        }
    }
    years
}

/// How many articles are of each year.
fn articles(records: &Records) -> [u32; SPAN] {
    let mut counts = [0; SPAN];
    for article in articles::of(records) {
        let last = article.records.iter().map(|no| records.date[*no]).max();
        let year = last.unwrap_or_default() / 10_000;
        counts[year.saturating_sub(*YEARS.start()) as usize] += 1;
    }
    counts
}

/// The file that pages fetch.
pub(super) fn json(states: &[State], records: &Records) -> String {
    let articles = articles(records);
    let lists: Vec<String> = states
        .iter()
        .map(|it| joined(&it.flat(&articles)))
        .collect();
    format!(
        "{{\"themes\":{},\"firstYear\":{},\"years\":{SPAN},\"states\":[\n{}\n]}}\n",
        list(THEMES),
        YEARS.start(),
        lists.join(",\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_adds_up() {
        let records = Records::generate(400, 1);
        let all: Vec<usize> = (0..records.len()).collect();
        let state = State::of(&all, &records, &reported(&records));
        let kinds: u32 = state.years.iter().flat_map(|year| year.by_kind).sum();
        assert_eq!(kinds, 400);
        for (kinds, years) in state.themes.iter().zip(&state.matrix) {
            assert_eq!(kinds[..PLEDGES].iter().sum::<u32>(), years.iter().sum());
        }
        let recalled: u32 = state.years.iter().map(|year| year.recalled).sum();
        assert!((1..400).contains(&recalled), "{recalled}");
        let reporting = articles(&records).iter().sum::<u32>() as usize;
        assert_eq!(reporting, articles::of(&records).len());
    }

    #[test]
    fn a_list_has_its_numbers_in_order() {
        let mut state = State::default();
        state.themes[1][4] = 7;
        state.years[1].by_kind = [1, 2, 3, 4, 5];
        state.years[1].recalled = 6;
        state.matrix[11][25] = 9;
        let flat = state.flat(&[8; SPAN]);
        assert_eq!(flat.len(), 60 + 26 * 8 + 12 * 26);
        assert_eq!((flat[9], flat[flat.len() - 1]), (7, 9));
        assert_eq!(flat[68..76], [6, 6, 8, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn states_differ_and_count_something() {
        let records = Records::generate(300, 1);
        let states = states(&records, 1);
        assert!(states.len() > WARM, "{}", states.len());
        assert!(states.iter().all(|state| state.weight() > 0));
        assert!(states.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(json(&states, &records).starts_with("{\"themes\":[\"Workforce and training\","));
    }
}
