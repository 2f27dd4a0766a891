//! Positions that moved: the first thread told in the words of each year, the others in
//! a line each.
//!
//! This is what a first-time reader sees, so it stands above the search and needs no
//! program: every line is a link.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::Drawing;
use super::library::{Library, Sourced};
use super::text::time;
use crate::chart;
use crate::corpus::model::{Directness, Entry, Thread, ThreadNo};
use crate::explore::results::span;
use crate::explore::thread::{course, headlines, path};
use crate::explore::words;

/// Size of a miniature, in px.
const MINI: (u32, u32) = (220, 92);

/// The whole section.
pub fn story(library: Library) -> Html {
    let threads = library.corpus.threads.iter().enumerate();
    let mut threads = threads.map(|(no, thread)| (ThreadNo(no as u32), thread));
    let Some((_, lead)) = threads.next() else {
        return html! { <section class="story" /> };
    };
    html! {
        <section class="story" aria-labelledby="story-title">
            <h2 id="story-title"><a href={page_of(lead)}>{ lead.question }</a></h2>
            <ol class="headlines">
                for entry in headlines(library.corpus, lead) {
                    { headline(library, entry) }
                }
            </ol>
            <h2 class="others-title">{ "Other positions over the years" }</h2>
            <ol class="threads">
                for (no, thread) in threads {
                    { line(library, no, thread) }
                }
            </ol>
        </section>
    }
}

/// The address of a thread's page, from the explore page.
pub fn page_of(thread: &Thread) -> String {
    ["thread/", thread.id, "/"].concat()
}

fn headline(library: Library, entry: &Entry<'static>) -> Html {
    let Some(it) = library.unit(entry.unit) else {
        return html! { <li key={entry.unit.0} /> };
    };
    let quote = it.unit.evidence.first().map_or("", |it| it.quote);
    html! {
        <li key={entry.unit.0} class="headline">
            <p class="year">{ it.unit.made.year() }</p>
            <blockquote><q>{ quote }</q></blockquote>
            <p class="gist"><a href={["pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a></p>
            <p class="who">{ who(it) }</p>
        </li>
    }
}

/// Who said it from which office; whose words they are when not the speaker's own.
fn who(it: Sourced) -> Html {
    let office = words::office(it.unit, it.speaker);
    html! {
        <>
            <b>{ it.speaker.name }</b>
            if !office.is_empty() { { ", " }{ office } }
            { match it.unit.directness {
                Directness::DirectQuote => "",
                Directness::JournalistSummary => "; in the words of ",
                _ => "; as reported by ",
            } }
            if it.unit.directness != Directness::DirectQuote { { it.outlet.name } }
        </>
    }
}

fn line(library: Library, no: ThreadNo, thread: &'static Thread<'static>) -> Html {
    let path = path(library.corpus, no);
    let domain = span(library.corpus).unwrap_or_default();
    let last = thread
        .entries
        .last()
        .and_then(|entry| library.unit(entry.unit));
    html! {
        <li key={thread.id} class="thread">
            <a class="question" href={page_of(thread)}>{ thread.question }</a>
            <span class="mini">
                if let Some(path) = path {
                    <Drawing picture={Rc::new(chart::mini(&path, domain, MINI.0, MINI.1))} label={thread.label} />
                }
            </span>
            <span class="last">
                if let Some(relation) = course(library.corpus, thread) {
                    <span class="course">{ words::course(relation) }</span>{ ". " }
                }
                if let Some(it) = last {
                    { "Last word, " }{ time(it.unit.made) }{ ", " }{ it.speaker.name }{ ": " }
                    <a href={["pledge/", it.unit.id, "/"].concat()}>{ it.unit.statement }</a>
                }
            </span>
        </li>
    }
}
