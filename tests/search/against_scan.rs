//! Generated corpora and queries: the index finds what a naive scan finds, and
//! what answers is marked.

use pledges::corpus::model::{ActorNo, ArticleNo, BodyNo, Corpus, PartyNo, ThemeNo};
use pledges::search::highlight;

use super::naive::{self, Part, Parts, Scan};
use super::{Random, found, parsed, sample, with_index};

const WORDS: &[&str] = &[
    "pledge",
    "pledges",
    "Pledged",
    "care",
    "carer",
    "cares",
    "NHS",
    "nhs",
    "England",
    "England’s",
    "England's",
    "englands",
    "10-year",
    "10 year",
    "10\u{2011}year",
    "ten-year",
    "£2.5bn",
    "2.5bn",
    "£2.5 billion",
    "£300m",
    "300 million",
    "billion",
    "5,000",
    "5000",
    "2024-25",
    "2024",
    "8bn",
    "re-organisation",
    "reorganisation",
    "re organisation",
    "co-op",
    "coop",
    "face-to-face",
    "policy",
    "policies",
    "tax",
    "taxes",
    "A&E",
    "a",
    "e",
    "and",
    "don’t",
    "dont",
    "café",
    "cafe\u{301}",
    "encyclopædia",
    "Covid-19",
    "covid19",
    "in-house",
    "house",
    "out-of-hours-care",
    "news",
    "new",
    "trusts’",
    "trust",
    "ICB",
    "ICBs",
    "integrated",
    "boards",
    "Streeting",
    "health",
    "of",
    "1990s",
    "1990’s",
    "NHS\u{a0}England",
    "soft\u{ad}ware",
    "software",
    "h",
    "p",
    "2",
    "O’Neill",
    "reorganise",
    "reorganising",
    "reorganisations",
    "hopes",
    "hoping",
    "capability",
    "capable",
    "funded",
    "funding",
    "GPs",
    "GP",
    "NHSE",
    "FT",
    "FTs",
    "ICB’s",
    "foundation",
    "department",
];

/// What is put into texts and asked for whole.
const NAMES: &[&str] = &[
    "integrated care boards",
    "Integrated Care Board",
    "NHS England",
    "NHS foundation trust",
    "Department of Health",
    "department of health and social care",
    "foundation trusts",
];

/// Twelve units.
pub(super) fn generated(random: &mut Random) -> Corpus<'static> {
    of_size(random, 12)
}

fn of_size(random: &mut Random, units: usize) -> Corpus<'static> {
    let mut corpus = sample::empty();
    for _ in 0..units {
        let mut text = || {
            let mut text = String::new();
            for _ in 0..random.below(9) {
                let words = if random.below(8) == 0 { NAMES } else { WORDS };
                text += &random.of(words);
                text += &random.of(&[
                    " ", " ", " ", "\u{a0}", ", ", ". ", " – ", " ‘", "’ ", " (", "; ",
                ]);
            }
            &*text.leak()
        };
        let quotes = [text(), text()];
        let mut unit = sample::unit(text(), &quotes);
        unit.speaker = ActorNo(random.below(3) as u32);
        unit.role = ["", "Shadow Secretary of State", "Leader of the Opposition"][random.below(3)];
        unit.article = ArticleNo(random.below(3) as u32);
        unit.party = [None, Some(PartyNo(0)), Some(PartyNo(1))][random.below(3)];
        unit.themes = vec![ThemeNo(random.below(3) as u32)];
        unit.bodies = (0..random.below(3))
            .map(|_| BodyNo(random.below(4) as u32))
            .collect();
        corpus.units.push(unit);
    }
    corpus
}

fn asked(random: &mut Random) -> Parts {
    if random.below(6) == 0 {
        return asked_by_name(random);
    }
    let part = |random: &mut Random| {
        if random.below(3) > 0 {
            let word = random.of(WORDS).replace([' ', '\u{a0}'], "-");
            let cut = word
                .char_indices()
                .map(|(at, _)| at)
                .nth(1 + random.below(7));
            return Part::Word(
                word[..cut.unwrap_or(word.len())]
                    .trim_end_matches('-')
                    .to_owned(),
            );
        }
        let words: Vec<_> = (0..=random.below(3)).map(|_| random.of(WORDS)).collect();
        Part::Phrase(words.join(" "))
    };
    (0..=random.below(3))
        .map(|_| (part(random), random.below(4) == 0))
        .collect()
}

/// A name, plain or as a phrase, with something before or behind.
fn asked_by_name(random: &mut Random) -> Parts {
    let name = random.of(NAMES);
    let mut parts: Parts = name
        .split(' ')
        .map(|word| (Part::Word(word.to_owned()), false))
        .collect();
    if random.below(4) == 0 {
        parts = vec![(Part::Phrase(name), random.below(3) == 0)];
    }
    let at = random.below(parts.len() + 1);
    match random.below(4) {
        0 => parts.insert(
            at,
            (
                Part::Word(random.of(WORDS).replace([' ', '\u{a0}'], "-")),
                random.below(2) == 0,
            ),
        ),
        1 => drop(parts.pop()),
        _ => {}
    }
    parts
}

#[test]
fn finds_what_a_naive_scan_finds() {
    let mut random = Random(0x5eed);
    let mut answered = 0;
    for _ in 0..100 {
        let corpus = generated(&mut random);
        let scan = Scan::new(&corpus);
        with_index(&corpus, |index| {
            for _ in 0..50 {
                let parts = asked(&mut random);
                let query = naive::written(&parts);
                let expected = scan.search(&parts);
                answered += usize::from(!expected.is_empty() && expected.len() < 12);
                assert_eq!(
                    found(index, &query),
                    expected,
                    "{query}\n{:#?}",
                    corpus.units
                );
                check_highlights(&corpus, &query, &parts, &expected);
            }
        });
    }
    assert!(answered > 1_000, "only {answered} queries tell units apart");
}

/// Around the borders of a set's words, and where long lists have sets of their own and
/// beginnings are joined.
#[test]
fn finds_the_same_among_many() {
    let mut random = Random(0xace);
    for units in [63, 64, 65, 129, 500] {
        let corpus = of_size(&mut random, units);
        let scan = Scan::new(&corpus);
        with_index(&corpus, |index| {
            for _ in 0..40 {
                let parts = asked(&mut random);
                let query = naive::written(&parts);
                assert_eq!(found(index, &query), scan.search(&parts), "{query}");
            }
        });
    }
}

/// A unit answers a single word or phrase exactly if something in it is marked.
fn check_highlights(corpus: &Corpus, query: &str, parts: &Parts, expected: &[u32]) {
    let [(part, false)] = parts.as_slice() else {
        return;
    };
    let parsed = parsed(query);
    for (no, unit) in (0..).zip(&corpus.units) {
        let mut marked = false;
        for text in sample::values(corpus, unit) {
            let mut end = 0;
            for range in highlight(text, &parsed) {
                assert!(
                    end <= range.start && text.get(range.clone()).is_some_and(|t| !t.is_empty())
                );
                end = range.end;
                marked = true;
            }
        }
        let answers = expected.contains(&no) && naive::asks(part);
        assert_eq!(marked, answers, "{query}: {unit:#?}");
    }
}
