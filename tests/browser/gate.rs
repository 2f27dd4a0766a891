//! The only way from a tested browser to anybody but this machine: it is closed, and remembers
//! who was asked for.
//!
//! In: what a browser sends to its proxy, which is everything but requests to this machine. Out:
//! a refusal, and whom each was for. Invariant: each window has a gate of its own, so that what is
//! found is of one test; the driver looks when the window closes, for the whole suite and in
//! every engine.

use crate::engine::Engine;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Whose hosts browsers ask of themselves, whatever is turned off and whatever the page: for
/// updates, lists, the time, what the fields of a form are about.
const MAKERS: [&str; 8] = [
    // Debian's Chromium starts with it, where a profile is kept.
    ".duckduckgo.com",
    ".google.com",
    ".googleapis.com",
    ".gstatic.com",
    ".gvt1.com",
    ".mozilla.com",
    ".mozilla.org",
    ".mozilla.net",
];

/// Those of their hosts that only pages ask.
const LENT: [&str; 4] = ["fonts.", "ajax.", "maps.", "analytics."];

/// A proxy that lets nothing through.
pub(crate) struct Gate {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    gone: Arc<AtomicBool>,
}

impl Gate {
    /// Starts on any free port.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let gate = Self {
            port: listener.local_addr().expect("a port").port(),
            asked: Arc::default(),
            gone: Arc::default(),
        };
        let (asked, gone) = (gate.asked.clone(), gate.gone.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if gone.load(Ordering::Relaxed) {
                    return;
                }
                let asked = asked.clone();
                thread::spawn(move || refuse(&stream, &asked));
            }
        });
        gate
    }

    /// Makes it the way of a session that is yet to begin, out of what is asked of the driver.
    pub(crate) fn stand_before(&self, engine: Engine, wish: &mut Value) {
        let here = format!("127.0.0.1:{}", self.port);
        let wish = &mut wish["capabilities"]["alwaysMatch"];
        if engine == Engine::WebKit {
            // Its browser takes no word of its driver's for this.
            let words = ["--ignore-host=127.0.0.1", "--ignore-host=localhost"].map(Value::from);
            let args = wish["webkitgtk:browserOptions"]["args"].as_array_mut();
            let args = args.expect("what it is started with");
            args.push(format!("--proxy=http://{here}").into());
            args.extend(words);
            return;
        }
        wish["proxy"] = json!({
            "proxyType": "manual", "httpProxy": here, "sslProxy": here,
            "noProxy": ["127.0.0.1", "localhost"],
        });
    }

    /// Everybody who was asked for since the last call.
    pub(crate) fn taken(&self) -> Vec<String> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut asked)
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.gone.store(true, Ordering::Relaxed);
        // Wakes the thread that listens.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// Notes whom a request is for, and says no.
fn refuse(mut stream: &TcpStream, asked: &Mutex<Vec<String>>) -> Option<()> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next()?;
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    // `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`.
    let whom = first.split(' ').nth(1)?.to_owned();
    let host = whom.split("//").last()?.split(['/', ':']).next()?;
    let own =
        MAKERS.iter().any(|it| host.ends_with(it)) && !LENT.iter().any(|it| host.starts_with(it));
    if !own {
        let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(whom);
    }
    let no = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    stream.write_all(no).ok()
}

/// A page without a policy asks somebody else, and that is seen: the rest of the suite rests on it.
#[test]
fn whoever_asks_elsewhere_is_seen() {
    let browser = crate::driver::Browser::open();
    let page = "data:text/html,<title>elsewhere</title><img src='http://elsewhere.example/a.png'>\
        <img src='https://fonts.gstatic.com/b.png'>";
    browser.go(page);
    let mut seen = Vec::new();
    browser.until("both to be asked for", || {
        seen.extend(browser.asked_elsewhere());
        let has = |whom: &str| seen.iter().any(|it: &String| it.contains(whom));
        has("elsewhere.example/a.png") && has("fonts.gstatic.com:443")
    });
}
