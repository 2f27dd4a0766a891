//! All tests that need no browser, in one program.

mod search;
