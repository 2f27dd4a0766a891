//! One question in a frame: its picture, the first word and the last.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{Marked, drawings};
use super::foot::{foot, out};
use super::unit;
use crate::chart::{self, Key};
use crate::corpus::model::{Entry, ThreadNo};
use crate::explore::table;
use crate::explore::thread::{basis, path};
use crate::explore::words;
use crate::ui::chart_figure::rows;
use crate::ui::library::Library;

/// The view.
pub(super) fn view(library: Library, no: ThreadNo, root: &AttrValue) -> Html {
    let corpus = library.corpus;
    let (Some(thread), Some(path)) = (corpus.threads.get(no.index()), path(corpus, no)) else {
        return html! {};
    };
    let page = ["thread/", thread.id, "/"].concat();
    let link = {
        let root = root.clone();
        Callback::from(move |key: Key| match key {
            Key::Unit(no) => library
                .unit(no)
                .map(|it| AttrValue::from([&root, "pledge/", it.unit.id, "/"].concat())),
            _ => None,
        })
    };
    let picture = |width| Rc::new(chart::path(&path, width));
    html! {
        <>
            <main data-thread={thread.id}>
                <h1>{ thread.question }</h1>
                <figure data-chart="thread">
                    <figcaption>{ words::path(&path) }</figcaption>
                    { drawings(picture, thread.question, &Marked(Some(link))) }
                    <details>
                        <summary>{ "Read as a table" }</summary>
                        { rows(&table::path(&path)) }
                    </details>
                </figure>
                <div class="ends">
                    if thread.entries.len() > 1 {
                        { end(library, root, "First word", thread.entries.first()) }
                    }
                    { end(library, root, "Last word", thread.entries.last()) }
                </div>
            </main>
            { foot(library, root, &page, &words::basis(basis(corpus, thread), crate::explore::series::Counting::All)) }
        </>
    }
}

fn end(library: Library, root: &str, name: &'static str, entry: Option<&Entry<'static>>) -> Html {
    let Some(it) = entry.and_then(|it| library.unit(it.unit)) else {
        return html! { <div key={name}></div> };
    };
    html! {
        <section key={name} data-unit={it.unit.id}>
            <h2>{ name }</h2>
            <p class="gist">{ out([root, "pledge/", it.unit.id, "/"].concat(), it.unit.statement) }</p>
            { unit::quotation(it, 1) }
            { unit::by(it) }
        </section>
    }
}
