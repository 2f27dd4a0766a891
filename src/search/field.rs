//! What a text is to the unit it belongs to, and how much a word there counts.
//!
//! Invariant: the numbers of fields are part of the index format. Next: `score`.

/// Where a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The unit in our words.
    Statement,
    /// The words of its source.
    Quotation,
    /// Name of who said it.
    Speaker,
    /// Their office.
    Role,
    /// Name, abbreviation and aliases of an organisation concerned.
    Body,
    /// Label of one of its themes.
    Theme,
    /// Name and short name of the speaker's party.
    Party,
    /// Title of the article.
    Title,
    /// Name of the outlet.
    Outlet,
}

/// How many times a word in the field counts, in halves, by number of field.
const WEIGHTS: [u32; 9] = [4, 2, 4, 1, 4, 2, 2, 2, 1];

impl Field {
    /// Its number in the index.
    pub(super) const fn number(self) -> u32 {
        self as u32
    }

    /// How many times a word in this field counts, in halves.
    pub(super) fn weight(self) -> u32 {
        Self::weight_of(self.number()).unwrap_or(0)
    }

    /// The same for the field of this number, if there is one.
    pub(super) fn weight_of(number: u32) -> Option<u32> {
        WEIGHTS.get(number as usize).copied()
    }

    /// How far its length counts against a word in it, in 256ths; other fields are
    /// short by nature.
    pub(super) const fn b(self) -> u64 {
        match self {
            Self::Statement => 128,
            Self::Quotation => 192,
            _ => 0,
        }
    }
}
