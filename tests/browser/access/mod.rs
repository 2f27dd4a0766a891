//! For people who cannot use a mouse, see little, or do not see the page at all.
//!
//! [`states`] are the pages as people meet them: one of every kind, empty, as usual and overfull.
//! [`rules`] tries each with axe-core, [`keys`] walks through it by keyboard, [`tasks`] does what
//! people come for with keys alone, [`presses`] loses no focus on the way, [`tree`] keeps what a screen reader is told, [`room`] makes
//! type, spacing and window what readers make them. `docs/accessibility.md` says which point of
//! WCAG each of them is for.

mod keys;
mod presses;
mod room;
mod rules;
mod states;
mod tasks;
mod tombstones;
mod tree;
