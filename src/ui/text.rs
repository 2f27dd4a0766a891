//! Text with what was searched for marked in it, and dates that machines can read too.

use std::ops::Range;

use yew::prelude::*;

use crate::corpus::date::Date;
use crate::search::{Query, highlight};

/// The text, with matches of the query in `<mark>`.
pub fn marked(text: &'static str, query: &Query) -> Html {
    let ranges = if query.is_empty() {
        Vec::new()
    } else {
        highlight(text, query)
    };
    if ranges.is_empty() {
        return html! { <>{ text }</> };
    }
    pieces(text, &ranges)
        .map(|(at, piece, hit)| {
            if hit {
                html! { <mark key={at}>{ piece }</mark> }
            } else {
                html! { <span key={at}>{ piece }</span> }
            }
        })
        .collect()
}

/// The text cut at the ends of the ranges: where each piece starts, and whether it is one of them.
fn pieces<'a>(
    text: &'a str,
    ranges: &'a [Range<usize>],
) -> impl Iterator<Item = (usize, &'a str, bool)> {
    let starts = ranges.iter().flat_map(|range| [range.start, range.end]);
    let ends = ranges.iter().flat_map(|range| [range.start, range.end]);
    let starts = std::iter::once(0).chain(starts);
    let ends = ends.chain(std::iter::once(text.len()));
    let spans = starts.zip(ends).enumerate();
    spans.filter_map(|(no, (start, end))| {
        let piece = text.get(start..end).filter(|piece| !piece.is_empty())?;
        Some((start, piece, no % 2 == 1))
    })
}

/// A date as people read it, with the machine's form beneath.
pub fn time(date: Date) -> Html {
    // HTML knows plain dates only, not intervals or approximations.
    let plain = date.last.is_none() && !date.approximate;
    html! { <time datetime={plain.then(|| date.edtf())}>{ date.human() }</time> }
}
