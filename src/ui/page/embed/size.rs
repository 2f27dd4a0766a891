//! About how high a view is, before anything has measured it.
//!
//! Hosts want a height before a frame is loaded, and some never hear of the real one. Invariant:
//! rather a little more than is needed, than a bar to scroll by.

use super::selection::Shown;
use super::{EmbedView, list};
use crate::chart::{self, text};
use crate::corpus::model::{ThreadNo, UnitNo};
use crate::explore::thread::path;
use crate::explore::view::View;
use crate::ui::library::Library;

/// What stands around the words of a view: edges, padding and the line at the foot, px.
const AROUND: i32 = 110;

/// Height in a frame `width` px wide, px.
pub fn height(library: Library, view: EmbedView, width: u32) -> u32 {
    match view {
        EmbedView::Thread(no) => (thread(library, no, room(width)) + AROUND) as u32,
        _ => height_of(library, view, &View::default(), width),
    }
}

/// The same of a selection, where the view is of one; not of a question, whose picture would have
/// to be drawn for it.
pub fn height_of(library: Library, view: EmbedView, of: &View, width: u32) -> u32 {
    let room = room(width);
    let height = match view {
        EmbedView::Unit(no) => unit(library, no, room, 26) + 30,
        EmbedView::Removed(_) | EmbedView::Thread(_) => 200,
        _ => selection(&Shown::new(library, view, "".into(), of.clone()), room),
    };
    (height + AROUND) as u32
}

/// What of a frame's width there is for its words, px.
fn room(width: u32) -> i32 {
    (width as i32 - 34).max(200)
}

fn thread(library: Library, no: ThreadNo, room: i32) -> i32 {
    let corpus = library.corpus;
    let ends = corpus.threads.get(no.index()).map(|it| {
        let (first, last) = (it.entries.first(), it.entries.last());
        let beside = if room > 480 { room / 2 - 12 } else { room };
        let ends = [first, last].map(|end| end.map_or(0, |it| unit(library, it.unit, beside, 18)));
        let both = if room > 480 {
            ends[0].max(ends[1])
        } else {
            ends[0] + ends[1]
        };
        both + lines(it.question, 24, room) * 30
    });
    let picture = path(corpus, no).map(|it| chart::path(&it, drawn(room)).height as i32);
    ends.unwrap_or(0) + picture.unwrap_or(0) + 140
}

fn selection(shown: &Shown, room: i32) -> i32 {
    let results = &shown.found.results;
    let Some(figure) = shown.figure() else {
        let listed = results.window(0..results.total().min(list::MOST));
        let units = listed.into_iter();
        let units = units.map(|no| unit(shown.library, no, room, 18) + 30);
        return units.sum::<i32>() + 120;
    };
    let counting = shown.found.view.counting();
    let picture = figure.draw(results, counting, drawn(room));
    let says = lines(&figure.says(results, counting), 16, room) * 24;
    let pair = if shown.embed == EmbedView::Compare {
        110
    } else {
        0
    };
    picture.height as i32 + says + pair + 130
}

/// The widest of the drawings that fits.
fn drawn(room: i32) -> u32 {
    let widths = super::chart::WIDTHS.iter().map(|it| it.0);
    let fits = widths.clone().filter(|it| *it as i32 <= room).max();
    fits.or(widths.min()).unwrap_or(room as u32)
}

/// A statement, its words at a size of type.
fn unit(library: Library, no: UnitNo, room: i32, size: i32) -> i32 {
    let Some(it) = library.unit(no) else {
        return 0;
    };
    let quotes = it.unit.evidence.iter();
    let quotes = quotes.map(|it| lines(it.quote, size, room) * size * 27 / 20);
    let stated = lines(it.unit.statement, 17, room) * 23;
    let by = lines(it.speaker.name, 14, room) + lines(it.outlet.name, 14, room);
    stated + quotes.sum::<i32>() + by * 22 + 60
}

fn lines(text: &str, size: i32, room: i32) -> i32 {
    text::lines(text, size, room).len() as i32
}
