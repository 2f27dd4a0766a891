//! A site of a dozen files with the true worker and the true loader, so that each file can be
//! made to fail in turn.
//!
//! In: a word that stands in every file. Out: files, `sw.js` written by the program's own code.
//! Invariant: two words give two sites of which no two files are equal, but for the scripts that
//! keep their names.

use super::host::Files;
use pledges::site::names::hashed;
use pledges::site::offline::{Kept, SIZES, Source, WORKER};

/// How long the worker of a tiny site waits for a file, instead of two minutes.
const PATIENCE: &str = "8_000";
/// The same where a file is known never to come.
const NONE: &str = "400";

/// The name of the script of a version.
pub(crate) fn script(word: &str) -> String {
    hashed("page.js", page_js(word).as_bytes())
}

fn page_js(word: &str) -> String {
    format!("self.offline = './offline.js'; document.documentElement.dataset.build = '{word}';\n")
}

/// The site.
pub(crate) fn site(word: &str) -> Files {
    let mut files = Files::new();
    let mut put = |name: &str, text: String| {
        files.insert(name.to_owned(), text.into_bytes());
    };
    let rules = format!("p {{ --word: {word} }}");
    let style = hashed("style.css", rules.as_bytes());
    let part = hashed("later.wasm", word.as_bytes());
    for (name, up) in [
        ("index.html", ""),
        ("about/index.html", "../"),
        ("pledge/one/index.html", "../../"),
    ] {
        put(name, page(word, up, &style));
    }
    put(
        "404.html",
        format!(
            "<!DOCTYPE html><html lang=en><title>Lost</title><p>Lost in {word}</p><link rel=stylesheet href=404-0.css><link rel=stylesheet href=../404-1.css>"
        ),
    );
    put("404-0.css", format!("/* {word} */ p {{ color: red }}"));
    put("404-1.css", format!("/* {word} */ p {{ color: lime }}"));
    put(&style, rules);
    put(&script(word), page_js(word));
    put(&part, word.to_owned());
    put("data/pledges.csv", format!("id\r\n{word}\r\n"));
    put(
        "data/references.bib",
        format!("@misc{{zero}}\n@misc{{one, {word}}}\n"),
    );
    put("pledge/one/cite.bib", format!("@misc{{one, {word}}}\n"));
    put("manifest.webmanifest", format!("{{\"name\":\"{word}\"}}"));
    put("card.png", word.to_owned());
    put(
        "embed/years/index.html",
        format!("<!DOCTYPE html><title>Embed</title>{word}"),
    );
    put("robots.txt", word.to_owned());
    for (name, text) in [
        ("disk.js", include_str!("../../../assets/disk.js")),
        ("heal.js", include_str!("../../../assets/heal.js")),
        ("offline.js", include_str!("../../../assets/offline.js")),
        ("offline.css", include_str!("../../../assets/offline.css")),
    ] {
        put(name, text.to_owned());
    }
    finish(&mut files);
    files
}

/// Writes the worker of a site anew, with little patience.
pub(crate) fn finish(files: &mut Files) {
    for name in [WORKER, SIZES] {
        files.remove(name);
    }
    let mut kept = Kept::default();
    if let Some(bib) = files.get("data/references.bib").filter(|it| it.len() < 100) {
        let mut source = Source::new("data/references.bib", bib.clone(), "text/plain");
        kept.cut(
            "pledge/one/cite.bib",
            &files["pledge/one/cite.bib"],
            &mut source,
        );
    }
    for (name, bytes) in files.iter() {
        kept.add(name, bytes);
    }
    let worker = kept.worker();
    assert!(worker.contains("120_000"), "the template's patience");
    files.insert(
        WORKER.to_owned(),
        worker.replace("120_000", PATIENCE).into_bytes(),
    );
    files.insert(SIZES.to_owned(), kept.json().into_bytes());
}

/// The same with a worker that gives up at once.
pub(crate) fn impatient(files: &Files) -> Files {
    let mut files = files.clone();
    let worker = String::from_utf8_lossy(&files[WORKER]).replace(PATIENCE, NONE);
    files.insert(WORKER.to_owned(), worker.into_bytes());
    files
}

fn page(word: &str, up: &str, style: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><title>{word}</title><link rel=icon href=data:,>\
         <link rel=stylesheet href={up}{style}>\
         <script type=module src={up}{}></script><script defer src={up}disk.js></script>\
         <h1>A site</h1><p id=said>This is {word}</p><footer></footer>",
        script(word)
    )
}
