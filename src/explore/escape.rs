//! Names and values in the query part of an address: `q=social+care&theme=workforce`.
//!
//! In: a value, or a query part. Out: the value as it may stand in an address, or pairs of
//! name and value. Invariant: any value comes back as it was; any bytes can be read, and what
//! is no UTF-8 among them is replaced, as browsers do.

/// What stands for itself, with letters and digits. The rest would end a value, is rewritten
/// by browsers, or is where chat programs cut a link. The comma stays, as it parts values.
const PLAIN: &[u8] = b"!$*,-./:;@_~";

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Appends a value, escaped.
pub fn push(out: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 0xf] {
                out.push(DIGITS[usize::from(digit & 0xf)].into());
            }
        }
    }
}

/// The pairs of a query part without its `?`; a name without `=` has an empty value.
pub fn pairs(query: &str) -> impl Iterator<Item = [String; 2]> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        [name, value].map(read)
    })
}

/// A name or value as it was before it was escaped. A `%` that begins no escape is itself.
fn read(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let escape = match (byte, after) {
            (b'%', [high, low, ..]) => escaped(*high, *low),
            _ => None,
        };
        if escape.is_some() {
            rest = after.get(2..).unwrap_or_default();
        }
        let plain = if *byte == b'+' { b' ' } else { *byte };
        bytes.push(escape.unwrap_or(plain));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte of two hexadecimal digits.
fn escaped(high: u8, low: u8) -> Option<u8> {
    let [high, low] = [high, low].map(|digit| char::from(digit).to_digit(16));
    Some((high? << 4 | low?) as u8)
}
