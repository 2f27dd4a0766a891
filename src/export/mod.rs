//! The corpus for other programs: the files below `data/`, references, feeds, the map of the
//! site, and `version.json`.
//!
//! In: a corpus, and the site's address where it is known. Out: names and bytes, for whoever
//! writes files. Invariant: the order is that of the corpus, so equal corpora give equal files.

mod annotations;
mod feed;
mod package;
mod pledges;
mod sitemap;
pub mod tables;
mod version;

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::cite::{Format, references};
use crate::corpus::model::{Corpus, UnitNo};

pub use package::licence_address;
pub use pledges::pledges_json;
pub use sitemap::sitemap;
pub use version::version_json;

/// A file of the built folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name from the root of the folder.
    pub name: &'static str,
    /// What it is, in a few words.
    pub says: &'static str,
    /// What it is to a browser.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of the whole corpus. `base` is the address of the built folder with a `/` at its
/// end, or empty where it is not known.
pub fn files(corpus: &Corpus, base: &str) -> Vec<File> {
    let sheets = tables::sheets(corpus, base);
    let units: Vec<UnitNo> = (0..corpus.units.len() as u32).map(UnitNo).collect();
    let cited = |format| references(corpus, &units, format, base);
    let mut files = vec![file(
        "data/pledges.json",
        "Pledges and other statements as JSON",
        "application/json",
        pledges_json(corpus),
    )];
    let names = [
        "data/pledges.csv",
        "data/articles.csv",
        "data/threads.csv",
        "data/links.csv",
        "data/context.csv",
    ];
    for (name, sheet) in names.into_iter().zip(&sheets) {
        files.push(file(name, sheet.title, "text/csv", sheet.csv()));
    }
    files.extend([
        file(
            "data/annotations.jsonld",
            "Quotations as W3C Web Annotations",
            "application/ld+json",
            annotations::json(corpus, base),
        ),
        file(
            "data/references.bib",
            "References for BibTeX",
            Format::Bibtex.media_type(),
            cited(Format::Bibtex),
        ),
        file(
            "data/references.ris",
            "References in RIS",
            Format::Ris.media_type(),
            cited(Format::Ris),
        ),
        file(
            "data/references.csl.json",
            "References as CSL-JSON",
            Format::Csl.media_type(),
            cited(Format::Csl),
        ),
    ]);
    let package = package::json(corpus, &sheets, &files, base);
    files.extend([
        file(
            "data/datapackage.json",
            "What these files are and what their columns mean",
            "application/json",
            package,
        ),
        file(
            "feed.xml",
            "Newest articles (Atom)",
            "application/atom+xml",
            feed::atom(corpus, base),
        ),
        file(
            "feed.json",
            "Newest articles (JSON Feed)",
            "application/feed+json",
            feed::json(corpus, base),
        ),
        file(
            "robots.txt",
            "What crawlers may read: everything",
            "text/plain",
            sitemap::robots(base),
        ),
    ]);
    files
}

fn file(name: &'static str, says: &'static str, media_type: &'static str, text: String) -> File {
    File {
        name,
        says,
        media_type,
        bytes: text.into_bytes(),
    }
}

/// The files that cite a unit, from the unit's folder, and how each is written.
pub const CITED: [(&str, Format); 3] = [
    ("cite.bib", Format::Bibtex),
    ("cite.ris", Format::Ris),
    ("cite.json", Format::Csl),
];

/// Calls `write` with the name and the text of every file that cites a single unit.
///
/// # Errors
/// The first of `write`.
pub fn each_citation<E>(
    corpus: &Corpus,
    base: &str,
    write: &mut impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    for (no, unit) in (0..).map(UnitNo).zip(&corpus.units) {
        for (name, format) in CITED {
            let text = references(corpus, &[no], format, base);
            write(&["pledge/", unit.id, "/", name].concat(), text.as_bytes())?;
        }
    }
    Ok(())
}

/// The SHA-256 of a file, in hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
