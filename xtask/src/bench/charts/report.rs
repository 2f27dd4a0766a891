//! The figures of charts as people and programs read them.
//!
//! In: rows. Out: a table, and the same as JSON. Times of this project are those of all its three
//! charts together.

use super::figures::{Figures, Outcome, Spread};
use super::race::Row;
use crate::bench::generate::columns::quoted;
use std::fmt::Write as _;

/// What stands over the columns, and how wide they are.
const COLUMNS: [(&str, usize); 11] = [
    ("charts", 7),
    ("script", 9),
    ("95 %", 8),
    ("longest", 9),
    ("+ layout", 10),
    ("95 %", 8),
    ("longest", 9),
    ("created", 9),
    ("changed", 9),
    ("shapes", 8),
    ("kB", 8),
];
/// How wide the names are.
const NAME: usize = 28;

/// The table.
pub(super) fn text(rows: &[Row]) -> String {
    let heads = COLUMNS.map(|(head, _)| head.to_owned());
    let mut out = format!(
        "\nCharts drawn anew, ms for a state\n{}\n",
        line("", &heads)
    );
    for row in rows {
        // Writing to a string cannot fail.
        let _ = match &row.outcome {
            Ok(figures) => writeln!(out, "{}", line(row.name, &cells(row.charts, figures))),
            Err(why) => writeln!(out, "{:NAME$}  {why}", row.name),
        };
    }
    out
}

fn line(name: &str, cells: &[String; 11]) -> String {
    let cells = cells.iter().zip(COLUMNS);
    cells.fold(format!("{name:NAME$}"), |line, (cell, (_, width))| {
        format!("{line}{cell:>width$}")
    })
}

fn cells(charts: u32, it: &Figures) -> [String; 11] {
    let [script, whole] = [it.script, it.whole].map(|it| {
        let places = [(it.median, 3), (it.p95, 3), (it.max, 2)];
        places.map(|(time, places)| format!("{time:.places$}"))
    });
    let [script, script_p95, script_max] = script;
    let [whole, whole_p95, whole_max] = whole;
    [
        charts.to_string(),
        script,
        script_p95,
        script_max,
        whole,
        whole_p95,
        whole_max,
        format!("{:.0}", it.created.median),
        format!("{:.0}", it.changed.median),
        match it.shapes {
            0 => "–".to_owned(),
            shapes => shapes.to_string(),
        },
        format!("{:.1}", it.bytes as f64 / 1e3),
    ]
}

/// The same for programs.
pub(super) fn json(rows: &[Row]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!("  {}: {}", quoted(row.page), one(row.charts, &row.outcome)))
        .collect();
    format!("{{\n{}\n}}\n", rows.join(",\n"))
}

fn one(charts: u32, outcome: &Outcome) -> String {
    let it = match outcome {
        Ok(figures) => figures,
        Err(why) => return format!("{{\"failed\": {}}}", quoted(why)),
    };
    let spreads = [
        ("script_ms", it.script),
        ("with_layout_ms", it.whole),
        ("created", it.created),
        ("changed", it.changed),
    ];
    let spreads = spreads.map(|(name, spread)| format!("\"{name}\": {}", spread_json(spread)));
    format!(
        "{{\"charts\": {charts}, {}, \"shapes\": {}, \"bytes\": {}}}",
        spreads.join(", "),
        it.shapes,
        it.bytes
    )
}

fn spread_json(it: Spread) -> String {
    let Spread { median, p95, max } = it;
    format!("{{\"median\": {median}, \"p95\": {p95}, \"max\": {max}}}")
}
