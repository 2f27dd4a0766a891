//! What the reader touches: Yew components, rendered natively into the pages and
//! again in the browser, where they come alive.
//!
//! In: the [`library::Library`] and an address. Out: the page. Invariants: a component never
//! computes a number, it shows what `explore` worked out; `browser` is called only in
//! handlers and effects; every child of a list has a key.

pub mod app;
pub mod chart_figure;
pub mod chips;
pub mod compare;
pub mod correction;
pub mod drawing;
pub mod entry;
pub mod facet_list;
pub mod heights;
pub mod late;
pub mod later;
pub mod layout;
pub mod library;
pub mod link;
pub mod menu;
pub mod page;
pub mod part;
pub mod results;
pub mod said;
pub mod save;
pub mod search_box;
pub mod state;
pub mod still;
pub mod story;
pub mod stretch;
pub mod take;
pub mod taken;
pub mod text;
pub mod toolbar;
