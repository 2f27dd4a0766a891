//! The one way into the part of the program that follows the first: what a visit needs only
//! once a reader does something.
//!
//! In: leave to use that part, and what is to be drawn. Out: that, drawn. `split` cuts the
//! program at [`draw`]: whatever nothing else leads to, code and data, is fetched when it is
//! first wanted. Invariant: what is drawn here can be done without for as long as that takes.

use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::Charts;
use super::compare;
use super::entry;
use super::facet_list::Shelf;
use super::late::Found;
use super::library::Sourced;
use super::results;
use super::stretch::Stretch;
use crate::browser::later::{self, Here, Later};
use crate::explore::view::Action;

/// What can be drawn.
pub enum Part<'a> {
    /// The charts.
    Charts(&'a Charts<'a>),
    /// Two selections beside one another.
    Compare(&'a Rc<Shelf>, &'a Found, &'a Callback<Action>),
    /// The results as a table.
    Table(&'a results::Props, &'a Stretch),
    /// What would find something, where nothing was found.
    Nothing(&'a results::Props),
    /// The passages that quotations are taken from.
    Passages(Sourced),
}

/// Draws it. Never inlined, so that there is a place to cut.
#[inline(never)]
pub fn draw(_: Here, part: Part) -> Html {
    match part {
        Part::Charts(charts) => charts.all(),
        Part::Compare(shelf, found, dispatch) => compare::panel(shelf, found, dispatch),
        Part::Table(props, stretch) => results::table(props, stretch),
        Part::Nothing(props) => results::nothing(props),
        Part::Passages(it) => entry::passages(it),
    }
}

/// What has become of that part; drawn anew when it comes.
#[hook]
pub fn use_later() -> Later {
    let update = use_force_update();
    use_effect_with((), move |()| {
        later::hear(move || update.force_update());
    });
    later::now()
}
