//! The page that makes markup for views: what the layers are, what is ready to be copied, and
//! with the program a form that makes any view.
//!
//! In: the library, and the address of the site where it is known. Out: the page. Invariant: all
//! that is ready made can be copied without a script; what the program adds stands in one place.

mod app;
mod fields;
mod made;
mod measured;
mod start;
mod which;
mod wish;

pub use app::{Builder, Props};
pub use made::{Made, made, suggested};
pub use measured::{Measured, measured, parse as parse_measured};
pub use start::begin;
pub use wish::{FOLDER, Wish};

use yew::prelude::*;

use crate::corpus::model::ThreadNo;
use crate::embed::Form;
use crate::ui::library::Library;
use crate::ui::page::EmbedView;

/// What the page is called.
pub const TITLE: &str = "Embed a statement, a question or a chart";

/// What it is, in a sentence.
pub const SAYS: &str = "Put a statement, a question through the years, a chart or a list into your own page, live or as of today.";

/// Where the program draws the builder.
pub const PLACE: &str = "builder";

/// What stands for the site's address where that is not known; the page's script puts it in.
const UNKNOWN: &str = "https://this-site.example/";

/// The page's own part.
pub(super) fn view(library: Library, site: &str) -> Html {
    let threads = measured(library);
    html! {
        <article class="sheet building">
            <h1>{ TITLE }</h1>
            <p class="lede">{ SAYS }{ " What you copy goes on saying where the words come from, also where frames or pictures are taken out." }</p>{ " " }
            <div id={PLACE} data-root="../" data-site={site.to_owned()} data-threads={measured::print(&threads)}>
                <p class="note">
                    { "Without scripts, take what is ready made below" }
                    if site.is_empty() { { ", with the address of this site in place of " }<code>{ UNKNOWN }</code> }
                    { "." }</p>
            </div>
            { failed() }
            { layers() }
            { ready(library, site, &threads) }
            { statement(library, site) }
            { hosts() }
        </article>
    }
}

/// What is said where the form cannot be had, or can be had no more; the page's script shows it.
fn failed() -> Html {
    html! {
        <p class="failed" role="alert" hidden=true>
            <strong class="unstarted" hidden=true>{ "The form could not be started in this browser." }</strong>
            <strong class="stopped" hidden=true>{ "The form stopped. Your link is safe." }</strong>
            { " " }<a href="./">{ "Load the page again" }</a>{ ", take what is ready made below, or " }
            <a href="../article/">{ "read everything without the form" }</a>{ "." }
        </p>
    }
}

fn layers() -> Html {
    html! {
        <section aria-labelledby="layers">
            <h2 id="layers">{ "Three layers" }</h2>
            <p>{ "A snippet holds the same thing three times, each for places that take the next one out:" }</p>
            <ol class="layers">
                <li><b>{ "Words" }</b>{ ": the quotation in a " }<code>{ "blockquote" }</code>{ " with its source and a link. They stay in newsletters, feed readers and archives." }</li>
                <li><b>{ "A picture" }</b>{ " of this very view, with what it shows in words." }</li>
                <li><b>{ "The view itself" }</b>{ " in a frame, over the other two: with links, tables and charts that can be read by keyboard and screen reader. It sets no cookie, keeps nothing and asks nobody but this site." }</li>
            </ol>
            <p>{ "A script of at most 2 kB makes the frame as high as what it shows and takes the first two layers away once it is seen. It does nothing else, and without it everything works in a fixed height." }</p>
            <p>{ "A live view follows the corpus. A frozen one keeps to the version of the day on which you copy it, for as long as this site keeps its files, and says in one line when something was added, with a link to " }<a href="../changes/">{ "what changed" }</a>{ "." }</p>
        </section>
    }
}

