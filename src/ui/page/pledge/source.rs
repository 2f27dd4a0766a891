//! The way from a unit to where its words stand: the publisher's page at the passage, an
//! archived copy, our own page of the article.
//!
//! Invariant: the nearest to the source comes first; where an archive is known, both links say
//! of each other what they lead to, by the attributes of Robust Links.

use yew::prelude::*;

use crate::explore::fragment::{archived_on, passages};
use crate::ui::library::Sourced;
use crate::ui::page::to;

/// The ways there are.
pub(super) fn view(it: Sourced) -> Html {
    html! {
        <section class="ways" aria-labelledby="source">
            <h2 id="source">{ "To the source" }</h2>
            <ol>
                if !it.article.url.is_empty() { { live(it) } }
                if !it.article.archived_url.is_empty() { { archived(it) } }
                { own(it) }
            </ol>
        </section>
    }
}

/// The publisher's page, which browsers open at the passage and mark it.
fn live(it: Sourced) -> Html {
    let (url, archive) = (it.article.url, it.article.archived_url);
    let known = !archive.is_empty();
    html! {
        <li key="live">
            <a class="source" href={at_passage(it, url)} rel="noopener" cite={url}
                data-versionurl={known.then_some(archive)} data-versiondate={known.then(|| archived_on(archive)).flatten()}
            >{ "The passage in the article" }</a>
            { " at " }{ host(url) }
            if !it.article.url_note.is_empty() { <span class="basis">{ " (" }{ it.article.url_note.trim_end_matches('.') }{ ")" }</span> }
        </li>
    }
}

fn archived(it: Sourced) -> Html {
    let (url, archive) = (it.article.url, it.article.archived_url);
    html! {
        <li key="archived">
            <a class="source" href={at_passage(it, archive)} rel="noopener" cite={archive}
                data-originalurl={(!url.is_empty()).then_some(url)} data-versiondate={archived_on(archive)}
            >{ "The passage in an archived copy" }</a>
            { " at " }{ host(archive) }
        </li>
    }
}

/// Our page of the article: the whole text where the build was given it.
fn own(it: Sourced) -> Html {
    let what = if it.article.text.is_some() {
        "The passage in the text that it was taken from"
    } else {
        "The quotation among all others of the article"
    };
    let part = ["#quote-", it.unit.id].concat();
    html! { <li key="own"><a href={to::article(it.article.id, &part)}>{ what }</a>{ ", on this site" }</li> }
}

fn at_passage(it: Sourced, address: &str) -> String {
    let plain = address.split('#').next().unwrap_or_default();
    [plain, &passages(&it.unit.evidence).unwrap_or_default()].concat()
}

/// "www.example.org" of a whole address.
fn host(address: &'static str) -> &'static str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
