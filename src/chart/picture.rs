//! A drawn chart as plain values.
//!
//! Out of `backend`, into `svg` and into the page. Marks are in drawing order,
//! lengths in px from the top left. Invariant: the same numbers give an equal
//! picture, so that whoever shows it can keep the marks that did not change.

use std::borrow::Cow;

use super::look::Color;
use crate::corpus::model::{ThemeNo, UnitNo};
use crate::explore::digits;

/// A point: px from the left, px from the top.
pub type At = (i32, i32);

/// One attribute of an SVG element.
pub type Attribute = (&'static str, Cow<'static, str>);

/// Every name that [`Mark::attributes`] gives, in its order.
pub const NAMES: &[&str] = &[
    "x",
    "y",
    "width",
    "height",
    "d",
    "points",
    "cx",
    "cy",
    "r",
    "font-size",
    "text-anchor",
    "font-weight",
    "transform",
    "class",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "pointer-events",
];

/// A chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// What a group of marks stands for, and what pressing it narrows the page to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A policy area.
    Theme(ThemeNo),
    /// A year.
    Year(u16),
    /// A policy area in a year.
    Cell(ThemeNo, u16),
    /// One unit.
    Unit(UnitNo),
    /// Nothing that can be pressed.
    None,
}

impl Key {
    /// The key as `data-key` has it on a page: `t3`, `y2015`, `c3-2015`, `u12`.
    pub fn id(self) -> String {
        match self {
            Self::Theme(theme) => ["t", &theme.0.to_string()].concat(),
            Self::Year(year) => ["y", &year.to_string()].concat(),
            Self::Cell(theme, year) => {
                let mut id = String::from("c");
                digits::push(&mut id, theme.0);
                id.push('-');
                digits::push(&mut id, year.into());
                id
            }
            Self::Unit(unit) => ["u", &unit.0.to_string()].concat(),
            Self::None => String::new(),
        }
    }

    /// Reads it back; what is no key is [`Key::None`].
    pub fn parse(id: &str) -> Self {
        let mut letters = id.chars();
        let (kind, rest) = (letters.next(), letters.as_str());
        let number = || rest.parse().ok();
        let key = match kind {
            Some('t') => number().map(|theme| Self::Theme(ThemeNo(theme))),
            Some('u') => number().map(|unit| Self::Unit(UnitNo(unit))),
            Some('y') => rest.parse().ok().map(Self::Year),
            Some('c') => rest.split_once('-').and_then(|(theme, year)| {
                Some(Self::Cell(ThemeNo(theme.parse().ok()?), year.parse().ok()?))
            }),
            _ => None,
        };
        key.unwrap_or(Self::None)
    }
}

/// What a group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What it stands for.
    pub key: Key,
    /// Its role in the chart.
    pub class: &'static str,
    /// What it says in words, with every number it draws.
    pub title: String,
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// What the shape means.
    pub class: &'static str,
    /// Inside.
    pub fill: Option<Color>,
    /// Outline.
    pub stroke: Option<Color>,
    /// Width of the outline, px.
    pub width: u32,
    /// Whether the outline is dashed.
    pub dashed: bool,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Colour and role.
    pub paint: Paint,
    /// The anchor, on the base line.
    pub at: At,
    /// Which end of the text that is.
    pub anchor: Anchor,
    /// Size, px.
    pub size: i32,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it runs upwards, turned about `at`.
    pub turned: bool,
    /// What it says.
    pub text: String,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle: top left, width and height.
    Rect(Paint, At, i32, i32),
    /// Lines of one paint.
    Path(Paint, Vec<Vec<At>>),
    /// A filled polygon.
    Polygon(Paint, Vec<At>),
    /// A circle: centre and radius.
    Circle(Paint, At, i32),
    /// A text.
    Text(Label),
    /// Marks that belong together.
    Group(Tag, Vec<Mark>),
}

impl Mark {
    /// What it stands for.
    pub fn key(&self) -> Key {
        match self {
            Self::Group(tag, _) => tag.key,
            _ => Key::None,
        }
    }

    /// Whether one element can show both, one after the other.
    pub fn alike(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The SVG element that shows it.
    pub fn element(&self) -> &'static str {
        match self {
            Self::Rect(..) => "rect",
            Self::Path(..) => "path",
            Self::Polygon(..) => "polygon",
            Self::Circle(..) => "circle",
            Self::Text(_) => "text",
            Self::Group(..) => "g",
        }
    }

    /// The attributes of that element, all of them presentation attributes or geometry.
    pub fn attributes(&self) -> Vec<Attribute> {
        let numbers = self.numbers().into_iter();
        let numbers = numbers.filter(|(name, _)| !name.is_empty());
        let mut list: Vec<Attribute> = numbers
            .map(|(name, value)| (name, Cow::Owned(value.to_string())))
            .collect();
        list.extend(self.words());
        list
    }

