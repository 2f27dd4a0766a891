//! Dates as articles give them: a day, a month, a year, roughly, or an interval.
//!
//! In: EDTF (ISO 8601-2 level 1, the part the codebook names). Out: sort keys,
//! machine dates and dates as people read them. Invariant: a `Date` is a real
//! date of the Gregorian calendar, and an interval does not end before it starts.
//! The derived order is by first day, what is known less precisely first.

use std::fmt;

/// Years outside this range are taken for slips of the pen.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=2999;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar date as precisely as it is known.
#[allow(clippy::struct_field_names, reason = "a day has a day")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// For example 2015.
    pub year: u16,
    /// 1 to 12, or 0 where only the year is known.
    pub month: u8,
    /// 1 to 31, or 0 where only the month is known.
    pub day: u8,
}

/// A date or interval of the codebook's EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The date, or the first of an interval.
    pub first: Day,
    /// The last of an interval.
    pub last: Option<Day>,
    /// Marked `~`.
    pub approximate: bool,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `2015`, `2015-01` or `2015-01-27`.
    Form,
    /// A year outside 1000 to 2999.
    Year(u16),
    /// A month outside 01 to 12.
    Month(u8),
    /// A day that its month does not have.
    Day(Day),
    /// An interval that ends before or where it starts.
    Order,
    /// An interval of which only one end is marked `~`.
    HalfApproximate,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Form => write!(f, "it has not the form of a date"),
            Self::Year(year) => write!(f, "the year {year} is out of range"),
            Self::Month(month) => write!(f, "there is no month {month:02}"),
            Self::Day(Day { year, month, day }) => {
                write!(f, "{} {year} has no day {day}", month_name(month))
            }
            Self::Order => write!(f, "the interval does not end after it starts"),
            Self::HalfApproximate => write!(f, "only one end of the interval is marked `~`"),
        }
    }
}

impl std::error::Error for DateError {}

impl Day {
    /// A day, month (`day` 0) or year (both 0) that exists.
    ///
    /// # Errors
    /// Where the calendar has no such date.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let date = Self { year, month, day };
        if year < *YEARS.start() || year > *YEARS.end() {
            Err(DateError::Year(year))
        } else if month > 12 || (month == 0 && day > 0) {
            Err(DateError::Month(month))
        } else if day > 0 && day > days_in_month(year, month) {
            Err(DateError::Day(date))
        } else {
            Ok(date)
        }
    }

    /// The day a number of days after 1 January 1970.
    pub fn from_days(days: i32) -> Self {
        // Howard Hinnant's civil-from-days: years start in March, so that the
        // leap day comes last.
        let shifted = i64::from(days) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        }
    }

    /// First and last day that this may mean, as days after 1 January 1970.
    fn bounds(self) -> (i32, i32) {
        let (from, to) = match (self.month, self.day) {
            (0, _) => ((1, 1), (12, 31)),
            (month, 0) => ((month, 1), (month, days_in_month(self.year, month))),
            (month, day) => ((month, day), (month, day)),
        };
        (
            day_number(self.year, from.0, from.1),
            day_number(self.year, to.0, to.1),
        )
    }

    /// `2015-01-27`, `2015-01` or `2015`.
    fn iso(self) -> String {
        match (self.month, self.day) {
            (0, _) => format!("{:04}", self.year),
            (month, 0) => format!("{:04}-{month:02}", self.year),
            (month, day) => format!("{:04}-{month:02}-{day:02}", self.year),
        }
    }

    /// `27 January 2015`, `January 2015` or `2015`.
    fn human(self) -> String {
        match self.human_without_year() {
            words if words.is_empty() => self.year.to_string(),
            words => format!("{words} {}", self.year),
        }
    }

    fn human_without_year(self) -> String {
        match (self.month, self.day) {
            (0, _) => String::new(),
            (month, 0) => month_name(month).to_owned(),
            (month, day) => format!("{day} {}", month_name(month)),
        }
    }

    fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(DateError::Form)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        // A written `00` is no way to leave a part out.
        match (month, day) {
            (Some(0), _) => Err(DateError::Month(0)),
            (Some(month), Some(0)) => Err(DateError::Day(Self {
                year,
                month: month as u8,
                day: 0,
            })),
            _ => Self::new(year, month.unwrap_or(0) as u8, day.unwrap_or(0) as u8),
        }
    }
}