/// What can be copied without a script: every chart and every question.
fn ready(library: Library, site: &str, sizes: &[Measured]) -> Html {
    let selections = EmbedView::SELECTIONS.into_iter();
    let threads =
        (0..library.corpus.threads.len() as u32).map(|no| EmbedView::Thread(ThreadNo(no)));
    html! {
        <section aria-labelledby="ready">
            <h2 id="ready">{ "Ready to copy" }</h2>
            <p>{ "Everything in the corpus as charts and lists, and each question through the years." }</p>
            if site.is_empty() {
                <p class="note" data-replaced=true>{ "Replace " }<code>{ UNKNOWN }</code>{ " in what you copy with the address of this site." }</p>
            }
            <ul class="ready">
                for embed in selections.chain(threads) { { one(library, embed, site, sizes) } }
            </ul>
        </section>
    }
}

fn one(library: Library, embed: EmbedView, site: &str, sizes: &[Measured]) -> Html {
    let whole = Wish::of(embed);
    let title = embed.title(library.corpus);
    let of = [" – ", library.corpus.about.title].concat();
    let title = title.strip_suffix(&of).unwrap_or(&title).to_owned();
    let folder = whole.folder(library.corpus);
    let id = folder.strip_prefix(FOLDER).unwrap_or(&folder);
    let id = id.trim_end_matches('/').replace('/', "-");
    html! {
        <li key={id.clone()} data-ready={id.clone()}>
            <details>
                <summary>{ title.clone() }</summary>
                { snippet(library, &whole, site, &["Snippet for ", &title].concat(), sizes) }
                <p class="basis">{ "Address: " }{ address(library, embed, site) }</p>
            </details>
            <a class="basis" href={["../", &folder].concat()}>{ "See it" }</a>
        </li>
    }
}

/// A snippet that is copied as it stands.
fn snippet(library: Library, wish: &Wish, site: &str, label: &str, sizes: &[Measured]) -> Html {
    let here = if site.is_empty() { UNKNOWN } else { site };
    let unknown = site.is_empty().then_some(UNKNOWN);
    let made = made(library, wish, here, "", sizes);
    html! {
        <pre class="snippet" tabindex="0" role="region" aria-label={label.to_owned()} data-copy="Copy" data-unknown={unknown}>{ made.snippet }</pre>
    }
}

/// The address alone, for hosts that know oEmbed.
fn address(library: Library, embed: EmbedView, site: &str) -> Html {
    let here = if site.is_empty() { UNKNOWN } else { site };
    let wish = Wish {
        form: Form::Address,
        ..Wish::of(embed)
    };
    let address = made(library, &wish, here, "", &[]).snippet;
    html! { <code data-unknown={site.is_empty().then_some(UNKNOWN)}>{ address }</code> }
}

fn statement(library: Library, site: &str) -> Html {
    let newest = wish::newest(library.corpus);
    html! {
        <section aria-labelledby="statement">
            <h2 id="statement">{ "A statement" }</h2>
            <p>{ "The page of each statement has a link “Embed”, which leads here. Without a script, take this and put the last part of the statement’s address in place of the one in it:" }</p>
            { snippet(library, &Wish { form: Form::Frame, ..Wish::of(newest) }, site, "Snippet for a statement", &[]) }
        </section>
    }
}

fn hosts() -> Html {
    html! {
        <section aria-labelledby="hosts">
            <h2 id="hosts">{ "Where to put it" }</h2>
            <dl class="terms">
                <div><dt>{ "WordPress" }</dt><dd>{ "The address alone on a line of its own, where this site’s address was given to its build; or the whole snippet in a block for HTML." }</dd></div>
                <div><dt>{ "Ghost" }</dt><dd>{ "The whole snippet in an HTML card." }</dd></div>
                <div><dt>{ "Substack, Medium, newsletters" }</dt><dd>{ "The address alone: it shows as a card. A newsletter keeps the words and often the picture of the snippet." }</dd></div>
                <div><dt>{ "A page of your own" }</dt><dd>{ "The whole snippet, where the view is to stand." }</dd></div>
            </dl>
            <p class="basis">{ "A view of a selection is worked out in the frame, by a program of about 210 kB that is fetched once. Hosts that put frames into a sandbox of no origin need this site’s host to send Access-Control-Allow-Origin for that; else the frame shows everything and says so." }</p>
        </section>
    }
}
