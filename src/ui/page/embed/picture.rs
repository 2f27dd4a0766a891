//! A view as a picture of its own, for places that show neither frames nor scripts.
//!
//! In: a view, what was found for it, a date and the address of the same in full. Out: SVG that
//! needs nothing else. Invariant: it says what the frame says, in the same words.

use super::foot::holds;
use super::selection::Shown;
use super::{EmbedView, list, removed};
use crate::chart::{self, Caption, Figure, Leaf, Picture};
use crate::corpus::model::{Directness, ThreadNo, UnitNo};
use crate::explore::facet::{directness_label, kind_label};
use crate::explore::series::Counting;
use crate::explore::thread::{basis, path};
use crate::explore::view::View;
use crate::explore::words;
use crate::ui::library::{Library, Sourced};
use crate::ui::save;

/// Width of what it shows, px.
const WIDTH: u32 = 640;

/// The picture of a view, of a selection where it is of one.
pub fn svg(library: Library, embed: EmbedView, view: &View, date: &str, address: &str) -> String {
    match embed {
        EmbedView::Thread(no) => thread(library, no, date, address).unwrap_or_default(),
        _ => drawn_svg(library, embed, view, date, address),
    }
}

/// The picture of a question. Where the program runs it is a file already, and what draws it is
/// not carried to every reader.
fn thread(library: Library, no: ThreadNo, date: &str, address: &str) -> Option<String> {
    let corpus = library.corpus;
    let (thread, path) = (corpus.threads.get(no.index())?, path(corpus, no)?);
    let basis = words::basis(basis(corpus, thread), Counting::All);
    let (says, source) = (words::path(&path), words::source(&corpus.about, &basis));
    let caption = Caption {
        title: thread.question,
        says: &says,
        source: &source,
        date,
        address,
    };
    Some(plate(chart::path(&path, WIDTH), &caption))
}

/// The picture of any view but that of a question.
pub fn drawn_svg(
    library: Library,
    embed: EmbedView,
    view: &View,
    date: &str,
    address: &str,
) -> String {
    let corpus = library.corpus;
    let caption = Caption {
        date,
        address,
        ..Caption::default()
    };
    let source = |basis: &str| words::source(&corpus.about, basis);
    match embed {
        EmbedView::Thread(_) => String::new(),
        EmbedView::Unit(no) => {
            let leaves: Vec<Leaf> = leaf(library, no, usize::MAX).into_iter().collect();
            let title = embed.title(corpus);
            let source = source(&holds(corpus));
            let caption = Caption {
                source: &source,
                ..caption
            };
            chart::svg(&chart::leaves(&leaves, true, &caption, WIDTH), &title)
        }
        EmbedView::Removed(no) => {
            let Some(it) = corpus.removed.get(no as usize) else {
                return String::new();
            };
            let day = it.day.human();
            let says = ["Withdrawn from the corpus on ", &day, ". ", it.reason].concat();
            let source = source(&holds(corpus));
            let caption = Caption {
                title: removed::title(it.kind),
                says: &says,
                source: &source,
                ..caption
            };
            chart::svg(&chart::leaves(&[], false, &caption, WIDTH), caption.title)
        }
        _ => {
            let shown = Shown::new(library, embed, "".into(), view.clone());
            of_selection(&shown, &caption)
        }
    }
}

fn of_selection(shown: &Shown, caption: &Caption) -> String {
    let (library, found) = (shown.library, &shown.found);
    let basis = save::basis(library, found);
    let source = words::source(&library.corpus.about, &basis);
    let title = shown.name();
    let counting = found.view.counting();
    if let Some(figure) = shown.figure() {
        let says = figure.says(&found.results, counting);
        let caption = Caption {
            title: &title,
            says: &says,
            source: &source,
            ..*caption
        };
        return plate(drawn(shown, figure), &caption);
    }
    let listed = found
        .results
        .window(0..found.results.total().min(list::MOST));
    let leaves = listed.into_iter().filter_map(|no| leaf(library, no, 1));
    let leaves: Vec<Leaf> = leaves.collect();
    let caption = Caption {
        title: &title,
        source: &source,
        ..*caption
    };
    chart::svg(&chart::leaves(&leaves, false, &caption, WIDTH), &title)
}

fn drawn(shown: &Shown, figure: Figure) -> Picture {
    let found = &shown.found;
    figure.draw(&found.results, found.view.counting(), WIDTH)
}

fn plate(picture: Picture, caption: &Caption) -> String {
    chart::svg(&chart::plate(picture, caption), caption.title)
}

/// A statement with at most so many of its quotations.
fn leaf(library: Library, no: UnitNo, most: usize) -> Option<Leaf<'static>> {
    let it = library.unit(no)?;
    let quotes = it.unit.evidence.iter().take(most);
    Some(Leaf {
        kind: it.unit.kind,
        label: kind_label(it.unit.kind),
        statement: it.unit.statement,
        quotes: quotes
            .map(|it| ["“", it.quote.trim(), "”"].concat())
            .collect(),
        by: by(it),
    })
}

/// "Wes Streeting, Shadow Secretary of State, 21 April 2023 · Healthcare Leader".
fn by(it: Sourced) -> String {
    let office = words::office(it.unit, it.speaker);
    let mut by = it.speaker.name.to_owned();
    for part in [office, &it.unit.made.human()] {
        if !part.is_empty() {
            by.push_str(", ");
            by.push_str(part);
        }
    }
    by.push_str(" · ");
    by.push_str(it.outlet.name);
    if it.article.published != it.unit.made {
        by.push_str(", ");
        by.push_str(&it.article.published.human());
    }
    if it.unit.directness != Directness::DirectQuote {
        by.push_str(" · ");
        by.push_str(directness_label(it.unit.directness));
    }
    by
}
