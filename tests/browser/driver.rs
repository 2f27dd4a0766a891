//! A browser as a test sees it: a small client of the W3C's protocol for it.
//!
//! In: the address of the built site and, by engine, that of a running chromedriver or the
//! program of another driver, from `PLEDGES_SITE`, `PLEDGES_ENGINE`, `PLEDGES_WEBDRIVER` and
//! `PLEDGES_DRIVER` (`cargo xtask test` sets them). Out: what a reader, a keyboard or a screen
//! reader would find. Everything here stops the test with a sentence when it fails; whatever
//! happens, the session is closed, and the page as it was at a failure is kept as a picture in
//! `target/browser/`. Invariant: no test passes whose browser asked anybody but this machine for
//! anything ([`crate::gate`]).

mod console;
mod picture;
mod reader;

pub(crate) use console::Message;

use crate::blink;
use crate::element::{Element, candidates};
use crate::engine::Engine;
use crate::gate::Gate;
use crate::gecko;
use crate::keep;
use crate::session::{self, Session};
use crate::webkit;
use crate::wire::{self, call, words};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use ureq::Agent;

/// How long a test waits for the page to become as it should.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// One browser window of its own, without history or storage.
pub(crate) struct Browser {
    agent: Agent,
    engine: Engine,
    session: RefCell<Session>,
    site: String,
    /// The page's size, for a window that takes the place of this one.
    size: Cell<(u32, u32)>,
    /// Console messages so far; chromedriver hands each out only once.
    console: RefCell<Vec<Message>>,
    /// Whether it may serve another test.
    lasts: Cell<bool>,
}

impl Browser {
    /// A new window, 1280 by 800, of a reader who has no copy kept for reading offline: what a
    /// test asks for is then asked of the host.
    #[track_caller]
    pub(crate) fn open() -> Self {
        let browser = Self::new(&[], false);
        // WebKit keeps nothing for a driven window.
        if browser.engine == Engine::Chromium {
            let wish = "try { localStorage.setItem('offline /', '{\"off\":true}'); } catch {}";
            browser.chromium(
                "Page.addScriptToEvaluateOnNewDocument",
                &json!({ "source": wish }),
            );
        }
        browser
    }

    /// The same with a copy kept, and further flags for Chromium; a profile that outlives a
    /// browser (`--user-data-dir`) Firefox has, too.
    #[track_caller]
    pub(crate) fn with(flags: &[&str]) -> Self {
        Self::new(flags, true)
    }

    #[track_caller]
    fn new(flags: &[&str], keeps: bool) -> Self {
        let (agent, engine) = (wire::agent(), Engine::asked());
        let lasts = session::may_last(engine, flags);
        let idle = lasts.then(Session::laid_by).flatten();
        let used = idle.is_some();
        let session = idle.unwrap_or_else(|| Session::begin(&agent, engine, &[], flags));
        let browser = Self {
            agent,
            engine,
            session: RefCell::new(session),
            site: variable("PLEDGES_SITE"),
            size: Cell::default(),
            console: RefCell::default(),
            lasts: Cell::new(lasts),
        };
        if used {
            let origins = std::mem::take(&mut browser.session.borrow_mut().origins);
            match engine {
                Engine::Chromium => blink::forget(&browser, &origins),
                Engine::Firefox => gecko::forget(&browser),
                Engine::WebKit => webkit::forget(&browser, &origins),
            }
        }
        if engine == Engine::Firefox {
            gecko::workers(&browser, keeps);
        }
        browser.size(1280, 800);
        browser
    }

    /// Goes on in another tab or window, and closes all others.
    #[track_caller]
    pub(crate) fn turn_to_another(&self, kind: &str) {
        let old = self.get("window/handles");
        let new = self.post("window/new", &json!({ "type": kind }));
        for old in old.as_array().into_iter().flatten() {
            self.post("window", &json!({ "handle": old }));
            let closed = self.call("DELETE", "window", None);
            closed.unwrap_or_else(|fault| panic!("the last {kind}: {fault}"));
        }
        self.post("window", &json!({ "handle": new["handle"] }));
    }

    /// Which browser it is, for the little that only some can be asked.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to a path of the site, e.g. `?q=icb`, and waits until it is loaded.
    #[track_caller]
    pub(crate) fn visit(&self, path: &str) {
        self.go(&format!("{}{}", self.site, path.trim_start_matches('/')));
    }

    /// Goes to a whole address.
    #[track_caller]
    pub(crate) fn go(&self, url: &str) {
        self.session.borrow_mut().notes(url);
        self.post("url", &json!({ "url": url }));
        self.listen();
    }

    /// The page's title.
    #[track_caller]
    pub(crate) fn title(&self) -> String {
        words(&self.get("title"))
    }

    /// The whole address in the address bar.
    #[track_caller]
    pub(crate) fn address(&self) -> String {
        words(&self.get("url"))
    }

    /// One page back in the history.
    #[track_caller]
    pub(crate) fn back(&self) {
        self.post("back", &json!({}));
    }

    /// One page forward.
    #[track_caller]
    pub(crate) fn forward(&self) {
        self.post("forward", &json!({}));
    }

