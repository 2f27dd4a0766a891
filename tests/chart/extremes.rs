//! Pictures at the edges of what may come: many years, long labels, large
//! numbers, letters from right to left, and little room.

use pledges::chart::{self, Picture};
use pledges::corpus::model::{Kind, Relation, Side};
use pledges::explore::series::{ByKind, ByTheme, Counting, Path};

use super::sample::{self, date};
use super::{check, golden};

/// Sixty characters, in words and in one.
const LONG: [&str; 2] = [
    "Sixty characters name this policy area in full, and not less",
    "Sozialversicherungsfachangestelltenausbildungsverordnungsamt",
];
/// Arabic, Hebrew, and both mixed with Latin letters and digits.
const RTL: [&str; 4] = [
    "الصحة العامة والوقاية من الأمراض",
    "בריאות הציבור ומניעת מחלות",
    "خطة NHS لعام 2025 (المرحلة 2)",
    "NHS England: רפורמה ב-2024",
];

/// Thirty themes with 0, 1 and 100,000 among their counts.
fn themes() -> ByTheme<'static> {
    let row = |n: u32| -> (&'static str, ByKind) {
        match n {
            0 => (LONG[0], [100_000, 0, 0, 0, 0]),
            1 => (LONG[1], [1, 0, 0, 0, 0]),
            2..6 => (RTL[n as usize - 2], [3000 * n, 40, 7, 0, 0]),
            29 => ("Nothing at all", [0; 5]),
            n => (
                "A theme of the codebook",
                [3000 * n, 2000, 70 * n, 900, 400],
            ),
        }
    };
    let rows: Vec<_> = (0..30).map(row).collect();
    sample::themes(&rows, Counting::All, Some(4))
}

/// Answers by speakers whose names are long in every way, on all levels and links.
fn speakers(names: &[&'static str], poles: [&'static str; 2]) -> Path<'static> {
    let answer = |n: usize| {
        let made = date(2001 + n as u16 * 3, 5, 0);
        let side = [Side::Opposition, Side::Government, Side::Outside][n % 3];
        let speaker = names[n % names.len()];
        let level = [-2, 1, 2, 0, -1, -2, 2, 2][n % 8];
        (made, level, Kind::ALL[n % 5], speaker, side, LONG[0])
    };
    let answers: Vec<_> = (0..8).map(answer).collect();
    let links = Relation::ALL.into_iter().enumerate();
    let links: Vec<_> = links.map(|(n, link)| (n + 1, n, link)).collect();
    let mut path = sample::path(&answers, &links);
    path.poles = poles;
    path
}

/// Twenty answers on one day and one level, some of them in office.
pub(super) fn crowd() -> Path<'static> {
    let answer = |n: usize| {
        let side = [Side::Opposition, Side::Government][n % 2];
        let level = if n < 20 { -2 } else { 1 };
        (
            date(2015, 1, 27),
            level,
            Kind::ALL[n % 5],
            "Ed Miliband",
            side,
            "Say something",
        )
    };
    sample::path(
        &(0..24).map(answer).collect::<Vec<_>>(),
        &[(3, 0, Relation::Narrows), (21, 4, Relation::Reverses)],
    )
}

pub(super) fn long() -> Path<'static> {
    speakers(&LONG, LONG)
}

pub(super) fn rtl() -> Path<'static> {
    speakers(
        &["אד מיליבנד", "Wes Streeting", "ويس ستريتينغ", "Dr. לוי (2)"],
        [RTL[2], RTL[3]],
    )
}

/// Compares it at three widths.
fn at_widths(name: &str, picture: impl Fn(u32) -> Picture) {
    for width in [320, 360, 760] {
        let picture = picture(width);
        check::texts_are_apart(name, &picture);
        golden(&format!("{name}-{width}"), &picture);
    }
}

#[test]
fn themes_of_every_length() {
    let series = themes();
    at_widths("themes-extreme", |width| {
        chart::themes(&series, Counting::All, width)
    });
}

#[test]
fn years_of_every_number() {
    let many = chart::years(&sample::many_years(), Counting::Pledges, 760);
    check::texts_are_apart("years-760", &many);
    golden("years-760", &many);
    let large: Vec<_> = (0..26)
        .map(|n| (n, [0, 1, 100_000][n as usize % 3], n % 2))
        .collect();
    for width in [320, 760] {
        let picture = chart::years(&sample::years(2000, &large), Counting::Pledges, width);
        check::texts_are_apart("years-extreme", &picture);
        golden(&format!("years-extreme-{width}"), &picture);
    }
    let one = sample::years(2015, &[(1, 100_000, 1)]);
    golden(
        "years-one-large",
        &chart::years(&one, Counting::Pledges, 320),
    );
}

#[test]
fn paths_of_every_length() {
    at_widths("path-long", |width| chart::path(&long(), width));
    at_widths("path-rtl", |width| chart::path(&rtl(), width));
    at_widths("path-crowd", |width| chart::path(&crowd(), width));
    at_widths("path-many", |width| {
        chart::path(&sample::long_thread(), width)
    });
}

#[test]
fn paths_in_a_list_of_every_length() {
    let mini = |path: &Path, years| chart::mini(path, years, 220, 92);
    for (name, path, years) in [
        ("mini-long", long(), (2000, 2025)),
        ("mini-rtl", rtl(), (2000, 2025)),
        ("mini-many", sample::long_thread(), (2000, 2025)),
        (
            "mini-one",
            sample::path(&[sample::answer()], &[]),
            (2015, 2015),
        ),
    ] {
        let picture = mini(&path, years);
        check::texts_are_apart(name, &picture);
        golden(name, &picture);
    }
}
