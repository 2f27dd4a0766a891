//! Numbers and texts, in two streams.
//!
//! ```text
//!  ┌────────┬──────────────────┬────────────────────┄
//!  │ length │ numbers          │ texts, end to end
//!  └────────┴──────────────────┴────────────────────┄
//!   number   `length` bytes     UTF-8
//! ```
//!
//! A number is little-endian base 128. Of a text the numbers hold the length, of
//! a list how many follow; numbers and texts that stand together compress better
//! than mixed.
//! In: values, or a payload. Out: a payload, or values borrowed from it.
//! Invariant: damaged bytes never panic, nor ask for more memory than they could
//! fill: once something is wrong, all that follows is 0 and empty, and
//! [`Reader::is_done`] says no.

/// A value that can be written, and read in the same order.
pub(super) trait Coded<'a>: Sized {
    /// Writes it.
    fn write(&self, to: &mut Writer);
    /// Reads it; anything at all from damaged bytes.
    fn read(from: &mut Reader<'a>) -> Self;
}

/// The lists of a corpus that numbers point into.
#[derive(Clone, Copy)]
pub(super) enum List {
    Themes,
    Parties,
    Actors,
    Bodies,
    Outlets,
    Articles,
    Units,
    Threads,
}

/// Takes the numbers and texts of a corpus.
#[derive(Default)]
pub(super) struct Writer {
    numbers: Vec<u8>,
    texts: String,
}

impl Writer {
    pub(super) fn number(&mut self, number: u32) {
        push(&mut self.numbers, number);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.texts.push_str(text);
    }

    /// All that was written.
    pub(super) fn payload(self) -> Vec<u8> {
        let mut payload = Vec::new();
        push(&mut payload, self.numbers.len() as u32);
        payload.extend(self.numbers);
        payload.extend(self.texts.into_bytes());
        payload
    }
}

fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Gives back the numbers and texts of a corpus.
pub(super) struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a str,
    sound: bool,
    /// For each list, how long it has to be for what was read.
    wanted: [u32; 8],
}

impl<'a> Reader<'a> {
    /// None where the payload has no two streams.
    pub(super) fn new(payload: &'a [u8]) -> Option<Self> {
        let mut reader = Self {
            numbers: payload,
            texts: "",
            sound: true,
            wanted: [0; 8],
        };
        let length = reader.number();
        let (numbers, texts) = reader.numbers.split_at_checked(length as usize)?;
        reader.numbers = numbers;
        reader.texts = std::str::from_utf8(texts).ok()?;
        Some(reader)
    }

    #[inline(never)]
    pub(super) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let Some((byte, rest)) = self.numbers.split_first() else {
                break;
            };
            self.numbers = rest;
            number |= u32::from(*byte & 0x7f) << shift;
            if *byte < 0x80 {
                return number;
            }
        }
        self.refuse();
        0
    }

    #[inline(never)]
    pub(super) fn text(&mut self) -> &'a str {
        let length = self.number() as usize;
        if let Some((text, rest)) = self.texts.split_at_checked(length) {
            self.texts = rest;
            return text;
        }
        self.refuse();
        ""
    }

    /// How many follow; each takes a byte at least.
    #[inline(never)]
    pub(super) fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count <= self.numbers.len() {
            return count;
        }
        self.refuse();
        0
    }

    /// A number below this one, which is not 0.
    #[inline(never)]
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let number = self.number();
        if number < end {
            return number;
        }
        self.refuse();
        0
    }

    /// The number of an entry of this list.
    #[inline(never)]
    pub(super) fn entry(&mut self, list: List) -> u32 {
        let number = self.number();
        if let Some(wanted) = self.wanted.get_mut(list as usize) {
            *wanted = (*wanted).max(number.saturating_add(1));
        }
        number
    }

    /// How long this list has to be for all entries that were read.
    pub(super) fn wanted(&self, list: List) -> usize {
        self.wanted
            .get(list as usize)
            .map_or(0, |wanted| *wanted as usize)
    }

    /// From here on nothing is right any more.
    pub(super) fn refuse(&mut self) {
        (self.numbers, self.texts, self.sound) = (&[], "", false);
    }

    /// Whether everything was right, and is used up.
    pub(super) fn is_done(&self) -> bool {
        self.sound && self.numbers.is_empty() && self.texts.is_empty()
    }
}
