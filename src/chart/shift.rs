//! A picture elsewhere and of another size.
//!
//! In: a picture. Out: the same marks, moved or scaled, as plain marks again, so that every
//! surface sees them where they are. Invariant: what touched still touches, to the pixel.

use super::picture::{At, Label, Mark, Paint, Picture};

/// Where a point goes: scaled by a fraction, then moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Numerator and denominator of the scale.
    pub scale: (i32, i32),
    /// How far to the right and down, px.
    pub by: At,
}

impl Picture {
    /// The marks, `by` px to the right and down.
    #[must_use]
    pub fn moved(self, by: At) -> Self {
        let scale = (1, 1);
        self.shifted(Shift { scale, by })
    }

    /// Everything scaled by `times / of`, type and lines too.
    #[must_use]
    pub fn scaled(self, (times, of): (i32, i32)) -> Self {
        let shift = Shift {
            scale: (times, of.max(1)),
            by: (0, 0),
        };
        let length = |n: u32| shift.length(n as i32) as u32;
        Self {
            width: length(self.width),
            height: length(self.height),
            ..self.shifted(shift)
        }
    }

    fn shifted(self, shift: Shift) -> Self {
        let marks = self.marks.into_iter().map(|mark| shift.mark(mark));
        Self {
            marks: marks.collect(),
            ..self
        }
    }
}

impl Shift {
    /// A length.
    fn length(self, n: i32) -> i32 {
        let (times, of) = self.scale;
        (2 * n * times + of).div_euclid(2 * of)
    }

    /// A point.
    fn at(self, (x, y): At) -> At {
        (self.length(x) + self.by.0, self.length(y) + self.by.1)
    }

    fn all(self, points: Vec<At>) -> Vec<At> {
        points.into_iter().map(|at| self.at(at)).collect()
    }

    /// A line that is seen stays seen.
    fn paint(self, paint: Paint) -> Paint {
        let width = if paint.width == 0 {
            0
        } else {
            self.length(paint.width as i32).max(1) as u32
        };
        Paint { width, ..paint }
    }

    fn mark(self, mark: Mark) -> Mark {
        match mark {
            Mark::Rect(paint, at, width, height) => {
                // By its corners, or neighbours would come apart.
                let (left, top) = self.at(at);
                let (right, bottom) = self.at((at.0 + width, at.1 + height));
                Mark::Rect(self.paint(paint), (left, top), right - left, bottom - top)
            }
            Mark::Path(paint, lines) => {
                let lines = lines.into_iter().map(|line| self.all(line));
                Mark::Path(self.paint(paint), lines.collect())
            }
            Mark::Polygon(paint, corners) => Mark::Polygon(self.paint(paint), self.all(corners)),
            Mark::Circle(paint, at, radius) => {
                Mark::Circle(self.paint(paint), self.at(at), self.length(radius))
            }
            Mark::Text(label) => Mark::Text(Label {
                at: self.at(label.at),
                size: self.length(label.size),
                ..label
            }),
            Mark::Group(tag, marks) => {
                let marks = marks.into_iter().map(|mark| self.mark(mark));
                Mark::Group(tag, marks.collect())
            }
        }
    }
}
