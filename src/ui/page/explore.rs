//! The front page: the story at a glance, and below it everything to search.

use yew::prelude::*;

use crate::ui::app::App;
use crate::ui::library::Library;
use crate::ui::story::story;

/// The element that the program takes over.
pub const ALIVE: &str = "explore";

/// What is said where the program cannot run.
const STILL: &str = "Searching and filtering need JavaScript and WebAssembly and could not \
                     be started here. A link’s selection is not made either: \
                     everything is shown, and can be read all the same.";

/// The page's own part.
pub(super) fn view(library: Library) -> Html {
    html! {
        <>
            { story(library) }
            <section class="explore" aria-labelledby="explore-title">
                <noscript><p class="still shown">{ STILL }</p></noscript>
                <p class="still">{ STILL }</p>
                <div id={ALIVE}><App {library} query="" /></div>
            </section>
        </>
    }
}
