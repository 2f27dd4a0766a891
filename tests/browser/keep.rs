//! Pictures that outlive a test: of a failure, and for the documentation.
//!
//! In: base64, as the driver sends files. Out: PNG files under `target/`, or
//! where `PLEDGES_SHOTS` says.

use std::fs;
use std::path::{Path, PathBuf};

/// Undoes base64; what is not of its alphabet is skipped.
pub(crate) fn decoded(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes() {
        let Some(value) = ALPHABET.iter().position(|known| *known == letter) else {
            continue;
        };
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

/// Keeps the page at the moment of a failure, and says where.
pub(crate) fn failure(test: &str, picture: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
    let file = folder.join(format!("{test}.png"));
    match save(&file, picture) {
        Ok(()) => eprintln!("the page as it was: {}", file.display()),
        Err(fault) => eprintln!("no picture of the page: {fault}"),
    }
}

/// Where pictures that were asked for go.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("PLEDGES_SHOTS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/shots"),
        PathBuf::from,
    )
}

/// Writes a file, and the folders above it.
pub(crate) fn save(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}

#[test]
fn base64_is_undone() {
    for (text, bytes) in [
        ("", ""),
        ("YQ==", "a"),
        ("YWI=", "ab"),
        ("YWJj", "abc"),
        ("Pz8/Pg==", "???>"),
    ] {
        assert_eq!(decoded(text), bytes.as_bytes());
    }
}
