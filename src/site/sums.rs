//! `SHA256SUMS`: the checksum of every file of the built folder, for whoever wants to know
//! whether these are the bytes that this source gives.
//!
//! In: names and bytes. Out: the list as `sha256sum --check` reads it. Invariant: one line a file,
//! in order of name, whatever order they came in; the list does not name itself.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Where it stands.
pub const NAME: &str = "SHA256SUMS";

/// The list as it grows.
#[derive(Debug, Default)]
pub struct Sums(BTreeMap<String, String>);

impl Sums {
    /// Lists a file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        if name != NAME {
            self.0.insert(name.to_owned(), hex(&Sha256::digest(bytes)));
        }
    }

    /// The list as text.
    pub fn text(&self) -> String {
        let lines = self.0.iter();
        lines
            .flat_map(|(name, sum)| [sum.as_str(), "  ", name.as_str(), "\n"])
            .collect()
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |it: u8| char::from_digit(u32::from(it), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|it| [digit(it >> 4), digit(it & 15)])
        .collect()
}
