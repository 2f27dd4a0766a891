//! What stands at an address where nothing stands.
//!
//! A host shows this page at whatever address was asked for, however many folders deep, so that no
//! relative address in it is right everywhere. It therefore asks for one small style sheet at
//! each depth (`404-0.css`, `../404-1.css`, …), of which only the one at the real depth exists,
//! and that one shows the links which are right there. The same way `404.js` is found, which
//! then knows the root by its own address and offers what the words of the address may have meant.
//! Without style sheets all links are shown. Nothing of this needs to know the host or the path.

use yew::prelude::*;

use crate::ui::library::Library;

/// How deep an address may be for its links to be right: two folders are the site's own, the
/// others are mistakes.
pub const DEPTHS: usize = 5;

/// Where the links lead, from the root.
const PLACES: [(&str, &str); 6] = [
    ("", "Search everything that was said"),
    ("thread/", "Questions through the years"),
    ("article/", "Articles"),
    ("theme/", "Themes"),
    ("speaker/", "Speakers"),
    ("about/", "About this site"),
];

/// The whole page: head and foot of the others have links that would lead nowhere here.
pub(super) fn page(library: Library) -> Html {
    html! {
        <>
            <header class="masthead"><p class="brand">{ "Pledge Explorer · " }{ library.corpus.about.title }</p></header>
            <main id="main">
                <article class="sheet">
                    <h1>{ "There is no page at this address" }</h1>
                    <p>{ "Addresses of this site never change, so this one may have been cut short or mistyped." }</p>
                    <div id="meant" role="status"></div>
                    for depth in 0..DEPTHS { { places(depth) } }
                </article>
            </main>
        </>
    }
}

fn places(depth: usize) -> Html {
    let root = if depth == 0 {
        "./".to_owned()
    } else {
        "../".repeat(depth)
    };
    html! {
        <nav key={depth} class={["up up-", &depth.to_string()].concat()} aria-label="Site">
            <ul class="plain-list">
                for (folder, name) in PLACES { <li key={folder}><a href={[&root, folder].concat()}>{ name }</a></li> }
            </ul>
        </nav>
    }
}
