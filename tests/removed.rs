//! Records that were withdrawn: how they are named, and what stands at their addresses.

use std::fmt::Write as _;

use pledges::corpus::author::{Sources, compile};
use pledges::corpus::codec::{decode, encode};
use pledges::corpus::date::Day;
use pledges::explore::address;
use pledges::ui::page::Route;

use crate::page::page_of;
use crate::support::{golden, good, library_of, put, rendered};

const TWO: &str = "[[removed]]\nkind = \"unit\"\nid = \"paint-the-quay\"\nday = \"2026-03-05\"\n\
    reason = \"The article was read again: it reports a plan of the port, and no pledge.\"\n\
    replaced_by = \"keep-port-office\"\n\n\
    [[removed]]\nkind = \"theme\"\nid = \"lighthouses\"\nday = \"2026-03\"\n\
    reason = \"Nothing was coded under it.\"\n";

fn with(removed: &str) -> Sources {
    let mut sources = good();
    put(&mut sources, "removed.toml", removed.as_bytes());
    sources
}

#[test]
fn what_was_withdrawn_is_read_and_kept() {
    let sources = with(TWO);
    let (corpus, diagnostics) = compile(&sources);
    assert_eq!(rendered(&diagnostics), "");
    let ids: Vec<&str> = corpus.removed.iter().map(|it| it.id).collect();
    assert_eq!(ids, ["paint-the-quay", "lighthouses"]);
    let bytes = encode(&corpus);
    assert_eq!(
        decode(&bytes).expect("a sound corpus").removed,
        corpus.removed
    );
}

#[test]
fn its_address_says_why_and_when_and_where_to_go() {
    let library = library_of(with(TWO));
    let corpus = library.corpus;
    let page = page_of(library, Route::Removed(0));
    assert_eq!(
        Route::Removed(0).file(corpus),
        "pledge/paint-the-quay/index.html"
    );
    assert_eq!(
        Route::Removed(1).file(corpus),
        "theme/lighthouses/index.html"
    );
    for told in [
        "This statement was withdrawn",
        "<dd>The article was read again: it reports a plan of the port, and no pledge.</dd>",
        "<time datetime=\"2026-03-05\">5 March 2026</time>",
        "href=\"../../pledge/keep-port-office/\"",
        "href=\"../../article/\"",
    ] {
        assert!(page.contains(told), "{told}");
    }
    let page = page_of(library, Route::Removed(1));
    assert!(!page.contains("In its place"));
    // Both are written when the site is.
    let written = Route::all(corpus);
    assert!(
        [0, 1]
            .iter()
            .all(|no| written.contains(&Route::Removed(*no)))
    );
}

/// A link to the explorer that names a withdrawn theme loses only that, with a quiet note.
#[test]
fn links_that_name_it_still_work() {
    let library = library_of(with(TWO));
    let (view, notices) = address::parse(library.corpus, "?theme=lighthouses,boats");
    assert_eq!(address::print(library.corpus, &view), "?theme=boats");
    assert_eq!(notices.len(), 1);
}

#[test]
fn mistakes_are_told_with_their_place() {
    let edits = [
        ("id = \"paint-the-quay\"", "id = \"freeze-mooring-fee\""),
        ("id = \"lighthouses\"", "id = \"boats\""),
        ("\"keep-port-office\"", "\"keep-port-ofice\""),
        ("\"keep-port-office\"", "\"paint-the-quay\""),
        ("\"keep-port-office\"", "\"guild-not-enough\""),
        ("kind = \"theme\"", "kind = \"topic\""),
        (
            "kind = \"theme\"\nid = \"lighthouses\"",
            "kind = \"unit\"\nid = \"paint-the-quay\"",
        ),
        (
            "kind = \"theme\"\nid = \"lighthouses\"",
            "kind = \"article\"\nid = \"2020-speech\"",
        ),
        (
            "kind = \"theme\"\nid = \"lighthouses\"",
            "kind = \"thread\"\nid = \"mooring-fee\"",
        ),
        (
            "kind = \"theme\"\nid = \"lighthouses\"",
            "kind = \"speaker\"\nid = \"ada-quay\"",
        ),
        ("day = \"2026-03-05\"", "day = \"2031-03-05\""),
        ("day = \"2026-03-05\"", "day = \"5 March\""),
        ("reason = \"Nothing was coded under it.\"\n", ""),
        ("reason = \"Nothing", "why = \"Nothing"),
    ];
    let mut out = String::new();
    for (from, to) in edits {
        assert_eq!(TWO.matches(from).count(), 1, "{from}");
        let mut sources = with(&TWO.replace(from, to));
        sources.today = Some(Day::new(2026, 11, 21).expect("a day"));
        let told = rendered(&compile(&sources).1);
        assert!(!told.is_empty(), "{from} → {to} is no fault");
        let (from, to) = (from.escape_debug(), to.escape_debug());
        let _ = write!(out, "## {from} → {to}\n\n{told}\n");
    }
    golden("faults/removed.txt", &out);
}
