//! What the page says about numbers, years and offices, in plain English.
//!
//! In: counts and records. Out: text. Invariant: every number comes with what it rests on,
//! and words describe, never judge.

use super::address::{Notice, Outcome};
use super::facet::Facet;
use super::quoted::shown;
use super::series::{
    Basis, ByTheme, ByYear, Counting, Matrix, Path, Per, Point, ThemeRow, YearRow,
};
use super::view::View;
use crate::corpus::model::{About, Actor, ActorKind, Corpus, Relation, Side, Unit};
use crate::search::Correction;

/// "1 pledge", "1,200 pledges".
pub fn n_of(n: u32, one: &str, many: &str) -> String {
    let mut text = thousands(n);
    text.push(' ');
    text.push_str(if n == 1 { one } else { many });
    text
}

pub use super::digits::grouped as thousands;

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

/// How many of a selection are being counted.
pub fn total(basis: Basis, counting: Counting) -> u32 {
    match counting {
        Counting::Pledges => basis.pledges,
        Counting::All => basis.pledges + basis.others,
    }
}

/// The sentence above the theme chart, for `n` of this selection and maybe some of another.
pub fn themes(series: &ByTheme, n: u32, other: Option<u32>, counting: Counting) -> String {
    let rows = &series.rows;
    let label = |row: &ThemeRow| row.label.to_owned();
    let mine = rows.iter().map(|row| (label(row), row.count)).collect();
    let Some(other) = other else {
        return most(mine, n, counting, "theme");
    };
    let theirs = rows.iter().map(|row| (label(row), row.other)).collect();
    pair(
        most(mine, n, counting, "theme"),
        most(theirs, other, counting, "theme"),
    )
}

/// The sentence above the year chart, likewise.
pub fn years(series: &ByYear, n: u32, other: Option<u32>, counting: Counting) -> String {
    let rows = &series.rows;
    let label = |row: &YearRow| row.year.to_string();
    let mine = rows.iter().map(|row| (label(row), row.count)).collect();
    let mut text = if let Some(other) = other {
        let theirs = rows.iter().map(|row| (label(row), row.other)).collect();
        pair(
            most(mine, n, counting, "year"),
            most(theirs, other, counting, "year"),
        )
    } else if series.per == Per::Article {
        rates(series, counting)
    } else {
        most(mine, n, counting, "year")
    };
    let silent = rows.iter().filter(|row| row.articles == 0).count() as u32;
    if silent > 0 {
        let of = n_of(rows.len() as u32, "year", "years");
        let silent = thousands(silent);
        let parts = [
            " From ",
            &silent,
            " of these ",
            &of,
            " the corpus holds no article.",
        ];
        text.push_str(&parts.concat());
    }
    text
}

/// Which year has the most in an article of its own.
fn rates(series: &ByYear, counting: Counting) -> String {
    let rate = |row: &YearRow| row.tenths_per_article().unwrap_or(0);
    let top = series.rows.iter().max_by_key(|row| (rate(row), row.year));
    let Some(top) = top.filter(|row| rate(row) > 0) else {
        return ["No ", noun(counting, 0), " to count by article."].concat();
    };
    let (year, tenths) = (top.year.to_string(), rate(top));
    let (whole, tenth) = (thousands(tenths / 10), (tenths % 10).to_string());
    let articles = n_of(top.articles, "article", "articles");
    let noun = noun(counting, 0);
    [
        "Articles of ",
        &year,
        " have the most: ",
        &whole,
        ".",
        &tenth,
        " ",
        noun,
        " each on average, in ",
        &articles,
        ".",
    ]
    .concat()
}

/// The sentence above the matrix of `n` in all.
pub fn matrix(series: &Matrix, n: u32, counting: Counting) -> String {
    let mut top: (u32, Vec<String>) = (0, Vec::new());
    for row in &series.rows {
        for (year, &count) in series.years.iter().zip(&row.counts) {
            if count > top.0 {
                top = (count, Vec::new());
            }
            if count == top.0 && count > 0 {
                top.1
                    .push([row.label, " in ", &year.year.to_string()].concat());
            }
        }
    }
    let of = n_of(n, noun(counting, n), noun(counting, n));
    let most = thousands(top.0);
    match top.1.as_slice() {
        [] => ["No ", noun(counting, 0), " to count by theme and year."].concat(),
        [one] => [one, " has the most: ", &most, " of ", &of, "."].concat(),
        [one, other] => [
            one,
            " and ",
            other,
            " have the most: ",
            &most,
            " each of ",
            &of,
            ".",
        ]
        .concat(),
        several => {
            let several = thousands(several.len() as u32);
            [&several, " have the most: ", &most, " each of ", &of, "."].concat()
        }
    }
}

/// What is said of two selections.
fn pair(mine: String, other: String) -> String {
    ["A: ", &mine, " B: ", &other].concat()
}

