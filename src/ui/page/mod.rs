//! Every kind of page, and which address it stands at.
//!
//! In: the library and a [`Route`]. Out: the page. The explore page comes alive in the
//! browser; the others are complete as they are written.

mod about;
mod article;
pub mod builder;
mod cited;
mod compared;
pub mod embed;
mod explore;
mod lists;
mod not_found;
mod parts;
mod pledge;
mod quoted;
mod removed;
mod speaker;
mod theme;
mod thread;
mod to;

pub use about::{DataFile, FILES};
pub use embed::EmbedView;
pub use explore::ALIVE;
pub use lists::List;
pub use not_found::DEPTHS;

use yew::prelude::*;

use super::layout;
use super::library::Library;
use crate::corpus::model::{ActorNo, ArticleNo, Corpus, ThemeNo, ThreadNo, UnitNo};
use crate::explore::facet::Facet;

/// One page of the built folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Search and charts over everything.
    Explore,
    /// One unit.
    Pledge(UnitNo),
    /// One question through the years.
    Thread(ThreadNo),
    /// One article, with all that was coded in it.
    Article(ArticleNo),
    /// One policy area.
    Theme(ThemeNo),
    /// One who speaks: a person, party or organisation.
    Speaker(ActorNo),
    /// All of a kind, each with a link.
    List(List),
    /// Method, codebook, data, corrections.
    About,
    /// What was withdrawn, by its place in [`Corpus::removed`].
    Removed(u32),
    /// A view to be shown in other people's pages.
    Embed(EmbedView),
    /// What makes the markup for such a view.
    Builder,
    /// Nothing stands at that address.
    NotFound,
}

impl Route {
    /// Every page of a corpus that is made for frames; nothing of the site leads there.
    pub fn embeds(corpus: &Corpus) -> Vec<Self> {
        EmbedView::all(corpus)
            .into_iter()
            .map(Self::Embed)
            .collect()
    }

