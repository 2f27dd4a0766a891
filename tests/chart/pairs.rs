//! Two selections on one scale, years by article, and themes all in one colour.

use pledges::chart::{self, Mark, Picture};
use pledges::explore::series::{Counting, Per, YearRow};

use super::sample::{self, THEMES, YEARS};
use super::{check, golden};

fn draw(name: &str, picture: &Picture) {
    check::whole(name, picture);
    check::texts_are_apart(name, picture);
    golden(name, picture);
}

/// Sizes of the shapes of a class, in drawing order: width and height, px.
fn sizes(picture: &Picture, class: &str) -> Vec<(i32, i32)> {
    let groups = picture.marks.iter().filter_map(|mark| match mark {
        Mark::Group(_, marks) => Some(marks),
        _ => None,
    });
    let shapes = groups.flatten().filter_map(|mark| match mark {
        Mark::Rect(paint, _, width, height) if paint.class == class => {
            // The outline of a bar lies within it.
            let line = if paint.stroke.is_some() {
                paint.width as i32
            } else {
                0
            };
            Some((width + line, height + line))
        }
        _ => None,
    });
    shapes.collect()
}

#[test]
fn two_selections_stand_on_one_scale() {
    let mut themes = sample::themes(&THEMES, Counting::Pledges, None);
    themes.compared = true;
    for row in &mut themes.rows {
        row.other = row.count;
    }
    let picture = chart::themes(&themes, Counting::Pledges, 396);
    let widths = |class| {
        sizes(&picture, class)
            .iter()
            .map(|it| it.0)
            .collect::<Vec<_>>()
    };
    for (one, other) in widths("bar").iter().zip(widths("other")) {
        assert!(
            one.abs_diff(other) <= 1,
            "{one} and {other} px for one count"
        );
    }
    for (n, row) in themes.rows.iter_mut().enumerate() {
        row.other = [0, 1, 40][n % 3];
    }
    draw(
        "themes-compared",
        &chart::themes(&themes, Counting::Pledges, 396),
    );
    // Where labels stand above their bars, a row has room for both.
    draw(
        "themes-compared-narrow",
        &chart::themes(&themes, Counting::Pledges, 286),
    );

    let mut years = sample::years(2015, &YEARS);
    years.compared = true;
    for row in &mut years.rows {
        row.other = row.count / 2;
    }
    draw(
        "years-compared",
        &chart::years(&years, Counting::Pledges, 396),
    );
    for row in &mut years.rows {
        row.other = 100_000;
    }
    draw(
        "years-compared-large",
        &chart::years(&years, Counting::Pledges, 396),
    );
}

#[test]
fn years_by_article() {
    let rows = [
        (1, 14, 0),
        (0, 2, 2),
        (0, 0, 0),
        (3, 14, 4),
        (2, 0, 0),
        (4, 1, 0),
    ];
    let mut years = sample::years(2015, &rows);
    years.per = Per::Article;
    let rates: Vec<_> = years.rows.iter().map(YearRow::tenths_per_article).collect();
    let expected = [Some(140), None, None, Some(33), Some(0), Some(3)];
    assert_eq!(rates, expected);
    draw(
        "years-per-article",
        &chart::years(&years, Counting::Pledges, 396),
    );
}

#[test]
fn themes_in_one_colour_have_bars_as_long_as_split_ones() {
    let split = sample::themes(&THEMES, Counting::All, None);
    let mut plain = split.clone();
    plain.split = false;
    let picture = chart::themes(&plain, Counting::All, 396);
    draw("themes-plain", &picture);
    let bars = sizes(&picture, "bar");
    let most = plain.rows.iter().map(|row| row.count).max().unwrap();
    let longest = bars.iter().map(|it| it.0).max().unwrap();
    for (row, (width, _)) in plain.rows.iter().zip(bars) {
        let exact = f64::from(row.count) * f64::from(longest) / f64::from(most);
        assert!(
            (f64::from(width) - exact).abs() <= 1.0,
            "{row:?}: {width} px"
        );
    }
}

#[test]
fn what_only_the_other_selection_has_is_drawn_and_what_is_left_out_is_no_nought() {
    let mut years = sample::years(2010, &[(0, 0, 0), (1, 3, 0), (1, 2, 0)]);
    years.compared = true;
    years.rows[0].other = 2;
    let picture = chart::years(&years, Counting::Pledges, 396);
    let seen = sizes(&picture, "other")
        .iter()
        .filter(|it| it.1 > 10)
        .count();
    assert_eq!(
        seen, 1,
        "a year without an article in which only B has something"
    );
    years.compared = false;
    years.rows[1].selected = true;
    let picture = chart::years(&years, Counting::Pledges, 396);
    draw("years-left-out", &picture);
    let said = picture.marks.iter().filter_map(|mark| match mark {
        Mark::Group(tag, _) => Some(tag.title.as_str()),
        _ => None,
    });
    let said: Vec<_> = said.collect();
    assert_eq!(said[2], "2012: not in this selection");
}
