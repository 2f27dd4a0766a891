//! Years along an axis, and columns of years.
//!
//! In: the first and the last year, and room, px. Out: where each year stands
//! and how it is written. Invariant: the first and the last year are written.

use plotters::coord::ranged1d::{IntoSegmentedCoord, Ranged, SegmentValue, SegmentedCoord};
use plotters::coord::types::RangedCoordi32;

use super::look::TICK;
use super::text;

/// One column for each year.
pub struct Columns {
    years: SegmentedCoord<RangedCoordi32>,
    limit: (i32, i32),
    first: u16,
    last: u16,
    /// Width of a column, px.
    pub step: i32,
}

impl Columns {
    /// Columns from `left` to `right` px, none wider than `widest`.
    pub fn new((first, last): (u16, u16), left: i32, right: i32, widest: i32) -> Self {
        // A range of one value has no place of its own in plotters: give it a second.
        let end = last.max(first.saturating_add(1));
        let count = |end: u16| i32::from(end - first) + 1;
        let room = (right - left) * count(end) / count(last);
        let width = room.min(widest * count(end));
        Self {
            years: (i32::from(first)..i32::from(end)).into_segmented(),
            limit: (left, left + width),
            first,
            last,
            step: width / count(end),
        }
    }

    /// The left and the right edge of a year's column, px.
    pub fn edges(&self, year: u16) -> (i32, i32) {
        let at = |year| {
            self.years
                .map(&SegmentValue::Exact(i32::from(year)), self.limit)
        };
        (at(year), at(year.saturating_add(1)))
    }

    /// Its middle, px.
    pub fn middle(&self, year: u16) -> i32 {
        let (left, right) = self.edges(year);
        i32::midpoint(left, right)
    }

    /// The right edge of the last column, px.
    pub fn right(&self) -> i32 {
        self.edges(self.last).1
    }

    /// The years to be written, each as it fits: all of them in full, all of
    /// them short, or some in full.
    pub fn labels(&self) -> Vec<(u16, String)> {
        let full = text::width("2000", TICK.size);
        if self.step >= full + 6 {
            return (self.first..=self.last)
                .map(|year| (year, year.to_string()))
                .collect();
        }
        if self.step >= text::width("’00", TICK.size) + 3 {
            return (self.first..=self.last)
                .map(|year| (year, short(year)))
                .collect();
        }
        let room = self.right() - self.limit.0;
        let most = (room / (full + 12)).max(2) as usize;
        let far = |a: u16, b: u16| i32::from(a.abs_diff(b)) * self.step >= full + 8;
        let mut years: Vec<u16> = RangedCoordi32::from(i32::from(self.first)..i32::from(self.last))
            .key_points(most)
            .into_iter()
            .filter_map(|year| u16::try_from(year).ok())
            .filter(|&year| far(year, self.first) && far(year, self.last))
            .collect();
        years.insert(0, self.first);
        if self.last > self.first {
            years.push(self.last);
        }
        years
            .into_iter()
            .map(|year| (year, year.to_string()))
            .collect()
    }
}

/// "’05".
fn short(year: u16) -> String {
    let mut text = String::from("’");
    for part in [year / 10 % 10, year % 10] {
        text.push_str(&part.to_string());
    }
    text
}
