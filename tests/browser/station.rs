//! The driver of one session, where a driver serves no more than one: geckodriver and
//! `WebKitWebDriver`.
//!
//! In: the program, from `PLEDGES_DRIVER`. Out: the address that takes commands. Invariant: the
//! program ends with the value or with the tests, however they end, and so do its browser and the
//! folder that both may write to.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use crate::engine::{Engine, NO_WASM};

const PATIENCE: Duration = Duration::from_secs(20);

/// The browser's own bars keep a window from becoming as narrow as a phone: they are made thin.
const THIN: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 6px; }";

/// Ends driver and browser once nobody holds the other end of its input.
const WARDEN: &str =
    r#"trap : TERM; "$@" < /dev/null & cat > /dev/null; kill -TERM 0; wait; rm -rf "$FOLDER""#;

/// A driver that runs.
pub(crate) struct Station {
    warden: Child,
    /// Where it takes commands, with a `/` at its end.
    pub(crate) url: String,
    /// What both may write to.
    folder: PathBuf,
}

impl Station {
    /// Starts one of its own for a session.
    #[track_caller]
    pub(crate) fn start(engine: Engine, still: bool, flags: &[&str]) -> Self {
        let program = env::var("PLEDGES_DRIVER").expect("PLEDGES_DRIVER names geckodriver or such");
        let port = free();
        let folder = env::temp_dir().join(format!("pledges-{}-{port}", std::process::id()));
        settings(&folder, still).expect("settings for a browser");
        let mut command = Command::new("sh");
        command.args(["-c", WARDEN, "sh", &program, &format!("--port={port}")]);
        if engine == Engine::Firefox {
            // Its own scripts tell the page of the reader's wishes; see `gecko`.
            command.args(["--allow-system-access", "--log=fatal"]);
        }
        if engine == Engine::WebKit && flags.contains(&NO_WASM) {
            command.env("JSC_useWasm", "false");
        }
        command
            .env("FOLDER", &folder)
            .env("TMPDIR", &folder)
            .env("XDG_CONFIG_HOME", &folder)
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let warden = command.spawn().expect("the driver starts");
        let url = format!("http://127.0.0.1:{port}/");
        let station = Self {
            warden,
            url,
            folder,
        };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(Instant::now() < end, "the driver does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        station
    }

    /// Where the browser puts what is downloaded.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.join(DOWNLOADS)
    }
}

impl Drop for Station {
    fn drop(&mut self) {
        drop(self.warden.stdin.take());
        let _ = self.warden.wait();
    }
}

/// A port that nobody listens to now.
fn free() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

const DOWNLOADS: &str = "downloads";

/// What a desktop would tell the browser: how its bars look, whether things move, and where
/// downloads go.
fn settings(folder: &Path, still: bool) -> std::io::Result<()> {
    let downloads = folder.join(DOWNLOADS);
    fs::create_dir_all(&downloads)?;
    let text = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(folder.join("user-dirs.dirs"), text)?;
    let folder = folder.join("gtk-3.0");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("gtk.css"), THIN)?;
    let moves = u8::from(!still);
    let text = format!("[Settings]\ngtk-enable-animations={moves}\n");
    fs::write(folder.join("settings.ini"), text)
}
