//! A chart with what it says: a sentence, the picture, and the same numbers as a table.
//!
//! Invariant: sentence, picture and table read one series, so they cannot disagree.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::Drawing;
use super::late::{Draw, Folded, Found};
use super::library::Library;
use super::link;
use crate::chart::{self, Key};
use crate::explore::facet::Facet;
use crate::explore::series::{ByTheme, ByYear, Counting, Matrix, Per, ThemeRow};
use crate::explore::view::Action;
use crate::explore::words;

/// Width of a picture in px; one that needs more than that is wider.
const WIDTH: u32 = 396;

/// How many themes are drawn: more than fit the eye only cost time. The table has all.
const MOST: usize = 24;

/// What all charts of the page are made from.
pub struct Charts<'a> {
    /// The corpus.
    pub library: Library,
    /// What was asked and found.
    pub found: &'a Found,
    /// Where actions go.
    pub dispatch: &'a Callback<Action>,
}

impl Charts<'_> {
    /// Counts by year.
    pub fn years(&self) -> Html {
        let Found { view, results } = self.found;
        let series = &results.by_year;
        let picture = chart::years(series, view.counting(), WIDTH);
        let per = view.per;
        let next = match per {
            Per::Year => Per::Article,
            Per::Article => Per::Year,
        };
        let option = Toggle {
            text: "Per article",
            on: per == Per::Article,
            action: Action::Per(next),
        };
        let table: Draw = Rc::new(|it| year_table(&it.results.by_year, it.view.counting()));
        self.figure(Figure {
            id: "years",
            title: "By year",
            says: words::years(results, view.counting()),
            option: (!series.compared).then_some(option),
            drawing: self.pressable(picture, "By year", true),
            table,
        })
    }

    /// Counts by theme.
    pub fn themes(&self) -> Html {
        let Found { view, results } = self.found;
        let series = &results.by_theme;
        let mut says = words::themes(results, view.counting());
        let drawn = ByTheme {
            rows: most(&series.rows),
            ..*series
        };
        let left_out = (series.rows.len() - drawn.rows.len()) as u32;
        if left_out > 0 {
            says.push_str(" The table also has the other ");
            says.push_str(&words::n_of(left_out, "theme", "themes"));
            says.push('.');
        }
        let picture = chart::themes(&drawn, view.counting(), WIDTH);
        let option = Toggle {
            text: "By kind",
            on: view.split,
            action: Action::Split(!view.split),
        };
        let table: Draw = Rc::new(|it| theme_table(&it.results.by_theme, it.view.counting()));
        self.figure(Figure {
            id: "themes",
            title: "By theme",
            says,
            option: (!series.compared).then_some(option),
            drawing: self.pressable(picture, "By theme", false),
            table,
        })
    }

    /// Counts by theme and year.
    pub fn matrix(&self) -> Html {
        let Found { view, results } = self.found;
        let picture = chart::matrix(&results.matrix, view.counting(), WIDTH);
        let table: Draw = Rc::new(|it| matrix_table(&it.results.matrix, it.view.counting()));
        self.figure(Figure {
            id: "matrix",
            title: "By theme and year",
            says: words::matrix(results, view.counting()),
            option: None,
            drawing: self.pressable(picture, "By theme and year", false),
            table,
        })
    }

    /// What the charts say, for those who do not see them change.
    pub fn says(&self) -> AttrValue {
        let Found { view, results } = self.found;
        let (years, themes) = (
            words::years(results, view.counting()),
            words::themes(results, view.counting()),
        );
        ["By year: ", &years, " By theme: ", &themes]
            .concat()
            .into()
    }

    fn figure(&self, figure: Figure) -> Html {
        let Figure {
            id,
            title,
            says,
            option,
            drawing,
            table,
        } = figure;
        let found = self.found.clone();
        html! {
            <figure class="chart" data-chart={id} aria-labelledby={["chart-", id].concat()}>
                <figcaption>
                    <div class="chart-head">
                        <h2 id={["chart-", id].concat()}>{ title }</h2>
                        if let Some(option) = option { { self.toggle(option) } }
                    </div>
                    <p class="takeaway">{ says }</p>
                </figcaption>
                <div class="drawing">{ drawing }</div>
                <Folded class="as-table" summary="Read as a table" {found} draw={table} />
            </figure>
        }
    }

    fn toggle(&self, toggle: Toggle) -> Html {
        let Toggle { text, on, action } = toggle;
        let onclick = self.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="toggle" aria-pressed={on.to_string()} {onclick}>{ text }</button>
        }
    }

    /// A picture whose marks narrow the page, as links and as a press.
    fn pressable(&self, picture: chart::Picture, label: &'static str, brush: bool) -> Html {
        let (library, found) = (self.library, self.found.clone());
        let href = Callback::from(move |key: Key| {
            let action = action(&found, key);
            action.map(|action| link::href(library, &found.view, &action))
        });
        let (found, dispatch) = (self.found.clone(), self.dispatch.clone());
        let onpick = Callback::from(move |key: Key| {
            if let Some(action) = action(&found, key) {
                dispatch.emit(action);
            }
        });
        let onspan = self.dispatch.reform(|(from, to)| match (from, to) {
            (Key::Year(a), Key::Year(b)) => Action::Years(Some(a.min(b)), Some(a.max(b))),
            _ => Action::Years(None, None),
        });
        let onspan = brush.then_some(onspan);
        html! { <Drawing {picture} {label} href={Some(href)} onpick={Some(onpick)} {onspan} /> }
    }
}

