//! What must hold for the built folder, without a browser.
//!
//! In: the folder in `PLEDGES_DIST` (`cargo xtask test` builds it and sets
//! that). Nothing is written.

// A test may stop at the first thing that is not as it says.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops has said what it had to say"
)]

mod budget;
mod copy;
mod html;
mod lint;
mod policy;
mod sums;

use std::path::PathBuf;

/// The built folder.
fn dist() -> PathBuf {
    let dist = std::env::var_os("PLEDGES_DIST");
    PathBuf::from(dist.expect("PLEDGES_DIST is set by `cargo xtask test`"))
}
