//! All tests of the core, natively, in one crate.

mod chart;
