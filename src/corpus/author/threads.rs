//! Threads: one question, the units that answer it, and how these bear on each
//! other.
//!
//! In: `threads.toml`, once every unit has its number. Out: threads with their
//! entries in order of time. Invariant: both ends of a link are entries of its
//! thread, and no link leads from an earlier unit to a later one.

use crate::corpus::date::Date;
use crate::corpus::model::{Entry, Link, Relation, Thread, Unit, UnitNo};

use super::faults::{Faults, Located, fault};
use super::ids::Ids;
use super::lists::Folder;
use super::nearest::nearest;
use super::record::{Record, Shape};
use super::unit::Coded;

/// Where a unit may stand between the poles.
const SPAN: std::ops::RangeInclusive<i64> = -2..=2;

/// The units that threads are about.
#[derive(Clone, Copy)]
pub(super) struct Units<'u, 's> {
    pub(super) ids: &'u Ids<'s, Coded>,
    pub(super) list: &'u [Unit<'s>],
}

impl Units<'_, '_> {
    /// The unit of this id.
    fn find(self, id: Located<&str>, faults: &Faults) -> Option<UnitNo> {
        match self.ids.find(id, faults)? {
            Coded::Unit(no) => Some(no),
            Coded::Context => {
                let message = format!("`{}` is a context statement, not a unit", id.value);
                faults.add(
                    fault(id.at, message).help("threads follow what politicians say: take it out"),
                );
                None
            }
        }
    }
}

/// Reads `threads.toml`: the threads, and every id that was readable.
pub(super) fn read<'s>(
    folder: Folder<'_, 's>,
    units: Units<'_, 's>,
) -> (Vec<Thread<'s>>, Ids<'s, ()>) {
    let mut threads = Vec::new();
    let mut ids: Ids<'s, ()> = Ids::new("thread");
    let (top, is_whole) = folder.top("threads.toml", "file");
    ids.is_partial = !is_whole;
    let Some(mut top) = top else {
        return (threads, ids);
    };
    for mut record in top.tables("thread", "thread") {
        let id = record.id("id");
        ids.is_partial |= id.is_none();
        let id = id.filter(|id| ids.declare(*id, folder.faults));
        threads.extend(read_thread(&mut record, id, units));
        record.finish();
    }
    ids.is_partial |= !top.finish();
    (threads, ids)
}

fn read_thread<'s>(
    record: &mut Record<'_, 's>,
    id: Option<Located<&'s str>>,
    units: Units<'_, 's>,
) -> Option<Thread<'s>> {
    let label = record.optional("label", Shape::Line);
    let question = record.text("question", Shape::Line);
    let poles = read_poles(record);
    let entries = read_entries(record, units);
    let links = read_links(record, &entries, units);
    let question = question?.value;
    let listed = entries.list.into_iter();
    let mut entries: Vec<Entry<'s>> = listed.filter_map(|entry| entry.entry).collect();
    let made = |no: UnitNo| units.list.get(no.index()).map(|unit| unit.made);
    entries.sort_by_key(|entry| (made(entry.unit), entry.unit));
    Some(Thread {
        id: id?.value,
        label: label.map_or(question, |label| label.value),
        question,
        poles: poles?,
        entries,
        links,
    })
}

fn read_poles<'s>(record: &mut Record<'_, 's>) -> Option<[&'s str; 2]> {
    record.require("poles");
    let at = record.spot_of("poles")?;
    match record.texts("poles", Shape::Line).as_slice() {
        [first, second] => Some([first.value, second.value]),
        others => {
            let message = format!("`poles` holds {}, where a question has two", others.len());
            record.faults.add(
                fault(at, message)
                    .help("write `poles = [\"…\", \"…\"]`: what -2 and what 2 stand for"),
            );
            None
        }
    }
}

/// The entries of a thread, whole or not.
#[derive(Default)]
struct Entries<'s> {
    list: Vec<Listed<'s>>,
    /// Whether one of them is at fault, so that what seems to be no entry may
    /// have been meant by it.
    is_partial: bool,
}

/// An entry of the file, whole or not.
struct Listed<'s> {
    id: Located<&'s str>,
    entry: Option<Entry<'s>>,
}

