//! A list of any length of which only a stretch is in the page: the rows around what is in
//! sight, with gaps as high as the rows that are left out.
//!
//! In: the results and the list's element. Out: which rows and gaps to draw. Invariants: what a
//! reader looks at does not move when rows come and go beyond its edges; the row with the
//! focus stays; short lists come to be in the page whole.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::heights::Heights;
use super::later::{Part, draw, use_later};
use super::part::Part as Stretched;
use crate::browser::later;
use crate::browser::scroll::{self, Ends, Listener, Sight};
use crate::browser::wait;
use crate::explore::results::Results;

/// Lists up to this long are in the page whole, and so much of longer ones is printed.
pub const WHOLE: u32 = 120;

/// Rows that are drawn at first: where pages are written fewer, as every other statement is one
/// or two links away from them.
const FIRST: u32 = if cfg!(target_arch = "wasm32") {
    WHOLE
} else {
    12
};

/// How long typing has to rest before more rows are added to the first ones, ms.
const REST: u32 = 300;

/// How long scrolling has to rest before its place is noted, ms: Safari allows 100 notes in 30 s.
const NOTE: u32 = 500;

/// How many rows are added at a time, so that a key pressed meanwhile need not wait.
const SLICE: u32 = 24;

/// A span of the list, drawn or left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Rows of these places.
    Rows(Range<u32>),
    /// A gap in place of them, so many px high.
    Gap(Range<u32>, f64),
}

/// What is to be drawn, and how to ask for more.
pub struct Stretch {
    /// Rows and gaps, in order.
    pub pieces: Vec<Piece>,
    /// The element whose children they are.
    pub list: NodeRef,
    /// Brings the row at that place into the page, and the focus into it.
    pub go: Callback<u32>,
}

/// What the row is like before any was measured.
#[derive(Clone, Copy, PartialEq)]
pub struct Row {
    /// How many to begin with.
    pub first: u32,
    /// Usual height, px.
    pub height: f64,
}

/// The part that is in the page, and of which results.
#[derive(Clone)]
struct Drawn {
    of: Rc<Results<'static>>,
    part: Stretched,
    /// Distinguishes it from what was drawn before, where heights have become known.
    turn: u32,
}

/// What goes on between drawings.
struct Course {
    drawn: Drawn,
    /// What is to be drawn next.
    wish: Option<Drawn>,
    heights: Heights,
    width: f64,
    /// Height of the window; 0 is unknown.
    window: f64,
    /// Where the list begins, px from the top of the window.
    top: f64,
    /// Where that row has to stand after the next drawing; beyond the last one, the list's end.
    anchor: Option<(u32, f64)>,
    /// The row that the focus has to enter after the next drawing.
    enter: Option<u32>,
    /// What notes the place when scrolling rests.
    note: Option<wait::Timeout>,
    /// What draws more rows.
    more: Option<wait::Timeout>,
    /// What listens to scrolling and printing.
    watch: Vec<Listener>,
}

/// What is done with a list once the rest of the program is there: only then does it follow who
/// scrolls.
#[derive(Clone, Copy)]
pub enum Deed {
    /// Listens to scrolling and printing, and goes back to where the reader had been.
    Watch,
    /// Puts back what has moved.
    PutBack,
    /// Draws what is around the window.
    Look,
    /// Goes to the row at that place.
    Go(u32),
}

/// A list, and what it takes to change what is drawn of it.
#[derive(Clone)]
pub struct Hold {
    course: Rc<RefCell<Course>>,
    list: NodeRef,
    update: UseForceUpdateHandle,
}

/// Decides what of the results is in the page.
#[hook]
pub fn use_stretch(results: &Rc<Results<'static>>, row: Row) -> Stretch {
    let total = results.total();
    let list = use_node_ref();
    let course = use_mut_ref(|| Course::new(results.clone(), row));
    let drawn = course.borrow().next(results, row);
    let pieces = pieces(&drawn.part, total, &course.borrow().heights);
    let hold = Hold {
        course,
        list: list.clone(),
        update: use_force_update(),
    };
    {
        let hold = hold.clone();
        use_effect_with(drawn, move |drawn| hold.settle(drawn.clone()));
    }
    {
        let (hold, later) = (hold.clone(), use_later());
        use_effect_with(later.here().is_some(), move |_| {
            hold.ask(Deed::Watch);
            move || drop(std::mem::take(&mut hold.course.borrow_mut().watch))
        });
    }
    let go = Callback::from(move |place| hold.ask(Deed::Go(place)));
    Stretch { pieces, list, go }
}

impl Drawn {
    /// The first rows of other results.
    fn first(of: &Rc<Results<'static>>, n: u32) -> Self {
        Self {
            of: of.clone(),
            part: Stretched::first(n, of.total()),
            turn: 0,
        }
    }
}

/// Results are compared by identity, which is cheap.
impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.of, &other.of) && self.turn == other.turn && self.part == other.part
    }
}

