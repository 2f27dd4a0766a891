//! What only a browser can show, on the built site, in headless Chromium.
//!
//! `cargo xtask test` builds and serves the site, starts chromedriver and runs
//! these; `cargo xtask shots` runs only [`shots`]. Each test opens a window of
//! its own, so they may run side by side and in any order.

// A test may stop at the first thing that is not as it says.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops has said what it had to say"
)]

mod charts;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod driver;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod element;
mod embed;
mod explore;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod host;
mod keep;
mod light;
mod long;
mod offline;
mod pace;
mod places;
mod shots;
mod smoke;
mod split;
mod statement;
mod take;
mod taken;
mod takeover;
mod wire;
