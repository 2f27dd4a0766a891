//! What the reader asked: their view of the corpus, its address, and its answer.

pub mod series;
