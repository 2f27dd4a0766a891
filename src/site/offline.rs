//! The worker that keeps the site for reading without a network: its list of files.
//!
//! In: every file of the finished folder, by name and bytes. Out: `sw.js`, which is the template
//! `assets/sw.js` with the list in it, and `offline.json`, which says how large the copy is.
//! Invariant: a file is listed with the checksum of its very bytes, in order of name; the same
//! files give the same worker, and one changed byte gives another.

use std::collections::BTreeMap;
use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{names, sums};

/// Where the worker stands. Its place in the folder is its reach.
pub const WORKER: &str = "sw.js";

/// Where the size of the copy stands, for pages that have not fetched it yet.
pub const SIZES: &str = "offline.json";

/// The worker without its list.
const TEMPLATE: &str = include_str!("../../assets/sw.js");

/// What is read elsewhere only: by crawlers, other sites and those who deploy.
const ELSEWHERE: [&str; 9] = [
    WORKER,
    SIZES,
    sums::NAME,
    "_headers",
    "build.json",
    "oembed.json",
    "pledge-explorer.js",
    "robots.txt",
    "card.png",
];

/// Whether a file belongs to the copy.
pub fn is_kept(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    // Of the embeds the page that makes their markup: without a network it does all but show them.
    if name == "embed/index.html" {
        return true;
    }
    let folders = [
        "embed/",
        "embed-",
        "frame-",
        "versions/",
        "screens/",
        "sitemap",
    ];
    // Of the pages of changes the list and what is new since each version; not every pair.
    let pair = name.starts_with("changes/") && name.matches('/').count() > 2;
    !ELSEWHERE.contains(&last) && !pair && !folders.iter().any(|it| name.starts_with(it))
}

/// A file that stands within another one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cut {
    source: String,
    at: usize,
    bytes: usize,
    media_type: &'static str,
    around: (&'static str, &'static str),
}

/// What the worker keeps.
#[derive(Debug, Default)]
pub struct Kept {
    /// Addresses with their checksums.
    files: BTreeMap<String, String>,
    cut: BTreeMap<String, Cut>,
    bytes: usize,
    gzip: usize,
}

impl Kept {
    /// Lists a file, if it belongs to the copy and is not cut from another.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        if !is_kept(name) || self.cut.contains_key(name) {
            return;
        }
        let sum = STANDARD.encode(Sha256::digest(bytes));
        self.files.insert(address(name).to_owned(), sum);
        self.bytes += bytes.len();
        self.gzip += compressed(name, bytes);
    }

    /// How many bytes are stored, and how many are sent where the host compresses with gzip.
    pub const fn sizes(&self) -> (usize, usize) {
        (self.bytes, self.gzip)
    }

    /// The worker's script.
    pub fn worker(&self) -> String {
        let line = |it: serde_json::Value| ["\n  ", &it.to_string(), ","].concat();
        let files = self.files.iter().map(|it| line(serde_json::json!(it)));
        let cut = self.cut.iter().map(|(name, it)| {
            let (before, after) = it.around;
            line(serde_json::json!([
                name,
                [it.source, it.at, it.bytes, it.media_type, before, after]
            ]))
        });
        let text = TEMPLATE
            .replace("\n  // files", &files.collect::<String>())
            .replace("\n  // cut", &cut.collect::<String>())
            .replace(
                "const BYTES = 0;",
                &["const BYTES = ", &self.bytes.to_string(), ";"].concat(),
            );
        let build = names::hashed("build.", text.as_bytes());
        let build = build.trim_start_matches("build-").trim_end_matches('.');
        text.replace(
            "const BUILD = \"\";",
            &["const BUILD = \"", build, "\";"].concat(),
        )
    }

    /// How large the copy is, as JSON.
    pub fn json(&self) -> String {
        let files = self.files.len() + self.cut.len();
        let sizes = serde_json::json!({ "files": files, "bytes": self.bytes, "gzip": self.gzip });
        [&sizes.to_string(), "\n"].concat()
    }
}

/// A file out of which others are cut: the references of all units, say.
#[derive(Debug)]
pub struct Source {
    name: String,
    bytes: Vec<u8>,
    media_type: &'static str,
    /// Behind the last one found: they are looked for in order.
    from: usize,
}

impl Source {
    /// Of a file that is kept whole.
    pub fn new(name: &str, bytes: Vec<u8>, media_type: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            bytes,
            media_type,
            from: 0,
        }
    }

    /// Whether its name ends so.
    pub fn is(&self, ending: &str) -> bool {
        self.name.rsplit('.').next() == Some(ending)
    }
}

impl Kept {
    /// Notes a file as part of another where its bytes stand in it: a list of one in a list of
    /// many. A hundred small files are then one, which is as many requests less.
    pub fn cut(&mut self, name: &str, bytes: &[u8], source: &mut Source) {
        let list = bytes.strip_prefix(b"[\n");
        let list = list.and_then(|it| it.strip_suffix(b"\n]\n"));
        let around = if list.is_some() {
            ("[\n", "\n]\n")
        } else {
            ("", "")
        };
        let part = list.unwrap_or(bytes);
        let rest = source.bytes.get(source.from..).unwrap_or_default();
        let found = rest.windows(part.len().max(1)).position(|it| it == part);
        let Some(at) = found.map(|at| source.from + at) else {
            return;
        };
        source.from = at + part.len();
        let cut = Cut {
            source: source.name.clone(),
            at,
            bytes: part.len(),
            media_type: source.media_type,
            around,
        };
        self.cut.insert(name.to_owned(), cut);
    }
}

/// The address of a file: that of a page is its folder's.
fn address(name: &str) -> &str {
    match name.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => name,
    }
}

/// Bytes on the way, as hosts usually send them.
fn compressed(name: &str, bytes: &[u8]) -> usize {
    struct Count(usize);
    impl Write for Count {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    // They are packed as they are.
    if name.strip_suffix(".png").is_some() {
        return bytes.len();
    }
    let mut encoder = GzEncoder::new(Count(0), Compression::new(6));
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.map_or(bytes.len(), |it| it.0)
}
