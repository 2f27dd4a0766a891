//! The answer to a view: which units, in what order, how many of each value,
//! and the numbers that the charts draw.
//!
//! In: the corpus, what the words matched (from `search`), and the view. Out:
//! [`Results`]. Invariant: one pass over the units yields everything, so that list, counts
//! and charts cannot disagree. A facet's counts ignore its own selection.

use super::facet::Facet;
use super::series::{Basis, ByKind, ByTheme, ByYear, Counting, ThemeRow, YearRow};
use super::view::{Sort, View};
use crate::corpus::model::{ArticleNo, Corpus, Kind, ThemeNo, Unit, UnitNo};
use crate::search::Hit;

/// How often a value occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Units that count as pledges.
    pub pledges: u32,
    /// Positions and refusals.
    pub others: u32,
}

impl Count {
    /// What is shown, as the reader chose to count.
    pub const fn shown(self, counting: Counting) -> u32 {
        match counting {
            Counting::Pledges => self.pledges,
            Counting::All => self.pledges + self.others,
        }
    }

    fn add(&mut self, kind: Kind) {
        if kind.counted() {
            self.pledges += 1;
        } else {
            self.others += 1;
        }
    }
}

/// What a view finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results<'a> {
    /// In the order asked for.
    pub units: Vec<UnitNo>,
    /// What the counts rest on.
    pub basis: Basis,
    /// For each facet, for each of its values.
    pub counts: [Vec<Count>; Facet::COUNT],
    /// By theme.
    pub by_theme: ByTheme<'a>,
    /// By year.
    pub by_year: ByYear,
}

impl Results<'_> {
    /// How many units match.
    pub fn total(&self) -> u32 {
        self.units.len() as u32
    }

    /// The units at these places of the order; places beyond the last are left out.
    pub fn window(&self, places: core::ops::Range<u32>) -> Vec<UnitNo> {
        let end = places.end.min(self.total());
        let units = self.units.get(places.start as usize..end as usize);
        units.unwrap_or_default().to_vec()
    }
}

/// Answers a view. `matched` holds what the words found, by unit number; `None` where there are no words.
pub fn evaluate<'a>(corpus: &Corpus<'a>, matched: Option<&[Hit]>, view: &View) -> Results<'a> {
    let mut tally = Tally::new(corpus, view);
    match matched {
        None => {
            let all = (0..corpus.units.len() as u32).map(UnitNo);
            all.for_each(|unit| tally.see(Hit { unit, score: 0 }));
        }
        Some(matched) => matched.iter().for_each(|hit| tally.see(*hit)),
    }
    tally.finish()
}

/// The counts in the making.
struct Tally<'r, 'a> {
    corpus: &'r Corpus<'a>,
    view: &'r View,
    hits: Vec<Hit>,
    counts: [Vec<Count>; Facet::COUNT],
    themes: Vec<ByKind>,
    years: Vec<YearRow>,
    articles: Vec<bool>,
    basis: Basis,
}

impl<'r, 'a> Tally<'r, 'a> {
    fn new(corpus: &'r Corpus<'a>, view: &'r View) -> Self {
        Self {
            corpus,
            view,
            hits: Vec::new(),
            counts: Facet::ALL.map(|facet| vec![Count::default(); facet.len(corpus)]),
            themes: vec![ByKind::default(); corpus.themes.len()],
            years: years_of(corpus, view),
            articles: vec![false; corpus.articles.len()],
            basis: Basis::default(),
        }
    }

    fn see(&mut self, hit: Hit) {
        let corpus = self.corpus;
        let Some(unit) = corpus.units.get(hit.unit.index()) else {
            return;
        };
        let in_years = self.view.spans(unit.made.year());
        let mut failing = None;
        let mut n_failing = usize::from(!in_years);
        for facet in Facet::ALL {
            if !self.passes(facet, unit) {
                n_failing += 1;
                failing = Some(facet);
            }
        }
        match (n_failing, failing) {
            (0, _) => {
                for facet in Facet::ALL {
                    self.count(facet, unit);
                }
                self.hit(hit, unit);
            }
            (1, Some(facet)) => self.count(facet, unit),
            _ => {}
        }
    }

    fn passes(&self, facet: Facet, unit: &Unit) -> bool {
        let chosen = self.view.chosen(facet);
        let mut passes = chosen.is_empty();
        if !passes {
            facet.of(self.corpus, unit, |value| {
                passes |= chosen.binary_search(&value).is_ok();
            });
        }
        passes
    }

