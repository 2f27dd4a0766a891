//! Numbers in as few bits as they need.
//!
//! In and out: byte strings, lowest bit first. An ascending list of ranks is kept as
//! the gaps between them in Rice codes (R. Rice, "Some practical universal noiseless
//! coding techniques", JPL Publication 79-22, 1979), whose parameter follows from how many of
//! how many there are; other numbers in Elias' gamma code (P. Elias, "Universal codeword
//! sets", IEEE Transactions on Information Theory 21(2), 1975). Invariant: reading ends and never
//! panics, whatever the bytes; what lies behind the end reads as zeros and is told by `over`.

/// Writes bits.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    filled: u32,
}

impl BitWriter {
    /// The lowest `width` bits of a number, at most 32.
    pub(super) fn put(&mut self, number: u32, width: u32) {
        let kept = u64::from(number) & ((1 << width) - 1);
        self.pending |= kept << self.filled;
        self.filled += width;
        while self.filled >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.filled -= 8;
        }
    }

    /// So many ones and a zero.
    pub(super) fn unary(&mut self, mut ones: u32) {
        while ones >= 32 {
            self.put(u32::MAX, 32);
            ones -= 32;
        }
        self.put((1 << ones) - 1, ones);
        self.put(0, 1);
    }

    /// Any number; small ones in few bits.
    pub(super) fn gamma(&mut self, number: u32) {
        let number = u64::from(number) + 1;
        let width = number.ilog2();
        self.unary(width);
        self.put(number as u32, width);
    }

    /// A number of about 2^`k`.
    pub(super) fn rice(&mut self, number: u32, k: u32) {
        self.unary(number >> k);
        self.put(number, k);
    }

    /// The bytes, the last one filled up with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.put(0, 7);
        self.bytes
    }
}

/// The Rice parameter for gaps between `len` ranks of `of`: the mean gap times ln 2 is
/// about the best divisor (R. Gallager and D. Van Voorhis, IEEE Transactions on
/// Information Theory 21(2), 1975).
pub(super) fn divisor(len: u32, of: u32) -> u32 {
    let mean = u64::from(of) * 45 / (64 * u64::from(len.max(1)));
    mean.max(1).ilog2()
}

/// Reads bits.
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    pending: u64,
    filled: u32,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            pending: 0,
            filled: 0,
        }
    }

    /// Whether more was read than there is.
    pub(super) fn over(&self) -> bool {
        self.at > self.bytes.len() + 8
    }

    /// How many bits are left, about.
    pub(super) fn left(&self) -> usize {
        (self.bytes.len().saturating_sub(self.at) + 8) * 8
    }

    /// Makes at least 56 bits ready.
    fn fill(&mut self) {
        if let Some(Ok(word)) = self
            .bytes
            .get(self.at..self.at + 8)
            .map(<[u8; 8]>::try_from)
        {
            self.pending |= u64::from_le_bytes(word) << self.filled;
            let taken = (63 - self.filled) >> 3;
            self.at += taken as usize;
            self.filled += taken * 8;
            return;
        }
        while self.filled <= 56 {
            let byte = self.bytes.get(self.at).copied().unwrap_or(0);
            self.pending |= u64::from(byte) << self.filled;
            self.at += 1;
            self.filled += 8;
        }
    }

    /// The next `width` bits, at most 32.
    pub(super) fn take(&mut self, width: u32) -> u32 {
        if self.filled < width {
            self.fill();
        }
        let number = self.pending & ((1 << width) - 1);
        self.pending >>= width;
        self.filled -= width;
        number as u32
    }

    /// How many ones come before the next zero.
    pub(super) fn unary(&mut self) -> u32 {
        let mut ones = 0;
        loop {
            if self.filled < 32 {
                self.fill();
            }
            let run = self.pending.trailing_ones().min(32);
            self.pending >>= run;
            self.filled -= run;
            ones += run;
            if run < 32 {
                self.pending >>= 1;
                self.filled -= 1;
                return ones;
            }
        }
    }

    /// The same where there are at most `most`, after which no zero stands.
    pub(super) fn ones(&mut self, most: u32) -> u32 {
        if self.filled < 32 {
            self.fill();
        }
        let ones = self.pending.trailing_ones().min(most);
        let taken = (ones + 1).min(most);
        self.pending >>= taken;
        self.filled -= taken;
        ones
    }

    /// What [`BitWriter::gamma`] wrote.
    pub(super) fn gamma(&mut self) -> u32 {
        let width = self.unary().min(32);
        let low = self.take(width);
        ((1_u64 << width) + u64::from(low) - 1) as u32
    }

    /// What [`BitWriter::rice`] wrote.
    pub(super) fn rice(&mut self, k: u32) -> u32 {
        if self.filled < 56 {
            self.fill();
        }
        let ones = self.pending.trailing_ones();
        if ones + 1 + k <= 56 {
            let rest = self.pending >> (ones + 1);
            self.pending = rest >> k;
            self.filled -= ones + 1 + k;
            return ones << k | (rest & ((1 << k) - 1)) as u32;
        }
        let high = self.unary();
        let low = self.take(k);
        high.wrapping_shl(k) | low
    }
}
