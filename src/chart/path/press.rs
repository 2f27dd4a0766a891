//! What is pressed to choose a point: its mark, and its name where nothing is between.
//!
//! In: where points and names stand. Out: one frame for each point, px.
//! Invariant: a frame is at least twice [`REACH`] wide and high; no two frames
//! meet where the marks are as far apart, and none holds another's name.

use super::names::Name;
use crate::chart::picture::At;
use crate::chart::sheet::Frame;

/// Half the width and height of what is pressed around a mark, px.
pub const REACH: i32 = 12;

/// The frames of points that stand at `places`, in their order.
pub fn frames(places: &[At], names: &[Name]) -> Vec<Frame> {
    let marks = places.iter().map(|&at| Frame::square(at, REACH));
    let mut frames: Vec<Frame> = marks.collect();
    for name in names {
        let &[own] = name.points.as_slice() else {
            continue;
        };
        let Some(mark) = frames.get(own) else {
            continue;
        };
        let both = mark.around(name.frame);
        let marks = frames.iter().enumerate();
        let mut marks = marks.filter(|&(n, _)| n != own).map(|(_, frame)| frame);
        let mut others = names.iter().filter(|&other| other != name);
        let free =
            marks.all(|frame| !frame.meets(both)) && others.all(|other| !other.frame.meets(both));
        if free {
            frames[own] = both;
        }
    }
    frames
}
