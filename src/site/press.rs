//! Type on a small palette, quick enough for ten thousand cards.
//!
//! In: lines of text with an ink, a size and a place. Out: the bytes of a PNG file. A letter is
//! drawn once for each size and quarter of a pixel, and copied from then on. Invariant: the same
//! calls give the same bytes, whatever was drawn before.

use std::collections::BTreeMap;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use super::bitmap::Fault;
use super::letters;
use crate::chart::look::{Color, PAPER};
use crate::chart::sheet::Frame;

/// How many steps there are from paper to ink.
const STEPS: u8 = 8;
/// A letter is drawn at so many places between two pixels.
const PLACES: u8 = 4;

/// A size of type, and whether it is bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Type {
    pub(super) size: u16,
    pub(super) bold: bool,
}

/// How much of each pixel a letter covers, in steps.
struct Mask {
    left: i32,
    top: i32,
    width: usize,
    steps: Vec<u8>,
}

/// Letters that were drawn already.
#[derive(Default)]
pub(super) struct Press {
    masks: BTreeMap<(Type, char, u8), Option<Mask>>,
    widths: BTreeMap<(bool, char), f32>,
}

/// What one card is printed on.
pub(super) struct Sheet {
    width: usize,
    height: usize,
    inks: Vec<Color>,
    pixels: Vec<u8>,
}

/// The scale at which a font is `size` px to the em.
fn scale(font: &FontRef<'static>, size: f32) -> PxScale {
    let em = font.units_per_em().unwrap_or(1.0).max(1.0);
    PxScale::from(size * font.height_unscaled() / em)
}

impl Press {
    /// How wide a text comes out, px.
    pub(super) fn width(&mut self, text: &str, face: Type) -> f32 {
        text.chars().map(|letter| self.advance(letter, face)).sum()
    }

    fn advance(&mut self, letter: char, face: Type) -> f32 {
        let em = *self.widths.entry((face.bold, letter)).or_insert_with(|| {
            letters::face(face.bold).map_or(0.0, |font| {
                let scaled = font.as_scaled(scale(font, 1.0));
                scaled.h_advance(scaled.glyph_id(letter))
            })
        });
        em * f32::from(face.size)
    }

    fn mask(&mut self, face: Type, letter: char, place: u8) -> Option<&Mask> {
        let mask = self.masks.entry((face, letter, place));
        mask.or_insert_with(|| drawn(face, letter, place)).as_ref()
    }

    /// Prints a line whose letters stand on `base`, from `left`.
    pub(super) fn print(
        &mut self,
        sheet: &mut Sheet,
        ink: u8,
        face: Type,
        at: (f32, i32),
        text: &str,
    ) {
        let (mut x, base) = at;
        for letter in text.chars() {
            let whole = x.floor();
            let place = ((x - whole) * f32::from(PLACES)) as u8;
            if let Some(mask) = self.mask(face, letter, place.min(PLACES - 1)) {
                sheet.stamp(ink, mask, (whole as i32, base));
            }
            x += self.advance(letter, face);
        }
    }
}

fn drawn(face: Type, letter: char, place: u8) -> Option<Mask> {
    let font = letters::face(face.bold)?;
    let scale = scale(font, f32::from(face.size));
    let from = f32::from(place) / f32::from(PLACES);
    let glyph = font.glyph_id(letter);
    let outline = font.outline_glyph(glyph.with_scale_and_position(scale, point(from, 0.0)))?;
    let bounds = outline.px_bounds();
    let (width, height) = (bounds.width() as usize, bounds.height() as usize);
    let mut steps = vec![0; width * height];
    outline.draw(|x, y, covered| {
        let step = (covered.clamp(0.0, 1.0) * f32::from(STEPS - 1)).round() as u8;
        if let Some(pixel) = steps.get_mut(y as usize * width + x as usize) {
            *pixel = step;
        }
    });
    Some(Mask {
        left: bounds.min.x as i32,
        top: bounds.min.y as i32,
        width,
        steps,
    })
}

impl Sheet {
    /// Paper. At most sixteen inks.
    pub(super) fn new((width, height): (u32, u32), inks: &[Color]) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self {
            width,
            height,
            inks: inks.to_vec(),
            pixels: vec![0; width * height],
        }
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, ink: u8, frame: Frame) {
        let (width, height) = (self.width as i32, self.height as i32);
        let (left, right) = (frame.left.clamp(0, width), frame.right.clamp(0, width));
        for y in frame.top.clamp(0, height)..frame.bottom.clamp(0, height) {
            let row = y as usize * self.width;
            let span = row + left as usize..row + right.max(left) as usize;
            if let Some(pixels) = self.pixels.get_mut(span) {
                pixels.fill(ink * STEPS + STEPS - 1);
            }
        }
    }

    fn stamp(&mut self, ink: u8, mask: &Mask, (x, base): (i32, i32)) {
        if mask.width == 0 {
            return;
        }
        let (left, top) = (x + mask.left, base + mask.top);
        let Ok(left) = usize::try_from(left) else {
            return;
        };
        for (row, steps) in (top..).zip(mask.steps.chunks_exact(mask.width)) {
            let room = self.width.saturating_sub(left);
            let Ok(row) = usize::try_from(row) else {
                continue;
            };
            let from = row * self.width + left;
            let Some(pixels) = self.pixels.get_mut(from..from + room.min(steps.len())) else {
                continue;
            };
            for (pixel, step) in pixels.iter_mut().zip(steps) {
                if *step > *pixel % STEPS {
                    *pixel = ink * STEPS + step;
                }
            }
        }
    }

    /// The bytes of its PNG file.
    pub(super) fn png(&self) -> Result<Vec<u8>, Fault> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(self.palette());
        encoder.set_depth(BitDepth::Eight);
        // Beyond this, files hardly shrink and take twice as long.
        encoder.set_deflate_compression(DeflateCompression::Level(4));
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(file)
    }

    /// From paper to each ink.
    fn palette(&self) -> Vec<u8> {
        let mixed = |paper: u8, ink: u8, step: u8| {
            let (paper, ink, step) = (u16::from(paper), u16::from(ink), u16::from(step));
            let most = u16::from(STEPS - 1);
            ((paper * (most - step) + ink * step + most / 2) / most) as u8
        };
        let Color(r, g, b) = PAPER;
        let inks = self.inks.iter();
        let colors = inks.flat_map(|ink| {
            (0..STEPS).flat_map(move |step| {
                [
                    mixed(r, ink.0, step),
                    mixed(g, ink.1, step),
                    mixed(b, ink.2, step),
                ]
            })
        });
        colors.collect()
    }
}
