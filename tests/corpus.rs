//! The corpus as a whole: compiled, encoded, decoded, vouched for.

use std::fs;

use pledges::corpus::abridge;
use pledges::corpus::author::{LOCK, Severity, compile, renew_lock};
use pledges::corpus::codec::{decode, encode};
use pledges::corpus::container::{self, Content, DecodeError};
use pledges::corpus::date::{Date, Day};
use pledges::corpus::model::{ActorKind, ArticleNo, Check, Side};
use proptest::prelude::*;

use crate::support::{edit, good, read, remove, rendered, without_texts};

fn sample() -> Vec<u8> {
    encode(&compile(&good()).0)
}

#[test]
fn the_sample_is_without_fault() {
    for sources in [good(), without_texts()] {
        assert_eq!(rendered(&compile(&sources).1), "");
    }
}

#[test]
fn records_stand_in_the_promised_order_and_point_at_each_other() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id).collect();
    assert_eq!(ids, ["2015-interview", "2020-speech"]);
    let actors: Vec<(&str, ActorKind)> = corpus
        .actors
        .iter()
        .map(|actor| (actor.id, actor.kind))
        .collect();
    assert_eq!(
        actors,
        [
            ("bo-tide", ActorKind::Person),
            ("ada-quay", ActorKind::Person),
            ("upland-union", ActorKind::Party)
        ]
    );
    let speakers: Vec<&str> = corpus
        .units
        .iter()
        .map(|unit| corpus.actors[unit.speaker.index()].id)
        .collect();
    assert_eq!(
        speakers,
        [
            "ada-quay",
            "ada-quay",
            "ada-quay",
            "upland-union",
            "ada-quay",
            "ada-quay"
        ]
    );
    assert_eq!(
        corpus.actors[corpus.contexts[0].actor.index()].id,
        "bo-tide"
    );
    assert_eq!(corpus.contexts[0].role, "Master of the Pilots’ Guild");
    let fee = &corpus.threads[0];
    let entries: Vec<&str> = fee
        .entries
        .iter()
        .map(|entry| corpus.units[entry.unit.index()].id)
        .collect();
    assert_eq!(entries, ["freeze-mooring-fee", "look-at-mooring-fee"]);
    assert_eq!(corpus.units[0].threads.len(), 1);
    assert_eq!(corpus.threads[1].label, "Should the Port Office stay?");
}

#[test]
fn a_role_is_the_one_held_on_the_day() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let standing = |no: usize| (corpus.units[no].role, corpus.units[no].side);
    assert_eq!(
        standing(0),
        ("Leader of the Harbour Party", Side::Opposition)
    );
    assert_eq!(standing(3), ("", Side::Government));
    assert_eq!(standing(4), ("Minister for Harbours", Side::Government));
    assert_eq!(
        corpus.parties[corpus.units[3].party.expect("a party").index()].id,
        "upland-union"
    );
}

#[test]
fn a_unit_without_a_date_was_made_when_the_article_was_published() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    assert_eq!(corpus.units[1].made, corpus.articles[0].published);
}

#[test]
fn with_texts_quotations_are_exact_and_the_texts_are_whole() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let text = corpus.articles[0].text.expect("the text");
    let evidence = &corpus.units[0].evidence[0];
    assert_eq!(evidence.check, Check::Exact);
    let (start, end) = (
        evidence.start.expect("a start") as usize,
        evidence.end.expect("an end") as usize,
    );
    let there: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(there, evidence.quote);
}

#[test]
fn without_texts_the_lock_vouches_with_its_day() {
    let sources = without_texts();
    let (corpus, _) = compile(&sources);
    let evidence = &corpus.units[0].evidence[0];
    assert!(matches!(evidence.check, Check::Recorded(_)));
    assert_eq!((evidence.start, evidence.end), (Some(1), Some(46)));
    assert_eq!(corpus.articles[0].text, None);
}

#[test]
fn an_edited_quotation_is_unchecked_and_the_build_goes_on() {
    let mut sources = without_texts();
    edit(
        &mut sources,
        "articles/2015-interview.toml",
        "ruled out selling the",
        "ruled out sale of the",
    );
    let (corpus, diagnostics) = compile(&sources);
    assert_eq!(corpus.units[1].evidence[0].check, Check::Unchecked);
    assert_eq!(corpus.units[1].evidence[0].start, None);
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.severity == Severity::Warning)
    );
    assert_eq!(diagnostics.len(), 1);
}

