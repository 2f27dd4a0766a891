//! Nasty queries and damaged bytes.

use pledges::corpus::container::{self, Content};
use pledges::search::{Index, MAX_CHARS, MAX_TERMS, Notice, Query, highlight};
use proptest::prelude::*;

use super::against_scan::generated;
use super::{Random, SYNONYMS, found, parsed, sample, with_index};

#[test]
fn reads_any_query() {
    let long = [
        "a".repeat(1_000_000),
        " ".repeat(1_000_000),
        "\"-".repeat(500_000),
        "e\u{301}".repeat(500_000),
    ];
    let nasty = [
        "\u{0}",
        "-",
        "--",
        "\"",
        "\"\"",
        "-\"",
        "”“",
        "’s",
        "'",
        "&",
        "&&-&",
        "1,",
        ",1",
        ".5",
        "5.",
        "1.2.3",
        "😀 👩‍👩‍👧",
        "健康",
        "\u{202e}abc",
        "\u{301}",
        "ß",
        "İ",
        "ǅ",
        "a\u{301}\u{301}",
        "-\u{a0}-",
        "–",
        "ﬃ",
        "\u{ff21}",
    ];
    with_index(&sample::of(&[("Say ﬃ 健康", "😀")]), |index| {
        for query in long.iter().map(String::as_str).chain(nasty) {
            for query in [
                query.to_owned(),
                format!("{query}a"),
                format!("a {query}"),
                format!("  {query}  "),
            ] {
                let parsed = index.understand(&query, &SYNONYMS).query;
                super::answers(index, &parsed);
                for range in highlight(&query, &parsed) {
                    assert!(query.get(range).is_some());
                }
            }
        }
        assert_eq!(found(index, "健康"), [0]);
        assert_eq!(found(index, "病"), [0; 0]);
    });
    let mut random = Random(7);
    for _ in 0..20_000 {
        let characters = [
            ' ', '"', '-', '\'', '’', '&', '.', ',', '1', 'a', 's', 'é', '\u{301}', '“', '–', '😀',
        ];
        let text: String = (0..random.below(30))
            .map(|_| characters[random.below(16)])
            .collect();
        highlight(&text, &parsed(&text));
    }
}

/// Parts of texts that have made programs stumble.
const SOUP: &[&str] = &[
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{3000}",
    "\"",
    "“",
    "”",
    "«",
    "-",
    "--",
    "–",
    "−",
    "'",
    "’",
    "`",
    "&",
    ".",
    ",",
    "/",
    "_",
    "@",
    "£",
    "%",
    "(",
    "1",
    "2.5",
    "5,000",
    "10-year",
    "a",
    "I",
    "the",
    "and",
    "of",
    "who",
    "-the",
    "-\"",
    "care",
    "cares",
    "reorganisaton",
    "re-organ",
    "icb",
    "ICBs",
    "integrated",
    "care board",
    "NHS England’s",
    "nhse",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{489}",
    "ß",
    "İ",
    "ﬃ",
    "ŉ",
    "健康",
    "שלום",
    "\u{202e}",
    "\u{200f}",
    "\u{200d}",
    "\u{ad}",
    "😀",
    "👩‍👩‍👧",
    "\u{0}",
    "\u{fffd}",
    "\u{10ffff}",
    "ＮＨＳ",
    "aed",
    "yyyy",
    "sses",
    "ational",
];

