//! What we know: articles, the units coded in them, and the threads that follow
//! one question through them.
//!
//! In: a corpus folder (native only, `author`). Out: a [`model::Corpus`], and its
//! bytes (`codec`). Invariant: every number in a `Corpus` points at an entry that exists,
//! and every list is in the one order that its comment names, so the same
//! folder always gives the same bytes.
//!
//! This folder is compiled three times: into the library, into `build.rs` and
//! into `xtask` (by `#[path]`), so it may name only `crate::corpus`, `std` and, in
//! `author`, the crates that read TOML and check text.

pub mod abridge;
#[cfg(not(target_arch = "wasm32"))]
pub mod author;
pub mod codec;
pub mod container;
pub mod date;
pub mod model;
pub mod quote;
