//! Checksums: of a source text, of a quotation, of a whole folder.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::SourceFile;

/// SHA-256 in 64 hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Tells one quotation from another, with the words around it.
pub(super) fn quotation(quote: &str, prefix: &str, suffix: &str) -> String {
    let mut digits = sha256([quote, prefix, suffix].join("\0").as_bytes());
    digits.truncate(16);
    digits
}

/// Names exactly this content of a folder, whatever the order of its files.
pub(super) fn folder(files: &[SourceFile]) -> String {
    let mut in_order: Vec<&SourceFile> = files.iter().collect();
    in_order.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hash = Sha256::new();
    for file in in_order {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update((file.bytes.len() as u64).to_le_bytes());
        hash.update(&file.bytes);
    }
    let mut digits = hex(&hash.finalize());
    digits.truncate(12);
    digits
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
