//! A path as the picture of its thread: poles, years, names and typed links.
//!
//! In: a path and a width, px. Out: a drawing as high as its names need. Time
//! runs from left to right, the first pole is at the top and the second at the
//! bottom. Invariant: every point can be pressed, together with its name.

use super::lanes::{self, Item, Lanes};
use super::{Time, steps, years};
use crate::chart::axis::Columns;
use crate::chart::backend::Stage;
use crate::chart::key::{self, Sample};
use crate::chart::look::{self, Face, POLE, RELATION, SPEAKER, TICK};
use crate::chart::picture::{Anchor, At, Key, Tag};
use crate::chart::sheet::{Area, Drawn, Frame, Sheet};
use crate::chart::{text, texture, words};
use crate::corpus::model::{Kind, Relation};
use crate::explore::series::{Path, Point, Step};

/// Radius of a point, px.
const RADIUS: i32 = 6;
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
    names: Vec<String>,
    poles: [Vec<String>; 2],
    /// Upper edge of the plot, px.
    top: i32,
    lanes: Lanes,
}

impl<'a> Layout<'a> {
    /// Lays the picture out on `width` px.
    pub fn new(path: &'a Path<'a>, width: u32) -> Self {
        let width = width as i32;
        let domain = years(path);
        let time = Time::new(domain, EDGE, width - EDGE);
        let key = key::Layout::new(&samples(path), 0, width);
        let poles = path.poles.map(|pole| text::squeeze(pole, POLE.size, width));
        let top = key.height + poles[0].len() as i32 * LINE;
        let name =
            |point: &Point| [point.speaker, ", ", &point.made.first.year.to_string()].concat();
        let names: Vec<String> = path.points.iter().map(name).collect();
        let item = |(n, name): (usize, &String)| Item {
            x: time.at(path.points[n].made),
            at: path.points[n].at,
            name: text::width(name, SPEAKER.size),
            below: lean(path, n) < 0,
        };
        let items: Vec<Item> = names.iter().enumerate().map(item).collect();
        Self {
            path,
            width,
            key,
            columns: Columns::new(domain, EDGE, width - EDGE, width),
            lanes: lanes::place(&items, top, width),
            names,
            poles,
            top,
        }
    }

    /// The line under which the years stand, px.
    fn axis(&self) -> i32 {
        self.lanes.bottom + 4 + self.poles[1].len() as i32 * LINE
    }

    /// Height of the whole picture, px.
    pub fn height(&self) -> u32 {
        (self.axis() + 6 + LINE) as u32
    }

    /// Draws it on an area of that size.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        self.key.draw(&mut sheet);
        self.frame(&mut sheet);
        let places: Vec<At> = self.lanes.spots.iter().map(|spot| spot.mark).collect();
        steps(&mut sheet, self.path, &places, RADIUS);
        self.relations(&mut sheet);
        let named = self.lanes.spots.iter().zip(&self.names);
        for (point, (spot, name)) in self.path.points.iter().zip(named) {
            let title = words::point(point);
            let tag = Tag {
                key: Key::Unit(point.unit),
                class: "point",
                title,
            };
            sheet.group(tag, |sheet| {
                sheet.target(spot.target());
                write(sheet, SPEAKER, spot.anchor, spot.name, name);
                texture::point(sheet, point.kind, spot.mark, RADIUS);
            });
        }
        sheet.finish()
    }

    /// Poles, middle and years.
    fn frame<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let (bottom, axis) = (self.lanes.bottom, self.axis());
        for (lines, top) in self.poles.iter().zip([self.key.height, bottom + 4]) {
            for (n, line) in lines.iter().enumerate() {
                let y = top + n as i32 * LINE + LINE / 2;
                sheet.text(POLE, Anchor::Start, (0, y), line);
            }
        }
        for y in [self.top, self.lanes.zero, bottom] {
            sheet.rect(look::GRID, Frame::new(0, y, self.width, y + 1));
        }
        sheet.rect(look::AXIS, Frame::new(0, axis, self.width, axis + 1));
        for (year, label) in self.columns.labels() {
            let (left, x) = (self.columns.edges(year).0, self.columns.middle(year));
            sheet.rect(look::AXIS, Frame::new(left, axis, left + 1, axis + 5));
            sheet.text(TICK, Anchor::Middle, (x, axis + 6 + LINE / 2), &label);
        }
    }

    /// Writes on each link what it is, where there is room to.
    fn relations<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let spots = &self.lanes.spots;
        let mut taken: Vec<Frame> = spots.iter().map(lanes::Spot::target).collect();
        for step in &self.path.steps {
            let (Some(from), Some(to)) = (spots.get(step.to), spots.get(step.from)) else {
                continue;
            };
            let word = step.relation.id();
            let half = text::width(word, RELATION.size) / 2 + 3;
            let place = PLACES.into_iter().find_map(|share| {
                let (x, y) = along(from.mark, to.mark, share);
                let place = Frame::new(x - half, y - 8, x + half, y + 8);
                let free = taken.iter().all(|other| !other.meets(place));
                (free && leaves_line(from.mark, to.mark, half)).then_some(place)
            });
            if let Some(place) = place {
                let middle = (place.left + half, place.top + 8);
                write(sheet, RELATION, Anchor::Middle, middle, word);
                taken.push(place);
            }
        }
    }
}

/// What needs a key: every kind that occurs, and the links that are not plain lines.
fn samples(path: &Path) -> Vec<Sample> {
    let kinds = Kind::ALL.into_iter();
    let kinds = kinds.filter(|&kind| path.points.iter().any(|point| point.kind == kind));
    let links = [Relation::Reverses, Relation::Supersedes].into_iter();
    let links = links.filter(|&link| path.steps.iter().any(|step| step.relation == link));
    kinds
        .map(Sample::Point)
        .chain(links.map(Sample::Step))
        .collect()
}

/// Where a link's word may stand, in hundredths of its way.
const PLACES: [i32; 5] = [50, 42, 58, 33, 67];

fn along(from: At, to: At, share: i32) -> At {
    let part = |from: i32, to: i32| from + (to - from) * share / 100;
    (part(from.0, to.0), part(from.1, to.1))
}

/// Whether enough of a line is seen on both sides of a word `half` px to each side.
fn leaves_line(from: At, to: At, half: i32) -> bool {
    let (dx, dy) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    dx > 2 * half + 40 || dy > 2 * 8 + 36
}

/// Whether the links of a point lead down (above 0) or up (below 0).
fn lean(path: &Path, n: usize) -> i32 {
    let at = |n: usize| path.points.get(n).map_or(0, |point| i32::from(point.at));
    let away = |step: &Step| match (step.from == n, step.to == n) {
        (true, false) => (at(step.to) - at(n)).signum(),
        (false, true) => (at(step.from) - at(n)).signum(),
        _ => 0,
    };
    path.steps.iter().map(away).sum()
}

/// Writes a text on ground of its own, so that no line runs through it.
fn write<DB: Stage>(sheet: &mut Sheet<DB>, face: Face, anchor: Anchor, (x, y): At, text: &str) {
    let width = text::width(text, face.size);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2,
        Anchor::End => x - width,
    };
    let (left, right) = ((left - 2).max(0), left + width);
    sheet.rect(look::GROUND, Frame::new(left, y - 8, right, y + 8));
    sheet.text(face, anchor, (x, y), text);
}
