//! What the browser does: the address bar, keys, focus and colour. The only
//! folder that names `web-sys` and `gloo`, and it knows nothing of pledges.
//!
//! Called only from event handlers and effects, never while rendering, because pages are
//! also rendered natively, where there is no browser. Invariant: nothing here panics: what a
//! browser refuses or lacks is quietly left undone.

pub mod address;
pub mod fetch;
pub mod frames;
pub mod keys;
pub mod later;
pub mod page;
pub mod save;
pub mod scroll;
pub mod svg;
pub mod wait;