#[test]
fn another_text_unsays_what_was_recorded() {
    let mut sources = without_texts();
    let (sha256, other) = ("source_sha256 = \"fcc3", "source_sha256 = \"fcc4");
    edit(&mut sources, "articles/2015-interview.toml", sha256, other);
    let (corpus, _) = compile(&sources);
    let first = corpus.units.iter().filter(|unit| unit.article.index() == 0);
    assert!(
        first
            .into_iter()
            .all(|unit| unit.evidence[0].check == Check::Unchecked)
    );
}

#[test]
fn renewing_keeps_the_days_of_what_still_holds() {
    let sources = good();
    let lock = sources
        .files
        .iter()
        .find(|file| file.path == LOCK)
        .expect("the lock");
    let (corpus, _) = compile(&sources);
    let later = Day {
        year: 2031,
        month: 5,
        day: 6,
    };
    assert_eq!(
        renew_lock(&corpus, Some(lock), later).as_bytes(),
        lock.bytes
    );

    let mut edited = good();
    edit(
        &mut edited,
        "articles/2015-interview.toml",
        "ruled out selling the Port Office",
        "selling the Port Office",
    );
    edited.renewing = true;
    let (corpus, diagnostics) = compile(&edited);
    assert_eq!(rendered(&diagnostics), "");
    let renewed = renew_lock(&corpus, Some(lock), later);
    let old = String::from_utf8_lossy(&lock.bytes).into_owned();
    let changed: Vec<(&str, &str)> = old
        .lines()
        .zip(renewed.lines())
        .filter(|(a, b)| a != b)
        .collect();
    assert_eq!(changed.len(), 1, "one line per quotation");
    assert!(
        changed[0]
            .1
            .ends_with("start = 98, end = 121, day = \"2031-05-06\" },"),
        "{}",
        changed[0].1
    );

    let anew = renew_lock(&corpus, None, later);
    assert_eq!(anew.matches("day = \"2031-05-06\"").count(), 8);
}

#[test]
fn renewing_corrects_a_day_that_is_yet_to_come() {
    let mut sources = good();
    let (day, later) = ("end = 121, day = \"2026-", "end = 121, day = \"2099-");
    edit(&mut sources, LOCK, day, later);
    sources.renewing = true;
    let today = Day::new(2031, 5, 6).expect("a day");
    let lock = sources.files.iter().find(|file| file.path == LOCK);
    let (corpus, _) = compile(&sources);
    let renewed = renew_lock(&corpus, lock, today);
    assert!(
        renewed.contains("end = 121, day = \"2031-05-06\""),
        "{renewed}"
    );
    assert_eq!(renewed.matches("day = \"2026-11-21\"").count(), 7);
}

#[test]
fn a_build_asks_no_clock() {
    let mut sources = without_texts();
    let (day, later) = ("end = 121, day = \"2026-", "end = 121, day = \"2099-");
    edit(&mut sources, LOCK, day, later);
    assert_eq!(rendered(&compile(&sources).1), "");
    sources.today = Some(Day::new(2098, 12, 31).expect("a day"));
    assert_eq!(compile(&sources).1.len(), 1);
    sources.today = Some(Day::new(2099, 11, 21).expect("a day"));
    assert_eq!(compile(&sources).1.len(), 0);
}

#[test]
fn a_renewed_lock_vouches() {
    let mut sources = good();
    remove(&mut sources, LOCK);
    sources.renewing = true;
    let (corpus, _) = compile(&sources);
    let lock = renew_lock(
        &corpus,
        None,
        Day {
            year: 2030,
            month: 1,
            day: 2,
        },
    );
    let mut clone = without_texts();
    crate::support::put(&mut clone, LOCK, lock.as_bytes());
    let (corpus, diagnostics) = compile(&clone);
    assert_eq!(rendered(&diagnostics), "");
    let day = Date::parse("2030-01-02").expect("a day");
    assert_eq!(corpus.units[0].evidence[0].check, Check::Recorded(day));
}

#[test]
fn the_same_folder_gives_the_same_bytes_in_whatever_order_it_is_read() {
    let mut turned = good();
    turned.files.reverse();
    assert_eq!(encode(&compile(&turned).0), sample());
}

