//! The values of one facet by unit, and the units by value.
//!
//! In: the lists of units of each value. Out: counts. Invariant: both directions say the same.

use super::lists::{Lists, RANK};
use super::set::Set;

/// One way to group units: by theme, by speaker …
pub(super) struct Column {
    /// The units of each value.
    pub(super) lists: Lists,
    /// The values of each unit.
    values: Values,
    /// What counting by lists costs, in steps.
    cost: usize,
}

/// The values of each unit, by rank.
enum Values {
    /// Each has exactly one.
    One(Vec<u32>),
    /// Where those of each begin and the last ones end, and what they are.
    Many(Vec<u32>, Vec<u32>),
}

/// Units to be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub set: Set,
    /// How many.
    pub len: u32,
    /// Their ranks, if they are few.
    members: Option<Vec<u32>>,
}

/// Of so many units one is few.
const FEW: u32 = 8;
/// What a look at the values of one unit costs beside a step through a list.
const LOOK: usize = 3;

impl Group {
    pub(super) fn new(set: Set, units: u32) -> Self {
        let len = set.len();
        let members = (len <= units / FEW).then(|| set.members());
        Self { set, len, members }
    }

    /// The ranks, ascending.
    pub(super) fn members(&self) -> std::borrow::Cow<'_, [u32]> {
        match &self.members {
            Some(members) => members.into(),
            None => self.set.members().into(),
        }
    }
}

impl Column {
    pub(super) fn new(lists: Lists, units: u32) -> Self {
        Self {
            values: values(&lists, units),
            cost: lists.cost(),
            lists,
        }
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.lists.len()
    }

    /// The values of a unit.
    pub(super) fn of(&self, rank: u32) -> &[u32] {
        let rank = rank as usize;
        match &self.values {
            Values::One(values) => values.get(rank..rank + 1),
            Values::Many(starts, values) => {
                let bounds = starts.get(rank).zip(starts.get(rank + 1));
                bounds.and_then(|(start, end)| values.get(*start as usize..*end as usize))
            }
        }
        .unwrap_or(&[])
    }

    /// How many units of the group have each value.
    pub(super) fn counts(&self, group: &Group) -> Vec<u32> {
        if let Some(members) = self.worth_looking(group) {
            let mut counts = vec![0; self.len()];
            for rank in members {
                for value in self.of(*rank) {
                    if let Some(count) = counts.get_mut(*value as usize) {
                        *count += 1;
                    }
                }
            }
            return counts;
        }
        let values = 0..self.len();
        values
            .map(|value| self.lists.count_in(value, &group.set))
            .collect()
    }

    /// The members, if looking at each is quicker than going through the lists.
    pub(super) fn worth_looking<'g>(&self, group: &'g Group) -> Option<&'g [u32]> {
        let members = group.members.as_deref()?;
        (members.len() * LOOK < self.cost).then_some(members)
    }
}

/// Turns lists of units by value into lists of values by unit.
fn values(lists: &Lists, units: u32) -> Values {
    let mut starts = vec![0_u32; units as usize + 1];
    let entries = (0..lists.len()).flat_map(|value| lists.list(value));
    for entry in entries {
        if let Some(count) = starts.get_mut((entry & RANK) as usize + 1) {
            *count += 1;
        }
    }
    let one = starts.iter().skip(1).all(|count| *count == 1);
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut values = vec![0; sum as usize];
    let mut next = starts.clone();
    for value in 0..lists.len() {
        for entry in lists.list(value) {
            let Some(at) = next.get_mut((entry & RANK) as usize) else {
                continue;
            };
            if let Some(place) = values.get_mut(*at as usize) {
                *place = value as u32;
            }
            *at += 1;
        }
    }
    if one {
        Values::One(values)
    } else {
        Values::Many(starts, values)
    }
}
