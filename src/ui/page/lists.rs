//! Everything of a kind in one list: articles, themes, speakers, questions.
//!
//! In: the library and which list. Out: a page at the address that its entries stand under, so
//! that an address cut short leads to it. Invariant: with these, everything in the corpus is at
//! most three links from the front page, without a script.

use yew::prelude::*;

use super::{article, parts, speaker};
use crate::corpus::model::{Actor, ActorKind, ArticleNo, Corpus};
use crate::explore::facet::Facet;
use crate::explore::results::{Count, Results};
use crate::explore::thread::course;
use crate::explore::view::View;
use crate::explore::words;
use crate::ui::library::Library;
use crate::ui::text::time;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Articles, newest first.
    Articles,
    /// Themes, in the corpus's order.
    Themes,
    /// Speakers, by name.
    Speakers,
    /// Questions, in the corpus's order.
    Threads,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Articles, Self::Themes, Self::Speakers, Self::Threads];

    /// The folder that the list and its entries stand in.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Articles => "article",
            Self::Themes => "theme",
            Self::Speakers => "speaker",
            Self::Threads => "thread",
        }
    }

    /// What the list is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Articles => "Articles",
            Self::Themes => "Themes",
            Self::Speakers => "Speakers",
            Self::Threads => "Questions through the years",
        }
    }

    /// What is in it, in a sentence.
    pub fn says(self, corpus: &Corpus) -> String {
        let n = |n: usize, one, many| words::n_of(n as u32, one, many);
        match self {
            Self::Articles => {
                let n = n(corpus.articles.len(), "article", "articles");
                [&n, ", newest first, and how much was coded in each."].concat()
            }
            Self::Themes => {
                let n = n(corpus.themes.len(), "policy area", "policy areas");
                [&n, ". A statement has one to three of them."].concat()
            }
            Self::Speakers => {
                let n = n(corpus.actors.len(), "speaker", "speakers");
                [&n, ": people, parties and other organisations."].concat()
            }
            Self::Threads => {
                let n = n(corpus.threads.len(), "question", "questions");
                [&n, " that were answered more than once over the years."].concat()
            }
        }
    }
}

/// The page's own part.
pub(super) fn view(library: Library, list: List) -> Html {
    let results = || library.answer(&View::default()).results;
    html! {
        <article class="sheet" data-list={list.folder()}>
            <h1>{ list.title() }</h1>
            <p class="lede">{ list.says(library.corpus) }</p>
            { match list {
                List::Articles => articles(library),
                List::Themes => themes(library, &results()),
                List::Speakers => speakers(library, &results()),
                List::Threads => threads(library),
            } }
        </article>
    }
}

fn articles(library: Library) -> Html {
    let corpus = library.corpus;
    let numbered = (0..).map(ArticleNo).zip(&corpus.articles);
    let mut newest: Vec<_> = numbered.collect();
    newest.reverse();
    html! {
        <ol class="catalogue">
            for (no, it) in newest {
                <li key={it.id}>
                    <a href={[it.id, "/"].concat()}>{ it.title }</a>
                    <span class="beside">
                        { Facet::Outlet.value_label(corpus, it.outlet.0) }{ ", " }{ time(it.published) }{ " · " }
                        { parts::counted(parts::count(library, article::unit_numbers(library, no))) }
                    </span>
                </li>
            }
        </ol>
    }
}

fn count(results: &Results, facet: Facet, value: usize) -> Count {
    let counts = results.counts.get(facet as usize);
    let count = counts.and_then(|it| it.get(value)).copied();
    count.unwrap_or_default()
}

fn themes(library: Library, results: &Results) -> Html {
    html! {
        <ol class="catalogue">
            for (no, it) in library.corpus.themes.iter().enumerate() {
                <li key={it.id}>
                    <a href={[it.id, "/"].concat()}>{ it.label }</a>
                    <span class="beside">{ parts::counted(count(results, Facet::Theme, no)) }</span>
                    <span class="beside">{ it.definition }</span>
                </li>
            }
        </ol>
    }
}

fn speakers(library: Library, results: &Results) -> Html {
    let actors = || library.corpus.actors.iter().enumerate();
    let spoke = |no: usize| {
        let count = count(results, Facet::Speaker, no);
        count.pledges + count.others > 0
    };
    let line = |(no, it): (usize, &Actor<'static>)| {
        html! {
            <li key={it.id}>
                <a href={[it.id, "/"].concat()}>{ it.name }</a>
                <span class="beside">
                    { last_office(it) }
                    if spoke(no) { { " · " }{ parts::counted(count(results, Facet::Speaker, no)) } }
                </span>
            </li>
        }
    };
    html! {
        <>
            <h2>{ "In politics" }</h2>
            <ol class="catalogue">for it in actors().filter(|(no, _)| spoke(*no)) { { line(it) } }</ol>
            if actors().any(|(no, _)| !spoke(no)) {
                <h2>{ "Outside politics" }</h2>
                <p class="basis">{ "What they said is kept as context, and never counted." }</p>
                <ol class="catalogue">for it in actors().filter(|(no, _)| !spoke(*no)) { { line(it) } }</ol>
            }
        </>
    }
}

/// What tells a speaker apart: the last office here, or what kind of speaker it is.
fn last_office(actor: &Actor<'static>) -> &'static str {
    let office = actor.roles.last().map_or("", |role| role.title);
    if office.is_empty() || actor.kind != ActorKind::Person {
        return speaker::kind(actor);
    }
    office
}

fn threads(library: Library) -> Html {
    html! {
        <ol class="catalogue">
            for it in &library.corpus.threads {
                <li key={it.id}>
                    <a href={[it.id, "/"].concat()}>{ it.question }</a>
                    <span class="beside">
                        { words::n_of(it.entries.len() as u32, "answer", "answers") }
                        if let Some(relation) = course(library.corpus, it) { { " · " }{ words::course(relation) } }
                        if let Some(last) = it.entries.last().and_then(|it| library.unit(it.unit)) {
                            { " · Last word, " }{ time(last.unit.made) }{ ", " }{ last.speaker.name }{ ": " }{ last.unit.statement }
                        }
                    </span>
                </li>
            }
        </ol>
    }
}
