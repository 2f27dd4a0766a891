//! Every version, newest first, and what each brought.

use yew::prelude::*;

use super::{Ground, TITLE};
use crate::corpus::date::Date;
use crate::explore::words::n_of;
use crate::ui::text::time;
use crate::versions::{Version, Versions, words};

/// The page's own part.
pub(super) fn view(
    ground: &Ground,
    versions: &Versions,
    between: &dyn Fn(&str, &str) -> bool,
) -> Html {
    let n = n_of(versions.all.len() as u32, "version", "versions");
    let only = versions.all.len() == 1;
    html! {
        <article class="sheet" data-versions={versions.all.len().to_string()}>
            <h1>{ TITLE }</h1>
            <p class="lede">
                { "The version of a corpus is made from its content: two copies of the same version hold the same records. " }
                if only {
                    { "This is the first version that is listed here, so there are no changes to show yet." }
                } else {
                    { n }{ " are listed here, newest first, each with what it brought." }
                }
            </p>
            <ol class="catalogue versions" reversed=true>
                for it in versions.all.iter().rev() { { entry(ground, it, between) } }
            </ol>
            <p class="basis">
                { "The same for programs: " }<a href="../versions.json">{ "versions.json" }</a>
                { ", and a file of records for each version." }
            </p>
        </article>
    }
}

fn entry(ground: &Ground, it: &Version, between: &dyn Fn(&str, &str) -> bool) -> Html {
    let current = it.version == ground.current();
    let id = it.version.clone();
    html! {
        <li key={id.clone()} id={["v-", &id].concat()}>
            <b>{ "Version " }<code>{ id.clone() }</code></b>
            if current { { " · the one shown here" } }
            <span class="beside">{ holds(it) }</span>
            { brought(it, between) }
            if !current {
                <span class="beside"><a href={[&id, "/"].concat()}>{ "What changed since then" }</a></span>
            }
        </li>
    }
}

/// How much is in it, and how recent it is.
fn holds(it: &Version) -> Html {
    let day = |text: &str| Date::parse(text).ok();
    html! {
        <>
            { n_of(it.pledges, "pledge", "pledges") }{ " among " }{ n_of(it.units, "statement", "statements") }
            { " in " }{ n_of(it.articles, "article", "articles") }
            if let Some(newest) = day(&it.newest) { { ", the newest of " }{ time(newest) } }
            if let Some(checked) = day(&it.checked) { { " · quotations last checked on " }{ time(checked) } }
        </>
    }
}

fn brought(it: &Version, between: &dyn Fn(&str, &str) -> bool) -> Html {
    let Some(counts) = it.brought.filter(|_| !it.since.is_empty()) else {
        return html! { <></> };
    };
    let said = words::all(&counts);
    html! {
        <span class="beside">
            if between(&it.since, &it.version) {
                <a href={[&it.since, "/", &it.version, "/"].concat()}>{ "Brought" }</a>{ ": " }{ said }
            } else {
                { "Brought: " }{ said }
            }
        </span>
    }
}
