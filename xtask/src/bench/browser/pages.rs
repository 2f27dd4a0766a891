//! The server of the pages that are measured, and what they send back.
//!
//! In: the address of a page. Out: its report, from a browser that is gone afterwards.
//! Invariant: what a page fetched is noted, in order, with what came before it was ready.

use super::answers::Answers;
use super::chromium::Chromium;
use crate::failure::{Failure, Result};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::Server;

/// A browser opens about six connections.
const THREADS: usize = 6;

/// What a page has fetched.
#[derive(Debug, Default, Clone)]
pub(crate) struct Fetched {
    /// Files, in order, each once.
    pub(crate) files: Vec<PathBuf>,
    /// How many of them before the first answer.
    pub(crate) before_ready: Option<usize>,
}

/// Where files lie.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    /// `xtask/bench`.
    pub(crate) source: PathBuf,
    /// `target/bench`.
    pub(crate) target: PathBuf,
}

/// A server for as long as the process lives.
pub(crate) struct Pages {
    address: String,
    target: PathBuf,
    fetched: Arc<Mutex<Fetched>>,
    results: Receiver<String>,
}

impl Fetched {
    /// What was fetched before the page was ready; all of it, where that is not known.
    pub(crate) fn before_ready(&self) -> &[PathBuf] {
        &self.files[..self.before_ready.unwrap_or(self.files.len())]
    }
}

impl Pages {
    /// Starts it on any free port.
    pub(crate) fn serve(folders: &Folders) -> Result<Self> {
        let server = Server::http((Ipv4Addr::LOCALHOST, 0))
            .map_err(|error| Failure::new(format!("cannot listen on 127.0.0.1: {error}")))?;
        let server = Arc::new(server);
        let address = format!("http://{}", server.server_addr());
        let fetched = Arc::new(Mutex::new(Fetched::default()));
        let (sender, results) = channel();
        for _ in 0..THREADS {
            let answers = Answers {
                folders: folders.clone(),
                fetched: Arc::clone(&fetched),
                results: sender.clone(),
            };
            let server = Arc::clone(&server);
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A page that went away is no concern of the next.
                    let _ = answers.respond(request);
                }
            });
        }
        Ok(Self {
            address,
            target: folders.target.clone(),
            fetched,
            results,
        })
    }

    /// Opens a page in a browser of its own and waits for its report; what was noted before is
    /// forgotten. A page that says nothing at all was not loaded whole, which happens, and gets a
    /// second chance.
    pub(crate) fn report(&self, path: &str, limit: Duration) -> Result<Option<String>> {
        let once = || -> Result<Option<String>> {
            *lock(&self.fetched) = Fetched::default();
            while self.results.try_recv().is_ok() {}
            let address = format!("{}/start/{path}", self.address);
            let _browser = Chromium::open(&address, &self.target)?;
            Ok(self.results.recv_timeout(limit).ok())
        };
        match once()? {
            Some(report) => Ok(Some(report)),
            None => once(),
        }
    }

    /// Takes a picture of a page.
    pub(crate) fn picture(&self, path: &str, file: &Path) -> Result<()> {
        Chromium::shoot(
            &format!("{}/pages/{path}", self.address),
            file,
            &self.target,
        )
    }

    /// What the page has fetched.
    pub(crate) fn fetched(&self) -> Fetched {
        lock(&self.fetched).clone()
    }
}

/// A thread that panicked while noting leaves a list that is still one.
pub(super) fn lock(fetched: &Mutex<Fetched>) -> MutexGuard<'_, Fetched> {
    fetched.lock().unwrap_or_else(PoisonError::into_inner)
}
