//! What the page of the contender calls.
//!
//! In: the bytes of the index, then words and filters. Out: numbers. Invariant: `act` never
//! panics; before `load` it answers with nothing.

#![allow(unreachable_pub, reason = "the browser reaches them")]

use std::sync::OnceLock;

use pledges::search::{Ask, Index, Order, Query};
use pledges::texts::{PIECE, read};
use wasm_bindgen::prelude::wasm_bindgen;

static INDEX: OnceLock<Option<Index<'static>>> = OnceLock::new();

/// How many of the best are told.
const TOP: u32 = 20;

/// Takes the bytes of the index; says whether they are one.
#[wasm_bindgen]
pub fn load(bytes: Vec<u8>) -> bool {
    INDEX
        .get_or_init(|| Index::decode(bytes.leak()).ok())
        .is_some()
}

/// Answers words (folded, with single spaces between) and filters: for each facet but the years
/// how many values are chosen and which, then from which year to which, 0 and 0 for all.
///
/// Out: how many records match, how many of the best are told, these, then the counts of each
/// facet, the years among them second, and last the matrix of themes and years.
#[wasm_bindgen]
pub fn act(words: &str, filters: &[u32]) -> Vec<u32> {
    let Some(index) = INDEX.get().and_then(Option::as_ref) else {
        return Vec::new();
    };
    let (chosen, years) = read_filters(filters);
    let found = index.find(&Ask {
        query: &Query::plain(words),
        chosen: &chosen,
        years: years.filter(|(_, to)| *to > 0).map(|(from, to)| from..=to),
    });
    let top = index.window(&found, Order::Best, 0..TOP);
    let mut answer = vec![found.all.len, top.len() as u32];
    answer.extend(top.iter().map(|unit| unit.0));
    for column in 0..chosen.len() {
        answer.extend(index.counts(column, found.of_column(column)));
        if column == 0 {
            in_all_years(index, &index.by_year(found.of_years()), &mut answer);
        }
    }
    let (_, years) = index.years();
    for row in index.matrix(0, &found.all).chunks(years) {
        in_all_years(index, row, &mut answer);
    }
    answer
}

/// Adds counts of the years that the index has as counts of the years that are asked about.
fn in_all_years(index: &Index, counts: &[u32], answer: &mut Vec<u32>) {
    let (first, _) = index.years();
    let count = |year: u16| {
        let no = usize::from(year.checked_sub(first)?);
        counts.get(no).copied()
    };
    answer.extend((FIRST_YEAR..=LAST_YEAR).map(|year| count(year).unwrap_or(0)));
}

/// The years that are counted, whether any record is of them or not.
const FIRST_YEAR: u16 = 2000;
const LAST_YEAR: u16 = 2025;

/// Reads a piece of texts: statement and quotation of each record in turn, each on a line; empty
/// if the bytes are none. Within a text a line break stands as `\n` and a backslash as `\\`.
#[wasm_bindgen]
pub fn texts(piece: u32, bytes: &[u8]) -> String {
    let index = INDEX.get().and_then(Option::as_ref);
    let texts = index.and_then(|index| read(index, piece, bytes));
    let mut lines = String::new();
    for text in texts.iter().flatten().flatten() {
        if text.contains(['\\', '\n']) {
            lines.push_str(&text.replace('\\', "\\\\").replace('\n', "\\n"));
        } else {
            lines.push_str(text);
        }
        lines.push('\n');
    }
    lines
}

/// Where the texts of records are: of each its piece, then the line of its statement there.
/// Numbers that no record has are left out.
#[wasm_bindgen]
pub fn places(records: &[u32]) -> Vec<u32> {
    let order = INDEX.get().and_then(Option::as_ref).map(Index::order);
    let order = order.unwrap_or_default();
    let rank = |record: &u32| order.iter().position(|it| it == record);
    let ranks = records.iter().filter_map(rank);
    let place = |rank| [rank as u32 / PIECE, rank as u32 % PIECE * 2];
    ranks.flat_map(place).collect()
}

/// How many facets there are besides the years: theme, speaker, party, stance, outlet.
const FACETS: usize = 5;

fn read_filters(filters: &[u32]) -> (Vec<Vec<u32>>, Option<(u16, u16)>) {
    let mut rest = filters.iter().copied();
    let chosen = (0..FACETS).map(|_| {
        let count = rest.next().unwrap_or(0) as usize;
        rest.by_ref().take(count).collect()
    });
    let chosen = chosen.collect();
    let mut year = || u16::try_from(rest.next()?).ok();
    let years = year().zip(year());
    (chosen, years)
}
