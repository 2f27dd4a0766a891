//! The addresses of a run: pages of contenders, their data, and two reports.
//!
//! In: an address. Out: a file, or the page of a contender with the runner put
//! into it. Every answer isolates its page from other origins, which gives it a
//! clock of 5 µs. Invariant: what a page fetched is noted, in order, with what
//! came before it was ready.

use super::LIMIT;
use crate::failure::{Failure, Result};
use crate::serve::mime;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// A browser opens about six connections.
const THREADS: usize = 6;
/// A browser that has just been started is busy with itself; the page waits.
const START: &str = "<!doctype html><title>start</title><script>\
    setTimeout(() => location.replace(location.href.replace('/start/', '/pages/')), 1500)\
    </script>";
/// Before a page's own scripts, and after them.
const MEMORY: &str = "<!doctype html><script src=\"/runner/memory.js\"></script>";
const RUNNER: &str = "<script type=\"module\" src=\"/runner/run.js\"></script>";

/// What a page has fetched.
#[derive(Debug, Default, Clone)]
pub(super) struct Fetched {
    /// Files, in order, each once.
    pub(super) files: Vec<PathBuf>,
    /// How many of them before the first answer.
    pub(super) before_ready: Option<usize>,
}

/// Where files lie.
#[derive(Debug, Clone)]
pub(super) struct Folders {
    /// `xtask/bench`.
    pub(super) source: PathBuf,
    /// `target/bench`.
    pub(super) target: PathBuf,
}

/// A server for as long as the process lives.
pub(super) struct Pages {
    address: String,
    fetched: Arc<Mutex<Fetched>>,
    results: Receiver<String>,
}

impl Pages {
    /// Starts it on any free port.
    pub(super) fn serve(folders: &Folders) -> Result<Self> {
        let server = Server::http((Ipv4Addr::LOCALHOST, 0))
            .map_err(|error| Failure::new(format!("cannot listen on 127.0.0.1: {error}")))?;
        let server = Arc::new(server);
        let address = format!("http://{}", server.server_addr());
        let fetched = Arc::new(Mutex::new(Fetched::default()));
        let (sender, results) = channel();
        for _ in 0..THREADS {
            let answering = Answering {
                folders: folders.clone(),
                fetched: Arc::clone(&fetched),
                results: sender.clone(),
            };
            let server = Arc::clone(&server);
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A page that went away is no concern of the next.
                    let _ = answering.respond(request);
                }
            });
        }
        Ok(Self {
            address,
            fetched,
            results,
        })
    }

    /// The address that leads to a contender's page; what was noted is forgotten.
    pub(super) fn open(&self, contender: &str, size: usize, passes: usize) -> String {
        *lock(&self.fetched) = Fetched::default();
        while self.results.try_recv().is_ok() {}
        let limit = LIMIT.as_millis();
        format!(
            "{}/start/{contender}/{size}/?passes={passes}&limit={limit}",
            self.address
        )
    }

    /// What pages report.
    pub(super) fn results(&self) -> &Receiver<String> {
        &self.results
    }

    /// What the page has fetched.
    pub(super) fn fetched(&self) -> Fetched {
        lock(&self.fetched).clone()
    }
}

/// A thread that panicked while noting leaves a list that is still one.
fn lock(fetched: &Mutex<Fetched>) -> std::sync::MutexGuard<'_, Fetched> {
    fetched.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Answering {
    folders: Folders,
    fetched: Arc<Mutex<Fetched>>,
    results: Sender<String>,
}

impl Answering {
    fn respond(&self, mut request: Request) -> std::io::Result<()> {
        if *request.method() == Method::Post {
            let mut body = String::new();
            request.as_reader().read_to_string(&mut body)?;
            self.take(request.url(), body);
            return request.respond(Response::empty(204));
        }
        let path = request.url().split('?').next().unwrap_or_default();
        let Some((body, mime)) = self.content(path) else {
            return request.respond(Response::empty(404));
        };
        let mut response = Response::from_data(body);
        for (name, value) in [
            ("Content-Type", mime),
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
        ] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        request.respond(response)
    }

    fn take(&self, path: &str, body: String) {
        match path {
            "/ready" => {
                let mut fetched = lock(&self.fetched);
                fetched.before_ready = Some(fetched.files.len());
            }
            // Nobody waits any more for a page that was late.
            _ => drop(self.results.send(body)),
        }
    }

    fn content(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        let steps: Vec<&str> = path.split('/').skip(1).collect();
        if steps.iter().any(|step| step.starts_with('.')) {
            return None;
        }
        let (first, rest) = steps.split_first()?;
        let rest = rest.join("/");
        let Folders { source, target } = &self.folders;
        let file = match *first {
            "runner" => return read(&source.join("page").join(rest)),
            "data" if rest.ends_with("/actions.json") => {
                return read(&target.join("data").join(rest));
            }
            "start" => return Some((START.into(), "text/html; charset=utf-8")),
            "pages" => return self.page(&rest),
            "page" | "contenders" => source.join(path.trim_start_matches('/')),
            "npm" => target.join("node_modules").join(rest),
            "data" => target.join("data").join(rest),
            _ => return None,
        };
        self.note(&file);
        read(&file)
    }

    /// The page of a contender: a folder of its own, or the one script.
    fn page(&self, rest: &str) -> Option<(Vec<u8>, &'static str)> {
        let own = self.folders.target.join("pages").join(rest);
        if !rest.ends_with('/') {
            self.note(&own);
            return read(&own);
        }
        let index = own.join("index.html");
        if let Ok(html) = fs::read_to_string(&index) {
            self.note(&index);
            let html = format!("{MEMORY}{html}{RUNNER}");
            return Some((html.into_bytes(), "text/html; charset=utf-8"));
        }
        let contender = rest.split('/').next()?;
        let html = format!(
            "{MEMORY}<meta charset=\"utf-8\"><title>{contender}</title>\
             <script type=\"module\" src=\"/contenders/{contender}.js\"></script>{RUNNER}"
        );
        Some((html.into_bytes(), "text/html; charset=utf-8"))
    }

    fn note(&self, file: &Path) {
        let mut fetched = lock(&self.fetched);
        if !fetched.files.iter().any(|known| known == file) {
            fetched.files.push(file.to_owned());
        }
    }
}

fn read(file: &Path) -> Option<(Vec<u8>, &'static str)> {
    Some((fs::read(file).ok()?, mime::of(file)))
}