    /// Those of them that are whole numbers; what there is no more of has no name.
    pub fn numbers(&self) -> [(&'static str, i32); 4] {
        const NONE: (&str, i32) = ("", 0);
        match self {
            Self::Rect(_, (x, y), width, height) => {
                [("x", *x), ("y", *y), ("width", *width), ("height", *height)]
            }
            Self::Circle(_, (x, y), radius) => [("cx", *x), ("cy", *y), ("r", *radius), NONE],
            Self::Text(label) => {
                let (x, y) = label.at;
                [("x", x), ("y", y), ("font-size", label.size), NONE]
            }
            _ => [NONE; 4],
        }
    }

    /// All others.
    pub fn words(&self) -> Vec<Attribute> {
        let mut list = Vec::with_capacity(5);
        let paint = match self {
            Self::Rect(paint, ..) | Self::Circle(paint, ..) => paint,
            Self::Path(paint, lines) => {
                list.push(("d", Cow::Owned(path_data(lines))));
                paint
            }
            Self::Polygon(paint, corners) => {
                list.push(("points", Cow::Owned(points(corners))));
                paint
            }
            Self::Text(label) => {
                label.shape(&mut list);
                &label.paint
            }
            Self::Group(tag, _) => {
                list.push(("class", Cow::Borrowed(tag.class)));
                return list;
            }
        };
        paint.attributes(&mut list);
        list
    }

    /// Whether two differ by whole numbers and by what they say at most.
    pub fn same_words(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rect(one, ..), Self::Rect(other, ..))
            | (Self::Circle(one, ..), Self::Circle(other, ..)) => one == other,
            (Self::Text(one), Self::Text(other)) => {
                let look = |it: &Label| (it.paint, it.anchor, it.bold, it.turned);
                look(one) == look(other) && !one.turned
            }
            (Self::Group(one, _), Self::Group(other, _)) => one.class == other.class,
            _ => false,
        }
    }
}

impl Tag {
    /// The attributes of the link that shows it where it can be pressed, but for its address.
    pub fn link(&self) -> Vec<Attribute> {
        let class = ["mark ", self.class].concat();
        let key = Cow::Owned(self.key.id());
        let mut list = vec![("class", Cow::Owned(class)), ("data-key", key)];
        if self.class.ends_with("is-chosen") {
            list.push(("aria-current", Cow::Borrowed("true")));
        }
        list
    }
}

impl Label {
    fn shape(&self, list: &mut Vec<Attribute>) {
        match self.anchor {
            Anchor::Start => {}
            Anchor::Middle => list.push(("text-anchor", Cow::Borrowed("middle"))),
            Anchor::End => list.push(("text-anchor", Cow::Borrowed("end"))),
        }
        if self.bold {
            list.push(("font-weight", Cow::Borrowed("bold")));
        }
        if self.turned {
            let mut turn = String::from("rotate(-90 ");
            push_point(&mut turn, self.at);
            turn.push(')');
            list.push(("transform", Cow::Owned(turn)));
        }
    }
}

impl Paint {
    fn attributes(&self, list: &mut Vec<Attribute>) {
        list.push(("class", Cow::Borrowed(self.class)));
        match self.fill {
            Some(fill) => list.push(("fill", Cow::Owned(fill.hex()))),
            None => list.push(("fill", Cow::Borrowed("none"))),
        }
        match self.stroke {
            Some(stroke) => {
                list.push(("stroke", Cow::Owned(stroke.hex())));
                list.push(("stroke-width", Cow::Owned(self.width.to_string())));
                if self.dashed {
                    let (dash, gap) = dashes(self.width);
                    let dashes = [dash.to_string(), gap.to_string()].join(" ");
                    list.push(("stroke-dasharray", Cow::Owned(dashes)));
                }
            }
            // Nothing to see, and yet to be pressed.
            None if self.fill.is_none() => list.push(("pointer-events", Cow::Borrowed("all"))),
            None => {}
        }
    }
}

/// How long the dashes of a line of this width are, and the gaps between them, px.
pub const fn dashes(width: u32) -> (i32, i32) {
    (width as i32 * 5 / 2, width as i32 * 2)
}

fn push_point(text: &mut String, (x, y): At) {
    digits::push_signed(text, x);
    text.push(' ');
    digits::push_signed(text, y);
}

/// Each point by its way from the last: equal shapes then read alike wherever they stand, and
/// pack into little.
fn path_data(lines: &[Vec<At>]) -> String {
    let mut data = String::new();
    let mut last = (0, 0);
    for line in lines {
        let mut pen = 'm';
        for &at in line {
            data.push(pen);
            push_point(&mut data, (at.0 - last.0, at.1 - last.1));
            pen = 'l';
            last = at;
        }
    }
    data
}

fn points(corners: &[At]) -> String {
    let mut data = String::new();
    for &at in corners {
        if !data.is_empty() {
            data.push(' ');
        }
        push_point(&mut data, at);
    }
    data
}
