//! What was withdrawn: ids that once had an address, and what their pages now say.
//!
//! In: `removed.toml`, which a corpus has once something was withdrawn, and all that is there.
//! Out: the records by kind and id. Invariant: no id is both there and withdrawn, nor withdrawn
//! twice, and what takes the place of one is of its kind and there.

use std::collections::BTreeMap;

use crate::corpus::date::{Date, Day};
use crate::corpus::model::{Removed, RemovedKind, ThemeNo};

use super::faults::{Faults, Located, Spot, fault};
use super::file::{CorpusFile, article_id};
use super::ids::Ids;
use super::lists::Folder;
use super::nearest::nearest;
use super::record::Shape;
use super::unit::Coded;

/// The name of the file.
pub(super) const FILE: &str = "removed.toml";

/// Everything that has an address, by kind.
pub(super) struct There<'t, 's> {
    pub(super) files: &'t [CorpusFile<'s>],
    pub(super) units: &'t Ids<'s, Coded>,
    pub(super) threads: &'t Ids<'s, ()>,
    pub(super) themes: &'t Ids<'s, ThemeNo>,
    pub(super) speakers: &'t Ids<'s, usize>,
    /// The day in Greenwich, where there is a clock.
    pub(super) today: Option<Day>,
}

impl<'s> There<'_, 's> {
    fn knows(&self, kind: RemovedKind, id: &str) -> bool {
        match kind {
            RemovedKind::Unit => self.units.knows(id),
            RemovedKind::Thread => self.threads.knows(id),
            RemovedKind::Theme => self.themes.knows(id),
            RemovedKind::Speaker => self.speakers.knows(id),
            RemovedKind::Article => self.articles().any(|other| other == id),
        }
    }

    fn articles(&self) -> impl Iterator<Item = &'s str> {
        self.files.iter().filter_map(|file| article_id(file.path))
    }

    /// Reports an id that is not there.
    fn report_unknown(&self, kind: RemovedKind, id: Located<&str>, faults: &Faults) {
        match kind {
            RemovedKind::Unit => self.units.report_unknown(id, "unit", |_| true, faults),
            RemovedKind::Thread => self.threads.report_unknown(id, "thread", |()| true, faults),
            RemovedKind::Theme => self.themes.report_unknown(id, "theme", |_| true, faults),
            RemovedKind::Speaker => {
                self.speakers
                    .report_unknown(id, "speaker", |_| true, faults);
            }
            RemovedKind::Article => {
                let fault = fault(id.at, format!("unknown article `{}`", id.value));
                faults.add(match nearest(id.value, self.articles()) {
                    Some(near) => fault.help(format!("did you mean `{near}`?")),
                    None => fault,
                });
            }
        }
    }
}

/// Reads `removed.toml`, where there is one.
pub(super) fn read<'s>(folder: Folder<'_, 's>, there: &There<'_, 's>) -> Vec<Removed<'s>> {
    if folder.files.iter().all(|file| file.path != FILE) {
        return Vec::new();
    }
    let (Some(mut top), _) = folder.top(FILE, "file") else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut first: BTreeMap<(RemovedKind, &str), Spot> = BTreeMap::new();
    for mut record in top.tables("removed", "removed record") {
        let kind = record.one_of("kind", &RemovedKind::ALL, RemovedKind::id);
        let id = record.id("id");
        let day = record
            .date("day")
            .filter(|day| is_past(*day, there, folder.faults));
        let reason = record.text("reason", Shape::Prose);
        let replaced_by = record.optional("replaced_by", Shape::Token);
        record.finish();
        let Some((kind, id)) = kind.zip(id) else {
            continue;
        };
        if let Some(before) = first.get(&(kind.value, id.value)) {
            let message = format!("{} `{}` removed twice", kind.value.id(), id.value);
            let fault = fault(id.at, message).also("first at", *before);
            folder.faults.add(fault.help("take one of them out"));
            continue;
        }
        first.insert((kind.value, id.value), id.at);
        check(kind.value, id, replaced_by, there, folder.faults);
        all.extend(day.zip(reason).map(|(day, reason)| Removed {
            kind: kind.value,
            id: id.value,
            day: day.value,
            reason: reason.value,
            replaced_by: replaced_by.map_or("", |it| it.value),
        }));
    }
    top.finish();
    all.sort_by_key(|it| (it.kind, it.id));
    all
}

/// Reports an id that is still there, and one that should take its place and is not.
fn check(
    kind: RemovedKind,
    id: Located<&str>,
    replaced_by: Option<Located<&str>>,
    there: &There<'_, '_>,
    faults: &Faults,
) {
    if there.knows(kind, id.value) {
        let message = format!("{} `{}` is removed, and it is there", kind.id(), id.value);
        let help = "take out the record, or this entry; an id that was removed is never used again";
        faults.add(fault(id.at, message).help(help));
    }
    let Some(other) = replaced_by else { return };
    if other.value == id.value {
        let message = format!("`{}` is replaced by itself", id.value);
        faults
            .add(fault(other.at, message).help("name another record, or leave `replaced_by` out"));
    } else if matches!(kind, RemovedKind::Unit)
        && matches!(there.units.get(other.value), Some(Coded::Context))
    {
        let message = format!("`{}` is a context statement, not a unit", other.value);
        faults.add(fault(other.at, message).help("context statements have no page of their own"));
    } else if !there.knows(kind, other.value) {
        there.report_unknown(kind, other, faults);
    }
}

/// Only where there is a clock a day can be found to be still to come.
fn is_past(day: Located<Date>, there: &There<'_, '_>, faults: &Faults) -> bool {
    let Some(today) = there.today else {
        return true;
    };
    let is_past = day.value.bounds().0 <= Date::on(today).bounds().0;
    if !is_past {
        let message = format!("removed on {}, which is still to come", day.value.human());
        faults.add(fault(day.at, message).help("write the day on which it was taken out"));
    }
    is_past
}
