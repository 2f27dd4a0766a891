//! Every native test, in one crate: an area a file.

// A test may stop at the first thing that is not as it says.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops has said what it had to say"
)]

mod access;
mod article;
mod brief;
mod builder;
mod cards;
mod chart;
mod cite;
mod corpus;
mod date;
mod deploy;
mod embed;
mod explore;
mod export;
mod faults;
mod figures;
mod head;
mod hostile;
mod injections;
mod installing;
mod long;
mod neutral;
mod offline;
mod page;
mod publish;
mod quote;
mod quoted;
mod removed;
mod search;
mod side_by_side;
mod split;
mod statement;
mod support;
mod table;
mod texts;
mod tidy;
mod used;
mod versions;
mod wording;
