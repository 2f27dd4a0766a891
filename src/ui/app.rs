//! The part of the front page that comes alive: search, filters, charts and results.
//!
//! In: the library and an address. Out: that part, and from then on whatever the reader
//! makes of it. Rendered natively with an empty address it stands in the static page, and the
//! program takes it over there; what stands around it never changes and is no part of the
//! program.

use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::Charts;
use super::correction;
use super::facet_list;
use super::facet_list::Shelf;
use super::late::Found;
use super::later::{Part, use_later};
use super::library::{Answer, Library};
use super::results::{self, ResultList};
use super::said::Said;
use super::search_box::{FIELD, SearchBox};
use super::state::{State, use_state_of_page};
use super::still::{self, Island, Place, Still};
use crate::browser::later::Later;
use crate::browser::{keys, page};
use crate::explore::view::{Action, View};
use crate::explore::words;

/// How long typing has to rest before what was found is told, ms.
const REST: u32 = 500;

/// Where the page starts.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus and its index.
    pub library: Library,
    /// The query part of the address.
    pub query: AttrValue,
    /// What stands in the page already, drawn, of what the program draws only later.
    #[prop_or_default]
    pub still: Still,
}

/// Search, filters, charts and results.
#[component]
pub fn App(props: &Props) -> Html {
    let library = props.library;
    let state = use_state_of_page(library, props.query.clone());
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let later = use_later();
    let answer = use_answer(library, &state.view, later);
    let shelf = use_memo((), |()| Shelf::new(library));
    let found = Found {
        view: state.view.clone(),
        results: answer.results.clone(),
    };
    let filters_open = use_state(|| false);
    use_keys();
    let charts = Charts {
        library,
        found: &found,
        dispatch: &dispatch,
    };
    let island = Island {
        library,
        later,
        still: &props.still,
        view: &state.view,
        dispatch: &dispatch,
    };
    let basis = AttrValue::from(words::basis(answer.results.basis, state.view.counting()));
    html! {
        <>
            <h2 id="explore-title">{ "Search everything that was said" }</h2>
            <SearchBox said={state.said.clone()} dispatch={dispatch.clone()} />
            <div class="line">
                <p class="status" aria-hidden="true">{ basis.clone() }</p>
                <Said role="status" text={basis} rest={if state.is_typing() { REST } else { 0 }} />
                { toggle(&state.view, &filters_open) }
            </div>
            { notices(&state, &answer) }
            <div class="columns">
                <div class={classes!("filters", filters_open.then_some("open"))} id="filters" role="group" aria-label="Filters">
                    { facet_list::filters(&shelf, &found, &island) }
                </div>
                { still::place(Place::Charts, &island, Part::Charts(&charts)) }
                <div class="results" id={results::PLACE} role="group" aria-label="Results" tabindex="-1">
                    <h2 class="sr">{ "Results" }</h2>
                    { still::place(Place::Above, &island, Part::Above(&shelf, &found, &dispatch)) }
                    { correction::said(answer.correction.as_ref(), later, &dispatch) }
                    <div class="found">
                        // Entries and rows are of different height: nothing known of one holds for the other.
                        <ResultList key={state.view.show.id()} {library} view={state.view.clone()} query={answer.query.clone()} results={answer.results.clone()} dispatch={dispatch.clone()} />
                    </div>
                </div>
            </div>
        </>
    }
}

/// The answer to a view, worked out once; again only where the rest of the program was missed,
/// as another answer is another list.
#[hook]
fn use_answer(library: Library, view: &Rc<View>, later: Later) -> Rc<Answer> {
    let kept = use_mut_ref(|| None::<(Rc<View>, Rc<Answer>)>);
    let mut kept = kept.borrow_mut();
    let enough = |answer: &Answer| answer.whole || later.here().is_none();
    match &*kept {
        Some((of, answer)) if of == view && enough(answer) => answer.clone(),
        _ => {
            let answer = Rc::new(library.answer(view));
            *kept = Some((view.clone(), answer.clone()));
            answer
        }
    }
}

/// `/` goes to the search, `?` to the list of keys.
#[hook]
fn use_keys() {
    use_effect_with((), |()| {
        let listener = keys::on_key(|key| match key {
            "/" => {
                page::focus(FIELD);
                page::select(FIELD);
                true
            }
            "?" => {
                page::focus("keys");
                true
            }
            _ => false,
        });
        move || drop(listener)
    });
}

/// The button that opens the filters where they have no column of their own.
fn toggle(view: &View, open: &UseStateHandle<bool>) -> Html {
    let n = view.n_filters();
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <button type="button" class="filters-toggle" aria-expanded={open.to_string()} aria-controls="filters" {onclick}>
            { "Filters" }
            if n > 0 { { " (" }{ n }{ " on)" } }
        </button>
    }
}

/// What was left out of the address or of the search, in quiet lines.
fn notices(state: &State, answer: &Answer) -> Html {
    html! {
        <ul class="notices" aria-label="Notes" aria-live="polite">
            for (no, notice) in state.notices.iter().enumerate() {
                <li key={no}>{ words::notice(notice) }</li>
            }
            for notice in &answer.notices {
                <li key={notice.text()}>{ notice.text() }{ "." }</li>
            }
        </ul>
    }
}
