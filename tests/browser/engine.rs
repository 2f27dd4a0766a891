//! Which browser a run drives, and how a session of it begins.
//!
//! In: `PLEDGES_ENGINE`, `PLEDGES_BROWSER` and what the page is to be told of its reader. Out: the
//! session's capabilities in the words of the driver. Invariant: whatever differs between
//! engines is asked of here or in [`crate::gecko`]; tests do not know where they run, and those
//! that one engine cannot run are named in `engines.txt`, with the reason.

use serde_json::{Value, json};

/// A family of browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`, by `WebKitWebDriver`.
    WebKit,
}

const CHROMIUM: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
];

/// Chromium's word for "no WebAssembly", which other engines are told in theirs.
pub(crate) const NO_WASM: &str = "--js-flags=--jitless";

impl Engine {
    /// The one that this run is about.
    pub(crate) fn asked() -> Self {
        match std::env::var("PLEDGES_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium" | "") | Err(_) => Self::Chromium,
            Ok(other) => {
                panic!("PLEDGES_ENGINE is `{other}`: neither chromium, firefox nor webkit")
            }
        }
    }

    /// The answer to "new session", told of the reader's wishes where they can only be told here;
    /// `flags` are those of [`crate::driver::Browser::with`].
    pub(crate) fn capabilities(self, wishes: &[(&str, &str)], flags: &[&str]) -> Value {
        let browser = std::env::var("PLEDGES_BROWSER").ok();
        let (name, key, mut options) = match self {
            Self::Chromium => {
                let args: Vec<&&str> = CHROMIUM.iter().chain(flags).collect();
                ("chrome", "goog:chromeOptions", json!({ "args": args }))
            }
            Self::Firefox => ("firefox", "moz:firefoxOptions", firefox(flags)),
            Self::WebKit => ("MiniBrowser", "webkitgtk:browserOptions", webkit(wishes)),
        };
        if let Some(browser) = browser {
            options["binary"] = json!(browser);
        }
        let mut wish = json!({ "browserName": name, key: options });
        if self == Self::Chromium {
            wish["goog:loggingPrefs"] = json!({ "browser": "ALL" });
        }
        json!({ "capabilities": { "alwaysMatch": wish } })
    }
}

fn firefox(flags: &[&str]) -> Value {
    let mut args = vec!["-headless"];
    for profile in flags
        .iter()
        .filter_map(|it| it.strip_prefix("--user-data-dir="))
    {
        std::fs::create_dir_all(profile).expect("a folder for a profile");
        args.extend(["-profile", profile]);
    }
    json!({ "args": args, "prefs": {
        "browser.privatebrowsing.autostart": flags.contains(&"--incognito"),
        "javascript.options.wasm": !flags.contains(&NO_WASM),
        // Without it this machine would still be reached when there is no network.
        "network.disable-localhost-when-offline": true,
        "app.normandy.enabled": false,
        "browser.region.network.url": "",
        "browser.search.update": false,
        "extensions.getAddons.cache.enabled": false,
        "media.gmp-manager.updateEnabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,",
        "browser.newtabpage.enabled": false,
        // No page at the start, and no process kept ready for another.
        "dom.ipc.processPrelaunch.enabled": false,
        // Bars that come and go would take room from the page.
        "widget.gtk.overlay-scrollbars.enabled": true,
    } })
}

fn webkit(wishes: &[(&str, &str)]) -> Value {
    let mut words = vec!["--automation", "--geometry=1280x820"];
    if wishes.iter().any(|it| it.1 == "dark") {
        words.push("--dark-mode");
    }
    json!({ "args": words })
}
