//! What holds of every picture, and of each chart.

use pledges::chart::picture::{Anchor, At, NAMES};
use pledges::chart::{self, Key, Mark, Picture, Tag, text};
use pledges::explore::series::Counting;

use super::sample::{self, THEMES, YEARS};

/// Nothing leaves the picture, no group is without words or empty.
pub(super) fn check(name: &str, picture: &Picture) {
    for mark in &picture.marks {
        check_mark(name, mark, (picture.width as i32, picture.height as i32));
    }
}

fn check_mark(name: &str, mark: &Mark, (width, height): At) {
    for (attribute, _) in mark.attributes() {
        assert!(NAMES.contains(&attribute), "{name}: {attribute}");
    }
    if let Mark::Group(tag, marks) = mark {
        assert!(
            !tag.title.is_empty() && !marks.is_empty(),
            "{name}: {tag:?}"
        );
        for mark in marks {
            check_mark(name, mark, (width, height));
        }
        return;
    }
    let (left, top, right, bottom) = bounds(mark);
    let inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
    assert!(
        inside && left <= right && top <= bottom,
        "{name}: {mark:?} leaves the picture"
    );
}

/// Left, top, right and bottom of a mark, px.
pub(super) fn bounds(mark: &Mark) -> (i32, i32, i32, i32) {
    let around = |points: Vec<At>| {
        let (xs, ys) = (points.iter().map(|at| at.0), points.iter().map(|at| at.1));
        (xs.clone().min(), ys.clone().min(), xs.max(), ys.max())
    };
    let (left, top, right, bottom) = match mark {
        Mark::Rect(_, (x, y), width, height) => return (*x, *y, x + width, y + height),
        Mark::Circle(_, (x, y), r) => return (x - r, y - r, x + r, y + r),
        Mark::Text(label) => {
            // One pixel less than the table allows, for it rounds up.
            let wide = text::width(&label.text, label.size + i32::from(label.bold)) - 1;
            let (x, y) = label.at;
            let back = match label.anchor {
                Anchor::Start => 0,
                Anchor::Middle => wide / 2,
                Anchor::End => wide,
            };
            if label.turned {
                return (x - label.size, y - wide + back, x + 2, y + back);
            }
            return (x - back, y - label.size * 3 / 4, x - back + wide, y + 2);
        }
        Mark::Path(_, lines) => around(lines.concat()),
        Mark::Polygon(_, corners) => around(corners.clone()),
        Mark::Group(..) => (None, None, None, None),
    };
    let or = |n: Option<i32>| n.unwrap_or(0);
    (or(left), or(top), or(right), or(bottom))
}

/// Everything drawn, in order.
pub(super) fn flat(picture: &Picture) -> Vec<&Mark> {
    fn add<'a>(marks: &'a [Mark], all: &mut Vec<&'a Mark>) {
        for mark in marks {
            match mark {
                Mark::Group(_, marks) => add(marks, all),
                mark => all.push(mark),
            }
        }
    }
    let mut all = Vec::new();
    add(&picture.marks, &mut all);
    all
}

/// No text runs into another, by the table of widths.
pub(super) fn texts_are_apart(name: &str, picture: &Picture) {
    let all = flat(picture);
    let texts = all.into_iter().filter(|mark| matches!(mark, Mark::Text(_)));
    let texts: Vec<_> = texts.map(|mark| (mark, bounds(mark))).collect();
    for (n, (one, a)) in texts.iter().enumerate() {
        for (other, b) in &texts[n + 1..] {
            let meets = a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
            assert!(!meets, "{name}: {one:?} and {other:?}");
        }
    }
}

/// Everything that can be pressed has 24 px each way, and to itself.
pub(super) fn targets_are_apart(name: &str, picture: &Picture) {
    let hits: Vec<_> = groups(picture)
        .into_iter()
        .filter(|(tag, _)| tag.key != Key::None)
        .map(|(tag, marks)| {
            let (wide, high) = target(marks);
            assert!(
                wide >= 24 && high >= 24,
                "{name}: {wide} x {high} for {tag:?}"
            );
            (tag, bounds(&marks[0]))
        })
        .collect();
    for (n, (one, a)) in hits.iter().enumerate() {
        for (other, b) in &hits[n + 1..] {
            let meets = a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
            assert!(!meets, "{name}: {one:?} and {other:?}");
        }
    }
}

pub(super) fn groups<'a>(picture: &'a Picture) -> Vec<(&'a Tag, &'a Vec<Mark>)> {
    let group = |mark: &'a Mark| match mark {
        Mark::Group(tag, marks) => Some((tag, marks)),
        _ => None,
    };
    picture.marks.iter().filter_map(group).collect()
}

/// Width and height of the first rectangle, which is what is pressed.
fn target(marks: &[Mark]) -> At {
    match marks.first() {
        Some(Mark::Rect(paint, _, width, height)) if paint.class == "hit" => (*width, *height),
        other => panic!("not a target: {other:?}"),
    }
}

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
