//! The answer to a view: which units, in what order, how many of each value,
//! and the numbers that the charts draw.
//!
//! In: the corpus, its index, the words and the view. Out: [`Results`]. Invariant: list, counts
//! and charts are read off the same sets of units, so that they cannot disagree. A facet's counts
//! ignore its own selection. The order is worked out only as deep as it is asked for.

use core::cell::OnceCell;
use core::fmt;
use core::ops::Range;
use std::rc::Rc;

use super::facet::Facet;
use super::series::{
    Basis, ByKind, ByTheme, ByYear, Counting, Matrix, MatrixRow, MatrixYear, ThemeRow, YearRow,
};
use super::view::{Sort, View};
use crate::corpus::model::{Corpus, Kind, ThemeNo, UnitNo};
use crate::search::source::{ARTICLE, RECALLED};
use crate::search::{Ask, Found, Group, Index, Order, Query, Set};

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
}

/// What a view finds.
pub struct Results<'a> {
    index: &'a Index<'a>,
    found: Found,
    order: Order,
    /// What the counts rest on.
    pub basis: Basis,
    /// For each facet, for each of its values.
    pub counts: [Vec<Count>; Facet::COUNT],
    /// What the counts of the selection rest on that this one is compared with.
    pub other: Option<Basis>,
    corpus: &'a Corpus<'a>,
    view: View,
    compared: Option<Rc<Self>>,
    series: OnceCell<Series<'a>>,
}

/// What the charts draw; counted when it is first asked for.
struct Series<'a> {
    by_theme: ByTheme<'a>,
    by_year: ByYear,
    matrix: Matrix<'a>,
}

impl<'a> Results<'a> {
    /// How many units there are.
    pub fn total(&self) -> u32 {
        self.found.all.len
    }

    /// Puts the counts of another selection of the same corpus beside these.
    pub fn compare(&mut self, other: Rc<Self>) {
        self.other = Some(other.basis);
        self.compared = Some(other);
        self.series = OnceCell::new();
    }

    /// By theme.
    pub fn by_theme(&self) -> &ByTheme<'a> {
        &self.series().by_theme
    }

    /// By year.
    pub fn by_year(&self) -> &ByYear {
        &self.series().by_year
    }

    /// By theme and year.
    pub fn matrix(&self) -> &Matrix<'a> {
        &self.series().matrix
    }

    fn series(&self) -> &Series<'a> {
        self.series.get_or_init(|| {
            let tally = Tally::new(self.index, &self.found);
            let by_year = tally.by_year(self.corpus, &self.view);
            let mut series = Series {
                by_theme: tally.by_theme(self.corpus, &self.view),
                matrix: tally.matrix(self.corpus, &self.view, &by_year),
                by_year,
            };
            if let Some(other) = &self.compared {
                series.compare(other);
            }
            series
        })
    }

    /// The units from one place of the order to before another.
    pub fn window(&self, places: Range<u32>) -> Vec<UnitNo> {
        self.index.window(&self.found, self.order, places)
    }
}

impl Series<'_> {
    fn compare(&mut self, other: &Results) {
        self.by_theme.compared = true;
        self.by_year.compared = true;
        for row in &mut self.by_theme.rows {
            let mut theirs = other.by_theme().rows.iter();
            let found = theirs.find(|it| it.theme == row.theme);
            row.other = found.map_or(0, |it| it.count);
        }
        let theirs = &other.by_year().rows;
        for (row, other) in self.by_year.rows.iter_mut().zip(theirs) {
            row.other = other.count;
        }
    }
}

/// Two are equal if they are one and the same: to compare their orders would be to work them out.
impl PartialEq for Results<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl fmt::Debug for Results<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut results = f.debug_struct("Results");
        results.field("units", &self.window(0..self.total()));
        results.field("basis", &self.basis).finish_non_exhaustive()
    }
}

/// Answers a view whose words are understood as `query`.
pub fn evaluate<'a>(
    corpus: &'a Corpus<'a>,
    index: &'a Index<'a>,
    query: &Query,
    view: &View,
) -> Results<'a> {
    let found = index.find(&Ask {
        query,
        chosen: &view.chosen,
        years: view
            .has_years()
            .then(|| view.from.unwrap_or(0)..=view.to.unwrap_or(u16::MAX)),
    });
    let tally = Tally::new(index, &found);
    Results {
        basis: tally.basis(),
        counts: Facet::ALL.map(|facet| tally.counts(facet)),
        other: None,
        corpus,
        view: view.clone(),
        compared: None,
        series: OnceCell::new(),
        order: match view.sort {
            Sort::Relevance => Order::Best,
            Sort::Newest => Order::Newest,
            Sort::Oldest => Order::Oldest,
        },
        index,
        found,
    }
}

/// Counts what was found.
struct Tally<'r, 'a> {
    index: &'a Index<'a>,
    found: &'r Found,
    /// All units that count as pledges.
    counted: Set,
    /// What was found, by kind.
    kinds: [Group; 5],
}

impl<'r, 'a> Tally<'r, 'a> {
    fn new(index: &'a Index<'a>, found: &'r Found) -> Self {
        let kind = |kind: Kind| index.having(Facet::Kind as usize, kind as u32);
        let mut counted = Set::default();
        for pledge in Kind::ALL.into_iter().filter(|kind| kind.counted()) {
            counted = counted.or(&kind(pledge));
        }
        Self {
            index,
            found,
            counted,
            kinds: Kind::ALL.map(|it| index.within(&found.all, &kind(it))),
        }
    }

