//! Texts beside an index: whatever is written comes back, and damage is no text.

use pledges::corpus::container::{self, Content};
use pledges::corpus::date::{Date, Day};
use pledges::search::Index;
use pledges::search::source::{Source, SourceUnit};
use pledges::texts::{PIECE, read, write};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The plain rules for words, of one character.
fn fold(c: char) -> String {
    let letters = core::iter::once(c).nfkd();
    let letters = letters.filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '‘' | '’'));
    let lower = letters.flat_map(char::to_lowercase);
    lower
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect()
}

/// An index of texts by the plain rules, all of one day, so in the order of the texts.
fn index_of(texts: &[[&str; 2]]) -> Vec<u8> {
    let folded = |no: usize| {
        let fold = move |text: &[&str; 2]| text[no].chars().map(fold).collect::<String>();
        texts.iter().map(fold).collect::<Vec<_>>()
    };
    let (statements, quotations) = (folded(0), folded(1));
    let first = Day {
        year: 2020,
        month: 1,
        day: 1,
    };
    let unit = |(statement, quotation)| SourceUnit {
        made: Date {
            first,
            last: None,
            approximate: false,
        },
        statement,
        quotations: vec![quotation],
    };
    let pairs = statements.iter().map(String::as_str);
    let pairs = pairs.zip(quotations.iter().map(String::as_str));
    Index::build_of(&Source {
        version: "",
        plain: true,
        units: pairs.map(unit).collect(),
        columns: Vec::new(),
    })
}

/// The pieces, each of which gives back what was put in.
fn pieces(texts: &[[&str; 2]]) -> Vec<Vec<u8>> {
    let index = index_of(texts);
    let index = Index::decode(&index).unwrap();
    let chunks = (0..).zip(texts.chunks(PIECE as usize));
    let piece = |(piece, texts): (u32, &[[&str; 2]])| {
        let bytes = write(&index, piece, texts, &fold).unwrap();
        let got = read(&index, piece, &bytes).unwrap();
        assert_eq!(got, texts);
        bytes
    };
    chunks.map(piece).collect()
}

const NASTY: &[[&str; 2]] = &[
    ["", ""],
    [" ", "\n"],
    ["a", ""],
    ["", "A"],
    ["½ a cup, ﬁnely", "ﬁne ﬁ ﬂ"],
    ["Don’t", "don't DON‘T dont ’dont’"],
    ["Zoë’s café", "ZOE cafe\u{301} cafe\u{301}s"],
    ["１２ ㎏ №5", "12 kg No5"],
    ["健康 NHS 健康", "😀 nhs Nhs 👩‍👩‍👧 nHs nHs"],
    ["straße STRASSE İstanbul", "ß ẞ ǅ Ⅷ"],
    ["a a a a a a a a", "a b a b a b"],
    ["\u{0}\\\n\"", "back\\slash\r\nline"],
    ["a\u{200d}b a\u{ad}b", "\u{301}a\u{301}\u{301}"],
];

#[test]
fn nasty_texts_come_back() {
    pieces(NASTY);
    for texts in NASTY {
        pieces(&[*texts]);
    }
    let gaps =
        |from: u32| (from..from + 900).map(|no| format!("a{} ", char::from_u32(no).unwrap()));
    let many = gaps(0x4e00).chain(gaps(0x5000)).collect::<String>();
    pieces(&[[&many, &many]]);
    let long = "long ".repeat(5_000);
    let gap = format!("a{}b", "—".repeat(500));
    let word = "e\u{301}".repeat(5_000);
    pieces(&[[&long, "short"], ["short", &long], [&gap, &word]]);
}

#[test]
fn there_may_be_many_pieces_or_none() {
    pieces(&[]);
    let texts: Vec<String> = (0..=PIECE * 2)
        .map(|no| format!("No {no}, of many"))
        .collect();
    let texts: Vec<[&str; 2]> = texts.iter().map(|text| [text.as_str(), "Many."]).collect();
    assert_eq!(pieces(&texts).len(), 3);
}

#[test]
fn words_that_are_known_take_few_bytes() {
    let words = "hospital waiting nurses doctors minister budget pledge promise years support";
    let words: Vec<&str> = words.split(' ').collect();
    let text = |no: usize| {
        let word = |at: usize| words[(no * (at + 3) + at * at) % words.len()];
        format!(
            "The {} and the {} of {}, or no {}.",
            word(0),
            word(1),
            word(2),
            word(3)
        )
    };
    let texts: Vec<String> = (0..PIECE as usize).map(text).collect();
    let pairs: Vec<[&str; 2]> = texts.iter().map(|text| [text.as_str(), text]).collect();
    let plain: usize = texts.iter().map(|text| text.len() * 2).sum();
    let written: usize = pieces(&pairs).iter().map(Vec::len).sum();
    assert!(written * 8 < plain, "{written} of {plain}");
}

#[test]
fn damage_is_no_text() {
    let index = index_of(NASTY);
    let index = Index::decode(&index).unwrap();
    let bytes = write(&index, 0, NASTY, &fold).unwrap();
    assert!(read(&index, 1, &bytes).is_none());
    for at in 0..bytes.len() {
        assert!(read(&index, 0, &bytes[..at]).is_none());
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        assert!(read(&index, 0, &damaged).is_none());
    }
    let other = index_of(&[["of other", "words"]]);
    assert!(read(&Index::decode(&other).unwrap(), 0, &bytes).is_none());
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        any::<String>(),
        "([a-cA-C’'éÉ½ﬁ]{1,3}[ ,.!£-]{0,2}){0,12}",
        "(the|The|NHS|nhs|of|England’s|England's|2\\.5bn|10-year|[ ,.]){0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_texts_come_back(texts in proptest::collection::vec([any_text(), any_text()], 0..40)) {
        let texts: Vec<[&str; 2]> = texts.iter().map(|it| it.each_ref().map(String::as_str)).collect();
        pieces(&texts);
    }

    /// Damage that the checksum does not see.
    #[test]
    fn any_bytes_are_read_to_an_end(
        choices in proptest::collection::vec(any::<u8>(), 0..400),
        kept in 0_usize..200,
    ) {
        let index = index_of(NASTY);
        let index = Index::decode(&index).unwrap();
        let bytes = write(&index, 0, NASTY, &fold).unwrap();
        let payload = container::open(Content::TEXTS, &bytes).unwrap();
        let mut damaged = payload[..(8 + kept).min(payload.len())].to_vec();
        damaged.extend(choices);
        let _ = read(&index, 0, &container::seal(Content::TEXTS, &damaged));
    }
}
