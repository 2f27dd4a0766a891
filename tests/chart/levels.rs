//! What holds of the picture of a thread: height is position, and names give way.

use pledges::chart::{self, Mark, Picture, Tag};
use pledges::corpus::model::{Kind, Relation, Side};
use pledges::explore::series::Path;

use super::check::{bounds, flat, groups};
use super::sample::{self, date};

/// Left, top, right and bottom, px.
type Edges = (i32, i32, i32, i32);

/// Names that are written, and where.
fn names(picture: &Picture) -> Vec<(&str, Edges)> {
    let names = flat(picture).into_iter().filter_map(|mark| match mark {
        Mark::Text(label) if label.paint.class == "speaker" => {
            Some((label.text.as_str(), bounds(mark)))
        }
        _ => None,
    });
    names.collect()
}

/// The middle of each point, in the order of the path.
fn middles(picture: &Picture) -> Vec<(i32, i32)> {
    let point = |(tag, _): &(&Tag, _)| tag.class == "point";
    let middle = |(_, marks): (_, &Vec<Mark>)| {
        let (left, top, right, bottom) = bounds(&marks[marks.len() - 1]);
        (i32::midpoint(left, right), i32::midpoint(top, bottom))
    };
    groups(picture)
        .into_iter()
        .filter(point)
        .map(middle)
        .collect()
}

/// Three days, four answers on each, half of them on one level.
pub(super) fn clusters() -> Path<'static> {
    let answer = |n: usize| {
        let level = [-2, -2, 1, [0, 2, -1][n / 4]][n % 4];
        let made = date([2015, 2018, 2024][n / 4], 4, 20);
        let speaker = ["Wes Streeting", "Jonathan Ashworth"][n % 3 / 2];
        (
            made,
            level,
            Kind::ALL[n % 5],
            speaker,
            Side::Opposition,
            "Say something",
        )
    };
    let answers: Vec<_> = (0..12).map(answer).collect();
    let links = [(4, 0), (5, 1), (8, 4), (6, 2), (10, 7), (11, 6)];
    path_with(&answers, &links)
}

fn path_with(answers: &[sample::Answer<'static>], links: &[(usize, usize)]) -> Path<'static> {
    let links = links
        .iter()
        .map(|&(from, to)| (from, to, Relation::Reaffirms));
    sample::path(answers, &links.collect::<Vec<_>>())
}

pub(super) fn all() -> [Path<'static>; 4] {
    [
        sample::thread(),
        sample::relations(),
        sample::long_thread(),
        clusters(),
    ]
}

#[test]
fn height_is_position_and_nothing_else() {
    for path in all() {
        for width in [360, 760] {
            let picture = chart::path(&path, width);
            let ys: Vec<i32> = middles(&picture).iter().map(|at| at.1).collect();
            let y = |at: i8| path.points.iter().position(|it| it.at == at).map(|n| ys[n]);
            let (Some(top), Some(bottom)) = (y(-2), y(2).or_else(|| y(1))) else {
                panic!("a path with both ends");
            };
            let levels = if y(2).is_some() { 4 } else { 3 };
            for (point, found) in path.points.iter().zip(&ys) {
                let right = top + (bottom - top) * (i32::from(point.at) + 2) / levels;
                assert_eq!(*found, right, "{point:?}");
            }
        }
    }
}

#[test]
fn points_stand_in_order_and_beside_each_other() {
    for path in all() {
        let middles = middles(&chart::path(&path, 760));
        for (n, a) in middles.iter().enumerate() {
            for (m, b) in middles.iter().enumerate().skip(n + 1) {
                assert!(a.1 != b.1 || (a.0 - b.0).abs() >= 14, "{n} and {m}");
                let later = path.points[n].made < path.points[m].made;
                assert!(a.1 != b.1 || !later || a.0 < b.0, "{n} and {m}");
            }
        }
    }
}

#[test]
fn names_overlap_neither_names_nor_points() {
    for path in all() {
        for width in [360, 760] {
            let picture = chart::path(&path, width);
            let names = names(&picture);
            let meets = |a: Edges, b: Edges| a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
            for (n, (name, a)) in names.iter().enumerate() {
                for (other, b) in &names[n + 1..] {
                    assert!(!meets(*a, *b), "{name} and {other}");
                }
                for (x, y) in middles(&picture) {
                    assert!(!meets(*a, (x - 6, y - 6, x + 6, y + 6)), "{name}");
                }
            }
            for point in &path.points {
                let name = [point.speaker, ", ", &point.made.year().to_string()].concat();
                let written = names.iter().any(|(text, _)| *text == name);
                assert!(written || width < 760, "{name}");
            }
        }
    }
}

#[test]
fn neighbours_of_one_name_share_it() {
    let picture = chart::path(&clusters(), 760);
    let shared = names(&picture);
    let of_2015 = shared
        .iter()
        .filter(|(name, _)| *name == "Wes Streeting, 2015");
    assert_eq!((middles(&picture).len(), of_2015.count()), (12, 2));
}

#[test]
fn a_date_that_is_not_exact_says_so() {
    let mut path = sample::thread();
    path.points[0].made.approximate = true;
    let picture = chart::path(&path, 760);
    let names = names(&picture);
    let has = |wanted: &str| names.iter().any(|(name, _)| *name == wanted);
    assert!(has("Ed Miliband, about 2015") && has("Ed Miliband, 2015"));
}