    fn basis(&self) -> Basis {
        let pledges = self.index.within(&self.found.all, &self.counted).len;
        let articles = self.index.counts(ARTICLE, &self.found.all);
        Basis {
            pledges,
            others: self.found.all.len - pledges,
            articles: articles.iter().filter(|count| **count > 0).count() as u32,
        }
    }

    fn counts(&self, facet: Facet) -> Vec<Count> {
        let group = self.found.of_column(facet as usize);
        let all = self.index.counts(facet as usize, group);
        let pledges = self.index.within(group, &self.counted);
        let pledges = self.index.counts(facet as usize, &pledges);
        let pairs = all.into_iter().zip(pledges);
        pairs
            .map(|(all, pledges)| Count {
                pledges,
                others: all - pledges,
            })
            .collect()
    }

    /// Themes with their counts, most first.
    fn by_theme(&self, corpus: &Corpus<'a>, view: &View) -> ByTheme<'a> {
        let theme = Facet::Theme as usize;
        let kinds = self
            .kinds
            .each_ref()
            .map(|kind| self.index.counts(theme, kind));
        let rows = corpus.themes.iter().enumerate().map(|(no, theme)| {
            let by_kind = row(&kinds, no);
            ThemeRow {
                theme: ThemeNo(no as u32),
                label: theme.label,
                count: counted(&by_kind, view.counting()),
                by_kind,
                other: 0,
                selected: view.has(Facet::Theme, no as u32),
            }
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|a, b| b.count.cmp(&a.count).then(a.theme.cmp(&b.theme)));
        ByTheme {
            rows,
            split: view.split,
            compared: false,
        }
    }

    /// Themes that the corpus has, in its order, over the years of `by_year`.
    fn matrix(&self, corpus: &Corpus<'a>, view: &View, by_year: &ByYear) -> Matrix<'a> {
        let (offset, n) = self.index.years();
        let shown = match view.counting() {
            Counting::All => &self.found.all,
            Counting::Pledges => &self.index.within(&self.found.all, &self.counted),
        };
        let cells = self.index.matrix(Facet::Theme as usize, shown);
        let years: Vec<_> = by_year
            .rows
            .iter()
            .map(|row| MatrixYear {
                year: row.year,
                articles: row.articles,
                selected: row.selected,
            })
            .collect();
        let rows = corpus
            .themes
            .iter()
            .enumerate()
            .map(|(no, theme)| MatrixRow {
                theme: ThemeNo(no as u32),
                label: theme.label,
                counts: years
                    .iter()
                    .map(|it| {
                        let year = usize::from(it.year).wrapping_sub(usize::from(offset));
                        let cell = (year < n).then(|| cells.get(no * n + year).copied());
                        cell.flatten().unwrap_or(0)
                    })
                    .collect(),
                selected: view.has(Facet::Theme, no as u32),
            });
        Matrix {
            rows: rows.collect(),
            years,
        }
    }

    /// Every year of the corpus with its counts.
    fn by_year(&self, corpus: &Corpus, view: &View) -> ByYear {
        let (offset, n) = self.index.years();
        let made = (n > 0).then(|| [offset, offset + (n - 1) as u16]);
        let published = corpus.articles.iter().map(|it| it.published.year());
        let years = || published.clone().chain(made.into_iter().flatten());
        let (Some(first), Some(last)) = (years().min(), years().max()) else {
            return ByYear::default();
        };
        let kinds = self.kinds.each_ref().map(|kind| self.index.by_year(kind));
        let later = self.index.having(RECALLED, 0);
        let later = self
            .kinds
            .each_ref()
            .map(|kind| self.index.by_year(&self.index.within(kind, &later)));
        let mut rows: Vec<_> = (first..=last)
            .map(|year| {
                let no = usize::from(year).wrapping_sub(usize::from(offset));
                let by_kind = row(&kinds, no);
                YearRow {
                    year,
                    articles: 0,
                    count: counted(&by_kind, view.counting()),
                    recalled: counted(&row(&later, no), view.counting()),
                    by_kind,
                    other: 0,
                    selected: view.has_years() && view.spans(year),
                }
            })
            .collect();
        for article in &corpus.articles {
            let place = usize::from(article.published.year().saturating_sub(first));
            if let Some(row) = rows.get_mut(place) {
                row.articles += 1;
            }
        }
        ByYear {
            rows,
            per: view.per,
            compared: false,
        }
    }
}

/// The counts of one value, by kind.
fn row(kinds: &[Vec<u32>; 5], value: usize) -> ByKind {
    kinds
        .each_ref()
        .map(|counts| counts.get(value).copied().unwrap_or(0))
}

/// How many of them are being counted.
fn counted(by_kind: &ByKind, counting: Counting) -> u32 {
    let kinds = Kind::ALL.into_iter().zip(by_kind);
    let kinds = kinds.filter(|(kind, _)| counting.counts(*kind));
    kinds.map(|(_, count)| count).sum()
}

/// The first and last year in which anything of this corpus was said or published.
pub fn span(corpus: &Corpus) -> Option<(u16, u16)> {
    let made = corpus.units.iter().map(|unit| unit.made.year());
    let published = corpus.articles.iter().map(|it| it.published.year());
    let years = || made.clone().chain(published.clone());
    Some((years().min()?, years().max()?))
}
