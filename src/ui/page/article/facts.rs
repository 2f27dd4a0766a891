//! What is known of an article, and what that rests on.

use yew::prelude::*;

use crate::corpus::model::{Article, Outlet};
use crate::ui::page::parts::{basis_of, fact};
use crate::ui::text::time;

/// The facts of publication, as a list.
pub(super) fn facts(article: &'static Article<'static>, outlet: Option<&Outlet<'static>>) -> Html {
    let name = outlet.map_or("", |it| it.name);
    let home = outlet.map_or("", |it| it.url);
    html! {
        <dl class="facts">
            { fact("Title", html! { <>{ article.title }{ basis_of(article.title_basis) }</> }) }
            { fact("Published in", if home.is_empty() { html! { <>{ name }</> } } else { html! { <a href={home} rel="noopener">{ name }</a> } }) }
            if !article.authors.is_empty() { { fact("By", html! { <>{ article.authors.join(", ") }</> }) } }
            { fact("Published on", html! { <>{ time(article.published) }{ basis_of(article.published_basis) }</> }) }
            { fact("Source", source(article)) }
            if !article.archived_url.is_empty() {
                { fact("Archived copy", html! { <a href={article.archived_url} rel="noopener">{ host(article.archived_url) }</a> }) }
            }
            { fact("Text it was coded from", html! { <>
                if article.text.is_some() { <a href="text.txt">{ "text.txt" }</a>{ ", " } }
                { "SHA-256 " }<code class="checksum">{ article.source_sha256 }</code>
            </> }) }
        </dl>
    }
}

fn source(article: &Article<'static>) -> Html {
    if article.url.is_empty() {
        return html! { <>{ "No address is known" }{ basis_of(article.url_note) }</> };
    }
    html! {
        <>
            <a class="source" href={article.url} rel="noopener">{ "Read it at " }{ host(article.url) }</a>
            { basis_of(article.url_note) }
        </>
    }
}

/// The host of an address, without what every host begins with.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |it| it.1);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
