//! What frames every page: the masthead above, the footer below.

use std::cell::RefCell;

use yew::prelude::*;

use super::library::Library;
use crate::corpus::model::{Check, Corpus};
use crate::explore::words;

/// Folders of lists, and what they are called.
const PLACES: [(&str, &str); 5] = [
    ("thread/", "Questions"),
    ("article/", "Articles"),
    ("theme/", "Themes"),
    ("speaker/", "Speakers"),
    ("about/", "About"),
];

/// Title and one sentence that says what this is.
pub fn masthead(library: Library) -> Html {
    let about = &library.corpus.about;
    html! {
        <header class="masthead">
            <a class="skip" href="#results">{ "Skip to the results" }</a>
            <div class="top">
                <p class="brand">{ "Pledge Explorer" }</p>
                <nav aria-label="On this page">
                    <a href="#explore-title">{ "Search" }</a>{ " " }
                    <a href="#charts">{ "Charts" }</a>
                </nav>
                { places("") }
            </div>
            <h1>{ about.title }</h1>
            <p class="lede">{ about.description }{ " " }{ words::holds(library.corpus) }{ "." }</p>
        </header>
    }
}

/// The way back to everything, above a page of one thing.
pub fn signpost(library: Library, root: &'static str) -> Html {
    let home = if root.is_empty() { "./" } else { root };
    html! {
        <header class="masthead">
            <a class="skip" href="#main">{ "Skip to the content" }</a>
            <div class="top">
                <p class="brand"><a href={home}>{ "Pledge Explorer" }</a>{ " · " }<a href={home}>{ library.corpus.about.title }</a></p>
                { places(root) }
            </div>
        </header>
    }
}

/// The pages from which every other is one link away.
pub fn places(root: &str) -> Html {
    html! {
        <nav aria-label="Site">
            for (folder, name) in PLACES {
                <a key={folder} href={[root, folder].concat()}>{ name }</a>{ " " }
            }
        </nav>
    }
}

/// What the page rests on, where its data are, and which keys it knows. `root` is the way
/// from the page to the root of the site.
pub fn footer(library: Library, root: &'static str) -> Html {
    let about = &library.corpus.about;
    html! {
        <footer class="foot" id="about">
            <p class="checked">{ checked_once(library.corpus) }</p>
            <p>
                { "Data: " }<a href={[root, "data/pledges.json"].concat()}>{ "every statement as JSON" }</a>
                { ", " }<a href={[root, "about/#data"].concat()}>{ "other files" }</a>
                { ". Records by " }{ about.editor }{ ", licence " }{ about.licence }
                { ", coded by codebook version " }{ about.codebook }{ ". " }<a href={[root, "changes/"].concat()}>{ "Corpus version " }<code>{ about.version }</code></a>{ "." }
            </p>
            if root.is_empty() {
                <p id="keys" tabindex="-1">
                    { "Keys: " }<kbd>{ "/" }</kbd>{ " goes to the search, " }<kbd>{ "Esc" }</kbd>{ " clears it, " }
                    <kbd>{ "?" }</kbd>{ " comes here." }
                </p>
            }
        </footer>
    }
}

/// The same sentence, counted once for all pages of a corpus.
fn checked_once(corpus: &'static Corpus<'static>) -> AttrValue {
    thread_local! {
        static LAST: RefCell<Option<(&'static Corpus<'static>, AttrValue)>> = const { RefCell::new(None) };
    }
    LAST.with_borrow_mut(|last| match last {
        Some((of, text)) if std::ptr::eq(*of, corpus) => text.clone(),
        _ => {
            let text = AttrValue::from(checked(corpus));
            *last = Some((corpus, text.clone()));
            text
        }
    })
}

/// How far the quotations of the corpus have been checked, in one sentence.
pub fn checked(corpus: &Corpus) -> String {
    let evidence = corpus.units.iter().flat_map(|unit| &unit.evidence);
    let all: Vec<Check> = evidence.map(|it| it.check).collect();
    let unchecked = all.iter().filter(|it| **it == Check::Unchecked).count() as u32;
    let latest = all.iter().filter_map(|it| match it {
        Check::Recorded(day) => Some(*day),
        _ => None,
    });
    let n = all.len() as u32 - unchecked;
    let mut text = words::n_of(n, "quotation was", "quotations were");
    text.push_str(" found word for word in the article it is taken from");
    if n != 1 {
        text = text.replace(
            "the article it is taken from",
            "the articles they are taken from",
        );
    }
    if let Some(day) = latest.max() {
        text.push_str(", last checked on ");
        text.push_str(&day.human());
    }
    text.push('.');
    if unchecked > 0 {
        text.push(' ');
        text.push_str(&words::n_of(unchecked, "quotation is", "quotations are"));
        text.push_str(" not yet checked.");
    }
    text
}
