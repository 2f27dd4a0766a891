//! A chart with what it says: a sentence, the picture, and the same numbers as a table.
//!
//! Invariant: sentence, picture and table read one series, so they cannot disagree.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::Drawing;
use super::late::{Draw, Folded, Found};
use super::library::Library;
use super::link;
use super::said::Said;
use super::save::Save;
use crate::chart::{Figure, Key, Picture};
use crate::explore::facet::Facet;
use crate::explore::series::Per;
use crate::explore::table::{Cell, Table};
use crate::explore::view::{Action, View};

/// Width of a picture in px; one that needs more than that is wider.
const WIDTH: u32 = 396;

/// How long everything has to rest before the charts are told, ms.
const LATER: u32 = 1_500;

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
    /// All of them.
    pub fn all(&self) -> Html {
        html! {
            <>
                for figure in Figure::ALL { { self.figure(figure) } }
                <Said role="log" text={self.says()} rest={LATER} />
            </>
        }
    }

    /// What the charts say, for those who do not see them change.
    fn says(&self) -> AttrValue {
        let Found { view, results } = self.found;
        let said = [Figure::Years, Figure::Themes].map(|figure| {
            let says = figure.says(results, view.counting());
            [figure.title(), ": ", &says].concat()
        });
        said.join(" ").into()
    }

    fn figure(&self, figure: Figure) -> Html {
        let Found { view, results } = self.found;
        let counting = view.counting();
        let title = ["chart-", figure.id()].concat();
        let table: Draw = Rc::new(move |it| rows(&figure.table(&it.results, it.view.counting())));
        html! {
            <figure key={figure.id()} class="chart" data-chart={figure.id()} aria-labelledby={title.clone()}>
                <figcaption>
                    <div class="chart-head">
                        <h2 id={title}>{ figure.title() }</h2>
                        if let Some(option) = self.option(figure) { { self.toggle(option) } }
                    </div>
                    <p class="takeaway">{ figure.says(results, counting) }</p>
                </figcaption>
                <div class="drawing">{ self.pressable(figure, figure.draw(results, counting, WIDTH)) }</div>
                <Folded class="as-table" summary="Read as a table" found={self.found.clone()} draw={table} />
                <Save {figure} library={self.library} found={self.found.clone()} />
            </figure>
        }
    }

    /// Another way to look at a chart, where there is one.
    fn option(&self, figure: Figure) -> Option<Toggle> {
        let view = &self.found.view;
        if view.against.is_some() {
            return None;
        }
        match figure {
            Figure::Years => {
                let on = view.per == Per::Article;
                let per = if on { Per::Year } else { Per::Article };
                Some(Toggle {
                    text: "Per article",
                    on,
                    action: Action::Per(per),
                })
            }
            Figure::Themes => Some(Toggle {
                text: "By kind",
                on: view.split,
                action: Action::Split(!view.split),
            }),
            Figure::Matrix => None,
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
    fn pressable(&self, figure: Figure, picture: Picture) -> Html {
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
        let view = self.found.view.clone();
        let onspan = self.dispatch.reform(move |(from, to)| {
            let years = match (from, to) {
                (Key::Year(a), Key::Year(b)) => Action::Years(Some(a.min(b)), Some(a.max(b))),
                _ => Action::Years(None, None),
            };
            both(&view, years)
        });
        let onspan = (figure == Figure::Years).then_some(onspan);
        let (label, picture) = (figure.title(), Rc::new(picture));
        html! { <Drawing {picture} {label} href={Some(href)} onpick={Some(onpick)} {onspan} /> }
    }
}

/// Another way to look at a chart.
struct Toggle {
    text: &'static str,
    on: bool,
    action: Action,
}

/// What pressing a mark does; a cell in which there is nothing does nothing.
pub(super) fn action(found: &Found, key: Key) -> Option<Action> {
    let view = &found.view;
    let action = match key {
        Key::Theme(theme) => Some(Action::Toggle(Facet::Theme, theme.0)),
        Key::Year(year) if view.from == Some(year) && view.to == Some(year) => {
            Some(Action::Years(None, None))
        }
        Key::Year(year) => Some(Action::Years(Some(year), Some(year))),
        Key::Cell(theme, year) => {
            let some = found.results.matrix().count(theme, year) > 0;
            (some || view.has_cell(theme.0, year)).then_some(Action::Cell(theme.0, year))
        }
        _ => None,
    };
    action.map(|action| both(view, action))
}

/// The same for both of two selections: a chart of both narrows both, and stays a comparison of
/// like with like.
fn both(view: &View, action: Action) -> Action {
    let Some(other) = &view.against else {
        return action;
    };
    let mut next = view.apply(action.clone());
    next.against = Some(Box::new(other.apply(action).selection()));
    Action::Visit(Box::new(next))
}

/// The very numbers of a chart.
pub fn rows(table: &Table) -> Html {
    let row = |cells: &[Cell]| {
        let mut cells = cells.iter();
        html! {
            <>
                <th scope="row">{ cells.next().map(Cell::human).unwrap_or_default().into_owned() }</th>
                for (no, cell) in cells.enumerate() { <td key={no}>{ cell.human().into_owned() }</td> }
            </>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table>
                <caption>{ &table.caption }</caption>
                <thead><tr>
                    for (no, head) in table.head.iter().enumerate() { <th key={no} scope="col">{ head.clone().into_owned() }</th> }
                </tr></thead>
                <tbody>
                    for (no, cells) in table.rows.iter().enumerate() { <tr key={no}>{ row(cells) }</tr> }
                </tbody>
            </table>
        </div>
    }
}