impl Date {
    /// Reads `2015`, `2015-01`, `2015-01-27`, any of them with `~`, or two of
    /// them with `/` between.
    ///
    /// # Errors
    /// Where the text is no such date, or no date of the calendar.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((first, last)) = text.split_once('/') else {
            let (day, approximate) = without_tilde(text);
            return Ok(Self {
                first: Day::parse(day)?,
                last: None,
                approximate,
            });
        };
        let (first, first_approximate) = without_tilde(first);
        let (last, approximate) = without_tilde(last);
        let (first, last) = (Day::parse(first)?, Day::parse(last)?);
        if first_approximate != approximate {
            return Err(DateError::HalfApproximate);
        }
        let (from, to) = (first.bounds(), last.bounds());
        if from.0 > to.0 || from.1 > to.1 || first == last {
            return Err(DateError::Order);
        }
        Ok(Self {
            first,
            last: Some(last),
            approximate,
        })
    }

    /// Exactly this day.
    pub const fn on(day: Day) -> Self {
        Self {
            first: day,
            last: None,
            approximate: false,
        }
    }

    /// As it is written in the files.
    pub fn edtf(self) -> String {
        let tilde = if self.approximate { "~" } else { "" };
        match self.last {
            None => format!("{}{tilde}", self.first.iso()),
            Some(last) => format!("{}{tilde}/{}{tilde}", self.first.iso(), last.iso()),
        }
    }

    /// The date, or the first of an interval, without a mark of how sure it is.
    pub fn first_iso(self) -> String {
        self.first.iso()
    }

    /// As people read it: "27 January 2015", "about 26 April 2024",
    /// "1–2 June 2018", "30 May – 2 June 2018".
    pub fn human(self) -> String {
        let words = match self.last {
            None => self.first.human(),
            Some(last) => human_interval(self.first, last),
        };
        if self.approximate {
            format!("about {words}")
        } else {
            words
        }
    }

    /// The year it is counted under: that of its first day.
    pub const fn year(self) -> u16 {
        self.first.year
    }

    /// First and last day that it may mean, as days after 1 January 1970.
    pub fn bounds(self) -> (i32, i32) {
        let (from, to) = self.first.bounds();
        (from, self.last.map_or(to, |last| last.bounds().1))
    }

    /// Where it stands on an axis of days after 1 January 1970: in the middle
    /// of what is known.
    pub fn days(self) -> i32 {
        let (from, to) = self.bounds();
        from.midpoint(to)
    }

    /// `20150127`, with `00` for the parts that are not known.
    pub fn yyyymmdd(self) -> u32 {
        let Day { year, month, day } = self.first;
        u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)
    }

    /// Whether it keeps this file's invariant, which bytes from elsewhere may not.
    pub fn is_real(self) -> bool {
        let real = |day: Day| Day::new(day.year, day.month, day.day).is_ok();
        real(self.first) && self.last.is_none_or(real)
    }
}

fn human_interval(first: Day, last: Day) -> String {
    if first.year != last.year || first.month == 0 || last.month == 0 {
        let dash = if first.month == 0 && last.month == 0 {
            "–"
        } else {
            " – "
        };
        return format!("{}{dash}{}", first.human(), last.human());
    }
    if first.day == 0 && last.day == 0 {
        return format!("{}–{}", month_name(first.month), last.human());
    }
    if first.month == last.month && first.day > 0 && last.day > 0 {
        return format!("{}–{}", first.day, last.human());
    }
    format!("{} – {}", first.human_without_year(), last.human())
}

fn without_tilde(text: &str) -> (&str, bool) {
    text.strip_suffix('~')
        .map_or((text, false), |text| (text, true))
}

/// A number of exactly so many digits.
fn number(part: Option<&str>, digits: usize) -> Result<Option<u16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map(Some).map_err(|_| DateError::Form)
}

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("?")
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days after 1 January 1970 (Howard Hinnant's days-from-civil).
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let (year, month, day) = (i32::from(year), i32::from(month), i32::from(day));
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * 146_097 + of_era - 719_468
}
