//! Dates as articles give them: a day, a month, a year, roughly, or an interval.
//!
//! In: EDTF (ISO 8601-2 level 1, the part the codebook names). Out: sort keys,
//! machine dates and dates as people read them. Invariant: a `Date` is a real
//! date of the Gregorian calendar, and an interval does not end before it starts.

use serde::{Deserialize, Serialize};

/// A calendar date as precisely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// For example 2015.
    pub year: u16,
    /// 1 to 12, or 0 where only the year is known.
    pub month: u8,
    /// 1 to 31, or 0 where only the month is known.
    pub day: u8,
}

/// A date or interval of the codebook's EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The date, or the first of an interval.
    pub first: Day,
    /// The last of an interval.
    pub last: Option<Day>,
    /// Marked `~`.
    pub approximate: bool,
}
