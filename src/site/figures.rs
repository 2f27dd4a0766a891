//! The charts as files of their own: plates as SVG and PNG, their numbers as CSV, and cards.
//!
//! In: the library. Out: names from the root of the built folder, and bytes. Invariant: a
//! plate, its bitmap and its table come from one series, and say which corpus it is.

use super::bitmap::{self, Fault};
use super::side_by_side;
use crate::chart::{self, Caption, Figure, Picture};
use crate::corpus::model::{Check, Corpus, Thread, ThreadNo};
use crate::explore::csv::csv;
use crate::explore::results::{evaluate, span};
use crate::explore::series::{Counting, Path};
use crate::explore::table::{self, Table};
use crate::explore::thread::{basis, path};
use crate::explore::view::View;
use crate::explore::words;
use crate::search::Query;
use crate::ui::library::Library;
use crate::ui::page::Route;

/// Width of the charts of the whole corpus, px.
const WIDTH: u32 = 640;
/// Width of the chart of a thread, px.
const WIDE: u32 = 760;
/// Pixels of a bitmap to each px of its picture.
const SCALE: u32 = 2;

/// Calls `write` with the name and the bytes of every file, on every core. What is written does
/// not depend on their order.
///
/// # Errors
/// The first of `write`, or where a picture cannot be drawn.
pub fn each(
    library: Library,
    write: &(impl Fn(&str, &[u8]) -> Result<(), Fault> + Sync),
) -> Result<(), Fault> {
    whole(library, write)?;
    let corpus = library.corpus;
    let date = checked(corpus);
    let threads: Vec<_> = (0..).map(ThreadNo).zip(&corpus.threads).collect();
    side_by_side::each(
        &threads,
        || (),
        |(), (no, thread)| of_thread(corpus, (*no, thread), &date, write),
    )
}

/// The chart of a thread, and its card.
fn of_thread(
    corpus: &Corpus,
    (no, thread): (ThreadNo, &Thread),
    date: &str,
    write: &impl Fn(&str, &[u8]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let Some(path) = path(corpus, no) else {
        return Ok(());
    };
    let folder = Route::Thread(no).file(corpus);
    let folder = folder.trim_end_matches("index.html");
    let basis = words::basis(basis(corpus, thread), Counting::All);
    let source = source(corpus, &basis);
    let says = words::path(&path);
    let caption = Caption {
        title: thread.question,
        says: &says,
        source: &source,
        date,
        address: folder,
    };
    let name = [folder, "chart"].concat();
    let picture = chart::path(&path, WIDE);
    files(&name, picture, &caption, &table::path(&path), write)?;
    let source = rests_on(corpus, &basis);
    let caption = Caption {
        source: &source,
        ..caption
    };
    let card = card(corpus, &path, &caption)?;
    write(&[folder, "card.png"].concat(), &card)?;
    if no == ThreadNo(0) {
        // The front page opens with the first thread.
        write("card.png", &card)?;
    }
    Ok(())
}

/// The charts of the explore page, as it is before anything is chosen.
fn whole(
    library: Library,
    write: &(impl Fn(&str, &[u8]) -> Result<(), Fault> + Sync),
) -> Result<(), Fault> {
    let view = View::default();
    let counting = view.counting();
    let results = || evaluate(library.corpus, library.index, &Query::default(), &view);
    let basis = words::basis(results().basis, counting);
    let source = source(library.corpus, &basis);
    let date = checked(library.corpus);
    let caption = Caption {
        source: &source,
        date: &date,
        ..Caption::default()
    };
    side_by_side::each(&Figure::ALL, results, |results, figure| {
        let caption = Caption {
            title: &figure.name(counting),
            says: &figure.says(results, counting),
            ..caption
        };
        let picture = figure.draw(results, counting, WIDTH);
        let name = ["charts/", figure.id()].concat();
        let rows = figure.table(results, counting);
        files(&name, picture, &caption, &rows, write)
    })
}

/// One chart as three files.
fn files(
    name: &str,
    picture: Picture,
    caption: &Caption,
    rows: &Table,
    write: &impl Fn(&str, &[u8]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let plate = chart::plate(picture, caption);
    let svg = chart::svg(&plate, caption.title);
    write(&[name, ".svg"].concat(), svg.as_bytes())?;
    write(&[name, ".csv"].concat(), csv(rows).as_bytes())?;
    let png = bitmap::png(&plate, SCALE)?;
    write(&[name, ".png"].concat(), &png)
}

fn card(corpus: &Corpus, path: &Path, caption: &Caption) -> Result<Vec<u8>, Fault> {
    let domain = span(corpus).unwrap_or_default();
    let chart = |width, height| chart::mini(path, domain, width, height);
    bitmap::png(&chart::card(chart, caption), 1)
}

/// "What Labour said …. Pledge Explorer, corpus version 3f2a…; 66 pledges in 5 articles."
fn source(corpus: &Corpus, basis: &str) -> String {
    let rests_on = rests_on(corpus, basis);
    [corpus.about.title, ". ", &rests_on, "."].concat()
}

/// "Pledge Explorer, corpus version 3f2a…; 66 pledges in 5 articles".
fn rests_on(corpus: &Corpus, basis: &str) -> String {
    let version = corpus.about.version;
    ["Pledge Explorer, corpus version ", version, "; ", basis].concat()
}

/// "Quotations last checked on 21 November 2026.", where they were.
pub fn checked(corpus: &Corpus) -> String {
    let evidence = corpus.units.iter().flat_map(|unit| &unit.evidence);
    let days = evidence.filter_map(|it| match it.check {
        Check::Recorded(day) => Some(day),
        _ => None,
    });
    days.max().map_or_else(String::new, |day| {
        ["Quotations last checked on ", &day.human(), "."].concat()
    })
}
