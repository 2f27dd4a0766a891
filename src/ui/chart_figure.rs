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
use crate::explore::results::Results;
use crate::explore::series::{ByTheme, ByYear, Counting, ThemeRow};
use crate::explore::view::{Action, View};
use crate::explore::words;

/// Nominal width of a picture in px; it scales with its column.
const WIDTH: u32 = 360;

/// How many themes are drawn: more than fit the eye only cost time. The table has all.
const MOST: usize = 24;

/// Counts by theme.
pub fn themes(library: Library, found: &Found, dispatch: &Callback<Action>) -> Html {
    let Found { view, results } = found;
    let series = &results.by_theme;
    let mut sentence = words::themes(series, total(results, view), view.counting());
    let drawn = ByTheme {
        rows: most(&series.rows),
    };
    let left_out = (series.rows.len() - drawn.rows.len()) as u32;
    if left_out > 0 {
        sentence.push_str(" The table also has the other ");
        sentence.push_str(&words::n_of(left_out, "theme", "themes"));
        sentence.push('.');
    }
    let picture = chart::themes(&drawn, view.counting(), WIDTH);
    let drawing = pressable(library, view, picture, "By theme", dispatch);
    let table: Draw = Rc::new(|it| theme_table(&it.results.by_theme, it.view.counting()));
    figure(found, "themes", "By theme", sentence, drawing, table)
}

/// The themes to draw: the first ones, and those that are chosen.
fn most(rows: &[ThemeRow<'static>]) -> Vec<ThemeRow<'static>> {
    let rows = rows.iter().enumerate();
    let rows = rows.filter(|(place, row)| *place < MOST || row.selected);
    rows.map(|(_, row)| row.clone()).collect()
}

/// Counts by year.
pub fn years(library: Library, found: &Found, dispatch: &Callback<Action>) -> Html {
    let Found { view, results } = found;
    let series = &results.by_year;
    let sentence = words::years(series, total(results, view), view.counting());
    let picture = chart::years(series, view.counting(), WIDTH);
    let drawing = pressable(library, view, picture, "By year", dispatch);
    let table: Draw = Rc::new(|it| year_table(&it.results.by_year, it.view.counting()));
    figure(found, "years", "By year", sentence, drawing, table)
}

fn total(results: &Results, view: &View) -> u32 {
    match view.counting() {
        Counting::Pledges => results.basis.pledges,
        Counting::All => results.basis.pledges + results.basis.others,
    }
}

fn figure(
    found: &Found,
    id: &'static str,
    title: &'static str,
    says: String,
    drawing: Html,
    table: Draw,
) -> Html {
    html! {
        <figure class="chart" data-chart={id} aria-labelledby={["chart-", id].concat()}>
            <figcaption>
                <h2 id={["chart-", id].concat()}>{ title }</h2>
                <p class="takeaway">{ says }</p>
            </figcaption>
            { drawing }
            <Folded class="as-table" summary="Read as a table" found={found.clone()} draw={table} />
        </figure>
    }
}

/// A picture whose marks narrow the page, as links and as a press.
fn pressable(
    library: Library,
    view: &Rc<View>,
    picture: chart::Picture,
    label: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let href = {
        let view = view.clone();
        Callback::from(move |key: Key| {
            let action = action(&view, key);
            action.map(|action| link::href(library, &view, &action))
        })
    };
    let onpick = {
        let (view, dispatch) = (view.clone(), dispatch.clone());
        Callback::from(move |key: Key| {
            if let Some(action) = action(&view, key) {
                dispatch.emit(action);
            }
        })
    };
    html! { <Drawing {picture} {label} href={Some(href)} onpick={Some(onpick)} /> }
}

/// What pressing a mark does.
fn action(view: &View, key: Key) -> Option<Action> {
    match key {
        Key::Theme(theme) => Some(Action::Toggle(Facet::Theme, theme.0)),
        Key::Year(year) if view.from == Some(year) && view.to == Some(year) => {
            Some(Action::Years(None, None))
        }
        Key::Year(year) => Some(Action::Years(Some(year), Some(year))),
        _ => None,
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
