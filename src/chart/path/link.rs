//! One link as a line from the earlier point to the later one.
//!
//! In: what the link is, two points and a [`Pen`]. Out: marks. A reversal is bold
//! with a filled head, a supersession is dashed, any other link a plain line;
//! where the pen says so, these two end in an open head. Invariant: a head
//! touches the later point and covers none of it.

use crate::chart::backend::Stage;
use crate::chart::look;
use crate::chart::picture::At;
use crate::chart::sheet::Sheet;
use crate::corpus::model::Relation;

/// How links are drawn.
#[derive(Clone, Copy)]
pub struct Pen {
    /// Radius of the points that they join, px.
    pub radius: i32,
    /// Radius of those said from government, px.
    pub ring: i32,
    /// Whether every link shows its direction, and not only a reversal.
    pub heads: bool,
}

/// Length and half the width of an open head, px.
const OPEN: (f64, f64) = (6.0, 4.0);

/// Draws one link, to the later point.
pub fn draw<DB: Stage>(sheet: &mut Sheet<DB>, relation: Relation, ends: [At; 2], pen: Pen) {
    match relation {
        Relation::Reverses => return reversal(sheet, ends, pen),
        Relation::Supersedes => sheet.dashes(look::PATH, ends),
        _ => sheet.line(look::PATH, &ends),
    }
    let way = Way::new(ends);
    let gap = f64::from(pen.radius) + 1.0;
    let (long, wing) = OPEN;
    if pen.heads && way.length > gap + 2.0 * long {
        let back = gap + long;
        let corners = [
            way.place(back, wing),
            way.place(gap, 0.0),
            way.place(back, -wing),
        ];
        sheet.line(look::PATH, &corners);
    }
}

/// A bold line with a filled head.
fn reversal<DB: Stage>(sheet: &mut Sheet<DB>, ends: [At; 2], pen: Pen) {
    let way = Way::new(ends);
    let head = f64::from(pen.radius.min(7)) * 2.0;
    let gap = f64::from(pen.radius) + 1.0;
    if way.length < head + gap {
        return sheet.line(look::REVERSAL, &ends);
    }
    sheet.line(look::REVERSAL, &[ends[0], way.place(gap + head * 0.6, 0.0)]);
    let wing = head * 0.55;
    let corners = [
        way.place(gap, 0.0),
        way.place(gap + head, wing),
        way.place(gap + head, -wing),
    ];
    sheet.polygon(look::ARROW, &corners);
}

/// The way from one point to another.
struct Way {
    to: (f64, f64),
    /// Its direction; of a way of no length to the right.
    unit: (f64, f64),
    length: f64,
}

impl Way {
    fn new([from, to]: [At; 2]) -> Self {
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let length = (dx * dx + dy * dy).sqrt();
        let unit = if length > 0.0 {
            (dx / length, dy / length)
        } else {
            (1.0, 0.0)
        };
        Self {
            to: (f64::from(to.0), f64::from(to.1)),
            unit,
            length,
        }
    }

    /// A place so far back from its end and so far aside of it, px.
    fn place(&self, back: f64, aside: f64) -> At {
        let x = self.to.0 - self.unit.0 * back - self.unit.1 * aside;
        let y = self.to.1 - self.unit.1 * back + self.unit.0 * aside;
        (x.round() as i32, y.round() as i32)
    }
}
