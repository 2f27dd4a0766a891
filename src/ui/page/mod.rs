//! Every kind of page, and which address it stands at.
//!
//! In: the library and a [`Route`]. Out: the page. The explore page comes alive in the
//! browser; the others are complete as they are written.

mod cited;
mod compared;
mod explore;
mod not_found;
mod pledge;
mod thread;
mod to;

pub use explore::ALIVE;

use yew::prelude::*;

use super::layout;
use super::library::Library;
use crate::corpus::model::{Corpus, ThreadNo, UnitNo};

/// One page of the built folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Search and charts over everything.
    Explore,
    /// One unit.
    Pledge(UnitNo),
    /// One question through the years.
    Thread(ThreadNo),
    /// Nothing stands at that address.
    NotFound,
}

impl Route {
    /// Every page of a corpus, in a fixed order.
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let units = (0..corpus.units.len() as u32).map(|no| Self::Pledge(UnitNo(no)));
        let threads = (0..corpus.threads.len() as u32).map(|no| Self::Thread(ThreadNo(no)));
        let fixed = [Self::Explore, Self::NotFound];
        fixed.into_iter().chain(units).chain(threads).collect()
    }

    /// The file it is written to, from the root of the built folder.
    pub fn file(self, corpus: &Corpus) -> String {
        let place = match self {
            Self::Explore => return "index.html".to_owned(),
            Self::NotFound => return "404.html".to_owned(),
            Self::Pledge(no) => ("pledge/", corpus.units.get(no.index()).map(|it| it.id)),
            Self::Thread(no) => ("thread/", corpus.threads.get(no.index()).map(|it| it.id)),
        };
        [place.0, place.1.unwrap_or_default(), "/index.html"].concat()
    }

    /// The way from the page back to the root: empty, or `../../`.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Explore | Self::NotFound => "",
            Self::Pledge(_) | Self::Thread(_) => "../../",
        }
    }

    /// Its title in the browser's tab and in search results.
    pub fn title(self, corpus: &Corpus) -> String {
        let own = match self {
            Self::Explore => return corpus.about.title.to_owned(),
            Self::NotFound => "Page not found",
            Self::Pledge(no) => corpus.units.get(no.index()).map_or("", |it| it.statement),
            Self::Thread(no) => corpus.threads.get(no.index()).map_or("", |it| it.question),
        };
        [own, " – ", corpus.about.title].concat()
    }

    /// What kind of thing it is to whoever shows its card, and whether it has one: a picture of
    /// the name `card.png` beside it.
    pub fn card(self, corpus: &Corpus) -> Option<&'static str> {
        match self {
            Self::Explore if !corpus.threads.is_empty() => Some("website"),
            Self::Thread(_) => Some("article"),
            _ => None,
        }
    }

    /// One sentence for search results and cards.
    pub fn description(self, corpus: &Corpus) -> String {
        let unit = |no: UnitNo| corpus.units.get(no.index());
        match self {
            Self::Explore | Self::NotFound => corpus.about.description.to_owned(),
            Self::Pledge(no) => {
                let quote = unit(no).and_then(|it| it.evidence.first());
                ["“", quote.map_or("", |it| it.quote), "”"].concat()
            }
            Self::Thread(no) => {
                let thread = corpus.threads.get(no.index());
                let last = thread.and_then(|it| it.entries.last());
                let last = last
                    .and_then(|it| unit(it.unit))
                    .map_or("", |it| it.statement);
                ["Last word: ", last, "."].concat()
            }
        }
    }
}

/// What a page is made from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// Which page.
    pub route: Route,
}

/// A page, whole.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props { library, route } = *props;
    let main = match route {
        Route::Explore => explore::view(library),
        Route::NotFound => not_found::view(),
        Route::Pledge(no) => pledge::view(library, no),
        Route::Thread(no) => thread::view(library, no),
    };
    let root = route.root();
    html! {
        <>
            { if route == Route::Explore { layout::masthead(library) } else { layout::signpost(library, root) } }
            <main id="main">{ main }</main>
            { layout::footer(library, root) }
        </>
    }
}
