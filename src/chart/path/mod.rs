//! A thread through time: the path a question's answers took between its poles.
//!
//! In: a [`Path`](crate::explore::series::Path). Out: a miniature for a list
//! (`mini`) and the full picture (`full`). Both stand on one time scale, draw a
//! point for each answer and a line only where a link joins two of them.
//! A point's height is its position and nothing else; what would overlap moves
//! sideways (`spread`), and names give way (`names`).
//! Invariant: a reversal, a supersession and any other step look different, and in
//! the full picture each shows which way it goes.

pub mod full;
pub mod link;
pub mod mini;
pub mod names;
pub mod press;
pub mod relations;
pub mod run;
pub mod said;
mod scene;
pub mod spread;

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi32;

use self::link::Pen;
use super::backend::Stage;
use super::picture::{At, Key, Tag};
use super::sheet::Sheet;
use super::words;
use crate::corpus::date::{Date, Day};
use crate::corpus::model::Side;
use crate::explore::series::Path;

/// From days to px, over whole years.
pub struct Time {
    days: RangedCoordi32,
    limit: (i32, i32),
}

impl Time {
    /// From the start of the first year at `left` px to the end of the last at `right`.
    pub fn new((first, last): (u16, u16), left: i32, right: i32) -> Self {
        let start = |year| first_day(year);
        Self {
            days: (start(first)..start(last.saturating_add(1))).into(),
            limit: (left, right),
        }
    }

    /// Where a date stands, px; an imprecise one in its middle.
    pub fn at(&self, date: Date) -> i32 {
        self.days
            .map(&date.days(), self.limit)
            .min(self.limit.1)
            .max(self.limit.0)
    }
}

/// The first day of a year.
fn first_day(year: u16) -> i32 {
    let (month, day) = (0, 0);
    Date::on(Day { year, month, day }).bounds().0
}

/// The years from the first to the last point.
pub fn years(path: &Path) -> (u16, u16) {
    let years = path.points.iter().map(|point| point.made.first.year);
    let first = years.clone().min().unwrap_or(0);
    (first, years.max().unwrap_or(first))
}

/// Draws the links of a path between its points, which stand at `places`.
fn steps<DB: Stage>(sheet: &mut Sheet<DB>, path: &Path, places: &[At], pen: Pen) {
    for &step in &path.steps {
        let (Some(&from), Some(&to)) = (places.get(step.to), places.get(step.from)) else {
            continue;
        };
        let title = words::step(step, &path.points);
        let tag = Tag {
            key: Key::None,
            class: "step",
            title,
        };
        let later = path.points.get(step.from);
        let ringed = later.is_some_and(|point| point.side == Side::Government);
        let radius = if ringed { pen.ring } else { pen.radius };
        let pen = Pen { radius, ..pen };
        sheet.group(tag, |sheet| {
            link::draw(sheet, step.relation, [from, to], pen);
        });
    }
}
