//! The engine on its own, for measuring it beside others: no page, no corpus, only records.
//!
//! Natively it turns a file of records into the bytes of an index (`prepare`); in the browser it
//! answers from them (`answer`). Invariant: it is the explorer's own search, with the plain rules
//! for words that all contenders keep to (see docs/bench.md). `cargo xtask bench` uses both.

#[cfg(target_arch = "wasm32")]
mod answer;
#[cfg(not(target_arch = "wasm32"))]
mod prepare;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    prepare::run()
}
