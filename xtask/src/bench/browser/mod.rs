//! Pages in headless Chromium, one at a time, and what they fetch and weigh.
//!
//! In: a page. Out: its report. [`pages`] serves and waits, [`answers`] has the addresses,
//! [`chromium`] the browser, [`weight`] the bytes.

mod answers;
mod chromium;
pub(super) mod pages;
pub(super) mod weight;
