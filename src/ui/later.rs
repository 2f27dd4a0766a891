//! The one way into the part of the program that follows the first: what a visit needs only
//! once a reader does something.
//!
//! In: leave to use that part, and what is to be drawn. Out: that, drawn. `split` cuts the
//! program at [`draw`]: whatever nothing else leads to, code and data, is fetched when it is
//! first wanted. Invariant: what is drawn here can be done without for as long as that takes.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::Charts;
use super::facet_list::Shelf;
use super::late::Found;
use super::library::{Answer, Corrected, Library, Sourced};
use super::page::{builder, embed};
use super::stretch::{Deed, Hold, Stretch};
use super::take::Take;
use super::toolbar::toolbar;
use super::{chips, compare, correction, entry, facet_list, results};
use crate::browser::later::{self, Here, Later};
use crate::explore::view::{Action, View};

/// What can be drawn.
pub enum Part<'a> {
    /// The charts.
    Charts(&'a Charts<'a>),
    /// What stands above the results: the filters that are on, two selections beside one
    /// another, and how results are shown.
    Above(&'a Rc<Shelf>, &'a Found, &'a Callback<Action>),
    /// From which year to which.
    Years(&'a Shelf, &'a View, &'a Callback<Action>),
    /// The filters that are folded away.
    More(&'a Rc<Shelf>, &'a Found, &'a Callback<Action>),
    /// The results as a table.
    Table(&'a results::Props, &'a Stretch),
    /// What stands in place of rows that are not in the page.
    Gap(&'a results::Props, &'a Stretch, &'a Range<u32>, f64),
    /// Nothing: what is seldom asked is answered.
    Answer(Library, &'a View, &'a mut Answer),
    /// The way back from words that were put right.
    Exactly(&'a Corrected, &'a Callback<Action>),
    /// Nothing: something is done with the list.
    List(&'a Hold, Deed),
    /// What would find something, where nothing was found.
    Nothing(&'a results::Props),
    /// The passages that quotations are taken from.
    Passages(Sourced),
    /// Nothing: the page of a frame is drawn for what its address asks, or the builder on its own.
    Embed,
}

/// Draws it. Never inlined, so that there is a place to cut.
#[inline(never)]
pub fn draw(_: Here, part: Part) -> Html {
    match part {
        Part::Charts(charts) => charts.all(),
        Part::Above(shelf, found, dispatch) => html! {
            <>
                { chips::list(shelf.library(), &found.view, dispatch) }
                { compare::panel(shelf, found, dispatch) }
                { toolbar(&found.view, dispatch) }
                <Take library={shelf.library()} found={found.clone()} />
            </>
        },
        Part::Years(shelf, view, dispatch) => facet_list::years(shelf, view, dispatch),
        Part::More(shelf, found, dispatch) => facet_list::more(shelf, found, dispatch),
        Part::Table(props, stretch) => results::table(props, stretch),
        Part::Gap(props, stretch, span, height) => results::gap(props, stretch, span, height),
        Part::Answer(library, view, answer) => {
            library.complete(view, answer);
            Html::default()
        }
        Part::Exactly(it, dispatch) => correction::exactly(it, dispatch),
        Part::List(hold, deed) => {
            hold.perform(deed);
            Html::default()
        }
        Part::Nothing(props) => results::nothing(props),
        Part::Passages(it) => entry::passages(it),
        Part::Embed => {
            embed::begin();
            builder::begin();
            Html::default()
        }
    }
}

/// Tells everybody whether that part came; the page of a frame then begins with it.
pub fn tell(came: bool) {
    later::tell(came);
    if let Some(here) = later::now().here() {
        let _ = draw(here, Part::Embed);
    }
}

/// What has become of that part; drawn anew when it comes.
#[hook]
pub fn use_later() -> Later {
    let update = use_force_update();
    let drawn = later::now();
    use_effect_with((), move |()| {
        // It may have come since this was drawn.
        if later::now() != drawn {
            update.force_update();
        }
        let hearing = later::hear(move || update.force_update());
        move || drop(hearing)
    });
    drawn
}
