//! Where the text of a card breaks, as the press sets it.
//!
//! Invariant: no line is wider than its room, and a text that was cut ends in "…".

use super::super::press::{Press, Type};
use super::ROOM;

/// The same number of lines, as even as they can be.
pub(super) fn balanced(
    press: &mut Press,
    text: &str,
    face: Type,
    lines: Vec<String>,
) -> Vec<String> {
    let (mut best, mut room) = (lines, ROOM - 60.0);
    while room > ROOM / 2.0 && best.len() > 1 {
        let narrower = lines_of(press, text, face, room);
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
        room -= 60.0;
    }
    best
}

/// At most so many lines, of which the last then ends in "…".
pub(super) fn wrapped(press: &mut Press, text: &str, face: Type, most: usize) -> Vec<String> {
    let mut lines = lines_of(press, text, face, ROOM);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        let end = if rest.ends_with('”') {
            "…”"
        } else {
            "…"
        };
        lines.push(shortened(press, &rest, face, ROOM, end));
    }
    lines
}

/// Broken between words; a word too long for a line is broken in itself.
fn lines_of(press: &mut Press, text: &str, face: Type, room: f32) -> Vec<String> {
    let space = press.width(" ", face);
    let mut lines: Vec<String> = Vec::new();
    let mut used = f32::INFINITY;
    for word in text.split_whitespace() {
        let width = press.width(word, face);
        if used + space + width <= room {
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(word);
            }
            used += space + width;
        } else if width <= room {
            lines.push(word.to_owned());
            used = width;
        } else {
            used = broken(press, word, face, room, &mut lines);
        }
    }
    lines
}

/// Adds the pieces of a long word, and says how wide the last one is.
fn broken(press: &mut Press, word: &str, face: Type, room: f32, lines: &mut Vec<String>) -> f32 {
    let (mut piece, mut used) = (String::new(), 0.0);
    for letter in word.chars() {
        let width = press.width(letter.encode_utf8(&mut [0; 4]), face);
        if used + width > room && !piece.is_empty() {
            lines.push(std::mem::take(&mut piece));
            used = 0.0;
        }
        piece.push(letter);
        used += width;
    }
    lines.push(piece);
    used
}

/// The text where it fits, or its beginning and "…".
pub(super) fn cut(press: &mut Press, text: &str, face: Type, room: f32) -> String {
    if press.width(text, face) <= room {
        text.to_owned()
    } else {
        shortened(press, text, face, room, "…")
    }
}

/// As many whole words as fit before `end`.
fn shortened(press: &mut Press, text: &str, face: Type, room: f32, end: &str) -> String {
    let room = room - press.width(end, face);
    let fits = lines_of(press, text, face, room).into_iter().next();
    let fits = fits.unwrap_or_default();
    let words = fits.trim_end_matches([',', ';', ':', '.', ' ', '”']);
    [words, end].concat()
}
