//! Which statement, question or selection is shown.
//!
//! Invariant: what an address chose and no field here shows stays chosen until it is taken away.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::fields::value;
use super::measured::Measured;
use super::wish::Wish;
use crate::browser::page;
use crate::corpus::model::{ThreadNo, UnitNo};
use crate::explore::address::{print, readable};
use crate::explore::facet::{Facet, listed};
use crate::explore::view::View;
use crate::explore::words;
use crate::ui::chips;
use crate::ui::library::Library;
use crate::ui::menu::Menu;
use crate::ui::page::EmbedView;
use crate::ui::page::embed::nearest;

/// How many statements are offered for some words.
const OFFERED: u32 = 8;

/// The facets that have a menu here; all others come along from the explorer.
const MENUS: [Facet; 4] = [Facet::Theme, Facet::Kind, Facet::Speaker, Facet::Side];

/// The fields of a selection, which take the focus of what goes away in them.
const SELECTION: &str = "selection";

/// The value of a menu where its facet has several.
const SEVERAL: &str = "several";

/// What a field does to a selection.
type Edit = Rc<dyn Fn(&mut View, String)>;

/// The fields for it.
pub(super) fn which(
    library: Library,
    wish: &Rc<Wish>,
    threads: &[Measured],
    change: &Callback<Wish>,
) -> Html {
    match wish.embed {
        EmbedView::Unit(no) => {
            html! { <Statement {library} {no} wish={wish.clone()} change={change.clone()} /> }
        }
        EmbedView::Thread(no) => question(no, wish, threads, change),
        _ => selection(library, wish, change),
    }
}

fn question(no: ThreadNo, wish: &Rc<Wish>, threads: &[Measured], change: &Callback<Wish>) -> Html {
    let threads = threads.iter().enumerate();
    let options: Vec<(AttrValue, AttrValue)> = threads
        .map(|(no, it)| (no.to_string().into(), it.question.clone().into()))
        .collect();
    let pick = {
        let (wish, change) = (wish.clone(), change.clone());
        Callback::from(move |value: String| {
            let no = value.parse().unwrap_or_default();
            change.emit(Wish {
                embed: EmbedView::Thread(ThreadNo(no)),
                ..(*wish).clone()
            });
        })
    };
    html! {
        <fieldset class="facet" data-field="id">
            <legend>{ "Which question" }</legend>
            <Menu label="Question" {options} value={no.0.to_string()} onpick={pick} />
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct StatementProps {
    library: Library,
    no: UnitNo,
    wish: Rc<Wish>,
    change: Callback<Wish>,
}

/// A statement is found by words, by its id, or by coming from its page.
#[component]
fn Statement(props: &StatementProps) -> Html {
    let typed = use_state(String::new);
    let library = props.library;
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target();
            let field = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                typed.set(field.value());
            }
        })
    };
    let offered = use_memo((*typed).clone(), |typed| offered(library, typed));
    let mut shown = offered.0.clone();
    if !shown.contains(&props.no) {
        shown.insert(0, props.no);
    }
    let pick = {
        let (wish, change) = (props.wish.clone(), props.change.clone());
        Callback::from(move |event: Event| {
            let no = value(&event).parse().unwrap_or_default();
            change.emit(Wish {
                embed: EmbedView::Unit(UnitNo(no)),
                ..(*wish).clone()
            });
        })
    };
    html! {
        <fieldset class="facet statements" data-field="id">
            <legend>{ "Which statement" }</legend>
            <label class="menu">
                <span>{ "Words in it, or its address" }</span>
                <input type="search" autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} />
            </label>
            <p class="basis" role="status">{ offered.1.clone() }</p>
            for it in shown.into_iter().filter_map(|no| Some((no, library.unit(no)?))) {
                <label key={it.1.unit.id} class="choice">
                    <input type="radio" name="unit" value={it.0.0.to_string()} checked={it.0 == props.no} onchange={pick.clone()} />
                    <span class="choice-label">{ it.1.unit.statement }<span class="basis">{ " " }{ it.1.speaker.name }{ ", " }{ it.1.unit.made.human() }</span></span>
                </label>
            }
        </fieldset>
    }
}

/// The statements that some words find, and what is said of them.
fn offered(library: Library, typed: &str) -> (Vec<UnitNo>, String) {
    let typed = typed.trim();
    if typed.is_empty() {
        return (Vec::new(), String::new());
    }
    // The last part of an address that was pasted is an id.
    let last = typed.trim_end_matches('/').rsplit('/').next();
    let id = last.unwrap_or(typed);
    let units = &library.corpus.units;
    if let Some(place) = units.iter().position(|it| it.id == id) {
        return (
            vec![UnitNo(place as u32)],
            "Found by its address.".to_owned(),
        );
    }
    let view = View {
        q: readable(typed).to_owned(),
        ..View::default()
    };
    let results = library.answer(&view).results;
    let total = results.total();
    let found = results.window(0..total.min(OFFERED));
    let mut says = words::n_of(total, "statement has this", "statements have this");
    if total > OFFERED {
        says.push_str(", the nearest are offered");
    }
    says.push('.');
    (found, says)
}

