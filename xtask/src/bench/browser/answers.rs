//! The addresses of a run: pages of contenders, their data, and two reports.
//!
//! In: an address. Out: a file, or the page of a contender with the runner put
//! into it. Every answer isolates its page from other origins, which gives it a
//! clock of 5 µs.

use super::pages::{Fetched, Folders, lock};
use crate::serve::mime;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use tiny_http::{Method, Request};

/// A browser that has just been started is busy with itself; the page waits.
const START: &str = "<!doctype html><title>start</title><script>\
    setTimeout(() => location.replace(location.href.replace('/start/', '/pages/')), 1500)\
    </script>";
/// Before a page's own scripts, and after them.
const MEMORY: &str = "<!doctype html><script src=\"/runner/memory.js\"></script>";
const RUNNER: &str = "<script type=\"module\" src=\"/runner/run.js\"></script>";
const CHARTS: &str = "<script type=\"module\" src=\"/runner/charts/run.js\"></script>";

/// Of every answer.
const HEADERS: &str = "Connection: close\r\nCache-Control: no-store\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";

/// What a thread of the server answers from.
pub(super) struct Answers {
    pub(super) folders: Folders,
    pub(super) fetched: Arc<Mutex<Fetched>>,
    pub(super) results: Sender<String>,
}

impl Answers {
    /// Answers a request for a file or takes a report.
    pub(super) fn respond(&self, mut request: Request) -> std::io::Result<()> {
        if *request.method() == Method::Post {
            let mut body = String::new();
            request.as_reader().read_to_string(&mut body)?;
            self.take(request.url(), body);
            return send(request, "204 No Content", "text/plain", &[]);
        }
        let path = request.url().split('?').next().unwrap_or_default();
        match self.content(path) {
            Some((body, mime)) => send(request, "200 OK", mime, &body),
            None => send(request, "404 Not Found", "text/plain", &[]),
        }
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
            "data" if rest.ends_with("/actions.json") || rest == "charts/states.json" => {
                return read(&target.join("data").join(rest));
            }
            "start" => return Some((START.into(), "text/html; charset=utf-8")),
            "pages" => return self.page(&rest),
            "page" | "contenders" | "charts" => source.join(path.trim_start_matches('/')),
            "npm" => target.join("node_modules").join(rest),
            "data" => target.join("data").join(rest),
            _ => return None,
        };
        self.note(&file);
        read(&file)
    }

    /// The page of a contender, for search or below `charts/`: a folder of its own, or the one
    /// script.
    fn page(&self, rest: &str) -> Option<(Vec<u8>, &'static str)> {
        let own = self.folders.target.join("pages").join(rest);
        if !rest.ends_with('/') {
            self.note(&own);
            return read(&own);
        }
        let charts = rest.strip_prefix("charts/");
        let (folder, runner) = match charts {
            Some(_) => ("charts", CHARTS),
            None => ("contenders", RUNNER),
        };
        let index = own.join("index.html");
        let html = if let Ok(html) = fs::read_to_string(&index) {
            self.note(&index);
            format!("{MEMORY}{html}{runner}")
        } else {
            let contender = charts.unwrap_or(rest).split('/').next()?;
            format!(
                "{MEMORY}<meta charset=\"utf-8\"><title>{contender}</title>\
                 <script type=\"module\" src=\"/{folder}/{contender}.js\"></script>{runner}"
            )
        };
        Some((html.into_bytes(), "text/html; charset=utf-8"))
    }

    fn note(&self, file: &Path) {
        let mut fetched = lock(&self.fetched);
        if !fetched.files.iter().any(|known| known == file) {
            fetched.files.push(file.to_owned());
        }
    }
}

/// Answers and has the browser close the connection: a new one may have to wait until another
/// ends, which is never where they are kept.
fn send(request: Request, status: &str, mime: &str, body: &[u8]) -> std::io::Result<()> {
    let mut writer = request.into_writer();
    write!(
        writer,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{HEADERS}\r\n",
        body.len()
    )?;
    writer.write_all(body)?;
    writer.flush()
}

fn read(file: &Path) -> Option<(Vec<u8>, &'static str)> {
    Some((fs::read(file).ok()?, mime::of(file)))
}
