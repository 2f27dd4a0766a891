//! A picture on the page, its marks as links that can also be pressed.
//!
//! Where pages are written, a picture is rendered as elements (`still`); where the program runs,
//! the elements are kept and changed by as little as will do (`live`), for a chart has hundreds
//! and a key must not wait for them. Invariant: both show the same elements with the same
//! attributes, in the same order; the style sheet only re-colours them by class.

#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(target_arch = "wasm32")]
mod press;
#[cfg(not(target_arch = "wasm32"))]
mod still;

#[cfg(target_arch = "wasm32")]
pub use live::Drawing;
#[cfg(not(target_arch = "wasm32"))]
pub use still::Drawing;

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{Key, Picture};

/// What is drawn and what pressing it does.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chart.
    pub picture: Rc<Picture>,
    /// Its name, for those who do not see it.
    pub label: AttrValue,
    /// Where a mark leads; marks without an address are no links.
    #[prop_or_default]
    pub href: Option<Callback<Key, Option<AttrValue>>>,
    /// Where these addresses open, if not in place of the page.
    #[prop_or_default]
    pub target: Option<AttrValue>,
    /// What pressing a mark does instead, where the program runs.
    #[prop_or_default]
    pub onpick: Option<Callback<Key>>,
    /// What drawing a line from one mark to another does; without it lines cannot be drawn.
    #[prop_or_default]
    pub onspan: Option<Callback<(Key, Key)>>,
}
