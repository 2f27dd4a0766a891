//! What is made when a selection is taken along: which file of which form, and how.
//!
//! In: a selection and a form. Out: a file, or text in the clipboard, and a word on how it
//! went. Invariant: nothing is made of records of another build than the program's.

use crate::brief::Brief;
use crate::browser::{fetch, page, save};
use crate::chart::{self, Figure};
use crate::cite::{self, Format};
use crate::corpus::codec;
use crate::corpus::model::UnitNo;
use crate::explore::{rows, words};

use super::chips;
use super::late::Found;
use super::library::Library;

/// A form that a selection can be had in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Rows of `data/pledges.csv`.
    Csv,
    /// Rows of `data/pledges.json`.
    Json,
    /// References as a file.
    Bibtex,
    /// References as a file.
    Ris,
    /// References as a file.
    Csl,
    /// References, into the clipboard.
    Harvard,
    /// References, into the clipboard.
    Plain,
    /// One page that prints.
    Brief,
}

impl Form {
    /// As the page names it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
            Self::Harvard => "Copy as Harvard",
            Self::Plain => "Copy as text",
            Self::Brief => "Briefing pack",
        }
    }

    /// The published file of the whole corpus.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Csv => "data/pledges.csv",
            Self::Json | Self::Brief => "data/pledges.json",
            Self::Bibtex | Self::Harvard | Self::Plain => "data/references.bib",
            Self::Ris => "data/references.ris",
            Self::Csl => "data/references.csl.json",
        }
    }

    /// What a file of it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "pledges.csv",
            Self::Json => "pledges.json",
            Self::Bibtex => "references.bib",
            Self::Ris => "references.ris",
            Self::Csl => "references.csl.json",
            Self::Harvard | Self::Plain => "references.txt",
            Self::Brief => "briefing.html",
        }
    }

    const fn format(self) -> Option<Format> {
        match self {
            Self::Csv | Self::Json | Self::Brief => None,
            Self::Bibtex => Some(Format::Bibtex),
            Self::Ris => Some(Format::Ris),
            Self::Csl => Some(Format::Csl),
            Self::Harvard => Some(Format::Harvard),
            Self::Plain => Some(Format::Plain),
        }
    }
}

/// Of fewer statements than these a chart says nothing that a list does not.
const ENOUGH: usize = 5;

/// What is said of how it went.
const SAVED: &str = "Saved";
const COPIED: &str = "Copied";
const UNFETCHED: &str = "The records could not be loaded; try again when you are online";
const NOTHING: &str = "Nothing is listed";
const REFUSED: &str = "This browser does not allow it here";

/// Makes it, beside the page, and tells how it went.
pub fn take(shown: &(Library, Found), form: Form, tell: impl FnOnce(&'static str) + 'static) {
    let (library, found) = shown.clone();
    fetch::later(async move { tell(made(library, &found, form).await) });
}

async fn made(library: Library, found: &Found, form: Form) -> &'static str {
    let units = found.results.window(0..found.results.total());
    if units.is_empty() {
        return NOTHING;
    }
    match form {
        Form::Csv | Form::Json => data(library, &units, form).await,
        Form::Brief => brief(library, found, &units).await,
        _ => references(library, &units, form).await,
    }
}

async fn data(library: Library, units: &[UnitNo], form: Form) -> &'static str {
    let Some(file) = fetch::text(form.file()).await else {
        return UNFETCHED;
    };
    let units = units.iter();
    let units = units.filter_map(|no| library.corpus.units.get(no.index()));
    let ids: Vec<&str> = units.map(|unit| unit.id).collect();
    let saved = if form == Form::Csv {
        save::text(
            form.name(),
            "text/csv;charset=utf-8",
            &rows::csv(&file, &ids),
        )
    } else {
        save::text(form.name(), "application/json", &rows::json(&file, &ids))
    };
    saved.map_or(REFUSED, |()| SAVED)
}

async fn references(library: Library, units: &[UnitNo], form: Form) -> &'static str {
    let Some(format) = form.format() else {
        return REFUSED;
    };
    let text = cite::references(library.corpus, units, format, &page::folder());
    if !matches!(form, Form::Harvard | Form::Plain) {
        return save::text(form.name(), format.media_type(), &text).map_or(REFUSED, |()| SAVED);
    }
    if save::copy_text(&text).await {
        return COPIED;
    }
    // Where the clipboard is out of reach, a file is not.
    save::text(form.name(), format.media_type(), &text).map_or(REFUSED, |()| SAVED)
}

async fn brief(library: Library, found: &Found, units: &[UnitNo]) -> &'static str {
    let Some(bytes) = fetch::bytes(library.records).await else {
        return UNFETCHED;
    };
    let Some(corpus) = codec::decode(&bytes).ok() else {
        return UNFETCHED;
    };
    if corpus.about.version != library.corpus.about.version {
        return UNFETCHED;
    }
    let Found { view, results } = found;
    let counting = view.counting();
    let charts = [Figure::Years, Figure::Themes].map(|figure| {
        let picture = figure.draw(results, counting, super::save::WIDTH);
        let svg = chart::svg(&picture, &figure.name(counting));
        let says = figure.says(results, counting);
        ([figure.title(), ". ", &says].concat(), svg)
    });
    let text = Brief {
        corpus: &corpus,
        units,
        selection: &chips::named(library, view),
        basis: &words::basis(results.basis, counting),
        charts: if units.len() < ENOUGH { &[] } else { &charts },
        day: &save::today(),
        address: &page::address(),
        base: &page::folder(),
    }
    .html();
    let name = Form::Brief.name();
    save::text(name, "text/html;charset=utf-8", &text).map_or(REFUSED, |()| SAVED)
}
