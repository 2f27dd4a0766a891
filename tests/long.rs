//! Lists of which only a part is in the page: which part, and how high the rest is.

use pledges::ui::heights::Heights;
use pledges::ui::part::Part;
use proptest::prelude::*;

#[test]
fn what_was_measured_counts_and_the_rest_is_as_usual() {
    let mut heights = Heights::new(190.0);
    assert!((heights.of(0..10) - 1_900.0).abs() < 1e-9);
    heights.learn(&[(0, 100.0), (1, 300.0)]);
    // The two make 200 the usual height.
    assert!((heights.of(0..10) - 2_000.0).abs() < 1e-9);
    heights.learn(&[(5, 700.0)]);
    assert!((heights.of(0..10) - 2_500.0).abs() < 1e-9);
    assert!((heights.of(6..8) - 400.0).abs() < 1e-9);
    heights.forget(false);
    assert!((heights.of(0..10) - 2_000.0).abs() < 1e-9);
}

#[test]
fn the_part_around_the_focus_stays() {
    let part = |seen, held| {
        let spans = Part { seen, held }.spans(10_000);
        let ends = spans.iter().map(|span| (span.start, span.end));
        ends.collect::<Vec<_>>()
    };
    assert_eq!(part(20..40, None), [(20, 40)]);
    assert_eq!(part(20..40, Some(30)), [(20, 40)]);
    assert_eq!(part(20..40, Some(40)), [(20, 42)]);
    assert_eq!(part(20..40, Some(500)), [(20, 40), (499, 502)]);
    assert_eq!(part(600..640, Some(0)), [(0, 2), (600, 640)]);
    assert_eq!(part(9_990..10_020, Some(9_999)), [(9_990, 10_000)]);
    assert_eq!(part(20..40, Some(10_000)), [(20, 40)]);
}

proptest! {
    #[test]
    fn what_is_in_sight_is_covered(
        known in prop::collection::vec((0_u32..300, 1.0..900.0_f64), 0..80),
        total in 1_u32..400, top in -2_000.0..90_000.0_f64, window in 1.0..3_000.0_f64,
    ) {
        let mut heights = Heights::new(190.0);
        heights.learn(&known);
        let rows = heights.between(top, top + window, total);
        prop_assert!(rows.start < rows.end && rows.end <= total);
        prop_assert!(rows.start == 0 || heights.of(0..rows.start) <= top);
        prop_assert!(rows.end == total || heights.of(0..rows.end) >= top + window);
    }

    #[test]
    fn spans_ascend_and_stay_within(
        start in 0_u32..300, len in 0_u32..200, held in prop::option::of(0_u32..300), total in 1_u32..250,
    ) {
        let spans = Part { seen: start..start + len, held }.spans(total);
        let mut at = 0;
        for (no, span) in spans.iter().enumerate() {
            prop_assert!(span.start <= span.end && span.end <= total);
            prop_assert!(no == 0 || span.start > at);
            at = span.end;
        }
    }
}
