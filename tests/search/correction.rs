//! Typing errors: put right only where nothing else could be found, and said.

use pledges::search::{Index, Understood};

use super::against_scan::generated;
use super::naive::{self, Part, Parts, Scan};
use super::{Random, SYNONYMS, sample, with_index};

/// What was put right, and how to ask for what was typed: `typed>instead …: exact`.
fn corrected(index: &Index, query: &str) -> Option<String> {
    let correction = index.understand(query, &SYNONYMS).correction?;
    let words = correction.words.iter();
    let words: Vec<_> = words
        .map(|(typed, instead)| format!("{typed}>{instead}"))
        .collect();
    Some(format!("{}: {}", words.join(" "), correction.exact))
}

#[test]
fn corrects() {
    let corpus = sample::of(&[
        (
            "Avoid a top-down reorganisation",
            "no reorganisation in 2025",
        ),
        ("Organise hospitals", "hospital care"),
    ]);
    let table = [
        (
            "reorganization of",
            Some("reorganization>reorganisation: \"reorganization\" of"),
        ),
        (
            "Reorganiza",
            Some("Reorganiza>reorganisation: \"Reorganiza\""),
        ),
        (
            "hopsitals care",
            Some("hopsitals>hospitals: \"hopsitals\" care"),
        ),
        (
            "care  hospitel ",
            Some("hospitel>hospital: care  \"hospitel\" "),
        ),
        (
            "hospitel caer",
            Some("hospitel>hospital caer>care: \"hospitel\" \"caer\""),
        ),
        ("top-donw", Some("donw>down: \"top-donw\"")),
        (
            "re-organisaton",
            Some("re-organisaton>reorganisation: \"re-organisaton\""),
        ),
        ("ospital", Some("ospital>hospital: \"ospital\"")),
        // Nothing to put right, or not by us.
        ("care -hopsital", None),
        ("\"hopsital\"", None),
        ("\"hopsital\" hospitel", None),
        ("reorganisation hospital", None),
        ("hospital reorganisaton", None),
        ("hospitel xylophone", None),
        ("hospitel hospitel hospitel hospitel", None),
        ("2026", None),
        ("zq", None),
        ("", None),
    ];
    with_index(&corpus, |index| {
        for (query, expected) in table {
            let got = corrected(index, query);
            // "of" stands in no text.
            let expected = expected.filter(|_| !query.ends_with(" of"));
            assert_eq!(got.as_deref(), expected, "{query}");
        }
    });
}

#[test]
fn what_is_typed_together_is_quoted_together() {
    let corpus = sample::of(&[("Integrated-care plan of boards", "")]);
    with_index(&corpus, |index| {
        let exact = |query: &str| {
            let correction = index.understand(query, &SYNONYMS).correction;
            correction.expect("a correction").exact
        };
        assert_eq!(exact("integratd-caer plan"), "\"integratd-caer\" plan");
        assert_eq!(
            exact("plaan integratd-caer"),
            "\"plaan\" \"integratd-caer\""
        );
    });
}

#[test]
fn exactly_what_was_typed_is_not_corrected() {
    let corpus = sample::of(&[("Organise hospitals", "hospital care")]);
    with_index(&corpus, |index| {
        for query in [
            "hopsitals",
            "care hopsitals",
            "foo,hospitel",
            "£hospitel organize",
        ] {
            let Understood {
                query, correction, ..
            } = index.understand(query, &SYNONYMS);
            let Some(correction) = correction else {
                continue;
            };
            assert!(!super::answers(index, &query).is_empty());
            let again = index.understand(&correction.exact, &SYNONYMS);
            assert_eq!(again.correction, None, "{}", correction.exact);
            assert!(super::answers(index, &again.query).is_empty());
        }
    });
}

/// A word with one or two slips.
fn misspelt(random: &mut Random, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for _ in 0..=random.below(2) {
        let at = random.below(letters.len());
        match random.below(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, 'x'),
            2 => letters[at] = 'e',
            _ => letters.swap(at, (at + 1).min(word.len() - 2)),
        }
    }
    letters.into_iter().collect()
}

#[test]
fn corrects_as_a_naive_scan_would() {
    let words = [
        "pledge",
        "reorganisation",
        "policies",
        "integrated",
        "England",
        "trust",
        "house",
    ];
    let mut random = Random(0xc0de);
    let mut corrected = 0;
    for _ in 0..60 {
        let corpus = generated(&mut random);
        let scan = Scan::new(&corpus);
        let vocabulary = scan.vocabulary();
        with_index(&corpus, |index| {
            for _ in 0..20 {
                let mut parts: Parts = (0..=random.below(2))
                    .map(|_| {
                        let word = random.of(&words);
                        (
                            Part::Word(misspelt(&mut random, &word)),
                            random.below(5) == 0,
                        )
                    })
                    .collect();
                let query = naive::written(&parts);
                let Understood {
                    query: instead,
                    correction,
                    ..
                } = index.understand(&query, &SYNONYMS);
                let nearest = naive::correct(&mut parts, &vocabulary);
                let Some(correction) = correction else {
                    if let Some(nearest) = nearest
                        && nearest.iter().all(|near| near.len() == 1)
                    {
                        assert_eq!(scan.search(&parts), [0; 0], "{query} could be put right");
                    }
                    continue;
                };
                corrected += 1;
                let nearest = nearest.unwrap_or_else(|| panic!("{query} needs nothing"));
                assert_eq!(nearest.len(), correction.words.len(), "{query}");
                for ((_, word), near) in correction.words.iter().zip(&nearest) {
                    assert!(near.contains(word), "{query}: {word} is not of {near:?}");
                }
                let hits = super::answers(index, &instead);
                assert!(!hits.is_empty(), "{query}");
                if nearest.iter().all(|near| near.len() == 1) {
                    assert_eq!(hits, scan.search(&parts), "{query}");
                }
            }
        });
    }
    assert!(corrected > 200, "only {corrected} queries were put right");
}
