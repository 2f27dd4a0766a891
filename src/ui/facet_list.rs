//! The filters: one field set per facet, and the years.
//!
//! Invariant: every value stays in its place while counts change, so that nothing moves under
//! the reader's finger.

use yew::prelude::*;

use super::library::Library;
use super::menu::Menu;
use crate::corpus::model::Kind;
use crate::explore::facet::{self, Facet};
use crate::explore::results::{Count, Results, span};
use crate::explore::series::Counting;
use crate::explore::view::{Action, View};
use crate::explore::words;

/// The facets that stand open; the others wait under "More filters".
const FIRST: [Facet; 3] = [Facet::Theme, Facet::Kind, Facet::Speaker];

/// All filters.
pub fn filters(
    library: Library,
    view: &View,
    results: &Results,
    dispatch: &Callback<Action>,
) -> Html {
    let (first, more): (Vec<Facet>, Vec<Facet>) = Facet::ALL
        .into_iter()
        .partition(|facet| FIRST.contains(facet));
    let open = more.iter().any(|facet| !view.chosen(*facet).is_empty());
    let set = |facet: Facet| field_set(library, view, results, facet, dispatch);
    html! {
        <>
            <p class="hint">
                { match view.counting() {
                    Counting::Pledges => "Beside each choice its pledges and, after the +, its positions and refusals.",
                    Counting::All => "Beside each choice all its statements.",
                } }
            </p>
            <div class="facets-first">
                for facet in first { { set(facet) } }
                { years(library, view, dispatch) }
            </div>
            <details class="facets-more" open={open}>
                <summary>{ "More filters" }</summary>
                for facet in more { { set(facet) } }
            </details>
        </>
    }
}

fn field_set(
    library: Library,
    view: &View,
    results: &Results,
    facet: Facet,
    dispatch: &Callback<Action>,
) -> Html {
    let values = 0..facet.len(library.corpus) as u32;
    let counts = &results.counts[facet as usize];
    html! {
        <fieldset key={facet.key()} class="facet" data-facet={facet.key()}>
            <legend>{ facet.label() }</legend>
            for value in values.filter(|value| facet.lists(library.corpus, *value)) {
                { choice(library, view, facet, value, counts.get(value as usize).copied().unwrap_or_default(), dispatch) }
            }
        </fieldset>
    }
}

fn choice(
    library: Library,
    view: &View,
    facet: Facet,
    value: u32,
    count: Count,
    dispatch: &Callback<Action>,
) -> Html {
    let slug = facet.id(library.corpus, value);
    let empty = count.pledges + count.others == 0;
    html! {
        <label key={slug} class={classes!("choice", empty.then_some("none"))} title={meaning(facet, value)}>
            <input
                type="checkbox"
                name={facet.key()}
                value={slug}
                checked={view.has(facet, value)}
                onchange={dispatch.reform(move |_| Action::Toggle(facet, value))}
            />
            <span class="choice-label">{ facet.value_label(library.corpus, value) }</span>
            { number(facet, value, count, view.counting()) }
        </label>
    }
}

/// The count beside a value. Positions and refusals are counted apart: `12 +5`.
fn number(facet: Facet, value: u32, count: Count, counting: Counting) -> Html {
    let counted = Kind::ALL
        .get(value as usize)
        .is_none_or(|kind| kind.counted());
    let apart = facet == Facet::Kind && !counted && counting == Counting::Pledges;
    let (main, rest) = match counting {
        Counting::All => (count.shown(counting), 0),
        Counting::Pledges if apart => (count.others, 0),
        Counting::Pledges => (count.pledges, count.others),
    };
    let noun = match (apart, counting) {
        (false, Counting::Pledges) => " pledges",
        _ => " statements",
    };
    html! {
        <span class="n">
            { words::thousands(main) }<span class="sr">{ noun }</span>
            <span class="plus">
                if rest > 0 {
                    { " +" }{ words::thousands(rest) }<span class="sr">{ " positions or refusals" }</span>
                }
            </span>
        </span>
    }
}

fn meaning(facet: Facet, value: u32) -> Option<AttrValue> {
    let kind = Kind::ALL.get(value as usize)?;
    (facet == Facet::Kind).then(|| facet::kind_meaning(*kind).into())
}

/// From which year to which.
fn years(library: Library, view: &View, dispatch: &Callback<Action>) -> Html {
    let (from, to) = (view.from, view.to);
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "any".into())];
    if let Some((first, last)) = span(library.corpus) {
        let years = (first..=last).map(|year| AttrValue::from(year.to_string()));
        options.extend(years.map(|year| (year.clone(), year)));
    }
    let value =
        |year: Option<u16>| year.map_or_else(AttrValue::default, |it| it.to_string().into());
    let onfrom = dispatch.reform(move |year: String| Action::Years(year.parse().ok(), to));
    let onto = dispatch.reform(move |year: String| Action::Years(from, year.parse().ok()));
    html! {
        <fieldset class="facet years" data-facet="years">
            <legend>{ "Year it was said" }</legend>
            <Menu label="From" options={options.clone()} value={value(from)} onpick={onfrom} />
            <Menu label="to" {options} value={value(to)} onpick={onto} />
        </fieldset>
    }
}