/// Rows and gaps of a part, in order.
fn pieces(part: &Stretched, total: u32, heights: &Heights) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let gap = |pieces: &mut Vec<Piece>, places: Range<u32>| {
        if !places.is_empty() {
            pieces.push(Piece::Gap(places.clone(), heights.of(places)));
        }
    };
    for span in part.spans(total) {
        gap(&mut pieces, at..span.start);
        at = span.end;
        pieces.push(Piece::Rows(span));
    }
    gap(&mut pieces, at..total);
    pieces
}

impl Course {
    fn new(of: Rc<Results<'static>>, row: Row) -> Self {
        Self {
            drawn: Drawn::first(&of, FIRST),
            wish: None,
            heights: Heights::new(row.height),
            width: 0.0,
            window: 0.0,
            top: 0.0,
            anchor: None,
            enter: None,
            note: None,
            more: None,
            watch: Vec::new(),
        }
    }

    /// What to draw now. New results begin with a few rows, so that they are there at once.
    fn next(&self, results: &Rc<Results<'static>>, row: Row) -> Drawn {
        let known = [self.wish.as_ref(), Some(&self.drawn)]
            .into_iter()
            .flatten();
        let known = known
            .filter(|it| Rc::ptr_eq(&it.of, results))
            .max_by_key(|it| it.turn);
        known
            .cloned()
            .unwrap_or_else(|| Drawn::first(results, self.first(row)))
    }

    /// How many rows new results begin with: enough for what of the window is below the list's
    /// top, if that is known, and one more, as others may be lower.
    fn first(&self, row: Row) -> u32 {
        if self.window > 0.0 {
            let room = self.window - self.top;
            self.heights.between(0.0, room, u32::MAX).end + 1
        } else {
            row.first
        }
    }

    fn total(&self) -> u32 {
        self.drawn.of.total()
    }

    /// Takes in what is in sight: for each row in the page its place and where it stands.
    /// `None` where the page is not as drawn yet.
    fn learn(&mut self, sight: &Sight) -> Option<Vec<(u32, Ends)>> {
        let places = self.drawn.part.places(self.total());
        // A list that is hidden has no width, and its rows no height.
        if sight.width <= 0.0 || places.len() != sight.rows.len() {
            return None;
        }
        (self.window, self.top) = (sight.window, sight.list.0);
        if (self.width - sight.width).abs() > 0.5 {
            self.width = sight.width;
            self.heights.forget(true);
        }
        let rows: Vec<(u32, Ends)> = places.into_iter().zip(sight.rows.iter().copied()).collect();
        let heights = rows.iter().map(|(place, ends)| (*place, ends.1 - ends.0));
        self.heights.learn(&heights.collect::<Vec<_>>());
        Some(rows)
    }

    /// The part that should be in the page, where it is not the one that is.
    fn wanted(&mut self, sight: &Sight) -> Option<Stretched> {
        let guessed = self.heights.are_guessed();
        let rows = self.learn(sight)?;
        // Now that it is known how high rows are, so is how high the gaps have to be.
        let anew = guessed && !self.heights.are_guessed();
        let total = self.total();
        let seen = &self.drawn.part.seen;
        let around = |margin: f64| {
            let top = -sight.list.0 - margin;
            self.heights
                .between(top, top + 2.0 * margin + sight.window, total)
        };
        let near = around(sight.window / 2.0);
        let held = sight.focused.and_then(|row| rows.get(row)).map(|row| row.0);
        // What is drawn is put back first, as where it stands was a guess.
        let seen = if anew || seen.start <= near.start && near.end <= seen.end {
            seen.clone()
        } else if total <= WHOLE {
            0..total
        } else {
            around(sight.window)
        };
        let part = Stretched { seen, held };
        if !anew && part.spans(total) == self.drawn.part.spans(total) {
            self.drawn.part.held = held;
            return None;
        }
        self.anchor = self.anchor_in(&part, &rows, sight);
        Some(part)
    }

    /// What must not move: a row in sight that stays, or the end of the list.
    fn anchor_in(
        &self,
        part: &Stretched,
        rows: &[(u32, Ends)],
        sight: &Sight,
    ) -> Option<(u32, f64)> {
        let staying = part.spans(self.total());
        let stays = |place: &u32| staying.iter().any(|span| span.contains(place));
        let in_sight = |ends: &Ends| ends.1 > 0.0 && ends.0 < sight.window;
        let row = rows
            .iter()
            .find(|(place, ends)| stays(place) && in_sight(ends));
        let end = (sight.list.1 <= sight.window).then_some((u32::MAX, sight.list.1));
        row.map(|(place, ends)| (*place, ends.0)).or(end)
    }
}

impl Hold {
    /// Has something done, if the rest of the program is there.
    fn ask(&self, deed: Deed) {
        if let Some(here) = later::now().here() {
            let _ = draw(here, Part::List(self, deed));
        }
    }

    /// Does it.
    pub fn perform(&self, deed: Deed) {
        match deed {
            Deed::Watch => self.watch(),
            Deed::PutBack => self.put_back(),
            Deed::Look => self.look(),
            Deed::Go(place) => self.go(place),
        }
    }

