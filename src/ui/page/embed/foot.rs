//! The one quiet line beneath every view: the way to all of it, and what it rests on.

use std::cell::RefCell;

use yew::prelude::*;

use crate::corpus::model::Corpus;
use crate::explore::words;
use crate::ui::library::Library;

/// The line. `full` leads from the root of the site to the same in full.
pub(super) fn foot(library: Library, root: &str, full: &str, basis: &str) -> Html {
    let version = library.corpus.about.version;
    html! {
        <footer class="foot">
            { out([root, full].concat(), "See more in the Pledge Explorer") }
            { ". Corpus version " }<code>{ version }</code>{ "; " }{ basis.to_owned() }{ "." }
        </footer>
    }
}

/// A link out of the frame, to a page of its own.
pub(super) fn out(href: String, text: &str) -> Html {
    // A folder that is this very one has a name, too.
    let href = if href.is_empty() {
        "./".to_owned()
    } else {
        href
    };
    html! { <a {href} target="_blank" rel="noopener">{ text.to_owned() }</a> }
}

/// What the whole corpus holds, counted once for all pages of it.
pub(super) fn holds(corpus: &'static Corpus<'static>) -> AttrValue {
    thread_local! {
        static LAST: RefCell<Option<(&'static Corpus<'static>, AttrValue)>> = const { RefCell::new(None) };
    }
    LAST.with_borrow_mut(|last| match last {
        Some((of, text)) if std::ptr::eq(*of, corpus) => text.clone(),
        _ => {
            let text = AttrValue::from(words::holds(corpus));
            *last = Some((corpus, text.clone()));
            text
        }
    })
}
