//! Who said it, as bibliographies want it: family name first, or a name that is one whole.
//!
//! In: an actor. Invariant: only people are taken apart; parties, governments and departments
//! keep their names as they are.

use crate::corpus::model::{Actor, ActorKind};

/// Words before a name that are no given names.
const TITLES: [&str; 10] = [
    "Baroness",
    "Baron",
    "Dame",
    "Dr",
    "Lady",
    "Lord",
    "Prof",
    "Professor",
    "Rev",
    "Sir",
];

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// Family and given names.
    Person([&'a str; 2]),
    /// A name that is not taken apart.
    Whole(&'a str),
}

impl<'a> Name<'a> {
    /// Of an actor.
    pub(super) fn of(actor: &Actor<'a>) -> Self {
        if actor.kind == ActorKind::Person {
            Self::parted(actor.name)
        } else {
            Self::Whole(actor.name)
        }
    }

    /// The family name is the last word, with the small words before it: "van Dyke".
    fn parted(name: &'a str) -> Self {
        let words = name.split(' ');
        let mut from = 0;
        let mut family = None;
        for word in words {
            let small = word.chars().next().is_some_and(char::is_lowercase);
            if from > 0 && (small || from + word.len() == name.len()) {
                family = Some(from);
                break;
            }
            from += word.len() + 1;
        }
        let parts = family.and_then(|at| Some([name.get(at..)?, name.get(..at)?.trim_end()]));
        match parts {
            Some([family, given]) if !family.is_empty() && !TITLES.contains(&given) => {
                Self::Person([family, given])
            }
            _ => Self::Whole(name),
        }
    }

    /// "Streeting, Wes", or the whole name.
    pub(super) fn inverted(self) -> String {
        match self {
            Self::Person([family, given]) => [family, ", ", given].concat(),
            Self::Whole(name) => name.to_owned(),
        }
    }

    /// "Streeting, W.", or the whole name.
    pub(super) fn with_initials(self) -> String {
        let Self::Person([family, given]) = self else {
            return self.inverted();
        };
        let mut out = [family, ","].concat();
        let words = given.split([' ', '-']);
        for word in words.filter(|word| !TITLES.contains(word)) {
            if let Some(letter) = word.chars().next() {
                out.push(' ');
                out.push(letter);
                out.push('.');
            }
        }
        out
    }
}
