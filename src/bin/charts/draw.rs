//! From numbers to three charts on the page.
//!
//! In: for each theme five counts by kind; for each year its count, how many of these are
//! recalled, its articles and five counts by kind; then the matrix, theme by theme. Invariant:
//! numbers that are missing count as 0.

use core::cell::RefCell;
use std::rc::Rc;

use pledges::browser::svg::{self, Node, Page};
use pledges::chart::{self, Shown};
use pledges::corpus::model::ThemeNo;
use pledges::explore::series::{
    ByKind, ByTheme, ByYear, Counting, Matrix, MatrixRow, MatrixYear, ThemeRow, YearRow,
};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

/// As wide as in the explorer, px.
const WIDTH: u32 = 396;

/// The charts, and what they are of.
struct Charts {
    themes: Vec<&'static str>,
    first: u16,
    charts: [Shown<Page>; 3],
}

thread_local! {
    static CHARTS: RefCell<Option<Charts>> = const { RefCell::new(None) };
}

/// Where they are put on the page.
const PLACE: &str = "charts";

/// Makes three charts of these themes, a line each, and of the years from `first` on.
#[wasm_bindgen]
pub fn start(themes: String, first: u16) {
    let themes: &'static str = themes.leak();
    let parent: Node = pledges::browser::page::element(PLACE).map(JsCast::unchecked_into);
    let chart = || {
        let page = Page::find()?;
        let root = page.make("svg");
        svg::put(&parent, &root, None);
        Some(Shown::new(page, root))
    };
    if let (Some(one), Some(two), Some(three)) = (chart(), chart(), chart()) {
        let charts = Charts {
            themes: themes.lines().collect(),
            first,
            charts: [one, two, three],
        };
        CHARTS.with_borrow_mut(|it| *it = Some(charts));
    }
}

/// Shows these numbers.
#[wasm_bindgen]
pub fn draw(numbers: &[u32]) {
    CHARTS.with_borrow_mut(|charts| {
        let Some(it) = charts else { return };
        let (themes, years, matrix) = series(&it.themes, it.first, numbers);
        let pledges = Counting::Pledges;
        let [one, two, three] = &mut it.charts;
        one.show(Rc::new(chart::themes(&themes, pledges, WIDTH)));
        two.show(Rc::new(chart::years(&years, pledges, WIDTH)));
        three.show(Rc::new(chart::matrix(&matrix, pledges, WIDTH)));
    });
}

fn series(
    labels: &[&'static str],
    first: u16,
    numbers: &[u32],
) -> (ByTheme<'static>, ByYear, Matrix<'static>) {
    let mut rest = numbers.iter().copied();
    let mut next = || rest.next().unwrap_or(0);
    let kinds = |next: &mut dyn FnMut() -> u32| -> ByKind { [(); 5].map(|()| next()) };
    let rows = (0..).zip(labels).map(|(no, label)| {
        let by_kind = kinds(&mut next);
        ThemeRow {
            theme: ThemeNo(no),
            label,
            count: by_kind.iter().take(3).sum(),
            by_kind,
            other: 0,
            selected: false,
        }
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then(a.theme.cmp(&b.theme)));
    let themes = ByTheme {
        rows,
        split: false,
        compared: false,
    };
    let left = numbers.len().saturating_sub(labels.len() * 5);
    let n = left / (8 + labels.len());
    let rows = (first..).take(n).map(|year| YearRow {
        year,
        count: next(),
        recalled: next(),
        articles: next(),
        by_kind: kinds(&mut next),
        other: 0,
        selected: false,
    });
    let years = ByYear {
        rows: rows.collect(),
        ..ByYear::default()
    };
    let columns = years.rows.iter().map(|row| MatrixYear {
        year: row.year,
        articles: row.articles,
        selected: false,
    });
    let matrix = Matrix {
        years: columns.collect(),
        rows: (0..)
            .zip(labels)
            .map(|(no, label)| MatrixRow {
                theme: ThemeNo(no),
                label,
                counts: (0..n).map(|_| next()).collect(),
                selected: false,
            })
            .collect(),
    };
    (themes, years, matrix)
}
