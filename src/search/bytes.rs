//! The numbers within the index.
//!
//! In and out: byte strings. Numbers are LEB128 varints of up to 32 bits, so nothing
//! depends on the platform. Invariant: reading never panics, whatever the bytes. Next:
//! `build` for the layout; `corpus::container` for the header around it.

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
}
