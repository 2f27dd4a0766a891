//! How wide text is, and where it breaks.
//!
//! In: text and a size, px. Out: widths, px, and lines. The widths come from one
//! fixed table, so that every surface lays a chart out alike and none has to be
//! asked. Invariant: a text that had to be shortened ends in "…", and one that
//! runs from right to left stands where one from left to right would.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::explore::digits;

/// Widths of the characters from space to tilde in thousandths of the size, after Helvetica.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // to ~
];

/// System fonts differ: the widest common one takes 113 per cent of this table.
const SLACK: u32 = 113;

/// What stands on other letters, and what only says how they run.
const NO_WIDTH: [RangeInclusive<char>; 6] = [
    '\u{300}'..='\u{36F}',
    '\u{591}'..='\u{5BD}',
    '\u{64B}'..='\u{65F}',
    '\u{200B}'..='\u{200F}',
    '\u{202A}'..='\u{202E}',
    '\u{2066}'..='\u{2069}',
];

/// Begins what runs in its own direction: that of its first letter.
const ISOLATE: char = '\u{2068}';

/// Where the letters stand that run from right to left.
const RTL: [RangeInclusive<char>; 5] = [
    '\u{590}'..='\u{8FF}',
    '\u{FB1D}'..='\u{FDFF}',
    '\u{FE70}'..='\u{FEFC}',
    '\u{10800}'..='\u{10FFF}',
    '\u{1E800}'..='\u{1EFFF}',
];

fn thousandths(c: char) -> u32 {
    match c {
        ' '..='~' => u32::from(WIDTHS[c as usize - 32]),
        '‘' | '’' => 222,
        '“' | '”' => 333,
        '…' | '—' => 1000,
        c if NO_WIDTH.iter().any(|block| block.contains(&c)) => 0,
        '\u{1100}'.. if !('\u{1E00}'..='\u{2BFF}').contains(&c) => 1000,
        _ => 600,
    }
}

/// How wide a text is at `size` px, px.
pub fn width(text: &str, size: i32) -> i32 {
    let sum: u32 = text.chars().map(thousandths).sum();
    (sum * size as u32 * SLACK).div_ceil(100_000) as i32
}

/// Whether a text has letters that run from right to left.
pub fn is_rtl(text: &str) -> bool {
    text.chars()
        .any(|c| RTL.iter().any(|block| block.contains(&c)))
}

/// A text with letters that run from right to left, between marks that keep it
/// from turning what stands around it; any other text as it is.
pub fn isolate(text: &str) -> Cow<'_, str> {
    if is_rtl(text) && !text.contains(ISOLATE) {
        let mut isolated = String::from(ISOLATE);
        isolated.push_str(text);
        isolated.push('\u{2069}');
        Cow::Owned(isolated)
    } else {
        Cow::Borrowed(text)
    }
}

/// One line, or two of about the same length where one is wider than `limit`
/// px; none where two are not enough.
pub fn wrap(text: &str, size: i32, limit: i32) -> Option<Vec<String>> {
    if width(text, size) <= limit {
        return Some(vec![text.to_owned()]);
    }
    let longer = |at: usize| width(&text[..at], size).max(width(text[at..].trim_start(), size));
    let at = breaks(text)
        .min_by_key(|&at| longer(at))
        .filter(|&at| longer(at) <= limit)?;
    Some(vec![
        text[..at].to_owned(),
        text[at..].trim_start().to_owned(),
    ])
}

/// The same, but always: where two lines are not enough, the second ends in "…",
/// and a first word too long for a line is broken.
pub fn squeeze(text: &str, size: i32, limit: i32) -> Vec<String> {
    wrap(text, size, limit).unwrap_or_else(|| {
        let fits = breaks(text).filter(|&at| width(&text[..at], size) <= limit);
        match fits.last() {
            Some(at) => {
                vec![
                    text[..at].to_owned(),
                    shorten(text[at..].trim_start(), size, limit),
                ]
            }
            None => break_word(text, size, limit),
        }
    })
}

