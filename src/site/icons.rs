//! The icon as bitmaps, for where a system shows no SVG: home screens and lists of programs.
//!
//! In: `assets/icon.svg`, of which this reads the one path. Out: PNG files by name. Invariant:
//! drawn from the icon itself, so that no two forms of it differ; the same icon gives the same
//! bytes on every machine.

use png::{BitDepth, ColorType, Encoder};

/// The icon: a square of 64 with round corners, and marks of quotation on it.
const ICON: &str = include_str!("../../assets/icon.svg");
/// Its size in its own units.
const SIDE: f32 = 64.0;
/// Ink and paper, as in the icon.
const COLORS: [[u8; 3]; 2] = [[0x1b, 0x1b, 0x18], [0xff, 0xfe, 0xfb]];
/// Rows of samples to a row of pixels; along a row the share that is covered is exact.
const ROWS: usize = 8;

/// Name, pixels, and the radius of the corners: what a system cuts to a shape of its own is
/// filled to the edge.
pub const FILES: [(&str, usize, f32); 4] = [
    ("icon-192.png", 192, 10.0),
    ("icon-512.png", 512, 10.0),
    ("icon-maskable.png", 512, 0.0),
    ("apple-touch-icon.png", 180, 0.0),
];

type Point = (f32, f32);
type Shape = Vec<Point>;

/// Every file by name.
///
/// # Errors
/// Where a PNG cannot be written, which memory always can.
pub fn each() -> Result<Vec<(&'static str, Vec<u8>)>, png::EncodingError> {
    let draw = |(name, pixels, corner)| Ok((name, png(pixels, corner)?));
    FILES.into_iter().map(draw).collect()
}

fn png(pixels: usize, corner: f32) -> Result<Vec<u8>, png::EncodingError> {
    let scale = pixels as f32 / SIDE;
    let marks = shapes(path());
    let ground = covered(&[square(corner)], pixels, scale);
    let marks = covered(&marks, pixels, scale);
    let mut bytes = Vec::with_capacity(pixels * pixels * 4);
    for (ground, mark) in ground.into_iter().zip(marks) {
        for (ink, paper) in COLORS[0].into_iter().zip(COLORS[1]) {
            let color = f32::from(ink) + (f32::from(paper) - f32::from(ink)) * mark;
            bytes.push(color.round() as u8);
        }
        bytes.push((ground * 255.0).round() as u8);
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels as u32, pixels as u32);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(file)
}

/// What stands in `d="…"`.
fn path() -> &'static str {
    let rest = ICON.split_once(" d=\"").map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

/// The outlines of a path of `M`, `h`, `v`, `c` and `z`, curves as short lines.
fn shapes(path: &str) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut shape = Shape::new();
    let mut at = (0.0, 0.0);
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let tail = rest.get(1..).unwrap_or_default();
        let end = tail.find(|c: char| c.is_ascii_alphabetic());
        let (numbers, next) = tail.split_at(end.unwrap_or(tail.len()));
        let numbers = numbers.replace('-', " -");
        let n: Vec<f32> = numbers
            .split([' ', ','])
            .filter_map(|it| it.parse().ok())
            .collect();
        match (command, n.as_slice()) {
            ('M', [x, y]) => at = (*x, *y),
            ('h', [x]) => at.0 += x,
            ('v', [y]) => at.1 += y,
            ('c', [x1, y1, x2, y2, x, y]) => {
                let by = |x: &f32, y: &f32| (at.0 + x, at.1 + y);
                let ends = [at, by(x1, y1), by(x2, y2), by(x, y)];
                shape.extend((1..16).map(|n| on_curve(ends, n as f32 / 16.0)));
                at = ends[3];
            }
            _ => shapes.push(std::mem::take(&mut shape)),
        }
        if command != 'z' {
            shape.push(at);
        }
        rest = next;
    }
    shapes
}

fn on_curve(ends: [Point; 4], t: f32) -> Point {
    let weights = [
        (1.0 - t).powi(3),
        3.0 * t * (1.0 - t).powi(2),
        3.0 * t * t * (1.0 - t),
        t.powi(3),
    ];
    let all = ends.into_iter().zip(weights);
    all.fold((0.0, 0.0), |(x, y), (end, w)| {
        (x + end.0 * w, y + end.1 * w)
    })
}

/// The square, with round corners.
fn square(corner: f32) -> Shape {
    let far = SIDE - corner;
    let centres = [(far, corner), (far, far), (corner, far), (corner, corner)];
    let corners = (0_u8..).zip(centres);
    let round = |(no, (x, y)): (u8, Point)| {
        (0..=16_u8).map(move |n| {
            let angle = (f32::from(no) - 1.0 + f32::from(n) / 16.0) * std::f32::consts::FRAC_PI_2;
            (x + corner * angle.cos(), y + corner * angle.sin())
        })
    };
    corners.flat_map(round).collect()
}

/// How much of each pixel the shapes cover, from 0 to 1.
fn covered(shapes: &[Shape], pixels: usize, scale: f32) -> Vec<f32> {
    let mut share = vec![0.0; pixels * pixels];
    for (no, row) in share.chunks_exact_mut(pixels).enumerate() {
        for sample in 0..ROWS {
            let y = (no as f32 + (sample as f32 + 0.5) / ROWS as f32) / scale;
            for shape in shapes {
                let crossings = crossings(shape, y);
                for span in crossings.chunks_exact(2) {
                    fill(row, span[0] * scale, span[1] * scale);
                }
            }
        }
    }
    share
}

/// Where an outline crosses a height, from left to right.
fn crossings(shape: &Shape, y: f32) -> Vec<f32> {
    let next = shape.iter().cycle().skip(1);
    let mut found: Vec<f32> = (shape.iter().zip(next))
        .filter(|(a, b)| (a.1 <= y) != (b.1 <= y))
        .map(|(a, b)| a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0))
        .collect();
    found.sort_by(f32::total_cmp);
    found
}

/// Adds a span of one row of samples to the pixels of a row.
fn fill(row: &mut [f32], from: f32, to: f32) {
    for (no, share) in row.iter_mut().enumerate().skip(from as usize) {
        let part = to.min(no as f32 + 1.0) - from.max(no as f32);
        if part <= 0.0 {
            return;
        }
        *share += part / ROWS as f32;
    }
}
