//! What a view of a selection says of itself, for whoever puts it into a page.
//!
//! Invariant: it is the very answer that the view shows.

use super::EmbedView;
use super::selection::Shown;
use crate::corpus::model::UnitNo;
use crate::explore::view::View;
use crate::ui::library::Library;
use crate::ui::save;

/// What a view shows, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// "Pledges by theme".
    pub name: String,
    /// Which selection; empty for everything.
    pub selection: String,
    /// The sentence above a chart, or empty.
    pub says: String,
    /// What it rests on: "57 pledges in 5 articles".
    pub basis: String,
    /// The same in full, from the root of the site.
    pub full: String,
    /// The first statement of a list.
    pub first: Option<UnitNo>,
}

/// The facts of a view of a selection.
pub fn facts(library: Library, embed: EmbedView, view: &View) -> Facts {
    let shown = Shown::new(library, embed, "".into(), view.clone());
    let found = &shown.found;
    let counting = found.view.counting();
    let figure = shown.figure();
    let says = figure.map(|it| it.says(&found.results, counting));
    Facts {
        name: shown.name(),
        selection: shown.selected().unwrap_or_default(),
        says: says.unwrap_or_default(),
        basis: save::basis(library, found),
        full: shown.full(),
        first: found.results.window(0..1).first().copied(),
    }
}
