//! What stands at an address where nothing stands.

use yew::prelude::*;

/// The page's own part.
pub(super) fn view() -> Html {
    html! {
        <article class="sheet">
            <h1>{ "There is no page at this address" }</h1>
            <p>{ "Pages of this site never move, so the address may have been cut short or mistyped." }</p>
            <p><a href="./">{ "Search everything that was said" }</a></p>
        </article>
    }
}
