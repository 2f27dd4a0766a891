//! The cards of units: their size, that they differ, and what happens to text they cannot show.

use std::collections::BTreeMap;
use std::sync::Mutex;

use pledges::corpus::model::Corpus;
use pledges::site::cards::each;
use pledges::site::letters::fitting;

use crate::support::library;

fn cards(corpus: &Corpus) -> BTreeMap<String, Vec<u8>> {
    let files = Mutex::new(BTreeMap::new());
    each(corpus, &|name, bytes| {
        files
            .lock()
            .expect("no card panicked")
            .insert(name.to_owned(), bytes.to_vec());
        Ok(())
    })
    .expect("every card is drawn");
    files.into_inner().expect("no card panicked")
}

/// Width and height, as a PNG file begins.
fn size(png: &[u8]) -> [u32; 2] {
    assert!(png.starts_with(b"\x89PNG\r\n\x1A\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    [number(16), number(20)]
}

#[test]
fn every_unit_has_a_card_of_its_own() {
    let corpus = library().corpus;
    let files = cards(corpus);
    assert_eq!(files.len(), corpus.units.len());
    for (name, png) in &files {
        assert_eq!(size(png), [1200, 630], "{name}");
        assert!(png.len() < 40_000, "{name}: {} bytes", png.len());
    }
    let different: std::collections::BTreeSet<_> = files.values().collect();
    assert!(different.len() > files.len() * 9 / 10);
    assert_eq!(files, cards(corpus), "the same from run to run");
}

/// As long, as wide and as foreign as text gets.
#[test]
fn no_text_is_too_much_for_a_card() {
    let mut corpus = library().corpus.clone();
    let long: &'static str = Box::leak("reorganise ".repeat(400).into_boxed_str());
    let word: &'static str = Box::leak("W".repeat(10_000).into_boxed_str());
    let texts = [
        long,
        word,
        "",
        "保守党承诺",
        "\u{202E}drow\u{202C} \u{200B}",
        "e\u{301}\u{323}",
        "<b>&amp;",
    ];
    corpus.units.truncate(texts.len());
    for (unit, text) in corpus.units.iter_mut().zip(texts) {
        (unit.statement, unit.role, unit.evidence[0].quote) = (text, text, text);
    }
    corpus.actors.iter_mut().for_each(|it| it.name = word);
    for (name, png) in cards(&corpus) {
        assert_eq!(size(&png), [1200, 630], "{name}");
    }
}

#[test]
fn a_letter_the_type_lacks_loses_its_mark_or_is_left_out() {
    assert_eq!(fitting("Café — “naïve” £2.5bn"), "Café — “naïve” £2.5bn");
    assert_eq!(
        fitting("\u{1EC7}"),
        "e",
        "with a circumflex and a dot below"
    );
    assert_eq!(fitting("reorganise\u{AD}d"), "reorganised");
    assert_eq!(fitting("党 of\u{A0}\u{202E}x"), " of x");
}
