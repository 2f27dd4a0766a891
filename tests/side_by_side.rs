//! Work on every core: that nothing is left out, and which fault is told.

use std::collections::BTreeSet;
use std::sync::Mutex;

use pledges::site::side_by_side::each;

#[test]
fn everything_is_done_once() {
    let done = Mutex::new(Vec::new());
    let things: Vec<u32> = (0..1_000).collect();
    let outcome = each(
        &things,
        || (),
        |(), thing| {
            done.lock().expect("nothing panicked").push(*thing);
            Ok(())
        },
    );
    assert!(outcome.is_ok());
    let done = done.into_inner().expect("nothing panicked");
    assert_eq!(done.len(), things.len());
    assert_eq!(done.into_iter().collect::<BTreeSet<_>>().len(), 1_000);
}

/// Whichever core is quicker, the fault told is that of the first thing that has one.
#[test]
fn the_first_fault_is_told() {
    let things: Vec<u32> = (0..1_000).collect();
    for _ in 0..50 {
        let outcome = each(
            &things,
            || (),
            |(), thing| match thing {
                ..300 => Ok(()),
                300 => {
                    std::thread::yield_now();
                    Err("the first".into())
                }
                _ => Err("a later one".into()),
            },
        );
        let fault = outcome.expect_err("most have one");
        assert_eq!(fault.to_string(), "the first");
    }
}
