//! A bitmap by a list of colours: charts have few, and so their files become half as large.
//!
//! In: pixels, three bytes each. Out: at most 256 colours, and the number of one for each
//! pixel. Invariant: the same pixels give the same list; where there are more colours, the
//! rarest are shown as the nearest of the others.

use std::collections::BTreeMap;

use crate::chart::look::Color;

/// Most colours of a list.
const MOST: usize = 256;

/// A list of colours, and pixels as numbers into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The most frequent colour first.
    pub colors: Vec<Color>,
    /// One for each pixel.
    pub pixels: Vec<u8>,
}

impl Palette {
    /// Of these pixels.
    pub fn new(bytes: &[u8]) -> Self {
        let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        for (color, n) in runs(bytes) {
            *counts.entry(color).or_default() += n;
        }
        let mut order: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        order.sort_by_key(|(_, n)| usize::MAX - n);
        let (listed, rare) = order.split_at(order.len().min(MOST));
        let mut number: BTreeMap<[u8; 3], u8> = BTreeMap::new();
        for (no, (color, _)) in (0..=u8::MAX).zip(listed) {
            number.insert(*color, no);
        }
        for (color, _) in rare {
            let by_distance = (0..=u8::MAX).zip(listed);
            let nearest = by_distance.min_by_key(|(_, (other, _))| distance(*color, *other));
            number.insert(*color, nearest.map_or(0, |(no, _)| no));
        }
        let mut pixels = Vec::with_capacity(bytes.len() / 3);
        for (color, n) in runs(bytes) {
            let no = number.get(&color).copied().unwrap_or_default();
            pixels.resize(pixels.len() + n, no);
        }
        let colors = listed.iter().map(|([r, g, b], _)| Color(*r, *g, *b));
        Self {
            colors: colors.collect(),
            pixels,
        }
    }

    /// Its colours as a PNG file lists them.
    pub fn bytes(&self) -> Vec<u8> {
        let each = self.colors.iter().map(|it| [it.0, it.1, it.2]);
        each.collect::<Vec<_>>().concat()
    }
}

/// Each colour, and how many pixels in a row have it.
fn runs(bytes: &[u8]) -> impl Iterator<Item = ([u8; 3], usize)> {
    let (pixels, _) = bytes.as_chunks::<3>();
    let runs = pixels.chunk_by(|a, b| a == b);
    runs.filter_map(|run| Some((*run.first()?, run.len())))
}

/// How different two colours are.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let part = |n: usize| u32::from(a[n].abs_diff(b[n])).pow(2);
    part(0) + part(1) + part(2)
}
