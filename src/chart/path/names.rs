//! Room for names around marks, which stay where they are.
//!
//! In: where the marks stand in time and on which level, what each is called,
//! and the links. Out: where each name stands, and how far apart that keeps the
//! levels, px. Invariant: a name stands nearer to its own level than to any
//! other, and overlaps no mark and no name; neighbours of one name share it. A
//! name that finds no room at all is left out.

use super::run::{HALF, ROW, Run, TALL, runs};
use super::said::Said;
use crate::chart::picture::{Anchor, At};
use crate::chart::sheet::Frame;

/// Between two names, px.
const APART: i32 = 10;
/// Length of the part of a link that shows where it goes, px.
const HEAD: i32 = 24;
/// What it costs to leave an office out, and what a name.
const LEFT_OUT: (usize, usize) = (30, 1000);

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The points that it names.
    pub points: Vec<usize>,
    /// What it says.
    pub said: Said,
    /// Its ground.
    pub frame: Frame,
    /// Which end of the text stands at that end of the ground.
    pub anchor: Anchor,
    /// Lines that lead from the name to its marks.
    pub leads: Vec<Frame>,
}

impl Name {
    /// All that is drawn of it.
    pub fn frames(&mut self) -> impl Iterator<Item = &mut Frame> {
        self.leads.iter_mut().chain([&mut self.frame])
    }
}

/// Names around marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In the order of levels, then of time.
    pub all: Vec<Name>,
    /// From one level to the next, px. The middle level is at 0.
    pub gap: i32,
    /// How much they hide: the less the better.
    cost: usize,
}

/// The marks to be named, and what they are called.
pub struct Marks<'a> {
    /// Where each stands in time, px.
    pub x: &'a [i32],
    /// From -2 to 2.
    pub level: &'a [i8],
    /// What each is called.
    pub said: &'a [Said],
    /// The links between them.
    pub links: &'a [(usize, usize)],
    /// The width to keep to, px.
    pub width: i32,
}

impl Marks<'_> {
    /// Places the names: with as few rows to a level as hide little.
    pub fn names(&self) -> Names {
        let runs = runs(self);
        let tries = (1..=7).map(|rows| self.attempt(&runs, rows));
        tries.min_by_key(|names| names.cost).unwrap_or_default()
    }

    /// Places the names in so many rows above and beneath each level.
    fn attempt(&self, runs: &[Run], rows: i32) -> Names {
        let gap = 2 * (Run::AWAY + (rows - 1) * ROW + TALL + 1);
        let at = |n: usize| (self.x[n], i32::from(self.level[n]) * gap);
        let mut taken: Vec<Frame> = (0..self.x.len())
            .map(|n| Frame::square(at(n), HALF))
            .collect();
        let links: Vec<[At; 2]> = self.links.iter().map(|&(a, b)| [at(a), at(b)]).collect();
        let heads: Vec<[At; 2]> = links.iter().copied().map(head).collect();
        let hidden = |frame: Frame| 10 * frame.crossed(&links) + 12 * frame.crossed(&heads);
        let mut names = Names {
            gap,
            cost: rows as usize * 12,
            ..Names::default()
        };
        for run in runs {
            let y = i32::from(run.level) * gap;
            let places = self.places(run, rows, y).into_iter();
            let best = places
                .filter(|(_, name)| {
                    let mut parts = name.leads.iter().chain([&name.frame]);
                    parts.all(|part| !taken.iter().any(|other| other.meets(*part)))
                })
                .map(|(cost, name)| (cost + hidden(name.frame), name))
                .min_by_key(|(cost, _)| *cost);
            let Some((cost, name)) = best else {
                names.cost += LEFT_OUT.1;
                continue;
            };
            let Frame { left, right, .. } = name.frame;
            taken.push(Frame {
                left: left - APART,
                right: right + APART,
                ..name.frame
            });
            taken.extend(&name.leads);
            names.cost += cost;
            names.all.push(name);
        }
        names
    }

    /// Where the name of a run may stand, and how good each place is.
    fn places(&self, run: &Run, rows: i32, y: i32) -> Vec<(usize, Name)> {
        let said = &self.said[run.points[0]];
        let mut places = self.places_of(said, run, rows, y);
        if !said.office.is_empty() {
            let short = self.places_of(&said.name_only(), run, rows, y);
            places.extend(
                short
                    .into_iter()
                    .map(|(cost, name)| (cost + LEFT_OUT.0, name)),
            );
        }
        places
    }

    /// Where these very words may stand.
    fn places_of(&self, said: &Said, run: &Run, rows: i32, y: i32) -> Vec<(usize, Name)> {
        let (wide, tall) = said.size();
        let middle = i32::midpoint(run.left, run.right);
        let name = |left: i32, top: i32, anchor: Anchor, leads: Vec<Frame>| Name {
            points: run.points.clone(),
            said: said.clone(),
            frame: Frame::new(left, top, left + wide, top + tall),
            anchor,
            leads,
        };
        let mut places = Vec::new();
        let last = if tall > ROW { rows - 1 } else { rows };
        for (row, down) in (1..=last).flat_map(|row| [(row, false), (row, true)]) {
            let leads = run.leads(row, down, y);
            let near = run.away(row) - TALL;
            let top = if down { y + near } else { y - near - tall };
            let cost = 6 * (row as usize - 1) + usize::from(down);
            let centred = middle - wide / 2;
            let lefts = [
                (0, centred, Anchor::Middle),
                (2, run.left, Anchor::Start),
                (2, run.right - wide, Anchor::End),
            ];
            for (more, left, anchor) in lefts {
                let (left, anchor) = if left < 0 {
                    (0, Anchor::Start)
                } else if left + wide > self.width {
                    ((self.width - wide).max(0), Anchor::End)
                } else {
                    (left, anchor)
                };
                places.push((cost + more, name(left, top, anchor, leads.clone())));
            }
        }
        let top = y - tall / 2;
        let (left, right) = (run.left - 2 - wide, run.right + 2);
        if right + wide <= self.width {
            places.push((3, name(right, top, Anchor::Start, Vec::new())));
        }
        if left >= 0 {
            places.push((4, name(left, top, Anchor::End, Vec::new())));
        }
        places
    }
}

/// The part of a link that shows where it goes.
fn head([from, to]: [At; 2]) -> [At; 2] {
    let length = (to.0 - from.0).abs().max((to.1 - from.1).abs()).max(1);
    let part = HEAD.min(length);
    let back = |from: i32, to: i32| to - (to - from) * part / length;
    [(back(from.0, to.0), back(from.1, to.1)), to]
}
