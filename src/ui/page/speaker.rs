//! One who speaks: a person, a party or another organisation, the offices held, and what was said
//! from each.
//!
//! In: the library and an actor. Out: the page. Invariant: an office is the one of the day on
//! which the words were said; what people outside politics said is context and never counted.

use yew::prelude::*;

use super::article;
use super::parts::{self, Beside};
use crate::corpus::date::Date;
use crate::corpus::model::{Actor, ActorKind, ActorNo, Context, Role, Side};
use crate::explore::facet::{Facet, side_label};
use crate::ui::library::{Answer, Library};
use crate::ui::text::time;

/// The page's own part.
pub(super) fn view(library: Library, no: ActorNo) -> Html {
    let Some(actor) = library.corpus.actors.get(no.index()) else {
        return html! {};
    };
    let answer = parts::answer(library, Facet::Speaker, no.0);
    let contexts: Vec<&Context> = library
        .corpus
        .contexts
        .iter()
        .filter(|context| context.actor == no)
        .collect();
    html! {
        <article class="sheet" data-speaker={actor.id}>
            <p class="labels"><a href="../">{ kind(actor) }</a>{ party(library, &answer) }</p>
            <h1>{ actor.name }</h1>
            { offices(library, actor) }
            { said(library, actor, &answer) }
            { context(library, actor, &contexts) }
        </article>
    }
}

/// What kind of speaker it is.
pub(super) fn kind(actor: &Actor) -> &'static str {
    match actor.kind {
        ActorKind::Person => "Person",
        ActorKind::Party => "Party",
        ActorKind::Government => "Government",
        ActorKind::Department => "Department",
        ActorKind::Outside => "Outside politics",
    }
}

/// The parties it spoke for.
fn party(library: Library, answer: &Answer) -> Html {
    let counts = answer.results.counts.get(Facet::Party as usize);
    let counts = counts.map(Vec::as_slice).unwrap_or_default();
    let parties = library.corpus.parties.iter().zip(counts);
    let spoken = parties.filter(|(_, count)| count.pledges + count.others > 0);
    html! {
        for (party, _) in spoken {
            <span key={party.id}>{ " · " }{ party.name }</span>
        }
    }
}

fn offices(library: Library, actor: &'static Actor<'static>) -> Html {
    if actor.roles.is_empty() {
        return html! { <></> };
    }
    html! {
        <section aria-labelledby="offices-title">
            <h2 id="offices-title">{ "Offices" }</h2>
            <p class="basis">{ "Those that the statements here were made from, or that bear on them." }</p>
            <dl class="facts">
                for (no, role) in actor.roles.iter().enumerate() {
                    <div key={no}><dt>{ span(role) }</dt><dd>{ role.title }{ standing(library, role) }</dd></div>
                }
            </dl>
        </section>
    }
}

fn span(role: &Role) -> Html {
    let until = |date: Date| html! { <>{ " to " }{ time(date) }</> };
    match (role.from, role.to) {
        (None, None) => html! { <>{ "Dates not known" }</> },
        (None, Some(to)) => html! { <>{ "Until " }{ time(to) }</> },
        (Some(from), None) => html! { <>{ "Since " }{ time(from) }</> },
        (Some(from), Some(to)) => html! { <>{ time(from) }{ until(to) }</> },
    }
}

fn standing(library: Library, role: &Role<'static>) -> Html {
    let party = role
        .party
        .and_then(|no| library.corpus.parties.get(no.index()));
    html! {
        <span class="basis">
            if let Some(party) = party { { ", " }{ party.name } }
            if role.side != Side::Outside { { ", " }{ side_label(role.side).to_lowercase() } }
        </span>
    }
}

fn said(library: Library, actor: &'static Actor<'static>, answer: &Answer) -> Html {
    let results = &answer.results;
    if results.total() == 0 {
        return html! { <></> };
    }
    let explorer = ["../../?speaker=", actor.id].concat();
    let units = results.window(0..results.total());
    let threads = parts::threads_of(library, units.into_iter());
    html! {
        <>
            { parts::basis(results.basis) }
            <p><a href={explorer.clone()}>{ "Search and filter these statements" }</a></p>
            if !threads.is_empty() {
                <section aria-labelledby="questions-title">
                    <h2 id="questions-title">{ "Questions answered" }</h2>
                    { parts::threads(library, &threads) }
                </section>
            }
            <section aria-labelledby="statements-title">
                <h2 id="statements-title">{ "Statements, newest first, with the office of that day" }</h2>
                { parts::units(library, answer, Beside::Speaker, &explorer) }
            </section>
        </>
    }
}

fn context(library: Library, actor: &Actor, contexts: &[&'static Context<'static>]) -> Html {
    if contexts.is_empty() {
        return html! { <></> };
    }
    html! {
        <section class="others" aria-labelledby="context-title">
            <h2 id="context-title">{ "Statements kept as context" }</h2>
            <p class="basis">
                { "What " }{ actor.name }{ " said bears on a commitment, and is not counted as a pledge or statement anywhere." }
            </p>
            <ol class="entries">
                for it in contexts {
                    <li key={it.id}>
                        { article::context(library, it, "../../", parts::quotes(&it.evidence)) }
                        { reported(library, it) }
                    </li>
                }
            </ol>
        </section>
    }
}

/// The article that reports a context statement.
fn reported(library: Library, it: &Context) -> Html {
    let Some(article) = library.corpus.articles.get(it.article.index()) else {
        return html! { <></> };
    };
    html! {
        <p class="origin">
            { "Reported in " }
            <a href={["../../article/", article.id, "/#context-", it.id].concat()}>{ article.title }</a>
            { ", " }{ time(article.published) }
        </p>
    }
}
