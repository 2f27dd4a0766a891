//! The filters: one field set per facet, and the years.
//!
//! Invariant: every value stays in its place while counts change, so that nothing moves under
//! the reader's finger.

use std::rc::Rc;

use yew::prelude::*;

use super::late::{Draw, Folded, Found, Part as Drawn};
use super::later::Part;
use super::library::Library;
use super::menu::Menu;
use super::still::{self, Island, Place};
use crate::corpus::model::Kind;
use crate::explore::facet::{self, Facet, Listed};
use crate::explore::results::{Count, span};
use crate::explore::series::Counting;
use crate::explore::view::{Action, View};
use crate::explore::words;

/// The facets that stand open; the others wait under "More filters".
const FIRST: [Facet; 3] = [Facet::Theme, Facet::Kind, Facet::Speaker];

/// What of the corpus the filters list; the same for the whole run of the program.
#[derive(Clone, PartialEq)]
pub struct Shelf {
    library: Library,
    listed: Listed,
    years: Option<(u16, u16)>,
}

impl Shelf {
    /// Goes over the corpus once.
    pub fn new(library: Library) -> Self {
        Self {
            library,
            listed: facet::listed(library.corpus),
            years: span(library.corpus),
        }
    }

    /// The corpus.
    pub fn library(&self) -> Library {
        self.library
    }

    /// Whether any statement has this value.
    pub fn lists(&self, facet: Facet, value: u32) -> bool {
        self.listed[facet as usize].contains(&value)
    }

    /// The two speakers of whom there is most, the one with most first.
    pub fn speakers(&self) -> Option<[u32; 2]> {
        most(self.library)
    }
}

fn most(library: Library) -> Option<[u32; 2]> {
    let mut counts = vec![0; library.corpus.actors.len()];
    for unit in &library.corpus.units {
        if let Some(count) = counts.get_mut(unit.speaker.index()) {
            *count += 1;
        }
    }
    let mut most: Vec<(u32, u32)> = counts.into_iter().zip(0..).filter(|it| it.0 > 0).collect();
    most.sort_unstable_by_key(|(count, no)| (core::cmp::Reverse(*count), *no));
    let mut most = most.into_iter().map(|(_, no)| no);
    Some([most.next()?, most.next()?])
}

/// All filters.
pub fn filters(shelf: &Rc<Shelf>, found: &Found, island: &Island) -> Html {
    let (view, dispatch) = (&found.view, island.dispatch);
    html! {
        <>
            <p class="hint">
                { match view.counting() {
                    Counting::Pledges => "Beside each choice its pledges and, after the +, its positions and refusals.",
                    Counting::All => "Beside each choice all its statements.",
                } }
            </p>
            <div class="facets-first">
                { field_sets(shelf, found, &FIRST, dispatch) }
                { still::place(Place::Years, island, Part::Years(shelf, view, dispatch)) }
            </div>
            { still::place(Place::More, island, Part::More(shelf, found, dispatch)) }
        </>
    }
}

/// The filters that are folded away.
pub fn more(shelf: &Rc<Shelf>, found: &Found, dispatch: &Callback<Action>) -> Html {
    let all = Facet::ALL.into_iter();
    let more: Vec<Facet> = all.filter(|facet| !FIRST.contains(facet)).collect();
    let open = more.iter().any(|it| !found.view.chosen(*it).is_empty());
    let rest: Draw = {
        let (shelf, dispatch) = (shelf.clone(), dispatch.clone());
        Rc::new(move |found| field_sets(&shelf, found, &more, &dispatch))
    };
    html! { <Folded class="facets-more" summary="More filters" {open} found={found.clone()} draw={rest} /> }
}

fn field_sets(
    shelf: &Rc<Shelf>,
    found: &Found,
    facets: &[Facet],
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <div>
            for facet in facets {
                <fieldset key={facet.key()} class="facet" data-facet={facet.key()}>
                    <legend>{ facet.label() }</legend>
                    for value in &shelf.listed[*facet as usize] { { part(shelf, found, *facet, *value, dispatch) } }
                </fieldset>
            }
        </div>
    }
}

/// One value that can be chosen; drawn anew only when something about it has changed.
fn part(
    shelf: &Rc<Shelf>,
    found: &Found,
    facet: Facet,
    value: u32,
    dispatch: &Callback<Action>,
) -> Html {
    let counts = &found.results.counts[facet as usize];
    let count = counts.get(value as usize).copied().unwrap_or_default();
    let (checked, counting) = (found.view.has(facet, value), found.view.counting());
    let shows = [
        value,
        count.pledges,
        count.others,
        checked.into(),
        counting as u32,
    ];
    let draw: Draw = {
        let (library, dispatch) = (shelf.library, dispatch.clone());
        Rc::new(move |_| choice(library, facet, value, count, (checked, counting), &dispatch))
    };
    html! { <Drawn key={value} found={found.clone()} shows={Box::<[u32]>::from(shows)} {draw} /> }
}

fn choice(
    library: Library,
    facet: Facet,
    value: u32,
    count: Count,
    (checked, counting): (bool, Counting),
    dispatch: &Callback<Action>,
) -> Html {
    let empty = count.pledges + count.others == 0;
    html! {
        <label class={classes!("choice", empty.then_some("none"))} title={meaning(facet, value)}>
            <input
                type="checkbox"
                name={facet.key()}
                value={facet.id(library.corpus, value)}
                {checked}
                onchange={dispatch.reform(move |_| Action::Toggle(facet, value))}
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
    let noun = match (apart, counting, main) {
        (false, Counting::Pledges, 1) => " pledge",
        (false, Counting::Pledges, _) => " pledges",
        (_, _, 1) => " statement",
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
pub fn years(shelf: &Shelf, view: &View, dispatch: &Callback<Action>) -> Html {
    let (from, to) = (view.from, view.to);
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "any".into())];
    if let Some((first, last)) = shelf.years {
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
