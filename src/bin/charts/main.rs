//! The charts on their own, for measuring them beside other libraries: no page, no corpus.
//!
//! In: names of themes, the first year, and then numbers, state after state. Out: three charts on
//! the page, changed to each state as the explorer changes them. Invariant: it is the explorer's
//! own charts and the same elements, without addresses. `cargo xtask bench charts` uses it.

#[cfg(target_arch = "wasm32")]
mod draw;

fn main() {}
