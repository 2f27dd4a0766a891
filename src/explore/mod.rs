//! What the reader asked: their view of the corpus, its address, and its answer.
//!
//! `view` holds the wish, `address` prints and reads it
//! (`escape` its characters), `results` answers it in one pass over
//! the units, `series` are the numbers that charts and tables share, `table` lays them out in
//! rows and `csv` writes those, `thread` follows one question, `passage` cuts the words around a
//! quotation and `fragment` leads to it in the publisher's page, `wording` compares two, `restated`
//! says what changed in a thread, `neighbours` what stands beside a unit,
//! `quoted` shows what a reader wrote, `digits` writes numbers, `words` says all of it in English. Invariant: pure; the same
//! corpus and view always give the same answer.

pub mod address;
pub mod csv;
pub mod digits;
pub mod escape;
pub mod facet;
pub mod fragment;
pub mod neighbours;
pub mod passage;
pub mod quoted;
pub mod restated;
pub mod results;
pub mod rows;
pub mod series;
pub mod table;
pub mod thread;
pub mod view;
pub mod wording;
pub mod words;
