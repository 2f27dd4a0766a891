//! What units say, in pieces that the index helps to read.
//!
//! In: an [`Index`] and the texts of [`PIECE`] units in its order, newest first. Out: bytes, and
//! back. The index tells which words a unit has, so a piece only tells in which order they stand,
//! how they are spelled and what stands between: about a tenth of the text. Invariant: any texts
//! come back as they were; reading damaged bytes ends, never panics, and gives nothing.
//!
//! ```text
//! piece    = container, then piece: u32 LE, words of its units: u32 LE, choices
//! choices  = of each unit: whether byte by byte (raw), else how many words come back, then of
//!            statement and quotation each word with the gap before it and its spelling, and the
//!            last gap
//! ```
//!
//! `range` bytes · `coder` choices · `order` words · `gaps` · `spelling` · `piece` all of them ·
//! `split` a text's parts.

mod coder;
mod gaps;
mod order;
mod piece;
mod range;
mod spelling;
mod split;

use crate::corpus::container::{self, Content};
use crate::search::{Index, Vocabulary};
use piece::{Piece, Words};

/// How many units a piece has.
pub const PIECE: u32 = 512;

/// Writes a piece. `fold` gives the letters and digits that a character stands for, a space where
/// it parts words, and nothing where it is as if it were not there: what the index was built by.
pub fn write(
    index: &Index,
    piece: u32,
    texts: &[[&str; 2]],
    fold: &dyn Fn(char) -> String,
) -> Option<Vec<u8>> {
    let words = vocabulary(index, piece)?;
    let mut coder = range::Writer::new();
    let mut model = Piece::new(words.terms.iter().map(|term| index.word(*term)).collect());
    (texts.len() == words.of.len()).then_some(())?;
    for ((rank, words), texts) in (piece * PIECE..).zip(&words.of).zip(texts) {
        let statement = index.statement_words(rank);
        let words = Words {
            all: words,
            statement,
        };
        model.record(&mut coder, words, *texts, Some(fold))?;
    }
    let mut bytes = header(piece, &words);
    bytes.extend(coder.finish());
    Some(container::seal(Content::TEXTS, &bytes))
}

/// Reads what [`write`] wrote, of the same index: statement and quotation of each unit.
pub fn read(index: &Index, piece: u32, bytes: &[u8]) -> Option<Vec<[String; 2]>> {
    let words = vocabulary(index, piece)?;
    let bytes = container::open(Content::TEXTS, bytes).ok()?;
    let mut coder = range::Reader::new(bytes.strip_prefix(header(piece, &words).as_slice())?);
    let mut model = Piece::new(words.terms.iter().map(|term| index.word(*term)).collect());
    let mut texts = Vec::with_capacity(words.of.len());
    for (rank, words) in (piece * PIECE..).zip(&words.of) {
        let statement = index.statement_words(rank);
        let words = Words {
            all: words,
            statement,
        };
        texts.push(model.record(&mut coder, words, [""; 2], None)?);
    }
    coder.ended().then_some(texts)
}

fn vocabulary(index: &Index, piece: u32) -> Option<Vocabulary> {
    let start = piece.checked_mul(PIECE).filter(|it| *it < index.units())?;
    Some(index.words_of(start..index.units().min(start + PIECE)))
}

/// Which piece it is, and of how many words in all.
fn header(piece: u32, words: &Vocabulary) -> Vec<u8> {
    let count: usize = words.of.iter().map(Vec::len).sum();
    [piece.to_le_bytes(), (count as u32).to_le_bytes()].concat()
}
