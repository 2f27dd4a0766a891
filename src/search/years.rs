//! The units of each year.
//!
//! Units stand newest first, so those of a year stand together. Invariant: every year from the
//! first to the last is here, those without a unit too.

use core::ops::RangeInclusive;

use super::bytes::Reader;
use super::set::Set;

/// Which ranks each year has.
pub(super) struct Years {
    first: u16,
    /// Where each year begins, newest first, and where the first one ends.
    starts: Vec<u32>,
}

impl Years {
    /// Reads the first year and how many units each has, newest first.
    pub(super) fn read(reader: &mut Reader<'_>, units: u32) -> Option<Self> {
        let first = u16::try_from(reader.number()?).ok()?;
        let mut starts = vec![0];
        let mut sum = 0_u32;
        // So many years that no calendar has more.
        let years = reader
            .number()
            .filter(|years| u32::from(first) + years <= 9_999)?;
        for _ in 0..years {
            sum = sum.checked_add(reader.number()?)?;
            starts.push(sum);
        }
        (sum == units && starts.len() > 1).then_some(Self { first, starts })
    }

    /// The first year and how many there are.
    pub(super) fn span(&self) -> (u16, usize) {
        (self.first, self.starts.len() - 1)
    }

    /// The ranks of each year from the first year on.
    pub(super) fn ranks(&self) -> impl Iterator<Item = (u32, u32)> {
        let pairs = self.starts.windows(2).rev();
        pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
    }

    /// The number of a unit's year, from the first year on.
    pub(super) fn of(&self, rank: u32) -> usize {
        self.starts.len() - 1 - self.starts.partition_point(|start| *start <= rank)
    }

    /// The units of some years.
    pub(super) fn set(&self, years: &RangeInclusive<u16>, units: u32) -> Set {
        let mut set = Set::none(units);
        for (year, (from, to)) in (self.first..).zip(self.ranks()) {
            if years.contains(&year) {
                set.insert_range(from, to);
            }
        }
        set
    }
}
