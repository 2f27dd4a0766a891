//! What stands where something stood that was withdrawn: why, when, and where to go instead.

use yew::prelude::*;

use super::parts::fact;
use crate::corpus::model::{Corpus, Removed, RemovedKind};
use crate::ui::library::Library;
use crate::ui::text::time;

/// The page's own part.
pub(super) fn view(library: Library, no: u32) -> Html {
    let Some(it) = library.corpus.removed.get(no as usize) else {
        return html! {};
    };
    html! {
        <article class="sheet" data-removed={it.id}>
            <h1>{ title(it.kind) }</h1>
            <p>{ "It stood at this address, " }<code>{ it.kind.folder() }{ "/" }{ it.id }{ "/" }</code>{ ". Its record is no longer part of the corpus and is counted nowhere." }</p>
            <dl class="facts">
                { fact("Withdrawn on", time(it.day)) }
                { fact("Why", html! { <>{ it.reason }</> }) }
                if let Some(title) = instead(library.corpus, it) {
                    { fact("In its place", html! { <a href={["../../", it.kind.folder(), "/", it.replaced_by, "/"].concat()}>{ title }</a> }) }
                }
            </dl>
            <p><a href="../../">{ "Search everything that was said" }</a></p>
        </article>
    }
}

/// What the page is called.
pub(super) const fn title(kind: RemovedKind) -> &'static str {
    match kind {
        RemovedKind::Unit => "This statement was withdrawn",
        RemovedKind::Article => "This article was withdrawn",
        RemovedKind::Thread => "This question was withdrawn",
        RemovedKind::Theme => "This theme was withdrawn",
        RemovedKind::Speaker => "This speaker was withdrawn",
    }
}

/// What the record is called that takes its place, where it has a page.
pub(super) fn instead(corpus: &Corpus<'static>, it: &Removed<'static>) -> Option<&'static str> {
    let id = it.replaced_by;
    match it.kind {
        RemovedKind::Unit => corpus
            .units
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.statement),
        RemovedKind::Article => corpus
            .articles
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.title),
        RemovedKind::Thread => corpus
            .threads
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.question),
        RemovedKind::Theme => corpus
            .themes
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.label),
        RemovedKind::Speaker => corpus
            .actors
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.name),
    }
}
