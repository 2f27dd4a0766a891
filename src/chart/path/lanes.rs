//! Room for every name along a path: lanes within the five levels.
//!
//! In: where each point stands in time and between the poles, and how wide its
//! name is. Out: where its mark and its name stand, and how high that is, px.
//! Invariant: no two names overlap, and each stands right above or beneath its mark.

use crate::chart::picture::{Anchor, At};
use crate::chart::sheet::Frame;

/// Height of a lane, px: a mark and its name.
const LANE: i32 = 34;
/// Height of a level that nobody stands on, px.
const EMPTY: i32 = 20;
/// From an edge of a lane to the middle of a name there, px.
const NAME: i32 = 9;
/// From the same edge to the middle of the mark beyond it, px.
const MARK: i32 = 25;
/// Half the width of a mark, px.
const HALF: i32 = 8;
/// Between two names, px.
const APART: i32 = 8;

/// One point to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands in time, px.
    pub x: i32,
    /// From -2 to 2.
    pub at: i8,
    /// Width of its name, px.
    pub name: i32,
    /// Whether the name stands beneath the mark, clear of links from above.
    pub below: bool,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Middle of the mark, px.
    pub mark: At,
    /// Anchor and middle line of the name, px.
    pub name: At,
    /// Which end of the name that is.
    pub anchor: Anchor,
    /// Left and right edge of both, px.
    pub sides: (i32, i32),
    /// Upper edge of both, px.
    pub top: i32,
}

/// All places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// One for each item.
    pub spots: Vec<Spot>,
    /// The line half-way between the poles, px.
    pub zero: i32,
    /// Lower edge, px.
    pub bottom: i32,
}

/// Places items, given in order of time, from `top` down on `width` px.
pub fn place(items: &[Item], top: i32, width: i32) -> Lanes {
    let mut lanes = Lanes {
        spots: items.iter().map(|item| item.spot(width)).collect(),
        zero: top,
        bottom: top,
    };
    for level in -2..=2 {
        let top = lanes.bottom;
        // Where each lane of this level is free again, px.
        let mut free: Vec<i32> = Vec::new();
        let here = items.iter().map(|item| item.at.clamp(-2, 2) == level);
        for (spot, _) in lanes.spots.iter_mut().zip(here).filter(|(_, here)| *here) {
            let lane = free
                .iter()
                .position(|&end| end <= spot.sides.0)
                .unwrap_or(free.len());
            if lane == free.len() {
                free.push(0);
            }
            free[lane] = spot.sides.1 + APART;
            spot.lower(top + lane as i32 * LANE);
        }
        let (height, middle) = if free.is_empty() {
            (EMPTY, EMPTY / 2)
        } else {
            (free.len() as i32 * LANE, LANE / 2)
        };
        if level == 0 {
            lanes.zero = top + middle;
        }
        lanes.bottom += height;
    }
    lanes
}

impl Item {
    /// Its spot in a lane at the top of a picture of `width` px.
    fn spot(&self, width: i32) -> Spot {
        let half = self.name / 2;
        let (anchor, x) = if self.x < half {
            (Anchor::Start, 0)
        } else if self.x + half > width {
            (Anchor::End, width)
        } else {
            (Anchor::Middle, self.x)
        };
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - half,
            Anchor::End => x - self.name,
        };
        let from = |edge| if self.below { LANE - edge } else { edge };
        Spot {
            mark: (self.x, from(MARK)),
            name: (x, from(NAME)),
            anchor,
            sides: (
                left.min(self.x - HALF),
                (left + self.name).max(self.x + HALF),
            ),
            top: 0,
        }
    }
}

impl Spot {
    fn lower(&mut self, by: i32) {
        self.top += by;
        self.mark.1 += by;
        self.name.1 += by;
    }

    /// What is pressed to choose it.
    pub fn target(&self) -> Frame {
        Frame::new(self.sides.0, self.top, self.sides.1, self.top + LANE)
    }
}
