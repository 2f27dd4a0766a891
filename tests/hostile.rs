//! Text that means harm: refused where a curator can mend it, and inert wherever it is shown.

use std::fs;
use std::path::Path;

use pledges::corpus::author::{Severity, Sources, compile};
use pledges::explore::address::{self, MOST_NOTICES};
use pledges::explore::escape;
use pledges::ui::library::Library;
use pledges::ui::page::Route;
use pledges::ui::page::builder::Wish;

use crate::builder::html::tags;
use crate::injections::{self, keys};
use crate::page::page_of;
use crate::support::{edit, good, library, library_of};
use crate::tidy::sources;

const FIRST: &str = "articles/2015-interview.toml";
const URL: &str = "url = \"https://mole.example.org/2015/interview\"";
const STATEMENT: &str = "Freeze the mooring fee for five years";

/// The first error after one edit: its place and its message.
fn refused(path: &str, from: &str, to: &str) -> Option<(String, String)> {
    let mut sources = good();
    edit(&mut sources, path, from, to);
    let (_, diagnostics) = compile(&sources);
    let mut errors = diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error);
    let error = errors.next()?;
    Some((error.place(""), error.message.clone()))
}

#[test]
fn addresses_that_are_programs_or_data_are_refused_wherever_they_stand() {
    let harmful = [
        "javascript:alert(1)",
        "javascript:alert(document.domain)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "https://mole.example.org/\\\"onclick=alert(1)",
    ];
    for address in harmful {
        let url = format!("url = \"{address}\"");
        let archived = format!("{URL}\narchived_url = \"{address}\"");
        let home = format!("url = \"{address}\"");
        for (path, from, to) in [
            (FIRST, URL, &url),
            (FIRST, URL, &archived),
            ("outlets.toml", "url = \"https://mole.example.org/\"", &home),
        ] {
            let (place, message) = refused(path, from, to).expect(address);
            assert!(place.starts_with(&format!("{path}:")), "{place}");
            assert!(message.contains("url"), "{address}: {message}");
        }
    }
}

#[test]
fn what_turns_or_hides_text_is_refused_written_or_escaped() {
    let turning = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
    let hiding = [
        '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}',
    ];
    for char in turning.chain(hiding) {
        let written = format!("Freeze the{char} mooring fee for five years");
        let escaped = format!(
            "Freeze the\\u{:04X} mooring fee for five years",
            u32::from(char)
        );
        for to in [written, escaped] {
            let (place, message) = refused(FIRST, STATEMENT, &to).expect("refused");
            assert!(place.starts_with(&format!("{FIRST}:12:")), "{place}");
            let name = format!("U+{:04X}", u32::from(char));
            assert!(message.contains(&name), "{message}");
        }
    }
}

#[test]
fn words_that_no_page_can_hold_are_refused() {
    let word = "a".repeat(10_000);
    let (_, message) = refused(FIRST, STATEMENT, &word).expect("refused");
    assert!(message.contains("10000 characters"), "{message}");
}

/// Every page of a corpus whose texts try to be markup: no element, attribute or address of
/// theirs comes to be.
#[test]
fn markup_is_shown_as_text_on_every_page() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{201d}'";
    let mut sources: Sources = good();
    edit(&mut sources, FIRST, STATEMENT, hostile);
    edit(
        &mut sources,
        FIRST,
        "\"Quay: the fee stays\"",
        &format!("\"{hostile}\""),
    );
    edit(
        &mut sources,
        FIRST,
        "Two hundred pilots would not be enough.",
        hostile,
    );
    let texts = sources.texts.as_mut().expect("texts");
    let text = texts.get_mut("interview.txt").expect("a text");
    // The text changes nothing before the last quotation, so only its checksum is told of.
    text.extend(format!("\n{hostile} \u{202e}{}", "w".repeat(10_000)).bytes());
    sources.renewing = true;
    edit(
        &mut sources,
        FIRST,
        "fcc3f0fac3b04ff3a9f498d30cba905ca6c4c0a28ebb729ff4ceaf4c5f3333e8",
        "SHA",
    );
    let digest = sha256(&sources, "interview.txt");
    edit(&mut sources, FIRST, "\"SHA\"", &format!("\"{digest}\""));
    let library = library_of(sources);
    let mut shown = 0;
    for route in Route::all(library.corpus) {
        let page = page_of(library, route);
        shown += page.matches("&lt;/script").count();
        for script in page.split("<script").skip(1) {
            is_ours(script, route);
        }
        assert!(!page.contains("<img"), "{route:?}");
        assert!(!page.contains("javascript:"), "{route:?}");
    }
    assert!(shown > 10, "{shown}");
}

/// A quotation mark in a text does not end the attribute that it stands in.
#[test]
fn no_text_breaks_out_of_an_attribute() {
    let hostile = "x\" onmouseover=\"alert(1)\" y=\"";
    let mut corpus = library().corpus.clone();
    for unit in &mut corpus.units {
        unit.statement = hostile;
        unit.evidence.iter_mut().for_each(|it| it.quote = hostile);
    }
    corpus.articles.iter_mut().for_each(|it| it.title = hostile);
    corpus
        .threads
        .iter_mut()
        .for_each(|it| it.question = hostile);
    let corpus: &'static _ = Box::leak(Box::new(corpus));
    let library = Library {
        corpus,
        ..library()
    };
    let mut shown = 0;
    let some = |route: &Route| !matches!(route, Route::Pledge(no) if no.0 > 5);
    for route in Route::all(corpus).into_iter().filter(some) {
        let page = page_of(library, route);
        shown += page.matches("x&quot; onmouseover=").count();
        for tag in tags(&page) {
            let heard = tag.names().find(|it| it.starts_with("on"));
            assert_eq!(heard, None, "{route:?}: <{}>", tag.name);
        }
    }
    assert!(shown > 10, "{shown}");
}

