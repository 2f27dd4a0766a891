//! The program that finishes the built folder, run as Trunk runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pledges::site::names::hashed;

const STAGED: &str = "<!DOCTYPE html>\n<title>x</title>\n<link rel=\"stylesheet\" href=\"./style.css\">\n\
    <script src=\"page.js\"></script><script src=\"boot.js\" data-wasm=\"app_bg.wasm\" data-wasm-integrity=\"integrity:app_bg.wasm\"></script>\n\
    <div id=\"page\"></div>\n";

/// A folder of its own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("publish-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        for (name, text) in files {
            fs::write(path.join(name), text).unwrap();
        }
        Self(path)
    }

    fn has(&self, name: &str) -> bool {
        self.0.join(name).is_file()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn publish(staged: &Folder, previous: Option<&Path>) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_publish"));
    program.env("TRUNK_STAGING_DIR", &staged.0);
    program.env("PLEDGES_PREVIOUS", previous.unwrap_or(Path::new("")));
    let output = program.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn staged(name: &str) -> Folder {
    let files = [
        ("index.html", STAGED),
        ("style.css", "a{}"),
        ("boot.js", "1"),
        ("page.js", "3"),
        ("app_bg.wasm", "2"),
        ("embed.css", "/* for frames */\nb{}"),
        ("frame.js", "// for frames\n4"),
        ("pledge-explorer.js", "// for hosts\n5"),
    ];
    Folder::with(name, &files)
}

#[test]
fn files_are_named_after_their_content_and_the_page_names_them() {
    let folder = staged("names");
    publish(&folder, None);
    let page = fs::read_to_string(folder.0.join("index.html")).unwrap();
    for (name, text) in [
        ("style.css", "a{}\n"),
        ("boot.js", "1\n"),
        ("app_bg.wasm", "2"),
    ] {
        let name_now = hashed(name, text.as_bytes());
        assert!(folder.has(&name_now) && !folder.has(name), "{name}");
        assert!(page.contains(&name_now), "{name_now} in {page:.400}");
    }
    assert!(page.contains("data-wasm-integrity=\"sha384-"));
    let small = hashed("page.js", b"3\n");
    let page = fs::read_to_string(folder.0.join("thread/reorganisation/index.html")).unwrap();
    assert!(folder.has(&small) && page.contains(&["\"../../", &small].concat()));
    for name in [
        "404.html",
        "card.png",
        "charts/years.svg",
        "data/datapackage.json",
        "data/pledges.json",
        "feed.xml",
        "pledge/double-medical-school-places/card.png",
        "pledge/double-medical-school-places/cite.bib",
        "robots.txt",
        "sitemap.xml",
        "thread/reorganisation/chart.csv",
        "version.json",
    ] {
        assert!(folder.has(name), "{name}");
    }
}

/// Readers who still have the last page open find what it names; nothing else comes along.
#[test]
fn what_the_live_page_names_is_carried_forward() {
    let old = hashed("style.css", b"b{}");
    let forged = hashed("boot.js", b"other bytes");
    let live = [
        (old.as_str(), "b{}"),
        (forged.as_str(), "3"),
        ("index.html", "old"),
        ("notes.txt", ""),
    ];
    let live = Folder::with("live", &live);
    let folder = staged("next");
    publish(&folder, Some(&live.0));
    assert!(folder.has(&old));
    assert!(!folder.has(&forged), "its name does not say what is in it");
    assert!(!folder.has("notes.txt"));
    assert_ne!(
        fs::read_to_string(folder.0.join("index.html")).unwrap(),
        "old"
    );
}
