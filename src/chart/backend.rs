//! What charts are drawn on: our recorder, or any other backend of plotters.
//!
//! In: the calls of plotters. Out: a [`Picture`]. A [`Stage`] is a backend that
//! can also be told what the next marks mean and which of them belong together;
//! [`Plain`] turns any backend into one that does not care.
//! Invariant: all stages measure text by the same table.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};

use super::look::Color;
use super::picture::{Anchor, At, Label, Mark, Paint, Picture, Tag};
use super::text;

/// Sizes of type in plotters are line heights: this many times the size in px.
pub const LINE: f64 = 1.24;

/// A backend that knows groups and meanings.
pub trait Stage: DrawingBackend {
    /// What the marks that follow mean.
    fn class(&mut self, class: &'static str);
    /// Begins a group.
    fn open(&mut self, tag: &Tag);
    /// Ends it.
    fn close(&mut self);
    /// Draws a dashed line, where the stage knows one; else says so by `false`.
    fn dashed(&mut self, from: At, to: At, style: &impl BackendStyle) -> bool;
}

/// Records what is drawn into a picture.
pub struct Recorder<'a> {
    picture: &'a mut Picture,
    class: &'static str,
    outer: Vec<(Tag, Vec<Mark>)>,
}

impl<'a> Recorder<'a> {
    /// Records into this picture, whose size is given.
    pub fn new(picture: &'a mut Picture) -> Self {
        Self {
            picture,
            class: "",
            outer: Vec::new(),
        }
    }

    fn paint(&self, style: &impl BackendStyle, fill: bool) -> Paint {
        let color = style.color();
        let seen = (color.alpha > 0.0).then_some(Color(color.rgb.0, color.rgb.1, color.rgb.2));
        let (fill, stroke) = if fill { (seen, None) } else { (None, seen) };
        let width = if stroke.is_some() {
            style.stroke_width()
        } else {
            0
        };
        Paint {
            class: self.class,
            fill,
            stroke,
            width,
            dashed: false,
        }
    }

    /// Adds a line to the path before it where both are painted alike.
    fn line(&mut self, paint: Paint, line: Vec<At>) {
        match self.picture.marks.last_mut() {
            Some(Mark::Path(before, lines)) if *before == paint => lines.push(line),
            _ => self.picture.marks.push(Mark::Path(paint, vec![line])),
        }
    }
}

impl Stage for Recorder<'_> {
    fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    fn open(&mut self, tag: &Tag) {
        let marks = std::mem::take(&mut self.picture.marks);
        self.outer.push((tag.clone(), marks));
    }

    fn close(&mut self) {
        if let Some((tag, outer)) = self.outer.pop() {
            let marks = std::mem::replace(&mut self.picture.marks, outer);
            self.picture.marks.push(Mark::Group(tag, marks));
        }
    }

    fn dashed(&mut self, from: At, to: At, style: &impl BackendStyle) -> bool {
        let paint = Paint {
            dashed: true,
            ..self.paint(style, false)
        };
        self.line(paint, vec![from, to]);
        true
    }
}

type Done<E> = Result<(), DrawingErrorKind<E>>;

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.picture.width, self.picture.height)
    }

    fn ensure_prepared(&mut self) -> Done<Infallible> {
        Ok(())
    }

    fn present(&mut self) -> Done<Infallible> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done<Infallible> {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<Infallible> {
        self.line(self.paint(style, false), vec![from, to]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<Infallible> {
        let paint = self.paint(style, fill);
        self.picture
            .marks
            .push(Mark::Rect(paint, from, to.0 - from.0, to.1 - from.1));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<Infallible> {
        self.line(self.paint(style, false), path.into_iter().collect());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<Infallible> {
        let paint = self.paint(style, fill);
        self.picture
            .marks
            .push(Mark::Circle(paint, center, radius as i32));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done<Infallible> {
        let paint = self.paint(style, true);
        self.picture
            .marks
            .push(Mark::Polygon(paint, corners.into_iter().collect()));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done<Infallible> {
        let size = size(style);
        let anchor = style.anchor();
        let drop = drop(size, anchor.v_pos);
        let turned = matches!(style.transform(), FontTransform::Rotate270);
        let label = Label {
            paint: self.paint(&style.color(), true),
            at: if turned { (x + drop, y) } else { (x, y + drop) },
            anchor: match anchor.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            size,
            bold: matches!(style.style(), FontStyle::Bold),
            turned,
            text: text.to_owned(),
        };
        self.picture.marks.push(Mark::Text(label));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(estimate(text, style))
    }
}

/// From the anchor of a text of this size down to its base line, px.
pub fn drop(size: i32, anchor: VPos) -> i32 {
    match anchor {
        VPos::Top => size * 76 / 100,
        VPos::Center => size * 36 / 100,
        VPos::Bottom => -size * 24 / 100,
    }
}

/// The size of type of a style, px.
pub fn size(style: &impl BackendTextStyle) -> i32 {
    (style.size() / LINE).round() as i32
}

/// Width and height of a line of text, px.
pub(super) fn estimate(text: &str, style: &impl BackendTextStyle) -> (u32, u32) {
    (
        text::width(text, size(style)) as u32,
        style.size().ceil() as u32,
    )
}
