//! Numbers that look random and are the same on every machine.
//!
//! In: a seed. Out: the `SplitMix64` sequence of it. Invariant: nothing here asks
//! a clock, an address or the order of a hash, so that equal seeds give equal
//! bytes.

/// A `SplitMix64` sequence.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.bits()) * limit as u128) >> 64) as usize
    }

    /// A number from `low` up to `high`, both possible.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these, each as likely.
    pub(crate) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    /// Puts a list into another order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// Spreads a number over all 64 bits, the same one always alike.
pub(crate) fn mix(number: u64) -> u64 {
    let mut z = number;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Draws places of a list by weight.
#[derive(Debug)]
pub(crate) struct Weighted(Vec<u64>);

impl Weighted {
    /// Each place is as likely as its weight says.
    pub(crate) fn new(weights: impl IntoIterator<Item = u64>) -> Self {
        let sums = weights.into_iter().scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self(sums.collect())
    }

    /// The frequencies of words: weights fall with the rank, to the power of 9/8.
    /// Whole numbers only, as roots of floating point differ between machines.
    pub(crate) fn zipf(ranks: usize) -> Self {
        let weight = |rank: usize| {
            let place = 10 * rank as u64 + 27;
            let eighth_root = (place << 40).isqrt().isqrt().isqrt();
            100_000_000_000_000 / (place * eighth_root)
        };
        Self::new((0..ranks).map(weight))
    }

    /// A place of the list.
    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let total = self.0.last().copied().unwrap_or(1);
        let at = random.below(total as usize) as u64;
        self.0.partition_point(|sum| *sum <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_seeds_give_equal_sequences_and_others_do_not() {
        let first = |seed| Random::new(seed).bits();
        assert_eq!(first(7), first(7));
        assert_ne!(first(7), first(8));
    }

    #[test]
    fn weights_count() {
        let weighted = Weighted::new([0, 3, 0, 1]);
        let mut random = Random::new(1);
        let mut drawn = [0; 4];
        for _ in 0..4000 {
            drawn[weighted.draw(&mut random)] += 1;
        }
        assert_eq!((drawn[0], drawn[2]), (0, 0));
        assert!((2800..3200).contains(&drawn[1]), "{drawn:?}");
    }
}
