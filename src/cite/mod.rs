//! How a unit is cited: as a sentence, and in the formats that reference managers read.
//!
//! In: a corpus, some of its units, a format, and the address of the built folder where it is
//! known. Out: text. Invariant: every reference has speaker, office, outlet, both dates, the
//! addresses and the corpus version; the same units give the same bytes natively and in the
//! browser. Strings are pushed and nothing more, as this is carried to every reader.

mod bibtex;
mod csl;
mod fields;
mod harvard;
mod json;
mod name;
mod plain;
mod reference;
mod ris;

use crate::corpus::model::{Corpus, UnitNo};
use reference::Reference;

pub use fields::{Fields, fields};
pub use json::push as push_json;

/// A way to write a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A sentence that says all there is to say.
    Plain,
    /// A line for a list of references, by author and year.
    Harvard,
    /// For LaTeX.
    Bibtex,
    /// For most reference managers.
    Ris,
    /// For Zotero, Pandoc and whatever else reads Citation Style Language.
    Csl,
}

impl Format {
    /// In the order above.
    pub const ALL: [Self; 5] = [
        Self::Plain,
        Self::Harvard,
        Self::Bibtex,
        Self::Ris,
        Self::Csl,
    ];

    /// The word in ids and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Harvard => "harvard",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }

    /// As readers know it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Plain => "Plain text",
            Self::Harvard => "Harvard",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// How a file of it ends, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Plain | Self::Harvard => "txt",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Csl => "json",
        }
    }

    /// What it is to a browser.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Plain | Self::Harvard => "text/plain;charset=utf-8",
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::Csl => "application/vnd.citationstyles.csl+json",
        }
    }
}

/// The references of these units, in their order. `base` is the address of the built folder,
/// with a `/` at its end, or empty where it is not known; addresses then start from its root.
pub fn references(corpus: &Corpus, units: &[UnitNo], format: Format, base: &str) -> String {
    let (open, between, close) = match format {
        Format::Plain | Format::Harvard => ("", "\n\n", ""),
        Format::Bibtex => ("", "\n", ""),
        Format::Ris => ("", "", ""),
        Format::Csl => ("[\n", ",\n", "\n]\n"),
    };
    let mut out = open.to_owned();
    let all = units.iter();
    let known = all.filter_map(|no| Reference::new(corpus, *no, base));
    for (n, reference) in known.enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        match format {
            Format::Plain => plain::push(&mut out, &reference),
            Format::Harvard => harvard::push(&mut out, &reference),
            Format::Bibtex => bibtex::push(&mut out, &reference),
            Format::Ris => ris::push(&mut out, &reference),
            Format::Csl => csl::push(&mut out, &reference),
        }
    }
    out.push_str(close);
    out
}
