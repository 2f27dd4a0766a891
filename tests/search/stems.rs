//! Our stemmer beside Snowball's own.

use std::collections::BTreeSet;

use pledges::search::{root, stem};
use proptest::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use super::{Random, naive};
use crate::support::path;

/// Every word of the corpus, and of what is written about the project.
fn real_words() -> BTreeSet<String> {
    let mut texts = include_str!("words.txt").to_owned();
    let folders = [
        "../assets/corpus",
        "../assets/corpus/articles",
        "../docs",
        "..",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(path(folder)).expect(folder));
    for file in files.map(|file| file.expect("a file").path()) {
        if file
            .extension()
            .is_some_and(|ending| ending == "toml" || ending == "md")
        {
            texts += &std::fs::read_to_string(file).expect("a text");
        }
    }
    let texts = texts.to_lowercase();
    let words = texts.split(|c: char| !c.is_ascii_lowercase());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words made of a beginning and one to three endings.
fn made_up_words() -> Vec<String> {
    let mut random = Random(5);
    let starts = [
        "a",
        "be",
        "care",
        "comm",
        "commun",
        "gener",
        "arsen",
        "hop",
        "hope",
        "nation",
        "organ",
        "reorganis",
        "run",
        "fail",
        "tax",
        "say",
        "cry",
        "dy",
        "y",
        "ye",
        "boy",
        "capab",
        "cap",
        "luxuri",
        "troubl",
        "siz",
        "hiss",
        "fizz",
        "fall",
        "fil",
        "log",
        "apolog",
        "sens",
        "act",
        "adjust",
        "adopt",
        "effect",
        "bowdler",
        "vile",
        "ti",
        "kni",
        "us",
        "rat",
        "control",
        "roll",
        "youth",
        "employ",
        "pl",
        "st",
        "tr",
        "qu",
        "wx",
        "eey",
        "ayy",
        "yy",
        "inn",
        "out",
        "succ",
    ];
    let endings = [
        "s", "es", "ies", "ied", "ed", "eed", "eedly", "edly", "ing", "ingly", "at", "bl", "iz",
        "y", "ly", "li", "e", "l", "ll", "al", "er", "ic", "ful", "ness", "ation", "ational",
        "ator", "alism", "ality", "ally", "izer", "ization", "ization", "isation", "ise", "ised",
        "ising", "iveness", "ivity", "ousness", "ously", "ability", "ably", "able", "ible", "ogy",
        "ency", "ancy", "ently", "fully", "lessly", "icate", "icity", "ical", "ative", "alize",
        "ement", "ment", "ent", "ant", "ance", "ence", "ism", "ate", "ity", "ous", "ive", "ize",
        "sion", "tion", "ion", "ss", "us", "ue", "w", "x", "ey", "sses",
    ];
    let mut words = Vec::new();
    for start in starts {
        for one in endings {
            words.push(format!("{start}{one}"));
            for other in endings {
                words.push(format!("{start}{one}{other}"));
            }
        }
        for _ in 0..500 {
            let mut word = start.to_owned();
            for _ in 0..3 {
                word += &random.of(&endings);
            }
            words.push(word);
        }
    }
    words
}

#[test]
fn stems_as_snowball_does() {
    let real = real_words();
    assert!(real.len() > 2_500, "only {} words", real.len());
    for word in real.into_iter().chain(made_up_words()) {
        let stem = stem(&word);
        assert_eq!(stem, naive::stem(&word), "{word}");
        assert!(
            word.starts_with(root(&stem)),
            "{word} is not where {stem} is looked for"
        );
    }
}

#[test]
fn deviates_only_where_it_says() {
    let snowball = Stemmer::create(Algorithm::English);
    let table = [
        ("dying", "dy", "die"),
        ("lying", "ly", "lie"),
        ("tying", "ty", "tie"),
        ("skies", "ski", "sky"),
        ("aed", "aed", "a"),
        ("gps", "gp", "gps"),
        ("ccgs", "ccg", "ccgs"),
        ("nhs", "nh", "nhs"),
        ("zoës", "zoës", "zoë"),
        ("yrs", "yr", "yrs"),
    ];
    for (word, ours, theirs) in table {
        assert_eq!(stem(word), ours, "{word}");
        assert_eq!(snowball.stem(word), theirs, "{word}");
    }
    let long = "a".repeat(38) + "ing";
    assert_eq!(
        (stem(&long), stem("2ing"), stem("")),
        (long, "2ing".to_owned(), String::new())
    );
}

#[test]
fn brings_together_what_belongs_together() {
    let table = [
        "reorganise reorganised reorganising reorganisation reorganisations",
        "nationalise nationalised nationalisation",
        "privatise privatised privatising privatisation",
        "prioritise prioritised prioritisation",
        "fund funds funded funding",
        "hospital hospitals",
        "nurse nurses nursing",
        "city cities",
        "policy policies",
        "integrate integrated integrating integration",
        "gp gps",
        "icb icbs",
    ];
    for words in table {
        let stems: BTreeSet<_> = words.split(' ').map(stem).collect();
        assert_eq!(stems.len(), 1, "{words}: {stems:?}");
    }
    assert_ne!(stem("news"), stem("new"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any letters at all: as Snowball, and found where a stem is looked for.
    #[test]
    fn a_stem_but_its_last_letter_begins_the_word(word in "[a-z]{1,14}|[aeiouybltsdn]{1,9}(s|ed|ing|ly|ation|ness|ator|ity)") {
        let stem = stem(&word);
        prop_assert_eq!(&stem, &naive::stem(&word));
        prop_assert!(word.starts_with(root(&stem)));
        prop_assert!(root(&stem).len() + 1 >= stem.len());
    }

    #[test]
    fn any_text_has_a_stem(text in ".{0,50}") {
        prop_assert!(text.starts_with(root(&stem(&text))));
    }
}
