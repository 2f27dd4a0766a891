//! What authors are told: the sample corpus with one edit, and the words for it.
//!
//! Each `[[edit]]` of a table in `fixtures/corpus/faults` is one fault; the
//! golden file of the same name holds what an author sees for each.

use std::fmt::Write as _;
use std::fs;

use pledges::corpus::author::{LOCK, Sources, compile};
use pledges::corpus::date::Day;
use pledges::corpus::model::Evidence;
use toml::de::DeTable;

use crate::support::{edit, golden, good, path, put, remove, rendered, without_texts};

const FIRST: &str = "articles/2015-interview.toml";

/// A file, words in it, and what to write in their place.
type Edit = [String; 3];

fn edits(table: &str) -> Vec<Edit> {
    let path = path("fixtures/corpus/faults").join(format!("{table}.toml"));
    let text = fs::read_to_string(&path).expect("a table of edits");
    let table = DeTable::parse(&text).expect("TOML").into_inner();
    let edits = table
        .get("edit")
        .and_then(|edits| edits.get_ref().as_array())
        .expect("edits");
    let word = |edit: &toml::Spanned<toml::de::DeValue<'_>>, key: &str| {
        let value = edit
            .get_ref()
            .as_table()
            .and_then(|edit| edit.get(key))
            .expect(key);
        value.get_ref().as_str().expect(key).to_owned()
    };
    edits
        .iter()
        .map(|edit| ["file", "from", "to"].map(|key| word(edit, key)))
        .collect()
}

/// Makes each edit of a table alone and compares all that authors are told.
fn check(table: &str, sources: impl Fn() -> Sources) {
    let mut out = String::new();
    for [path, from, to] in edits(table) {
        let mut sources = sources();
        edit(&mut sources, &path, &from, &to);
        let told = told(&sources);
        let (from, to) = (from.escape_debug(), to.escape_debug());
        assert!(!told.is_empty(), "{table}: `{from}` → `{to}` is no fault");
        let _ = write!(out, "## {path}: {from} → {to}\n\n{told}\n");
    }
    golden(&format!("faults/{table}.txt"), &out);
}

fn told(sources: &Sources) -> String {
    rendered(&compile(sources).1)
}

#[test]
fn keys() {
    check("keys", good);
}

#[test]
fn syntax() {
    check("syntax", good);
}

#[test]
fn ids() {
    check("ids", good);
}

#[test]
fn speakers() {
    check("speakers", good);
}

#[test]
fn dates() {
    check("dates", good);
}

#[test]
fn strings() {
    check("strings", good);
}

#[test]
fn quotations() {
    check("quotations", good);
}

#[test]
fn lock() {
    let on_the_day = || Sources {
        today: Some(Day::new(2026, 11, 21).expect("a day")),
        ..good()
    };
    check("lock", on_the_day);
}

#[test]
fn threads() {
    check("threads", good);
}

#[test]
fn unchecked() {
    check("unchecked", without_texts);
}

