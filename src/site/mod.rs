//! What gets written: every page of the built folder as text, from the same components as
//! the app, every chart as files of its own, and the names of files after their content.
//!
//! Native only. In: the library and Trunk's page. Out: texts, pictures and names; `publish` is
//! the one that writes them. Invariant: the same library and template give the same bytes.

pub mod bitmap;
pub mod figures;
mod head;
pub mod letters;
mod linked_data;
pub mod lost;
pub mod names;
pub mod palette;
pub mod template;

use yew::ServerRenderer;

use crate::ui::library::Library;
use crate::ui::page::{Page, Props, Route};
use template::Template;

/// A page as it is written.
pub async fn page(template: &Template, library: Library, route: Route) -> String {
    let site = template.site().to_owned();
    let props = move || Props {
        library,
        route,
        site: site.into(),
    };
    let renderer = ServerRenderer::<Page>::with_props(props).hydratable(false);
    template.fill(library.corpus, route, &renderer.render().await)
}
