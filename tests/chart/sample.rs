//! Series to draw: like the real corpus, and at the edges of what may come.

use pledges::corpus::date::{Date, Day};
use pledges::corpus::model::{Kind, Relation, Side, ThemeNo, UnitNo};
use pledges::explore::series::{
    ByKind, ByTheme, ByYear, Counting, Matrix, MatrixRow, MatrixYear, Path, Point, Step, ThemeRow,
    YearRow,
};

/// Themes as the codebook has them, with plausible numbers.
pub(super) const THEMES: [(&str, ByKind); 12] = [
    ("Structure and reorganisation", [9, 4, 3, 4, 1]),
    ("Primary and community care", [10, 0, 4, 2, 0]),
    ("Workforce and training", [11, 0, 1, 1, 0]),
    ("National bodies and accountability", [4, 1, 5, 3, 0]),
    ("Integration of health and social care", [5, 0, 4, 1, 0]),
    ("Private sector and markets", [5, 2, 0, 2, 0]),
    ("Funding and finance", [3, 1, 2, 4, 2]),
    ("Hospitals and acute care", [2, 0, 3, 0, 0]),
    ("Long-term plan and strategy", [1, 0, 3, 2, 0]),
    ("Patient safety and quality", [1, 0, 0, 1, 0]),
    ("Prevention and public health", [0, 0, 1, 0, 0]),
    ("Pay and industrial relations", [0, 0, 0, 1, 1]),
];

/// Rows from labels and counts, with the chosen one marked.
pub(super) fn themes<'a>(
    rows: &[(&'a str, ByKind)],
    counting: Counting,
    selected: Option<usize>,
) -> ByTheme<'a> {
    let row = |(n, &(label, by_kind)): (usize, &(&'a str, ByKind))| ThemeRow {
        theme: ThemeNo(n as u32),
        label,
        count: count(by_kind, counting),
        by_kind,
        other: 0,
        selected: selected == Some(n),
    };
    ByTheme {
        rows: rows.iter().enumerate().map(row).collect(),
        split: true,
        compared: false,
    }
}

fn count(by_kind: ByKind, counting: Counting) -> u32 {
    let kinds = Kind::ALL.into_iter().zip(by_kind);
    kinds
        .filter(|(kind, _)| counting.counts(*kind))
        .map(|(_, n)| n)
        .sum()
}

/// Years from articles, counts and how many of them are recalled.
pub(super) fn years(first: u16, rows: &[(u32, u32, u32)]) -> ByYear {
    let row = |(year, &(articles, count, recalled)): (u16, &(u32, u32, u32))| YearRow {
        year,
        articles,
        count,
        recalled,
        by_kind: [count, 0, 0, 0, 0],
        other: 0,
        selected: false,
    };
    ByYear {
        rows: (first..).zip(rows).map(row).collect(),
        ..ByYear::default()
    }
}

/// A matrix of these themes over these years, filled by a rule of row and year.
pub(super) fn matrix<'a>(
    labels: &[&'a str],
    (first, articles): (u16, &[u32]),
    count: impl Fn(usize, usize) -> u32,
) -> Matrix<'a> {
    let years = (first..).zip(articles);
    let row = |(n, label): (usize, &&'a str)| MatrixRow {
        theme: ThemeNo(n as u32),
        label,
        counts: (0..articles.len()).map(|year| count(n, year)).collect(),
        selected: false,
    };
    Matrix {
        years: years
            .map(|(year, &articles)| MatrixYear {
                year,
                articles,
                selected: false,
            })
            .collect(),
        rows: labels.iter().enumerate().map(row).collect(),
    }
}

/// The eleven years of the five articles.
pub(super) const YEARS: [(u32, u32, u32); 11] = [
    (1, 14, 0),
    (0, 0, 0),
    (0, 0, 0),
    (1, 12, 0),
    (0, 0, 0),
    (0, 0, 0),
    (0, 0, 0),
    (0, 2, 2),
    (1, 17, 3),
    (1, 0, 0),
    (1, 11, 0),
];

/// One article a year at most, and the numbers that strain a scale.
pub(super) fn many_years() -> ByYear {
    let row = |n: u32| match n {
        3 => (2, 100_000, 0),
        4 => (1, 1, 0),
        5 => (1, 0, 0),
        n if n.is_multiple_of(3) => (0, 0, 0),
        n => (n, n * 4000, n * 1000),
    };
    years(2000, &(0..26).map(row).collect::<Vec<_>>())
}

/// A day, or with month or day 0 less than that.
pub(super) fn date(year: u16, month: u8, day: u8) -> Date {
    Date {
        first: Day { year, month, day },
        last: None,
        approximate: false,
    }
}

pub(super) type Answer<'a> = (Date, i8, Kind, &'a str, Side, &'a str);

