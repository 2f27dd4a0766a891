//! A chart leaves the page: as SVG, PNG and CSV, or through the clipboard.
//!
//! In: what was found and which chart. Out: files of exactly what is shown, each with its
//! sentence, what it rests on, the corpus version, the day and the address. Where no program
//! runs, the links lead to the files of the whole corpus that were written with the page.

use std::rc::Rc;

use yew::prelude::*;

use super::chips;
use super::late::Found;
use super::library::Library;
use super::link::{self, is_plain};
use crate::browser::{page, save};
use crate::chart::{self, Caption, Figure, Picture};
use crate::explore::csv::csv;
use crate::explore::view::View;
use crate::explore::words;

/// Width of the charts in files, px.
pub(super) const WIDTH: u32 = 640;

/// Pixels of a bitmap to each px of its picture.
const SCALE: u32 = 2;

/// The forms that a chart can be had in.
const FORMS: [(&str, Form); 3] = [("SVG", Form::Svg), ("PNG", Form::Png), ("CSV", Form::Csv)];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Csv,
}

/// Which chart.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chart.
    pub figure: Figure,
    /// The corpus.
    pub library: Library,
    /// What was asked and found.
    pub found: Found,
}

/// The ways out.
#[component]
pub fn Save(props: &Props) -> Html {
    let told = use_state(|| "");
    let shown = Rc::new((props.figure, props.library, props.found.clone()));
    let id = props.figure.id();
    let copy = {
        let (shown, told) = (shown.clone(), told.setter());
        Callback::from(move |_: MouseEvent| {
            let (picture, title) = plate(&shown);
            let size = (picture.width, picture.height);
            let tell = told.clone();
            let done = move |well| tell.set(if well { "Copied" } else { REFUSED });
            told.set("Copying…");
            if save::copy(&chart::svg(&picture, &title), size, SCALE, done).is_none() {
                told.set(REFUSED);
            }
        })
    };
    html! {
        <p class="save">
            <span>{ "Download: " }</span>
            for (name, form) in FORMS {
                <a key={name} href={["charts/", id, ".", &name.to_lowercase()].concat()} download={["pledges-by-", id].concat()} onclick={on_save(&shown, form)}>{ name }</a>
            }
            <button type="button" class="copy" onclick={copy}>{ "Copy image" }</button>
            <a href={link::embed(props.library, &props.found.view, id)}>{ "Embed" }</a>
            <span role="status" class="told">{ *told }</span>
        </p>
    }
}

/// What is said where the browser keeps its clipboard to itself.
const REFUSED: &str = "This browser does not allow it here; download the PNG";

type Shown = (Figure, Library, Found);

fn on_save(shown: &Rc<Shown>, form: Form) -> Callback<MouseEvent> {
    let shown = shown.clone();
    Callback::from(move |event: MouseEvent| {
        if is_plain(&event) && save_as(&shown, form).is_some() {
            event.prevent_default();
        }
    })
}

fn save_as(shown: &Shown, form: Form) -> Option<()> {
    let (figure, library, found) = shown;
    let name = ["pledges-by-", figure.id()].concat();
    match form {
        Form::Csv => {
            let mut table = figure.table(&found.results, found.view.counting());
            let names = names(*library, &found.view);
            for head in &mut table.head {
                let name = names
                    .iter()
                    .find(|name| name.starts_with([&**head, ": "].concat().as_str()));
                if let Some(name) = name {
                    *head = name.clone().into();
                }
            }
            save::text(&[&name, ".csv"].concat(), "text/csv", &csv(&table))
        }
        Form::Svg => {
            let (picture, title) = plate(shown);
            let svg = chart::svg(&picture, &title);
            save::text(&[&name, ".svg"].concat(), "image/svg+xml", &svg)
        }
        Form::Png => {
            let (picture, title) = plate(shown);
            let size = (picture.width, picture.height);
            let svg = chart::svg(&picture, &title);
            save::bitmap(&[&name, ".png"].concat(), &svg, size, SCALE)
        }
    }
}

/// The selection in words, or both of two.
pub(super) fn names(library: Library, view: &View) -> Vec<String> {
    let mine = chips::named(library, view);
    match &view.against {
        None => vec![mine],
        Some(other) => {
            let other = chips::named(library, other);
            vec![["A: ", &mine].concat(), ["B: ", &other].concat()]
        }
    }
}

/// The chart with everything that it needs away from the page, and its title.
fn plate((figure, library, found): &Shown) -> (Picture, String) {
    let Found { view, results } = found;
    let counting = view.counting();
    let title = figure.name(counting);
    let basis = basis(*library, found);
    let about = &library.corpus.about;
    let caption = Caption {
        title: &title,
        says: &figure.says(results, counting),
        source: &words::source(about, &basis),
        date: &save::today(),
        address: &page::address(),
    };
    let picture = figure.draw(results, counting, WIDTH);
    (chart::plate(picture, &caption), title)
}

/// What was found rests on that: "Theme: Workforce: 12 pledges in 4 articles", of both of two
/// selections.
pub(super) fn basis(library: Library, Found { view, results }: &Found) -> String {
    let all = [Some(results.basis), results.other].into_iter().flatten();
    let names = names(library, view);
    let parts = names.iter().zip(all).map(|(name, basis)| {
        let basis = words::basis(basis, view.counting());
        match (view.against.is_some(), name.as_str()) {
            (false, chips::EVERYTHING) => basis,
            _ => [name, ": ", &basis].concat(),
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}
