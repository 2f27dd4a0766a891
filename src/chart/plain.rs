//! Any backend of plotters as a stage: an SVG file, a bitmap.
//!
//! Groups and meanings are dropped; everything else is passed on, except for
//! the measuring of text. Invariant: what is passed on is what [`Recorder`]
//! records from the same calls.
//!
//! [`Recorder`]: super::backend::Recorder

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::backend::{Stage, estimate};
use super::picture::{At, Tag};

/// A backend that ignores groups and meanings.
pub struct Plain<DB>(pub DB);

type Done<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB: DrawingBackend> Stage for Plain<DB> {
    fn class(&mut self, _: &'static str) {}

    fn open(&mut self, _: &Tag) {}

    fn close(&mut self) {}

    fn dashed(&mut self, _: At, _: At, _: &impl BackendStyle) -> bool {
        false
    }
}

impl<DB: DrawingBackend> DrawingBackend for Plain<DB> {
    type ErrorType = DB::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<DB> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Done<DB> {
        self.0.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done<DB> {
        self.0.draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<DB> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<DB> {
        // Some backends draw what cannot be seen.
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        self.0.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<DB> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<DB> {
        self.0.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done<DB> {
        self.0.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Done<DB> {
        self.0.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<DB::ErrorType>> {
        Ok(estimate(text, style))
    }
}
