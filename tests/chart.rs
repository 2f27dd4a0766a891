//! Charts: golden pictures, and what must hold of every picture.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read, write or draw has failed"
)]

mod bitmap;
mod change;
mod check;
mod contrast;
mod extremes;
mod levels;
mod matrix;
mod oracle;
mod pairs;
mod parts;
mod plates;
mod random;
mod rules;
mod sample;

use pledges::chart::{self, Picture};
use pledges::explore::series::{ByTheme, ByYear, Counting};
use sample::{THEMES, YEARS};

use crate::support;

/// Compares a picture with its golden file; `GOLDEN=write` renews the file.
fn golden(name: &str, picture: &Picture) {
    check::whole(name, picture);
    support::golden(&format!("chart/{name}.svg"), &chart::svg(picture, name));
}

#[test]
fn colours_of_the_night() {
    support::golden("chart/night.css", &chart::look::night());
}

fn themes(selected: Option<usize>, counting: Counting, width: u32) -> Picture {
    chart::themes(
        &sample::themes(&THEMES, counting, selected),
        counting,
        width,
    )
}

fn years(rows: &[(u32, u32, u32)], width: u32) -> Picture {
    chart::years(&sample::years(2015, rows), Counting::Pledges, width)
}

#[test]
fn themes_of_the_corpus() {
    golden("themes", &themes(None, Counting::Pledges, 360));
    golden("themes-all", &themes(Some(2), Counting::All, 360));
    golden("themes-wide", &themes(Some(0), Counting::All, 640));
}

#[test]
fn themes_at_the_edges() {
    golden(
        "themes-empty",
        &chart::themes(&ByTheme::default(), Counting::Pledges, 360),
    );
    let label = "Sixty characters name this policy area in full, and not less";
    let rows: Vec<_> = (0..30)
        .map(|n| match n {
            0 => (label, [100_000, 0, 0, 0, 0]),
            1 => (label, [1, 0, 0, 0, 0]),
            29 => ("الصحة العامة والوقاية من الأمراض", [0; 5]),
            n => (label, [3000 * n, 2000, 70 * n, 900, 400]),
        })
        .collect();
    let themes = sample::themes(&rows, Counting::All, Some(4));
    golden("themes-30", &chart::themes(&themes, Counting::All, 360));
    golden(
        "themes-30-wide",
        &chart::themes(&themes, Counting::All, 640),
    );
}

#[test]
fn years_of_the_corpus() {
    golden("years", &years(&YEARS, 360));
    golden("years-wide", &years(&YEARS, 640));
    let mut chosen = sample::years(2015, &YEARS);
    for row in &mut chosen.rows[3..5] {
        row.selected = true;
    }
    golden("years-chosen", &chart::years(&chosen, Counting::All, 360));
}

#[test]
fn years_at_the_edges() {
    golden(
        "years-empty",
        &chart::years(&ByYear::default(), Counting::Pledges, 360),
    );
    golden("years-one", &years(&YEARS[..1], 360));
    golden("years-16", &years(&[&YEARS[..], &YEARS[6..]].concat(), 360));
    golden(
        "years-26",
        &chart::years(&sample::many_years(), Counting::Pledges, 360),
    );
    golden(
        "years-26-wide",
        &chart::years(&sample::many_years(), Counting::Pledges, 640),
    );
}

#[test]
fn paths_in_a_list() {
    golden(
        "mini",
        &chart::mini(&sample::thread(), (2015, 2025), 220, 92),
    );
    let empty = sample::path(&[], &[]);
    golden("mini-empty", &chart::mini(&empty, (2015, 2015), 220, 92));
    golden(
        "mini-relations",
        &chart::mini(&sample::relations(), (2010, 2025), 320, 92),
    );
}

#[test]
fn paths_in_full() {
    golden("path", &chart::path(&sample::thread(), 360));
    golden("path-wide", &chart::path(&sample::thread(), 720));
    golden("path-relations", &chart::path(&sample::relations(), 640));
    golden("path-clusters", &chart::path(&levels::clusters(), 760));
    let one = sample::path(&[sample::answer()], &[]);
    golden("path-one", &chart::path(&one, 360));
    golden("path-empty", &chart::path(&sample::path(&[], &[]), 360));
    let long = sample::long_thread();
    golden("path-26-years", &chart::path(&long, 360));
}
