//! The built site, once its host is gone: a browser that is started again has everything.
//!
//! In: the folder in `PLEDGES_DIST`. The profile is the test's own, and gone with it.

use std::fs;
use std::path::PathBuf;

use pledges::site::names::hashed;
use pledges::site::offline::is_kept;
use serde_json::json;

use super::host::{Fault, Files, Host, built};
use super::{line, run, until_line};
use crate::driver::Browser;
use crate::explore::{n_entries, status, wake, whole, write};
use crate::take::taken;

/// A profile that outlives a browser.
struct Profile(PathBuf);

impl Profile {
    fn new(name: &str) -> Self {
        let name = format!("offline-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn browser(&self) -> Browser {
        Browser::with(&[&format!("--user-data-dir={}", self.0.display())])
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn alive(browser: &Browser) {
    browser.until("the program to run", || {
        browser.script("return 'alive' in document.documentElement.dataset", &[]) == true
    });
}

fn kept(path: &str) {
    let (host, files) = (Host::start(), built());
    host.publish(path, &files);
    let profile = Profile::new(&path.replace('/', "x"));
    let at = |address: &str| host.at(&format!("{path}{address}"));
    {
        let browser = profile.browser();
        browser.go(&at(""));
        alive(&browser);
        until_line(&browser, "Works offline");
        // Nothing is asked for twice.
        host.log();
        browser.go(&at("?q=doctors"));
        alive(&browser);
        until_line(&browser, "Works offline");
        let asked = host.log();
        assert!(asked.iter().all(|it| it.ends_with("/sw.js")), "{asked:?}");
        browser.assert_no_errors();
    }
    host.end();
    let browser = profile.browser();
    browser.go(&at("?q=doctors"));
    alive(&browser);
    let some = n_entries(&browser);
    browser.go(&at("index.html"));
    alive(&browser);
    assert!(n_entries(&browser) > some && some > 0);
    write(&browser, "hospital");
    browser.until("fewer results", || status(&browser).contains("pledge"));
    wake(&browser);
    whole(&browser);
    assert!(browser.all("[data-chart=years] svg a").len() > 3);
    assert!(line(&browser).contains("Works offline"));
    // Every file of the list, byte for byte; those that are cut from others too.
    let wanted: Vec<(String, String)> = files
        .iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, bytes)| {
            (
                name.trim_end_matches("index.html").to_owned(),
                hashed("x.y", bytes),
            )
        })
        .collect();
    assert!(wanted.len() > 400, "{}", wanted.len());
    let wrong = run(
        &browser,
        "const [names, root] = arguments;
         const wrong = [];
         for (const [name, hash] of names) {
             const bytes = await fetch(new URL(name, root)).then((it) => it.arrayBuffer(), () => new ArrayBuffer(0));
             const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 8);
             const hex = [...sum].map((it) => it.toString(16).padStart(2, 0)).join('');
             if (hash !== `x-${hex}.y`) wrong.push(name);
         }
         return wrong;",
        &[json!(wanted), json!(at(""))],
    );
    assert_eq!(wrong, json!([]));
    pages(&browser, &files, &at);
}

/// One page of each kind, and what stands where nothing is.
fn pages(browser: &Browser, files: &Files, at: &impl Fn(&str) -> String) {
    let text = String::from_utf8_lossy(&files["pages.txt"]).into_owned();
    let mut kinds = std::collections::BTreeMap::new();
    for (address, title) in text.lines().filter_map(|it| it.split_once('\t')) {
        kinds
            .entry(address.matches('/').count() * 100 + address.split('/').next().unwrap().len())
            .or_insert((address, title));
    }
    for (address, title) in kinds.values() {
        browser.go(&at(&format!("{address}?utm_source=x")));
        assert!(browser.title().starts_with(title), "{address}");
        until_line(browser, "Works offline");
        let sheets =
            "return [...document.querySelectorAll('link[rel=stylesheet]')].every((it) => it.sheet)";
        assert_eq!(browser.script(sheets, &[]), true, "{address}");
    }
    for address in [
        "nothing",
        "nothing/here/",
        "embed/years/",
        "pledge/double-medical-school-place",
    ] {
        browser.go(&at(address));
        assert_eq!(browser.title(), "Not kept on this device", "{address}");
        let heading = browser.find("h1").text();
        assert!(heading.starts_with("You seem to be offline"), "{heading}");
        let home = "return [...document.querySelectorAll('.up')]
            .filter((it) => it.offsetParent).map((it) => it.querySelector('a').href)";
        assert_eq!(browser.script(home, &[]), json!([at("")]), "{address}");
    }
    // The script of that page finds the nearest ones.
    browser.role("link", "Double").click();
    browser.until("the page that was meant", || {
        browser.address() == at("pledge/double-medical-school-places/")
    });
}

