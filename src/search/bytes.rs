//! The outermost bytes of the index, and the numbers within.
//!
//! In and out: byte strings.
//!
//! ```text
//! "PLIX"  version u8  checksum u32 LE (FNV-1a of the body)  body
//! ```
//!
//! Numbers are LEB128 varints of up to 32 bits, so nothing depends on the
//! platform. Invariant: reading never panics, whatever the bytes. Next: `build`
//! for the body's layout.

use core::fmt;

const MAGIC: &[u8; 4] = b"PLIX";
const VERSION: u8 = 1;

/// Why bytes are not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They do not begin as an index does.
    Magic,
    /// They are an index of another version of the format.
    Version {
        /// The version this program reads.
        expected: u8,
        /// The version of the bytes.
        got: u8,
    },
    /// They were changed or cut on the way.
    Checksum,
    /// They are no index although the checksum is right.
    Malformed,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Magic => "not a search index",
            Self::Version { .. } => "a search index of another version",
            Self::Checksum => "the search index is damaged",
            Self::Malformed => "the search index is malformed",
        })
    }
}

impl core::error::Error for DecodeError {}

/// Puts the header before a body.
pub(super) fn seal(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() + 9);
    bytes.extend_from_slice(MAGIC);
    bytes.push(VERSION);
    bytes.extend_from_slice(&checksum(body).to_le_bytes());
    bytes.extend_from_slice(body);
    bytes
}

/// The body behind a header that is right.
pub(super) fn unseal(bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(DecodeError::Magic)?;
    if magic != MAGIC {
        return Err(DecodeError::Magic);
    }
    let (&got, rest) = rest.split_first().ok_or(DecodeError::Malformed)?;
    if got != VERSION {
        return Err(DecodeError::Version {
            expected: VERSION,
            got,
        });
    }
    let (sum, body) = rest.split_first_chunk().ok_or(DecodeError::Malformed)?;
    if u32::from_le_bytes(*sum) == checksum(body) {
        Ok(body)
    } else {
        Err(DecodeError::Checksum)
    }
}

/// FNV-1a, 32 bits.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Appends a number.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a length and the bytes of a text.
pub(super) fn put_str(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, text.len() as u32);
    bytes.extend_from_slice(text.as_bytes());
}

/// Appends an ascending list of different numbers as the gaps between them.
pub(super) fn put_ascending(bytes: &mut Vec<u8>, numbers: impl IntoIterator<Item = u32>) {
    let mut least = 0;
    for number in numbers {
        put(bytes, number - least);
        least = number + 1;
    }
}

/// Reads bytes from front to back.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// The next number; none at the end or where it does not fit.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
        None
    }

    /// The next so many bytes.
    pub(super) fn bytes(&mut self, count: u32) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count as usize)?;
        self.rest = rest;
        Some(bytes)
    }

    /// The next text.
    pub(super) fn str(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        core::str::from_utf8(self.bytes(length)?).ok()
    }

    /// The next number of an ascending list; `least` is what it is at least.
    pub(super) fn ascending(&mut self, least: &mut u32) -> Option<u32> {
        let number = self.number()?.checked_add(*least)?;
        *least = number.checked_add(1)?;
        Some(number)
    }
}
