//! A path in a list: small, without names, but with every point and link.
//!
//! In: a path, the years to span and a size, px. Out: a drawing of that size,
//! with the poles named where it is high enough for that and the last point
//! larger than the others. Several with the same span line up. Invariant: points
//! on one spot stand side by side, so that each can be seen.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi32;

use super::link::Pen;
use super::spread::spread;
use super::{Time, steps};
use crate::chart::backend::Stage;
use crate::chart::look::{self, SMALL, SMALL_POLE};
use crate::chart::picture::{Anchor, At, Key, Tag};
use crate::chart::sheet::{Area, Drawn, Frame, Sheet};
use crate::chart::{text, texture, words};
use crate::explore::series::{Path, Point};

/// Poles are measured at this size, px: they are bold and take more room.
const MEASURED: i32 = SMALL_POLE.size + 2;
/// Radius of a point, px.
const RADIUS: i32 = 4;
/// Radius of the last point, px.
const LAST: i32 = 6;
/// From one of several points on a spot to the next, px.
const APART: i32 = 10;
/// Height of a line of text, px.
const LINE: i32 = 13;
/// The least height at which the poles are named, px.
const NAMED: u32 = 72;

/// Where everything stands.
struct Layout {
    width: i32,
    time: Time,
    /// From position to px.
    levels: RangedCoordi32,
    /// The first and the last level, px.
    span: (i32, i32),
}

/// Draws the miniature over a whole area.
///
/// # Errors
/// Those of the backend.
pub fn draw<DB: Stage>(path: &Path, domain: (u16, u16), area: &Area<DB>) -> Drawn<DB> {
    let (width, height) = area.dim_in_pixel();
    let pole = if height < NAMED { 0 } else { LINE };
    let (width, height) = (width as i32, height as i32);
    let mut sheet = Sheet::new(area);
    let edge = LAST + 1;
    let floor = height - LINE - 2;
    let layout = Layout {
        width,
        time: Time::new(domain, edge, width - edge),
        levels: (-2..2).into(),
        span: (pole + edge, floor - pole - edge - i32::from(pole > 0)),
    };
    for at in [-2, 0, 2] {
        let y = layout.level(at);
        sheet.rect(look::GRID, Frame::new(0, y, width, y + 1));
    }
    if pole > 0 {
        sheet.rect(look::AXIS, Frame::new(0, floor, width, floor + 1));
        let middles = [pole / 2, floor - 1 - pole / 2];
        for (pole, y) in path.poles.into_iter().zip(middles) {
            let pole = text::shorten(pole, MEASURED, width);
            sheet.text(SMALL_POLE, Anchor::Start, (0, y), &pole);
        }
    }
    let places = layout.places(path, edge);
    let pen = Pen {
        radius: RADIUS,
        ring: RADIUS,
        heads: false,
    };
    steps(&mut sheet, path, &places, pen);
    points(&mut sheet, &path.points, &places);
    let row = height - LINE / 2;
    sheet.text(SMALL, Anchor::Start, (0, row), &domain.0.to_string());
    if domain.1 > domain.0 {
        sheet.text(SMALL, Anchor::End, (width, row), &domain.1.to_string());
    }
    sheet.finish()
}

impl Layout {
    fn level(&self, at: i8) -> i32 {
        self.levels.map(&i32::from(at.clamp(-2, 2)), self.span)
    }

    /// Where the points stand.
    fn places(&self, path: &Path, edge: i32) -> Vec<At> {
        let dates: Vec<i32> = path.points.iter().map(|p| self.time.at(p.made)).collect();
        let x = spread(path, &dates, APART, (edge, self.width - edge));
        let points = path.points.iter().zip(x);
        points.map(|(point, x)| (x, self.level(point.at))).collect()
    }
}

/// The points, the last of them above the others.
fn points<DB: Stage>(sheet: &mut Sheet<DB>, points: &[Point], places: &[At]) {
    for (n, (point, &place)) in points.iter().zip(places).enumerate() {
        let radius = if n + 1 == points.len() { LAST } else { RADIUS };
        let tag = Tag {
            key: Key::Unit(point.unit),
            class: "point",
            title: words::point(point),
        };
        sheet.group(tag, |sheet| {
            texture::point(sheet, point.kind, place, radius);
        });
    }
}
