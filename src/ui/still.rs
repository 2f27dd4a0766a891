//! Parts of the page that stand as they were written until the rest of the program is there.
//!
//! In: the nodes that the page was written with, and what the reader asks for. Out: those nodes,
//! or what the rest of the program draws. Invariant: nothing that was written for another view is
//! seen: it then keeps its place unseen, until what fits is drawn.

use web_sys::{Element, Node};
use yew::prelude::*;

use super::later::{Part, draw};
use super::library::Library;
use super::link;
use crate::browser::later::Later;
use crate::browser::page;
use crate::chart::Figure;
use crate::explore::address;
use crate::explore::view::{Action, View};

/// Where such a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The charts.
    Charts,
    /// What stands above the results.
    Above,
    /// From which year to which.
    Years,
    /// The filters that are folded away.
    More,
}

impl Place {
    /// The id of the element around it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Charts => "charts",
            Self::Above => "above",
            Self::Years => "years",
            Self::More => "more",
        }
    }
}

/// The nodes that a page was written with, by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Still([Vec<Node>; 4]);

impl Still {
    /// Finds them.
    pub fn find() -> Self {
        let all = [Place::Charts, Place::Above, Place::Years, Place::More];
        Self(all.map(|place| page::children(place.id())))
    }
}

/// All that decides what stands in such places.
pub struct Island<'a> {
    /// The corpus.
    pub library: Library,
    /// What has become of the rest of the program.
    pub later: Later,
    /// What the page was written with.
    pub still: &'a Still,
    /// What the reader asks for.
    pub view: &'a View,
    /// Where actions go.
    pub dispatch: &'a Callback<Action>,
}

/// Such a part, with the element around it.
#[inline(never)]
pub fn place(place: Place, island: &Island, part: Part) -> Html {
    let here = island.later.here();
    let missing = island.later == Later::Missing;
    let fits = here.is_some() || is_as_written(island.view);
    let class = classes!(
        (place == Place::Charts).then_some("charts"),
        (!fits).then_some("unfit"),
        missing.then_some("missing")
    );
    let still = &island.still.0[place as usize];
    let onclick = here.is_none().then(|| followed(island));
    html! {
        <div {class} id={place.id()} {onclick}>
            if let Some(here) = here {
                { draw(here, part) }
            } else {
                for it in still { { Html::VRef(it.clone()) } }
                if missing && place == Place::Charts { { not_loaded() } }
            }
        </div>
    }
}

/// Whether the page was written for this view.
fn is_as_written(view: &View) -> bool {
    let plain = View {
        color: view.color,
        ..View::default()
    };
    *view == plain
}

/// Links to other views lead there without another page.
fn followed(island: &Island) -> Callback<MouseEvent> {
    let (corpus, dispatch) = (island.library.corpus, island.dispatch.clone());
    Callback::from(move |event: MouseEvent| {
        let target = event.target_dyn_into::<Element>();
        let link = target.and_then(|it| it.closest("a[href^='?']").ok()?);
        let query = link.and_then(|it| it.get_attribute("href"));
        if let Some(query) = query.filter(|_| link::is_plain(&event)) {
            event.prevent_default();
            let (view, _) = address::parse(corpus, &query);
            dispatch.emit(Action::Visit(Box::new(view)));
        }
    })
}

/// Said in the place of the charts; the files are those of everything.
fn not_loaded() -> Html {
    html! {
        <p class="not-loaded" role="status">
            { "The charts cannot be loaded just now; the next key or press tries again. Of everything: " }
            for figure in Figure::ALL {
                <a key={figure.id()} href={["charts/", figure.id(), ".svg"].concat()}>{ figure.title() }</a>
                { " " }
            }
        </p>
    }
}
