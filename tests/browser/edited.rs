//! The built site with one thing about it that is not as it should be.
//!
//! In: the folder in `PLEDGES_DIST`, and what is to be otherwise. Out: a host that serves it.
//! A script that comes before the page's own is a file of the same host, which the page's policy
//! allows: so every engine runs it, and needs no protocol of its own for that.

use crate::offline::host::{Files, Host, built};

/// Where a test's own script lies, and where pages name it: before every script of theirs.
const SCRIPT: (&str, &str) = ("edited.js", "<meta name=\"viewport\"");

/// The built folder as it is.
pub(crate) fn site() -> Files {
    built()
}

/// A host of these files.
pub(crate) fn host(files: &Files) -> Host {
    let host = Host::start();
    host.publish("/", files);
    host
}

/// Every page runs this first.
pub(crate) fn script_first(files: &mut Files, script: &str) {
    let (name, place) = SCRIPT;
    let element = format!("<script src=\"/{name}\"></script>{place}");
    for_pages(files, |page| page.replacen(place, &element, 1));
    files.insert(name.to_owned(), script.as_bytes().to_vec());
}

/// Changes the text of every page.
pub(crate) fn for_pages(files: &mut Files, change: impl Fn(&str) -> String) {
    for (_, bytes) in files.iter_mut().filter(|it| it.0.ends_with(".html")) {
        let page = change(&String::from_utf8_lossy(bytes));
        *bytes = page.into_bytes();
    }
}

/// The name of the only file that begins and ends so.
#[track_caller]
pub(crate) fn named(files: &Files, begins: &str, ends: &str) -> String {
    let fits = |it: &&String| it.starts_with(begins) && it.ends_with(ends);
    let mut found = files.keys().filter(fits);
    let name = found.next().unwrap_or_else(|| panic!("no {begins}…{ends}"));
    assert!(found.next().is_none(), "several of {begins}…{ends}");
    name.clone()
}
