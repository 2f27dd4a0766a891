//! What gets written: every page of the built folder as text, from the same components as
//! the app, every chart as files of its own, and the names of files after their content.
//!
//! Native only. In: the library and Trunk's page. Out: texts, pictures and names; `publish` is
//! the one that writes them. Invariant: the same library and template give the same bytes.

pub mod bitmap;
pub mod cards;
pub mod changes;
pub mod figures;
pub mod frames;
mod head;
pub mod headers;
pub mod icons;
pub mod kept;
pub mod letters;
mod linked_data;
pub mod lost;
pub mod manifest;
pub mod names;
pub mod offline;
pub mod palette;
pub mod policy;
mod press;
pub mod side_by_side;
pub mod sums;
pub mod template;

use yew::LocalServerRenderer;

use crate::ui::library::Library;
use crate::ui::page::{Page, Props, Route};
use template::Template;

/// A page as it is written.
pub async fn page(template: &Template, library: Library, route: Route) -> String {
    if let Route::Embed(view) = route {
        return frames::page(template, library, view, false).await;
    }
    let site = template.site().to_owned();
    let props = Props {
        library,
        route,
        site: site.into(),
    };
    // On the core that asks for it: each core makes pages of its own.
    let renderer = LocalServerRenderer::<Page>::with_props(props).hydratable(false);
    template.fill(library.corpus, route, &renderer.render().await)
}

/// What has no form of its own but changes how its neighbours are shown.
const fn hidden(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}
