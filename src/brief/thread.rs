//! The questions that a selection touches: how each was answered through the years.
//!
//! Invariant: a thread is told whole, so that no answer stands without what came before and
//! after; answers outside the selection are there, and marked as such.

use super::Brief;
use super::html::Html;
use crate::corpus::model::{Entry, Link, Thread};
use crate::explore::words;

pub(super) fn push_all(out: &mut Html, brief: &Brief) {
    let touched = |thread: &&Thread| {
        let entries = thread.entries.iter();
        entries
            .clone()
            .any(|entry| brief.units.contains(&entry.unit))
    };
    let threads: Vec<&Thread> = brief.corpus.threads.iter().filter(touched).collect();
    if threads.is_empty() {
        return;
    }
    out.open("section", "threads");
    out.text("h2", "", "Positions over time");
    for thread in threads {
        out.text("h3", "", thread.question);
        out.open("ol", "");
        for entry in &thread.entries {
            push_entry(out, brief, thread, entry);
        }
        out.close("ol");
    }
    out.close("section");
}

fn push_entry(out: &mut Html, brief: &Brief, thread: &Thread, entry: &Entry) {
    let corpus = brief.corpus;
    let Some(unit) = corpus.units.get(entry.unit.index()) else {
        return;
    };
    let Some(speaker) = corpus.actors.get(unit.speaker.index()) else {
        return;
    };
    let inside = brief.units.contains(&entry.unit);
    out.open("li", if inside { "" } else { "outside" });
    let who = [&unit.made.human(), ", ", speaker.name, " – "];
    out.words(&who.concat());
    let address = if inside {
        ["#", unit.id].concat()
    } else {
        brief.page(unit.id)
    };
    out.link(&address, unit.statement);
    out.words(&[" (", &words::place(entry.at, thread.poles), ")"].concat());
    if !inside {
        out.words(" [not in this selection]");
    }
    for link in thread.links.iter().filter(|it| it.from == entry.unit) {
        push_link(out, brief, link);
    }
    out.close("li");
}

fn push_link(out: &mut Html, brief: &Brief, link: &Link) {
    let Some(earlier) = brief.corpus.units.get(link.to.index()) else {
        return;
    };
    let (how, made) = (words::course(link.relation), earlier.made.human());
    let told = [
        how,
        ": ",
        earlier.statement,
        " (",
        &made,
        "). ",
        link.reason,
    ];
    out.text("p", "link", &told.concat());
}