/// The same window, as every browser has it, whether or not it may keep anything for another day.
#[test]
fn a_window_goes_on_when_its_host_is_gone() {
    let (host, files) = (Host::start(), built());
    host.publish("/", &files);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    alive(&browser);
    until_line(&browser, "Works offline");
    host.end();
    browser.go(&host.at("/?q=doctors"));
    alive(&browser);
    assert!(n_entries(&browser) > 0);
    wake(&browser);
    write(&browser, " places");
    browser.until("the address to follow", || {
        browser.address().ends_with("?q=doctors%20places")
    });
    for (page, title) in [
        ("pledge/double-medical-school-places/", "Double"),
        ("thread/reorganisation/", "Should the structures"),
    ] {
        browser.go(&host.at(&format!("/{page}")));
        assert!(browser.title().starts_with(title), "{page}");
    }
    browser.assert_no_errors();
    // Whether there is such a page only the host could say.
    browser.go(&host.at("/nothing/here/"));
    browser.until("what is not kept to be said", || {
        browser.title() == "Not kept on this device"
    });
}

#[test]
fn everything_is_there_at_the_root_of_a_host() {
    kept("/");
}

#[test]
fn everything_is_there_under_a_path() {
    kept("/labour/pledges/");
}

/// What is downloaded without a network is the very file, and the briefing is made as ever.
#[test]
fn downloads_and_briefing_need_no_network() {
    let (host, files) = (Host::start(), built());
    host.publish("/", &files);
    let browser = Browser::with(&[]);
    let folder = Profile::new("downloads");
    fs::create_dir_all(&folder.0).expect("a folder");
    browser.chromium(
        "Browser.setDownloadBehavior",
        &json!({ "behavior": "allow", "downloadPath": folder.0 }),
    );
    browser.go(&host.at("/"));
    until_line(&browser, "Works offline");
    host.end();
    let press = "const a = document.createElement('a');
        a.href = arguments[0]; a.download = ''; document.body.append(a); a.click();";
    for name in [
        "data/pledges.csv",
        "charts/years.png",
        "pledge/double-medical-school-places/cite.json",
    ] {
        browser.script(press, &[json!(host.at(&format!("/{name}")))]);
        let file = folder.0.join(name.rsplit('/').next().unwrap());
        browser.until(name, || {
            fs::read(&file).is_ok_and(|bytes| bytes == files[name])
        });
    }
    wake(&browser);
    whole(&browser);
    let [name, brief] = taken(&browser, "Briefing pack");
    assert_eq!(name, "briefing.html");
    assert!(brief.matches("class=\"unit\"").count() > 50);
}

/// A host that does not know what WebAssembly is: the program runs, and the copy knows better.
#[test]
fn a_host_that_calls_the_program_something_else() {
    let (host, files) = (Host::start(), built());
    host.publish("/", &files);
    let wasm: Vec<&String> = files.keys().filter(|it| it.ends_with(".wasm")).collect();
    for name in &wasm {
        host.fail(&format!("/{name}"), Fault::Type("text/plain"));
    }
    let browser = Browser::with(&[]);
    browser.go(&host.at("/"));
    alive(&browser);
    until_line(&browser, "Works offline");
    let kind = "return (await fetch(arguments[0])).headers.get('Content-Type')";
    assert_eq!(
        run(&browser, kind, &[json!(host.at(&format!("/{}", wasm[0])))]),
        "application/wasm"
    );
    browser.assert_no_errors();
}

/// The browser's own opinion of what it needs to install the site.
#[test]
fn it_can_be_installed() {
    let (host, files) = (Host::start(), built());
    host.publish("/pledges/", &files);
    let browser = Browser::with(&[]);
    browser.go(&host.at("/pledges/"));
    until_line(&browser, "Works offline");
    let faults = browser.chromium("Page.getInstallabilityErrors", &json!({}));
    assert_eq!(faults["installabilityErrors"], json!([]));
    let manifest = browser.chromium("Page.getAppManifest", &json!({}));
    assert_eq!(manifest["errors"], json!([]));
    assert_eq!(manifest["url"], host.at("/pledges/manifest.webmanifest"));
    let told: serde_json::Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
    // Each picture is there, and as large as it says.
    for picture in [&told["icons"], &told["screenshots"]]
        .into_iter()
        .flat_map(|it| it.as_array().unwrap())
    {
        let size = run(
            &browser,
            "const it = new Image(); it.src = arguments[0]; await it.decode(); return `${it.naturalWidth}x${it.naturalHeight}`",
            &[picture["src"].clone()],
        );
        assert_eq!(size, picture["sizes"]);
    }
    for shortcut in told["shortcuts"].as_array().unwrap() {
        let status = run(
            &browser,
            "return (await fetch(arguments[0])).status",
            &[shortcut["url"].clone()],
        );
        assert_eq!(status, 200);
    }
}