/// Which row has the most: one, a few that are equal, or the only one there is.
fn most(rows: Vec<(String, u32)>, n: u32, counting: Counting, what: &str) -> String {
    let noun = noun(counting, n);
    let top = rows.iter().map(|row| row.1).max().unwrap_or(0);
    if top == 0 {
        return ["No ", noun, " to count by ", what, "."].concat();
    }
    let used = rows.iter().filter(|row| row.1 > 0).count();
    let first: Vec<&str> = rows
        .iter()
        .filter(|row| row.1 == top)
        .map(|row| row.0.as_str())
        .collect();
    let all = n_of(n, noun, noun);
    match first.as_slice() {
        [only] if used == 1 && top == n => [only, " has all: ", &all, "."].concat(),
        [one] => [one, " has the most: ", &thousands(top), " of ", &all, "."].concat(),
        [one, other] => {
            let top = thousands(top);
            [
                one,
                " and ",
                other,
                " have the most: ",
                &top,
                " each of ",
                &all,
                ".",
            ]
            .concat()
        }
        several => {
            let several = thousands(several.len() as u32);
            [
                &several,
                " ",
                what,
                "s have the most: ",
                &thousands(top),
                " each of ",
                &all,
                ".",
            ]
            .concat()
        }
    }
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
pub const fn course(relation: Relation) -> &'static str {
    match relation {
        Relation::Reaffirms => "Reaffirmed",
        Relation::Extends => "Extended",
        Relation::Narrows => "Narrowed",
        Relation::Softens => "Softened",
        Relation::Reverses => "Reversed",
        Relation::Supersedes => "Superseded",
        Relation::Implements => "Carried out",
    }
}

/// What a later statement did to an earlier one: "reaffirms" told of the past.
pub const fn did(relation: Relation) -> &'static str {
    match relation {
        Relation::Reaffirms => "reaffirmed",
        Relation::Extends => "extended",
        Relation::Narrows => "narrowed",
        Relation::Softens => "softened",
        Relation::Reverses => "reversed",
        Relation::Supersedes => "superseded",
        Relation::Implements => "carried out",
    }
}

/// What such a word means, in one line of the codebook.
pub const fn relation_meaning(relation: Relation) -> &'static str {
    match relation {
        Relation::Reaffirms => "The same was said again",
        Relation::Extends => "The later statement goes further",
        Relation::Narrows => "The later statement takes part of it back or limits it",
        Relation::Softens => "The same was said less firmly",
        Relation::Reverses => "The later statement says the opposite on the same matter",
        Relation::Supersedes => {
            "Time, office or facts had moved on between the two; this is kept apart from reversed"
        }
        Relation::Implements => "It was carried out",
    }
}

/// Where an answer stands between the poles of its question.
pub fn place(at: i8, poles: [&str; 2]) -> String {
    let [first, second] = poles;
    match at {
        ..=-2 => ["at “", first, "”"].concat(),
        -1 => ["nearer “", first, "”"].concat(),
        0 => "between the two".to_owned(),
        1 => ["nearer “", second, "”"].concat(),
        2.. => ["at “", second, "”"].concat(),
    }
}

/// What a thread's chart shows, in one sentence: how many answers, the first and the last.
pub fn path(path: &Path) -> String {
    let (Some(first), Some(last)) = (path.points.first(), path.points.last()) else {
        return "No answers yet.".to_owned();
    };
    let n = n_of(path.points.len() as u32, "answer", "answers");
    let told = |point: &Point| {
        let (made, place) = (point.made.human(), place(point.at, path.poles));
        [point.speaker, ", ", &made, ", ", &place].concat()
    };
    let (first, last) = (told(first), told(last));
    [&n, ". First: ", &first, ". Last: ", &last, "."].concat()
}

/// The office someone spoke from, or where they stood; a government needs no such word.
pub fn office<'a>(unit: &Unit<'a>, speaker: &Actor) -> &'a str {
    match (unit.role, unit.side) {
        ("", _) if speaker.kind == ActorKind::Government => "",
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
    let (key, value) = (&shown(key), &shown(value));
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

/// What was searched for instead of words that are nowhere.
pub fn correction(correction: &Correction) -> String {
    let (mut typed, mut instead) = (String::new(), String::new());
    for (no, (word, other)) in correction.words.iter().enumerate() {
        if no > 0 {
            typed.push_str("” or “");
            instead.push_str("”, “");
        }
        typed.push_str(&shown(word));
        instead.push_str(other);
    }
    ["Nothing has “", &typed, "”. Shown: “", &instead, "”."].concat()
}

/// What a picture or a file rests on: "What Labour said …. Pledge Explorer, corpus version
/// 3f2a…; 66 pledges in 5 articles."
pub fn source(about: &About, basis: &str) -> String {
    let version = about.version;
    [
        about.title,
        ". Pledge Explorer, corpus version ",
        version,
        "; ",
        basis,
        ".",
    ]
    .concat()
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
