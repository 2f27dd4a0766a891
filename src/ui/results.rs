//! The results: as entries, as a table, or – when there are none – what would find something.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::chips::{Chip, chips};
use super::entry::Entry;
use super::later::{Part, draw, use_later};
use super::library::Library;
use super::stretch::{Piece, Row, Stretch, use_stretch};
use super::text::time;
use crate::browser::later::Here;
use crate::browser::page;
use crate::browser::scroll::GAP;
use crate::corpus::model::UnitNo;
use crate::explore::facet::kind_label;
use crate::explore::results::Results;
use crate::explore::view::{Action, Show, View};
use crate::explore::words;
use crate::search::Query;

/// The element around the results, which takes the focus of what goes away in it.
pub const PLACE: &str = "results";

/// How many entries are written whole into a page; the others follow in a line each. The program
/// draws all of them whole.
const WRITTEN: u32 = 3;

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

/// As many of the results as a reader can see, in the form asked for, in one list that says
/// how long it is.
#[component]
pub fn ResultList(props: &Props) -> Html {
    let show = props.view.show;
    let like = match show {
        Show::List => Row {
            first: 12,
            height: 190.0,
        },
        Show::Table => Row {
            first: 40,
            height: 60.0,
        },
    };
    let stretch = use_stretch(&props.results, like);
    let later = use_later();
    html! {
        <div>
            { match show {
                Show::List if props.results.total() > 0 => list(props, &stretch, later.here()),
                show => later.here().map_or_else(Html::default, |here| draw(here, match show {
                    Show::Table if props.results.total() > 0 => Part::Table(props, &stretch),
                    _ => Part::Nothing(props),
                })),
            } }
        </div>
    }
}

/// The units of a span, each with its place in the list, counted from 1.
fn places(props: &Props, span: &Range<u32>) -> impl Iterator<Item = (u32, UnitNo)> {
    (span.start + 1..).zip(props.results.window(span.clone()))
}

fn list(props: &Props, stretch: &Stretch, later: Option<Here>) -> Html {
    let total = props.results.total().to_string();
    let entries = stretch.pieces.iter().flat_map(|piece| match piece {
        Piece::Rows(span) => places(props, span)
            .map(|(place, no)| if cfg!(not(target_arch = "wasm32")) && place > WRITTEN {
                brief(props, no)
            } else { html! {
                <li key={no.0} aria-posinset={place.to_string()} aria-setsize={total.clone()}>
                    <Entry library={props.library} {no} query={props.query.clone()} dispatch={props.dispatch.clone()} />
                </li>
            } })
            .collect::<Vec<_>>(),
        Piece::Gap(span, height) => vec![html! {
            <li key={gap_key(span, props.results.total())} class={GAP} aria-posinset={(span.start + 1).to_string()} aria-setsize={total.clone()}>
                if let Some(here) = later { { draw(here, Part::Gap(props, stretch, span, *height)) } }
            </li>
        }],
    });
    html! {
        <ol ref={stretch.list.clone()} class="entries">{ for entries }</ol>
    }
}

