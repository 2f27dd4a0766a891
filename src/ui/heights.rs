//! How high the rows of a long list are: measured where they were seen, else as high as rows
//! usually are.
//!
//! In: measurements. Out: where a row stands, and which rows stand in sight. Lengths in px from
//! the top of the list. Invariant: a measured row keeps its height until the list changes.

use std::ops::Range;

/// The rows of one list at one width.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights {
    usual: Option<f64>,
    guess: f64,
    /// By place, as deep as was measured; 0 is unknown.
    known: Vec<f64>,
}

impl Heights {
    /// Nothing is known yet, but what rows of this kind are like.
    pub const fn new(guess: f64) -> Self {
        Self {
            usual: None,
            guess,
            known: Vec::new(),
        }
    }

    /// Other rows: what is usual stays, unless the width is another too.
    pub fn forget(&mut self, usual: bool) {
        self.known.clear();
        if usual {
            self.usual = None;
        }
    }

    /// Whether nothing was measured yet.
    pub const fn are_guessed(&self) -> bool {
        self.usual.is_none()
    }

    /// Takes in heights that were measured. The first ones say what is usual; were it to change
    /// later, the whole list would move.
    pub fn learn(&mut self, measured: &[(u32, f64)]) {
        if self.usual.is_none() && !measured.is_empty() {
            let sum: f64 = measured.iter().map(|(_, height)| height).sum();
            self.usual = Some((sum / measured.len() as f64).max(1.0));
        }
        for &(place, height) in measured {
            let place = place as usize;
            if self.known.len() <= place {
                self.known.resize(place + 1, 0.0);
            }
            self.known[place] = height;
        }
    }

    fn height(&self, place: u32) -> f64 {
        let known = self.known.get(place as usize).copied().unwrap_or_default();
        if known > 0.0 {
            known
        } else {
            self.usual.unwrap_or(self.guess)
        }
    }

    /// How high these rows are together.
    pub fn of(&self, places: Range<u32>) -> f64 {
        let beyond = places
            .end
            .saturating_sub(places.start.max(self.known.len() as u32));
        let within = places.start..places.end.min(self.known.len() as u32);
        let within: f64 = within.map(|place| self.height(place)).sum();
        within + f64::from(beyond) * self.usual.unwrap_or(self.guess)
    }

    /// The rows, of `total`, that stand between two heights; at least one, if there is any.
    pub fn between(&self, top: f64, bottom: f64, total: u32) -> Range<u32> {
        let first = self.at(top, total);
        let mut end = first;
        let mut height = self.of(0..first);
        while end < total && (height < bottom || end == first) {
            height += self.height(end);
            end += 1;
        }
        first..end
    }

    /// The row at that height.
    fn at(&self, top: f64, total: u32) -> u32 {
        let (mut place, mut below) = (0, 0.0);
        while place + 1 < total {
            below += self.height(place);
            if below > top {
                break;
            }
            place += 1;
        }
        place
    }
}
