//! Every colour and size of the charts, in one place.
//!
//! An [`Ink`] paints shapes, a [`Face`] sets text. Both carry a class, by which
//! the site's style sheet re-colours them, and the colours of a picture that
//! stands alone, on paper (`light`) and by night (`dark`).
//! Invariant: what carries meaning passes 3:1 against [`PAPER`] and [`NIGHT`].

use crate::corpus::model::Kind;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// `#RRGGBB`.
    pub fn hex(self) -> String {
        let mut hex = String::with_capacity(7);
        hex.push('#');
        for part in [self.0, self.1, self.2] {
            for digit in [part >> 4, part & 15] {
                hex.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
        hex
    }
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// What the shape means.
    pub class: &'static str,
    /// On paper.
    pub light: Color,
    /// By night.
    pub dark: Color,
    /// Width of the outline, px; 0 fills the shape instead.
    pub stroke: u32,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// What the text says.
    pub class: &'static str,
    /// On paper.
    pub light: Color,
    /// By night.
    pub dark: Color,
    /// Size, px.
    pub size: i32,
    /// Whether it is bold.
    pub bold: bool,
}

/// Families of the type in pictures that stand alone.
pub const FAMILY: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// The page by day.
pub const PAPER: Color = Color(0xFF, 0xFF, 0xFF);
/// The page by night.
pub const NIGHT: Color = Color(0x12, 0x12, 0x12);

const BLACK: Color = Color(0x1C, 0x1C, 0x1C);
const WHITE: Color = Color(0xEC, 0xEC, 0xEC);
const GREY: Color = Color(0x5E, 0x5E, 0x5E);
const SILVER: Color = Color(0xA6, 0xA6, 0xA6);

const fn ink(class: &'static str, light: Color, dark: Color, stroke: u32) -> Ink {
    Ink {
        class,
        light,
        dark,
        stroke,
    }
}

const fn face(class: &'static str, light: Color, dark: Color, size: i32, bold: bool) -> Face {
    Face {
        class,
        light,
        dark,
        size,
        bold,
    }
}

/// The line that bars stand on.
pub const AXIS: Ink = ink("axis", Color(0x6E, 0x6E, 0x6E), Color(0x94, 0x94, 0x94), 0);
/// Lines that only help the eye.
pub const GRID: Ink = ink("grid", Color(0xDD, 0xDD, 0xDD), Color(0x38, 0x38, 0x38), 0);
/// The page itself, where it has to cover something.
pub const GROUND: Ink = ink("paper", PAPER, NIGHT, 0);
/// Behind what the reader chose.
pub const CHOSEN: Ink = ink(
    "chosen",
    Color(0xEC, 0xEF, 0xF3),
    Color(0x26, 0x2B, 0x31),
    0,
);
/// Beside or beneath what the reader chose.
pub const CHOICE: Ink = ink("choice", BLACK, WHITE, 0);
/// A bar of one series.
pub const BAR: Ink = ink("bar", Color(0x5B, 0x6B, 0x7C), Color(0x8A, 0x9B, 0xAD), 0);
/// A bar of the selection that another one is compared with.
pub const OTHER: Ink = ink("other", BAR.light, BAR.dark, 2);
/// The bars of a matrix, drawn as strokes as wide as they are.
pub const CELLS: Ink = ink("cells", BAR.light, BAR.dark, 1);
/// Around the cell that the reader chose.
pub const CELL_CHOSEN: Ink = ink("cell-chosen", BLACK, WHITE, 2);
/// The part of a bar that is known from hindsight only.
pub const RECALLED: Ink = ink("recalled", BAR.light, BAR.dark, 2);
/// Hatching where the corpus is silent.
pub const NO_ARTICLE: Ink = ink(
    "no-article",
    Color(0xCF, 0xCF, 0xCF),
    Color(0x44, 0x44, 0x44),
    1,
);
/// A step along a path.
pub const PATH: Ink = ink("path", Color(0x7A, 0x7A, 0x7A), Color(0x8E, 0x8E, 0x8E), 2);
/// A reversal on a path.
pub const REVERSAL: Ink = ink("path-reverses", BLACK, WHITE, 3);
/// Around what was said from government.
pub const GOVERNMENT: Ink = ink("government", BLACK, WHITE, 1);
/// The head of a reversal's arrow.
pub const ARROW: Ink = ink("arrow", BLACK, WHITE, 0);

/// Names of rows, speakers and poles.
pub const LABEL: Face = face("label", BLACK, WHITE, 13, false);
/// A chosen label.
pub const LABEL_CHOSEN: Face = face("label", BLACK, WHITE, 13, true);
/// Numbers at bar ends.
pub const VALUE: Face = face("value", BLACK, WHITE, 13, false);
/// Such a number in a chosen row.
pub const VALUE_CHOSEN: Face = face("value", BLACK, WHITE, 13, true);
/// Numbers and years along an axis.
pub const TICK: Face = face("tick", GREY, SILVER, 12, false);
/// A chosen year.
pub const TICK_CHOSEN: Face = face("tick-chosen", BLACK, WHITE, 12, true);
/// What the numbers count; what the corpus lacks; the key.
pub const NOTE: Face = face("note", GREY, SILVER, 12, false);
/// The ends of the scale between two poles.
pub const POLE: Face = face("pole", GREY, SILVER, 12, true);
/// Speakers along a path.
pub const SPEAKER: Face = face("speaker", BLACK, WHITE, 12, false);
/// The offices they spoke from.
pub const OFFICE: Face = face("office", GREY, SILVER, 11, false);
/// What a link is.
pub const RELATION: Face = face("relation", GREY, SILVER, 11, false);
/// The ends of the scale in a miniature.
pub const SMALL_POLE: Face = face("pole", GREY, SILVER, 11, true);
/// Years beneath a miniature.
pub const SMALL: Face = face("tick", GREY, SILVER, 11, false);
/// The title of a picture that stands alone.
pub const TITLE: Face = face("label", BLACK, WHITE, 20, true);
/// What such a picture says, in a sentence.
pub const SAYS: Face = face("label", BLACK, WHITE, 14, false);
/// What it rests on.
pub const FOOT: Face = face("note", GREY, SILVER, 11, false);

/// Every ink that is not of a kind.
pub const INKS: [Ink; 15] = [
    GROUND,
    AXIS,
    GRID,
    CHOSEN,
    CHOICE,
    BAR,
    OTHER,
    CELLS,
    CELL_CHOSEN,
    RECALLED,
    NO_ARTICLE,
    PATH,
    REVERSAL,
    GOVERNMENT,
    ARROW,
];
/// Every face.
pub const FACES: [Face; 13] = [
    LABEL,
    LABEL_CHOSEN,
    VALUE,
    VALUE_CHOSEN,
    TICK,
    TICK_CHOSEN,
    NOTE,
    POLE,
    SPEAKER,
    OFFICE,
    RELATION,
    SMALL_POLE,
    SMALL,
];

/// The filled ink of a kind.
pub const fn kind(kind: Kind) -> Ink {
    let (class, color) = match kind {
        Kind::Firm => ("kind-firm", Color(0x44, 0x77, 0xAA)),
        Kind::Negative => ("kind-negative", Color(0xEE, 0x66, 0x77)),
        Kind::Soft => ("kind-soft", Color(0x22, 0x88, 0x33)),
        Kind::Position => ("kind-position", Color(0xAA, 0x33, 0x77)),
        Kind::Declined => ("kind-declined", Color(0xAA, 0x33, 0x77)),
    };
    ink(class, color, color, 0)
}

impl Ink {
    /// The same, as an outline of `width` px.
    #[must_use]
    pub const fn outline(self, width: u32) -> Self {
        Self {
            stroke: width,
            ..self
        }
    }
}

/// The style sheet that turns a picture to night: one rule for each class.
///
/// Kinds keep their colours, which pass against both grounds.
pub fn night() -> String {
    let inks = INKS.iter().map(|ink| {
        let property = if ink.stroke > 0 { "stroke" } else { "fill" };
        (ink.class, property, ink.dark)
    });
    let faces = FACES.iter().map(|face| (face.class, "fill", face.dark));
    let mut sheet = String::new();
    let mut seen: Vec<&str> = Vec::new();
    for (class, property, color) in inks.chain(faces) {
        if !seen.contains(&class) {
            seen.push(class);
            let hex = color.hex();
            sheet.push_str(&[".", class, " { ", property, ": ", &hex, " }\n"].concat());
        }
    }
    sheet
}