/// A script is a file of ours, or data that nothing ends before its time.
fn is_ours(script: &str, route: Route) {
    let (tag, rest) = script.split_once('>').expect("a tag");
    let body = rest.split("</script").next().unwrap_or_default();
    if tag.contains("application/ld+json") {
        let data = serde_json::from_str::<serde_json::Value>(body);
        assert!(data.is_ok(), "{route:?}: {body:.200}");
    } else {
        assert!(
            tag.contains(" src=\"") && body.is_empty(),
            "{route:?}: {tag}"
        );
    }
}

fn sha256(sources: &Sources, name: &str) -> String {
    use sha2::{Digest, Sha256};
    let text = sources.texts.as_ref().and_then(|texts| texts.get(name));
    let bytes = Sha256::digest(text.expect(name));
    let hex = |byte: &u8| format!("{byte:02x}");
    bytes.iter().map(hex).collect::<Vec<_>>().concat()
}

/// No text from outside can make a page wider than its window: it breaks within words.
#[test]
fn the_style_sheet_breaks_long_words_of_texts() {
    let style = include_str!("../assets/pages.css");
    let rule = style
        .split("\n}")
        .find(|rule| rule.contains(".source-text .whole p"));
    assert!(rule.expect("a rule").contains("overflow-wrap: anywhere"));
}

/// Each of all words in each of all places of an address: what is asked for is known or named in a
/// note; printed, it asks for the same again.
#[test]
fn every_part_of_an_address_takes_any_words_as_words() {
    let corpus = library().corpus;
    let keys = keys(corpus);
    for words in injections::all() {
        let mut escaped = String::new();
        escape::push(&mut escaped, &words);
        for key in &keys {
            for query in [
                format!("?{key}={escaped}"),
                format!("?{key}={words}"),
                format!("?{escaped}={key}&{key}={escaped},{escaped}"),
                format!("?vs={key}%3D{escaped}"),
                format!("?view=unit&{key}={escaped}"),
            ] {
                let (view, notes) = address::parse(corpus, &query);
                let printed = only_words(address::print(corpus, &view));
                let (again, _) = address::parse(corpus, &printed);
                assert!(again == view, "{query}");
                assert_eq!(address::print(corpus, &again), printed, "{query}");
                let (wish, told) = Wish::parse(corpus, &query);
                let printed = only_words(wish.print(corpus));
                assert!(Wish::parse(corpus, &printed).0 == wish, "{query}");
                only_words(wish.folder(corpus));
                assert!(
                    notes.len() <= MOST_NOTICES && told.len() <= MOST_NOTICES,
                    "{query}"
                );
            }
        }
    }
}

/// What nothing ends before its time, wherever it is put.
#[track_caller]
fn only_words(address: String) -> String {
    let ends = ['<', '>', '"', '\'', ' ', '`', '\0', '\u{202e}'];
    assert!(!address.contains(ends), "{address}");
    address
}

/// The contract's own list of names, and what came later.
#[test]
fn no_name_that_means_something_is_left_out() {
    let mut keys = keys(library().corpus);
    keys.sort_unstable();
    let all = "as body color count directness from id kind live other outlet party per q show side \
               size sort speaker split theme thread to view vs";
    assert_eq!(keys, all.split(' ').collect::<Vec<_>>());
}

/// What pages keep on a device and read again is one wish under one key, and with each place in
/// the history one number; `whatever_is_stored_is_words` in `tests/browser` puts harm there.
#[test]
fn pages_read_again_what_is_tried_and_nothing_else() {
    let stores = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "cookieStore",
        "local_storage",
        "session_storage",
        "indexed_db",
        "history.state",
        ".state()",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let assets = fs::read_dir(root.join("assets")).expect("a folder");
    let scripts = assets.flatten().map(|it| it.path());
    let scripts = scripts.filter(|it| it.extension().is_some_and(|it| it == "js"));
    let mut found = Vec::new();
    for path in scripts.chain(sources(&root.join("src"))) {
        let text = fs::read_to_string(&path).expect("a source");
        for line in text.lines().map(str::trim) {
            if !line.starts_with("//") && stores.iter().any(|it| line.contains(it)) {
                let file = path.file_name().unwrap_or_default().display();
                found.push(format!("{file}: {line}"));
            }
        }
    }
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "boot.js: if (location.search || history.state !== null) want();",
            "offline.js: localStorage.setItem(key, JSON.stringify(wish));",
            "offline.js: wish = JSON.parse(localStorage.getItem(key)) || {};",
            "scroll.rs: if history.state().ok().as_ref() != Some(&note) {",
            "scroll.rs: let note = web_sys::window()?.history().ok()?.state().ok()?.as_f64()?;",
        ]
    );
    let offline = include_str!("../assets/offline.js");
    assert!(offline.contains("const key = `offline ${root.pathname}`;"));
}