/// A path from answers and links.
pub(super) fn path<'a>(answers: &[Answer<'a>], steps: &[(usize, usize, Relation)]) -> Path<'a> {
    let point = |(n, &(made, at, kind, speaker, side, statement)): (usize, &Answer<'a>)| Point {
        unit: UnitNo(n as u32),
        at,
        made,
        kind,
        speaker,
        role: match side {
            Side::Opposition if speaker == "Ed Miliband" => {
                "Leader of the Labour Party and of the Opposition"
            }
            Side::Opposition => "Shadow Health Secretary",
            Side::Government => "Secretary of State for Health and Social Care",
            Side::Outside => "",
        },
        side,
        statement,
    };
    let step = |&(from, to, relation): &(usize, usize, Relation)| Step { from, to, relation };
    Path {
        question: "Should the NHS be structurally reorganised?",
        poles: ["Leave structures as they are", "Reorganise from the top"],
        points: answers.iter().enumerate().map(point).collect(),
        steps: steps.iter().map(step).collect(),
    }
}

/// A thread like the one on reorganisation.
pub(super) fn thread() -> Path<'static> {
    use Kind::{Declined, Firm, Negative, Position, Soft};
    use Relation::{Reaffirms, Reverses, Softens, Supersedes};
    let (out, office) = (Side::Opposition, Side::Government);
    let (ed, wes) = ("Ed Miliband", "Wes Streeting");
    path(
        &[
            (
                date(2015, 1, 27),
                -2,
                Negative,
                ed,
                out,
                "Carry out no top-down reorganisation",
            ),
            (
                date(2015, 1, 27),
                0,
                Firm,
                ed,
                out,
                "Repeal the Health and Social Care Act",
            ),
            (
                date(2018, 6, 1),
                2,
                Soft,
                "Jonathan Ashworth",
                out,
                "Consult on restructuring",
            ),
            (
                date(2023, 4, 21),
                -1,
                Position,
                wes,
                out,
                "Prefer change within structures",
            ),
            (
                date(2024, 4, 26),
                -2,
                Negative,
                wes,
                out,
                "Rule out abolishing care boards",
            ),
            (
                date(2024, 4, 26),
                -2,
                Declined,
                wes,
                out,
                "Decline to say more on trusts",
            ),
            (
                date(2024, 4, 26),
                -1,
                Firm,
                wes,
                out,
                "Keep integrated care boards",
            ),
            (
                date(2025, 2, 0),
                1,
                Firm,
                wes,
                office,
                "Bring NHS England closer to the Department",
            ),
        ],
        &[
            (3, 0, Softens),
            (2, 1, Supersedes),
            (4, 3, Reaffirms),
            (6, 3, Reaffirms),
            (7, 4, Reverses),
        ],
    )
}

/// One answer.
pub(super) fn answer() -> Answer<'static> {
    let said = "Carry out no top-down reorganisation";
    (
        date(2015, 1, 27),
        -2,
        Kind::Negative,
        "Ed Miliband",
        Side::Opposition,
        said,
    )
}

/// One link of each kind.
pub(super) fn relations() -> Path<'static> {
    let kinds = [0, 1, 2, 3, 4, 0, 1, 2];
    let levels = [2, 2, 1, -1, 0, -2, 1, -1];
    let answer = |n: usize| {
        let speaker = ["Yvette", "Łukasz", "Zoë"][n % 3];
        let made = date(2010 + 2 * n as u16, 6, 0);
        (
            made,
            levels[n],
            Kind::ALL[kinds[n]],
            speaker,
            Side::Government,
            "Do < or & \"not\"",
        )
    };
    let answers: Vec<_> = (0..8).map(answer).collect();
    let steps = Relation::ALL
        .into_iter()
        .enumerate()
        .map(|(n, relation)| (n + 1, n, relation));
    path(&answers, &steps.collect::<Vec<_>>())
}

/// Thirty answers in 26 years, some on one day.
pub(super) fn long_thread() -> Path<'static> {
    let answer = |n: u16| {
        let made = date(2000 + n * 25 / 29 / 3 * 3, 1 + (n % 12) as u8, 0);
        let speaker = if n.is_multiple_of(4) {
            "A Minister with a Very Long Name Indeed"
        } else {
            "Ann Lee"
        };
        let kind = Kind::ALL[usize::from(n % 5)];
        (
            made,
            (n * 7 % 5) as i8 - 2,
            kind,
            speaker,
            Side::Outside,
            "Say something",
        )
    };
    let mut answers: Vec<_> = (0..30).map(answer).collect();
    answers.sort_by_key(|answer| answer.0);
    path(
        &answers,
        &[(29, 0, Relation::Reverses), (12, 5, Relation::Extends)],
    )
}
