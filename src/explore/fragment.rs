//! The address of a passage in somebody else's page: `#:~:text=…`, as browsers find and mark it.
//!
//! In: a quotation and the words around it. Out: a URL fragment by the specification of text
//! fragments (`[prefix-,]start[,end][,-suffix]`). Invariant: what the fragment says, read back,
//! are words of the quotation, its first and its last among them; no character of it can be
//! taken for the fragment's own commas, dashes and ampersands.

use crate::corpus::model::Evidence;

/// Longer quotations are named by their first and last words: addresses stay short, and one
/// difference in the middle loses nothing. In Unicode scalar values.
const LONG: usize = 300;

/// How many words then stand for each end.
const WORDS: usize = 7;

/// The fragment that marks every quotation of a unit, with its `#`; nothing where none has words.
pub fn passages(evidence: &[Evidence]) -> Option<String> {
    let texts = evidence
        .iter()
        .filter_map(|it| text(it.quote, it.prefix, it.suffix));
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| ["#:~:", &texts.join("&")].concat())
}

/// One `text=` of a fragment; nothing for a quotation without words.
pub fn text(quote: &str, prefix: &str, suffix: &str) -> Option<String> {
    let words: Vec<&str> = quote.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    let (prefix, suffix) = (escaped(prefix), escaped(suffix));
    if !prefix.is_empty() {
        parts.push([&prefix, "-"].concat());
    }
    // A passage over several paragraphs can only be named by its ends.
    let long = quote.chars().count() > LONG || quote.trim().contains('\n');
    match (words.get(..WORDS), words.len().checked_sub(WORDS)) {
        (Some(first), Some(last)) if long && last >= WORDS => {
            parts.push(escaped(&first.join(" ")));
            let last = words.get(last..).unwrap_or_default();
            parts.push(escaped(&last.join(" ")));
        }
        _ => parts.push(escaped(&words.join(" "))),
    }
    if !suffix.is_empty() {
        parts.push(["-", &suffix].concat());
    }
    Some(["text=", &parts.join(",")].concat())
}

/// The words with one space between two, each byte that is no letter or digit of ASCII as `%20`.
fn escaped(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len() * 2);
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(byte.into());
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 0xf] {
                out.push(DIGITS[usize::from(digit & 0xf)].into());
            }
        }
    }
    out
}

/// The day of a copy in the Internet Archive or a like one, as its address tells it:
/// `…/web/20240426101500/https://…` is of `2024-04-26`.
pub fn archived_on(address: &str) -> Option<String> {
    let stamp = address.split('/').find(|part| {
        (8..=17).contains(&part.len()) && part.bytes().take(8).all(|it| it.is_ascii_digit())
    })?;
    let (year, month, day) = (stamp.get(..4)?, stamp.get(4..6)?, stamp.get(6..8)?);
    let real = ("01"..="12").contains(&month) && ("01"..="31").contains(&day);
    (real && ("1990".."3000").contains(&year)).then(|| [year, month, day].join("-"))
}
