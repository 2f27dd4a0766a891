//! What is written of each record, field by field.
//!
//! In: records, or a [`Reader`]. Out: the same in a [`Writer`], or records.
//! Invariant: writing and reading follow one list of fields, so they cannot part.

use super::stream::{Coded, List, Reader, Writer};
use crate::corpus::date::{Date, Day};
use crate::corpus::model::{
    About, Actor, ActorKind, ActorNo, Article, ArticleNo, Body, BodyNo, Check, Context, Corpus,
    Directness, Entry, Evidence, Kind, Link, Measure, Outlet, OutletNo, Party, PartyNo, Relation,
    Removed, RemovedKind, Role, Side, Theme, ThemeNo, Thread, ThreadNo, Unit, UnitNo,
};

/// Records: their fields in this order.
macro_rules! records {
    ($($record:ident { $($field:ident),* })*) => {$(
        impl<'a> Coded<'a> for $record<'a> {
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)*
            }

            #[inline(never)]
            fn read(from: &mut Reader<'a>) -> Self {
                Self { $($field: Coded::read(from)),* }
            }
        }
    )*};
}

records! {
    Corpus { about, themes, parties, actors, bodies, outlets, articles, units, contexts, threads, removed }
    About { title, description, editor, licence, codebook, version }
    Theme { id, label, definition, includes, excludes, examples }
    Party { id, name, short, color }
    Actor { id, name, kind, roles }
    Role { title, from, to, party, organisation, side }
    Body { id, name, abbr, from, to, aliases }
    Outlet { id, name, url }
    Article {
        id, title, title_basis, outlet, authors, published, published_basis, url, url_note,
        archived_url, source_sha256, summary, text
    }
    Unit {
        id, statement, kind, speaker, role, side, party, article, made, made_basis, directness,
        themes, bodies, measures, conditions, evidence, note, threads
    }
    Measure { value, unit, of, text }
    Evidence { quote, prefix, suffix, start, end, check }
    Context { id, actor, role, article, gist, evidence }
    Thread { id, label, question, poles, entries, links }
    Entry { unit, at, note }
    Link { from, to, relation, reason }
    Removed { kind, id, day, reason, replaced_by }
}

/// Numbers of entries.
macro_rules! entries {
    ($($number:ident of $list:ident,)*) => {$(
        impl Coded<'_> for $number {
            fn write(&self, to: &mut Writer) {
                to.number(self.0);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self(from.entry(List::$list))
            }
        }
    )*};
}

entries! {
    ThemeNo of Themes,
    PartyNo of Parties,
    ActorNo of Actors,
    BodyNo of Bodies,
    OutletNo of Outlets,
    ArticleNo of Articles,
    UnitNo of Units,
    ThreadNo of Threads,
}

/// One of a few: its place among all of them.
macro_rules! choices {
    ($($choice:ident)*) => {$(
        impl Coded<'_> for $choice {
            fn write(&self, to: &mut Writer) {
                to.number(*self as u32);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                let place = from.below(Self::ALL.len() as u32);
                Self::ALL.get(place as usize).copied().unwrap_or(Self::ALL[0])
            }
        }
    )*};
}

choices! { ActorKind Side Kind Directness Relation RemovedKind }

impl Coded<'_> for Day {
    fn write(&self, to: &mut Writer) {
        for part in [self.year.into(), self.month.into(), self.day.into()] {
            to.number(part);
        }
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        Self {
            year: from.below(0x1_0000) as u16,
            month: from.below(0x100) as u8,
            day: from.below(0x100) as u8,
        }
    }
}

impl Coded<'_> for Date {
    fn write(&self, to: &mut Writer) {
        self.first.write(to);
        self.last.write(to);
        to.number(self.approximate.into());
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let date = Self {
            first: Coded::read(from),
            last: Coded::read(from),
            approximate: from.below(2) == 1,
        };
        if !date.is_real() {
            from.refuse();
        }
        date
    }
}

/// Its place among all of them; a recorded one is followed by the day.
impl Coded<'_> for Check {
    fn write(&self, to: &mut Writer) {
        to.number(match self {
            Self::Exact => 0,
            Self::Recorded(_) => 1,
            Self::Unchecked => 2,
        });
        if let Self::Recorded(date) = self {
            date.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match from.below(3) {
            0 => Self::Exact,
            1 => Self::Recorded(Coded::read(from)),
            _ => Self::Unchecked,
        }
    }
}
