//! Drawing by inks and faces: plotters' elements, placed in px on one area.
//!
//! In: shapes and texts. Out: calls to the stage beneath. Invariant: the first
//! failure of a backend stops the drawing and is what [`Sheet::finish`] returns.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{
    Circle, CoordMapper, DashedPathElement, Drawable, PathElement, PointCollection, Polygon,
    Rectangle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle,
};
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};

use super::backend::{LINE, Stage};
pub use super::frame::Frame;
use super::look::{Color, Face, Ink};
use super::picture::{Anchor, At, Tag, dashes};
use super::text;

/// Where a chart is drawn.
pub type Area<DB> = DrawingArea<DB, Shift>;

/// Whether the backend could draw it.
pub type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A drawing area that knows what its marks mean.
pub struct Sheet<'a, DB: Stage> {
    area: &'a Area<DB>,
    state: Drawn<DB>,
}

impl<'a, DB: Stage> Sheet<'a, DB> {
    /// Draws on this area, in px from its top left.
    pub fn new(area: &'a Area<DB>) -> Self {
        Self {
            area,
            state: Ok(()),
        }
    }

    /// Whether all of it could be drawn.
    ///
    /// # Errors
    /// The first failure of the backend.
    pub fn finish(self) -> Drawn<DB> {
        self.state
    }

    /// Draws any element of plotters that is placed in px.
    pub fn draw<'e, E, B>(&mut self, element: &'e E)
    where
        B: CoordMapper,
        &'e E: PointCollection<'e, At, B>,
        E: Drawable<DB, B>,
    {
        if self.state.is_ok() {
            self.state = self.area.draw(element);
        }
    }

    fn tell(&mut self, word: Word) {
        self.draw(&word);
    }

    /// What the marks that follow mean.
    pub fn class(&mut self, class: &'static str) {
        self.tell(Word::Class(class));
    }

    /// What `draw` draws, as one group.
    pub fn group(&mut self, tag: Tag, draw: impl FnOnce(&mut Self)) {
        self.tell(Word::Open(tag));
        draw(self);
        self.tell(Word::Close);
    }

    /// A rectangle; an outline lies within the frame, and fills one too small for it.
    pub fn rect(&mut self, ink: Ink, frame: Frame) {
        self.tell(Word::Class(ink.class));
        let Frame {
            left,
            top,
            right,
            bottom,
        } = frame;
        let stroke = ink.stroke as i32;
        let small = (right - left).min(bottom - top) <= 2 * stroke;
        let (ink, inset) = if small {
            (ink.outline(0), 0)
        } else {
            (ink, stroke / 2)
        };
        let corners = [(left + inset, top + inset), (right - inset, bottom - inset)];
        self.draw(&Rectangle::new(corners, shape(ink)));
    }

    /// What cannot be seen but pressed.
    pub fn target(&mut self, frame: Frame) {
        self.tell(Word::Class("hit"));
        let corners = [(frame.left, frame.top), (frame.right, frame.bottom)];
        let color = RGBAColor(0, 0, 0, 0.0);
        self.draw(&Rectangle::new(
            corners,
            ShapeStyle {
                color,
                filled: true,
                stroke_width: 0,
            },
        ));
    }

    /// A line through these points.
    pub fn line(&mut self, ink: Ink, points: &[At]) {
        self.tell(Word::Class(ink.class));
        self.draw(&PathElement::new(points, shape(ink)));
    }

    /// A dashed line.
    pub fn dashes(&mut self, ink: Ink, points: [At; 2]) {
        self.tell(Word::Class(ink.class));
        self.dashed(points, shape(ink));
    }

    /// The same in any style.
    pub(super) fn dashed(&mut self, points: [At; 2], style: ShapeStyle) {
        self.draw(&Dashes(points, style));
    }

    /// A filled polygon.
    pub fn polygon(&mut self, ink: Ink, corners: &[At]) {
        self.tell(Word::Class(ink.class));
        self.draw(&Polygon::new(corners, shape(ink)));
    }

    /// A circle; an outline lies within it.
    pub fn circle(&mut self, ink: Ink, center: At, radius: i32) {
        self.tell(Word::Class(ink.class));
        self.draw(&Circle::new(
            center,
            radius - ink.stroke as i32 / 2,
            shape(ink),
        ));
    }

    /// A text whose middle line runs through `at`.
    pub fn text(&mut self, face: Face, anchor: Anchor, at: At, text: &str) {
        self.tell(Word::Class(face.class));
        self.draw(&Text::new(
            text::isolate(text),
            at,
            style(face, anchor, FontTransform::None),
        ));
    }

    /// The same, running upwards.
    pub fn turned(&mut self, face: Face, anchor: Anchor, at: At, text: &str) {
        self.tell(Word::Class(face.class));
        self.draw(&Text::new(
            text::isolate(text),
            at,
            style(face, anchor, FontTransform::Rotate270),
        ));
    }
}

fn shape(ink: Ink) -> ShapeStyle {
    let Color(red, green, blue) = ink.light;
    ShapeStyle {
        color: RGBAColor(red, green, blue, 1.0),
        filled: ink.stroke == 0,
        stroke_width: ink.stroke,
    }
}

/// The style of a text whose middle line runs through its point.
pub(super) fn style(face: Face, anchor: Anchor, turn: FontTransform) -> TextStyle<'static> {
    let Color(red, green, blue) = face.light;
    let slant = if face.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let h_pos = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, f64::from(face.size) * LINE, slant)
            .transform(turn),
        color: BackendColor {
            alpha: 1.0,
            rgb: (red, green, blue),
        },
        pos: Pos::new(h_pos, VPos::Center),
    }
}

/// A dashed line: the stage's own, or else in pieces.
struct Dashes([At; 2], ShapeStyle);

impl<'a> PointCollection<'a, At> for &'a Dashes {
    type Point = &'a At;
    type IntoIter = &'a [At];

    fn point_iter(self) -> Self::IntoIter {
        &self.0
    }
}

impl<DB: Stage> Drawable<DB> for Dashes {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        stage: &mut DB,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let (Some(from), Some(to)) = (points.next(), points.next()) else {
            return Ok(());
        };
        if stage.dashed(from, to, &self.1) {
            return Ok(());
        }
        let (dash, gap) = dashes(self.1.stroke_width);
        let pieces = DashedPathElement::new([from, to], dash, gap, self.1);
        pieces.draw([from, to].into_iter(), stage, size)
    }
}

/// A word to the stage, said where an element would be drawn.
enum Word {
    Class(&'static str),
    Open(Tag),
    Close,
}

impl<'a> PointCollection<'a, At> for &'a Word {
    type Point = At;
    type IntoIter = std::iter::Empty<At>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl<DB: Stage> Drawable<DB> for Word {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        stage: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match self {
            Self::Class(class) => stage.class(class),
            Self::Open(tag) => stage.open(tag),
            Self::Close => stage.close(),
        }
        Ok(())
    }
}
