//! The program that finishes the built folder, run as Trunk runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pledges::site::names::hashed;
use sha2::{Digest, Sha256};

const STAGED: &str = "<!DOCTYPE html>\n<title>x</title>\n<link rel=\"stylesheet\" href=\"./style.css\">\n\
    <script src=\"page.js\"></script><script src=\"boot.js\" data-wasm=\"app_bg.wasm\" data-wasm-integrity=\"integrity:app_bg.wasm\"></script>\n\
    <div id=\"page\"></div>\n";

/// A folder of the tests' own; the next run makes it anew.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("publish-{name}"));
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

fn publish(staged: &Folder, previous: &Path) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_publish"));
    program.env("TRUNK_STAGING_DIR", &staged.0);
    program.env("PLEDGES_PREVIOUS", previous);
    let output = program.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What Trunk has staged, finished after a folder that is live: it takes long, so that all
/// tests look at one. With it the name of a file that comes from the live one, and of one that must
/// not.
fn built() -> &'static (Folder, [String; 2]) {
    static BUILT: LazyLock<(Folder, [String; 2])> = LazyLock::new(|| {
        let old = hashed("style.css", b"b{}");
        let forged = hashed("boot.js", b"other bytes");
        let live = [
            (old.as_str(), "b{}"),
            (forged.as_str(), "3"),
            ("index.html", "old"),
            ("notes.txt", ""),
        ];
        let live = Folder::with("live", &live);
        let files = [
            ("index.html", STAGED),
            ("style.css", "a{}"),
            ("boot.js", "1"),
            ("page.js", "3"),
            ("app_bg.wasm", "2"),
            ("embed.css", "/* for frames */\nb{}"),
            ("frame.js", "// for frames\n4"),
            ("builder.js", "// for markup\n6"),
            ("builder.wasm", "7"),
            ("pledge-explorer.js", "// for hosts\n5"),
        ];
        let folder = Folder::with("next", &files);
        publish(&folder, &live.0);
        (folder, [old, forged])
    });
    &BUILT
}

#[test]
fn files_are_named_after_their_content_and_the_page_names_them() {
    let (folder, _) = built();
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
        "SHA256SUMS",
        "_headers",
        "apple-touch-icon.png",
        "card.png",
        "charts/years.svg",
        "data/datapackage.json",
        "data/pledges.json",
        "feed.xml",
        "manifest.webmanifest",
        "offline.json",
        "pledge/double-medical-school-places/card.png",
        "pledge/double-medical-school-places/cite.bib",
        "robots.txt",
        "sitemap.xml",
        "sw.js",
        "thread/reorganisation/chart.csv",
        "version.json",
    ] {
        assert!(folder.has(name), "{name}");
    }
}

/// The worker knows every file that is part of the copy, by the bytes that lie in the folder.
#[test]
fn the_worker_lists_the_folder_as_it_is() {
    let (folder, _) = built();
    let worker = fs::read_to_string(folder.0.join("sw.js")).unwrap();
    let (files, cut) = worker.split_once("const CUT").unwrap();
    for name in [
        "index.html",
        "about/index.html",
        "data/pledges.json",
        "404-2.css",
        "version.json",
        "manifest.webmanifest",
    ] {
        let sum = STANDARD.encode(Sha256::digest(fs::read(folder.0.join(name)).unwrap()));
        let address = name.trim_end_matches("index.html");
        assert!(
            files.contains(&format!("[\"{address}\",\"{sum}\"],\n")),
            "{name}"
        );
    }
    let cited = cut.matches("/cite.").count();
    let units = fs::read_dir(folder.0.join("pledge")).unwrap().count();
    // Those that were withdrawn are cited no more.
    assert!(
        cited > 0 && cited % 3 == 0 && cited <= units * 3,
        "{cited} of {units}"
    );
    for name in ["card.png", "robots.txt", "offline.json"] {
        assert!(!files.contains(&format!("{name}\"")), "{name}");
    }
}

/// Whoever builds the same source has the same list, and whoever has a copy can tell what was
/// changed in it: also where files of earlier builds came along.
#[test]
fn the_checksums_are_those_of_every_file_in_order_of_name() {
    let (folder, [old, _]) = built();
    let sums = fs::read_to_string(folder.0.join("SHA256SUMS")).unwrap();
    let lines: Vec<(&str, &str)> = sums.lines().filter_map(|it| it.split_once("  ")).collect();
    assert_eq!(lines.len(), sums.lines().count());
    assert!(lines.is_sorted_by(|a, b| a.1 < b.1));
    for (sum, name) in &lines {
        let digest = Sha256::digest(fs::read(folder.0.join(name)).unwrap());
        let hex = digest.iter().map(|it| format!("{it:02x}"));
        assert_eq!(*sum, hex.collect::<Vec<_>>().concat(), "{name}");
    }
    for name in [
        old.as_str(),
        "index.html",
        "sw.js",
        "_headers",
        "data/pledges.json",
    ] {
        assert!(lines.iter().any(|it| it.1 == name), "{name}");
    }
    let worker = fs::read_to_string(folder.0.join("sw.js")).unwrap();
    assert!(!worker.contains("SHA256SUMS"));
}

/// Readers who still have the last page open find what it names; nothing else comes along.
#[test]
fn what_the_live_page_names_is_carried_forward() {
    let (folder, [old, forged]) = built();
    assert!(folder.has(old));
    // A browser may keep it for ever, but no page of this build needs it offline.
    let read = |name: &str| fs::read_to_string(folder.0.join(name)).unwrap();
    let rule = [
        "/",
        old,
        "\n  Cache-Control: public, max-age=31536000, immutable\n",
    ]
    .concat();
    assert!(read("_headers").contains(&rule));
    let now = hashed("style.css", b"a{}\n");
    assert!(read("sw.js").contains(&now) && !read("sw.js").contains(old));
    assert!(!folder.has(forged), "its name does not say what is in it");
    assert!(!folder.has("notes.txt"));
    assert_ne!(
        fs::read_to_string(folder.0.join("index.html")).unwrap(),
        "old"
    );
}
