//! A static host that can fail, on this machine.
//!
//! In: sites by the path they lie at, and what is to go wrong. Out: answers as a plain host gives
//! them, and a log of what was asked for. Invariant: nothing goes wrong that was not asked for.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

/// The files of a site by name.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The built folder.
pub(crate) fn built() -> Files {
    fn read(folder: &Path, within: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let name = format!("{within}{}", entry.file_name().display());
            if entry.path().is_dir() {
                read(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    let folder = std::env::var_os("PLEDGES_DIST").expect("`cargo xtask test` says where it is");
    let mut files = Files::new();
    read(folder.as_ref(), "", &mut files);
    files
}

/// What pages are sent as.
const PAGE: &str = "text/html; charset=utf-8";

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// This status, with a page that says so.
    Status(u16),
    /// Half of the body, then the line is dead.
    Cut,
    /// Nothing for as long as the fault is there.
    Hang,
    /// Another media type.
    Type(&'static str),
    /// Another body under the right name.
    Other(&'static str),
    /// Leads to this address.
    To(&'static str),
}

#[derive(Default)]
struct State {
    sites: BTreeMap<String, Arc<Files>>,
    faults: BTreeMap<String, Fault>,
    log: Vec<String>,
    /// `Cache-Control` of pages and of all else.
    cache: [&'static str; 2],
    /// Whether unknown addresses get the first page, as hosts of single-page apps do.
    fallback: bool,
    /// Headers of every answer beside the usual ones, a line each.
    headers: String,
    /// Whether the line to it is that of a telephone far from the next mast.
    slow: bool,
    gone: bool,
}

/// How long a slow line takes before anything comes, and for each piece of what comes: with
/// bodies that nobody has compressed that is a little less than "slow 3G" gives of compressed ones.
const FAR: Duration = Duration::from_millis(400);
const PIECE: (usize, Duration) = (12_000, Duration::from_millis(100));

/// A running host.
pub(crate) struct Host {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Host {
    /// Starts on any free port, without a site.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("a port").port();
        let state = Arc::new(Mutex::new(State {
            cache: ["no-cache"; 2],
            ..State::default()
        }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if lock(&shared).gone {
                    return;
                }
                let shared = Arc::clone(&shared);
                // A browser that goes away in the middle is no concern of the others.
                thread::spawn(move || serve(stream, &shared).ok());
            }
        });
        Self { port, state }
    }

    /// The address of a path, e.g. `/a/`.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Puts a site where it is from now on, in place of what was there.
    pub(crate) fn publish(&self, path: &str, files: &Files) {
        let files = Arc::new(files.clone());
        lock(&self.state).sites.insert(path.to_owned(), files);
    }

    /// What goes wrong at a path from now on.
    pub(crate) fn fail(&self, path: &str, fault: Fault) {
        lock(&self.state).faults.insert(path.to_owned(), fault);
    }

    /// Nothing goes wrong any more.
    pub(crate) fn mend(&self) {
        lock(&self.state).faults.clear();
    }

    /// What browsers may keep of pages and of all else, as `Cache-Control`.
    pub(crate) fn cache(&self, pages: &'static str, others: &'static str) {
        lock(&self.state).cache = [pages, others];
    }

    /// Whether unknown addresses get the first page.
    pub(crate) fn fallback(&self, on: bool) {
        lock(&self.state).fallback = on;
    }

    /// From now on everything takes as long as on a bad line.
    pub(crate) fn slow(&self) {
        lock(&self.state).slow = true;
    }

    /// What is sent with every answer, a line each.
    pub(crate) fn send(&self, headers: &str) {
        headers.clone_into(&mut lock(&self.state).headers);
    }

    /// The paths that were asked for since the last call, in order of time.
    pub(crate) fn log(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.state).log)
    }

    /// Stops listening: from now on there is no such host.
    pub(crate) fn end(&self) {
        lock(&self.state).gone = true;
        // Wakes the thread that listens.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.end();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn serve(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    while lines
        .next()
        .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
    {}
    let Some(target) = first.split(' ').nth(1).filter(|it| !it.is_empty()) else {
        return Ok(());
    };
    let path = target.split('?').next().unwrap_or_default();
    lock(state).log.push(path.to_owned());
    while lock(state).faults.get(path) == Some(&Fault::Hang) {
        thread::sleep(Duration::from_millis(20));
    }
    let fault = lock(state).faults.get(path).copied();
    let (status, extra, kind, body) = answer(&lock(state), target, fault);
    let (cache, headers) = {
        let state = lock(state);
        (
            state.cache[usize::from(kind != PAGE)],
            state.headers.clone(),
        )
    };
    let head = format!(
        "HTTP/1.1 {status} x\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: {cache}\r\nConnection: close\r\n{extra}{headers}\r\n",
        body.len(),
    );
    let slow = lock(state).slow;
    if slow {
        thread::sleep(FAR);
    }
    stream.write_all(head.as_bytes())?;
    let sent = if fault == Some(Fault::Cut) {
        body.len() / 2
    } else {
        body.len()
    };
    for piece in body.get(..sent).unwrap_or_default().chunks(PIECE.0) {
        if slow {
            thread::sleep(PIECE.1);
        }
        stream.write_all(piece)?;
    }
    Ok(())
}

/// Status, further heads, media type and body.
fn answer(
    state: &State,
    target: &str,
    fault: Option<Fault>,
) -> (u16, String, &'static str, Vec<u8>) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let plain = PAGE;
    match fault {
        Some(Fault::Status(status)) => {
            return (status, String::new(), plain, b"<p>No.</p>".to_vec());
        }
        Some(Fault::To(to)) => return (302, format!("Location: {to}\r\n"), plain, Vec::new()),
        _ => {}
    }
    // The nearest of the sites that lie above the path.
    let site = state
        .sites
        .iter()
        .rev()
        .find(|(at, _)| path.starts_with(at.as_str()));
    let Some((at, files)) = site else {
        return (404, String::new(), plain, b"<p>Nothing.</p>".to_vec());
    };
    let name = path.trim_start_matches(at.as_str());
    let page = format!("{}index.html", name);
    let name = if name.is_empty() || name.ends_with('/') {
        &page
    } else {
        name
    };
    if files.contains_key(&format!("{name}/index.html")) {
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        return (
            301,
            format!("Location: {path}/{query}\r\n"),
            plain,
            Vec::new(),
        );
    }
    let (status, name) = match files.contains_key(name) {
        true => (200, name),
        false if state.fallback => (200, "index.html"),
        false => (404, "404.html"),
    };
    let body = files.get(name).cloned().unwrap_or_default();
    match fault {
        Some(Fault::Type(kind)) => (status, String::new(), kind, body),
        Some(Fault::Other(text)) => (status, String::new(), kind_of(name), text.into()),
        _ => (status, String::new(), kind_of(name), body),
    }
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => PAGE,
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "csv" => "text/csv; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}