    fn count(&mut self, facet: Facet, unit: &Unit) {
        let counts = &mut self.counts[facet as usize];
        facet.of(self.corpus, unit, |value| {
            if let Some(count) = counts.get_mut(value as usize) {
                count.add(unit.kind);
            }
        });
    }

    fn hit(&mut self, hit: Hit, unit: &Unit) {
        self.hits.push(hit);
        if let Some(seen) = self.articles.get_mut(unit.article.index()) {
            *seen = true;
        }
        if unit.kind.counted() {
            self.basis.pledges += 1;
        } else {
            self.basis.others += 1;
        }
        for theme in &unit.themes {
            if let Some(row) = self.themes.get_mut(theme.index()) {
                row[unit.kind as usize] += 1;
            }
        }
        let year = unit.made.year();
        let later = published(self.corpus, unit.article) > year;
        let counts = self.view.counting().counts(unit.kind);
        let first = self.years.first().map_or(year, |row| row.year);
        if let Some(row) = self.years.get_mut(usize::from(year.saturating_sub(first))) {
            row.by_kind[unit.kind as usize] += 1;
            row.count += u32::from(counts);
            row.recalled += u32::from(counts && later);
        }
    }

    fn finish(mut self) -> Results<'a> {
        self.basis.articles = self.articles.iter().filter(|seen| **seen).count() as u32;
        order(self.corpus, self.view, &mut self.hits);
        Results {
            units: self.hits.into_iter().map(|hit| hit.unit).collect(),
            basis: self.basis,
            counts: self.counts,
            by_theme: themes_of(self.corpus, self.view, &self.themes),
            by_year: ByYear { rows: self.years },
        }
    }
}

/// Best, newest or oldest first; what is equal stays in the corpus's order.
fn order(corpus: &Corpus, view: &View, hits: &mut [Hit]) {
    let made = |hit: &Hit| corpus.units.get(hit.unit.index()).map(|unit| unit.made);
    let newest = |a: &Hit, b: &Hit| made(b).cmp(&made(a)).then(a.unit.cmp(&b.unit));
    match view.sort {
        Sort::Relevance => hits.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| newest(a, b))),
        Sort::Newest => hits.sort_by(newest),
        Sort::Oldest => hits.sort_by(|a, b| made(a).cmp(&made(b)).then(a.unit.cmp(&b.unit))),
    }
}

fn published(corpus: &Corpus, article: ArticleNo) -> u16 {
    let article = corpus.articles.get(article.index());
    article.map_or(0, |article| article.published.year())
}

/// The first and last year in which anything of this corpus was said or published.
pub fn span(corpus: &Corpus) -> Option<(u16, u16)> {
    let made = corpus.units.iter().map(|unit| unit.made.year());
    let published = corpus.articles.iter().map(|it| it.published.year());
    let years = || made.clone().chain(published.clone());
    Some((years().min()?, years().max()?))
}

/// Every year of the corpus, still without units.
fn years_of(corpus: &Corpus, view: &View) -> Vec<YearRow> {
    let Some((first, last)) = span(corpus) else {
        return Vec::new();
    };
    let mut rows: Vec<YearRow> = (first..=last)
        .map(|year| YearRow {
            year,
            articles: 0,
            count: 0,
            recalled: 0,
            by_kind: ByKind::default(),
            selected: view.has_years() && view.spans(year),
        })
        .collect();
    for article in &corpus.articles {
        let place = usize::from(article.published.year().saturating_sub(first));
        if let Some(row) = rows.get_mut(place) {
            row.articles += 1;
        }
    }
    rows
}

/// Themes with their counts, most first.
fn themes_of<'a>(corpus: &Corpus<'a>, view: &View, tallies: &[ByKind]) -> ByTheme<'a> {
    let counted = |by_kind: &ByKind| {
        let kinds = Kind::ALL.into_iter().zip(by_kind);
        kinds
            .filter(|(kind, _)| view.counting().counts(*kind))
            .map(|(_, n)| n)
            .sum()
    };
    let themes = corpus.themes.iter().zip(tallies).enumerate();
    let mut rows: Vec<ThemeRow> = themes
        .map(|(no, (theme, by_kind))| ThemeRow {
            theme: ThemeNo(no as u32),
            label: theme.label,
            count: counted(by_kind),
            by_kind: *by_kind,
            selected: view.has(Facet::Theme, no as u32),
        })
        .collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then(a.theme.cmp(&b.theme)));
    ByTheme { rows }
}
