//! What became of a page that the program has taken over, and what of it is a fault.
//!
//! In: what takeover.js has seen. Out: faults in words, and a table.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// The deeds that ask for something, so that the page comes to show something else.
pub(crate) const ASKS: [&str; 2] = ["typed", "ticked"];

/// What became of a page.
pub(crate) struct Row {
    pub(crate) page: String,
    pub(crate) deed: &'static str,
    pub(crate) seen: Value,
    /// Whether it says what it says after no deed.
    pub(crate) same: Option<bool>,
}

impl Row {
    /// What should not be so.
    pub(crate) fn faults(&self) -> Vec<String> {
        let seen = &self.seen;
        let mut faults = Vec::new();
        let mut fault = |is: bool, what: String| is.then(|| faults.push(what));
        fault(
            seen["errors"] != json!([]),
            format!("errors {}", seen["errors"]),
        );
        fault(seen["died"] == true, "the program died".to_owned());
        fault(
            seen["still"] == true,
            "the program did not start".to_owned(),
        );
        let shift = seen["shift"].as_f64().unwrap_or(1.0);
        let asks = ASKS.contains(&self.deed);
        fault(
            shift > 0.0 && !asks,
            format!("shift {shift:.4} of {}", seen["moved"]),
        );
        fault(
            seen["focus"] == false,
            format!("focus lost: {}", seen["was"]),
        );
        fault(seen["typed"] == false, "what was done is lost".to_owned());
        // What is asked for may be shorter; the window stays where it is all the same.
        let moved = seen[if asks { "by" } else { "scroll" }].as_f64();
        fault(
            moved.is_none_or(|px| px.abs() >= 1.0),
            format!("what is read moved by {moved:?} px"),
        );
        fault(self.same == Some(false), "other words".to_owned());
        faults
    }
}

/// All of them as a table.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut told = format!(
        "{:<18} {:<15} {:>7} {:>6} {:>6} {:>6} {:>8} {:>8} {:>8} {:>6}\n",
        "page", "before", "errors", "shift", "focus", "done", "read px", "window", "text", "ms"
    );
    let kept = |it: &Value| if it == &json!(false) { "lost" } else { "kept" };
    for Row {
        page,
        deed,
        seen,
        same,
    } in rows
    {
        let number = |name: &str, n: usize| {
            seen[name]
                .as_f64()
                .map_or("–".to_owned(), |it| format!("{it:.n$}"))
        };
        let errors = match seen["errors"].as_array().map_or(0, Vec::len) {
            n if seen["died"] == true => format!("{n} died"),
            n => n.to_string(),
        };
        let _ = writeln!(
            told,
            "{:<18.18} {deed:<15} {errors:>7} {:>6} {:>6} {:>6} {:>8} {:>8} {:>8} {:>6}",
            if page.is_empty() { "explore" } else { page },
            number("shift", 3),
            kept(&seen["focus"]),
            kept(&seen["typed"]),
            number("scroll", 0),
            number("by", 0),
            same.map_or("–", |it| if it { "same" } else { "other" }),
            number("took", 0),
        );
    }
    told
}
