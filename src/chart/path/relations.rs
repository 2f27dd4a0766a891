//! What each link is, written on it.
//!
//! In: a path, where its points stand and what is taken already. Out: words along
//! the links. Invariant: a word hides no point, no name and no other link; where
//! there is no such room it is left out, for the link's title says it too.

use super::run::HALF;
use crate::chart::backend::Stage;
use crate::chart::look::{self, RELATION};
use crate::chart::picture::{Anchor, At};
use crate::chart::sheet::{Frame, Sheet};
use crate::chart::text;
use crate::explore::series::Path;

/// Where a word may stand, in hundredths of its link's way.
const PLACES: [i32; 7] = [50, 42, 58, 33, 67, 25, 75];

/// The earlier and the later point of each link.
pub fn ends(path: &Path) -> Vec<(usize, usize)> {
    let count = path.points.len();
    let ends = path.steps.iter().map(|step| (step.to, step.from));
    ends.filter(|&(to, from)| to < count && from < count)
        .collect()
}

/// Writes the words, clear of all that is `taken`.
pub fn draw<DB: Stage>(
    sheet: &mut Sheet<DB>,
    path: &Path,
    places: &[At],
    width: i32,
    mut taken: Vec<Frame>,
) {
    taken.extend(places.iter().map(|&at| Frame::square(at, HALF)));
    let line = |from: usize, to: usize| Some([*places.get(to)?, *places.get(from)?]);
    let lines: Vec<_> = path
        .steps
        .iter()
        .map(|step| line(step.from, step.to))
        .collect();
    for (n, step) in path.steps.iter().enumerate() {
        let Some([from, to]) = lines[n] else {
            continue;
        };
        let word = step.relation.id();
        let half = text::width(word, RELATION.size) / 2 + 3;
        let others = lines.iter().enumerate().filter(|&(other, _)| other != n);
        let others: Vec<[At; 2]> = others.filter_map(|(_, line)| *line).collect();
        let place = PLACES.into_iter().find_map(|share| {
            let (x, y) = along(from, to, share);
            let x = x.min(width - half).max(half);
            let place = Frame::new(x - half, y - 8, x + half, y + 8);
            let free = !taken.iter().any(|other| other.meets(place)) && place.crossed(&others) == 0;
            (free && leaves_line(from, to, half)).then_some(place)
        });
        if let Some(place) = place {
            sheet.rect(look::GROUND, place);
            let middle = (place.left + half, place.top + 8);
            sheet.text(RELATION, Anchor::Middle, middle, word);
            taken.push(place);
        }
    }
}

fn along(from: At, to: At, share: i32) -> At {
    let part = |from: i32, to: i32| from + (to - from) * share / 100;
    (part(from.0, to.0), part(from.1, to.1))
}

/// Whether enough of a line is seen on both sides of a word `half` px to each side.
fn leaves_line(from: At, to: At, half: i32) -> bool {
    let (dx, dy) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    dx > 2 * half + 40 || dy > 2 * 8 + 36
}
