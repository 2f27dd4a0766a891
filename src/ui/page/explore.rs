//! The front page: the story at a glance, and below it everything to search.

use yew::prelude::*;

use crate::ui::app::App;
use crate::ui::library::Library;
use crate::ui::story::story;

/// The element that the program takes over.
pub const ALIVE: &str = "explore";

/// The page's own part.
pub(super) fn view(library: Library) -> Html {
    html! {
        <>
            { story(library) }
            <section class="explore" id={ALIVE} aria-labelledby="explore-title">
                <App {library} query="" />
            </section>
        </>
    }
}
