//! The header that every embedded file carries: what it is, which version of
//! the format, how long, and a checksum.
//!
//! ```text
//!  0        4         6      7          11           19
//!  ┌────────┬─────────┬──────┬──────────┬────────────┬─────────┄
//!  │ "PLDG" │ version │ kind │  length  │  checksum  │ payload
//!  └────────┴─────────┴──────┴──────────┴────────────┴─────────┄
//!   4 bytes   u16 LE    u8     u32 LE      u64 LE      `length` bytes
//! ```
//!
//! In: a payload. Out: bytes, and back. Invariant: `open` gives back exactly
//! what was sealed, or says why not, whatever the bytes.

use std::fmt;

const MAGIC: [u8; 4] = *b"PLDG";
const HEADER: usize = 19;

/// What a container holds, and by which version of its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// Tells corpus, index and so on apart.
    pub kind: u8,
    /// Raised whenever older programs could not read the payload.
    pub version: u16,
}

impl Content {
    /// A compiled corpus.
    pub const CORPUS: Self = Self {
        kind: 1,
        version: 3,
    };
    /// A search index.
    pub const INDEX: Self = Self {
        kind: 2,
        version: 1,
    };
    /// Texts that an index helps to read.
    pub const TEXTS: Self = Self {
        kind: 3,
        version: 1,
    };
}

/// Why bytes could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They do not begin with the magic bytes.
    Magic,
    /// Another version of the format.
    Version {
        /// The one this program reads.
        expected: u16,
        /// The one found.
        got: u16,
    },
    /// Another kind of content.
    Kind {
        /// The one asked for.
        expected: u8,
        /// The one found.
        got: u8,
    },
    /// Shorter or longer than the header says.
    Length {
        /// Bytes of payload that the header announces.
        expected: u32,
        /// Bytes of payload that are there.
        got: u32,
    },
    /// Damaged.
    Checksum {
        /// The one in the header.
        expected: u64,
        /// That of the payload.
        got: u64,
    },
    /// Undamaged, but not the records it should be.
    Malformed,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => write!(f, "these are no bytes of this program"),
            Self::Version { expected, got } => {
                write!(f, "format version {got} where {expected} was expected")
            }
            Self::Kind { expected, got } => {
                write!(f, "content of kind {got} where {expected} was expected")
            }
            Self::Length { expected, got } => {
                write!(f, "{got} bytes where {expected} were announced")
            }
            Self::Checksum { expected, got } => {
                write!(f, "checksum {got:016x} where {expected:016x} was announced")
            }
            Self::Malformed => write!(f, "malformed records"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Puts the header before a payload.
pub fn seal(content: Content, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&content.version.to_le_bytes());
    bytes.push(content.kind);
    bytes.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&checksum(payload).to_le_bytes());
    bytes.extend_from_slice(payload);
    bytes
}

/// Checks the header and gives back the payload.
///
/// # Errors
/// Where the bytes are not a whole, undamaged container of that content.
pub fn open(content: Content, bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(DecodeError::Magic)?;
    let (version, rest) = take(rest)?;
    let version = u16::from_le_bytes(version);
    if version != content.version {
        return Err(DecodeError::Version {
            expected: content.version,
            got: version,
        });
    }
    let ([kind], rest) = take(rest)?;
    if kind != content.kind {
        return Err(DecodeError::Kind {
            expected: content.kind,
            got: kind,
        });
    }
    let (length, rest) = take(rest)?;
    let (announced, payload) = take(rest)?;
    let length = u32::from_le_bytes(length);
    if payload.len() != length as usize {
        return Err(DecodeError::Length {
            expected: length,
            got: u32::try_from(payload.len()).unwrap_or(u32::MAX),
        });
    }
    let (announced, got) = (u64::from_le_bytes(announced), checksum(payload));
    if announced != got {
        return Err(DecodeError::Checksum {
            expected: announced,
            got,
        });
    }
    Ok(payload)
}

/// FNV-1a, 64 bits: against damage, not against malice.
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.chunks(4096).fold(0xcbf2_9ce4_8422_2325, continued)
}

/// Browsers come to optimise what is called often, and a large file is many chunks.
#[inline(never)]
fn continued(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The next bytes of a header; where they are missing, the header is cut short.
fn take<const N: usize>(bytes: &[u8]) -> Result<([u8; N], &[u8]), DecodeError> {
    bytes
        .split_first_chunk()
        .map(|(taken, rest)| (*taken, rest))
        .ok_or(DecodeError::Length {
            expected: HEADER as u32,
            got: 0,
        })
}
