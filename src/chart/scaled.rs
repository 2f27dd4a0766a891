//! Any backend of plotters, at a whole multiple of a picture's size.
//!
//! In: the calls for a picture in px. Out: the same calls with coordinates, widths of lines
//! and sizes of type multiplied. Invariant: a filled rectangle covers exactly the pixels it
//! covers at size one, an outline lies as far within as without, and type stands on its line.

use plotters::style::text_anchor::Pos;
use plotters::style::{FontDesc, FontTransform, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::backend::{Stage, drop, estimate, size};
use super::picture::{At, Tag, dashes};

/// A backend that draws everything larger.
pub struct Scaled<DB> {
    /// What it draws on.
    pub backend: DB,
    /// How many times larger.
    pub times: u32,
}

type Done<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB> Scaled<DB> {
    fn at(&self, (x, y): At) -> At {
        (self.length(x), self.length(y))
    }

    fn length(&self, n: i32) -> i32 {
        n.saturating_mul(self.times as i32)
    }

    fn style(&self, style: &impl BackendStyle) -> ShapeStyle {
        let BackendColor { alpha, rgb } = style.color();
        ShapeStyle {
            color: RGBAColor(rgb.0, rgb.1, rgb.2, alpha),
            filled: false,
            stroke_width: style.stroke_width().saturating_mul(self.times),
        }
    }
}

impl<DB: DrawingBackend> Stage for Scaled<DB> {
    fn class(&mut self, _: &'static str) {}

    fn open(&mut self, _: &Tag) {}

    fn close(&mut self) {}

    fn dashed(&mut self, from: At, to: At, style: &impl BackendStyle) -> bool {
        let (from, to, style) = (self.at(from), self.at(to), self.style(style));
        let pieces = pieces(from, to, dashes(style.stroke_width));
        // Where it fails, so does what is drawn instead, which can say why.
        let mut drawn = pieces.map(|piece| self.backend.draw_path(piece, &style));
        drawn.all(|it| it.is_ok())
    }
}

/// The dashes between two points, each reckoned from the first, so that none is out of line.
fn pieces(from: At, to: At, (dash, gap): (i32, i32)) -> impl Iterator<Item = [At; 2]> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = (dx * dx + dy * dy).sqrt();
    let at = move |along: f64| {
        let share = along.min(length) / length.max(1.0);
        let (x, y) = (dx * share, dy * share);
        (from.0 + x.round() as i32, from.1 + y.round() as i32)
    };
    let starts = (0..=length as i32).step_by((dash + gap).max(1) as usize);
    starts.map(move |start| [at(f64::from(start)), at(f64::from(start + dash))])
}

impl<DB: DrawingBackend> DrawingBackend for Scaled<DB> {
    type ErrorType = DB::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.backend.get_size();
        (width / self.times.max(1), height / self.times.max(1))
    }

    fn ensure_prepared(&mut self) -> Done<DB> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Done<DB> {
        self.backend.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done<DB> {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<DB> {
        self.draw_path([from, to], style)
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
        let (color, from, to) = (style.color(), self.at(from), self.at(to));
        if fill {
            return self.backend.draw_rect(from, to, &color, true);
        }
        // Four sides rather than four lines, whose ends would leave the corners open.
        let width = self.style(style).stroke_width as i32;
        let (out, within) = (width / 2, width - width / 2);
        let (outer, inner) = (
            [from.0 - out, from.1 - out, to.0 + out, to.1 + out],
            [
                from.0 + within,
                from.1 + within,
                to.0 - within,
                to.1 - within,
            ],
        );
        let [left, top, right, bottom] = outer;
        for (from, to) in [
            ((left, top), (right, inner[1])),
            ((left, inner[3]), (right, bottom)),
            ((left, inner[1]), (inner[0], inner[3])),
            ((inner[2], inner[1]), (right, inner[3])),
        ] {
            self.backend.draw_rect(from, to, &color, true)?;
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<DB> {
        let path: Vec<At> = path.into_iter().map(|at| self.at(at)).collect();
        let style = self.style(style);
        self.backend.draw_path(path, &style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<DB> {
        let (center, style) = (self.at(center), self.style(style));
        let radius = radius.saturating_mul(self.times);
        self.backend.draw_circle(center, radius, &style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done<DB> {
        let corners: Vec<At> = corners.into_iter().map(|at| self.at(at)).collect();
        self.backend.fill_polygon(corners, &style.color())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Done<DB> {
        let times = f64::from(self.times);
        let font = FontDesc::new(style.family(), style.size() * times, style.style());
        let anchor = style.anchor();
        let style = TextStyle {
            font: font.transform(style.transform()),
            color: style.color(),
            pos: Pos::new(anchor.h_pos, anchor.v_pos),
        };
        // The backend rounds anew; the base line stays where it is.
        let once = drop(size(&style) / self.times.max(1) as i32, anchor.v_pos);
        let (x, y) = self.at(at);
        let more = self.length(once) - drop(size(&style), anchor.v_pos);
        let at = match style.font.get_transform() {
            FontTransform::Rotate270 => (x + more, y),
            _ => (x, y + more),
        };
        self.backend.draw_text(text, &style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<DB::ErrorType>> {
        Ok(estimate(text, style))
    }
}
