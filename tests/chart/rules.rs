//! What holds of each chart.

use pledges::chart::{self, Key, Mark};
use pledges::explore::series::Counting;

use super::check::{groups, target, targets_are_apart};
use super::sample::{self, THEMES, YEARS};

#[test]
fn every_theme_is_one_row_to_press() {
    let themes = sample::themes(&THEMES[..5], Counting::All, None);
    let picture = chart::themes(&themes, Counting::All, 360);
    let groups = groups(&picture);
    let keys: Vec<_> = groups.iter().map(|(tag, _)| tag.key).collect();
    let themes: Vec<_> = themes
        .rows
        .iter()
        .map(|row| Key::Theme(row.theme))
        .collect();
    assert_eq!(keys, themes);
    assert!(
        groups
            .iter()
            .all(|(_, marks)| target(marks).0 == 360 && target(marks).1 >= 24)
    );
    let title = "Structure and reorganisation: 21 statements \
        (9 firm, 4 not to act, 3 soft, 4 position, 1 declined)";
    assert_eq!(groups[0].0.title, title);
}

#[test]
fn bars_are_as_long_as_their_counts() {
    let rows: Vec<_> = [80, 40, 20, 5, 1, 0]
        .map(|n| ("Theme", [n, 0, 0, 0, 0]))
        .to_vec();
    let themes = sample::themes(&rows, Counting::Pledges, None);
    let picture = chart::themes(&themes, Counting::Pledges, 500);
    let bar = |marks: &Vec<Mark>| {
        let width = |mark: &Mark| match mark {
            Mark::Rect(paint, _, width, _) if paint.class == "kind-firm" => *width,
            _ => 0,
        };
        marks.iter().map(width).sum::<i32>()
    };
    let bars: Vec<i32> = groups(&picture)
        .iter()
        .map(|(_, marks)| bar(marks))
        .collect();
    for (bar, n) in bars.iter().zip([80, 40, 20, 5, 1, 0]) {
        assert!((bar - bars[0] * n / 80).abs() <= 1, "{n}: {bars:?}");
    }
}

#[test]
fn every_year_is_one_column_to_press() {
    let years = sample::years(2015, &YEARS);
    let picture = chart::years(&years, Counting::Pledges, 360);
    let groups = groups(&picture);
    let keys: Vec<_> = groups.iter().map(|(tag, _)| tag.key).collect();
    assert_eq!(keys, (2015..=2025).map(Key::Year).collect::<Vec<_>>());
    assert!(groups.iter().all(|(_, marks)| target(marks).0 >= 24));
    let title = |n: usize| groups[n].0.title.as_str();
    assert_eq!(title(0), "2015: 14 pledges; 1 article");
    assert_eq!(title(1), "2016: no article");
    assert_eq!(
        title(7),
        "2022: 2 pledges, known only from a later article; no article"
    );
    assert_eq!(
        title(8),
        "2023: 17 pledges, 3 of them known only from a later article; 1 article"
    );
    assert_eq!(title(9), "2024: 0 pledges; 1 article");
}

#[test]
fn every_answer_is_one_point_to_press() {
    let thread = sample::thread();
    let picture = chart::path(&thread, 360);
    let points: Vec<_> = groups(&picture)
        .into_iter()
        .filter(|(tag, _)| tag.class == "point")
        .collect();
    assert_eq!(points.len(), thread.points.len());
    targets_are_apart("thread", &picture);
    let title = "27 January 2015: Ed Miliband (Leader of the Labour Party and of the Opposition): \
        Carry out no top-down reorganisation";
    assert_eq!(points[0].0.title, title);
    let title = "February 2025: Wes Streeting (Secretary of State for Health and Social Care, \
        in government): Bring NHS England closer to the Department";
    assert_eq!(points[7].0.title, title);
}

#[test]
fn the_same_numbers_give_the_same_picture() {
    let thread = sample::thread();
    assert_eq!(chart::path(&thread, 360), chart::path(&thread, 360));
    let years = sample::years(2015, &YEARS);
    let draw = || chart::years(&years, Counting::Pledges, 360);
    assert_eq!(draw(), draw());
}