impl Entries<'_> {
    /// An end of a link, which has to be an entry of its thread.
    fn find(&self, id: Located<&str>, units: Units<'_, '_>, faults: &Faults) -> Option<UnitNo> {
        if let Some(entry) = self.list.iter().find(|entry| entry.id.value == id.value) {
            return entry.entry.as_ref().map(|entry| entry.unit);
        }
        if !units.ids.knows(id.value) {
            return units.find(id, faults);
        }
        if self.is_partial {
            return None;
        }
        let fault = fault(id.at, format!("`{}` is no entry of this thread", id.value));
        let near = nearest(id.value, self.list.iter().map(|entry| entry.id.value));
        faults.add(match near {
            Some(near) => fault.help(format!(
                "did you mean `{near}`? otherwise add it to `entries`"
            )),
            None => fault.help("add it to `entries`"),
        });
        None
    }
}

fn read_entries<'s>(record: &mut Record<'_, 's>, units: Units<'_, 's>) -> Entries<'s> {
    let mut entries = Entries::default();
    for mut entry in record.some_tables("entries", "entry") {
        let id = entry.text("unit", Shape::Token);
        let at = entry
            .whole("at")
            .filter(|at| is_between_poles(*at, entry.faults));
        let note = entry.text("note", Shape::Prose);
        let faults = entry.faults;
        entry.finish();
        let Some(id) = id else {
            entries.is_partial = true;
            continue;
        };
        let no = units.find(id, faults);
        let first = entries.list.iter().find(|entry| entry.id.value == id.value);
        if let Some(first) = first {
            let message = format!("unit `{}` twice in this thread", id.value);
            let fault = fault(id.at, message).also("first at", first.id.at);
            faults.add(fault.help("take one of them out"));
            entries.is_partial = true;
            continue;
        }
        entries.is_partial |= no.is_none();
        let entry = no.zip(at).zip(note).map(|((unit, at), note)| Entry {
            unit,
            at: at.value as i8,
            note: note.value,
        });
        entries.list.push(Listed { id, entry });
    }
    entries.is_partial |= entries.list.is_empty();
    entries
}

fn is_between_poles(at: Located<i64>, faults: &Faults) -> bool {
    let is_between = SPAN.contains(&at.value);
    if !is_between {
        let message = format!("`at` is {}, outside -2 to 2", at.value);
        faults.add(fault(at.at, message).help("-2 stands for the first pole, 2 for the second"));
    }
    is_between
}

fn read_links<'s>(
    record: &mut Record<'_, 's>,
    entries: &Entries<'s>,
    units: Units<'_, 's>,
) -> Vec<Link<'s>> {
    let mut links: Vec<Link<'s>> = Vec::new();
    for mut link in record.tables("links", "link") {
        let from = link.text("from", Shape::Token);
        let to = link.text("to", Shape::Token);
        let relation = link.one_of("relation", &Relation::ALL, Relation::id);
        let reason = link.text("reason", Shape::Prose);
        let (faults, at) = (link.faults, link.at);
        link.finish();
        let from_no = from.and_then(|id| entries.find(id, units, faults));
        let to_no = to.and_then(|id| entries.find(id, units, faults));
        if let (Some(from), Some(to)) = (from, to)
            && from.value == to.value
        {
            faults.add(fault(to.at, format!("`{}` is linked to itself", to.value)));
            continue;
        }
        let (Some(from_no), Some(to_no)) = (from_no, to_no) else {
            continue;
        };
        if let Some(from) = from {
            report_backwards(from, units, (from_no, to_no), faults);
        }
        let Some((relation, reason)) = relation.zip(reason) else {
            continue;
        };
        let link = Link {
            from: from_no,
            to: to_no,
            relation: relation.value,
            reason: reason.value,
        };
        let same = |other: &Link<'_>| {
            (other.from, other.to, other.relation) == (link.from, link.to, link.relation)
        };
        if links.iter().any(same) {
            faults.add(fault(at, "the same link twice").help("take one of them out"));
        } else {
            links.push(link);
        }
    }
    links
}

/// Links lead from the later unit to the earlier one that it bears on.
fn report_backwards(
    from: Located<&str>,
    units: Units<'_, '_>,
    (from_no, to_no): (UnitNo, UnitNo),
    faults: &Faults,
) {
    let made = |no: UnitNo| units.list.get(no.index()).map(|unit| unit.made);
    let (Some(earlier), Some(later)) = (made(from_no), made(to_no)) else {
        return;
    };
    if is_before(earlier, later) {
        let message = format!(
            "a link from {} to {}, from an earlier unit to a later one",
            earlier.human(),
            later.human()
        );
        faults.add(
            fault(from.at, message)
                .help("links lead from the later unit to the earlier: swap `from` and `to`"),
        );
    }
}

/// Wholly before, whatever the dates may mean.
fn is_before(one: Date, other: Date) -> bool {
    one.bounds().1 < other.bounds().0
}
