//! What only a browser can show, on the built site, in Chromium, Firefox and WebKit.
//!
//! `cargo xtask test` builds and serves the site, starts a driver and runs these, once for each
//! engine; `engines.txt` names what not every engine runs, and why; `cargo xtask shots` runs only [`shots`]. Each test opens a window of
//! its own, so they may run side by side and in any order.

// A test may stop at the first thing that is not as it says.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops has said what it had to say"
)]

mod access;
mod awaited;
mod blink;
mod builder;
mod charts;
mod death;
mod denied;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod driver;
mod edited;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod element;
mod embed;
mod endure;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod engine;
mod explore;
mod gate;
mod gecko;
#[allow(dead_code, reason = "it can do more than today's tests ask for")]
mod host;
mod hostile;
mod journey;
mod keep;
mod kinds;
mod light;
mod long;
mod offline;
mod pace;
mod places;
mod policy;
mod restored;
mod session;
mod shots;
mod smoke;
mod split;
mod statement;
mod station;
mod take;
mod taken;
mod takeover;
mod webkit;
mod wire;
