//! Invented records, of any number, and what is done with them.
//!
//! In: a number and a seed. Out: records ([`records`]), the same by columns
//! ([`columns`]) and a script of actions on them ([`script`]). Invariant: equal
//! seeds give equal bytes, on every machine.

pub(crate) mod columns;
mod lexicon;
pub(crate) mod names;
mod prose;
pub(crate) mod random;
pub(crate) mod records;
pub(crate) mod script;
mod vocabulary;

/// The seed of everything.
pub(crate) const SEED: u64 = 2026;
