//! The results: as entries, as a table, or – when there are none – what would find something.

use std::rc::Rc;

use yew::prelude::*;

use super::chips::{Chip, chips};
use super::entry::Entry;
use super::library::Library;
use super::text::time;
use crate::corpus::model::UnitNo;
use crate::explore::facet::kind_label;
use crate::explore::results::Results;
use crate::explore::view::{Action, Show, View};
use crate::explore::words;
use crate::search::Query;

/// How many entries are laid out before the reader asks for more.
const STEP: usize = 120;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// What was asked.
    pub view: Rc<View>,
    /// The words that were asked, read.
    pub query: Rc<Query>,
    /// What was found.
    pub results: Rc<Results<'static>>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The results in the form asked for.
#[component]
pub fn ResultList(props: &Props) -> Html {
    let laid_out = use_state(|| STEP);
    // A new wish starts from the top again.
    {
        let laid_out = laid_out.setter();
        use_effect_with(props.view.clone(), move |_| laid_out.set(STEP));
    }
    let shown = &props.results.window(0..*laid_out as u32);
    let rest = props.results.total() as usize - shown.len();
    let onmore = {
        let laid_out = laid_out.clone();
        Callback::from(move |_: MouseEvent| laid_out.set(*laid_out + STEP))
    };
    html! {
        <div class="found">
            <div class="found-units" key={props.view.show.id()}>
                { match (shown.is_empty(), props.view.show) {
                    (true, _) => nothing(props),
                    (false, Show::List) => list(props, shown),
                    (false, Show::Table) => table(props, shown),
                } }
            </div>
            <div class="more">
                if rest > 0 {
                    <button type="button" onclick={onmore}>{ "Show " }{ rest.min(STEP) }{ " more of " }{ words::thousands(props.results.total()) }</button>
                }
            </div>
        </div>
    }
}

fn list(props: &Props, units: &[UnitNo]) -> Html {
    html! {
        <ol class="entries">
            for no in units {
                <li key={no.0}>
                    <Entry library={props.library} no={*no} query={props.query.clone()} dispatch={props.dispatch.clone()} />
                </li>
            }
        </ol>
    }
}

fn table(props: &Props, units: &[UnitNo]) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Results as a table">
            <table class="units">
                <caption class="sr">{ "Results, one statement in each row" }</caption>
                <thead><tr>
                    <th scope="col">{ "Said" }</th><th scope="col">{ "Statement" }</th><th scope="col">{ "Kind" }</th>
                    <th scope="col">{ "Speaker" }</th><th scope="col">{ "Published in" }</th>
                </tr></thead>
                <tbody>
                    for no in units { { row(props, *no) } }
                </tbody>
            </table>
        </div>
    }
}

fn row(props: &Props, no: UnitNo) -> Html {
    let Some(it) = props.library.unit(no) else {
        return html! { <tr key={no.0} /> };
    };
    html! {
        <tr key={no.0} data-unit={it.unit.id}>
            <td>{ time(it.unit.made) }</td>
            <th scope="row"><a href={["pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a></th>
            <td>{ kind_label(it.unit.kind) }</td>
            <td>{ it.speaker.name }<span class="office">{ words::office(it.unit, it.speaker) }</span></td>
            <td>{ it.outlet.name }{ ", " }{ time(it.article.published) }</td>
        </tr>
    }
}

/// Nothing found: says so, and offers what finds something: the same wish without one of its
/// parts.
fn nothing(props: &Props) -> Html {
    let library = props.library;
    let without = chips(library, &props.view).into_iter().filter_map(|chip| {
        let found = library
            .answer(&props.view.apply(chip.remove.clone()))
            .results;
        let n = found.total();
        (n > 0).then_some((chip, n))
    });
    html! {
        <div class="nothing">
            <h3>{ "Nothing in the corpus matches all of this." }</h3>
            if silent(props) { <p>{ "The corpus holds no article from these years." }</p> }
            <ul>
                for (chip, n) in without { { offer(props, chip, n) } }
                <li key="all"><button type="button" onclick={props.dispatch.reform(|_| Action::Clear)}>{ "Show everything" }</button></li>
            </ul>
        </div>
    }
}

/// The same wish without one of its parts, and how much that finds.
fn offer(props: &Props, chip: Chip, n: u32) -> Html {
    let without = ["Without ", &chip.named()].concat();
    let remove = chip.remove;
    html! {
        <li key={chip.key}>
            <button type="button" onclick={props.dispatch.reform(move |_| remove.clone())}>{ without }</button>
            { ": " }{ words::n_of(n, "statement", "statements") }
        </li>
    }
}

/// Whether the years asked for are all without an article.
fn silent(props: &Props) -> bool {
    let mut asked = props
        .results
        .by_year
        .rows
        .iter()
        .filter(|row| row.selected)
        .peekable();
    asked.peek().is_some() && asked.all(|row| row.articles == 0)
}
