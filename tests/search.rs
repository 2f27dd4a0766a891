//! The search core by tables: what is found, in which order and what is marked.

mod against_scan;
mod correction;
mod naive;
mod relevance;
mod robust;
mod sample;
mod stems;
mod synonyms;
mod whole;

use pledges::corpus::model::{BodyNo, Corpus, ThemeNo};
use std::sync::LazyLock;

use pledges::search::{Ask, Index, Order, Query, Synonyms, highlight};

fn with_index<T>(corpus: &Corpus, test: impl FnOnce(&Index) -> T) -> T {
    let bytes = Index::build(corpus);
    let index = Index::decode(&bytes);
    test(&index.unwrap_or_else(|error| panic!("{error}")))
}

/// Those of every sample.
static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| Synonyms::of(&sample::empty()));

fn parsed(query: &str) -> Query {
    Query::parse(query, &SYNONYMS).0
}

/// The parts of a text that answer, with bars between.
fn marked(text: &str, query: &str) -> String {
    let ranges = highlight(text, &parsed(query));
    let marked: Vec<_> = ranges.into_iter().map(|range| &text[range]).collect();
    marked.join("|")
}

/// The units that answer, by number.
fn answers(index: &Index, query: &Query) -> Vec<u32> {
    let mut units = best(index, query);
    units.sort_unstable();
    units
}

/// The units that answer, best first.
fn best(index: &Index, query: &Query) -> Vec<u32> {
    let found = index.find(&Ask {
        query,
        chosen: &[],
        years: None,
    });
    let units = index.window(&found, Order::Best, 0..found.all.len);
    units.iter().map(|unit| unit.0).collect()
}

/// Unit numbers, in the order of the corpus.
fn found(index: &Index, query: &str) -> Vec<u32> {
    answers(index, &parsed(query))
}

/// Unit numbers, best first.
fn ranked(index: &Index, query: &str) -> Vec<u32> {
    best(index, &parsed(query))
}

#[test]
fn folds() {
    let table = [
        (
            "NHS England’s",
            "nhs englands england England's england’s \"NHS England\" \"nhs england's\"",
        ),
        (
            "a 10-year plan",
            "10-year 10-years 10 year \"10 year\" 10\u{2011}year 10–year",
        ),
        ("a ten\u{2011}year plan", "ten-year \"ten year\" tenyear"),
        (
            "worth £2.5bn",
            "£2.5bn 2.5bn 2.5 £2.5 \"£2.5 billion\" 2.5\u{a0}bn",
        ),
        ("worth £2.5 billion", "£2.5bn £2.5billion \"2.5 billion\""),
        ("£8bn more", "8bn £8bn \"8 bn\" \"£8 billion\" 8BN"),
        ("£300m", "300m £300million \"300 million\""),
        ("5,000 places", "5000 5,000 5,0 place"),
        ("in 2024-25", "2024-25 2024/25 2024–25 \"2024 25\" 2024-2"),
        (
            "the re-organisation",
            "reorganisation re-organisation \"re organisation\" reorg re-org",
        ),
        ("cooperation", "co-operation co\u{2010}operation"),
        (
            "Siân ﬁnds Łódź, Ŵyn, Straße and Ærø",
            "sian SIÂN find lodz wyn strasse aero Si\u{302}an",
        ),
        ("don’t use A&E", "don't dont don‘t a&e \"a and e\" use"),
        (
            "ＮＨＳ\u{a0}England",
            "nhs \"nhs england\" NHS\u{202f}England",
        ),
        (
            "GPs, policies, taxes; classes",
            "gp policy tax class polic taxes",
        ),
    ];
    for (text, queries) in table {
        with_index(&sample::of(&[(text, "")]), |index| {
            let mut rest = queries;
            while let Some(start) = rest.find(|c| c != ' ') {
                rest = &rest[start..];
                let end = match rest.strip_prefix('"') {
                    Some(phrase) => phrase.find('"').map(|at| at + 2),
                    None => rest.find(' '),
                };
                let (query, after) = rest.split_at(end.unwrap_or(rest.len()));
                rest = after;
                assert_eq!(found(index, query), [0], "{query} in {text}");
                assert_ne!(marked(text, query), "", "{query} in {text}");
            }
        });
    }
}