    /// Every page of a corpus but [`Self::embeds`], in a fixed order.
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let mut all = vec![Self::Explore, Self::NotFound, Self::About, Self::Builder];
        all.extend(List::ALL.map(Self::List));
        let numbers = |n: usize| 0..n as u32;
        all.extend(numbers(corpus.units.len()).map(|no| Self::Pledge(UnitNo(no))));
        all.extend(numbers(corpus.threads.len()).map(|no| Self::Thread(ThreadNo(no))));
        all.extend(numbers(corpus.articles.len()).map(|no| Self::Article(ArticleNo(no))));
        all.extend(numbers(corpus.themes.len()).map(|no| Self::Theme(ThemeNo(no))));
        all.extend(numbers(corpus.actors.len()).map(|no| Self::Speaker(ActorNo(no))));
        all.extend(numbers(corpus.removed.len()).map(Self::Removed));
        all
    }

    /// The file it is written to, from the root of the built folder.
    pub fn file(self, corpus: &Corpus) -> String {
        if self == Self::NotFound {
            return "404.html".to_owned();
        }
        [&self.folder(corpus), "index.html"].concat()
    }

    /// Its address from the root of the built folder, with the slash at its end; empty for
    /// the explore page.
    pub fn folder(self, corpus: &Corpus) -> String {
        let (kind, id) = match self {
            Self::Explore | Self::NotFound => return String::new(),
            Self::About => return "about/".to_owned(),
            Self::Builder => return builder::FOLDER.to_owned(),
            Self::List(list) => return [list.folder(), "/"].concat(),
            Self::Embed(view) => return view.folder(corpus),
            Self::Pledge(no) => ("pledge/", corpus.units.get(no.index()).map(|it| it.id)),
            Self::Thread(no) => ("thread/", corpus.threads.get(no.index()).map(|it| it.id)),
            Self::Article(no) => ("article/", corpus.articles.get(no.index()).map(|it| it.id)),
            Self::Removed(no) => {
                let it = corpus.removed.get(no as usize);
                return it.map_or_else(String::new, |it| {
                    [it.kind.folder(), "/", it.id, "/"].concat()
                });
            }
            Self::Theme(no) => ("theme/", corpus.themes.get(no.index()).map(|it| it.id)),
            Self::Speaker(no) => ("speaker/", corpus.actors.get(no.index()).map(|it| it.id)),
        };
        [kind, id.unwrap_or_default(), "/"].concat()
    }

    /// The way from the page back to the root: empty, or as many `../` as it takes.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Explore | Self::NotFound => "",
            Self::About | Self::Builder | Self::List(_) => "../",
            Self::Pledge(_)
            | Self::Thread(_)
            | Self::Article(_)
            | Self::Theme(_)
            | Self::Speaker(_)
            | Self::Removed(_) => "../../",
            Self::Embed(view) => view.root(),
        }
    }

    /// Its title in the browser's tab and in search results.
    pub fn title(self, corpus: &Corpus) -> String {
        let own = match self {
            Self::Explore => return corpus.about.title.to_owned(),
            Self::NotFound => "Page not found",
            Self::Pledge(no) => corpus.units.get(no.index()).map_or("", |it| it.statement),
            Self::Thread(no) => corpus.threads.get(no.index()).map_or("", |it| it.question),
            Self::Article(no) => corpus.articles.get(no.index()).map_or("", |it| it.title),
            Self::Theme(no) => Facet::Theme.value_label(corpus, no.0),
            Self::Speaker(no) => Facet::Speaker.value_label(corpus, no.0),
            Self::List(list) => list.title(),
            Self::About => "About, method and data",
            Self::Builder => builder::TITLE,
            Self::Embed(view) => return view.title(corpus),
            Self::Removed(no) => corpus
                .removed
                .get(no as usize)
                .map_or("", |it| removed::title(it.kind)),
        };
        [own, " – ", corpus.about.title].concat()
    }

    /// The picture shown where the page is linked, from the root: its own, or that of the site.
    pub fn card(self, corpus: &Corpus) -> Option<String> {
        match self {
            Self::NotFound | Self::Embed(_) => None,
            Self::Pledge(_) | Self::Thread(_) => Some([&self.folder(corpus), "card.png"].concat()),
            _ => (!corpus.threads.is_empty()).then(|| "card.png".to_owned()),
        }
    }

    /// One sentence for search results and cards.
    pub fn description(self, corpus: &Corpus) -> String {
        let unit = |no: UnitNo| corpus.units.get(no.index());
        match self {
            Self::Explore | Self::NotFound | Self::Embed(_) => {
                corpus.about.description.to_owned()
            }
            Self::About => "What counts as a pledge here, how each was coded and checked, and the data to take along.".to_owned(),
            Self::Builder => builder::SAYS.to_owned(),
            Self::List(list) => list.says(corpus),
            Self::Removed(no) => corpus
                .removed
                .get(no as usize)
                .map_or("", |it| it.reason)
                .to_owned(),
            Self::Article(no) => corpus
                .articles
                .get(no.index())
                .map_or("", |it| it.summary)
                .to_owned(),
            Self::Theme(no) => corpus
                .themes
                .get(no.index())
                .map_or("", |it| it.definition)
                .to_owned(),
            Self::Speaker(no) => {
                let name = Facet::Speaker.value_label(corpus, no.0);
                ["What the articles report of ", name, ", statement by statement, with the words each rests on."].concat()
            }
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
    /// The address of the built folder, where it is known.
    pub site: AttrValue,
}

/// A page, whole.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props {
        library,
        route,
        ref site,
    } = *props;
    let main = match route {
        Route::Explore => explore::view(library),
        Route::NotFound => return not_found::page(library),
        Route::Embed(view) => {
            return html! { <embed::Embed {library} {view} root={view.root()} /> };
        }
        Route::Pledge(no) => pledge::view(library, no, site),
        Route::Thread(no) => thread::view(library, no),
        Route::Article(no) => article::view(library, no),
        Route::Theme(no) => theme::view(library, no),
        Route::Speaker(no) => speaker::view(library, no),
        Route::List(list) => lists::view(library, list),
        Route::About => about::view(library),
        Route::Builder => builder::view(library, site),
        Route::Removed(no) => removed::view(library, no),
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
