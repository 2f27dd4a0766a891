//! The picture of a thread laid out: poles, levels, years, names and typed links.
//!
//! In: a path and a width, px. Out: where all of it stands, as high as its names
//! need, for `scene` to draw. Time runs from left to right, the first pole is at
//! the top and the second at the bottom. Invariants: height on the page means the
//! position and nothing else; every point has 24 px each way to be pressed on,
//! for which the picture grows wider than asked where it must.

use super::names::{Marks, Name, Names};
use super::press::REACH;
use super::said::Said;
use super::spread::{level, most, spread};
use super::{Time, relations, years};
use crate::chart::axis::Columns;
use crate::chart::look::POLE;
use crate::chart::picture::At;
use crate::chart::{key, text};
use crate::explore::series::Path;

/// Poles are measured at this size, px: they are bold and take more room.
const MEASURED: i32 = POLE.size + 2;
/// Radius of a point, px.
pub(super) const RADIUS: i32 = 6;
/// Radius of the ring around what was said from government, px.
pub(super) const RING: i32 = 9;
/// From one of several points on a spot to the next, px: each can be pressed.
const APART: i32 = 2 * REACH;
/// Left and right of the years, px.
const EDGE: i32 = REACH;
/// Between a pole and the nearest mark or name, px.
pub(super) const SPACE: i32 = 5;
/// Height of a line of text, px.
pub(super) const LINE: i32 = 18;

/// Where everything stands.
pub struct Layout<'a> {
    pub(super) path: &'a Path<'a>,
    pub(super) width: i32,
    pub(super) key: key::Layout,
    pub(super) columns: Columns,
    pub(super) poles: [Vec<String>; 2],
    pub(super) places: Vec<At>,
    pub(super) names: Vec<Name>,
    /// Where the middle level is, px.
    pub(super) zero: i32,
    /// From one level to the next, px.
    pub(super) gap: i32,
    /// Lower edge of the plot, px.
    pub(super) bottom: i32,
}

impl<'a> Layout<'a> {
    /// Lays the picture out on `width` px, or on more where the points of one
    /// level would else be too near to each other to be pressed.
    pub fn new(path: &'a Path<'a>, width: u32) -> Self {
        let least = 2 * EDGE + (most(path) as i32 - 1) * APART;
        let width = (width as i32).max(least);
        let domain = years(path);
        let time = Time::new(domain, EDGE, width - EDGE);
        let key = key::Layout::new(&key::samples(path), 0, width);
        let poles = path.poles.map(|pole| text::squeeze(pole, MEASURED, width));
        let top = key.height + poles[0].len() as i32 * LINE + SPACE;
        let dates: Vec<i32> = path
            .points
            .iter()
            .map(|point| time.at(point.made))
            .collect();
        let x = spread(path, &dates, APART, (EDGE, width - EDGE));
        let levels: Vec<i8> = (0..x.len()).map(|n| level(path, n)).collect();
        let said = path.points.iter().map(|point| Said::new(point, width));
        let said: Vec<Said> = said.collect();
        let marks = Marks {
            x: &x,
            level: &levels,
            said: &said,
            links: &relations::ends(path),
            width,
        };
        let Names { mut all, gap, .. } = marks.names();
        // From the outer levels to the poles: room for a mark, or for the names there.
        let (mut above, mut below) = (-2 * gap - REACH, 2 * gap + REACH);
        for name in &all {
            above = above.min(name.frame.top);
            below = below.max(name.frame.bottom);
        }
        let zero = top - above;
        for frame in all.iter_mut().flat_map(Name::frames) {
            frame.top += zero;
            frame.bottom += zero;
        }
        let places = x.into_iter().zip(levels);
        Self {
            path,
            width,
            key,
            columns: Columns::new(domain, EDGE, width - EDGE, width),
            poles,
            places: places
                .map(|(x, at)| (x, zero + i32::from(at) * gap))
                .collect(),
            names: all,
            zero,
            gap,
            bottom: zero + below,
        }
    }

    /// The line under which the years stand, px.
    pub(super) fn axis(&self) -> i32 {
        self.bottom + SPACE + self.poles[1].len() as i32 * LINE + 4
    }

    /// Width of the whole picture, px.
    pub fn width(&self) -> u32 {
        self.width as u32
    }

    /// Height of the whole picture, px.
    pub fn height(&self) -> u32 {
        (self.axis() + 6 + LINE) as u32
    }
}
