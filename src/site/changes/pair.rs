//! What differs between two versions, section by section.

use yew::prelude::*;

use super::{Ground, entries};
use crate::versions::{self, Changes, Difference, Names, Record, Sort, words};

/// What the parts of such a page are made from.
pub(super) struct Told<'a> {
    pub(super) ground: &'a Ground<'a>,
    /// The way from the page to the root.
    pub(super) root: &'static str,
    /// Names of the earlier and of the later version.
    pub(super) old: Names<'a>,
    pub(super) new: Names<'a>,
}

/// The page of two versions.
pub(super) fn between(ground: &Ground, before: &Record, after: &Record) -> Html {
    let changes = versions::since(before, after);
    let told = Told {
        ground,
        root: "../../../",
        old: Names::of(before),
        new: Names::of(after),
    };
    html! {
        <article class="sheet wide diff" data-from={before.version.clone()} data-to={after.version.clone()}>
            <h1>{ "What changed from one version to another" }</h1>
            <p class="meaning">
                { "From version " }<code>{ before.version.clone() }</code>{ " to version " }<code>{ after.version.clone() }</code>
                { ". " }<a href="../../">{ "All versions" }</a>{ ". " }
                <a href="../">{ "Changes since the first of the two" }</a>{ "." }
            </p>
            { body(&told, &changes) }
        </article>
    }
}

/// The page of a version and that of this build.
pub(super) fn since(
    ground: &Ground,
    version: &str,
    before: Option<&Record>,
    current: &Record,
    later: &[&str],
) -> Html {
    let now = version == current.version;
    html! {
        <article class="sheet wide diff" data-from={version.to_owned()} data-to={current.version.clone()}>
            <h1>{ "What changed since a version" }</h1>
            <p class="meaning">
                { "Since version " }<code>{ version.to_owned() }</code>
                if now {
                    { ", which is the one shown here" }
                } else {
                    { ", up to version " }<code>{ current.version.clone() }</code>{ ", which is the one shown here" }
                }
                { ". " }<a href="../">{ "All versions" }</a>{ "." }
            </p>
            if now {
                <p class="summary">{ "Nothing has changed since." }</p>
            } else if let Some(before) = before {
                { whole(ground, before, current) }
                { each(version, later) }
            } else {
                <p class="summary">{ "The records of that version were not kept, so what changed since cannot be listed." }</p>
            }
        </article>
    }
}

fn whole(ground: &Ground, before: &Record, current: &Record) -> Html {
    let changes = versions::since(before, current);
    let told = Told {
        ground,
        root: "../../",
        old: Names::of(before),
        new: Names::of(current),
    };
    body(&told, &changes)
}

/// Ways to what lies between that version and each later one.
fn each(version: &str, later: &[&str]) -> Html {
    html! {
        <section aria-labelledby="each">
            <h2 id="each">{ "To one version only" }</h2>
            <p class="basis">{ "These addresses go on showing the same two versions, whatever is published later." }</p>
            <ul class="plain-list">
                for to in later {
                    <li key={(*to).to_owned()}><a href={[*to, "/"].concat()}>{ "From " }{ version.to_owned() }{ " to " }{ (*to).to_owned() }</a></li>
                }
            </ul>
        </section>
    }
}

/// Whether anything changed whose words are shown side by side.
fn has_wording(all: &Changes) -> bool {
    let words = |fields: &[Difference]| fields.iter().any(|it| it.sort == Sort::Words);
    all.units.changed.iter().any(|it| words(&it.fields))
        || all.articles.changed.iter().any(|it| words(&it.fields))
        || all.threads.changed.iter().any(|it| words(&it.fields))
        || all.answers.changed.iter().any(|it| words(&it.fields))
        || all.links.changed.iter().any(|it| words(&it.fields))
        || all.contexts.changed.iter().any(|it| words(&it.fields))
        || all.names.changed.iter().any(|it| words(&it.fields))
}

fn body(told: &Told, changes: &Changes) -> Html {
    let counts = changes.counts();
    html! {
        <>
            <p class="summary">{ words::all(&counts) }</p>
            if counts.is_empty() {
                <p>{ "What two versions of one corpus can differ in besides, such as aliases of bodies or where a quotation stands in its text, is not compared here." }</p>
            }
            if has_wording(changes) {
                <p class="basis">{ "Where wording differs: struck through, only before; underlined, only after." }</p>
            }
            { entries::units(told, &changes.units) }
            { entries::articles(told, &changes.articles) }
            { entries::questions(told, changes) }
            { entries::contexts(told, &changes.contexts) }
            { entries::names(told, &changes.names) }
        </>
    }
}
