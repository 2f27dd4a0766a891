//! Which rows of a long list are in the page: those around what is in sight, and those around
//! the focus, which must not be lost.
//!
//! Invariant: spans ascend, do not touch and do not reach beyond the list.

use std::ops::Range;

/// A part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The rows around what is in sight.
    pub seen: Range<u32>,
    /// The row with the focus.
    pub held: Option<u32>,
}

impl Part {
    /// The rows from the top.
    pub fn first(n: u32, total: u32) -> Self {
        Self {
            seen: 0..n.min(total),
            held: None,
        }
    }

    /// The spans of the list that are in the page. The rows beside the held one are held, too,
    /// so that a Tab finds them.
    pub fn spans(&self, total: u32) -> Vec<Range<u32>> {
        let seen = self.seen.start.min(total)..self.seen.end.min(total);
        let Some(held) = self.held.filter(|held| *held < total) else {
            return vec![seen];
        };
        let held = held.saturating_sub(1)..(held + 2).min(total);
        if held.start <= seen.end && seen.start <= held.end {
            let both = seen.start.min(held.start)..seen.end.max(held.end);
            return vec![both];
        }
        if held.end < seen.start {
            vec![held, seen]
        } else {
            vec![seen, held]
        }
    }

    /// The places that are in the page, in order.
    pub fn places(&self, total: u32) -> Vec<u32> {
        self.spans(total).into_iter().flatten().collect()
    }
}
