//! One article: when and where it was published and what that rests on, our summary, what was
//! coded in it, what others said in it, and its words.
//!
//! In: the library and an article. Out: its page. Invariant: each unit stands once, as
//! `<article id="unit-…">`, and each of its quotations as `#quote-…`, linked both ways.

mod facts;
mod source;

use yew::prelude::*;

use super::parts::{self, Beside};
use crate::corpus::model::{Article, ArticleNo, Context, UnitNo};
use crate::explore::words;
use crate::ui::library::{Library, Sourced};
use crate::ui::text::time;
use source::{Quoted, quote_id};

/// The page's own part.
pub(super) fn view(library: Library, no: ArticleNo) -> Html {
    let Some(article) = library.corpus.articles.get(no.index()) else {
        return html! {};
    };
    let units = units(library, no);
    let contexts = contexts(library, no);
    let quoted = source::quoted(&units, &contexts);
    let outlet = library.corpus.outlets.get(article.outlet.index());
    html! {
        <article class="sheet article" data-article={article.id}>
            <p class="labels">
                <span>{ outlet.map_or("", |it| it.name) }</span>{ " · " }{ time(article.published) }
            </p>
            <h1>{ article.title }</h1>
            <p class="summary">{ article.summary }</p>
            { contents(library, no, &contexts, article) }
            { facts::facts(article, outlet) }
            <section aria-labelledby="statements-title">
                <h2 id="statements-title">{ "What politicians said" }</h2>
                if units.is_empty() { <p>{ "No statement of a politician was found in this article." }</p> }
                <ol class="entries">
                    for it in &units {
                        <li key={it.unit.id}>{ parts::unit(*it, "../../", Beside::Article, quotes(it.unit.id, &quoted)) }</li>
                    }
                </ol>
            </section>
            { others(library, &contexts, &quoted) }
            { source::section(article, &quoted) }
            { questions(library, no) }
            { neighbours(library, no) }
        </article>
    }
}

/// The numbers of the units of an article, which stand together.
pub(super) fn unit_numbers(library: Library, no: ArticleNo) -> impl Iterator<Item = UnitNo> {
    let units = &library.corpus.units;
    let first = units.partition_point(|unit| unit.article < no);
    let end = units.partition_point(|unit| unit.article <= no);
    (first as u32..end as u32).map(UnitNo)
}

fn units(library: Library, no: ArticleNo) -> Vec<Sourced> {
    let numbers = unit_numbers(library, no);
    numbers.filter_map(|no| library.unit(no)).collect()
}

fn contexts(library: Library, no: ArticleNo) -> Vec<&'static Context<'static>> {
    let contexts = &library.corpus.contexts;
    let first = contexts.partition_point(|context| context.article < no);
    let own = contexts.iter().skip(first);
    own.take_while(|context| context.article == no).collect()
}

/// How much was found, with a way to each part of the page.
fn contents(library: Library, no: ArticleNo, contexts: &[&Context], article: &Article) -> Html {
    let count = parts::count(library, unit_numbers(library, no));
    let n = contexts.len() as u32;
    html! {
        <p class="counted">
            <a href="#statements-title">{ parts::counted(count) }</a>
            if n > 0 {
                { "; " }<a href="#others-title">{ words::n_of(n, "statement of others", "statements of others") }</a>{ ", not counted" }
            }
            { "; " }<a href="#text">{ if article.text.is_some() { "the whole text" } else { "all quotations in order" } }</a>{ "." }
        </p>
    }
}

/// The quotations of a statement, each with the way to its place in the text.
fn quotes(id: &str, quoted: &[Quoted]) -> Html {
    let own = quoted.iter().filter(|it| it.id == id);
    html! {
        for (no, it) in own.enumerate() {
            <p key={no}>
                <q>{ it.evidence.quote }</q>{ " " }
                <a class="to-text" href={["#", &quote_id(it.id, no)].concat()} aria-label={["in the text: ", &it.label, if no > 0 { ", another quotation" } else { "" }].concat()}>{ "in the text: " }{ &it.label }</a>
            </p>
        }
    }
}

/// Statements from outside politics.
fn others(library: Library, contexts: &[&'static Context<'static>], quoted: &[Quoted]) -> Html {
    if contexts.is_empty() {
        return html! { <></> };
    }
    html! {
        <section class="others" aria-labelledby="others-title">
            <h2 id="others-title">{ "What others said" }</h2>
            <p class="basis">{ "People and organisations outside politics. Kept as context, and not counted as pledges or statements anywhere." }</p>
            <ol class="entries">
                for it in contexts {
                    <li key={it.id}>{ context(library, it, "../../", quotes(it.id, quoted)) }</li>
                }
            </ol>
        </section>
    }
}

/// One statement from outside politics.
pub(super) fn context(
    library: Library,
    it: &'static Context<'static>,
    root: &str,
    quotes: Html,
) -> Html {
    let actor = library.corpus.actors.get(it.actor.index());
    html! {
        <article class="entry aside" data-context={it.id} id={["context-", it.id].concat()}>
            <h3>{ it.gist }</h3>
            <blockquote>{ quotes }</blockquote>
            <p class="origin">
                if let Some(actor) = actor {
                    <b><a href={[root, "speaker/", actor.id, "/"].concat()}>{ actor.name }</a></b>
                }
                if !it.role.is_empty() { { ", " }{ it.role } }
                { " · Context, not counted" }
            </p>
        </article>
    }
}

fn questions(library: Library, no: ArticleNo) -> Html {
    let threads = parts::threads_of(library, unit_numbers(library, no));
    if threads.is_empty() {
        return html! { <></> };
    }
    html! {
        <section aria-labelledby="questions-title">
            <h2 id="questions-title">{ "Questions that it answers" }</h2>
            { parts::threads(library, &threads) }
        </section>
    }
}

/// The articles before and after it in time.
fn neighbours(library: Library, no: ArticleNo) -> Html {
    let articles = &library.corpus.articles;
    let link = |words: &'static str, rel: &'static str, article: Option<&Article<'static>>| {
        let Some(article) = article else {
            return html! { <></> };
        };
        html! {
            <li key={words}>
                { words }
                <a {rel} href={["../../article/", article.id, "/"].concat()}>{ article.title }</a>
                { ", " }{ time(article.published) }
            </li>
        }
    };
    let before = no.index().checked_sub(1).and_then(|no| articles.get(no));
    html! {
        <nav class="neighbours" aria-label="Articles in order of time">
            <ul class="plain-list">
                { link("Before: ", "prev", before) }
                { link("After: ", "next", articles.get(no.index() + 1)) }
            </ul>
        </nav>
    }
}
