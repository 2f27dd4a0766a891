//! Rectangles to lay a chart out with. Pure: px in, px out.

use super::picture::At;

/// A rectangle, px: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Left edge.
    pub left: i32,
    /// Upper edge.
    pub top: i32,
    /// Right edge.
    pub right: i32,
    /// Lower edge.
    pub bottom: i32,
}

impl Frame {
    /// From its edges.
    pub const fn new(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// A square around a point.
    pub const fn square((x, y): At, half: i32) -> Self {
        Self::new(x - half, y - half, x + half, y + half)
    }

    /// How many of these lines run through it.
    pub fn crossed(self, lines: &[[At; 2]]) -> usize {
        lines.iter().filter(|&&line| self.crosses(line)).count()
    }

    fn crosses(self, [from, to]: [At; 2]) -> bool {
        let Self {
            left,
            top,
            right,
            bottom,
        } = self;
        let beside = from.0.max(to.0) < left || from.0.min(to.0) > right;
        let beyond = from.1.max(to.1) < top || from.1.min(to.1) > bottom;
        let side = |(x, y): At| (to.0 - from.0) * (y - from.1) - (to.1 - from.1) * (x - from.0);
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)].map(side);
        let apart = corners.iter().all(|&n| n > 0) || corners.iter().all(|&n| n < 0);
        !(beside || beyond || apart)
    }

    /// The least frame around both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two have any area in common.
    pub const fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
