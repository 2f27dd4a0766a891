//! A text with the places of its quotations: cut at every border, so that quotations may overlap.
//!
//! In: a text and quotations from `start` to `end` in its Unicode scalar values. Out: paragraphs
//! of pieces, each with the quotations that hold it. Invariant: the pieces of all paragraphs are
//! the text without its line breaks, in order; each quotation begins in one piece and ends in one.

/// A quotation that was found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// First Unicode scalar value.
    pub(super) start: u32,
    /// One past the last.
    pub(super) end: u32,
}

/// A run of text that the same quotations hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// Which quotations hold it, by their numbers.
    pub(super) held: Vec<usize>,
    /// Which of these begin here.
    pub(super) begin: Vec<usize>,
    /// Which of these end here.
    pub(super) end: Vec<usize>,
}

/// The text as paragraphs, one a line that is not empty.
pub(super) fn paragraphs<'t>(text: &'t str, places: &[Place]) -> Vec<Vec<Piece<'t>>> {
    let bytes = byte_places(text, places);
    let mut borders: Vec<usize> = bytes.iter().flat_map(|it| [it.0, it.1]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut paragraphs = Vec::new();
    let mut at = 0;
    // Quotations in order of their beginning, so that a piece looks only at those that may hold it.
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_by_key(|no| bytes.get(*no).copied());
    let mut open: Vec<usize> = Vec::new();
    let mut next = order.into_iter().peekable();
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        let end = at + shown.len();
        let mut cuts = vec![at];
        let first = borders.partition_point(|border| *border <= at);
        let inside = borders
            .iter()
            .skip(first)
            .take_while(|border| **border < end);
        cuts.extend(inside);
        cuts.push(end);
        let mut pieces = Vec::new();
        for pair in cuts.windows(2) {
            let [from, to] = *pair else { continue };
            while let Some(no) = next.next_if(|no| bytes.get(*no).is_some_and(|it| it.0 < to)) {
                open.push(no);
            }
            open.retain(|no| bytes.get(*no).is_some_and(|it| it.1 > from));
            let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) else {
                continue;
            };
            pieces.push(Piece {
                text,
                held: open.clone(),
                begin: Vec::new(),
                end: Vec::new(),
            });
        }
        if !shown.trim().is_empty() {
            paragraphs.push(pieces);
        }
        at += line.len();
    }
    mark_ends(&mut paragraphs, bytes.len());
    paragraphs
}

/// Notes in which piece each quotation begins and ends: the first and the last that it holds,
/// whatever line breaks and spaces stand at its borders.
fn mark_ends(paragraphs: &mut [Vec<Piece<'_>>], n: usize) {
    let mut begun = vec![false; n];
    for piece in paragraphs.iter_mut().flatten() {
        for no in piece.held.clone() {
            if let Some(begun) = begun.get_mut(no).filter(|begun| !**begun) {
                *begun = true;
                piece.begin.push(no);
            }
        }
    }
    let mut ended = vec![false; n];
    for piece in paragraphs
        .iter_mut()
        .rev()
        .flat_map(|it| it.iter_mut().rev())
    {
        for no in piece.held.clone() {
            if let Some(ended) = ended.get_mut(no).filter(|ended| !**ended) {
                *ended = true;
                piece.end.push(no);
            }
        }
    }
}

/// Places in bytes, in one walk over the text; a place beyond its end ends there.
fn byte_places(text: &str, places: &[Place]) -> Vec<(usize, usize)> {
    let mut wanted: Vec<u32> = places.iter().flat_map(|it| [it.start, it.end]).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = vec![text.len(); wanted.len()];
    let mut next = 0;
    for (no, (at, _)) in text.char_indices().enumerate() {
        while wanted.get(next).is_some_and(|it| *it as usize == no) {
            if let Some(found) = found.get_mut(next) {
                *found = at;
            }
            next += 1;
        }
    }
    let byte = |place: u32| {
        let no = wanted.partition_point(|it| *it < place);
        found.get(no).copied().unwrap_or(text.len())
    };
    places
        .iter()
        .map(|it| (byte(it.start), byte(it.end)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: u32, end: u32) -> Place {
        Place { start, end }
    }

    fn told(text: &str, places: &[Place]) -> Vec<String> {
        let lines = paragraphs(text, places).into_iter();
        let piece = |it: Piece<'_>| format!("{}{:?}{:?}{:?}", it.text, it.held, it.begin, it.end);
        lines
            .map(|line| line.into_iter().map(piece).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn quotations_that_overlap_are_cut_at_every_border() {
        // "é" is one character and two bytes.
        assert_eq!(
            told("é: abcdef", &[place(3, 7), place(5, 9)]),
            ["é: [][][]|ab[0][0][]|cd[0, 1][1][0]|ef[1][][1]"]
        );
    }

    #[test]
    fn a_quotation_over_two_lines_begins_once_and_ends_once() {
        assert_eq!(
            told("one two\n\nthree four\n", &[place(4, 14)]),
            ["one [][][]|two[0][0][]", "three[0][][0]| four[][][]"]
        );
    }

    #[test]
    fn the_same_place_twice_and_one_within_another() {
        assert_eq!(
            told("abcdef", &[place(1, 5), place(1, 5), place(2, 3)]),
            ["a[][][]|b[0, 1][0, 1][]|c[0, 1, 2][2][2]|de[0, 1][][0, 1]|f[][][]"]
        );
    }

    #[test]
    fn a_place_beyond_the_text_ends_with_it() {
        assert_eq!(told("ab", &[place(1, 99)]), ["a[][][]|b[0][0][0]"]);
        assert!(told("", &[place(0, 1)]).is_empty());
    }
}
