//! About the site: what it is, how it was made, the codebook, the data, and whom it serves.
//!
//! In: the library. Out: the page. Invariant: the anchors that other pages lead to are here:
//! `kind-…`, `directness-…`, `theme-…`, `relation-…`, `rule`, `data`, `citing`, `corrections`.

mod codebook;
mod files;

pub use files::{DataFile, FILES};

use yew::prelude::*;

use crate::explore::words;
use crate::ui::layout::checked;
use crate::ui::library::Library;

/// The page's own part.
pub(super) fn view(library: Library) -> Html {
    let about = &library.corpus.about;
    html! {
        <article class="sheet about">
            <h1>{ "About this site" }</h1>
            <p class="summary">{ about.description }{ " " }{ words::holds(library.corpus) }{ "." }</p>
            <nav aria-label="On this page">
                <ul class="contents">
                    for (id, name) in PARTS { <li key={id}><a href={["#", id].concat()}>{ name }</a></li> }
                </ul>
            </nav>
            { method(library) }
            { codebook::section(library) }
            { files::section(library) }
            { citing(library) }
            { corrections(library) }
            { rest(library) }
        </article>
    }
}

/// The parts of the page.
const PARTS: [(&str, &str); 8] = [
    ("method", "Method"),
    ("codebook", "Codebook"),
    ("rule", "How quotations are checked"),
    ("data", "Data"),
    ("citing", "How to cite"),
    ("corrections", "Corrections"),
    ("privacy", "Privacy"),
    ("rights", "Rights and version"),
];

fn method(library: Library) -> Html {
    html! {
        <section aria-labelledby="method">
            <h2 id="method">{ "Method" }</h2>
            <p>{ "Every commitment that an article reports is coded as one statement by one speaker: in our own words, with the shortest quotation that carries it, the office held on that day, the day on which it was said and the day on which it was published. Sentences that promise two things are two statements; the same promise made twice in one article is one statement with two quotations." }</p>
            <p>{ "Softer words are kept, because a change of position is often a change of tone, and are never counted as firm pledges. Positions and refusals are shown and counted apart. Whether a pledge was kept is not judged here." }</p>
            <p>{ "Questions that were answered more than once are followed through the years; each answer is placed between two poles, and each link from a later answer to an earlier one says why. " }<a href="../thread/">{ "See the questions" }</a>{ "." }</p>
            <p>{ checked(library.corpus) }</p>
        </section>
    }
}

fn citing(library: Library) -> Html {
    let about = &library.corpus.about;
    html! {
        <section aria-labelledby="citing">
            <h2 id="citing">{ "How to cite" }</h2>
            <p>{ "The whole, in this version:" }</p>
            <blockquote class="citation"><p>
                { about.editor }{ ". " }<cite>{ about.title }</cite>{ ". Corpus version " }{ about.version }
                { ", codebook version " }{ about.codebook }{ ". Licence " }{ about.licence }{ "." }
            </p></blockquote>
            <p>{ "Add the address of the page and the day on which you read it. A single statement is cited by its own page, with its speaker, the article and the dates. The version names exactly this content: two copies with the same version hold the same records." }</p>
        </section>
    }
}

fn corrections(library: Library) -> Html {
    html! {
        <section aria-labelledby="corrections">
            <h2 id="corrections">{ "Corrections" }</h2>
            <p>{ "The records are edited by " }{ library.corpus.about.editor }{ ". If a statement, date, office or quotation is wrong or one is missing, tell whoever publishes this copy, with the address of the page and what the source says. " }</p>
            <p>{ "A corrected record keeps its address and changes the version of the corpus. A record that is withdrawn leaves a page at its address that says when and why. " }<a href="../changes/">{ "Every version, and what each changed" }</a>{ "." }</p>
        </section>
    }
}

fn rest(library: Library) -> Html {
    let about = &library.corpus.about;
    let whole = library.corpus.articles.iter().any(|it| it.text.is_some());
    html! {
        <>
            <section aria-labelledby="privacy">
                <h2 id="privacy">{ "Privacy" }</h2>
                <p>{ "No cookies, nothing stored about you, no requests to anyone but the host of these pages. Searching happens in your browser; what you type is not sent anywhere. Links that you follow do not tell the other site where you came from." }</p>
                <p id="offline">{ "A browser that allows it keeps a copy of these pages on your device, so that everything can be read, searched and taken along without a network. The line at the foot of each page says how large the copy is and whether all of it is there, and removes it; that you removed it is then remembered instead, and so is that you turned keys off. A new version is taken when you say so, or once no page of the old one is open. How long a copy stays is up to the browser: some delete what was not visited for a week." }</p>
            </section>
            <section aria-labelledby="rights">
                <h2 id="rights">{ "Rights and version" }</h2>
                <p>{ "Articles belong to their publishers. Kept here are our own records, summaries and statements, short quotations as evidence, and a checksum of each source text. " }
                    if whole { { "This copy of the site also holds the text of articles in full, and so does the copy that a browser keeps for reading offline. " } }
                    { "The records may be used under " }{ about.licence }{ if whole { "; articles and quotations remain their authors’." } else { "; quotations remain their authors’." } }</p>
                <p>{ "The program of these pages may be used under the MIT licence; " }<a href="../licences.txt">{ "its licence and those of what it is made of" }</a>{ "." }</p>
                <p>{ "Corpus version " }<code>{ about.version }</code>{ ", codebook version " }{ about.codebook }{ ", program version " }{ env!("CARGO_PKG_VERSION") }{ "." }</p>
                <p>{ "The same source, corpus and settings give the same bytes. " }<a href="../SHA256SUMS"><code>{ "SHA256SUMS" }</code></a>{ " has the checksum of every file of this copy, and " }<a href="../build.json"><code>{ "build.json" }</code></a>{ " names the commit and the compilers that it was built from." }</p>
            </section>
        </>
    }
}