/// An entry in a line.
fn brief(props: &Props, no: UnitNo) -> Html {
    let Some(it) = props.library.unit(no) else {
        return html! { <li key={no.0} /> };
    };
    html! {
        <li key={no.0}>
            <article data-unit={it.unit.id} class="brief">
                <a href={["pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a>
                <span>{ it.speaker.name }{ ", " }{ it.unit.made.human() }</span>
            </article>
        </li>
    }
}

/// The results as a table.
pub fn table(props: &Props, stretch: &Stretch) -> Html {
    let rows = stretch.pieces.iter().flat_map(|piece| match piece {
        Piece::Rows(span) => places(props, span)
            .map(|(place, no)| row(props, place, no))
            .collect::<Vec<_>>(),
        Piece::Gap(span, height) => vec![html! {
            <tr key={gap_key(span, props.results.total())} class={GAP} aria-rowindex={(span.start + 2).to_string()}>
                <td colspan="5">{ gap(props, stretch, span, *height) }</td>
            </tr>
        }],
    });
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Results as a table">
            <table class="units" aria-rowcount={(props.results.total() + 1).to_string()}>
                <caption class="sr">{ "Results, one statement in each row" }</caption>
                <thead><tr aria-rowindex="1">
                    <th scope="col">{ "Said" }</th><th scope="col">{ "Statement" }</th><th scope="col">{ "Kind" }</th>
                    <th scope="col">{ "Speaker" }</th><th scope="col">{ "Published in" }</th>
                </tr></thead>
                <tbody ref={stretch.list.clone()}>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Unlike the key of any unit: one gap can stand above the rows, one below, one between.
fn gap_key(span: &Range<u32>, total: u32) -> &'static str {
    match (span.start, span.end) {
        (0, _) => "above",
        (_, end) if end == total => "below",
        _ => "between",
    }
}

/// As high as the space above or below the rows may be, px: browsers end at some 17 million.
const HIGHEST: f64 = 12e6;

/// What stands in place of rows that are not in the page: as high as they are, with a way to
/// the nearest of them for those who do not scroll. An SVG, because a height in a style
/// would have to be allowed by the page's policy.
pub fn gap(props: &Props, stretch: &Stretch, span: &Range<u32>, height: f64) -> Html {
    let above = span.start == 0;
    let next = if above {
        span.end.saturating_sub(1)
    } else {
        span.start
    };
    let total = words::thousands(props.results.total());
    let from = words::thousands(next + 1);
    html! {
        <div class={classes!("left-out", above.then_some("above"))}>
            <svg width="1" height={(height.min(HIGHEST) as u32).to_string()} aria-hidden="true" />
            <button type="button" onclick={stretch.go.reform(move |_| next)}>{ "Go to result " }{ from }{ " of " }{ total }</button>
            <p>
                { words::n_of(span.end - span.start, "more result is", "more results are") }{ " not listed here." }
                if cfg!(not(target_arch = "wasm32")) {
                    { " Everything is listed " }<a href="article/">{ "by article" }</a>{ ", " }<a href="theme/">{ "by theme" }</a>
                    { ", " }<a href="speaker/">{ "by speaker" }</a>{ " and " }<a href="thread/">{ "by question" }</a>{ "." }
                }
            </p>
        </div>
    }
}

fn row(props: &Props, place: u32, no: UnitNo) -> Html {
    let Some(it) = props.library.unit(no) else {
        return html! { <tr key={no.0} /> };
    };
    html! {
        <tr key={no.0} data-unit={it.unit.id} aria-rowindex={(place + 1).to_string()}>
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
pub fn nothing(props: &Props) -> Html {
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
                <li key="all"><button type="button" onclick={act(props, Action::Clear)}>{ "Show everything" }</button></li>
            </ul>
        </div>
    }
}

/// The same wish without one of its parts, and how much that finds.
fn offer(props: &Props, chip: Chip, n: u32) -> Html {
    let without = ["Without ", &chip.named()].concat();
    html! {
        <li key={chip.key}>
            <button type="button" onclick={act(props, chip.remove)}>{ without }</button>
            { ": " }{ words::n_of(n, "statement", "statements") }
        </li>
    }
}

/// The button goes with what it is for; who pressed it by key goes on from what is found instead.
fn act(props: &Props, action: Action) -> Callback<MouseEvent> {
    props.dispatch.reform(move |_: MouseEvent| {
        page::focus(PLACE);
        action.clone()
    })
}

/// Whether the years asked for are all without an article.
fn silent(props: &Props) -> bool {
    let mut asked = props
        .results
        .by_year()
        .rows
        .iter()
        .filter(|row| row.selected)
        .peekable();
    asked.peek().is_some() && asked.all(|row| row.articles == 0)
}
