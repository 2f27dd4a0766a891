//! What changed in a thread and what did not, counted from its links and positions.
//!
//! In: a thread. Out: its links by relation, what was said again and until when, and how many
//! answers stand on each side. Invariant: nothing is inferred that no link and no position says.

use crate::corpus::model::{Entry, Link, Relation, Thread, UnitNo};

/// The order in which changes are told: what turned first, what stayed last.
pub const ORDER: [Relation; 7] = [
    Relation::Reverses,
    Relation::Supersedes,
    Relation::Softens,
    Relation::Narrows,
    Relation::Extends,
    Relation::Implements,
    Relation::Reaffirms,
];

/// The links of a relation, in order of when the later words were said.
pub fn links<'t, 'a>(thread: &'t Thread<'a>, relation: Relation) -> Vec<&'t Link<'a>> {
    let mut links: Vec<&Link> = thread.links.iter().collect();
    links.retain(|link| link.relation == relation);
    links.sort_by_key(|link| place(thread, link.from));
    links
}

/// A statement that later ones said again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restated {
    /// Where it was first said.
    pub first: UnitNo,
    /// Where it was last said again.
    pub last: UnitNo,
    /// The last link by which a later statement changed any of these.
    pub changed: Option<(UnitNo, Relation)>,
}

/// Every statement that was said again, in order of time.
pub fn restated(thread: &Thread) -> Vec<Restated> {
    let again = links(thread, Relation::Reaffirms);
    let is_later = |unit: UnitNo| again.iter().any(|link| link.from == unit);
    let firsts = thread.entries.iter().map(|entry| entry.unit);
    let firsts =
        firsts.filter(|unit| again.iter().any(|link| link.to == *unit) && !is_later(*unit));
    firsts.map(|first| follow(thread, &again, first)).collect()
}

/// Goes from a statement to all that say it again; the links stand in order of time.
fn follow(thread: &Thread, again: &[&Link], first: UnitNo) -> Restated {
    let mut same = vec![first];
    for link in again {
        if same.contains(&link.to) && !same.contains(&link.from) {
            same.push(link.from);
        }
    }
    let last = same.iter().copied().max_by_key(|unit| place(thread, *unit));
    let other = thread
        .links
        .iter()
        .filter(|link| link.relation != Relation::Reaffirms);
    let changed = other
        .filter(|link| same.contains(&link.to) && !same.contains(&link.from))
        .max_by_key(|link| place(thread, link.from));
    Restated {
        first,
        last: last.unwrap_or(first),
        changed: changed.map(|link| (link.from, link.relation)),
    }
}

/// The answers on one side of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// How many.
    pub n: u32,
    /// The first of them.
    pub first: UnitNo,
    /// The last of them.
    pub last: UnitNo,
}

/// The answers nearer the first pole, between the two, and nearer the second pole.
pub fn sides(thread: &Thread) -> [Option<Side>; 3] {
    [-1, 0, 1].map(|sign| {
        let mut on = thread.entries.iter().filter(|it| it.at.signum() == sign);
        let first = on.next()?.unit;
        let rest: Vec<&Entry> = on.collect();
        Some(Side {
            n: rest.len() as u32 + 1,
            first,
            last: rest.last().map_or(first, |entry| entry.unit),
        })
    })
}

/// How many answers no later one is linked to.
pub fn unanswered(thread: &Thread) -> u32 {
    let entries = thread.entries.iter();
    let open = entries.filter(|entry| !thread.links.iter().any(|link| link.to == entry.unit));
    open.count() as u32
}

/// The place of a unit in the thread's order of time.
fn place(thread: &Thread, unit: UnitNo) -> Option<usize> {
    thread.entries.iter().position(|entry| entry.unit == unit)
}
