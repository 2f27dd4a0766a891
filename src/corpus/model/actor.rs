//! Who speaks: people, parties and organisations, and the offices they held.

use super::PartyNo;
use crate::corpus::date::Date;

/// A political party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Name in running text.
    pub short: &'a str,
    /// `#RRGGBB`; marks the party and nothing else.
    pub color: &'a str,
}

/// What kind of actor speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// A named person.
    Person,
    /// A party, where no politician is named.
    Party,
    /// A government.
    Government,
    /// A department of state.
    Department,
    /// A body outside politics; speaks only in context statements.
    Outside,
}

impl ActorKind {
    /// In the order above.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Party,
        Self::Government,
        Self::Department,
        Self::Outside,
    ];
}

/// On which side of the house someone stood when they spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Speaking for the opposition.
    Opposition,
    /// Speaking for the government.
    Government,
    /// Speaking for neither.
    Outside,
}

impl Side {
    /// In the order above.
    pub const ALL: [Self; 3] = [Self::Opposition, Self::Government, Self::Outside];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Opposition => "opposition",
            Self::Government => "government",
            Self::Outside => "neither",
        }
    }
}

/// A person, party or organisation that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor<'a> {
    /// Slug, for ever.
    pub id: &'a str,
    /// As shown.
    pub name: &'a str,
    /// What it is.
    pub kind: ActorKind,
    /// Offices held, in order of time.
    pub roles: Vec<Role<'a>>,
}

/// An office held for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role<'a> {
    /// For example "Shadow Secretary of State for Health and Social Care".
    pub title: &'a str,
    /// First day, as precisely as known.
    pub from: Option<Date>,
    /// Last day; none while it is still held.
    pub to: Option<Date>,
    /// The party spoken for.
    pub party: Option<PartyNo>,
    /// The organisation's name, for people outside politics; else empty.
    pub organisation: &'a str,
    /// Opposition, government or neither.
    pub side: Side,
}
