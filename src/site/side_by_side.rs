//! The same work on each of many things, on every core at once.
//!
//! In: things, and what is done with one. Out: nothing, or the fault of the first thing, in
//! their order, that has one. Invariant: every thing before that one was done, whatever core it
//! fell to, so the same faults are told whoever is quicker.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::bitmap::Fault;

/// Does `work` with each thing. What `tools` makes is kept by a core from thing to thing.
///
/// # Errors
/// That of the first thing, in their order, that has one.
pub fn each<T: Sync, S>(
    things: &[T],
    tools: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> Result<(), Fault> + Sync,
) -> Result<(), Fault> {
    let next = AtomicUsize::new(0);
    let first: Mutex<Option<(usize, String)>> = Mutex::new(None);
    let core = || {
        let mut kept = tools();
        loop {
            let no = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(no) else {
                return;
            };
            if let Err(fault) = work(&mut kept, thing) {
                // Nothing more is begun. What comes before this thing was, and is finished.
                next.store(things.len(), Ordering::Relaxed);
                let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
                if first.as_ref().is_none_or(|(other, _)| no < *other) {
                    *first = Some((no, fault.to_string()));
                }
                return;
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let whole = thread::scope(|scope| {
        let running: Vec<_> = (0..cores.min(things.len()))
            .map(|_| scope.spawn(core))
            .collect();
        // Each is waited for, whatever became of another.
        let ends: Vec<bool> = running.into_iter().map(|it| it.join().is_ok()).collect();
        ends.into_iter().all(|it| it)
    });
    let first = first.into_inner().unwrap_or_else(PoisonError::into_inner);
    match first {
        Some((_, fault)) => Err(fault.into()),
        None if whole => Ok(()),
        None => Err("a part of the program stopped; what it said stands above".into()),
    }
}
