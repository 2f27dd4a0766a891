//! The neighbours of a unit, as short lists of links: in its article, by its speaker on its
//! theme, and in its threads.

use yew::prelude::*;

use crate::corpus::model::{Thread, UnitNo};
use crate::explore::neighbours::{in_article, of_speaker};
use crate::ui::library::{Library, Sourced};
use crate::ui::page::to;
use crate::ui::text::time;

/// What stands before and after it, each way of ordering in a list of its own.
pub(super) fn view(library: Library, no: UnitNo, it: Sourced) -> Html {
    let [before, after] = in_article(library.corpus, no).map(|it| it.into_iter().collect());
    let threads = it.unit.threads.iter();
    let threads = threads.filter_map(|thread| library.corpus.threads.get(thread.index()));
    html! {
        <nav class="near" aria-labelledby="near">
            <h2 id="near">{ "Before and after" }</h2>
            { list(library, html! {
                <>{ "In " }<a href={to::article(it.article.id, "")}>{ it.article.title }</a></>
            }, before, after) }
            { by_speaker(library, no, it) }
            for thread in threads {
                <div key={thread.id}>{ in_thread(library, no, thread) }</div>
            }
        </nav>
    }
}

fn by_speaker(library: Library, no: UnitNo, it: Sourced) -> Html {
    let theme = it.unit.themes.first();
    let Some(theme) = theme.and_then(|theme| library.corpus.themes.get(theme.index())) else {
        return html! { <></> };
    };
    let [before, after] = of_speaker(library.corpus, no);
    let all = [
        to::search("speaker=", it.speaker.id),
        ["theme=", theme.id].concat(),
    ]
    .join("&");
    let head = html! {
        <><a href={all}>{ it.speaker.name }{ " on " }{ theme.label }</a>{ ", in other articles" }</>
    };
    list(library, head, before, after)
}

fn in_thread(library: Library, no: UnitNo, thread: &'static Thread<'static>) -> Html {
    let place = thread.entries.iter().position(|entry| entry.unit == no);
    let at = |place: Option<usize>| -> Vec<UnitNo> {
        let entry = place.and_then(|place| thread.entries.get(place));
        entry.map(|entry| entry.unit).into_iter().collect()
    };
    let before = at(place.and_then(|place| place.checked_sub(1)));
    let after = at(place.map(|place| place + 1));
    let head = html! { <a href={to::thread(thread.id)}>{ thread.question }</a> };
    list(library, head, before, after)
}

/// Units before and after it, in order of time; nothing where there are none.
fn list(library: Library, head: Html, before: Vec<UnitNo>, after: Vec<UnitNo>) -> Html {
    if before.is_empty() && after.is_empty() {
        return html! { <></> };
    }
    let before = before.into_iter().map(|no| ("Before: ", no));
    let after = after.into_iter().map(|no| ("After: ", no));
    html! {
        <div>
            <h3>{ head }</h3>
            <ul>
                for (when, no) in before.chain(after) {
                    { item(library, when, no) }
                }
            </ul>
        </div>
    }
}

fn item(library: Library, when: &'static str, no: UnitNo) -> Html {
    let Some(it) = library.unit(no) else {
        return html! { <li key={no.0} /> };
    };
    html! {
        <li key={no.0}>
            <span class="basis">{ when }</span>
            <a href={to::pledge(it.unit.id)}>{ it.unit.statement }</a>
            <span class="basis">{ ", " }{ it.speaker.name }{ ", " }{ time(it.unit.made) }</span>
        </li>
    }
}
