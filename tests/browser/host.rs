//! Two small servers: a blog, whose pages hold frames, and the built folder at another origin.
//!
//! In: the folder in `PLEDGES_DIST`, pages in `tests/fixtures/hosts` with words to put in, and the
//! headers that a test asks for. Out: addresses, and what was asked of each. Every server takes a
//! free port and ends with the tests.

use pledges::site::policy::naming;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// One of them.
pub(crate) struct Host {
    /// Its address, with a `/` at its end.
    pub(crate) address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

/// What a server was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Path and query.
    pub(crate) path: String,
    /// Whether a cookie or a login came with it.
    pub(crate) known: bool,
}

/// What a server serves.
struct Served {
    folder: PathBuf,
    /// Names in braces and what stands in their places, in pages.
    words: Vec<(String, String)>,
    /// Headers beside the usual ones, a line each.
    headers: String,
    /// Its address, where pages are as they are written for a site of a known address.
    site: Option<String>,
}

/// Lets frames of no origin load modules and WebAssembly.
pub(crate) const ANYBODY: &str = "Access-Control-Allow-Origin: *\r\n";

impl Host {
    /// The built folder as for a site of this address, with these headers.
    pub(crate) fn site(headers: &str) -> Self {
        let folder = std::env::var_os("PLEDGES_DIST").expect("`cargo xtask test` sets it");
        // Another site than a blog, not only another port of the same.
        Self::start("localhost", folder.into(), None, headers)
    }

    /// Pages of hosts, in which `{name}` stands for what `words` have for it.
    pub(crate) fn blog(words: &[(&str, &str)], headers: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hosts");
        Self::start("127.0.0.1", folder, Some(words), headers)
    }

    /// A folder as it is.
    pub(crate) fn folder(folder: &Path) -> Self {
        Self::start("127.0.0.1", folder.to_owned(), Some(&[]), "")
    }

    fn start(name: &str, folder: PathBuf, words: Option<&[(&str, &str)]>, headers: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a port").port();
        let address = format!("http://{name}:{port}/");
        let own = |(name, word): &(&str, &str)| (format!("{{{name}}}"), (*word).to_owned());
        let site = words.is_none().then(|| address.clone());
        let mut words: Vec<(String, String)> = words.into_iter().flatten().map(own).collect();
        words.push(("{host}".to_owned(), address.clone()));
        let served = Arc::new(Served {
            folder,
            words,
            headers: headers.to_owned(),
            site,
        });
        let asked = Arc::<Mutex<Vec<Asked>>>::default();
        let log = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (served, log) = (served.clone(), log.clone());
                // A browser that hangs up in the middle is no fault of a test.
                thread::spawn(move || served.answer(&stream, &log));
            }
        });
        Self { address, asked }
    }

    /// The address of a path.
    pub(crate) fn at(&self, path: &str) -> String {
        [self.address.as_str(), path].concat()
    }

    /// What was asked of it so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no test holds it").clone()
    }
}

impl Served {
    fn answer(&self, mut stream: &TcpStream, log: &Mutex<Vec<Asked>>) -> Option<()> {
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        let first = lines.next()?;
        let path = first.split(' ').nth(1)?.to_owned();
        let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let known = head.iter().any(|line| {
            let line = line.to_ascii_lowercase();
            line.starts_with("cookie:") || line.starts_with("authorization:")
        });
        log.lock().ok()?.push(Asked {
            path: path.clone(),
            known,
        });
        let name = path.split('?').next()?.trim_start_matches('/').to_owned();
        let name = if name.is_empty() || name.ends_with('/') {
            name + "index.html"
        } else {
            name
        };
        let (status, body) = match self.file(&name) {
            // What browsers ask of every host is no fault of a page.
            _ if name == "favicon.ico" => ("200 OK", Vec::new()),
            Some(body) => ("200 OK", body),
            None => ("404 Not Found", b"Nothing stands here.".to_vec()),
        };
        let kind = kind(&name);
        let length = body.len();
        let extra = &self.headers;
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n{extra}\r\n"
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()
    }

    fn file(&self, name: &str) -> Option<Vec<u8>> {
        // WordPress's own script, where the run was given one.
        if let Some(own) = std::env::var_os("PLEDGES_WP_EMBED").filter(|_| name == "wp-embed.js") {
            return fs::read(own).ok();
        }
        let path = self.folder.join(name);
        if let Some(address) = self.site.as_ref().filter(|_| name.ends_with(".html")) {
            let page = fs::read_to_string(&path).ok()?;
            return Some(naming(&page, address).into_bytes());
        }
        let body = fs::read(&path).ok().filter(|_| !name.contains(".."))?;
        if !name.ends_with(".html") || self.words.len() < 2 {
            return Some(body);
        }
        let mut page = String::from_utf8(body).ok()?;
        for (name, word) in &self.words {
            page = page.replace(name, word);
        }
        Some(page.into_bytes())
    }
}

fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
