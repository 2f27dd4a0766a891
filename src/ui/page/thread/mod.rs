//! One question through the years: the picture, what changed and what did not, then every answer
//! with its words, and how it bears on earlier ones.

mod answer;
mod changes;

use std::rc::Rc;

use yew::prelude::*;

use super::to;
use crate::chart::{self, Key};
use crate::corpus::model::{Thread, ThreadNo};
use crate::explore::series::Path;
use crate::explore::thread::path;
use crate::explore::words;
use crate::ui::drawing::Drawing;
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
            { changes::view(library, thread) }
            <section aria-labelledby="answers">
                <h2 id="answers">{ "Every answer, in order of time" }</h2>
                <ol class="answers">
                    for entry in &thread.entries { { answer::view(library, thread, entry) } }
                </ol>
            </section>
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
                { " · " }<a href={to::builder("thread", thread.id)}>{ "Embed" }</a>
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
