//! Threads as nobody would think of them: what holds of the picture all the same.

use pledges::chart;
use pledges::corpus::model::{Kind, Relation, Side};
use pledges::explore::series::Path;
use proptest::prelude::*;

use super::sample::{self, date};
use super::{check, extremes, levels};

/// Up to 40 answers in few or many years, by a few speakers, with any links.
fn paths() -> impl Strategy<Value = Path<'static>> {
    const SPEAKERS: [&str; 4] = [
        "Ed Miliband",
        "Ann Lee",
        "לוי כהן",
        "A Party of a Long Name",
    ];
    let answer = (
        0..26_u16,
        0..13_u8,
        -2..=2_i8,
        0..5_usize,
        0..4_usize,
        0..3_usize,
    );
    let link = (0..40_usize, 0..40_usize, 0..7_usize);
    let several = proptest::collection::vec(answer, 0..40);
    (several, proptest::collection::vec(link, 0..12), 1..26_u16).prop_map(|(all, links, years)| {
        let answer = |(year, month, at, kind, speaker, side): (u16, _, _, usize, usize, usize)| {
            let made = date(2000 + year % years, month, 0);
            let side = [Side::Opposition, Side::Government, Side::Outside][side];
            (
                made,
                at,
                Kind::ALL[kind],
                SPEAKERS[speaker],
                side,
                "Say something",
            )
        };
        let mut answers: Vec<_> = all.into_iter().map(answer).collect();
        answers.sort_by_key(|answer| answer.0);
        // Always from the later to the earlier.
        let link =
            |(a, b, relation): (usize, usize, usize)| (a.max(b), a.min(b), Relation::ALL[relation]);
        let links = links.into_iter().map(link).filter(|link| link.0 != link.1);
        sample::path(&answers, &links.collect::<Vec<_>>())
    })
}

fn holds(name: &str, path: &Path, width: u32) {
    let picture = chart::path(path, width);
    check::whole(name, &picture);
    check::texts_are_apart(name, &picture);
    check::targets_are_apart(name, &picture);
    let points = check::groups(&picture);
    let points = points.iter().filter(|(tag, _)| tag.class == "point");
    assert_eq!(points.count(), path.points.len(), "{name}");
}

#[test]
fn every_point_of_the_samples_can_be_pressed() {
    let long = [extremes::long(), extremes::rtl(), extremes::crowd()];
    for path in levels::all().into_iter().chain(long) {
        for width in [280, 320, 360, 500, 720, 1000] {
            holds("sample", &path, width);
        }
    }
}

proptest! {
    #[test]
    fn every_point_of_any_path_can_be_pressed(path in paths(), width in 280..1000_u32) {
        holds("any", &path, width);
    }
}
