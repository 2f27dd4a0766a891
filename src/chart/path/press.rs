//! What is pressed to choose a point: its mark, and its name where nothing is between.
//!
//! In: where points and names stand. Out: a frame, px. Invariant: no frame holds
//! the mark of another point, nor more of another's name than reaches the mark.

use super::names::Name;
use super::run::HALF;
use crate::chart::picture::At;
use crate::chart::sheet::Frame;

/// Half the width and height of the frame, where nothing else is near, px.
pub const REACH: i32 = 12;

/// The frame of point `n`, whose own name is `own`.
pub fn frame(n: usize, own: Option<&Name>, places: &[At], names: &[Name], width: i32) -> Frame {
    let (x, y) = places[n];
    let others = || places.iter().enumerate().filter(|&(other, _)| other != n);
    let side = |sign: i32| {
        let near = others().filter(|(_, at)| at.1 == y && (at.0 - x) * sign > 0);
        let near = near.map(|(_, at)| (at.0 - x).abs() / 2).min();
        near.unwrap_or(REACH).min(REACH)
    };
    let (left, right) = ((x - side(-1)).max(0), (x + side(1)).min(width));
    let mark = |reach: i32| Frame::new(left, y - reach, right, y + reach);
    let free = |frame: &Frame| {
        let mut names = names.iter().filter(|&name| Some(name) != own);
        others().all(|(_, &at)| !Frame::square(at, HALF).meets(*frame))
            && !names.any(|name| name.frame.meets(*frame))
    };
    let both = own.and_then(|name| {
        let both = [REACH, HALF + 2].map(|reach| mark(reach).around(name.frame));
        both.into_iter().find(free)
    });
    both.unwrap_or_else(|| mark(REACH))
}
