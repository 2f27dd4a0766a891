//! The ids of one kind of record: each declared once, then looked up.
//!
//! Invariant: an id whose record has faults of its own, or that two records
//! have, is known, but leads nowhere, so that what points at it is not called
//! unknown as well.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Located, Spot, fault};
use super::nearest::nearest;
use super::strings;

/// The most ids that are listed where none is near.
const MOST_LISTED: usize = 12;

/// What the ids of one kind lead to.
pub(super) struct Ids<'s, T> {
    /// What is declared, for the author: "theme".
    what: &'static str,
    known: BTreeMap<&'s str, (Spot, Option<T>)>,
    /// Those declared twice: which record is meant by them is open.
    twice: BTreeSet<&'s str>,
    /// What unknown ids are called now, where that is known.
    renamed: BTreeMap<&'s str, &'s str>,
    /// Whether a file that declares ids could not be read whole, so that an
    /// unknown id may be its fault.
    pub(super) is_partial: bool,
}

impl<'s, T: Copy> Ids<'s, T> {
    /// No ids yet.
    pub(super) const fn new(what: &'static str) -> Self {
        Self {
            what,
            known: BTreeMap::new(),
            twice: BTreeSet::new(),
            renamed: BTreeMap::new(),
            is_partial: false,
        }
    }

    /// Takes note of an id; false where it is taken already.
    pub(super) fn declare(&mut self, id: Located<&'s str>, faults: &Faults) -> bool {
        if let Some((first, _)) = self.known.get(id.value) {
            let message = format!("duplicate {} id `{}`", self.what, id.value);
            faults.add(
                fault(id.at, message)
                    .also("first used at", *first)
                    .help("give one of them another id; ids stay for ever, so rename the newer"),
            );
            self.twice.insert(id.value);
            return false;
        }
        self.known.insert(id.value, (id.at, None));
        true
    }

    /// Where a declared id leads.
    pub(super) fn lead(&mut self, id: &str, to: T) {
        if let Some((_, leads)) = self.known.get_mut(id) {
            *leads = Some(to);
        }
    }

    /// Takes note of what ids were before, by what they are now.
    pub(super) fn rename(&mut self, renamed: BTreeMap<&'s str, &'s str>) {
        self.renamed = renamed;
    }

    /// Where an id leads; an unknown one is a fault.
    pub(super) fn find(&self, id: Located<&str>, faults: &Faults) -> Option<T> {
        if !self.knows(id.value) {
            self.report_unknown(id, self.what, |_| true, faults);
        }
        self.get(id.value)
    }

    /// Whether the id was declared, with or without faults.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.known.contains_key(id)
    }

    /// Where an id leads, without a fault.
    pub(super) fn get(&self, id: &str) -> Option<T> {
        let (_, leads) = self.known.get(id)?;
        leads.filter(|_| !self.twice.contains(id))
    }

    /// Reports an id as unknown; only those that `fits` lets through are suggested.
    pub(super) fn report_unknown(
        &self,
        id: Located<&str>,
        what: &str,
        fits: impl Fn(T) -> bool,
        faults: &Faults,
    ) {
        if self.is_partial {
            return;
        }
        let fitting = self
            .known
            .iter()
            .filter(|(_, (_, leads))| leads.is_none_or(&fits));
        let known: Vec<&str> = fitting.map(|(id, _)| *id).collect();
        let fault = fault(id.at, format!("unknown {what} `{}`", id.value));
        let renamed = self.renamed.get(id.value).copied();
        let near = renamed.or_else(|| nearest(id.value, known.iter().copied()));
        // Of two records with one id, one may have been meant to have this.
        if near.is_none() && !self.twice.is_empty() {
            return;
        }
        faults.add(match near {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None if known.is_empty() => fault.help(format!("no {what} is declared")),
            None if known.len() <= MOST_LISTED => {
                fault.help(format!("known: {}", strings::listed(known)))
            }
            None => fault,
        });
    }
}
