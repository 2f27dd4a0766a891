//! Records like those of a corpus, by columns, of any number.
//!
//! In: how many, and a seed. Out: columns of equal length, indexes into the
//! names of [`names`]. Invariant: equal seeds give equal records, and the first
//! records of a larger number are those of a smaller one.

use super::names::{FIRST_ROLE, OUTLETS, ROLES, SPEAKERS, STANCES, THEMES};
use super::prose::{Prose, Subject};
use super::random::{Random, Weighted, mix};

/// Years of the records, both included.
pub(crate) const YEARS: std::ops::RangeInclusive<u32> = 2000..=2025;
/// Years with a general election, in which more is promised.
const ELECTIONS: [u32; 7] = [2001, 2005, 2010, 2015, 2017, 2019, 2024];
/// How often each kind of unit is.
const STANCE_WEIGHTS: [u64; 5] = [38, 12, 24, 20, 6];

/// Columns of equal length.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Records {
    pub(crate) statement: Vec<String>,
    pub(crate) quote: Vec<String>,
    pub(crate) speaker: Vec<usize>,
    pub(crate) role: Vec<usize>,
    pub(crate) party: Vec<usize>,
    pub(crate) stance: Vec<usize>,
    pub(crate) outlet: Vec<usize>,
    /// Days as `yyyymmdd`.
    pub(crate) date: Vec<u32>,
    /// Bit masks over the themes.
    pub(crate) themes: Vec<u32>,
    /// The theme that each is mainly about.
    pub(crate) main_theme: Vec<usize>,
}

/// A role from this day on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    pub(crate) from: u32,
    pub(crate) role: usize,
}

impl Records {
    /// This many records of this seed.
    pub(crate) fn generate(number: usize, seed: u64) -> Self {
        let prose = Prose::new(THEMES.len());
        let careers: Vec<Vec<Held>> = (0..SPEAKERS.len()).map(career).collect();
        let odds = Odds::new();
        let mut records = Self::default();
        for no in 0..number {
            // Each record has a sequence of its own, so that more records
            // leave the earlier ones as they are.
            let mut random = Random::new(mix(seed) ^ mix(no as u64 + 1));
            records.push(&prose, &careers, &odds, &mut random);
        }
        records
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.date.len()
    }

    fn push(&mut self, prose: &Prose, careers: &[Vec<Held>], odds: &Odds, random: &mut Random) {
        let year = odds.years.draw(random);
        let date = day(*YEARS.start() + year as u32, random);
        let speaker = odds.speakers[year].draw(random);
        let theme = odds.themes[speaker].draw(random);
        let stance = odds.stances.draw(random);
        let mut themes = 1 << theme;
        for percent in [42, 28] {
            if random.chance(percent) {
                themes |= 1 << odds.themes[speaker].draw(random);
            }
        }
        let subject = Subject {
            theme,
            speaker,
            stance,
        };
        self.statement.push(prose.statement(subject, random));
        self.quote.push(prose.quotation(subject, random));
        self.speaker.push(speaker);
        self.role.push(role_on(&careers[speaker], date));
        self.party.push(SPEAKERS[speaker].1);
        self.stance.push(stance);
        self.outlet.push(odds.outlets.draw(random));
        self.date.push(date);
        self.themes.push(themes);
        self.main_theme.push(theme);
    }
}

/// How likely everything is.
struct Odds {
    years: Weighted,
    /// By year: people come and go.
    speakers: Vec<Weighted>,
    /// By speaker: everybody has favourites.
    themes: Vec<Weighted>,
    stances: Weighted,
    outlets: Weighted,
}

impl Odds {
    fn new() -> Self {
        let years = YEARS.map(|year| {
            let since = u64::from(year - YEARS.start());
            let boost = if ELECTIONS.contains(&year) { 19 } else { 10 };
            boost * (8 + since) * (8 + since)
        });
        let speakers = YEARS.map(|year| {
            Weighted::new((0..SPEAKERS.len()).map(|speaker| {
                let peak = YEARS.start() + (mix(speaker as u64 + 500) % 26) as u32;
                let away = u64::from(year.abs_diff(peak));
                1_000_000 / ((speaker as u64 + 4) * (away + 3))
            }))
        });
        let themes = (0..SPEAKERS.len() as u64).map(|speaker| {
            Weighted::new((0..THEMES.len() as u64).map(|theme| {
                let liking = mix(speaker * 100 + theme) % 5;
                (liking * liking + 2) * 60 / (theme + 5)
            }))
        });
        Self {
            years: Weighted::new(years),
            speakers: speakers.collect(),
            themes: themes.collect(),
            stances: Weighted::new(STANCE_WEIGHTS),
            outlets: Weighted::new((0..OUTLETS.len() as u64).map(|no| 1000 / (no + 3))),
        }
    }
}

/// The roles of a speaker, one after the other and never none.
pub(crate) fn career(speaker: usize) -> Vec<Held> {
    let mut random = Random::new(mix(speaker as u64 + 9000));
    let mut held = vec![Held {
        from: 19_970_501,
        role: FIRST_ROLE,
    }];
    let mut year = 2000 + random.between(0, 8) as u32;
    while year < *YEARS.end() && held.len() < 5 {
        held.push(Held {
            from: day(year, &mut random),
            role: random.below(ROLES.len()),
        });
        year += random.between(2, 7) as u32;
    }
    held
}

fn role_on(career: &[Held], date: u32) -> usize {
    let held = career.iter().rev().find(|held| held.from <= date);
    held.map_or(FIRST_ROLE, |held| held.role)
}

/// A day of this year.
fn day(year: u32, random: &mut Random) -> u32 {
    let month = random.between(1, 12) as u32;
    let days = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    year * 10_000 + month * 100 + random.between(1, days) as u32
}

const _: () = assert!(STANCES.len() == STANCE_WEIGHTS.len());
