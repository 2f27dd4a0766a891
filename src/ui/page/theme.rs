//! One policy area: what belongs to it, how much was said on it in each year, and all of it.
//!
//! In: the library and a theme. Out: its page. Invariant: chart, table, counts and list are one
//! answer, the very one that the explorer gives to `?theme=`.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{self, Beside};
use crate::chart::{Figure, Key};
use crate::corpus::model::{Theme, ThemeNo, UnitNo};
use crate::explore::facet::Facet;
use crate::explore::series::Counting;
use crate::explore::words;
use crate::ui::chart_figure::rows;
use crate::ui::drawing::Drawing;
use crate::ui::library::{Answer, Library};

/// Width of the chart, px.
const WIDTH: u32 = 640;
/// How many neighbours are named.
const MOST_NEAR: usize = 5;

/// The page's own part.
pub(super) fn view(library: Library, no: ThemeNo) -> Html {
    let Some(theme) = library.corpus.themes.get(no.index()) else {
        return html! {};
    };
    let answer = parts::answer(library, Facet::Theme, no.0);
    let all: Vec<UnitNo> = answer.results.window(0..answer.results.total());
    let explorer = ["../../?theme=", theme.id].concat();
    let near = near(library, no, &all);
    html! {
        <article class="sheet" data-theme={theme.id}>
            <p class="labels"><a href="../">{ "Theme" }</a></p>
            <h1>{ theme.label }</h1>
            <p class="summary">{ theme.definition }</p>
            { parts::basis(answer.results.basis) }
            { bounds(theme) }
            if !all.is_empty() {
                { chart(&answer, &explorer) }
                <p><a href={explorer.clone()}>{ "Search and filter these statements" }</a></p>
                <section aria-labelledby="statements-title">
                    <h2 id="statements-title">{ "Everything said on it, newest first" }</h2>
                    { parts::units(library, &answer, Beside::Nothing, &explorer) }
                </section>
            }
            if !near.is_empty() {
                <section aria-labelledby="near-title">
                    <h2 id="near-title">{ "Themes that share statements with it" }</h2>
                    <ul class="plain-list">
                        for (theme, n) in near {
                            <li key={theme.id}><a href={["../", theme.id, "/"].concat()}>{ theme.label }</a>{ ", " }{ words::n_of(n, "statement", "statements") }</li>
                        }
                    </ul>
                </section>
            }
        </article>
    }
}

/// What is counted in and what elsewhere.
fn bounds(theme: &Theme<'static>) -> Html {
    html! {
        <dl class="facts">
            if !theme.includes.is_empty() { { parts::fact("Counted here", html! { <>{ theme.includes }</> }) } }
            if !theme.excludes.is_empty() { { parts::fact("Counted elsewhere", html! { <>{ theme.excludes }</> }) } }
            if !theme.examples.is_empty() { { parts::fact("For example", html! { <>{ theme.examples.join("; ") }</> }) } }
        </dl>
    }
}

fn chart(answer: &Answer, explorer: &str) -> Html {
    let results = &answer.results;
    let counting = Counting::All;
    let explorer = explorer.to_owned();
    let link = Callback::from(move |key: Key| match key {
        Key::Year(year) => {
            let year = year.to_string();
            Some(AttrValue::from(
                [&explorer, "&from=", &year, "&to=", &year].concat(),
            ))
        }
        _ => None,
    });
    let counting = if results.basis.pledges > 0 {
        Counting::Pledges
    } else {
        counting
    };
    let picture = Rc::new(Figure::Years.draw(results, counting, WIDTH));
    html! {
        <figure class="chart" data-chart="years" aria-labelledby="chart-title">
            <figcaption>
                <h2 id="chart-title">{ Figure::Years.name(counting) }</h2>
                <p class="takeaway">{ Figure::Years.says(results, counting) }</p>
            </figcaption>
            <div class="drawing" tabindex="0" role="region" aria-label="Chart by year"><Drawing {picture} label={Figure::Years.name(counting)} href={Some(link)} /></div>
            <details class="as-table">
                <summary>{ "Read as a table" }</summary>
                { rows(&Figure::Years.table(results, counting)) }
            </details>
        </figure>
    }
}

/// The themes that most of these units have too.
fn near(library: Library, no: ThemeNo, units: &[UnitNo]) -> Vec<(&'static Theme<'static>, u32)> {
    let themes = &library.corpus.themes;
    let mut counts = vec![0_u32; themes.len()];
    let units = units
        .iter()
        .filter_map(|no| library.corpus.units.get(no.index()));
    for theme in units.flat_map(|unit| &unit.themes).filter(|it| **it != no) {
        if let Some(count) = counts.get_mut(theme.index()) {
            *count += 1;
        }
    }
    let mut near: Vec<_> = themes.iter().zip(counts).filter(|it| it.1 > 0).collect();
    near.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    near.truncate(MOST_NEAR);
    near
}
