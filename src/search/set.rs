//! A set of units, one bit each.
//!
//! Units are known by *rank*: their place when all stand newest first. Invariant: bits behind the
//! last rank are 0, and sets of one index are of one length.

/// Which units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    words: Vec<u64>,
}

impl Set {
    /// None of `len` units.
    pub(super) fn none(len: u32) -> Self {
        Self {
            words: vec![0; n_words(len)],
        }
    }

    /// All of `len` units.
    pub(super) fn all(len: u32) -> Self {
        let mut set = Self::none(len);
        set.insert_range(0, len);
        set
    }

    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Puts a unit in.
    pub(super) fn insert(&mut self, rank: u32) {
        if let Some(word) = self.words.get_mut(rank as usize >> 6) {
            *word |= 1 << (rank & 63);
        }
    }

    /// Puts in all units of a list whose entries hold the rank in their lowest 24 bits.
    pub(super) fn insert_all(&mut self, entries: &[u32]) {
        for entry in entries {
            self.insert(entry & super::lists::RANK);
        }
    }

    /// Puts in the units from one rank to before another.
    pub(super) fn insert_range(&mut self, from: u32, to: u32) {
        for (no, word) in range_words(from, to) {
            if let Some(own) = self.words.get_mut(no) {
                *own |= word;
            }
        }
    }

    /// Whether a unit is in it.
    pub fn contains(&self, rank: u32) -> bool {
        self.words
            .get(rank as usize >> 6)
            .is_some_and(|word| word >> (rank & 63) & 1 == 1)
    }

    /// Puts in what another set holds.
    pub(super) fn add(&mut self, other: &[u64]) {
        for (own, other) in self.words.iter_mut().zip(other) {
            *own |= other;
        }
    }

    /// Keeps only what another set holds too.
    pub(super) fn keep(&mut self, other: &[u64]) {
        for (own, other) in self.words.iter_mut().zip(other) {
            *own &= other;
        }
    }

    /// Takes out what another set holds.
    pub(super) fn remove(&mut self, other: &[u64]) {
        for (own, other) in self.words.iter_mut().zip(other) {
            *own &= !other;
        }
    }

    /// What both hold.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.keep(&other.words);
        both
    }

    /// What either holds.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        if self.words.is_empty() {
            return other.clone();
        }
        self.add(&other.words);
        self
    }

    /// How many it holds.
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many it shares with another set.
    pub(super) fn shared(&self, other: &[u64]) -> u32 {
        let pairs = self.words.iter().zip(other);
        pairs.map(|(own, other)| (own & other).count_ones()).sum()
    }

    /// How many of the units from one rank to before another it shares with another set.
    pub(super) fn shared_within(&self, other: &[u64], from: u32, to: u32) -> u32 {
        let (first, last) = (from as usize >> 6, to as usize >> 6);
        let word = |no: usize| {
            let pair = self.words.get(no).zip(other.get(no));
            pair.map_or(0, |(own, other)| own & other)
        };
        let head = word(first) & !below(from);
        if first == last {
            return (head & below(to)).count_ones();
        }
        let inner = self.words.get(first + 1..last).unwrap_or(&[]).iter();
        let inner = inner.zip(other.get(first + 1..last).unwrap_or(&[]));
        let inner: u32 = inner.map(|(own, other)| (own & other).count_ones()).sum();
        head.count_ones() + inner + (word(last) & below(to)).count_ones()
    }

    /// The ranks, ascending.
    pub(super) fn members(&self) -> Vec<u32> {
        let mut members = Vec::with_capacity(self.len() as usize);
        for (no, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                members.push((no as u32) << 6 | rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        members
    }
}

/// How many words hold so many bits.
pub(super) fn n_words(len: u32) -> usize {
    (len as usize).div_ceil(64)
}

/// The bits of a rank's word that stand for lower ranks.
pub(super) const fn below(rank: u32) -> u64 {
    (1 << (rank & 63)) - 1
}

/// The words, with their numbers, that hold the ranks from one to before another.
fn range_words(from: u32, to: u32) -> impl Iterator<Item = (usize, u64)> {
    (from as usize >> 6..n_words(to.max(from))).map(move |no| {
        let low = if no == from as usize >> 6 {
            below(from)
        } else {
            0
        };
        let high = if no == to as usize >> 6 {
            below(to)
        } else {
            u64::MAX
        };
        (no, high & !low)
    })
}
