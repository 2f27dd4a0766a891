//! Names that say what is in a file: `style-3f2a….css`.
//!
//! Trunk names files after what it was given, not after what it writes, so one of its names
//! can come to mean two contents. Here the name is made from the final bytes.
//! Invariant: same name, same bytes.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// How many hexadecimal digits of the SHA-256 stand in a name.
const DIGITS: usize = 16;

/// The name of a file after its content. What Trunk put after the last `-` is dropped.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let stem = match stem.rsplit_once('-') {
        Some((stem, hash)) if hash.len() >= 8 && is_hex(hash) => stem,
        _ => stem,
    };
    let mut digest = String::with_capacity(DIGITS);
    for byte in Sha256::digest(bytes).iter().take(DIGITS / 2) {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    [stem, "-", &digest, ".", extension].concat()
}

/// The `integrity` of a file, as Subresource Integrity defines it: `sha384-` and base64.
pub fn integrity(bytes: &[u8]) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat()
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
