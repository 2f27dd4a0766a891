//! Counts by theme and year: pictures of them, and what holds of all.

use pledges::chart::{self, Key, Mark, Picture};
use pledges::explore::series::{Counting, Matrix};

use super::sample::{self, THEMES};
use super::{check, golden};

/// The eleven years of the five articles.
const ARTICLES: [u32; 11] = [1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1];

fn themes() -> Vec<&'static str> {
    THEMES.iter().map(|(label, _)| *label).collect()
}

fn draw(name: &str, matrix: &Matrix, width: u32) -> Picture {
    let picture = chart::matrix(matrix, Counting::Pledges, width);
    check::whole(name, &picture);
    check::texts_are_apart(name, &picture);
    for mark in &picture.marks {
        if mark.key() != Key::None {
            let (left, top, right, bottom) = target(mark);
            assert!(right - left >= 24 && bottom - top >= 24, "{name}: {mark:?}");
        }
    }
    golden(&format!("{name}-{width}"), &picture);
    picture
}

/// Where a mark can be pressed.
fn target(mark: &Mark) -> (i32, i32, i32, i32) {
    let Mark::Group(_, marks) = mark else {
        panic!("{mark:?} cannot be pressed");
    };
    check::bounds(&marks[0])
}

#[test]
fn matrices_of_the_corpus() {
    let mut matrix = sample::matrix(&themes(), (2015, &ARTICLES), |row, year| {
        let known = u32::from(ARTICLES[year] > 0);
        known * ((row * 5 + year) % 9) as u32
    });
    for width in [396, 760] {
        draw("matrix", &matrix, width);
    }
    matrix.years[3].selected = true;
    matrix.rows[1].selected = true;
    draw("matrix-chosen", &matrix, 396);
}

#[test]
fn matrices_at_the_edges() {
    let long: Vec<String> = (0..30)
        .map(|n| match n % 3 {
            0 => format!("Primary, community and social care in every part of it, no. {n}"),
            1 => "Wiedereingliederungsmassnahmenfinanzierungsverordnungsgesetz".to_owned(),
            _ => format!("שירותי בריאות בקהילה (NHS) {n}"),
        })
        .collect();
    let labels: Vec<&str> = long.iter().map(String::as_str).collect();
    let articles: Vec<u32> = (0..26).map(|n| [1, 0, 12, 100_000][n % 4]).collect();
    let matrix = sample::matrix(&labels, (2000, &articles), |row, year| {
        [0, 1, 100_000, 999][(row + year) % 4]
    });
    for width in [320, 760] {
        draw("matrix-extreme", &matrix, width);
    }
    let one = sample::matrix(&["Workforce"], (2015, &[1]), |_, _| 1);
    draw("matrix-one", &one, 396);
    draw("matrix-empty", &Matrix::default(), 396);
}

#[test]
fn every_cell_that_is_drawn_says_its_number() {
    let matrix = sample::matrix(&themes(), (2015, &ARTICLES), |row, year| {
        (row * year % 7) as u32
    });
    let picture = chart::matrix(&matrix, Counting::All, 396);
    let mut cells = 0;
    for mark in &picture.marks {
        let Mark::Group(tag, marks) = mark else {
            continue;
        };
        let Key::Cell(theme, year) = tag.key else {
            panic!("{tag:?}");
        };
        let count = matrix.count(theme, year);
        let noun = if count == 1 {
            "statement"
        } else {
            "statements"
        };
        let said = format!(", {year}: {count} {noun}; ");
        assert!(tag.title.contains(&said), "{} for {said}", tag.title);
        let written = marks.iter().any(|mark| match mark {
            Mark::Text(label) => label.text == count.to_string(),
            _ => false,
        });
        assert!(written, "{count} in {marks:?}");
        cells += 1;
    }
    let silent = |year: usize, row: usize| ARTICLES[year] == 0 && (row * year).is_multiple_of(7);
    let known = (0..11).flat_map(|year| (0..THEMES.len()).map(move |row| (year, row)));
    assert_eq!(
        cells,
        known.filter(|&(year, row)| !silent(year, row)).count()
    );
}
