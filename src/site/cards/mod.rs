//! The card of every unit: what is shown where its page is linked.
//!
//! In: a corpus. Out: names from the root of the built folder, and PNG files of 1200 by 630
//! pixels. Invariant: the statement is as large as it fits, and where it or the quotation was
//! cut it ends in "…"; a letter that the type lacks is shown as its plain form or left out.

mod lines;

use super::bitmap::Fault;
use super::letters;
use super::press::{Press, Sheet, Type};
use super::side_by_side;
use crate::chart::card::SIZE;
use crate::chart::look::{Color, FOOT, GRID, TITLE};
use crate::chart::sheet::Frame;
use crate::corpus::model::{Corpus, Unit};
use crate::explore::facet::kind_label;
use crate::explore::words::office;
use lines::{balanced, cut, wrapped};

/// Around everything, px.
const MARGIN: i32 = 64;
/// Room for text, px.
const ROOM: f32 = 1200.0 - 2.0 * MARGIN as f32;
/// Where statement and quotation may stand, from and to, px.
const MIDDLE: (i32, i32) = (116, 466);
/// Sizes that are tried for the statement, largest first, and how many lines each may take.
const SIZES: [(u16, usize); 6] = [(68, 2), (60, 3), (52, 3), (46, 4), (40, 4), (36, 5)];
/// The quotation.
const QUOTE: Type = Type {
    size: 30,
    bold: false,
};
/// From line to line of the quotation, px.
const QUOTE_LEADING: i32 = 42;
/// From statement to quotation, px.
const APART: i32 = 22;
/// The letters of the card's other lines.
const LABEL: Type = Type {
    size: 26,
    bold: true,
};
const NAME: Type = Type {
    size: 32,
    bold: true,
};
const OFFICE: Type = Type {
    size: 26,
    bold: false,
};
const SITE: Type = Type {
    size: 21,
    bold: false,
};

/// Places in the list of inks.
const BLACK: u8 = 0;
const GREY: u8 = 1;
const LINE: u8 = 2;
const PARTY: u8 = 3;

/// Calls `write` with the name and the bytes of every card, on every core. What is written does
/// not depend on their order.
///
/// # Errors
/// The first of `write`, or where a card cannot be drawn.
pub fn each(
    corpus: &Corpus,
    write: &(impl Fn(&str, &[u8]) -> Result<(), Fault> + Sync),
) -> Result<(), Fault> {
    side_by_side::each(&corpus.units, Press::default, |press, unit| {
        let name = ["pledge/", unit.id, "/card.png"].concat();
        write(&name, &card(press, corpus, unit)?)
    })
}

/// One card.
fn card(press: &mut Press, corpus: &Corpus, unit: &Unit) -> Result<Vec<u8>, Fault> {
    let party = unit.party.and_then(|no| corpus.parties.get(no.index()));
    let color = party.and_then(|it| color(it.color));
    let inks = [
        TITLE.light,
        FOOT.light,
        GRID.light,
        color.unwrap_or(GRID.light),
    ];
    let mut sheet = Sheet::new(SIZE, &inks);
    let left = MARGIN as f32;
    let kind = kind_label(unit.kind);
    press.print(&mut sheet, GREY, LABEL, (left, 88), kind);
    let beside = press.width(kind, LABEL) + 60.0;
    let site = letters::fitting(&[corpus.about.title, " · Pledge Explorer"].concat());
    let site = cut(press, &site, SITE, ROOM - beside);
    let from = left + ROOM - press.width(&site, SITE);
    press.print(&mut sheet, GREY, SITE, (from, 88), &site);
    words(press, &mut sheet, corpus, unit);

    let rule = Frame::new(MARGIN, 488, SIZE.0 as i32 - MARGIN, 490);
    sheet.fill(LINE, rule);
    let speaker = corpus.actors.get(unit.speaker.index());
    let name = letters::fitting(speaker.map_or("", |it| it.name));
    let mut from = left;
    if color.is_some() {
        sheet.fill(PARTY, Frame::new(MARGIN, 512, MARGIN + 8, 582));
        from += 24.0;
    }
    let room = ROOM - (from - left);
    let name = cut(press, &name, NAME, room);
    press.print(&mut sheet, BLACK, NAME, (from, 540), &name);
    let held = speaker.map_or("", |it| office(unit, it));
    let made = unit.made.human();
    let said = if held.is_empty() {
        made
    } else {
        [held, ", ", &made].concat()
    };
    let said = cut(press, &letters::fitting(&said), OFFICE, room);
    press.print(&mut sheet, GREY, OFFICE, (from, 578), &said);
    sheet.png()
}

/// Statement and quotation, in the middle of their room.
fn words(press: &mut Press, sheet: &mut Sheet, corpus: &Corpus, unit: &Unit) {
    let statement = letters::fitting(unit.statement);
    // Of a script that the type has not, nothing would be left to read.
    let statement = if statement.chars().any(char::is_alphanumeric) {
        statement
    } else {
        letters::fitting(corpus.about.title)
    };
    let quote = unit.evidence.first().map_or("", |it| it.quote);
    let quote = letters::fitting(quote.trim());
    let quote = if quote.chars().any(char::is_alphanumeric) {
        ["“", &quote, "”"].concat()
    } else {
        String::new()
    };
    let height = MIDDLE.1 - MIDDLE.0;
    let least = if quote.is_empty() {
        0
    } else {
        APART + 2 * QUOTE_LEADING
    };
    let (face, lines) = largest(press, &statement, height - least);
    let leading = leading(face);
    let taken = lines.len() as i32 * leading;
    let most = ((height - taken - APART) / QUOTE_LEADING).clamp(1, 3) as usize;
    let quoted = if quote.is_empty() {
        Vec::new()
    } else {
        wrapped(press, &quote, QUOTE, most)
    };
    let apart = if quoted.is_empty() { 0 } else { APART };
    let used = taken + apart + quoted.len() as i32 * QUOTE_LEADING;
    let left = MARGIN as f32;
    let mut top = MIDDLE.0 + ((height - used) / 2).max(0);
    for line in &lines {
        // The letters stand on four fifths of their line.
        press.print(sheet, BLACK, face, (left, top + leading * 4 / 5), line);
        top += leading;
    }
    top += apart;
    for line in &quoted {
        press.print(sheet, GREY, QUOTE, (left, top + 31), line);
        top += QUOTE_LEADING;
    }
}

const fn leading(face: Type) -> i32 {
    face.size as i32 * 6 / 5
}

/// The statement at the largest size at which it fits, or cut at the smallest.
fn largest(press: &mut Press, text: &str, height: i32) -> (Type, Vec<String>) {
    let mut last = (QUOTE, Vec::new());
    for (size, most) in SIZES {
        let face = Type { size, bold: true };
        let most = most.min((height / leading(face)).max(1) as usize);
        let lines = wrapped(press, text, face, most + 1);
        if lines.len() <= most {
            return (face, balanced(press, text, face, lines));
        }
        last = (face, wrapped(press, text, face, most));
    }
    last
}

/// `#RRGGBB`.
fn color(hex: &str) -> Option<Color> {
    let digits = hex.strip_prefix('#').filter(|it| it.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Color(part(0)?, part(2)?, part(4)?))
}
