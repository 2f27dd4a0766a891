//! The charts as files of their own: which there are, and that they say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex};

use pledges::chart::Figure;
use pledges::explore::csv::csv;
use pledges::explore::{table, thread};
use pledges::export::{files, sitemap};
use pledges::site::figures::each;

use crate::support::{self, library};

/// Every file by its name.
pub(crate) fn figures() -> &'static BTreeMap<String, Vec<u8>> {
    static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(written);
    &FILES
}

fn written() -> BTreeMap<String, Vec<u8>> {
    let files = Mutex::new(BTreeMap::new());
    let write = |name: &str, bytes: &[u8]| {
        let mut files = files.lock().expect("no picture panicked");
        let before = files.insert(name.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{name} twice");
        Ok(())
    };
    each(library(), &write).expect("every picture is drawn");
    files.into_inner().expect("no picture panicked")
}

fn text(name: &str) -> String {
    String::from_utf8(figures()[name].clone()).expect("UTF-8")
}

#[test]
fn every_chart_has_its_files() {
    let files = figures();
    let corpus = library().corpus;
    let mut wanted = vec!["card.png".to_owned()];
    for figure in Figure::ALL {
        let name = ["charts/", figure.id()].concat();
        wanted.extend([".csv", ".png", ".svg"].map(|ending| [&name, ending].concat()));
    }
    for thread in &corpus.threads {
        let names = ["chart.csv", "chart.png", "chart.svg", "card.png"];
        wanted.extend(names.map(|name| ["thread/", thread.id, "/", name].concat()));
    }
    wanted.sort();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), wanted);
}

#[test]
fn the_addresses_of_files_stay() {
    let corpus = library().corpus;
    let mut names: BTreeSet<String> = figures().keys().cloned().collect();
    names.extend(files(corpus, "").iter().map(|it| it.name.to_owned()));
    names.extend(sitemap(&[], "").into_iter().map(|(name, _)| name));
    for line in include_str!("golden/files.txt").lines() {
        assert!(line.starts_with('#') || names.contains(line), "{line}");
    }
}

/// The files of this very corpus, to be looked at.
#[test]
fn the_numbers_of_the_first_thread() {
    let corpus = library().corpus;
    let path = thread::path(corpus, pledges::corpus::model::ThreadNo(0)).expect("a thread");
    let name = ["thread/", corpus.threads[0].id, "/chart.csv"].concat();
    assert_eq!(text(&name), csv(&table::path(&path)));
    for name in ["charts/years.csv", "charts/themes.csv"] {
        support::golden(&["export/", name].concat(), &text(name));
    }
}

#[test]
fn a_plate_says_what_it_rests_on() {
    let corpus = library().corpus;
    for (name, bytes) in figures() {
        match name.rsplit_once('.') {
            Some((_, "svg")) => {
                let svg = String::from_utf8(bytes.clone()).expect("UTF-8");
                assert!(svg.contains(corpus.about.version), "{name}");
                assert!(!svg.contains("style="), "{name}");
                assert!(!svg.contains("href"), "{name} needs nothing else");
            }
            Some((_, "png")) => assert!(bytes.starts_with(b"\x89PNG\r\n\x1A\n"), "{name}"),
            _ => assert!(bytes.ends_with(b"\r\n"), "{name}"),
        }
    }
}
