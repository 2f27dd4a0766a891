//! Neighbours on a level that share one name, and what leads from it to them.
//!
//! In: marks and what they are called. Out: runs of them, in the order of levels,
//! then of time. Invariant: every mark is in one run.

use super::names::Marks;
use crate::chart::sheet::Frame;

/// Half the width and height of a mark with the ring around it, px.
pub const HALF: i32 = 10;
/// Half the height of a name, px.
pub const TALL: i32 = 8;
/// From one row of names to the next, px.
pub const ROW: i32 = 16;
/// From a level to the middle of the nearest row of names, px.
const FIRST: i32 = 19;
/// What a bracket above several marks takes, px.
const BRACKET: i32 = 3;
/// How far the marks of one name may be apart, px.
const NEAR: i32 = 26;

/// Neighbours of one name.
pub struct Run {
    /// Which points, from left to right.
    pub points: Vec<usize>,
    /// From -2 to 2.
    pub level: i8,
    /// Left edge of the first mark, px.
    pub left: i32,
    /// Right edge of the last, px.
    pub right: i32,
}

/// Marks by name.
pub fn runs(marks: &Marks) -> Vec<Run> {
    let mut order: Vec<usize> = (0..marks.x.len()).collect();
    order.sort_by_key(|&n| (marks.level[n], marks.x[n]));
    let mut runs: Vec<Run> = Vec::new();
    for n in order {
        let (left, right) = (marks.x[n] - HALF, marks.x[n] + HALF);
        match runs.last_mut() {
            Some(run)
                if run.level == marks.level[n]
                    && left - (run.right - 2 * HALF) <= NEAR
                    && marks.said[run.points[0]] == marks.said[n] =>
            {
                run.points.push(n);
                run.right = right;
            }
            _ => runs.push(Run {
                points: vec![n],
                level: marks.level[n],
                left,
                right,
            }),
        }
    }
    runs
}

impl Run {
    /// From a level to the nearest row of names at most, px.
    pub const AWAY: i32 = FIRST + BRACKET;

    /// From its level to the middle of a row of names; 1 is the nearest, px.
    pub fn away(&self, row: i32) -> i32 {
        let bracket = if self.points.len() > 1 { BRACKET } else { 0 };
        FIRST + bracket + (row - 1) * ROW
    }

    /// A bracket around several marks, and a line to a row that is not the nearest.
    pub fn leads(&self, row: i32, down: bool, y: i32) -> Vec<Frame> {
        let mut leads = Vec::new();
        let mut near = HALF + 2;
        let mut lead = |left: i32, right: i32, near: i32, far: i32| {
            leads.push(if down {
                Frame::new(left, y + near, right, y + far)
            } else {
                Frame::new(left, y - far, right, y - near)
            });
        };
        if self.points.len() > 1 {
            lead(self.left, self.right, near, near + 1);
            near += 1;
        }
        if row > 1 {
            let far = self.away(row) - TALL;
            let middle = i32::midpoint(self.left, self.right);
            lead(middle, middle + 1, near, far);
        }
        leads
    }
}
