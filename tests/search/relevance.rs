//! Real questions about the five articles, and what has to stand first.

use std::fmt::Write;

use pledges::explore::view::View;

use crate::support::{golden, library};

/// Asked as readers ask, slips included.
const QUESTIONS: &[&str] = &[
    "top-down reorganisation",
    "reorganise",
    "restructuring",
    "icb",
    "integrated care board",
    "\"integrated care boards\"",
    "waiting lists",
    "8bn",
    "£2.5 billion",
    "medical school places",
    "who will pay for",
    "more gps",
    "social care",
    "abolish nhs england",
    "foundation trusts",
    "ft",
    "private sector",
    "streeting workforce",
    "miliband integration",
    "prevention",
    "primary care reform",
    "training doctors",
    "nurses",
    "mental health",
    "technology",
    "10-year plan",
    "reorganizaton",
    "hopsital",
    "medcial school",
    "-nhs care",
];

#[test]
fn answers_real_questions() {
    let mut text = String::new();
    for question in QUESTIONS {
        let view = View {
            q: (*question).to_owned(),
            ..View::default()
        };
        let answer = library().answer(&view);
        let units = &answer.results.window(0..answer.results.total());
        let _ = writeln!(text, "{question}: {}", units.len());
        if let Some(correction) = &answer.correction {
            let _ = writeln!(text, "    ({})", correction.says);
        }
        for unit in units.iter().take(3) {
            let _ = writeln!(text, "    {}", library().corpus.units[unit.index()].id);
        }
    }
    golden("search/relevance.txt", &text);
}
