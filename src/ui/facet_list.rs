//! The filters: one field set per facet, and the years.
//!
//! Invariant: every value stays in its place while counts change, so that nothing moves under
//! the reader's finger.

use yew::prelude::*;

use super::late::{Folded, Found};
use super::library::Library;
use super::menu::Menu;
use crate::corpus::model::Kind;
use crate::explore::facet::{self, Facet};
use crate::explore::results::{Count, span};
use crate::explore::series::Counting;
use crate::explore::view::Action;
use crate::explore::words;

/// The facets that stand open; the others wait under "More filters".
const FIRST: [Facet; 3] = [Facet::Theme, Facet::Kind, Facet::Speaker];

/// What the filters show.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// What is on, and how many of each there are.
    pub found: Found,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// All filters.
#[component]
pub fn Filters(props: &Props) -> Html {
    let library = props.library;
    let listed = use_memo((), |()| facet::listed(library.corpus));
    let years = use_memo((), |()| span(library.corpus));
    let (first, more): (Vec<Facet>, Vec<Facet>) = Facet::ALL
        .into_iter()
        .partition(|facet| FIRST.contains(facet));
    let view = &props.found.view;
    let open = more.iter().any(|it| !view.chosen(*it).is_empty());
    let sets = {
        let (listed, dispatch) = (listed.clone(), props.dispatch.clone());
        move |facets: &[Facet], found: &Found| -> Html {
            let set = |facet: &Facet| {
                field_set(library, found, *facet, &listed[*facet as usize], &dispatch)
            };
            facets.iter().map(set).collect()
        }
    };
    let rest = {
        let sets = sets.clone();
        use_callback((), move |found: Found, ()| sets(&more, &found))
    };
    html! {
        <>
            <p class="hint">
                { match view.counting() {
                    Counting::Pledges => "Beside each choice its pledges and, after the +, its positions and refusals.",
                    Counting::All => "Beside each choice all its statements.",
                } }
            </p>
            <div class="facets-first">
                { sets(&first, &props.found) }
                <Years key="years" years={*years} from={view.from} to={view.to} dispatch={props.dispatch.clone()} />
            </div>
            <Folded class="facets-more" summary="More filters" {open} found={props.found.clone()} show={rest} />
        </>
    }
}

fn field_set(
    library: Library,
    found: &Found,
    facet: Facet,
    values: &[u32],
    dispatch: &Callback<Action>,
) -> Html {
    let (view, counts) = (&found.view, &found.results.counts[facet as usize]);
    let choice = |value: u32| {
        let count = counts.get(value as usize).copied().unwrap_or_default();
        html! {
            <Choice key={value} {library} {facet} {value} {count} counting={view.counting()}
                checked={view.has(facet, value)} dispatch={dispatch.clone()} />
        }
    };
    html! {
        <fieldset key={facet.key()} class="facet" data-facet={facet.key()}>
            <legend>{ facet.label() }</legend>
            for value in values { { choice(*value) } }
        </fieldset>
    }
}

/// One value that can be chosen; drawn anew only when something about it changes.
#[derive(Properties, PartialEq)]
struct ChoiceProps {
    library: Library,
    facet: Facet,
    value: u32,
    count: Count,
    counting: Counting,
    checked: bool,
    dispatch: Callback<Action>,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps {
        library,
        facet,
        value,
        count,
        counting,
        checked,
        ..
    } = *props;
    let empty = count.pledges + count.others == 0;
    html! {
        <label class={classes!("choice", empty.then_some("none"))} title={meaning(facet, value)}>
            <input
                type="checkbox"
                name={facet.key()}
                value={facet.id(library.corpus, value)}
                {checked}
                onchange={props.dispatch.reform(move |_| Action::Toggle(facet, value))}
            />
            <span class="choice-label">{ facet.value_label(library.corpus, value) }</span>
            { number(facet, value, count, counting) }
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

/// What the menus of years show.
#[derive(Properties, PartialEq)]
struct YearsProps {
    years: Option<(u16, u16)>,
    from: Option<u16>,
    to: Option<u16>,
    dispatch: Callback<Action>,
}

/// From which year to which.
#[component]
fn Years(props: &YearsProps) -> Html {
    let (from, to, dispatch) = (props.from, props.to, &props.dispatch);
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "any".into())];
    if let Some((first, last)) = props.years {
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
