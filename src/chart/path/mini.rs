//! A path in a list: small, without names, but with every point and link.
//!
//! In: a path, the years to span and a size, px. Out: a drawing of that size.
//! Several with the same span line up. Invariant: points on one spot stand side
//! by side, so that each can be seen.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi32;

use super::spread::spread;
use super::{Time, steps};
use crate::chart::backend::Stage;
use crate::chart::look::{self, SMALL};
use crate::chart::picture::{Anchor, At, Key, Tag};
use crate::chart::sheet::{Area, Drawn, Frame, Sheet};
use crate::chart::{texture, words};
use crate::explore::series::Path;

/// Radius of a point, px.
const RADIUS: i32 = 4;
/// From one of several points on a spot to the next, px.
const APART: i32 = 7;
/// Height of the years, px.
const YEARS: i32 = 13;

/// Draws the miniature over a whole area.
///
/// # Errors
/// Those of the backend.
pub fn draw<DB: Stage>(path: &Path, domain: (u16, u16), area: &Area<DB>) -> Drawn<DB> {
    let (width, height) = area.dim_in_pixel();
    let (width, height) = (width as i32, height as i32);
    let mut sheet = Sheet::new(area);
    let time = Time::new(domain, RADIUS + 1, width - RADIUS - 1);
    let floor = height - YEARS;
    let levels: RangedCoordi32 = (-2..2).into();
    let level = |at: i8| {
        levels.map(
            &i32::from(at.clamp(-2, 2)),
            (RADIUS + 2, floor - RADIUS - 2),
        )
    };
    for at in [-2, 0, 2] {
        let y = level(at);
        sheet.rect(look::GRID, Frame::new(0, y, width, y + 1));
    }
    let dates: Vec<i32> = path.points.iter().map(|p| time.at(p.made)).collect();
    let x = spread(path, &dates, APART, (RADIUS + 1, width - RADIUS - 1));
    let places: Vec<At> = path
        .points
        .iter()
        .zip(x)
        .map(|(point, x)| (x, level(point.at)))
        .collect();
    steps(&mut sheet, path, &places, RADIUS);
    for (point, &place) in path.points.iter().zip(&places) {
        let tag = Tag {
            key: Key::Unit(point.unit),
            class: "point",
            title: words::point(point),
        };
        sheet.group(tag, |sheet| {
            texture::point(sheet, point.kind, place, RADIUS);
        });
    }
    let row = height - YEARS / 2;
    sheet.text(SMALL, Anchor::Start, (0, row), &domain.0.to_string());
    if domain.1 > domain.0 {
        sheet.text(SMALL, Anchor::End, (width, row), &domain.1.to_string());
    }
    sheet.finish()
}