#[test]
fn keeps_apart_what_differs() {
    let corpus = sample::of(&[
        ("nothing new", "£2.5 for every bn"),
        ("the news", "a year in 10 parts"),
    ]);
    with_index(&corpus, |index| {
        assert_eq!(found(index, "new the"), [0; 0]);
        assert_eq!(found(index, "news -x"), [1]);
        assert_eq!(found(index, "2.5bn"), [0; 0]);
        assert_eq!(found(index, "10-year"), [0; 0]);
        assert_eq!(
            found(index, "\"new 2.5\""),
            [0; 0],
            "a phrase in two fields"
        );
        assert_eq!(
            found(index, "\"never"),
            [0; 0],
            "what stands around a quotation"
        );
    });
}

#[test]
fn understands_queries() {
    let corpus = sample::of(&[
        ("Abolish NHS England", "we will abolish it"),
        ("Keep foundation trusts", "we will not abolish them"),
        ("Build hospitals", "forty new hospitals"),
    ]);
    let table: [(&str, &[u32]); 15] = [
        ("", &[0, 1, 2]),
        ("  ?! \" ", &[0, 1, 2]),
        ("aboli", &[0, 1]),
        ("aboli trusts", &[]),
        ("trusts aboli", &[1]),
        ("aboli -trusts", &[0]),
        ("-trusts aboli", &[0]),
        ("-abolish", &[2]),
        ("-aboli", &[0, 1, 2]),
        ("-“will abolish”", &[1, 2]),
        ("—abolish", &[2]),
        ("- abolish", &[0, 1]),
        ("\"will not abol", &[1]),
        ("\"will not abol\"", &[]),
        ("hospital,forty", &[2]),
    ];
    with_index(&corpus, |index| {
        for (query, expected) in table {
            assert_eq!(found(index, query), expected, "{query}");
        }
        let every = |hits: Vec<u32>| hits.len() == 3;
        assert!(every(found(index, "streeting")) && every(found(index, "wes health")));
    });
}

#[test]
fn ranks() {
    let mut corpus = sample::of(&[
        (
            "Train more doctors",
            "we need the staff, the doctors and the nurses and the beds in a plan",
        ),
        ("Publish a workforce plan", "a plan for staff"),
        ("Plan spending", "spending plans"),
        (
            "Double medical school places",
            "twice the medical school places",
        ),
        ("Give boards a say", "we will look at it"),
        (
            "Say nothing",
            "integrated care boards will decide, not integrated trusts",
        ),
        ("Pay staff", "pay"),
        ("Pay staff", "pay"),
        ("Form one", ""),
        ("Forms one", ""),
    ]);
    corpus.units[0].themes = vec![ThemeNo(0)];
    corpus.units[4].bodies = vec![BodyNo(1)];
    let table = [
        ("workforce", 1),
        ("staff plan", 1),
        ("plans", 2),
        ("spending", 2),
        ("form", 8),
        ("forms", 9),
        ("medical school", 3),
        ("integrated care board", 4),
        ("icb", 4),
        ("\"integrated trusts\"", 5),
        ("pay", 7),
        ("miliband", 9),
    ];
    with_index(&corpus, |index| {
        for (query, first) in table {
            assert_eq!(ranked(index, query).first(), Some(&first), "{query}");
        }
        assert_eq!(
            ranked(index, ""),
            [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
            "newest first"
        );
    });
}

#[test]
fn highlights() {
    let table = [
        (
            "NHS England’s 10-year plan for £2.5bn",
            "england 10-year 2.5bn",
            "England’s|10-year|2.5bn",
        ),
        (
            "a re-organisation, reorganised",
            "reorg",
            "re-organisation|reorganised",
        ),
        (
            "Foundation trusts trust the trust",
            "\"trusts trust\" th",
            "trusts trust|the",
        ),
        (
            "care, cares and careful",
            "care -careful",
            "care|cares|careful",
        ),
        (
            "care, cares and careful",
            "care and",
            "care|cares|and|careful",
        ),
        ("Cafe\u{301} society", "café", "Cafe\u{301}"),
        (
            "the NHS England trusts",
            "\"nhs england trusts\" \"nhs england\" england",
            "NHS England trusts",
        ),
        ("nothing", "-nothing", ""),
    ];
    for (text, query, expected) in table {
        assert_eq!(marked(text, query), expected, "{query}");
    }
}

/// Marsaglia's xorshift: the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }

    fn of(&mut self, words: &[&str]) -> String {
        words[self.below(words.len())].to_owned()
    }
}
