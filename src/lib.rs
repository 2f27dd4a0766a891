//! The pledge explorer, in reading order: what we know (`corpus`), where a word
//! is (`search`), what units say beside an index (`texts`), what the reader asked
//! (`explore`), how it is cited (`cite`), what is
//! mailed before an interview (`brief`), how numbers look (`chart`), what hosts
//! put into their pages (`embed`), what the reader
//! touches (`ui`), what the browser does (`browser`), what gets written (`export`,
//! `site`), what changed from one version to the next (`versions`). The first eight are
//! pure: they compile natively and in the browser alike and know no DOM, no clock and no
//! files.

pub mod corpus;
pub mod search;
pub mod texts;

pub mod explore;

pub mod cite;

pub mod brief;

pub mod chart;

pub mod embed;

pub mod browser;
pub mod embedded;
pub mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod split;
#[cfg(not(target_arch = "wasm32"))]
pub mod versions;
