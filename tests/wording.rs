//! What changed between two quotations and between the answers of a thread, and the way to a
//! passage in somebody else's page.

use pledges::corpus::model::{Check, Evidence, Relation, UnitNo};
use pledges::explore::fragment::{archived_on, passages, text};
use pledges::explore::wording::{Change, Wording, closest, compare, is_figure, is_hedge, key};
use pledges::explore::{neighbours, restated};
use proptest::prelude::*;

use crate::support;

/// `[-only the first-] {+only the second+} both`.
fn told(first: &str, second: &str) -> String {
    let wording = compare(first, second).expect("short texts");
    let runs = wording.runs.iter().map(|run| match run.change {
        Change::Kept => run.words.clone(),
        Change::Deleted => format!("[-{}-]", run.words),
        Change::Inserted => format!("{{+{}+}}", run.words),
    });
    runs.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_changed_figure_stands_out() {
    assert_eq!(
        told(
            "We will recruit 5,000 health visitors by 2020.",
            "we will aim to recruit 3,000 health visitors"
        ),
        "we will {+aim to+} recruit [-5,000-] {+3,000+} health visitors [-by 2020.-]"
    );
    assert_eq!(
        told("£2bn a year", "$2bn a year"),
        "[-£2bn-] {+$2bn+} a year"
    );
}

#[test]
fn a_comparison_is_shown_only_where_it_tells_something() {
    let telling = |a, b| compare(a, b).is_some_and(|it: Wording| it.is_telling());
    assert!(telling(
        "no plans to upend the integrated care systems",
        "would not upend the integrated care boards"
    ));
    assert!(!telling("the very same words", "the very same words"));
    assert!(!telling(
        "we will do it in the end",
        "we are of it, in the way"
    ));
    assert!(compare(&"word ".repeat(401), "word").is_none());
}

#[test]
fn of_several_quotations_the_two_that_are_closest_are_compared() {
    let earlier = ["it needs more money", "no plans to upend the boards"];
    let later = ["we will not upend the boards", "something else altogether"];
    let (first, second, wording) = closest(&earlier, &later).expect("something in common");
    assert_eq!((first, second), (1, 0));
    assert!(wording.shared == 2);
    assert_eq!(closest(&earlier, &[]), None);
}

#[test]
fn figures_and_hedges_that_changed_are_named() {
    let (was, is) = (
        "We will recruit 5,000 nurses in 2020",
        "we aim to recruit 3,000 nurses in 2020",
    );
    let wording = compare(was, is).expect("short texts");
    assert_eq!(wording.changed(Change::Deleted, is_figure), ["5,000"]);
    assert_eq!(wording.changed(Change::Inserted, is_figure), ["3,000"]);
    assert_eq!(wording.changed(Change::Inserted, is_hedge), ["aim"]);
    assert!(wording.changed(Change::Deleted, is_hedge).is_empty());
}

/// The words of the runs that are in a text, as they are compared.
fn words(wording: &Wording, but: Change) -> Vec<String> {
    let runs = wording.runs.iter().filter(|run| run.change != but);
    runs.flat_map(|run| run.words.split_whitespace().map(key))
        .collect()
}

fn keys(text: &str) -> Vec<String> {
    text.split_whitespace().map(key).collect()
}

/// The words of a fragment, read back by the rules of text fragments.
fn read(fragment: &str) -> (Option<String>, Vec<String>, Option<String>) {
    let directive = fragment.strip_prefix("text=").expect("a text fragment");
    let mut parts: Vec<&str> = directive.split(',').collect();
    let plain = |text: &str| {
        let query = form_urlencoded::parse(text.as_bytes()).next();
        query.expect("a value").0.into_owned()
    };
    let prefix = parts.first().and_then(|it| it.strip_suffix('-')).map(plain);
    if prefix.is_some() {
        parts.remove(0);
    }
    let suffix = parts.last().and_then(|it| it.strip_prefix('-')).map(plain);
    if suffix.is_some() {
        parts.pop();
    }
    (prefix, parts.into_iter().map(plain).collect(), suffix)
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn a_comparison_loses_and_adds_no_word(
        first in "[a-d£,.’ ]{0,40}", second in "[A-D£,.’ ]{0,40}"
    ) {
        let wording = compare(&first, &second).expect("short texts");
        prop_assert_eq!(words(&wording, Change::Inserted), keys(&first));
        prop_assert_eq!(words(&wording, Change::Deleted), keys(&second));
        prop_assert!(wording.runs.windows(2).all(|two| two[0].change != two[1].change));
        let same = compare(&second, &second).expect("short texts");
        prop_assert!(same.runs.iter().all(|run| run.change == Change::Kept));
    }

    #[test]
    fn a_fragment_read_back_gives_the_words_of_the_quotation(
        quote in "\\PC{0,400}", prefix in "\\PC{0,9}", suffix in "[ a-z,&-]{0,9}"
    ) {
        let words = joined(&quote);
        let Some(fragment) = text(&quote, &prefix, &suffix) else {
            prop_assert!(words.is_empty());
            return Ok(());
        };
        prop_assert!(fragment.is_ascii() && !fragment.contains(['&', ' ', '+', '"', '<']));
        let (before, parts, after) = read(&fragment);
        prop_assert_eq!(before.unwrap_or_default(), joined(&prefix));
        prop_assert_eq!(after.unwrap_or_default(), joined(&suffix));
        match parts.as_slice() {
            [all] => prop_assert_eq!(all, &words),
            [start, end] => {
                prop_assert!(words.starts_with(start.as_str()) && words.ends_with(end.as_str()));
                prop_assert!(start.len() + end.len() < words.len());
            }
            _ => prop_assert!(false, "{}", fragment),
        }
    }
}

/// Capitals and points make no difference, and are those of the later text.
#[test]
fn what_stayed_is_told_as_it_was_last_said() {
    let wording = compare("Trusts will be kept.", "trusts will be kept").expect("short texts");
    let told: Vec<_> = wording
        .runs
        .iter()
        .map(|it| (it.change, it.words.as_str()))
        .collect();
    assert_eq!(told, [(Change::Kept, "trusts will be kept")]);
}

#[test]
fn a_quotation_is_found_by_its_words_or_by_its_ends() {
    assert_eq!(
        text("a half-truth, “so be it”", "he said:", "").as_deref(),
        Some("text=he%20said%3A-,a%20half%2Dtruth%2C%20%E2%80%9Cso%20be%20it%E2%80%9D")
    );
    let long: Vec<String> = (1..=90).map(|n| format!("w{n}")).collect();
    assert_eq!(
        text(&long.join(" "), "", "then").as_deref(),
        Some(
            "text=w1%20w2%20w3%20w4%20w5%20w6%20w7,\
             w84%20w85%20w86%20w87%20w88%20w89%20w90,-then"
        )
    );
    assert_eq!(text(" \u{a0}", "a", "b"), None);
}

#[test]
fn every_quotation_of_a_unit_is_marked_at_once() {
    let evidence = ["one thing", "another"].map(|quote| Evidence {
        quote,
        prefix: "",
        suffix: "",
        start: None,
        end: None,
        check: Check::Unchecked,
    });
    assert_eq!(
        passages(&evidence).as_deref(),
        Some("#:~:text=one%20thing&text=another")
    );
    assert_eq!(passages(&[]), None);
}

#[test]
fn an_archive_tells_the_day_of_its_copy() {
    let day = |address| archived_on(address);
    let web = "https://web.archive.org/web/20240426101500/https://example.org/";
    assert_eq!(day(web).as_deref(), Some("2024-04-26"));
    let raw = "https://web.archive.org/web/20240426101500id_/https://example.org/";
    assert_eq!(day(raw).as_deref(), Some("2024-04-26"));
    assert_eq!(day("https://archive.ph/x1Y2z"), None);
    assert_eq!(day("https://example.org/20249926/a"), None);
}

/// The unit of that id in the real corpus.
fn unit(id: &str) -> UnitNo {
    let units = &support::library().corpus.units;
    let no = units.iter().position(|it| it.id == id).expect(id);
    UnitNo(no as u32)
}

#[test]
fn what_was_restated_and_what_changed_it_is_read_off_the_links() {
    let corpus = support::library().corpus;
    let thread = corpus.threads.first().expect("a thread");
    let again = restated::restated(thread);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].first, unit("no-more-structural-changes"));
    assert_eq!(again[0].last, unit("no-nhs-restructure"));
    let changed = (unit("new-relationship-nhs-england"), Relation::Narrows);
    assert_eq!(again[0].changed, Some(changed));
    let reversed = restated::links(thread, Relation::Reverses);
    assert_eq!(reversed.len(), 1);
    let n = restated::sides(thread).map(|side| side.map_or(0, |it| it.n));
    assert_eq!(n, [7, 0, 4]);
    let all: usize = restated::ORDER
        .map(|relation| restated::links(thread, relation).len())
        .into_iter()
        .sum();
    assert_eq!(all, thread.links.len());
}

/// Neighbours against the plainest way to find them.
#[test]
fn neighbours_stand_before_and_after_in_time() {
    let corpus = support::library().corpus;
    for no in (0..corpus.units.len() as u32).map(UnitNo) {
        let unit = &corpus.units[no.index()];
        let [before, after] = neighbours::in_article(corpus, no);
        for (beside, step) in [(before, -1), (after, 1)] {
            let article = beside.map(|it| corpus.units[it.index()].article);
            assert!(article.is_none_or(|it| it == unit.article));
            assert!(beside.is_none_or(|it| it.0 as i32 == no.0 as i32 + step));
        }
        let alike: Vec<UnitNo> = (0..corpus.units.len() as u32)
            .map(UnitNo)
            .filter(|other| {
                let other = &corpus.units[other.index()];
                other.speaker == unit.speaker
                    && other.article != unit.article
                    && other.themes.contains(&unit.themes[0])
            })
            .collect();
        let (mut early, mut late): (Vec<_>, Vec<_>) = alike.into_iter().partition(|it| *it < no);
        early.drain(..early.len().saturating_sub(3));
        late.truncate(3);
        assert_eq!(neighbours::of_speaker(corpus, no), [early, late]);
    }
}
