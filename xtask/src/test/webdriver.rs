//! What browser tests stand on: the built site on a port, and what drives a browser.
//!
//! One chromedriver serves all tests; of the other drivers each test starts its own, as those
//! serve one browser at a time. `WebKit` needs a screen, so there is one that nobody sees. All
//! take any free port, so that runs side by side do not meet. Driver and screen end with the
//! value; the server with the process.

use crate::engine::Engine;
use crate::failure::{Doing, Failure, Result};
use crate::project::Project;
use crate::serve;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// Wide and high enough for every page that is tested.
const SCREEN: &str = "1920x8192x24";

/// What a driver is given to end its browsers.
const PATIENCE: Duration = Duration::from_secs(10);

/// A site and a way to drive a browser, ready.
pub(crate) struct Stage {
    engine: Engine,
    site: String,
    driver: PathBuf,
    browser: PathBuf,
    /// Where chromedriver listens, or which screen is `WebKit`'s.
    place: Option<String>,
    child: Option<Child>,
}

impl Stage {
    /// Serves a folder and starts what all tests share.
    pub(crate) fn set(project: &Project, engine: Engine, folder: &Path) -> Result<Self> {
        let missing = || Failure::new(format!("{} or its driver is missing", engine.name()));
        let driver = engine.driver(project).ok_or_else(missing)?;
        let browser = engine.program().ok_or_else(missing)?;
        let mut stage = Self {
            engine,
            site: serve::in_background(folder)?,
            driver,
            browser,
            place: None,
            child: None,
        };
        match engine {
            Engine::Chromium => {
                let mut driver = Command::new(&stage.driver);
                driver.args(["--port=0", "--log-level=SEVERE"]);
                stage.share(&mut driver, "chromedriver", |line| {
                    let (_, rest) = line.split_once("successfully on port ")?;
                    let port: u16 = rest.trim_end_matches('.').parse().ok()?;
                    Some(format!("http://127.0.0.1:{port}/"))
                })?;
            }
            Engine::Firefox => {}
            Engine::WebKit => {
                let mut screen = Command::new("Xvfb");
                screen.args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    SCREEN,
                    "-nolisten",
                    "tcp",
                ]);
                stage.share(&mut screen, "Xvfb", |line| {
                    Some(format!(":{}", line.trim()))
                })?;
            }
        }
        Ok(stage)
    }

    /// Starts a program and waits until it says where it can be found.
    fn share(
        &mut self,
        command: &mut Command,
        name: &str,
        place: impl Fn(&str) -> Option<String>,
    ) -> Result<()> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .doing(|| format!("start {name}"))?;
        // From here on the value ends it, whatever comes.
        let child = self.child.insert(child);
        let pipe = child.stdout.take();
        let mut lines = pipe.into_iter().flat_map(|it| BufReader::new(it).lines());
        let said = lines.by_ref().map_while(std::result::Result::ok);
        self.place = said.into_iter().find_map(|line| place(&line));
        // What it says later must not fill the pipe.
        thread::spawn(move || lines.for_each(drop));
        match self.place {
            Some(_) => Ok(()),
            None => Err(Failure::new(format!("{name} did not start"))),
        }
    }

    /// A browser may have been kept for another test; its driver ends it, and then itself.
    fn end_browsers(&mut self) {
        let place = self.place.as_deref().unwrap_or_default();
        let host = place.trim_start_matches("http://").trim_end_matches('/');
        if let Ok(mut stream) = TcpStream::connect(host) {
            let wish =
                format!("GET /shutdown HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            let _ = stream.set_read_timeout(Some(PATIENCE));
            let _ = stream.write_all(wish.as_bytes());
            let _ = stream.read_to_end(&mut Vec::new());
        }
    }

    /// Tells the tests where everything is.
    pub(crate) fn give(&self, command: &mut Command) {
        command
            .env("PLEDGES_SITE", &self.site)
            .env("PLEDGES_ENGINE", self.engine.word())
            .env("PLEDGES_DRIVER", &self.driver)
            .env("PLEDGES_BROWSER", &self.browser);
        if let Some(place) = &self.place {
            let name = match self.engine {
                Engine::Chromium | Engine::Firefox => "PLEDGES_WEBDRIVER",
                Engine::WebKit => "DISPLAY",
            };
            command.env(name, place);
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if self.engine == Engine::Chromium {
            self.end_browsers();
        }
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
