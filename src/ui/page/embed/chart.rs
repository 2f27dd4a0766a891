//! A chart in a frame: drawn for three widths, of which the style sheet shows the one that fits.
//!
//! A frame may be of any width, and is read without a script. A picture that is scaled down has
//! type that nobody can read, so each is laid out anew. Invariant: sentence, pictures and table
//! read one series.

use std::rc::Rc;

use yew::prelude::*;

use super::selection::Shown;
use crate::chart::{Figure, Key, Picture};
use crate::ui::chart_figure::{action, rows};
use crate::ui::drawing::Drawing;
use crate::ui::link;

/// How wide the picture is, px; the style sheet has the widths of the frame for each.
pub(super) const WIDTHS: [(u32, &str); 3] = [
    (294, "drawing narrow"),
    (430, "drawing middle"),
    (560, "drawing wide"),
];

/// Where marks lead, where they lead anywhere.
pub(super) struct Marked(pub(super) Option<Callback<Key, Option<AttrValue>>>);

/// The figure of a view.
pub(super) fn figure(shown: &Shown, figure: Figure) -> Html {
    let (results, counting) = (&shown.found.results, shown.found.view.counting());
    let picture = |width| Rc::new(figure.draw(results, counting, width));
    // Going through every cell would be a long way out of the frame; the table has the numbers.
    let marked = Marked((figure != Figure::Matrix).then(|| links(shown)));
    html! {
        <figure data-chart={figure.id()}>
            <figcaption>{ figure.says(results, counting) }</figcaption>
            { drawings(picture, figure.title(), &marked) }
            <details>
                <summary>{ "Read as a table" }</summary>
                { rows(&figure.table(results, counting)) }
            </details>
        </figure>
    }
}

/// The pictures.
pub(super) fn drawings(
    picture: impl Fn(u32) -> Rc<Picture>,
    label: &'static str,
    marked: &Marked,
) -> Html {
    let drawing = |(width, class): (u32, &'static str)| {
        let picture = picture(width);
        // What is wider than its place is scrolled; keys do so where no mark in it takes the focus.
        let reached = picture.width > width && marked.0.is_none();
        html! {
            <div
                key={width}
                {class}
                tabindex={reached.then_some("0")}
                role={reached.then_some("group")}
                aria-label={reached.then_some(label)}
            >
                <Drawing {picture} {label} href={marked.0.clone()} target="_blank" />
            </div>
        }
    };
    html! { for it in WIDTHS { { drawing(it) } } }
}

/// Each mark leads to the explorer, narrowed to what it stands for.
fn links(shown: &Shown) -> Callback<Key, Option<AttrValue>> {
    let (library, found, root) = (shown.library, shown.found.clone(), shown.root.clone());
    Callback::from(move |key: Key| {
        let action = action(&found, key)?;
        let query = link::href(library, &found.view, &action);
        let query = query.strip_prefix("./").unwrap_or(&query);
        Some([&root, query, "#charts"].concat().into())
    })
}
