//! One question through the years: the picture, then every answer with its words, and how it
//! bears on earlier ones.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{self, Key};
use crate::corpus::model::{Entry, Thread, ThreadNo};
use crate::explore::facet::kind_label;
use crate::explore::series::Path;
use crate::explore::thread::path;
use crate::explore::words;
use crate::search::Query;
use crate::ui::drawing::Drawing;
use crate::ui::entry::origin;
use crate::ui::library::Library;
use crate::ui::text::time;

/// Nominal width of the picture, px.
const WIDTH: u32 = 720;

/// As what the chart can be had, and how the names of its files end.
const FORMATS: [(&str, &str); 3] = [("SVG", ".svg"), ("PNG", ".png"), ("CSV", ".csv")];

/// The page's own part.
pub(super) fn view(library: Library, no: ThreadNo) -> Html {
    let Some(thread) = library.corpus.threads.get(no.index()) else {
        return html! {};
    };
    html! {
        <article class="sheet wide" data-thread={thread.id}>
            <h1>{ thread.question }</h1>
            { picture(library, no, thread) }
            <ol class="answers">
                for entry in &thread.entries { { answer(library, thread, entry) } }
            </ol>
            <p><a href={["../../?thread=", thread.id].concat()}>{ "Search and filter these statements" }</a></p>
        </article>
    }
}

fn picture(library: Library, no: ThreadNo, thread: &'static Thread<'static>) -> Html {
    let Some(path) = path(library.corpus, no) else {
        return html! { <></> };
    };
    let ids = Callback::from(move |key: Key| match key {
        Key::Unit(no) => library
            .unit(no)
            .map(|it| AttrValue::from(["#", it.unit.id].concat())),
        _ => None,
    });
    html! {
        <figure class="chart" data-chart="thread">
            <figcaption><p class="takeaway">{ words::path(&path) }</p></figcaption>
            <div class="scroll" tabindex="0" role="region" aria-label="Chart of the answers over time">
                <Drawing picture={Rc::new(chart::path(&path, WIDTH))} label={thread.question} href={Some(ids)} />
            </div>
            <p class="downloads">
                { "Download: " }
                for (place, (name, ending)) in FORMATS.into_iter().enumerate() {
                    if place > 0 { { " · " } }
                    <a key={ending} href={["chart", ending].concat()} download={[thread.id, ending].concat()}>{ name }</a>
                }
            </p>
            <details class="as-table">
                <summary>{ "Read as a table" }</summary>
                { table(&path, thread) }
            </details>
        </figure>
    }
}

/// The very points that are drawn, with the reason for each one's place.
fn table(path: &Path<'static>, thread: &'static Thread<'static>) -> Html {
    let rows = path.points.iter().zip(&thread.entries);
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Table of the answers">
            <table class="units">
                <caption>{ "Each answer, and where it stands between “" }{ path.poles[0] }{ "” and “" }{ path.poles[1] }{ "”" }</caption>
                <thead><tr>
                    <th scope="col">{ "Said" }</th><th scope="col">{ "Speaker" }</th>
                    <th scope="col">{ "Statement" }</th><th scope="col">{ "Stands" }</th><th scope="col">{ "Why there" }</th>
                </tr></thead>
                <tbody>
                    for (point, entry) in rows {
                        <tr key={point.unit.0}>
                            <td>{ time(point.made) }</td><td>
                                { point.speaker }
                                if !point.role.is_empty() { { ", " }{ point.role } }
                            </td>
                            <th scope="row">{ point.statement }</th>
                            <td>{ words::place(point.at, path.poles) }</td><td>{ entry.note }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn answer(
    library: Library,
    thread: &'static Thread<'static>,
    entry: &'static Entry<'static>,
) -> Html {
    let Some(it) = library.unit(entry.unit) else {
        return html! { <li key={entry.unit.0} /> };
    };
    let bears = thread.links.iter().filter(|link| link.from == entry.unit);
    html! {
        <li key={entry.unit.0} id={it.unit.id} class="entry" data-kind={it.unit.kind.id()}>
            <p class="labels"><span class="kind">{ kind_label(it.unit.kind) }</span></p>
            <h2><a href={["../../pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a></h2>
            <blockquote>
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    <p key={place}><q>{ evidence.quote }</q></p>
                }
            </blockquote>
            { origin(it, &Query::default()) }
            <p class="place">{ "Stands " }{ words::place(entry.at, thread.poles) }{ ": " }{ entry.note }</p>
            <ul class="bearings">
                for (place, link) in bears.enumerate() {
                    <li key={place}>
                        <b>{ capital(link.relation.id()) }</b>{ " " }
                        if let Some(earlier) = library.unit(link.to) {
                            <a href={["#", earlier.unit.id].concat()}>{ earlier.unit.made.human() }{ ", " }{ earlier.speaker.name }</a>
                        }
                        { ": " }{ link.reason }
                    </li>
                }
            </ul>
        </li>
    }
}

/// "reaffirms" as the first word of a sentence.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
