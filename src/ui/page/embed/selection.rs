//! A view of a selection: which one, what was found, and the frame's page of it.
//!
//! In: the library, a kind of view and a [`View`]. Out: the page. Invariant: all of it is one
//! answer, the very one that the explorer gives to the same address.

use std::rc::Rc;

use yew::prelude::*;

use super::foot::foot;
use super::{EmbedView, chart, compare, list};
use crate::chart::Figure;
use crate::corpus::model::Side;
use crate::explore::address;
use crate::explore::facet::Facet;
use crate::explore::view::{Color, View};
use crate::ui::chips;
use crate::ui::late::Found;
use crate::ui::library::Library;
use crate::ui::save;

/// What is shown.
pub(super) struct Shown {
    /// The corpus.
    pub(super) library: Library,
    /// As what.
    pub(super) embed: EmbedView,
    /// What was asked and found.
    pub(super) found: Found,
    /// The way from the page to the root of the site.
    pub(super) root: AttrValue,
    /// What is to be said of the words.
    pub(super) notes: Vec<String>,
}

/// The nearest view that can be shown so: a comparison needs two selections, and where only one is
/// asked for it is told from opposition and from government.
pub fn nearest(embed: EmbedView, view: View) -> View {
    let mut view = View {
        color: Color::Auto,
        ..view
    };
    if embed == EmbedView::Compare && view.against.is_none() {
        let mut other = view.selection();
        let sides = [
            (&mut view, Side::Opposition),
            (&mut other, Side::Government),
        ];
        for (view, side) in sides {
            view.chosen[Facet::Side as usize] = vec![side as u32];
        }
        view.against = Some(Box::new(other));
    }
    view
}

impl Shown {
    /// Everything in the corpus.
    pub(super) fn whole(library: Library, embed: EmbedView, root: AttrValue) -> Self {
        Self::new(library, embed, root, View::default())
    }

    /// A selection.
    pub(super) fn new(library: Library, embed: EmbedView, root: AttrValue, view: View) -> Self {
        let view = nearest(embed, view);
        let answer = library.answer(&view);
        let mut notes: Vec<String> = answer.correction.iter().map(|it| it.says.clone()).collect();
        notes.extend(answer.notices.iter().map(|it| [it.text(), "."].concat()));
        Self {
            library,
            embed,
            found: Found {
                view: Rc::new(view),
                results: answer.results,
            },
            root,
            notes,
        }
    }

    /// The page, with what is to be said of the address beforehand.
    pub(super) fn view(&self, notes: &[String]) -> Html {
        let full = self.full();
        html! {
            <>
                <ul class="notes" aria-label="Notes" aria-live="polite">
                    for (no, note) in notes.iter().enumerate() { <li key={no}>{ note }</li> }
                </ul>
                <main>
                    <p class="of">{ self.library.corpus.about.title }</p>
                    <h1>{ self.name() }</h1>
                    if self.embed != EmbedView::Compare { <p class="selection">{ self.selection() }</p> }
                    { self.content() }
                </main>
                { foot(self.library, &self.root, &full, &save::basis(self.library, &self.found)) }
            </>
        }
    }

    /// The same in the explorer, from the root.
    pub(super) fn full(&self) -> String {
        let place = match self.embed {
            EmbedView::List => "#results",
            _ => "#charts",
        };
        [
            &address::print(self.library.corpus, &self.found.view),
            place,
        ]
        .concat()
    }

    pub(super) fn figure(&self) -> Option<Figure> {
        match self.embed {
            EmbedView::Years => Some(Figure::Years),
            EmbedView::Matrix => Some(Figure::Matrix),
            EmbedView::Themes | EmbedView::Compare => Some(Figure::Themes),
            _ => None,
        }
    }

    /// What it is called: "Pledges by year".
    pub(super) fn name(&self) -> String {
        match self.figure() {
            Some(figure) => figure.name(self.found.view.counting()),
            None => list::name(&self.found),
        }
    }

    /// Which selection, in words.
    fn selection(&self) -> String {
        let whole = || "Everything in the corpus".to_owned();
        self.selected().unwrap_or_else(whole)
    }

    /// The same, where it is not everything.
    pub(super) fn selected(&self) -> Option<String> {
        match save::names(self.library, &self.found.view).as_slice() {
            [one] if one == chips::EVERYTHING => None,
            several => Some(several.join(". ")),
        }
    }

    fn content(&self) -> Html {
        match self.figure() {
            Some(figure) => html! {
                <>
                    if self.embed == EmbedView::Compare { { compare::pair(self) } }
                    { chart::figure(self, figure) }
                </>
            },
            None => list::list(self),
        }
    }
}
