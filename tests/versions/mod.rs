//! Versions of the corpus: what is kept of each, what differs between two, and how it is told.

mod built;
mod frozen;
mod pages;
mod random;

use pledges::corpus::author::Sources;
use pledges::versions::{self, Counts, Fault, Record, Since, Three, Version, Versions, words};

use crate::support::{edit, golden, good, library, library_of, put};

const FIRST: &str = "articles/2015-interview.toml";
const SECOND: &str = "articles/2020-speech.toml";

/// The sample corpus some months on: a statement withdrawn and said why, one put more exactly, one
/// added, a link that says otherwise, a theme of another name.
pub(crate) fn later() -> Sources {
    let mut sources = good();
    for (path, from, to) in [
        (
            FIRST,
            "Freeze the mooring fee for five years\"\nkind = \"firm\"",
            "Freeze the mooring fee for at least five years\"\nkind = \"soft\"",
        ),
        (
            FIRST,
            "the article says “last night”",
            "the article says “last night” of a speech",
        ),
        (
            SECOND,
            "[[unit]]\nid = \"keep-port-office\"",
            "[[unit]]\nid = \"cafe-stays\"\nstatement = \"Let the café on the mole stay\"\nkind = \"firm\"\nspeaker = \"ada-quay\"\ndirectness = \"reported-speech\"\nthemes = [\"boats\"]\nevidence = [{ quote = \"the Café on the mole would stay\" }]\n\n[[unit]]\nid = \"keep-port-office\"",
        ),
        (
            "threads.toml",
            "relation = \"softens\", reason = \"The five years were over",
            "relation = \"supersedes\", reason = \"The years were over",
        ),
    ] {
        edit(&mut sources, path, from, to);
    }
    edit(
        &mut sources,
        "evidence.lock",
        "  { id = \"dredge-channel-declined\", quotation = \"f703d6aa76d0e78e\", start = 123, end = 184, day = \"2026-11-21\" },\n",
        "",
    );
    let first = sources.files.iter().find(|it| it.path == FIRST);
    let text = String::from_utf8(first.expect("the article").bytes.clone()).expect("a text");
    let start = text.find("[[unit]]\nid = \"dredge").expect("a unit");
    let end = text.find("[[unit]]\nid = \"train").expect("the next");
    let text = [&text[..start], &text[end..]].concat();
    put(&mut sources, FIRST, text.as_bytes());
    let removed = "[[removed]]\nkind = \"unit\"\nid = \"dredge-channel-declined\"\nday = \"2026-03-05\"\n\
        reason = \"The question was about another channel.\"\nreplaced_by = \"no-sale-of-port-office\"\n";
    put(&mut sources, "removed.toml", removed.as_bytes());
    sources
}

/// What is kept of both.
pub(crate) fn two() -> (Record, Record) {
    let [before, after] = [good(), later()].map(|it| Record::of(library_of(it).corpus));
    (before, after)
}

#[test]
fn a_record_is_one_line_an_entry_and_reads_back() {
    let (record, _) = two();
    golden("versions/record.json", &record.json());
    for record in [record, Record::of(library().corpus)] {
        let read = Record::parse(&record.json(), &record.version);
        assert!(read.as_ref() == Ok(&record));
    }
}

#[test]
fn a_version_differs_from_itself_in_nothing() {
    let record = Record::of(library().corpus);
    let counts = versions::since(&record, &record).counts();
    assert!(counts.is_empty());
    assert_eq!(words::since(&counts), "");
}

#[test]
fn what_differs_is_counted() {
    let (before, after) = two();
    let changes = versions::since(&before, &after);
    let three = |added, changed, withdrawn| Three {
        added,
        changed,
        withdrawn,
    };
    let expected = Counts {
        pledges: 1,
        others: 0,
        changed: 1,
        withdrawn: 1,
        links: three(0, 1, 0),
        ..Counts::default()
    };
    assert_eq!(changes.counts(), expected);
    let [edited] = changes.units.changed.as_slice() else {
        panic!("one changed");
    };
    let fields: Vec<&str> = edited.fields.iter().map(|it| it.name).collect();
    assert_eq!(fields, ["Statement", "Kind"]);
    assert_eq!(versions::without_tombstone(&changes, &after), []);
    let without = Record {
        removed: Vec::new(),
        ..after.clone()
    };
    let lost = versions::without_tombstone(&changes, &without);
    assert_eq!(lost, [("unit", "dredge-channel-declined")]);
}

