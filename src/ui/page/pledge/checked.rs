//! What is known of the quotations' places in the source, by which rule, and of which text.
//!
//! Where the build was given the text, the section carries all that `assets/page.js` needs to
//! repeat the check in the reader's browser. Invariant: nothing passes as more than it is.

use yew::prelude::*;

use crate::corpus::model::{Check, Evidence};
use crate::explore::words::thousands;
use crate::ui::library::Sourced;
use crate::ui::page::to;
use crate::ui::text::time;

/// The check of every quotation.
pub(super) fn view(it: Sourced) -> Html {
    let text = it
        .article
        .text
        .map(|_| to::article(it.article.id, "text.txt"));
    let sum = it.article.source_sha256;
    html! {
        <section class="checked" aria-labelledby="checked" data-text={text} data-sha256={sum}>
            <h2 id="checked">{ "The words, checked" }</h2>
            <ol class="checks">
                for (place, evidence) in it.unit.evidence.iter().enumerate() {
                    { check(place, evidence) }
                }
            </ol>
            <p class="basis">
                { "A quotation is found when the text has it exactly once; only white space, the form of quotation marks and the encoding of accents may differ. " }
                <a href={to::definition("rule", "")}>{ "The rule" }</a>{ "." }
            </p>
            if !sum.is_empty() {
                <p class="basis">{ "Checksum of the text (SHA-256): " }<code class="sum">{ sum }</code></p>
            }
        </section>
    }
}

/// What is known of a quotation, and nothing more.
fn check(place: usize, evidence: &'static Evidence<'static>) -> Html {
    let found = match evidence.check {
        Check::Exact => html! { <>{ "Found in the text of the article by this build" }</> },
        Check::Recorded(day) => {
            html! { <>{ "Found in the text of the article on " }{ time(day) }{ "; quotation and text unchanged since" }</> }
        }
        Check::Unchecked => html! { <>{ "Not yet checked against the text of the article" }</> },
    };
    let around = |words: &'static str| (!words.is_empty()).then_some(words);
    html! {
        <li key={place} data-quote={evidence.quote} data-prefix={around(evidence.prefix)} data-suffix={around(evidence.suffix)}>
            { found }
            if let (Some(start), Some(end)) = (evidence.start, evidence.end) {
                { ", characters " }{ thousands(start + 1) }{ " to " }{ thousands(end) }
            }
            { "." }
        </li>
    }
}
