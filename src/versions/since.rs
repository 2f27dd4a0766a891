//! What an embed that is pinned to a version says of the versions after it.
//!
//! In: what differs. Out: one line for a view. Invariant: the line is empty only where nothing
//! differs; what concerns the view itself is said first.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Changes, Counts};
use super::words;

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It says something else now.
    Changed,
    /// It is no longer part of the corpus.
    Withdrawn,
}

/// What differs since an earlier version, as far as embeds tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// How much; nothing where that version's record was not kept.
    pub counts: Option<Counts>,
    /// Statements that changed or were withdrawn, by id.
    pub units: BTreeMap<String, Fate>,
    /// Questions of which anything changed, by id.
    pub threads: BTreeSet<String>,
}

impl Since {
    /// Of all that differs, what embeds tell.
    pub fn of(all: &Changes) -> Self {
        let edited = all.units.changed.iter();
        let edited = edited.map(|it| (it.after.id.clone(), Fate::Changed));
        let gone = all.units.gone.iter();
        let gone = gone.map(|it| (it.id.clone(), Fate::Withdrawn));
        Self {
            counts: Some(all.counts()),
            units: edited.chain(gone).collect(),
            threads: threads(all),
        }
    }

    /// The line for a view, named by its folder: `unit/<id>/`, `thread/<id>/`, `themes/` and so on.
    pub fn line(&self, view: &str) -> String {
        let Some(counts) = &self.counts else {
            return "A newer version was published since".to_owned();
        };
        let own = self.own(view);
        let statements = words::statements(counts);
        match (own.is_empty(), statements.is_empty()) {
            (true, _) => words::since(counts),
            (false, true) => own.to_owned(),
            (false, false) => [own, "; in all ", &statements].concat(),
        }
    }

    /// What concerns the view itself.
    fn own(&self, view: &str) -> &'static str {
        let mut steps = view.split('/');
        match (steps.next(), steps.next()) {
            (Some("unit"), Some(id)) => match self.units.get(id) {
                Some(Fate::Changed) => "This statement was changed since",
                Some(Fate::Withdrawn) => "This statement was withdrawn since",
                None => "",
            },
            (Some("thread"), Some(id)) if self.threads.contains(id) => {
                "The answers to this question were changed since"
            }
            _ => "",
        }
    }
}

/// Questions with an answer, a link or anything else that differs.
fn threads(all: &Changes) -> BTreeSet<String> {
    let answers = &all.answers;
    let edited = answers.changed.iter().map(|it| it.after);
    let answers = answers.added.iter().chain(&answers.gone).copied();
    let answers = answers.chain(edited).map(|it| &it.thread);
    let links = &all.links;
    let edited = links.changed.iter().map(|it| it.after);
    let links = links.added.iter().chain(&links.gone).copied();
    let links = links.chain(edited).map(|it| &it.thread);
    let own = &all.threads;
    let edited = own.changed.iter().map(|it| it.after);
    let own = own.gone.iter().copied().chain(edited).map(|it| &it.id);
    answers.chain(links).chain(own).cloned().collect()
}
