//! What writing and reading have in common: a model asks a coder for every choice.
//!
//! In: the choice, which only a writer looks at. Out: the choice, told by the writer or found by
//! the reader. Invariant: a model calls its coder alike in both, so one text of a model serves
//! both. Next: `range`.

/// Chances are parts of two to this power.
pub(super) const CERTAIN: u32 = 15;

/// How far a chance moves at each of its first answers, and at later ones.
const PACE: [i32; 60] = paces();
const PACED: i32 = (1 << CERTAIN) / 62;

const fn paces() -> [i32; 60] {
    let mut paces = [0; 60];
    let mut seen = 0;
    while seen < 60 {
        paces[seen] = (1 << CERTAIN) / (seen as i32 + 2);
        seen += 1;
    }
    paces
}

/// The longest text that [`string`] writes.
const LONGEST: u32 = 1 << 20;

/// Writes or reads choices.
pub(super) trait Coder {
    /// Yes or no.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool;
    /// One of fewer than 2²⁴, each as likely.
    fn even(&mut self, choice: u32, of: u32) -> u32;
    /// One as likely as its weight says; none is 0, together they are less than 2²⁴.
    fn pick(&mut self, choice: u32, weights: &[u32]) -> u32;
    /// Whether more was read than there is.
    fn over(&self) -> bool;
}

/// How likely a yes is, learnt from those before.
#[derive(Clone, Copy)]
pub(super) struct Chance {
    yes: u16,
    seen: u8,
}

impl Chance {
    /// Nothing learnt yet.
    pub(super) const NEW: Self = Self {
        yes: 1 << (CERTAIN - 1),
        seen: 0,
    };

    pub(super) fn of_true(self) -> u32 {
        u32::from(self.yes)
    }

    /// The first answers count for much, later ones for less.
    pub(super) fn learn(&mut self, bit: bool) {
        const MOST: i32 = 1 << CERTAIN;
        let now = i32::from(self.yes);
        let target = if bit { MOST } else { 0 };
        let pace = PACE.get(usize::from(self.seen)).copied().unwrap_or(PACED);
        let next = now + (((target - now) * pace) >> CERTAIN);
        self.yes = next.clamp(MOST >> 10, MOST - (MOST >> 10)) as u16;
        self.seen = (self.seen + 1).min(PACE.len() as u8);
    }
}

/// A number of any size, small ones in few bits: its width, then the bits below the highest.
pub(super) fn number<C: Coder>(coder: &mut C, widths: &mut [Chance; 32], number: u32) -> u32 {
    let width = number.saturating_add(1).ilog2();
    let mut got = 0;
    for chance in widths.iter_mut().take(31) {
        if !coder.bit(chance, got < width) {
            break;
        }
        got += 1;
    }
    let low = (number.saturating_add(1)) & ((1 << got) - 1);
    let high = coder.even(low >> 16, 1 << got.saturating_sub(16));
    let low = coder.even(low & 0xffff, 1 << got.min(16));
    ((1 << got) | high << 16 | low) - 1
}

/// A text, byte by byte.
pub(super) fn string<C: Coder>(
    coder: &mut C,
    widths: &mut [Chance; 32],
    text: &str,
) -> Option<String> {
    if text.len() > LONGEST as usize {
        return None;
    }
    let length = number(coder, widths, text.len() as u32);
    let mut bytes = Vec::new();
    for at in 0..length.min(LONGEST) {
        let byte = text.as_bytes().get(at as usize).copied().unwrap_or(0);
        bytes.push(coder.even(u32::from(byte), 256) as u8);
        if coder.over() {
            return None;
        }
    }
    String::from_utf8(bytes).ok()
}