/// As few lines as it takes, none wider than `limit` px. What has no place to break is broken
/// where it must be.
pub fn lines(text: &str, size: i32, limit: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let fits = |at: &usize| width(rest[..*at].trim_end(), size) <= limit;
        let ends = || breaks(rest).chain([rest.len()]);
        let end = ends().take_while(fits).last().unwrap_or_else(|| {
            // At least one character, or it would never end.
            let letters = rest.char_indices().map(|(at, c)| at + c.len_utf8());
            let first = rest.chars().next().map_or(0, char::len_utf8);
            letters.take_while(fits).last().unwrap_or(first)
        });
        let (line, after) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    lines
}

/// The same lines, but as long as each other as can be.
pub fn balanced(text: &str, size: i32, limit: i32) -> Vec<String> {
    let fewest = lines(text, size, limit).len();
    let mut from = 0;
    let words = breaks(text).chain([text.len()]).map(|to| {
        let word = text[from..to].trim();
        from = to;
        width(word, size)
    });
    // The narrowest column that takes no more lines: it leaves no word alone on the last.
    let mut narrow = words.max().unwrap_or(0).max(limit / 2) - 1;
    let mut wide = limit;
    while narrow + 1 < wide {
        let middle = i32::midpoint(narrow, wide);
        if lines(text, size, middle).len() > fewest {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    lines(text, size, wide)
}

/// A word too long for a line, in two with a hyphen between, the second
/// shortened; in one where less than half a dozen letters fit, or where letters join.
fn break_word(text: &str, size: i32, limit: i32) -> Vec<String> {
    let ends = text.char_indices().map(|(at, _)| at);
    let fits = |&at: &usize| width(&text[..at], size) + width("-", size) <= limit;
    let letters = |at: &usize| text[..*at].chars().count() >= 6 && text[*at..].chars().count() >= 6;
    match ends.take_while(fits).filter(letters).last() {
        Some(at) if !is_rtl(text) => vec![
            [&text[..at], "-"].concat(),
            shorten(&text[at..], size, limit),
        ],
        _ => vec![shorten(text, size, limit)],
    }
}

/// The text, or as much of its beginning as fits with "…" after it.
pub fn shorten(text: &str, size: i32, limit: i32) -> String {
    if width(text, size) <= limit {
        return text.to_owned();
    }
    let mut short = String::new();
    let room = limit - width("…", size);
    for c in text.chars() {
        short.push(c);
        if width(&short, size) > room {
            short.pop();
            break;
        }
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Where a line may end: before a space, after a hyphen or a slash.
fn breaks(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, c)| match c {
        ' ' if at > 0 => Some(at),
        '-' | '/' | '–' => Some(at + c.len_utf8()),
        _ => None,
    })
}

pub use crate::explore::digits::grouped as number;

/// A whole number in little room: "9,999", "12k", "3M".
pub fn short(n: u32) -> String {
    let (n, unit) = match n {
        0..10_000 => return number(n),
        10_000..1_000_000 => ((n + 500) / 1_000, "k"),
        _ => ((n / 1_000 + 500) / 1_000, "M"),
    };
    let mut text = number(n);
    text.push_str(unit);
    text
}

/// A number of tenths: "6.5".
pub fn tenths(n: u32) -> String {
    let mut text = number(n / 10);
    text.push('.');
    digits::push(&mut text, n % 10);
    text
}

/// A number with its noun: "1 article", "2 articles".
pub fn counted(n: u32, noun: &str) -> String {
    let mut text = String::new();
    push_counted(&mut text, n, noun);
    text
}

/// The same at the end of a text.
pub fn push_counted(text: &mut String, n: u32, noun: &str) {
    digits::push_grouped(text, n);
    text.push(' ');
    text.push_str(noun);
    if n != 1 {
        text.push('s');
    }
}
