//! What tells kinds and gaps apart by more than colour.
//!
//! In: a kind or a gap, and where. Out: marks. Bars carry a texture (firm is
//! solid, negative is split, soft is hatched, a position is an outline, a
//! refusal a fence), points a shape. All of it is drawn with plain lines, so
//! that every surface can show it. Invariant: nothing leaves its frame.

use super::backend::Stage;
use super::look::{self, Ink};
use super::picture::At;
use super::sheet::{Frame, Sheet};
use crate::corpus::model::Kind;

/// A stretch of bar; a narrow one is solid whatever its kind.
pub fn bar<DB: Stage>(sheet: &mut Sheet<DB>, kind: Kind, frame: Frame) {
    let ink = look::kind(kind);
    let Frame {
        left,
        top,
        right,
        bottom,
    } = frame;
    if right - left < 5 {
        return sheet.rect(ink, frame);
    }
    match kind {
        Kind::Firm => sheet.rect(ink, frame),
        Kind::Negative => {
            let rail = (bottom - top) * 2 / 5;
            sheet.rect(
                ink,
                Frame {
                    bottom: top + rail,
                    ..frame
                },
            );
            sheet.rect(
                ink,
                Frame {
                    top: bottom - rail,
                    ..frame
                },
            );
        }
        Kind::Soft => {
            sheet.rect(ink.outline(2), frame);
            let inner = Frame::new(left + 1, top + 1, right - 1, bottom - 1);
            hatch(sheet, ink.outline(2), inner, 6);
        }
        Kind::Position => sheet.rect(ink.outline(2), frame),
        Kind::Declined => {
            for x in (left + 1..right).step_by(4) {
                sheet.line(ink.outline(2), &[(x, top), (x, bottom)]);
            }
        }
    }
}

/// A point of a path, about `radius` px around its centre.
pub fn point<DB: Stage>(sheet: &mut Sheet<DB>, kind: Kind, (x, y): At, radius: i32) {
    let ink = look::kind(kind);
    match kind {
        Kind::Firm => sheet.circle(ink, (x, y), radius),
        Kind::Negative => {
            let r = radius - 1;
            sheet.rect(ink, Frame::new(x - r, y - r, x + r, y + r));
        }
        Kind::Soft => {
            let r = radius + 1;
            sheet.polygon(ink, &[(x - r, y), (x, y - r), (x + r, y), (x, y + r)]);
        }
        Kind::Position => {
            sheet.circle(look::GROUND, (x, y), radius);
            sheet.circle(ink.outline(2), (x, y), radius);
        }
        Kind::Declined => {
            let r = radius - 1;
            sheet.line(ink.outline(2), &[(x - r, y - r), (x + r, y + r)]);
            sheet.line(ink.outline(2), &[(x - r, y + r), (x + r, y - r)]);
        }
    }
}

/// Rising lines every `every` px; those of frames side by side meet. They begin anew at the top
/// of a frame, so that rows are drawn alike and pack to little.
pub fn hatch<DB: Stage>(sheet: &mut Sheet<DB>, ink: Ink, frame: Frame, every: i32) {
    let Frame {
        left,
        top,
        right,
        bottom,
    } = frame;
    if right <= left || bottom <= top {
        return;
    }
    let every = every.max(1);
    // A line is where x and the way down from the top add up to a multiple of `every`.
    let mut sum = left.div_euclid(every) * every + every + top;
    while sum < right + bottom {
        let low = (left.max(sum - bottom), bottom.min(sum - left));
        let high = (right.min(sum - top), top.max(sum - right));
        sheet.line(ink, &[low, high]);
        sum += every;
    }
}