/// One chart with what it says.
struct Figure {
    id: &'static str,
    title: &'static str,
    says: String,
    option: Option<Toggle>,
    drawing: Html,
    table: Draw,
}

/// Another way to look at a chart.
struct Toggle {
    text: &'static str,
    on: bool,
    action: Action,
}

/// The themes to draw: the first ones, and those that are chosen.
fn most(rows: &[ThemeRow<'static>]) -> Vec<ThemeRow<'static>> {
    let rows = rows.iter().enumerate();
    let rows = rows.filter(|(place, row)| *place < MOST || row.selected);
    rows.map(|(_, row)| row.clone()).collect()
}

/// What pressing a mark does; a cell in which there is nothing does nothing.
fn action(found: &Found, key: Key) -> Option<Action> {
    let view = &found.view;
    match key {
        Key::Theme(theme) => Some(Action::Toggle(Facet::Theme, theme.0)),
        Key::Year(year) if view.from == Some(year) && view.to == Some(year) => {
            Some(Action::Years(None, None))
        }
        Key::Year(year) => Some(Action::Years(Some(year), Some(year))),
        Key::Cell(theme, year) => {
            let some = found.results.matrix.count(theme, year) > 0;
            (some || view.has_cell(theme.0, year)).then_some(Action::Cell(theme.0, year))
        }
        _ => None,
    }
}

fn matrix_table(series: &Matrix<'static>, counting: Counting) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Table by theme and year">
            <table>
                <caption>{ caption(counting) }{ " by theme and by the year they were said; one statement can have several themes" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Theme" }</th>
                        for it in &series.years { <th key={it.year} scope="col">{ it.year }</th> }
                    </tr>
                    <tr>
                        <th scope="row">{ "Articles of that year" }</th>
                        for it in &series.years { <td key={it.year}>{ words::thousands(it.articles) }</td> }
                    </tr>
                </thead>
                <tbody>
                    for row in &series.rows {
                        <tr key={row.theme.0}>
                            <th scope="row">{ row.label }</th>
                            for (no, count) in row.counts.iter().enumerate() { <td key={no}>{ words::thousands(*count) }</td> }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn theme_table(series: &ByTheme<'static>, counting: Counting) -> Html {
    html! {
        <table>
            <caption>{ caption(counting) }{ " by theme; one statement can have several themes" }</caption>
            <thead><tr><th scope="col">{ "Theme" }</th><th scope="col">{ caption(counting) }</th></tr></thead>
            <tbody>
                for row in &series.rows {
                    <tr key={row.theme.0}><th scope="row">{ row.label }</th><td>{ words::thousands(row.count) }</td></tr>
                }
            </tbody>
        </table>
    }
}

fn year_table(series: &ByYear, counting: Counting) -> Html {
    html! {
        <table>
            <caption>{ caption(counting) }{ " by the year they were said" }</caption>
            <thead><tr>
                <th scope="col">{ "Year" }</th><th scope="col">{ caption(counting) }</th>
                <th scope="col">{ "Of these, recalled later" }</th><th scope="col">{ "Articles of that year" }</th>
            </tr></thead>
            <tbody>
                for row in &series.rows {
                    <tr key={row.year}>
                        <th scope="row">{ row.year }</th>
                        <td>{ if row.articles == 0 && row.count == 0 { "no article".to_owned() } else { words::thousands(row.count) } }</td>
                        <td>{ words::thousands(row.recalled) }</td>
                        <td>{ words::thousands(row.articles) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

const fn caption(counting: Counting) -> &'static str {
    match counting {
        Counting::Pledges => "Pledges",
        Counting::All => "Statements",
    }
}