#[test]
fn a_folder_is_read_where_it_has_a_corpus_toml_and_what_is_no_file_is_named() {
    let root = std::env::temp_dir().join(format!("pledges-folder-{}", std::process::id()));
    fs::create_dir_all(root.join("articles")).expect("a folder");
    fs::write(root.join("articles/one.toml"), "").expect("a file");
    let without = read(&root);
    fs::write(root.join("corpus.toml"), "").expect("a file");
    #[cfg(unix)]
    let socket = std::os::unix::net::UnixListener::bind(root.join("articles/agent"));
    let with = read(&root);
    fs::remove_dir_all(&root).expect("the folder");
    let error = without.expect_err("no corpus").to_string();
    let (start, end) = ("no corpus.toml in ", ": is this a corpus folder?");
    assert!(error.starts_with(start) && error.ends_with(end), "{error}");
    let with = with.expect("a corpus");
    let files: Vec<&str> = with.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["articles/one.toml", "corpus.toml"]);
    #[cfg(unix)]
    assert_eq!(
        (with.others, socket.is_ok()),
        (vec!["articles/agent".to_owned()], true)
    );
}

#[test]
fn the_version_names_the_content() {
    let version = |sources| compile(&sources).0.about.version.to_owned();
    let mut other = good();
    edit(&mut other, "outlets.toml", "The Mole", "The Pier");
    assert_eq!(version(good()).len(), 12);
    assert_ne!(version(good()), version(other));
}

#[test]
fn what_was_encoded_is_decoded() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    assert_eq!(decode(&sample()).expect("a corpus"), corpus);
}

#[test]
fn damaged_bytes_say_what_is_wrong() {
    let bytes = sample();
    let with = |at: usize, to: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = to;
        decode(&bytes).expect_err("damage")
    };
    assert_eq!(with(0, b'p'), DecodeError::Magic);
    assert_eq!(
        with(4, 9),
        DecodeError::Version {
            expected: 3,
            got: 9
        }
    );
    assert_eq!(
        with(6, 2),
        DecodeError::Kind {
            expected: 1,
            got: 2
        }
    );
    assert!(matches!(with(7, 0), DecodeError::Length { .. }));
    assert!(matches!(with(30, 0), DecodeError::Checksum { .. }));
    assert_eq!(decode(&[]), Err(DecodeError::Magic));
    assert!(matches!(
        decode(&bytes[..bytes.len() - 1]),
        Err(DecodeError::Length { .. })
    ));
    for length in 0..bytes.len().min(40) {
        assert!(decode(&bytes[..length]).is_err());
    }
}

#[test]
fn a_number_that_points_nowhere_is_malformed() {
    let sources = good();
    let (mut corpus, _) = compile(&sources);
    corpus.units[0].speaker.0 = 99;
    assert_eq!(decode(&encode(&corpus)), Err(DecodeError::Malformed));
}

proptest! {
    #[test]
    fn no_bytes_make_decoding_panic(payload in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode(&payload);
        let _ = decode(&container::seal(Content::CORPUS, &payload));
    }

    #[test]
    fn no_edited_payload_makes_decoding_panic(at in any::<prop::sample::Index>(), to: u8) {
        let bytes = sample();
        let mut payload = container::open(Content::CORPUS, &bytes).expect("a payload").to_vec();
        let at = at.index(payload.len());
        payload[at] = to;
        let _ = decode(&container::seal(Content::CORPUS, &payload));
    }

    #[test]
    fn no_edit_makes_compiling_panic_or_let_through_what_is_unsound(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        to in "[\\[\\]{}\"'=,#\\n a-z0-9\u{202e}é-]{0,6}",
    ) {
        let mut sources = good();
        let file = file.index(sources.files.len());
        let bytes = &mut sources.files[file].bytes;
        let at = at.index(bytes.len());
        bytes.splice(at..(at + length).min(bytes.len()), to.bytes());
        let (corpus, diagnostics) = compile(&sources);
        let bytes = encode(&corpus);
        prop_assert_eq!(decode(&bytes).expect("a sound corpus"), corpus);
        let _ = rendered(&diagnostics);
    }
}

/// What follows the abridged corpus says of its texts and quotations what the whole corpus does.
#[test]
fn texts_and_places_follow_by_themselves() {
    let sources = good();
    let (whole, _) = compile(&sources);
    let bytes = abridge::texts(&whole);
    let less = abridge::abridged(whole.clone());
    for (no, article) in (0..).zip(&whole.articles) {
        let text = abridge::text(&bytes, ArticleNo(no));
        assert_eq!(Some(text), article.text);
    }
    for unit in &whole.units {
        let all = unit.evidence.iter();
        let places: Vec<_> = all.map(|it| [it.start.unwrap(), it.end.unwrap()]).collect();
        assert_eq!(abridge::places(&bytes, &less, unit), places, "{}", unit.id);
    }
    for end in 0..bytes.len() {
        // Bytes cut short say less and never stop the program.
        abridge::places(&bytes[..end], &less, &whole.units[0]);
        abridge::text(&bytes[..end], ArticleNo(1));
    }
}
