//! What stands beside a unit: before and after it in its article, and what the same speaker
//! said on the same theme.
//!
//! In: a corpus and a unit. Out: units, nearest first in time. Invariant: the work for one unit
//! does not grow with the corpus, so that pages of all units are made in the time of all units.

use crate::corpus::model::{ActorNo, Corpus, ThemeNo, Unit, UnitNo};

/// How many units on either side are looked at for the same speaker on the same theme.
const REACH: usize = 2_000;

/// How many of them are named on either side.
const NAMED: usize = 3;

/// The statements before and after a unit in its article.
pub fn in_article(corpus: &Corpus, no: UnitNo) -> [Option<UnitNo>; 2] {
    let article = |no: UnitNo| corpus.units.get(no.index()).map(|it| it.article);
    let own = article(no);
    let beside = [no.0.checked_sub(1), no.0.checked_add(1)];
    beside.map(|no| {
        no.map(UnitNo)
            .filter(|no| own.is_some() && article(*no) == own)
    })
}

/// What the speaker of a unit said on its main theme in other articles: the nearest before it,
/// in order of time, and the nearest after it. Units stand in order of their articles' dates.
pub fn of_speaker(corpus: &Corpus, no: UnitNo) -> [Vec<UnitNo>; 2] {
    let units = &corpus.units;
    let own = units.get(no.index());
    let Some((unit, theme)) = own.and_then(|it| Some((it, *it.themes.first()?))) else {
        return [Vec::new(), Vec::new()];
    };
    let alike =
        |(_, it): &(usize, &Unit)| says(it, unit.speaker, theme) && it.article != unit.article;
    let numbered = || units.iter().enumerate();
    let back = units.len() - no.index();
    let before = numbered().rev().skip(back).take(REACH).filter(alike);
    let after = numbered().skip(no.index() + 1).take(REACH).filter(alike);
    let mut before: Vec<UnitNo> = before
        .take(NAMED)
        .map(|(no, _)| UnitNo(no as u32))
        .collect();
    before.reverse();
    let after = after.take(NAMED).map(|(no, _)| UnitNo(no as u32));
    [before, after.collect()]
}

fn says(unit: &Unit, speaker: ActorNo, theme: ThemeNo) -> bool {
    unit.speaker == speaker && unit.themes.contains(&theme)
}