    fn watch(&self) {
        if let Some((place, top)) = scroll::remembered() {
            self.draw_around(place, Some(top));
        }
        let (moved, print, leave) = (self.clone(), self.clone(), self.clone());
        let listeners = scroll::watch(
            move || moved.follow(),
            move || print.show_whole(),
            move || leave.remember(),
        );
        self.course.borrow_mut().watch = listeners;
    }

    fn element(&self) -> Option<Element> {
        self.list.cast::<Element>()
    }

    fn show(&self, part: Stretched) {
        {
            let mut course = self.course.borrow_mut();
            let of = course.drawn.of.clone();
            let turn = course.drawn.turn.wrapping_add(1);
            course.wish = Some(Drawn { of, part, turn });
        }
        self.update.force_update();
    }

    /// Draws what is around the window, if it is not drawn yet.
    fn look(&self) {
        let Some(sight) = self.element().and_then(|list| scroll::sight(&list)) else {
            return;
        };
        let wanted = {
            let mut course = self.course.borrow_mut();
            course.wanted(&sight)
        };
        if let Some(part) = wanted {
            self.show(part);
        }
    }

    /// Follows the reader who scrolls, and notes the place when they rest.
    fn follow(&self) {
        self.look();
        let hold = self.clone();
        let note = wait::after(NOTE, move || hold.remember());
        self.course.borrow_mut().note = Some(note);
    }

    /// After a drawing: puts back what has moved, and sees whether more is to be drawn.
    fn settle(&self, drawn: Drawn) {
        let (fresh, deep) = {
            let mut course = self.course.borrow_mut();
            let fresh = !Rc::ptr_eq(&course.drawn.of, &drawn.of);
            let deep = course.drawn.part.seen.start > 0;
            if fresh {
                course.heights.forget(false);
                (course.anchor, course.enter) = (None, None);
            }
            course.drawn = drawn;
            (fresh, deep)
        };
        self.ask(Deed::PutBack);
        if deep {
            self.ask(Deed::Look);
        }
        let rest = if fresh { REST } else { 0 };
        let hold = self.clone();
        let more = wait::after(rest, move || hold.grow());
        self.course.borrow_mut().more = Some(more);
    }

    /// Draws a little more of a short list, until it is whole; of others what is in sight.
    fn grow(&self) {
        let (part, total) = {
            let course = self.course.borrow();
            (course.drawn.part.clone(), course.total())
        };
        if total > WHOLE || part.seen == (0..total) {
            return self.ask(Deed::Look);
        }
        self.show(Stretched {
            seen: 0..(part.seen.end + SLICE).min(total),
            held: part.held,
        });
    }

    /// Draws as much as is printed.
    fn show_whole(&self) {
        let held = self.course.borrow().drawn.part.held;
        let seen = 0..WHOLE;
        self.show(Stretched { seen, held });
    }

    fn put_back(&self) {
        let (anchor, enter) = {
            let mut course = self.course.borrow_mut();
            (course.anchor.take(), course.enter.take())
        };
        let Some(list) = self
            .element()
            .filter(|_| anchor.is_some() || enter.is_some())
        else {
            return;
        };
        let places = {
            let course = self.course.borrow();
            course.drawn.part.places(course.total())
        };
        let row = |wanted: u32| places.iter().position(|place| *place == wanted);
        if let Some((place, top)) = anchor
            && let Some(sight) = scroll::sight(&list)
        {
            let row = row(place).and_then(|row| sight.rows.get(row));
            let now = row.map_or(sight.list.1, |ends| ends.0);
            if (now - top).abs() >= 1.0 {
                scroll::by(now - top);
            }
        }
        if let Some(row) = enter.and_then(row) {
            scroll::enter(&list, row);
        }
    }

    /// Draws the rows around a place; the row itself has to stand there, where that is said.
    fn draw_around(&self, place: u32, top: Option<f64>) {
        let part = {
            let mut course = self.course.borrow_mut();
            let place = place.min(course.total().saturating_sub(1));
            course.anchor = top.map(|top| (place, top));
            let whole = course.total() <= WHOLE;
            Stretched {
                seen: if whole {
                    0..WHOLE
                } else {
                    place.saturating_sub(8)..place + 16
                },
                held: course.drawn.part.held,
            }
        };
        self.show(part);
    }

    fn go(&self, place: u32) {
        self.draw_around(place, None);
        self.course.borrow_mut().enter = Some(place);
    }

    /// Notes with the history where in the list the reader is.
    fn remember(&self) {
        let Some(sight) = self.element().and_then(|list| scroll::sight(&list)) else {
            return;
        };
        let rows = self.course.borrow_mut().learn(&sight).unwrap_or_default();
        let first = rows.iter().find(|(_, ends)| ends.0 >= 0.0);
        let first = first.filter(|_| sight.list.0 < 0.0);
        scroll::remember(first.map(|(place, ends)| (*place, ends.0)));
    }
}
