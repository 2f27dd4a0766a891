//! What hosts are given to copy: markup that stays whole whatever stands in it, and the address
//! that makes it.

#[path = "../site/html.rs"]
pub(crate) mod html;
mod markup;
mod page;
mod wishes;
