//! A session of a driver: where it takes commands, and what stands behind it.
//!
//! In: the engine, the reader's wishes and flags for the browser. Out: a session, new or one that
//! has served a test before. Invariant: a session serves one test at a time, and only one that
//! nothing was asked of but to show pages is kept for another, which finds nothing of the first
//! ([`crate::blink`], [`crate::gecko`], [`crate::webkit`]).

use crate::engine::Engine;
use crate::gate::Gate;
use crate::station::Station;
use crate::wire::{call, words};
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use ureq::Agent;

/// What a driver calls the window, its way to others, and the driver itself where it is the
/// window's own.
#[derive(Default)]
pub(crate) struct Session {
    /// Where it takes commands.
    pub(crate) url: String,
    pub(crate) gate: Option<Gate>,
    pub(crate) station: Option<Station>,
    /// Whose pages it was sent to, e.g. `http://127.0.0.1:8080`.
    pub(crate) origins: BTreeSet<String>,
}

/// Those that wait for another test: a browser takes longer to start than many a test takes.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

fn lock() -> MutexGuard<'static, Vec<Session>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a session of a browser with these flags may serve another test. Nobody but
/// `cargo xtask test` ends those of Chromium that are left at the end; it says so by
/// `PLEDGES_LASTING`.
pub(crate) fn may_last(engine: Engine, flags: &[&str]) -> bool {
    let asked = std::env::var_os("PLEDGES_LASTING").is_some();
    flags.is_empty()
        && match engine {
            Engine::Chromium => asked,
            Engine::Firefox | Engine::WebKit => true,
        }
}

impl Session {
    /// One that has served another test, if any waits.
    pub(crate) fn laid_by() -> Option<Self> {
        lock().pop()
    }

    /// Keeps it for another test.
    pub(crate) fn lay_by(self) {
        lock().push(self);
    }

    /// Remembers whose page this is.
    pub(crate) fn notes(&mut self, url: &str) {
        let origin: Vec<&str> = url.splitn(4, '/').take(3).collect();
        self.origins.insert(origin.join("/"));
    }

    /// A new one, in a driver of its own or in the one that serves all.
    #[track_caller]
    pub(crate) fn begin(
        agent: &Agent,
        engine: Engine,
        wishes: &[(&str, &str)],
        flags: &[&str],
    ) -> Self {
        let still = wishes.contains(&("prefers-reduced-motion", "reduce"));
        let station = (engine != Engine::Chromium).then(|| Station::start(engine, still, flags));
        let driver = match &station {
            Some(station) => station.url.clone(),
            None => crate::driver::variable("PLEDGES_WEBDRIVER"),
        };
        let gate = Gate::start();
        let mut wish = engine.capabilities(wishes, flags);
        gate.stand_before(engine, &mut wish);
        let made = call(agent, "POST", &format!("{driver}session"), Some(&wish));
        let made = made.unwrap_or_else(|fault| panic!("no browser: {fault}"));
        Self {
            url: format!("{driver}session/{}", words(&made["sessionId"])),
            gate: Some(gate),
            station,
            origins: BTreeSet::new(),
        }
    }
}