/// Whatever is typed: understood, answered, marked, without a panic, and as
/// much of it as is promised.
fn bears(index: &Index, text: &str) {
    let understood = index.understand(text, &SYNONYMS);
    let hits = super::answers(index, &understood.query);
    assert!(hits.len() <= index.units() as usize);
    let read: String = text.trim().chars().take(MAX_CHARS).collect();
    let cut = text.trim().chars().count() > MAX_CHARS;
    assert!(
        cut || !understood.notices.contains(&Notice::TooLong),
        "{text:?}"
    );
    for shown in [
        text,
        "NHS England’s integrated care boards – ICBs – of 健康",
    ] {
        let mut end = 0;
        for range in highlight(shown, &understood.query) {
            assert!(
                end <= range.start && shown.get(range.clone()).is_some_and(|it| !it.is_empty())
            );
            end = range.end;
        }
    }
    if let Some(correction) = understood.correction {
        assert!(!hits.is_empty() && correction.words.len() <= 3, "{text:?}");
        assert!(
            correction
                .words
                .iter()
                .all(|(typed, _)| read.contains(typed)),
            "{text:?}"
        );
        let exact = index.understand(&correction.exact, &SYNONYMS);
        assert_eq!(exact.correction, None, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() })]

    /// Thousands of texts for each index.
    #[test]
    fn bears_anything(
        any in prop::collection::vec(".{0,260}", 4_000),
        soup in prop::collection::vec(prop::collection::vec(prop::sample::select(SOUP), 0..40), 8_000),
    ) {
        let corpus = generated(&mut Random(3));
        with_index(&corpus, |index| {
            for text in &any {
                bears(index, text);
            }
            for parts in &soup {
                bears(index, &parts.concat());
            }
        });
    }
}

#[test]
fn bears_long_texts() {
    let corpus = generated(&mut Random(3));
    with_index(&corpus, |index| {
        for part in SOUP {
            bears(index, &part.repeat(100_000 / part.len()));
            bears(index, &[part, " "].concat().repeat(1_000));
            bears(index, &format!("-{part} ").repeat(1_000));
        }
        bears(index, &" ".repeat(1_000_000));
    });
}

#[test]
fn limits_queries() {
    let parse = |text: &str| Query::parse(text, &SYNONYMS);
    assert_eq!(parse(&" ".repeat(1_000_000)), (Query::default(), vec![]));
    assert_eq!(
        parse(&format!("{}a{}", " ".repeat(300), " ".repeat(300))).1,
        []
    );
    assert_eq!(parse(&"é".repeat(200)).1, []);
    assert_eq!(parse(&"é".repeat(201)).1, [Notice::TooLong]);
    assert_eq!(parse(&"a ".repeat(MAX_TERMS)).1, []);
    assert_eq!(parse(&"a ".repeat(MAX_TERMS + 1)).1, [Notice::TooManyTerms]);
    let same = |one: &str, other: &str| assert_eq!(parse(one).0, parse(other).0);
    same(
        &format!("-a{}", " b-".repeat(16)),
        &format!("-a{}", " b-".repeat(17)),
    );
    assert!(parse("?!").0.is_empty() && !parse("-a").0.is_empty());
}

#[test]
fn bytes_are_the_same_and_checked() {
    let mut random = Random(11);
    let corpus = generated(&mut random);
    let bytes = Index::build(&corpus);
    assert_eq!(bytes, Index::build(&corpus.clone()));
    assert_eq!(
        Index::decode(&bytes).map(|index| index.corpus()),
        Ok("0123456789ab")
    );
    for cut in 0..bytes.len() {
        assert!(Index::decode(&bytes[..cut]).is_err());
    }
    for _ in 0..3_000 {
        let mut bytes = bytes.clone();
        let at = random.below(bytes.len());
        bytes[at] ^= 1 << random.below(8);
        assert!(Index::decode(&bytes).is_err());
        // With the checksum made right the contents are nonsense, but harmless.
        let bytes = container::seal(Content::INDEX, &bytes[19..]);
        if let Ok(index) = Index::decode(&bytes) {
            for query in ["c", "\"nhs england", "-care p", "reorganisaton"] {
                super::answers(&index, &index.understand(query, &SYNONYMS).query);
            }
        }
    }
    let none = Index::build(&sample::empty());
    assert_eq!(
        Index::decode(&none).map(|index| found(&index, "care")),
        Ok(vec![])
    );
}
