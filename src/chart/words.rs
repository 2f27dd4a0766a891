//! What a mark says in words: its title, for the ear and for the pointer.
//!
//! In: one row or point of a series. Out: one line of plain English with every
//! number that the mark draws.

use super::text::{counted, push_counted};
use crate::corpus::model::{Kind, Side};
use crate::explore::digits;
use crate::explore::facet::short_kind;
use crate::explore::series::{ByYear, Counting, MatrixYear, Per, Point, Step, ThemeRow, YearRow};

/// What is being counted.
pub const fn noun(counting: Counting) -> &'static str {
    match counting {
        Counting::Pledges => "pledge",
        Counting::All => "statement",
    }
}

/// "Workforce: 12 pledges (8 firm, 1 negative, 3 soft)".
pub fn theme(row: &ThemeRow, counting: Counting, compared: bool) -> String {
    let mut text = [row.label, ": ", &counted(row.count, noun(counting))].concat();
    if compared {
        return beside(text, row.other);
    }
    let mut open = " (";
    for (kind, count) in Kind::ALL.into_iter().zip(row.by_kind) {
        if count > 0 && counting.counts(kind) {
            text.push_str(open);
            text.push_str(&super::text::number(count));
            text.push(' ');
            text.push_str(short_kind(kind));
            open = ", ";
        }
    }
    if open == ", " {
        text.push(')');
    }
    text
}

/// The count of the other selection after that of this one.
fn beside(mut text: String, other: u32) -> String {
    text.push_str(" in A, ");
    text.push_str(&super::text::number(other));
    text.push_str(" in B");
    text
}

/// "2015: 13 pledges, 2 of them known only from a later article; 1 article".
pub fn year(row: &YearRow, counting: Counting, series: &ByYear) -> String {
    let mut text = row.year.to_string();
    text.push_str(": ");
    if series.leaves_out(row) && !series.compared {
        text.push_str("not in this selection");
        return text;
    }
    if series.compared {
        text.push_str(&counted(row.count, noun(counting)));
        text = beside(text, row.other);
        text.push_str("; ");
        push_articles(&mut text, row.articles);
        return text;
    }
    if let Some(tenths) = row
        .tenths_per_article()
        .filter(|_| series.per == Per::Article)
    {
        text.push_str(&super::text::tenths(tenths));
        text.push(' ');
        text.push_str(noun(counting));
        text.push_str("s an article; ");
    } else if row.count > 0 || row.articles > 0 {
        text.push_str(&counted(row.count, noun(counting)));
        if row.recalled > 0 {
            text.push_str(", ");
            if row.recalled < row.count {
                text.push_str(&super::text::number(row.recalled));
                text.push_str(" of them ");
            }
            text.push_str("known only from a later article");
        }
        text.push_str("; ");
    }
    push_articles(&mut text, row.articles);
    text
}

fn push_articles(text: &mut String, articles: u32) {
    if articles == 0 {
        text.push_str("no article");
    } else {
        push_counted(text, articles, "article");
    }
}

/// "Workforce, 2015: 3 pledges; 1 article".
pub fn cell(label: &str, year: &MatrixYear, count: u32, counting: Counting) -> String {
    let mut text = String::with_capacity(label.len() + 48);
    text.push_str(label);
    text.push_str(", ");
    digits::push(&mut text, year.year.into());
    text.push_str(": ");
    push_counted(&mut text, count, noun(counting));
    text.push_str("; ");
    push_articles(&mut text, year.articles);
    text
}

/// "27 January 2015: Ed Miliband (Leader of the Opposition): …"; who held an
/// office of the government is told so.
pub fn point(point: &Point) -> String {
    const GOVERNING: &str = "in government";
    let governs = point.side == Side::Government && point.role != GOVERNING;
    let office = match (point.role, governs) {
        ("", _) => String::new(),
        (role, true) => [" (", role, ", ", GOVERNING, ")"].concat(),
        (role, false) => [" (", role, ")"].concat(),
    };
    let date = point.made.human();
    [&date, ": ", point.speaker, &office, ": ", point.statement].concat()
}

/// "“Abolish the boards”, 26 April 2024, reverses “Keep the boards”, 21 April 2023".
pub fn step(step: Step, points: &[Point]) -> String {
    let told = |index: usize| {
        let told = |point: &Point| ["“", point.statement, "”, ", &point.made.human()].concat();
        points.get(index).map(told).unwrap_or_default()
    };
    let (later, earlier) = (told(step.from), told(step.to));
    [&later, ", ", step.relation.id(), " ", &earlier].concat()
}
