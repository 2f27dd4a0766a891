//! A picture as a bitmap, through plotters' own backend.
//!
//! In: a [`Picture`] and a scale. Out: the bytes of a PNG file. It is drawn larger than asked
//! for and then averaged down, so that edges are smooth. Invariant: the same picture gives
//! the same bytes on every machine.

use std::error::Error;

use plotters::backend::{BitMapBackend, RGBPixel};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::letters;
use super::palette::Palette;
use crate::chart::sheet::Area;
use crate::chart::{Picture, Scaled, replay};

/// What can go wrong: no memory, or a picture of no size.
pub type Fault = Box<dyn Error>;

/// How many times larger than asked for it is drawn, each way; see [`averaged`].
const FINER: u32 = 2;

/// Pixels, three bytes each, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// Width, pixels.
    pub width: u32,
    /// Height, pixels.
    pub height: u32,
    /// Red, green and blue of each.
    pub bytes: Vec<u8>,
}

/// The bytes of a PNG file of a picture, `scale` pixels to its px.
///
/// # Errors
/// Where the picture has no size or is too large to draw.
pub fn png(picture: &Picture, scale: u32) -> Result<Vec<u8>, Fault> {
    let bitmap = bitmap(picture, scale)?;
    let palette = Palette::new(&bitmap.bytes);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, bitmap.width, bitmap.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_palette(palette.bytes());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&palette.pixels)?;
    writer.finish()?;
    Ok(file)
}

/// A picture on paper, `scale` pixels to its px.
///
/// # Errors
/// Where the picture has no size or is too large to draw.
pub fn bitmap(picture: &Picture, scale: u32) -> Result<Bitmap, Fault> {
    let times = scale.saturating_mul(FINER);
    let width = picture.width.checked_mul(times).filter(|n| *n > 0);
    let height = picture.height.checked_mul(times).filter(|n| *n > 0);
    let (Some(width), Some(height)) = (width, height) else {
        return Err("a picture of no size".into());
    };
    let length = width.checked_mul(height).and_then(|n| n.checked_mul(3));
    let length = length.ok_or("a picture too large to draw")?;
    // Paper is white.
    let mut bytes = vec![0xFF; length as usize];
    {
        let inner = BitMapBackend::with_buffer_and_format(&mut bytes, (width, height))?;
        let backend = Canvas { inner };
        let area = Area::from(Scaled { backend, times });
        replay(picture, &area).map_err(|fault| fault.to_string())?;
        area.present().map_err(|fault| fault.to_string())?;
    }
    Ok(averaged(&bytes, width as usize))
}

/// Each two by two pixels as one.
fn averaged(bytes: &[u8], width: usize) -> Bitmap {
    let row = width * 3;
    let mut small = Vec::with_capacity(bytes.len() / 4);
    for rows in bytes.chunks_exact(row * 2) {
        let (upper, lower) = rows.split_at(row);
        for (a, b) in upper.chunks_exact(6).zip(lower.chunks_exact(6)) {
            if a == b && a[..3] == a[3..] {
                // Most of a chart is one colour.
                small.extend_from_slice(&a[..3]);
                continue;
            }
            for n in 0..3 {
                let sum = [a[n], a[n + 3], b[n], b[n + 3]].map(u16::from);
                small.push(((sum.iter().sum::<u16>() + 2) / 4) as u8);
            }
        }
    }
    let width = (width / 2) as u32;
    Bitmap {
        width,
        height: (small.len() / 3) as u32 / width.max(1),
        bytes: small,
    }
}

/// plotters' bitmap with type of our own: the rest is left to it.
struct Canvas<'a> {
    inner: BitMapBackend<'a, RGBPixel>,
}

type Done<'a> =
    Result<(), DrawingErrorKind<<BitMapBackend<'a, RGBPixel> as DrawingBackend>::ErrorType>>;

impl<'a> DrawingBackend for Canvas<'a> {
    type ErrorType = <BitMapBackend<'a, RGBPixel> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<'a> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Done<'a> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done<'a> {
        self.inner.draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<'a> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<'a> {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Done<'a> {
        let BackendColor { alpha, rgb } = style.color();
        letters::draw(text, style, at, |at, covered| {
            let alpha = alpha * f64::from(covered);
            self.inner.draw_pixel(at, BackendColor { alpha, rgb })
        })
    }
}
