//! What the page says about numbers, years and offices, in plain English.
//!
//! In: counts and records. Out: text. Invariant: every number comes with what it rests on,
//! and words describe, never judge.

use super::address::{Notice, Outcome};
use super::facet::Facet;
use super::series::{Basis, ByTheme, ByYear, Counting};
use super::thread::Course;
use super::view::View;
use crate::corpus::model::{Corpus, Side, Unit};

/// "1 pledge", "1,200 pledges".
pub fn n_of(n: u32, one: &str, many: &str) -> String {
    let mut text = thousands(n);
    text.push(' ');
    text.push_str(if n == 1 { one } else { many });
    text
}

/// "1,234,567".
pub fn thousands(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "57 pledges in 5 articles, and 33 positions and refusals".
pub fn basis(basis: Basis, counting: Counting) -> String {
    let n = match counting {
        Counting::Pledges => basis.pledges,
        Counting::All => basis.pledges + basis.others,
    };
    let mut text = match counting {
        Counting::Pledges => n_of(n, "pledge", "pledges"),
        Counting::All => n_of(n, "statement", "statements"),
    };
    text.push_str(" in ");
    text.push_str(&n_of(basis.articles, "article", "articles"));
    if counting == Counting::Pledges && basis.others > 0 {
        text.push_str(", and ");
        text.push_str(&n_of(
            basis.others,
            "position or refusal",
            "positions and refusals",
        ));
    }
    text
}

/// The sentence above the theme chart.
pub fn themes(series: &ByTheme, n: u32, counting: Counting) -> String {
    let noun = noun(counting, n);
    let Some(top) = series.rows.first().filter(|row| row.count > 0) else {
        return ["No ", noun, " to count by theme."].concat();
    };
    let used = series.rows.iter().filter(|row| row.count > 0).count() as u32;
    let mut text = top.label.to_owned();
    text.push_str(if used == 1 {
        " is the only theme: "
    } else {
        " comes up most: "
    });
    text.push_str(&thousands(top.count));
    text.push_str(" of ");
    text.push_str(&n_of(n, noun, noun));
    text.push('.');
    text
}

/// The sentence above the year chart.
pub fn years(series: &ByYear, n: u32, counting: Counting) -> String {
    let noun = noun(counting, n);
    let top = series.rows.iter().rev().max_by_key(|row| row.count);
    let silent = series.rows.iter().filter(|row| row.articles == 0).count() as u32;
    let mut text = match top.filter(|row| row.count > 0) {
        None => ["No ", noun, " to count by year."].concat(),
        Some(row) => {
            let year = row.year.to_string();
            let most = thousands(row.count);
            let all = n_of(n, noun, noun);
            ["Most were made in ", &year, ": ", &most, " of ", &all, "."].concat()
        }
    };
    if silent > 0 {
        let of = series.rows.len() as u32;
        let (silent, of) = (thousands(silent), n_of(of, "year", "years"));
        text.push_str(
            &[
                " From ",
                &silent,
                " of these ",
                &of,
                " the corpus holds no article.",
            ]
            .concat(),
        );
    }
    text
}

fn noun(counting: Counting, n: u32) -> &'static str {
    match (counting, n) {
        (Counting::Pledges, 1) => "pledge",
        (Counting::Pledges, _) => "pledges",
        (Counting::All, 1) => "statement",
        (Counting::All, _) => "statements",
    }
}

/// What became of a position, for the list of threads.
pub const fn course(course: Course) -> &'static str {
    match course {
        Course::Reversed => "Reversed",
        Course::Superseded => "Superseded",
        Course::Shifted => "Shifted",
        Course::Held => "Held",
    }
}

/// The office someone spoke from, or where they stood.
pub fn office<'a>(unit: &Unit<'a>) -> &'a str {
    match (unit.role, unit.side) {
        ("", Side::Opposition) => "in opposition",
        ("", Side::Government) => "in government",
        (role, _) => role,
    }
}

/// The years asked for: "2015 to 2018", "from 2015", "to 2018".
pub fn year_span(view: &View) -> Option<String> {
    let text = |year: u16| year.to_string();
    match (view.from, view.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(text(from)),
        (Some(from), Some(to)) => Some([text(from), text(to)].join(" to ")),
        (Some(from), None) => Some(["from ", &text(from)].concat()),
        (None, Some(to)) => Some(["to ", &text(to)].concat()),
    }
}

/// One quiet line about something in an address that was left out.
pub fn notice(notice: &Notice) -> String {
    let Notice {
        key,
        value,
        outcome,
    } = notice;
    let name: &str = match Facet::from_key(key) {
        Some(facet) => facet.label(),
        None => key,
    };
    match outcome {
        Outcome::UnknownKey => [
            "The link asks for “",
            key,
            "”, which is not known here; it was left out.",
        ]
        .concat(),
        Outcome::UnknownValue => [
            "The link asks for “",
            value,
            "” (",
            name,
            "), which is not known here; it was left out.",
        ]
        .concat(),
        Outcome::Shortened => {
            "The search text was long; its first 200 characters are used.".to_owned()
        }
        Outcome::Turned => {
            "The years in the link stood the wrong way round; they were turned.".to_owned()
        }
    }
}

/// What the corpus holds, in one sentence for the top of the page.
pub fn holds(corpus: &Corpus) -> String {
    let count = |counted| {
        corpus
            .units
            .iter()
            .filter(|it| it.kind.counted() == counted)
            .count() as u32
    };
    [
        &n_of(count(true), "pledge", "pledges"),
        " and ",
        &n_of(
            count(false),
            "position or refusal",
            "positions and refusals",
        ),
        " in ",
        &n_of(corpus.articles.len() as u32, "article", "articles"),
    ]
    .concat()
}
