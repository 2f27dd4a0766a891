//! The picture of a thread, drawn where [`Layout`] placed everything.
//!
//! In: a layout. Out: marks: first all that lies beneath the points, then each
//! point in a group of its own with what is pressed and its name. Invariant: a
//! link runs through no name, for names have a ground.

use super::full::{LINE, Layout, RADIUS, RING, SPACE};
use super::link::Pen;
use super::names::Name;
use super::{press, relations, steps};
use crate::chart::backend::Stage;
use crate::chart::look::{self, POLE, TICK};
use crate::chart::picture::{Anchor, Key, Tag};
use crate::chart::sheet::{Area, Drawn, Frame, Sheet};
use crate::chart::{texture, words};
use crate::corpus::model::Side;

impl Layout<'_> {
    /// Draws it on an area of that size: first all that lies beneath the points.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw<DB: Stage>(&self, area: &Area<DB>) -> Drawn<DB> {
        let mut sheet = Sheet::new(area);
        self.key.draw(&mut sheet);
        self.frame(&mut sheet);
        let pen = Pen {
            radius: RADIUS,
            ring: RING,
            heads: true,
        };
        steps(&mut sheet, self.path, &self.places, pen);
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
        let targets = press::frames(&self.places, &self.names);
        let marks = self.path.points.iter().zip(&self.places).zip(targets);
        for (n, ((point, &place), target)) in marks.enumerate() {
            let tag = Tag {
                key: Key::Unit(point.unit),
                class: "point",
                title: words::point(point),
            };
            let own = self.names.iter().find(|name| name.points == [n]);
            sheet.group(tag, |sheet| {
                sheet.target(target);
                if let Some(name) = own {
                    write(sheet, name);
                }
                texture::point(sheet, point.kind, place, RADIUS);
                if point.side == Side::Government {
                    sheet.circle(look::GOVERNMENT, place, RING);
                }
            });
        }
        sheet.finish()
    }

    /// Poles, levels and years.
    fn frame<DB: Stage>(&self, sheet: &mut Sheet<DB>) {
        let axis = self.axis();
        for (lines, top) in self
            .poles
            .iter()
            .zip([self.key.height, self.bottom + SPACE])
        {
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
        if self.places.is_empty() {
            let place = (self.width / 2, self.zero - LINE / 2);
            return sheet.text(look::NOTE, Anchor::Middle, place, "no answers yet");
        }
        for (year, label) in self.columns.labels() {
            let (left, x) = (self.columns.edges(year).0, self.columns.middle(year));
            sheet.rect(look::AXIS, Frame::new(left, axis, left + 1, axis + 5));
            sheet.text(TICK, Anchor::Middle, (x, axis + 6 + LINE / 2), &label);
        }
    }
}

fn write<DB: Stage>(sheet: &mut Sheet<DB>, name: &Name) {
    let Frame {
        left, top, right, ..
    } = name.frame;
    let x = match name.anchor {
        Anchor::Start => left,
        Anchor::Middle => i32::midpoint(left, right),
        Anchor::End => right,
    };
    name.said.write(sheet, name.anchor, (x, top));
}