fn selection(library: Library, wish: &Rc<Wish>, change: &Callback<Wish>) -> Html {
    let view = &wish.view;
    let set = |edit: Edit| {
        let (wish, change) = (wish.clone(), change.clone());
        Callback::from(move |value: String| {
            let mut new = (*wish).clone();
            edit(&mut new.view, value);
            change.emit(new);
        })
    };
    let words = set(Rc::new(|view, text| {
        readable(&text).clone_into(&mut view.q);
    }));
    let clear = {
        let (wish, change) = (wish.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with what it takes away.
            page::focus(SELECTION);
            let view = View {
                color: wish.view.color,
                ..View::default()
            };
            change.emit(Wish {
                view,
                ..(*wish).clone()
            });
        })
    };
    let from = set(Rc::new(|view, year| view.from = year.parse().ok()));
    let to = set(Rc::new(|view, year| view.to = year.parse().ok()));
    let any = view.n_filters() > 0 || !view.q.is_empty() || view.against.is_some();
    html! {
        <fieldset class="facet selecting" id={SELECTION} tabindex="-1" data-field="selection">
            <legend>{ "Which selection" }</legend>
            { said(library, wish) }
            <label class="menu">
                <span>{ "Words" }</span>
                <input type="search" autocomplete="off" spellcheck="false" value={view.q.clone()} onchange={words.reform(|event: Event| value(&event))} />
            </label>
            for facet in MENUS { { menu(library, facet, view, &set) } }
            <div class="years" role="group" aria-label="Years">
                <span aria-hidden="true">{ "Years" }</span>
                <Menu label="From" options={years(library, view.from)} value={year(view.from)} onpick={from} />
                <Menu label="to" options={years(library, view.to)} value={year(view.to)} onpick={to} />
            </div>
            if any { <p><button type="button" onclick={clear}>{ "Show everything" }</button></p> }
            <p class="basis">
                <a href={["../", &print(library.corpus, view)].concat()}>{ "Choose in the explorer" }</a>
                { ", and come back by its link “Embed”." }
            </p>
        </fieldset>
    }
}

/// What is selected, in words; of two selections both.
fn said(library: Library, wish: &Wish) -> Html {
    let view = nearest(wish.embed, wish.view.clone());
    let mine = match chips::named(library, &view) {
        all if all == chips::EVERYTHING => "Everything in the corpus".to_owned(),
        some => some,
    };
    html! {
        <p class="selected">
            if let Some(other) = view.against.as_deref() {
                { "A: " }{ mine }<br />{ "B: " }{ chips::named(library, other) }
            } else {
                { mine }
            }
        </p>
    }
}

fn menu(
    library: Library,
    facet: Facet,
    view: &View,
    set: &impl Fn(Edit) -> Callback<String>,
) -> Html {
    let corpus = library.corpus;
    let chosen = view.chosen(facet);
    let now = match chosen {
        [] => AttrValue::default(),
        [one] => facet.id(corpus, *one).into(),
        _ => SEVERAL.into(),
    };
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "any".into())];
    if chosen.len() > 1 {
        options.push((
            SEVERAL.into(),
            [&*words::thousands(chosen.len() as u32), " chosen"]
                .concat()
                .into(),
        ));
    }
    let listed = listed(corpus);
    let values = listed.get(facet as usize).into_iter().flatten();
    options.extend(values.map(|no| {
        let id: &'static str = facet.id(corpus, *no);
        (id.into(), facet.value_label(corpus, *no).into())
    }));
    let pick = set(Rc::new(move |view, id| {
        let Some(chosen) = view.chosen.get_mut(facet as usize) else {
            return;
        };
        if id == SEVERAL {
            return;
        }
        *chosen = facet.find(corpus, &id).into_iter().collect();
    }));
    html! { <Menu key={facet.key()} label={facet.label()} {options} value={now} onpick={pick} /> }
}

/// The years of the corpus, and the one that is set where it is not among them.
fn years(library: Library, set: Option<u16>) -> Vec<(AttrValue, AttrValue)> {
    let mut all: Vec<u16> = library
        .corpus
        .units
        .iter()
        .map(|it| it.made.year())
        .collect();
    all.sort_unstable();
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "any".into())];
    if let (Some(first), Some(last)) = (all.first(), all.last()) {
        let years = (*first..=*last).map(|it| AttrValue::from(it.to_string()));
        options.extend(years.map(|it| (it.clone(), it)));
        if set.is_some_and(|it| it < *first || it > *last) {
            options.push((year(set), year(set)));
        }
    }
    options
}

fn year(year: Option<u16>) -> AttrValue {
    year.map_or_else(AttrValue::default, |it| it.to_string().into())
}