    /// Runs the body of a function in the page and gives what it returns; a
    /// promise is waited for.
    #[track_caller]
    pub(crate) fn script(&self, body: &str, args: &[Value]) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": args }))
    }

    /// The first element for a CSS selector, once there is one.
    #[track_caller]
    pub(crate) fn find(&self, css: &str) -> Element<'_> {
        self.wait(&format!("an element `{css}`"), || {
            self.all(css).into_iter().next()
        })
    }

    /// All elements for a CSS selector, now.
    #[track_caller]
    pub(crate) fn all(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.post(
            "elements",
            &json!({ "using": "css selector", "value": css }),
        );
        let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
        found
            .iter()
            .map(|reference| Element::new(self, reference))
            .collect()
    }

    /// The first element that a screen reader calls by this role and a name
    /// that contains this, once there is one.
    #[track_caller]
    pub(crate) fn role(&self, role: &str, name: &str) -> Element<'_> {
        self.wait(&format!("a {role} named `{name}`"), || {
            self.all(candidates(role))
                .into_iter()
                .find(|element| element.is(role, name))
        })
    }

    /// Whether no element of that role and name is in the page now.
    #[track_caller]
    pub(crate) fn lacks(&self, role: &str, name: &str) -> bool {
        !self
            .all(candidates(role))
            .iter()
            .any(|element| element.is(role, name))
    }

    /// The element that has the keyboard.
    #[track_caller]
    pub(crate) fn focused(&self) -> Element<'_> {
        Element::new(self, &self.get("element/active"))
    }

    /// Presses keys where the focus is; see [`crate::element::keys`].
    #[track_caller]
    pub(crate) fn press(&self, keys: &str) {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("actions", &json!({ "actions": [keyboard] }));
    }

    /// Presses keys while another one is held.
    #[track_caller]
    pub(crate) fn press_with(&self, held: &str, keys: &str) {
        let stroke = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let mut strokes = vec![stroke("keyDown", held)];
        for key in keys.chars().map(String::from) {
            strokes.extend(["keyDown", "keyUp"].map(|kind| stroke(kind, &key)));
        }
        strokes.push(stroke("keyUp", held));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("actions", &json!({ "actions": [keyboard] }));
    }

    /// Takes the network away, or gives it back.
    #[track_caller]
    pub(crate) fn offline(&self, offline: bool) {
        if self.engine == Engine::Firefox {
            return gecko::offline(self, offline);
        }
        self.chromium("Network.enable", &json!({}));
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.chromium("Network.emulateNetworkConditions", &conditions);
    }

    /// The folder into which downloads go from now on; what lies there is of this window.
    #[track_caller]
    pub(crate) fn downloads(&self) -> PathBuf {
        let session = self.session.borrow();
        if let Some(station) = &session.station {
            let folder = station.downloads();
            if self.engine == Engine::Firefox {
                gecko::downloads(self, &folder);
            }
            return folder;
        }
        let (_, name) = session.url.rsplit_once('/').unwrap_or_default();
        let folder = std::env::temp_dir().join(format!("pledges-downloads-{name}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        self.chromium(
            "Browser.setDownloadBehavior",
            &json!({ "behavior": "allow", "downloadPath": folder }),
        );
        folder
    }

    /// Inserts a text where the caret is, as pasting does.
    #[track_caller]
    pub(crate) fn paste(&self, text: &str) {
        if self.engine == Engine::Chromium {
            self.chromium("Input.insertText", &json!({ "text": text }));
        } else {
            let insert = "document.execCommand('insertText', false, arguments[0])";
            self.script(insert, &[json!(text)]);
        }
    }

    /// A command of Chromium's own protocol; a test that needs it is one of Chromium's only.
    #[track_caller]
    pub(crate) fn chromium(&self, command: &str, parameters: &Value) -> Value {
        assert!(
            self.engine == Engine::Chromium,
            "{command} is of Chromium only: name this test in tests/browser/engines.txt"
        );
        // What is told to more than this window outlives it.
        if command.starts_with("Browser.") || command.starts_with("Storage.") {
            self.lasts.set(false);
        }
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Everybody but this machine whom the browser asked for something since the last call; none
    /// of them was reached.
    pub(crate) fn asked_elsewhere(&self) -> Vec<String> {
        let session = self.session.borrow();
        session.gate.as_ref().map(Gate::taken).unwrap_or_default()
    }

    /// Stops the test if somebody else was asked.
    #[track_caller]
    fn assert_alone(&self) {
        let asked = self.asked_elsewhere();
        // A test that has failed has said why.
        if !std::thread::panicking() {
            assert!(asked.is_empty(), "others were asked: {asked:#?}");
        }
    }

    /// Asks again and again until there is an answer; stops the test, saying
    /// what was waited for, when there is none for half a minute.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, mut probe: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(answer) = probe() {
                return answer;
            }
            assert!(
                Instant::now() < end,
                "waited {} s for {what} at {}",
                PATIENCE.as_secs(),
                self.address()
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// Waits until a condition holds.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        self.wait(what, || holds().then_some(()));
    }

    /// A question of the protocol within this session.
    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Value {
        self.checked("GET", path, None)
    }

    /// A command of the protocol within this session.
    #[track_caller]
    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        self.checked("POST", path, Some(body))
    }

    #[track_caller]
    fn checked(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.call(method, path, body)
            .unwrap_or_else(|fault| panic!("{path}: {fault}"))
    }

    /// Either, where a failure is an answer too.
    pub(crate) fn call(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value, String> {
        let url = format!("{}/{path}", self.session.borrow().url);
        call(&self.agent, method, &url, body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Ok(picture) = self.call("GET", "screenshot", None)
        {
            let name = std::thread::current()
                .name()
                .unwrap_or("test")
                .replace("::", "-");
            keep::failure(&name, &keep::decoded(&words(&picture)));
        }
        if self.lasts.get() && !std::thread::panicking() {
            self.assert_alone();
            self.session.take().lay_by();
            return;
        }
        // Nothing can be done about a session that will not end.
        let _ = self.call("DELETE", "", None);
        self.assert_alone();
    }
}

#[track_caller]
pub(crate) fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; `cargo xtask test` starts what the browser tests need")
    })
}
