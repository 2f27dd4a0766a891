//! What the page of a chart has shown.
//!
//! In: the lines that it sent. Out: figures, or why there are none. Invariant: all lists have a
//! value for every state that is measured.

use crate::bench::lines::{at, line, numbers};

/// Figures, or why there are none.
pub(super) type Outcome = std::result::Result<Figures, String>;

/// In the middle, at the 95th percentile, and the longest.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Spread {
    pub(super) median: f64,
    pub(super) p95: f64,
    pub(super) max: f64,
}

/// Everything that is measured of a state; times in milliseconds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Figures {
    /// Until the page is changed.
    pub(super) script: Spread,
    /// Until its style and layout are up to date.
    pub(super) whole: Spread,
    /// Elements put into the page.
    pub(super) created: Spread,
    /// Attributes and texts of older elements that were set.
    pub(super) changed: Spread,
    /// How many shapes the largest of the charts that were looked at has; 0 on a canvas.
    pub(super) shapes: u32,
    /// Brotli, of the code.
    pub(super) bytes: u64,
}

/// Reads a page's lines about so many states.
pub(super) fn read(body: &str, states: usize) -> Outcome {
    if let Some(error) = line(body, "error") {
        return Err(format!("failed: {error}"));
    }
    let spread = |name: &str| {
        let mut values: Vec<f64> = numbers(body, name);
        values.sort_by(f64::total_cmp);
        (values.len() == states && states > 0).then(|| Spread {
            median: at(&values, 50),
            p95: at(&values, 95),
            max: at(&values, 100),
        })
    };
    let shapes = line(body, "shapes").and_then(|text| text.parse().ok());
    let read = || {
        Some(Figures {
            script: spread("script")?,
            whole: spread("whole")?,
            created: spread("created")?,
            changed: spread("changed")?,
            shapes: shapes?,
            bytes: 0,
        })
    };
    read().ok_or_else(|| "its report is not whole".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "script 3 1 2\nwhole 4 2.5 3\ncreated 0 9 0\nchanged 7 7 8\nshapes 312";

    #[test]
    fn a_whole_report_is_read() {
        let figures = read(BODY, 3).unwrap_or_default();
        let of = |median, p95, max| Spread { median, p95, max };
        assert_eq!(figures.script, of(2.0, 3.0, 3.0));
        assert_eq!(figures.whole, of(3.0, 4.0, 4.0));
        assert_eq!(figures.created, of(0.0, 9.0, 9.0));
        assert_eq!((figures.changed, figures.shapes), (of(7.0, 8.0, 8.0), 312));
    }

    #[test]
    fn another_is_not() {
        let not_whole = Err("its report is not whole".to_owned());
        assert_eq!(read(BODY, 4), not_whole);
        assert_eq!(read("script 1 2 3", 3), not_whole);
        let failed = Err("failed: state 0 is not drawn".to_owned());
        assert_eq!(read("error state 0 is not drawn", 3), failed);
    }
}
