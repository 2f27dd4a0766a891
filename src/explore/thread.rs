//! A thread as a path through time: its answers in order, and how each bears on the last.
//!
//! In: the corpus and a thread. Out: [`Path`] for charts and lists. Invariant: points stand in
//! the order in which the words were said, and every step joins two of them.

use super::restated::ORDER;
use super::series::{Basis, Path, Point, Step};
use super::words;
use crate::corpus::model::{Corpus, Directness, Entry, Link, Relation, Thread, ThreadNo, UnitNo};

/// The path of a thread.
pub fn path<'a>(corpus: &Corpus<'a>, no: ThreadNo) -> Option<Path<'a>> {
    let thread = corpus.threads.get(no.index())?;
    let points: Vec<Point> = thread
        .entries
        .iter()
        .filter_map(|entry| point(corpus, entry))
        .collect();
    let place = |unit| points.iter().position(|point| point.unit == unit);
    let steps = thread
        .links
        .iter()
        .filter_map(|link| {
            Some(Step {
                from: place(link.from)?,
                to: place(link.to)?,
                relation: link.relation,
            })
        })
        .collect();
    Some(Path {
        question: thread.question,
        poles: thread.poles,
        points,
        steps,
    })
}

/// What its answers rest on.
pub fn basis(corpus: &Corpus, thread: &Thread) -> Basis {
    let units = thread.entries.iter();
    let units = units.filter_map(|it| corpus.units.get(it.unit.index()));
    let mut articles: Vec<_> = units.clone().map(|it| it.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let pledges = units.clone().filter(|it| it.kind.counted()).count() as u32;
    Basis {
        pledges,
        others: thread.entries.len() as u32 - pledges,
        articles: articles.len() as u32,
    }
}

fn point<'a>(corpus: &Corpus<'a>, entry: &Entry) -> Option<Point<'a>> {
    let unit = corpus.units.get(entry.unit.index())?;
    let speaker = corpus.actors.get(unit.speaker.index())?;
    Some(Point {
        unit: entry.unit,
        at: entry.at,
        made: unit.made,
        kind: unit.kind,
        speaker: speaker.name,
        role: words::office(unit, speaker),
        side: unit.side,
        statement: unit.statement,
    })
}

/// How later articles bear on earlier ones, by the first of their links in the order of changes; none where the
/// links stay within one article, as what was said on one evening is no change over years.
pub fn course(corpus: &Corpus, thread: &Thread) -> Option<Relation> {
    let article = |unit: UnitNo| corpus.units.get(unit.index()).map(|unit| unit.article);
    let across = |link: &&Link| article(link.from) != article(link.to);
    let links = || thread.links.iter().filter(across);
    let found = |relation: &Relation| links().any(|link| link.relation == *relation);
    ORDER.into_iter().find(found)
}

/// The plainest answer of each article, in order of time: the first entry that the author
/// lists for it, leaving out what an article only recalls of others.
pub fn headlines<'t, 'a>(corpus: &Corpus<'a>, thread: &'t Thread<'a>) -> Vec<&'t Entry<'a>> {
    let mut seen = Vec::new();
    let plainest = |entry: &&Entry<'a>| {
        let Some(unit) = corpus.units.get(entry.unit.index()) else {
            return false;
        };
        let first = unit.directness != Directness::Recalled && !seen.contains(&unit.article);
        if first {
            seen.push(unit.article);
        }
        first
    };
    thread.entries.iter().filter(plainest).collect()
}
