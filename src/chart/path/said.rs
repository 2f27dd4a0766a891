//! What stands beside a mark: who said it and when, and in which office.
//!
//! In: a point. Out: a line for the name and the year, and a shorter and quieter
//! one for the office. Invariant: an office is shortened at the end of a part of
//! it where it can be, and is then still an office; the mark's title has it whole.

use crate::chart::backend::Stage;
use crate::chart::look::{OFFICE, SPEAKER};
use crate::chart::picture::Anchor;
use crate::chart::sheet::Sheet;
use crate::chart::text;
use crate::explore::series::Point;

/// No office is wider, px.
const WIDEST: i32 = 172;
/// Height of the name's line, px.
const LINE: i32 = 16;
/// From the middle of the name's line to that of the office, px.
const LEADING: i32 = 14;
/// Where the less telling part of a long office begins, the best place first.
const PARTS: [&str; 4] = [" for ", ", ", " and ", " of "];

/// Who said it, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// "Ed Miliband, 2015".
    pub name: String,
    /// "Leader of the Opposition"; may be empty.
    pub office: String,
}

impl Said {
    /// What is said of a point, in lines no wider than `limit` px.
    pub fn new(point: &Point, limit: i32) -> Self {
        let about = if point.made.approximate { "about " } else { "" };
        let when = [", ", about, &point.made.year().to_string()].concat();
        let room = limit - text::width(&when, SPEAKER.size);
        let speaker = text::shorten(point.speaker, SPEAKER.size, room);
        Self {
            name: [&text::isolate(&speaker), when.as_str()].concat(),
            office: short(point.role, limit),
        }
    }

    /// Without the office.
    #[must_use]
    pub fn name_only(&self) -> Self {
        Self {
            name: self.name.clone(),
            office: String::new(),
        }
    }

    /// Width and height, px.
    pub fn size(&self) -> (i32, i32) {
        let name = text::width(&self.name, SPEAKER.size);
        if self.office.is_empty() {
            (name, LINE)
        } else {
            let office = text::width(&self.office, OFFICE.size);
            (name.max(office), LINE + LEADING)
        }
    }

    /// Writes it from `top` px downwards, anchored at `x` px.
    pub fn write<DB: Stage>(&self, sheet: &mut Sheet<DB>, anchor: Anchor, (x, top): (i32, i32)) {
        let middle = top + LINE / 2;
        sheet.text(SPEAKER, anchor, (x, middle), &self.name);
        if !self.office.is_empty() {
            sheet.text(OFFICE, anchor, (x, middle + LEADING), &self.office);
        }
    }
}

/// An office in few words: "Secretary of State", "Leader of the Opposition".
pub fn short(role: &str, limit: i32) -> String {
    let limit = limit.min(WIDEST);
    let fits = |text: &str| text::width(text, OFFICE.size) <= limit;
    if fits(role) {
        return role.to_owned();
    }
    // Of two offices of one name the latter, which is held in the state.
    if let (Some((post, _)), Some((_, last))) =
        (role.split_once(" of "), role.rsplit_once(" and of "))
    {
        let latter = [post, " of ", last].concat();
        if fits(&latter) {
            return latter;
        }
    }
    let parts = PARTS.into_iter().filter_map(|part| role.split_once(part));
    let mut heads = parts.map(|(head, _)| head);
    heads
        .find(|head| fits(head))
        .map_or_else(|| text::shorten(role, OFFICE.size, limit), str::to_owned)
}
