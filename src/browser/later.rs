//! Whether the part of the program that follows is there.
//!
//! In: what the loader tells. Out: leave to use that part. Invariant: without a [`Here`] nothing
//! of it can be called, and there is no other way to one than to ask.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Leave to use the part of the program that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here(());

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Nothing yet: it was not wanted, or is on its way.
    Awaited,
    /// It is there.
    Here(Here),
    /// It could not be had; the next that a reader does tries again.
    Missing,
}

impl Later {
    /// Leave to use it, where it is there.
    pub fn here(self) -> Option<Here> {
        match self {
            Self::Here(here) => Some(here),
            _ => None,
        }
    }
}

/// What is called when it comes.
type Heard = Rc<dyn Fn()>;

/// What listens, until dropped.
pub struct Hearing(Heard);

impl Drop for Hearing {
    fn drop(&mut self) {
        HEARD.with_borrow_mut(|all| all.retain(|it| !Rc::ptr_eq(it, &self.0)));
    }
}

thread_local! {
    // Where pages are written there is one program, and it is whole.
    static NOW: Cell<Later> = const { Cell::new(if cfg!(target_arch = "wasm32") {
        Later::Awaited
    } else {
        Later::Here(Here(()))
    }) };
    static HEARD: RefCell<Vec<Heard>> = const { RefCell::new(Vec::new()) };
}

/// What has become of it by now.
pub fn now() -> Later {
    NOW.get()
}

/// Calls `heard` whenever that changes, until dropped.
pub fn hear(heard: impl Fn() + 'static) -> Hearing {
    let heard: Heard = Rc::new(heard);
    HEARD.with_borrow_mut(|all| all.push(heard.clone()));
    Hearing(heard)
}

/// Tells everybody that it is there, or could not be had.
pub fn tell(came: bool) {
    NOW.set(if came {
        Later::Here(Here(()))
    } else {
        Later::Missing
    });
    for heard in HEARD.with_borrow(Vec::clone) {
        heard();
    }
}
