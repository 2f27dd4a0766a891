//! Type for bitmaps: two faces of one font, which the program carries along.
//!
//! In: text, a style and where its anchor stands. Out: pixels and how much of each is
//! covered. Invariant: no font of the machine is asked for, so that every machine sets the
//! same; a character that the font lacks is drawn as an empty box.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef, Glyph, GlyphId, PxScale, ScaleFont, point};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendTextStyle, FontStyle, FontTransform};
use unicode_normalization::UnicodeNormalization;

use crate::chart::backend::{drop, size};
use crate::chart::picture::At;

static REGULAR: &[u8] = include_bytes!("../../assets/fonts/Arimo-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../assets/fonts/Arimo-Bold.ttf");

/// The face, where its file can be read.
pub(super) fn face(bold: bool) -> Option<&'static FontRef<'static>> {
    static FACES: OnceLock<[Option<FontRef<'static>>; 2]> = OnceLock::new();
    let read = || [REGULAR, BOLD].map(|bytes| FontRef::try_from_slice(bytes).ok());
    FACES.get_or_init(read)[usize::from(bold)].as_ref()
}

/// The text in letters that the font has: a letter with a mark that it lacks loses the mark,
/// and what it has no form of is left out.
pub fn fitting(text: &str) -> String {
    let Some(font) = face(false) else {
        return String::new();
    };
    let has = |letter: char| font.glyph_id(letter) != GlyphId(0);
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            letter if letter.is_whitespace() => out.push(' '),
            letter if letter.is_control() || super::hidden(letter) => {}
            letter if has(letter) => out.push(letter),
            '\u{2010}'..='\u{2012}' | '\u{2212}' => out.push('-'),
            '\u{2015}' => out.push('–'),
            letter => out.extend(std::iter::once(letter).nfkd().filter(|part| has(*part))),
        }
    }
    out
}

/// A line of text, laid out from 0.
struct Line {
    glyphs: Vec<Glyph>,
    width: f32,
}

fn lay_out(font: &FontRef<'static>, text: &str, size: f32) -> Line {
    // What the font calls a scale is its own height.
    let em = font.units_per_em().unwrap_or(1.0).max(1.0);
    let scale = PxScale::from(size * font.height_unscaled() / em);
    let scaled = font.as_scaled(scale);
    let mut width = 0.0;
    let glyph = |c: char| -> Option<GlyphId> {
        match c {
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' => None,
            c if c.is_whitespace() => Some(scaled.glyph_id(' ')),
            c if c.is_control() => None,
            c => Some(scaled.glyph_id(c)),
        }
    };
    let place = |id: GlyphId| {
        let glyph = id.with_scale_and_position(scale, point(width, 0.0));
        width += scaled.h_advance(id);
        glyph
    };
    let glyphs = text.nfc().filter_map(glyph).map(place).collect();
    Line { glyphs, width }
}

/// How wide a text comes out at `size` px, px.
pub fn width(text: &str, size: i32, bold: bool) -> f32 {
    face(bold).map_or(0.0, |font| lay_out(font, text, size as f32).width)
}

/// Calls `cover` with each pixel of a text and how much of it is covered, 0 to 1.
///
/// # Errors
/// The first that `cover` gives.
pub fn draw<S: BackendTextStyle, E>(
    text: &str,
    style: &S,
    at: At,
    mut cover: impl FnMut(At, f32) -> Result<(), E>,
) -> Result<(), E> {
    let bold = matches!(style.style(), FontStyle::Bold);
    let Some(font) = face(bold) else {
        return Ok(());
    };
    let size = size(style);
    let line = lay_out(font, text, size as f32);
    let (start, base) = match style.anchor().h_pos {
        HPos::Left => (0.0, drop(size, style.anchor().v_pos)),
        HPos::Center => (-line.width / 2.0, drop(size, style.anchor().v_pos)),
        HPos::Right => (-line.width, drop(size, style.anchor().v_pos)),
    };
    let upwards = matches!(style.transform(), FontTransform::Rotate270);
    for mut glyph in line.glyphs {
        glyph.position.x += start;
        let Some(outline) = font.outline_glyph(glyph) else {
            continue;
        };
        let corner = outline.px_bounds().min;
        let (left, top) = (corner.x as i32, corner.y as i32 + base);
        let mut done = Ok(());
        outline.draw(|x, y, covered| {
            let (x, y) = (left + x as i32, top + y as i32);
            let (x, y) = if upwards { (y, -x - 1) } else { (x, y) };
            if done.is_ok() && covered > 0.0 {
                done = cover((at.0 + x, at.1 + y), covered.min(1.0));
            }
        });
        done?;
    }
    Ok(())
}
