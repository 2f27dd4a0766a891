//! The place of a unit in each of its threads: where it stands between the poles, what it does
//! to earlier statements, and what later ones do to it, with both quotations.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{self, Key, Mark, Picture};
use crate::corpus::model::{Link, Relation, Thread, ThreadNo, UnitNo};
use crate::explore::thread::path;
use crate::explore::words;
use crate::ui::drawing::Drawing;
use crate::ui::library::{Library, Sourced};
use crate::ui::page::{compared, to};
use crate::ui::text::time;

/// Size of a miniature, in px.
const MINI: (u32, u32) = (300, 104);

/// A longer thread is drawn on its own page only.
const DRAWN: usize = 60;

/// Its threads, in their order.
pub(super) fn view(library: Library, no: UnitNo, it: Sourced) -> Html {
    let threads = it.unit.threads.iter();
    let threads = threads
        .filter_map(|thread| Some((*thread, library.corpus.threads.get(thread.index())?)))
        .map(|(at, thread)| one(library, at, thread, no, it));
    let threads: Vec<Html> = threads.collect();
    if threads.is_empty() {
        return html! { <></> };
    }
    html! {
        <section class="in-threads" aria-labelledby="over-time">
            <h2 id="over-time">{ "Over the years" }</h2>
            { threads }
        </section>
    }
}

fn one(
    library: Library,
    at: ThreadNo,
    thread: &'static Thread<'static>,
    no: UnitNo,
    it: Sourced,
) -> Html {
    let entry = thread.entries.iter().find(|entry| entry.unit == no);
    let bearing = |link: &&Link| link.from == no || link.to == no;
    html! {
        <section key={thread.id} class="in-thread" aria-labelledby={["in-", thread.id].concat()}>
            <div class="stand">
                <div>
                    <h3 id={["in-", thread.id].concat()}><a href={to::thread(thread.id)}>{ thread.question }</a></h3>
                    if let Some(entry) = entry {
                        <p>{ "Stands " }{ words::place(entry.at, thread.poles) }{ ". " }<span class="basis">{ entry.note }</span></p>
                    }
                </div>
                { mini(library, at, thread, no) }
            </div>
            <ul class="bearings">
                for (place, link) in thread.links.iter().filter(bearing).enumerate() {
                    { told(library, place, link, no, it) }
                }
            </ul>
        </section>
    }
}

/// The thread's path, this unit ringed.
fn mini(library: Library, at: ThreadNo, thread: &'static Thread<'static>, no: UnitNo) -> Html {
    let path = path(library.corpus, at).filter(|path| path.points.len() <= DRAWN);
    let Some(path) = path else {
        return html! { <></> };
    };
    let years = chart::path::years(&path);
    let mut picture = chart::mini(&path, years, MINI.0, MINI.1);
    ring(&mut picture, no);
    let label = [
        thread.label,
        ": ",
        &words::path(&path),
        " This statement is ringed.",
    ];
    html! { <a class="mini" href={to::thread(thread.id)} tabindex="-1"><Drawing picture={Rc::new(picture)} label={label.concat()} /></a> }
}

fn ring(picture: &mut Picture, no: UnitNo) {
    for mark in &mut picture.marks {
        if let Mark::Group(tag, _) = mark
            && tag.key == Key::Unit(no)
        {
            tag.class = "point here";
        }
    }
}

/// One link of a thread, told from this unit's side.
fn told(
    library: Library,
    place: usize,
    link: &'static Link<'static>,
    no: UnitNo,
    it: Sourced,
) -> Html {
    let is_later = link.from == no;
    let other = library.unit(if is_later { link.to } else { link.from });
    let Some(other) = other else {
        return html! { <li key={place} /> };
    };
    let (subject, object, earlier, later) = if is_later {
        ("This ", " an earlier statement: ", other, it)
    } else {
        ("A later statement ", " this: ", it, other)
    };
    html! {
        <li key={place} data-relation={link.relation.id()}>
            <p>
                { subject }<b>{ link.relation.id() }</b>{ object }
                <a href={to::pledge(other.unit.id)}>{ other.unit.statement }</a>
                { ", " }{ other.speaker.name }{ ", " }{ time(other.unit.made) }{ ". " }{ link.reason }
                if link.relation == Relation::Supersedes {
                    <span class="basis">{ " (" }{ words::relation_meaning(link.relation) }{ ".)" }</span>
                }
            </p>
            { compared::pair(earlier, later) }
        </li>
    }
}
