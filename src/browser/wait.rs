//! Doing something a little later, unless it is dropped before.

pub use gloo::timers::callback::Timeout;

/// Runs `then` after so many milliseconds.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}
