//! A path as the picture of its thread: poles, levels, years, names and typed links.
//!
//! In: a path and a width, px. Out: a drawing as high as its names need. Time
//! runs from left to right, the first pole is at the top and the second at the
//! bottom. Invariants: height on the page means the position and nothing else;
//! every point can be pressed, together with a name of its own.

use super::names::{Marks, Name, Names};
use super::press::{self, REACH};
use super::spread::{level, spread};
use super::{Time, relations, steps, years};
use crate::chart::axis::Columns;
use crate::chart::backend::Stage;
use crate::chart::key;
use crate::chart::look::{self, POLE, SPEAKER, TICK};
use crate::chart::picture::{Anchor, At, Key, Tag};
use crate::chart::sheet::{Area, Drawn, Frame, Sheet};
use crate::chart::{text, texture, words};
use crate::explore::series::{Path, Point};

/// Radius of a point, px.
const RADIUS: i32 = 6;
/// From one of several points on a spot to the next, px.
const APART: i32 = 16;
/// Left and right of the years, px.
const EDGE: i32 = 10;
/// Height of a line of text, px.
const LINE: i32 = 18;

/// Where everything stands.
pub struct Layout<'a> {
    path: &'a Path<'a>,
    width: i32,
    key: key::Layout,
    columns: Columns,
    poles: [Vec<String>; 2],
    places: Vec<At>,
    names: Vec<Name>,
    /// Where the middle level is, px.
    zero: i32,
    /// From one level to the next, px.
    gap: i32,
    /// Lower edge of the plot, px.
    bottom: i32,
}

impl<'a> Layout<'a> {
    /// Lays the picture out on `width` px.
    pub fn new(path: &'a Path<'a>, width: u32) -> Self {
        let width = width as i32;
        let domain = years(path);
        let time = Time::new(domain, EDGE, width - EDGE);
        let key = key::Layout::new(&key::samples(path), 0, width);
        let poles = path.poles.map(|pole| text::squeeze(pole, POLE.size, width));
        let top = key.height + poles[0].len() as i32 * LINE;
        let dates: Vec<i32> = path
            .points
            .iter()
            .map(|point| time.at(point.made))
            .collect();
        let x = spread(path, &dates, APART, (EDGE, width - EDGE));
        let levels: Vec<i8> = (0..x.len()).map(|n| level(path, n)).collect();
        let marks = Marks {
            x: &x,
            level: &levels,
            text: &path.points.iter().map(name).collect::<Vec<_>>(),
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
    fn axis(&self) -> i32 {
        self.bottom + self.poles[1].len() as i32 * LINE + 4
    }

    /// Height of the whole picture, px.
    pub fn height(&self) -> u32 {
        (self.axis() + 6 + LINE) as u32
    }

    /// Draws it on an area of that size: first all that lies beneath the points.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        self.key.draw(&mut sheet);
        self.frame(&mut sheet);
        steps(&mut sheet, self.path, &self.places, RADIUS);
        let names = self.names.iter().map(|name| name.frame);
        relations::draw(
            &mut sheet,
            self.path,
            &self.places,
            self.width,
            names.collect(),
        );
        for name in &self.names {
            let Frame { left, right, .. } = name.frame;
            let ground = Frame {
                left: (left - 2).max(0),
                right: (right + 2).min(self.width),
                ..name.frame
            };
            sheet.rect(look::GROUND, ground);
            for &lead in &name.leads {
                sheet.rect(look::AXIS, lead);
            }
            if name.points.len() > 1 {
                write(&mut sheet, name);
            }
        }
        for (n, (point, &place)) in self.path.points.iter().zip(&self.places).enumerate() {
            let tag = Tag {
                key: Key::Unit(point.unit),
                class: "point",
                title: words::point(point),
            };
            let own = self.names.iter().find(|name| name.points == [n]);
            sheet.group(tag, |sheet| {
                sheet.target(press::frame(n, own, &self.places, &self.names, self.width));
                if let Some(name) = own {
                    write(sheet, name);
                }
                texture::point(sheet, point.kind, place, RADIUS);
            });
        }
        sheet.finish()
    }

    /// Poles, levels and years.
    fn frame<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let axis = self.axis();
        for (lines, top) in self.poles.iter().zip([self.key.height, self.bottom]) {
            for (n, line) in lines.iter().enumerate() {
                let y = top + n as i32 * LINE + LINE / 2;
                sheet.text(POLE, Anchor::Start, (0, y), line);
            }
        }
        for at in -2..=2 {
            let y = self.zero + at * self.gap;
            sheet.rect(look::GRID, Frame::new(0, y, self.width, y + 1));
        }
        sheet.rect(look::AXIS, Frame::new(0, axis, self.width, axis + 1));
        for (year, label) in self.columns.labels() {
            let (left, x) = (self.columns.edges(year).0, self.columns.middle(year));
            sheet.rect(look::AXIS, Frame::new(left, axis, left + 1, axis + 5));
            sheet.text(TICK, Anchor::Middle, (x, axis + 6 + LINE / 2), &label);
        }
    }
}

/// "Ed Miliband, 2015", "Labour Party, about 2015".
fn name(point: &Point) -> String {
    let about = if point.made.approximate { "about " } else { "" };
    let year = point.made.year().to_string();
    [point.speaker, ", ", about, &year].concat()
}

fn write<DB: Stage>(sheet: &mut Sheet<DB>, name: &Name) {
    let Frame {
        left,
        top,
        right,
        bottom,
    } = name.frame;
    let x = match name.anchor {
        Anchor::Start => left,
        Anchor::Middle => i32::midpoint(left, right),
        Anchor::End => right,
    };
    sheet.text(
        SPEAKER,
        name.anchor,
        (x, i32::midpoint(top, bottom)),
        &name.text,
    );
}
