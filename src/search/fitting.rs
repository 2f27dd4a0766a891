//! Which terms of the index fit a word of the query.
//!
//! In: an [`Index`] and a [`Slot`]. Out: numbers of terms, each with its [`Fit`].
//! Invariant: exactly the terms that [`Slot::fit`] lets through, each once, found
//! without looking at more of the dictionary than what begins like the word.

use super::index::Index;
use super::query::{Fit, Slot};
use super::stem::root;

/// Calls `each` with every term of the index that fits, and how well, until it
/// returns true; whether it did. Those that only begin like the word are left out
/// unless `longer`.
fn any_term(
    index: &Index,
    slot: &Slot,
    longer: bool,
    each: &mut dyn FnMut(usize, Fit) -> bool,
) -> bool {
    // The terms of a stem begin like its root, and so does the typed one.
    let start = match &slot.stem {
        Some(stem) => Some(root(stem)),
        None => (slot.prefix && longer).then_some(slot.typed()),
    };
    let range = start.map_or(0..0, |start| index.starting(start));
    let spelled = slot.terms.iter().any(|(term, fit)| {
        let number = index.terms.find(term);
        let number = number.filter(|number| !range.contains(number));
        number.is_some_and(|number| each(number, *fit))
    });
    spelled
        || range.into_iter().any(|number| {
            let fit = slot.fit(index.terms.get(number));
            let fit = fit.filter(|fit| longer || *fit != Fit::Prefix);
            fit.is_some_and(|fit| each(number, fit))
        })
}

/// Calls `each` with every term of the index that fits, and how well.
pub(super) fn each_term(index: &Index, slot: &Slot, each: &mut dyn FnMut(usize, Fit)) {
    any_term(index, slot, true, &mut |number, fit| {
        each(number, fit);
        false
    });
}

/// The same without terms that only begin like the word.
pub(super) fn each_form(index: &Index, slot: &Slot, each: &mut dyn FnMut(usize, Fit)) {
    any_term(index, slot, false, &mut |number, fit| {
        each(number, fit);
        false
    });
}

/// Whether any term fits.
pub(super) fn is_known(index: &Index, slot: &Slot) -> bool {
    any_term(index, slot, true, &mut |_, _| true)
}
