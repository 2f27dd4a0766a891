//! A range coder: choices in about as many bits as they are surprising.
//!
//! In: choices with their chances; out: bytes, and back (G. Martin, "Range encoding", Video &
//! Data Recording Conference, 1979; carries as in LZMA). Invariant: integers of 32 and 64 bits
//! only, so every machine reads the same; reading ends and never panics, whatever the bytes.

use super::coder::{CERTAIN, Chance, Coder};

/// A range is never smaller, so weights may add up to this.
const LEAST: u32 = 1 << 24;

/// Writes.
pub(super) struct Writer {
    low: u64,
    range: u32,
    /// A byte that a carry may still change, and the 255s behind it.
    held: u8,
    run: u32,
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            held: 0,
            run: 0,
            bytes: Vec::new(),
        }
    }

    fn narrow(&mut self, start: u32, size: u32) {
        self.low += u64::from(start);
        self.range = size;
        while self.range < LEAST {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        if carry > 0 || self.low < 0xff00_0000 {
            self.bytes.push(self.held.wrapping_add(carry));
            let run = core::iter::repeat_n(0xff_u8.wrapping_add(carry), self.run as usize);
            self.bytes.extend(run);
            self.run = 0;
            self.held = (self.low >> 24) as u8;
        } else {
            self.run += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// All bytes; the first is always 0 and left out.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes.split_off(1)
    }
}

impl Coder for Writer {
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bound = (self.range >> CERTAIN) * chance.of_true();
        if bit {
            self.narrow(0, bound);
        } else {
            self.narrow(bound, self.range - bound);
        }
        chance.learn(bit);
        bit
    }

    fn even(&mut self, choice: u32, of: u32) -> u32 {
        let share = self.range / of.max(1);
        self.narrow(share * choice, share);
        choice
    }

    fn pick(&mut self, choice: u32, weights: &[u32]) -> u32 {
        let share = self.range / weights.iter().sum::<u32>().max(1);
        let before: u32 = weights.iter().take(choice as usize).sum();
        let own = weights.get(choice as usize).copied().unwrap_or(1);
        self.narrow(share * before, share * own);
        choice
    }

    fn over(&self) -> bool {
        false
    }
}

/// Reads.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    code: u32,
    range: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Self {
            bytes,
            at: 0,
            code: 0,
            range: u32::MAX,
        };
        for _ in 0..4 {
            reader.shift();
        }
        reader
    }

    /// Whether all was read, and no more.
    pub(super) fn ended(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn shift(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.code = self.code << 8 | u32::from(byte);
        self.at += 1;
    }

    fn narrow(&mut self, start: u32, size: u32) {
        self.code = self.code.wrapping_sub(start);
        // Of damaged bytes a size may be 0, and would stay so.
        self.range = size.max(1);
        while self.range < LEAST {
            self.range <<= 8;
            self.shift();
        }
    }
}

impl Coder for Reader<'_> {
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = (self.range >> CERTAIN) * chance.of_true();
        let bit = self.code < bound;
        if bit {
            self.narrow(0, bound);
        } else {
            self.narrow(bound, self.range - bound);
        }
        chance.learn(bit);
        bit
    }

    fn even(&mut self, _: u32, of: u32) -> u32 {
        let share = (self.range / of.max(1)).max(1);
        let choice = (self.code / share).min(of.saturating_sub(1));
        self.narrow(share.wrapping_mul(choice), share);
        choice
    }

    fn pick(&mut self, _: u32, weights: &[u32]) -> u32 {
        let share = (self.range / weights.iter().sum::<u32>().max(1)).max(1);
        let wanted = self.code / share;
        let (mut choice, mut before, mut own) = (0, 0, 1);
        for (no, weight) in (0..).zip(weights) {
            (choice, own) = (no, *weight);
            if wanted < before + own || no + 1 == weights.len() as u32 {
                break;
            }
            before += own;
        }
        self.narrow(share.wrapping_mul(before), share.wrapping_mul(own));
        choice
    }

    fn over(&self) -> bool {
        self.at > self.bytes.len()
    }
}
