//! `manifest.webmanifest`: what a system shows of the site where a reader installs it.
//!
//! In: the corpus, and the site's address where it is known. Out: JSON, and the pictures that it
//! names. Invariant: every address leads there from the manifest, wherever the folder lies; the
//! screenshots are named only where they show this corpus.

use serde_json::{Value, json};

use super::icons;
use crate::corpus::model::Corpus;

/// Its name in the built folder.
pub const NAME: &str = "manifest.webmanifest";

/// What can be opened at once, at most: systems show no more.
const SHORTCUTS: usize = 4;

/// What the screenshots show: the title of their corpus.
const SHOWN: &str = include_str!("../../assets/screens/of.txt");

/// Screenshots by name, with size and form. `cargo xtask shots --readme` takes them.
const SCREENS: [(&str, &str, &str, &[u8]); 2] = [
    (
        "screens/wide.png",
        "1280x800",
        "wide",
        include_bytes!("../../assets/screens/wide.png"),
    ),
    (
        "screens/narrow.png",
        "390x844",
        "narrow",
        include_bytes!("../../assets/screens/narrow.png"),
    ),
];

/// The screenshots, where they are of this corpus.
pub fn screens(corpus: &Corpus) -> Vec<(&'static str, &'static [u8])> {
    let ours = SHOWN.trim() == corpus.about.title;
    let named = SCREENS.iter().map(|it| (it.0, it.3));
    named.filter(|_| ours).collect()
}

/// The text of the manifest.
pub fn json(corpus: &Corpus, site: &str) -> String {
    let about = &corpus.about;
    let shot = |(src, sizes, form, _): &(&str, &str, &str, &[u8])| json!({ "src": src, "sizes": sizes, "type": "image/png", "form_factor": form, "label": about.title });
    let shots = SCREENS.iter().filter(|_| !screens(corpus).is_empty());
    let threads = corpus.threads.iter().take(SHORTCUTS);
    let shortcut = |question: &str, id: &str| json!({ "name": question, "url": (["thread/", id, "/"].concat()) });
    let text = json!({
        "id": id(about.title, site),
        "name": about.title,
        "short_name": "Pledges",
        "description": about.description,
        "lang": "en-GB",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#fffefb",
        "background_color": "#fffefb",
        "categories": ["news", "politics"],
        "icons": icons(),
        "screenshots": shots.map(shot).collect::<Vec<_>>(),
        "shortcuts": threads.map(|it| shortcut(it.question, it.id)).collect::<Vec<_>>(),
    });
    [&text.to_string(), "\n"].concat()
}

/// The icons: which of them a system may cut to its own shape is said, Apple's is linked.
fn icons() -> Vec<Value> {
    let icon = |(name, pixels, corner): (&str, usize, f32)| {
        let pixels = pixels.to_string();
        let sizes = [&pixels, "x", &pixels].concat();
        let purpose = if corner > 0.0 { "any" } else { "maskable" };
        json!({ "src": name, "sizes": sizes, "type": "image/png", "purpose": purpose })
    };
    let listed = icons::FILES
        .into_iter()
        .filter(|it| !it.0.starts_with("apple"));
    listed.map(icon).collect()
}

/// Which program this is to a system, for as long as it is installed. An id is read from the
/// root of the host, where other sites may lie too: it is the path of the site where that is
/// known, and the letters of the title where it is not, as years in it change.
fn id(title: &str, site: &str) -> String {
    let path = site
        .split_once("//")
        .and_then(|(_, rest)| rest.split_once('/'));
    if let Some((_, path)) = path {
        return ["/", path].concat();
    }
    let title = title.to_lowercase();
    let words = title.split(|c: char| !c.is_alphabetic());
    let words: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
    ["/pledge-explorer/", &words.join("-")].concat()
}