#[test]
fn files() {
    let mut out = String::new();
    let mut case = |what: &str, change: &dyn Fn(&mut Sources)| {
        let mut sources = good();
        change(&mut sources);
        let told = told(&sources);
        assert!(!told.is_empty(), "{what} is no fault");
        let _ = write!(out, "## {what}\n\n{told}\n");
    };
    let renamed = |sources: &mut Sources, from: &str, to: &str| {
        for file in sources.files.iter_mut().filter(|file| file.path == from) {
            to.clone_into(&mut file.path);
        }
    };
    case("no themes.toml", &|sources| {
        remove(sources, "themes.toml");
    });
    case("no evidence.lock", &|sources| {
        remove(sources, LOCK);
    });
    case("no articles", &|sources| {
        sources
            .files
            .retain(|file| !file.path.starts_with("articles/"));
    });
    case("a file of its own", &|sources| {
        put(sources, "notes.txt", b"to do");
    });
    case("a socket", &|sources| {
        sources.others.push("articles/agent".to_owned());
    });
    case("a misspelt file", &|sources| {
        renamed(sources, "outlets.toml", "outlet.toml");
    });
    case("an article with a bad name", &|sources| {
        renamed(sources, FIRST, "articles/2015 Interview.toml");
    });
    case("a folder in a folder", &|sources| {
        renamed(sources, FIRST, "articles/2015/interview.toml");
    });
    case("a byte order mark", &|sources| {
        put(
            sources,
            "outlets.toml",
            b"\xef\xbb\xbf[[outlet]]\nid = \"the-mole\"\nname = \"The Mole\"\n",
        );
    });
    case("a file in Latin-1", &|sources| {
        put(
            sources,
            "outlets.toml",
            b"[[outlet]]\nid = \"the-mole\"\nname = \"Le M\xf4le\"\n",
        );
    });
    case("a file in UTF-16", &|sources| {
        put(
            sources,
            "outlets.toml",
            b"\xff\xfe[\0[\0o\0u\0t\0l\0e\0t\0]\0]\0",
        );
    });
    case("an empty file", &|sources| {
        put(sources, "outlets.toml", b"");
    });
    case("a text in Latin-1", &|sources| {
        let texts = sources.texts.as_mut().expect("texts");
        texts.insert("speech.txt".to_owned(), b"Le M\xf4le\n".to_vec());
    });
    case("a text that is missing", &|sources| {
        sources.texts.as_mut().expect("texts").clear();
    });
    golden("faults/files.txt", &out);
}

/// The words that are said to tell places apart do so as they are written.
#[test]
fn what_tells_places_apart_can_be_copied() {
    let texts = [
        "He said: “Two boats.” Then: “Two boats”, said she.",
        "‘Two boats’ it was. “It’s ‘Two boats’ again”, said she; ‘Two boats’ said he.",
        "A \\ Two boats, B \" Two boats, C '\\ Two boats",
        "Two boats and Two boats",
        "one – Two boats – two – Two boats – three",
    ];
    let copied = |text: &str, beside: &str| {
        let mut sources = good();
        let quote = "quote = \"ruled out selling the Port Office\"";
        let other = format!("quote = \"Two boats\"{beside}");
        edit(&mut sources, FIRST, quote, &other);
        let texts = sources.texts.as_mut().expect("texts");
        texts.insert("interview.txt".to_owned(), text.as_bytes().to_vec());
        let (corpus, diagnostics) = compile(&sources);
        let is_it = |evidence: &&Evidence<'_>| evidence.quote == "Two boats";
        let evidence = corpus.units.iter().flat_map(|unit| &unit.evidence);
        let start = evidence.clone().find(is_it).and_then(|found| found.start);
        let help = diagnostics
            .iter()
            .filter_map(|one| one.help.clone())
            .find(|help| help.starts_with("tell them apart"));
        (start, help)
    };
    for text in texts {
        let (_, help) = copied(text, "");
        let help = help.expect(text);
        let beside: Vec<&str> = help.split('`').skip(1).step_by(2).collect();
        let mut found: Vec<Option<u32>> = beside
            .iter()
            .map(|beside| copied(text, &format!(", {beside}")).0)
            .collect();
        found.dedup();
        assert_eq!(found.len(), text.matches("Two boats").count(), "{help}");
        assert!(found.iter().all(Option::is_some), "{help}");
        let is_word = |beside: &&str| beside.matches(char::is_alphanumeric).count() > 6;
        assert!(beside.iter().all(is_word), "{help}");
    }
}

#[test]
fn twenty_faults_at_once() {
    let mut sources = good();
    for [path, from, to] in edits("twenty") {
        edit(&mut sources, &path, &from, &to);
    }
    let (_, diagnostics) = compile(&sources);
    golden("faults/twenty.txt", &rendered(&diagnostics));
    assert_eq!(diagnostics.len(), 20);
}
