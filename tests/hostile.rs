//! Text that means harm: refused where a curator can mend it, and inert wherever it is shown.

use pledges::corpus::author::{Severity, Sources, compile};
use pledges::ui::library::Library;
use pledges::ui::page::Route;

use crate::builder::html::tags;
use crate::page::page_of;
use crate::support::{edit, good, library, library_of};

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

/// What an address asks for is known or named in a note; printed, it asks for the same again.
#[test]
fn every_part_of_an_address_takes_any_words_as_words() {
    use pledges::explore::address::{parse, print};
    use pledges::explore::escape;
    let corpus = crate::support::library().corpus;
    let keys = [
        "q", "theme", "speaker", "party", "kind", "side", "outlet", "article", "from", "to",
        "sort", "show", "count", "split", "per", "color", "vs", "other",
    ];
    for words in crate::injections::all() {
        let mut escaped = String::new();
        escape::push(&mut escaped, &words);
        for key in keys {
            for query in [
                format!("?{key}={escaped}"),
                format!("?{key}={words}"),
                format!("?{escaped}={key}&{key}={escaped},{escaped}"),
                format!("?vs={key}%3D{escaped}"),
            ] {
                let (view, notes) = parse(corpus, &query);
                let printed = print(corpus, &view);
                assert!(
                    !printed.contains(['<', '>', '"', '\'', ' ', '`']),
                    "{printed}"
                );
                let (again, _) = parse(corpus, &printed);
                assert!(again == view && print(corpus, &again) == printed, "{query}");
                assert!(notes.len() <= 8, "{query}");
            }
        }
    }
}