/// What an embed says that was pinned before.
#[test]
fn a_pinned_view_says_what_came_since() {
    let (before, after) = two();
    let since = Since::of(&versions::since(&before, &after));
    let general = "1 pledge added, 1 statement changed, 1 statement withdrawn";
    for (view, line) in [
        ("themes/", [general, " since"].concat()),
        ("unit/train-pilots-2010/", [general, " since"].concat()),
        (
            "unit/freeze-mooring-fee/",
            ["This statement was changed since; in all ", general].concat(),
        ),
        (
            "unit/dredge-channel-declined/",
            ["This statement was withdrawn since; in all ", general].concat(),
        ),
        (
            "thread/mooring-fee/",
            [
                "The answers to this question were changed since; in all ",
                general,
            ]
            .concat(),
        ),
        ("thread/port-office/", [general, " since"].concat()),
    ] {
        assert_eq!(since.line(view), line, "{view}");
    }
    let same = Since::of(&versions::since(&after, &after));
    assert_eq!(same.line("unit/freeze-mooring-fee/"), "");
    let unknown = Since::default();
    assert_eq!(
        unknown.line("years/"),
        "A newer version was published since"
    );
}

#[test]
fn sentences() {
    let pledges = |pledges, others| Counts {
        pledges,
        others,
        ..Counts::default()
    };
    let statements = |changed, withdrawn| Counts {
        changed,
        withdrawn,
        ..Counts::default()
    };
    let articles = Counts {
        articles: Three {
            added: 1,
            ..Three::default()
        },
        ..Counts::default()
    };
    for (counts, since, all) in [
        (pledges(4, 0), "4 pledges added since", "4 pledges added."),
        (
            pledges(1, 2),
            "1 pledge and 2 positions and refusals added since",
            "1 pledge and 2 positions and refusals added.",
        ),
        (
            pledges(0, 1),
            "1 position or refusal added since",
            "1 position or refusal added.",
        ),
        (
            pledges(1_200, 0),
            "1,200 pledges added since",
            "1,200 pledges added.",
        ),
        (
            statements(2, 0),
            "2 statements changed since",
            "2 statements changed.",
        ),
        (
            statements(0, 1),
            "1 statement withdrawn since",
            "1 statement withdrawn.",
        ),
        (
            statements(1, 3),
            "1 statement changed, 3 statements withdrawn since",
            "1 statement changed, 3 statements withdrawn.",
        ),
        (
            articles,
            "No statement added, changed or withdrawn since; other records changed",
            "1 article added.",
        ),
        (
            Counts::default(),
            "",
            "No record that is compared here differs.",
        ),
    ] {
        assert_eq!(words::since(&counts), since);
        assert_eq!(words::all(&counts), all);
    }
}

/// Wherever a file was cut off, that is seen; so are a later format and a file of another name.
#[test]
fn a_damaged_record_is_told() {
    let (record, _) = two();
    let text = record.json();
    let whole = text.trim_end().len();
    for end in (0..whole).filter(|it| text.is_char_boundary(*it)) {
        let read = Record::parse(&text[..end], &record.version);
        assert!(matches!(read, Err(Fault::Damaged(_))), "cut off at {end}");
    }
    let later = text.replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(Record::parse(&later, &record.version), Err(Fault::Newer(2)));
    let other = Record::parse(&text, "0123456789ab");
    assert_eq!(other, Err(Fault::Other(record.version)));
}

#[test]
fn a_damaged_list_is_told() {
    let list = Versions::default().with(Version::of(library().corpus), None);
    let text = list.json();
    assert_eq!(Versions::parse(&text).as_ref(), Ok(&list));
    let version = library().corpus.about.version;
    for (from, to) in [
        (version, "../../../../"),
        (version, "3F2A00000000"),
        (version, ""),
        ("]", ""),
        ("\"versions\"", "\"version\""),
    ] {
        let read = Versions::parse(&text.replace(from, to));
        assert!(
            matches!(read, Err(Fault::Damaged(_))),
            "{from} → {to}: {read:?}"
        );
    }
    let twice = Versions {
        all: [list.all.clone(), list.all].concat(),
    };
    assert!(matches!(
        Versions::parse(&twice.json()),
        Err(Fault::Damaged(_))
    ));
}

#[test]
fn a_version_stands_once_in_the_list() {
    let version = |name: &str| Version {
        version: name.repeat(12),
        ..Version::default()
    };
    let brought = Some(Counts {
        pledges: 4,
        ..Counts::default()
    });
    let names = |list: &Versions| -> Vec<String> {
        let all = list.all.iter();
        all.map(|it| [&it.version[..1], it.since.get(..1).unwrap_or_default()].concat())
            .collect()
    };
    let one = Versions::default().with(version("a"), None);
    assert_eq!(names(&one), ["a"]);
    let two = one.with(version("b"), brought);
    assert_eq!(names(&two), ["a", "ba"]);
    assert_eq!(two.all[1].brought, brought);
    // The same corpus again: what is known of it stays.
    let again = two.clone().with(version("b"), None);
    assert_eq!(again, two);
    // Put back to the first: that is the last version now.
    let back = again.with(version("a"), None);
    assert_eq!(names(&back), ["ba", "ab"]);
    assert_eq!(
        back.before(&"a".repeat(12)).map(|it| it.version.clone()),
        Some("b".repeat(12))
    );
}
