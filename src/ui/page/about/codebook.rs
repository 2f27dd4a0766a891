//! The codebook: what counts, how it is coded, and by which rule quotations are checked.
//!
//! In: the library, for examples. Out: a section. Invariant: each kind, directness, theme and
//! relation of the model stands here under its id, so that every label can lead to what it means.

use yew::prelude::*;

use crate::corpus::model::{Directness, Kind, Relation, Theme, Unit};
use crate::explore::facet::{directness_label, kind_label, kind_meaning};
use crate::ui::library::Library;
use crate::ui::page::parts::capital;

/// The whole section.
pub(super) fn section(library: Library) -> Html {
    html! {
        <section aria-labelledby="codebook">
            <h2 id="codebook">{ "Codebook" }</h2>
            <p>{ "A pledge is a commitment to carry out an action or bring about an outcome, such that one can check whether it was done. The definition follows the Comparative Party Pledges Project (Thomson, Royed, Naurin and others, American Journal of Political Science 61(3), 2017). Softer statements are kept beside it and never pass as firm pledges." }</p>
            { kinds(library) }
            { directness(library) }
            <h3 id="statement">{ "Statement, speaker and dates" }</h3>
            <p>{ "The statement is one sentence in our own words that begins with a verb, is neutral and complete without the article, and keeps hedges and conditions. Speaker, office and party are those of the day. What an article ascribes to no named politician belongs to the party or department it names." }</p>
            <p>{ "The day on which words were said is kept apart from the day on which they were published. A date that the article does not print says what it rests on. Figures, conditions and the organisations concerned are coded in fields of their own." }</p>
            <h3 id="context">{ "Context" }</h3>
            <p>{ "What people and organisations outside politics said about a commitment is kept with the same evidence, shown with its article, and never counted." }</p>
            { themes(library) }
            { relations() }
            { rule() }
        </section>
    }
}

fn example(library: Library, fits: impl Fn(&Unit) -> bool) -> Html {
    let Some(unit) = library.corpus.units.iter().find(|unit| fits(unit)) else {
        return html! { <></> };
    };
    html! {
        <p class="example">
            { "For example: " }<a href={["../pledge/", unit.id, "/"].concat()}>{ unit.statement }</a>
            if let Some(evidence) = unit.evidence.first() { { ", from " }<q>{ evidence.quote }</q> }
        </p>
    }
}

fn kinds(library: Library) -> Html {
    html! {
        <>
            <h3 id="kind">{ "Kinds of statement" }</h3>
            <dl class="terms">
                for kind in Kind::ALL {
                    <div key={kind.id()} id={["kind-", kind.id()].concat()} data-kind={kind.id()}>
                        <dt><span class="kind">{ kind_label(kind) }</span></dt>
                        <dd>
                            <p>{ kind_meaning(kind) }{ if kind.counted() { ". Counted as a pledge." } else { "." } }</p>
                            { example(library, |unit| unit.kind == kind) }
                        </dd>
                    </div>
                }
            </dl>
        </>
    }
}

const fn directness_meaning(directness: Directness) -> &'static str {
    match directness {
        Directness::DirectQuote => {
            "At least the decisive words stand in quotation marks in the article."
        }
        Directness::ReportedSpeech => {
            "The article says what the speaker said, without quotation marks."
        }
        Directness::JournalistSummary => {
            "The article sums up what was announced, in the journalist’s words."
        }
        Directness::Recalled => "The article mentions an earlier commitment in passing.",
        Directness::Briefing => "The article has it from people whom it does not name.",
    }
}

fn directness(library: Library) -> Html {
    html! {
        <>
            <h3 id="directness">{ "How it is reported" }</h3>
            <dl class="terms">
                for it in Directness::ALL {
                    <div key={it.id()} id={["directness-", it.id()].concat()}>
                        <dt>{ directness_label(it) }</dt>
                        <dd>
                            <p>{ directness_meaning(it) }</p>
                            { example(library, |unit| unit.directness == it) }
                        </dd>
                    </div>
                }
            </dl>
        </>
    }
}

fn themes(library: Library) -> Html {
    let theme = |it: &Theme<'static>| {
        html! {
            <div key={it.id} id={["theme-", it.id].concat()}>
                <dt><a href={["../theme/", it.id, "/"].concat()}>{ it.label }</a></dt>
                <dd>
                    <p>{ it.definition }</p>
                    if !it.includes.is_empty() { <p class="basis">{ "Counted here: " }{ it.includes }</p> }
                    if !it.excludes.is_empty() { <p class="basis">{ "Counted elsewhere: " }{ it.excludes }</p> }
                </dd>
            </div>
        }
    };
    html! {
        <>
            <h3 id="themes">{ "Themes" }</h3>
            <p>{ "One to three for each statement, the main one first." }</p>
            <dl class="terms">for it in &library.corpus.themes { { theme(it) } }</dl>
        </>
    }
}

/// What a relation says, in a sentence.
const fn relation_meaning(relation: Relation) -> &'static str {
    match relation {
        Relation::Reaffirms => "says the same again.",
        Relation::Extends => "goes further than before.",
        Relation::Narrows => "takes part of it back or limits it.",
        Relation::Softens => "says it less firmly.",
        Relation::Reverses => "says the opposite on the same matter.",
        Relation::Supersedes => {
            "replaces it because time, office or facts moved on; kept apart from reversing it."
        }
        Relation::Implements => "carries it out.",
    }
}

fn relations() -> Html {
    html! {
        <>
            <h3 id="relations">{ "Links between statements" }</h3>
            <p>{ "A question’s answers are placed between its two poles, from -2 to 2, and a later answer may bear on an earlier one. Every place and every link has a reason." }</p>
            <dl class="terms">
                for it in Relation::ALL {
                    <div key={it.id()} id={["relation-", it.id()].concat()}><dt>{ capital(it.id()) }</dt><dd><p>{ "A later statement " }{ relation_meaning(it) }</p></dd></div>
                }
            </dl>
        </>
    }
}

fn rule() -> Html {
    html! {
        <>
            <h3 id="rule">{ "How quotations are checked" }</h3>
            <p>{ "A quotation matches when it is found in the article’s text exactly once, after both have been put through Unicode normalisation form C, runs of white space (no-break spaces included) made one space, and curly quotation marks made straight. Nothing else is folded. A quotation that stands in two places is told apart by the words before or after it; one that stands nowhere is an error." }</p>
            <dl class="terms">
                <div><dt>{ "Exact" }</dt><dd><p>{ "Found in the text by this very build." }</p></dd></div>
                <div><dt>{ "Recorded" }</dt><dd><p>{ "Found on an earlier day; neither quotation nor text has changed since, as the text’s checksum says." }</p></dd></div>
                <div><dt>{ "Unchecked" }</dt><dd><p>{ "Never found, or edited since; it never passes as more." }</p></dd></div>
            </dl>
        </>
    }
}
