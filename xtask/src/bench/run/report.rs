//! The figures as people and programs read them.
//!
//! In: heats. Out: a table for each size with ratios to this project's engine
//! (or, where that did not run, to the first that did), how cost grows with the
//! size, and all of it as JSON.

use super::outcome::{Figures, Outcome};
use super::race::{Heat, OURS};
use crate::bench::generate::columns::quoted;
use std::fmt::Write as _;

/// All tables.
pub(super) fn text(heats: &[Heat]) -> String {
    let mut out = String::new();
    for heat in heats {
        table(heat, &mut out);
    }
    if heats.len() > 1 {
        growth(heats, &mut out);
    }
    out
}

/// Whom the others are compared with.
fn basis(heat: &Heat) -> Option<&Figures> {
    let figures = |wanted: &dyn Fn(&str) -> bool| {
        let mut of = heat.outcomes.iter().filter(|(page, ..)| wanted(page));
        of.find_map(|(.., outcome)| outcome.as_ref().ok())
    };
    figures(&|page| page == OURS).or_else(|| figures(&|_| true))
}

/// What stands over the columns, and how wide they are.
const COLUMNS: [(&str, usize); 12] = [
    ("median", 9),
    ("×", 7),
    ("95 %", 9),
    ("×", 7),
    ("longest", 9),
    ("ready", 8),
    ("build", 9),
    ("first", 9),
    ("all", 9),
    ("memory", 8),
    ("same", 9),
    ("order", 9),
];
/// How wide the names are.
const NAME: usize = 27;

fn table(heat: &Heat, out: &mut String) {
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "\n{} records", heat.size);
    let heads = COLUMNS.map(|(head, _)| head.to_owned());
    let _ = writeln!(out, "{}", line("ms and MB", &heads));
    let basis = basis(heat);
    for (_, name, outcome) in &heat.outcomes {
        let _ = match outcome {
            Ok(figures) => writeln!(
                out,
                "{}{}",
                line(name, &cells(figures, basis)),
                remark(figures)
            ),
            Err(why) => writeln!(out, "{name:NAME$}  {why}"),
        };
    }
}

fn line(name: &str, cells: &[String; 12]) -> String {
    let cells = cells.iter().zip(COLUMNS);
    cells.fold(format!("{name:NAME$}"), |line, (cell, (_, width))| {
        format!("{line}{cell:>width$}")
    })
}

fn cells(it: &Figures, basis: Option<&Figures>) -> [String; 12] {
    let ratio = |of: fn(&Figures) -> f64| {
        basis.map_or_else(String::new, |basis| {
            format!("{:.1}", of(it) / of(basis).max(0.000_1))
        })
    };
    [
        format!("{:.3}", it.median),
        ratio(|it| it.median),
        format!("{:.3}", it.p95),
        ratio(|it| it.p95),
        format!("{:.2}", it.max),
        format!("{:.0}", it.ready),
        format!("{:.1}", it.build),
        format!("{:.3}", it.first_bytes as f64 / 1e6),
        format!("{:.3}", it.all_bytes as f64 / 1e6),
        match it.memory {
            0 => "–".to_owned(),
            bytes => format!("{:.1}", bytes as f64 / 1e6),
        },
        share(it.same_counts, it.answered),
        share(it.same_tops, it.tops),
    ]
}

/// What makes a row not comparable with the others.
fn remark(it: &Figures) -> String {
    let mut remark = String::new();
    if it.answered < it.actions {
        let _ = write!(
            remark,
            "  TOO SLOW: {} of {} actions",
            it.answered, it.actions
        );
    }
    if it.differ() {
        remark.push_str("  DIFFERENT ANSWERS");
    }
    remark
}

/// Rounded down, so that 100 % means all.
fn share(part: usize, whole: usize) -> String {
    match (part * 1000).checked_div(whole) {
        Some(permille) => format!("{}.{} %", permille / 10, permille % 10),
        None => "–".to_owned(),
    }
}

fn growth(heats: &[Heat], out: &mut String) {
    out.push_str("\nHow median and 95 % grow with the number of records\n");
    let Some(first) = heats.first() else {
        return;
    };
    for (at, (_, name, _)) in first.outcomes.iter().enumerate() {
        let _ = write!(out, "{name:NAME$}");
        for pair in heats.windows(2) {
            let figures = |heat: &Heat| heat.outcomes[at].2.clone().ok();
            if let (Some(small), Some(large)) = (figures(&pair[0]), figures(&pair[1])) {
                let _ = write!(
                    out,
                    "{:>9} to {}: × {:.1} and {:.1}",
                    pair[0].size,
                    pair[1].size,
                    large.median / small.median.max(0.000_1),
                    large.p95 / small.p95.max(0.000_1)
                );
            }
        }
        out.push('\n');
    }
}

/// The same for programs.
pub(super) fn json(heats: &[Heat]) -> String {
    let heats: Vec<String> = heats
        .iter()
        .map(|heat| {
            let of = heat.outcomes.iter();
            let contenders: Vec<String> = of
                .map(|(page, _, outcome)| format!("    {}: {}", quoted(page), one(outcome)))
                .collect();
            format!("  \"{}\": {{\n{}\n  }}", heat.size, contenders.join(",\n"))
        })
        .collect();
    format!("{{\n{}\n}}\n", heats.join(",\n"))
}

fn one(outcome: &Outcome) -> String {
    let it = match outcome {
        Ok(figures) => figures,
        Err(why) => return format!("{{\"failed\": {}}}", quoted(why)),
    };
    let times = [
        ("median_ms", it.median),
        ("p95_ms", it.p95),
        ("max_ms", it.max),
        ("ready_ms", it.ready),
        ("build_ms", it.build),
    ];
    let counts = [
        ("memory_bytes", it.memory),
        ("first_bytes", it.first_bytes),
        ("all_bytes", it.all_bytes),
        ("actions", it.actions as u64),
        ("answered", it.answered as u64),
        ("same_counts", it.same_counts as u64),
        ("ordered", it.tops as u64),
        ("same_first_20", it.same_tops as u64),
    ];
    let times = times.map(|(name, value)| format!("\"{name}\": {value}"));
    let counts = counts.map(|(name, value)| format!("\"{name}\": {value}"));
    format!("{{{}, {}}}", times.join(", "), counts.join(", "))
}
