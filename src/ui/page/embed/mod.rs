//! Views made to stand in other people's pages: one statement, one question, a chart, a list, two
//! selections side by side.
//!
//! In: the library and an [`EmbedView`]. Out: a page that needs no script to be read. Views of a
//! selection are written for the whole corpus; asked for less, the program draws them again from
//! the same parts (`live`). Invariant: every link opens a page of its own, as a frame is no place
//! to go on in; every number comes with what it rests on.

mod chart;
mod compare;
mod facts;
mod foot;
mod list;
mod live;
mod picture;
mod selection;
mod size;
mod thread;
mod unit;
mod withdrawn;

pub use facts::{Facts, facts};
pub use live::{FRAME, Props as SelectedProps, Selected, begin};
pub use picture::{drawn_svg, svg};
pub use selection::nearest;
pub use size::{height, height_of};

use yew::prelude::*;

use super::removed;
use crate::corpus::model::{Corpus, RemovedKind, ThreadNo, UnitNo};
use crate::ui::library::Library;
use selection::Shown;

/// What a frame shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedView {
    /// One statement with its words.
    Unit(UnitNo),
    /// One question through the years.
    Thread(ThreadNo),
    /// Counts by theme.
    Themes,
    /// Counts by year.
    Years,
    /// Counts by theme and year.
    Matrix,
    /// The newest statements.
    List,
    /// Two selections side by side.
    Compare,
    /// What was withdrawn, by its place in [`Corpus::removed`]; of units and questions only.
    Removed(u32),
}

impl EmbedView {
    /// Those that a selection can be made for.
    pub const SELECTIONS: [Self; 5] = [
        Self::Themes,
        Self::Years,
        Self::Matrix,
        Self::List,
        Self::Compare,
    ];

    /// Every one of a corpus, in a fixed order.
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let mut all = Self::SELECTIONS.to_vec();
        let numbers = |n: usize| 0..n as u32;
        all.extend(numbers(corpus.units.len()).map(|no| Self::Unit(UnitNo(no))));
        all.extend(numbers(corpus.threads.len()).map(|no| Self::Thread(ThreadNo(no))));
        let removed = numbers(corpus.removed.len()).zip(&corpus.removed);
        let framed = removed.filter(|(_, it)| folder(it.kind).is_some());
        all.extend(framed.map(|(no, _)| Self::Removed(no)));
        all
    }

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unit(_) => "unit",
            Self::Thread(_) => "thread",
            Self::Themes => "themes",
            Self::Years => "years",
            Self::Matrix => "matrix",
            Self::List => "list",
            Self::Compare => "compare",
            Self::Removed(_) => "removed",
        }
    }

    /// The view of a selection that has this name.
    pub fn of_selection(id: &str) -> Option<Self> {
        Self::SELECTIONS.into_iter().find(|it| it.id() == id)
    }

    /// Its address from the root of the built folder, or from that of a version that is kept, with
    /// the slash at its end.
    pub fn folder(self, corpus: &Corpus) -> String {
        let (kind, id) = match self {
            Self::Unit(no) => ("unit", corpus.units.get(no.index()).map(|it| it.id)),
            Self::Thread(no) => ("thread", corpus.threads.get(no.index()).map(|it| it.id)),
            Self::Removed(no) => {
                let it = corpus.removed.get(no as usize);
                let kind = it.and_then(|it| folder(it.kind)).unwrap_or_default();
                (kind, it.map(|it| it.id))
            }
            other => return ["embed/", other.id(), "/"].concat(),
        };
        ["embed/", kind, "/", id.unwrap_or_default(), "/"].concat()
    }

    /// The way from that address back to the root.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Unit(_) | Self::Thread(_) | Self::Removed(_) => "../../../",
            _ => "../../",
        }
    }

    /// The page that shows the same in full, from the root; of views of a selection, the explorer.
    pub fn page(self, corpus: &Corpus) -> String {
        let id = |id: Option<&str>| [id.unwrap_or_default(), "/"].concat();
        match self {
            Self::Unit(no) => {
                let unit = corpus.units.get(no.index());
                ["pledge/", &id(unit.map(|it| it.id))].concat()
            }
            Self::Thread(no) => {
                let thread = corpus.threads.get(no.index());
                ["thread/", &id(thread.map(|it| it.id))].concat()
            }
            Self::Removed(no) => {
                let it = corpus.removed.get(no as usize);
                let kind = it.map_or("", |it| it.kind.folder());
                [kind, "/", &id(it.map(|it| it.id))].concat()
            }
            _ => String::new(),
        }
    }

    /// What it is called, as the title of the frame and of its page.
    pub fn title(self, corpus: &Corpus) -> String {
        let own = match self {
            Self::Unit(no) => {
                let Some(unit) = corpus.units.get(no.index()) else {
                    return String::new();
                };
                let speaker = corpus.actors.get(unit.speaker.index());
                let speaker = speaker.map_or("", |it| it.name);
                return [speaker, ": ", unit.statement].concat();
            }
            Self::Thread(no) => corpus.threads.get(no.index()).map_or("", |it| it.question),
            Self::Themes => "Pledges by theme",
            Self::Years => "Pledges by year",
            Self::Matrix => "Pledges by theme and year",
            Self::List => "Newest statements",
            Self::Compare => "Two selections side by side",
            Self::Removed(no) => {
                let it = corpus.removed.get(no as usize);
                it.map_or("", |it| removed::title(it.kind))
            }
        };
        [own, " – ", corpus.about.title].concat()
    }
}

/// Where views of such records stand, if there are any.
const fn folder(kind: RemovedKind) -> Option<&'static str> {
    match kind {
        RemovedKind::Unit => Some("unit"),
        RemovedKind::Thread => Some("thread"),
        _ => None,
    }
}

/// What a page in a frame is made from.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The corpus.
    pub library: Library,
    /// What it shows.
    pub view: EmbedView,
    /// The way from the page to the root of the site.
    pub root: AttrValue,
    /// Whether it is kept as it is; then there is a line for what has changed since.
    #[prop_or_default]
    pub kept: bool,
}

/// Such a page, whole.
#[component]
pub fn Embed(props: &Props) -> Html {
    let Props {
        library,
        view,
        ref root,
        kept,
    } = *props;
    let since =
        kept.then(|| html! { <p class="since" data-since={library.corpus.about.version}></p> });
    html! {
        <>
            <div id={FRAME} data-view={view.id()} data-root={root.clone()}>
                { content(library, view, root) }
            </div>
            { since }
        </>
    }
}

fn content(library: Library, view: EmbedView, root: &AttrValue) -> Html {
    match view {
        EmbedView::Unit(no) => unit::view(library, no, root),
        EmbedView::Thread(no) => thread::view(library, no, root),
        EmbedView::Removed(no) => withdrawn::view(library, no, root),
        _ => Shown::whole(library, view, root.clone()).view(&[]),
    }
}
