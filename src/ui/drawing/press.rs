//! What a reader does to a chart: presses a mark, draws a line over several, walks by arrows.
//!
//! In: events of the chart's own element. Out: wishes, told by the keys of marks. Pointer and
//! finger draw a line from one mark to another; Shift with an arrow does the same from the mark
//! that has the focus. Invariant: a click with a key held, or of another button, is the browser's.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};
use yew::prelude::*;

use crate::browser::svg::{self, Node, Page};
use crate::chart::{Key, Shown};
use crate::ui::link::is_plain;

/// What the page does when asked.
#[derive(Default)]
pub(super) struct Wishes {
    /// A mark was pressed.
    pub pick: Option<Callback<Key>>,
    /// A line was drawn from one mark to another.
    pub span: Option<Callback<(Key, Key)>>,
}

/// What listens, until dropped.
pub(super) type Listeners = Vec<svg::Listening>;

/// A line being drawn: where it began and where it is.
type Line = Cell<Option<(Key, Key)>>;

type Chart = Rc<RefCell<Shown<Page>>>;

/// Listens to everything that is done to a chart.
pub(super) fn listen(root: &Node, chart: &Chart, wishes: &Rc<RefCell<Wishes>>) -> Listeners {
    let line: Rc<Line> = Rc::default();
    let start: Rc<Cell<Key>> = Rc::new(Cell::new(Key::None));
    let click = {
        let wishes = wishes.clone();
        svg::listen(root, "click", move |event| {
            let plain = event.dyn_ref::<MouseEvent>().is_some_and(is_plain);
            let pick = wishes.borrow().pick.clone();
            match (key(event), pick) {
                (found, Some(pick)) if plain && found != Key::None => {
                    pick.emit(found);
                    true
                }
                _ => false,
            }
        })
    };
    let down = {
        let (line, wishes) = (line.clone(), wishes.clone());
        svg::listen(root, "pointerdown", move |event| {
            let first = event
                .dyn_ref::<PointerEvent>()
                .is_some_and(|it| it.is_primary() && it.button() == 0);
            let found = key(event);
            if first && found != Key::None && wishes.borrow().span.is_some() {
                svg::let_go(event);
                line.set(Some((found, found)));
            }
            false
        })
    };
    let over = {
        let (line, chart) = (line.clone(), chart.clone());
        svg::listen(root, "pointermove", move |event| {
            let found = key(event);
            if let Some((from, _)) = line.get().filter(|it| found != Key::None && it.1 != found) {
                line.set(Some((from, found)));
                mark(&chart, Some((from, found)));
            }
            false
        })
    };
    let end = |name: &'static str, done: bool| {
        let (line, chart, wishes) = (line.clone(), chart.clone(), wishes.clone());
        svg::listen(root, name, move |_| {
            if let Some((from, to)) = line.take() {
                mark(&chart, None);
                let span = wishes.borrow().span.clone();
                if let Some(span) = span.filter(|_| done && from != to) {
                    span.emit((from, to));
                }
            }
            false
        })
    };
    let up = end("pointerup", true);
    let (cancel, leave) = (end("pointercancel", false), end("pointerleave", true));
    // Links would otherwise be dragged away.
    let drag = svg::listen(root, "dragstart", |_| true);
    let keys = {
        let (chart, wishes) = (chart.clone(), wishes.clone());
        svg::listen(root, "keydown", move |event| {
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
                return false;
            };
            let from = key(event);
            if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() {
                return false;
            }
            let Some((to, node)) = next(&chart, from, &pressed.key()) else {
                return false;
            };
            svg::focus(&node);
            let span = wishes.borrow().span.clone();
            if let Some(span) = span.filter(|_| pressed.shift_key()) {
                if start.get() == Key::None {
                    start.set(from);
                }
                span.emit((start.get(), to));
            } else {
                start.set(Key::None);
            }
            true
        })
    };
    vec![click, down, over, up, cancel, leave, drag, keys]
}

/// The key of the mark that an event happens to.
fn key(event: &Event) -> Key {
    svg::nearest(event, "data-key").map_or(Key::None, |id| Key::parse(&id))
}

/// Marks what lies between two years.
fn mark(chart: &Chart, line: Option<(Key, Key)>) {
    let Ok(shown) = chart.try_borrow() else {
        return;
    };
    let between = |key: Key| match (line, key) {
        (Some((Key::Year(a), Key::Year(b))), Key::Year(year)) => {
            (a.min(b)..=a.max(b)).contains(&year)
        }
        _ => false,
    };
    shown.each(|page, key, node| page.set(node, "data-between", between(key).then_some("")));
}

/// Where an arrow leads from a mark: along years, and in a matrix also from row to row.
fn next(chart: &Chart, from: Key, arrow: &str) -> Option<(Key, Node)> {
    let shown = chart.try_borrow().ok()?;
    let mut marks = Vec::new();
    shown.each(|_, key, node| {
        if svg::has(node, "href") {
            marks.push((key, node.clone()));
        }
    });
    let here = marks.iter().position(|(key, _)| *key == from)?;
    let (before, after) = (marks.get(..here)?, marks.get(here + 1..)?);
    let found = match (from, arrow) {
        (Key::Year(_) | Key::Cell(..), "ArrowLeft") => before.last(),
        (Key::Year(_) | Key::Cell(..), "ArrowRight") => after.first(),
        (Key::Cell(theme, year), "ArrowUp") => nearest(before.iter().rev(), theme, year),
        (Key::Cell(theme, year), "ArrowDown") => nearest(after.iter(), theme, year),
        _ => None,
    };
    found.cloned()
}

/// Of the next row that can be pressed, the cell nearest in time.
fn nearest<'m>(
    marks: impl Iterator<Item = &'m (Key, Node)>,
    theme: crate::corpus::model::ThemeNo,
    year: u16,
) -> Option<&'m (Key, Node)> {
    let mut row = None;
    let mut best: Option<(u16, &(Key, Node))> = None;
    for it in marks {
        let Key::Cell(other, at) = it.0 else { continue };
        if other == theme || row.is_some_and(|row| row != other) {
            if row.is_some() {
                break;
            }
            continue;
        }
        row = Some(other);
        let far = at.abs_diff(year);
        if best.is_none_or(|(least, _)| far < least) {
            best = Some((far, it));
        }
    }
    best.map(|(_, it)| it)
}
