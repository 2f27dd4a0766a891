//! What authors are told: the sample corpus with one edit, and the words for it.
//!
//! Each case of a table is one fault; the golden file of its table holds what
//! an author sees for each.

use pledges::corpus::author::{LOCK, Sources, compile};

use crate::support::{edit, golden, good, put, remove, rendered, without_texts};

const FIRST: &str = "articles/2015-interview.toml";
const SECOND: &str = "articles/2020-speech.toml";

/// A file, words in it, and what to write in their place.
type Edit = (&'static str, &'static str, &'static str);

fn check(table: &str, cases: &[Edit]) {
    check_with(table, cases, &good);
}

fn check_with(table: &str, cases: &[Edit], sources: &dyn Fn() -> Sources) {
    let mut out = String::new();
    for (path, from, to) in cases {
        let mut sources = sources();
        edit(&mut sources, path, from, to);
        let told = rendered(&compile(&sources).1);
        let from = from.escape_debug();
        let to = to.escape_debug();
        assert!(!told.is_empty(), "{table}: `{from}` → `{to}` is no fault");
        out.push_str(&format!("## {path}: {from} → {to}\n\n{told}\n"));
    }
    golden(&format!("faults/{table}.txt"), &out);
}

fn told(sources: &Sources) -> String {
    rendered(&compile(sources).1)
}

#[test]
fn keys_and_types() {
    check(
        "keys",
        &[
            (FIRST, "title = \"Quay: the fee stays\"\n", ""),
            (FIRST, "title = \"Quay: the fee stays\"", "title = 7"),
            (FIRST, "title = \"Quay: the fee stays\"", "title = \" \""),
            (
                FIRST,
                "title = \"Quay: the fee stays\"",
                "title = \" Quay\"",
            ),
            (
                FIRST,
                "title = \"Quay: the fee stays\"",
                "title = \"\"\"Quay\nstays\"\"\"",
            ),
            (FIRST, "summary = ", "sumary = "),
            (FIRST, "summary = ", "colour = 3\nsummary = "),
            (FIRST, "themes = [\"dredging\"]", "themes = \"dredging\""),
            (FIRST, "themes = [\"dredging\"]", "themes = [4]"),
            (FIRST, "value = 5,", "value = \"5\","),
            (FIRST, "value = 5,", "value = 5e3,"),
            (FIRST, "of = \"freeze of the mooring fee\", ", ""),
            (FIRST, "[[context]]", "[context]"),
            (
                FIRST,
                "published = \"2015-06-02\"",
                "published = 2015-06-02",
            ),
            ("corpus.toml", "licence = \"CC-BY-4.0\"\n", ""),
            (
                "themes.toml",
                "label = \"Dredging\"",
                "lable = \"Dredging\"",
            ),
            ("actors.toml", "color = \"#0A5C8A\"", "color = \"blue\""),
            (
                "actors.toml",
                "kind = \"department\"",
                "kind = \"ministry\"",
            ),
        ],
    );
}

#[test]
fn syntax() {
    check(
        "syntax",
        &[
            (
                FIRST,
                "title = \"Quay: the fee stays\"",
                "title = \"Quay: the fee stays",
            ),
            (FIRST, "outlet = \"the-mole\"", "outlet = the-mole"),
            (FIRST, "outlet = \"the-mole\"", "outlet \"the-mole\""),
            (
                FIRST,
                "outlet = \"the-mole\"",
                "outlet = \"the-mole\"\noutlet = \"the-mole\"",
            ),
            (FIRST, "themes = [\"dredging\"]", "themes = [\"dredging\""),
            (
                "themes.toml",
                "label = \"Dredging\"",
                "label = Dredging\ndepth = ",
            ),
        ],
    );
}

#[test]
fn ids() {
    check(
        "ids",
        &[
            (
                FIRST,
                "id = \"freeze-mooring-fee\"",
                "id = \"Freeze the mooring fee!\"",
            ),
            (
                FIRST,
                "id = \"dredge-channel-declined\"",
                "id = \"look-at-mooring-fee\"",
            ),
            (
                FIRST,
                "id = \"guild-not-enough\"",
                "id = \"keep-port-office\"",
            ),
            (FIRST, "id = \"dredge-channel-declined\"\n", ""),
            ("themes.toml", "id = \"dredging\"", "id = \"crew\""),
            ("actors.toml", "id = \"bo-tide\"", "id = \"ada-quay\""),
            (
                "actors.toml",
                "id = \"port-office\"",
                "id = \"harbour-party\"",
            ),
            (
                "threads.toml",
                "id = \"port-office\"",
                "id = \"mooring-fee\"",
            ),
            (FIRST, "themes = [\"dredging\"]", "themes = [\"dregding\"]"),
            (FIRST, "themes = [\"dredging\"]", "themes = [\"weather\"]"),
            (FIRST, "themes = [\"dredging\"]", "themes = []"),
            (
                FIRST,
                "themes = [\"dredging\"]",
                "themes = [\"dredging\", \"boats\", \"crew\", \"lights\"]",
            ),
            (
                FIRST,
                "themes = [\"boats\", \"crew\"]",
                "themes = [\"boats\", \"boats\"]",
            ),
            (
                FIRST,
                "bodies = [\"port-office\"]",
                "bodies = [\"harbour-office\"]",
            ),
            (FIRST, "outlet = \"the-mole\"", "outlet = \"the-moel\""),
            (FIRST, "kind = \"negative\"", "kind = \"negativ\""),
            (FIRST, "kind = \"negative\"", "kind = \"promise\""),
            (
                FIRST,
                "directness = \"recalled\"",
                "directness = \"remembered\"",
            ),
        ],
    );
}

#[test]
fn speakers() {
    check(
        "speakers",
        &[
            (
                FIRST,
                "speaker = \"ada-quay\"\nmade",
                "speaker = \"ada-key\"\nmade",
            ),
            (
                FIRST,
                "speaker = \"ada-quay\"\nmade",
                "speaker = \"quay\"\nmade",
            ),
            (
                FIRST,
                "speaker = \"ada-quay\"\nmade",
                "speaker = \"harbour-party\"\nmade",
            ),
            (
                FIRST,
                "speaker = \"ada-quay\"\nmade",
                "speaker = \"ada-quay\"\nparty = \"harbour-party\"\nmade",
            ),
            (FIRST, "speaker = \"ada-quay\"\nmade", "made"),
            (
                FIRST,
                "speaker = \"ada-quay\"\nmade",
                "speaker = \"pilots-guild\"\nmade",
            ),
            (FIRST, "party = \"upland-union\"", "party = \"ada-quay\""),
            (FIRST, "party = \"upland-union\"", "party = \"uplands\""),
            (FIRST, "actor = \"bo-tide\"", "actor = \"bo-tied\""),
            ("actors.toml", "to = \"2017-06-08\"", "to = \"2015-05\""),
            ("actors.toml", "to = \"2017-06-08\"", "to = \"2011-06-08\""),
            ("actors.toml", "side = \"opposition\"", "side = \"left\""),
            (
                "actors.toml",
                "organisation = \"pilots-guild\"",
                "organisation = \"guild\"",
            ),
        ],
    );
}

#[test]
fn dates() {
    check(
        "dates",
        &[
            (
                FIRST,
                "published = \"2015-06-02\"",
                "published = \"2 June 2015\"",
            ),
            (
                FIRST,
                "published = \"2015-06-02\"",
                "published = \"2015-02-30\"",
            ),
            (
                FIRST,
                "published = \"2015-06-02\"",
                "published = \"2015-06-02/2015-06-01\"",
            ),
            (FIRST, "published_basis = \"printed in the article\"\n", ""),
            (FIRST, "made = \"2015-06-01\"", "made = \"2015-06-03\""),
            (FIRST, "made = \"2010~\"", "made = \"circa 2010\""),
            ("bodies.toml", "from = \"1998\"", "from = \"98\""),
        ],
    );
}

#[test]
fn strings() {
    check(
        "strings",
        &[
            (FIRST, "Quay: the fee stays", "Quay: the \u{202e}fee stays"),
            (FIRST, "Quay: the fee stays", "Quay: the \\u202efee stays"),
            (FIRST, "Quay: the fee stays", "Quay: the\u{200b} fee stays"),
            (FIRST, "Quay: the fee stays", "Quay: the\u{feff} fee stays"),
            (FIRST, "Quay: the fee stays", "Quay: the fee\u{ad} stays"),
            (FIRST, "Quay: the fee stays", "Quay: the fee\u{7} stays"),
            (FIRST, "Quay: the fee stays", "Quay: the fee\\u0007 stays"),
            (FIRST, "Quay: the fee stays", "Quay:\tthe fee stays"),
            (FIRST, "Quay: the fee stays", "Quay: the f\u{fffd}e stays"),
            (
                FIRST,
                "Quay: the fee stays",
                "Quay: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            ),
            (
                FIRST,
                "https://mole.example.org/2015/interview",
                "ftp://mole.example.org/2015",
            ),
            (
                FIRST,
                "https://mole.example.org/2015/interview",
                "https://mole.example.org/the interview",
            ),
            (
                FIRST,
                "https://mole.example.org/2015/interview",
                "javascript:alert(1)",
            ),
            (
                FIRST,
                "https://mole.example.org/2015/interview",
                "https://mole.example.org@evil.example/",
            ),
            (FIRST, "https://mole.example.org/2015/interview", "https://"),
            (
                "outlets.toml",
                "https://mole.example.org/",
                "mole.example.org",
            ),
        ],
    );
}

#[test]
fn quotations() {
    check(
        "quotations",
        &[
            (
                FIRST,
                "quote = \"ruled out selling the Port Office\"",
                "quote = \"ruled out the selling of the Port Office\"",
            ),
            (
                FIRST,
                "quote = \"ruled out selling the Port Office\"",
                "quote = \"Ruled out selling the port office\"",
            ),
            (
                FIRST,
                "quote = \"ruled out selling the Port Office\"",
                "quote = \"nothing like it\"",
            ),
            (
                FIRST,
                "quote = \"ruled out selling the Port Office\"",
                "quote = \"\"",
            ),
            (
                FIRST,
                "quote = \"200 pilots\", prefix = \"train\"",
                "quote = \"200 pilots\"",
            ),
            (
                FIRST,
                "quote = \"200 pilots\", prefix = \"train\"",
                "quote = \"200 pilots\", prefix = \"teach\"",
            ),
            (
                FIRST,
                "quote = \"200 pilots\", prefix = \"train\"",
                "quote = \"200 pilots\", suffix = \"could not\"",
            ),
            (
                FIRST,
                "evidence = [{ quote = \"ruled out selling the Port Office\" }]",
                "evidence = []",
            ),
            (
                FIRST,
                "evidence = [{ quote = \"ruled out selling the Port Office\" }]\n",
                "",
            ),
            (
                FIRST,
                "evidence = [{ quote = \"ruled out selling the Port Office\" }]",
                "evidence = [{ quote = \"selling the Port Office\" }, { quote = \"selling the Port Office\" }]",
            ),
            (
                SECOND,
                "quote = \"The Port Office would be",
                "quote = \"The Port  Office would be ",
            ),
            (FIRST, "source_sha256 = \"fcc3", "source_sha256 = \"FCC3"),
            (FIRST, "source_sha256 = \"fcc3", "source_sha256 = \"0000"),
            (
                FIRST,
                "source_text = \"interview.txt\"",
                "source_text = \"interviews.txt\"",
            ),
            (
                FIRST,
                "source_text = \"interview.txt\"",
                "source_text = \"../interview.txt\"",
            ),
        ],
    );
}

#[test]
fn quotations_without_texts() {
    check_with(
        "unchecked",
        &[
            (
                FIRST,
                "ruled out selling the Port Office",
                "selling the Port Office",
            ),
            (FIRST, "prefix = \"train\"", "prefix = \"to train\""),
            (FIRST, "source_sha256 = \"fcc3", "source_sha256 = \"0000"),
        ],
        &without_texts,
    );
}

#[test]
fn lock() {
    check(
        "lock",
        &[
            (LOCK, "start = 88, end = 121", "start = 89, end = 122"),
            (
                LOCK,
                "quotation = \"1b0fe5ae134758e3\"",
                "quotation = \"1b0fe5ae134758e4\"",
            ),
            (
                LOCK,
                "id = \"no-sale-of-port-office\"",
                "id = \"sale-of-port-office\"",
            ),
            (LOCK, "source_sha256 = \"fcc3", "source_sha256 = \"0000"),
            (LOCK, "start = 88", "start = \"88\""),
            (
                FIRST,
                "ruled out selling the Port Office",
                "selling the Port Office",
            ),
        ],
    );
}

#[test]
fn threads() {
    check(
        "threads",
        &[
            (
                "threads.toml",
                "{ unit = \"keep-port-office\"",
                "{ unit = \"keep-the-port-office\"",
            ),
            (
                "threads.toml",
                "{ unit = \"keep-port-office\", at = 2, note = \"It is kept.\" },\n",
                "",
            ),
            ("threads.toml", "at = 0", "at = 3"),
            ("threads.toml", "at = 0", "at = 0.5"),
            ("threads.toml", ", note = \"It is kept.\"", ""),
            (
                "threads.toml",
                "{ unit = \"keep-port-office\"",
                "{ unit = \"guild-not-enough\"",
            ),
            (
                "threads.toml",
                "{ unit = \"keep-port-office\"",
                "{ unit = \"no-sale-of-port-office\"",
            ),
            (
                "threads.toml",
                "poles = [\"Sell it\", \"Keep it\"]",
                "poles = [\"Sell it\"]",
            ),
            ("threads.toml", "poles = [\"Sell it\", \"Keep it\"]\n", ""),
            (
                "threads.toml",
                "from = \"keep-port-office\"",
                "from = \"no-sale-of-port-office\"",
            ),
            (
                "threads.toml",
                "from = \"keep-port-office\", to = \"no-sale-of-port-office\"",
                "from = \"no-sale-of-port-office\", to = \"keep-port-office\"",
            ),
            (
                "threads.toml",
                "from = \"keep-port-office\"",
                "from = \"look-at-mooring-fee\"",
            ),
            (
                "threads.toml",
                "from = \"keep-port-office\"",
                "from = \"keep-port-offices\"",
            ),
            (
                "threads.toml",
                "relation = \"reaffirms\"",
                "relation = \"reafirms\"",
            ),
            (
                "threads.toml",
                ", reason = \"She says the same in office.\"",
                "",
            ),
            (
                "threads.toml",
                "links = [\n  { from = \"keep",
                "links = [\n  { from = \"keep-port-office\", to = \"no-sale-of-port-office\", relation = \"reaffirms\", reason = \"Again.\" },\n  { from = \"keep",
            ),
            (
                "threads.toml",
                "entries = [\n  { unit = \"no-sale-of-port-office\", at = 2, note = \"A sale is ruled out.\" },\n  { unit = \"keep-port-office\", at = 2, note = \"It is kept.\" },\n]",
                "entries = []",
            ),
        ],
    );
}

#[test]
fn files() {
    let mut out = String::new();
    let mut case = |what: &str, change: &dyn Fn(&mut Sources)| {
        let mut sources = good();
        change(&mut sources);
        let told = told(&sources);
        assert!(!told.is_empty(), "{what} is no fault");
        out.push_str(&format!("## {what}\n\n{told}\n"));
    };
    let renamed = |sources: &mut Sources, from: &str, to: &str| {
        for file in sources.files.iter_mut().filter(|file| file.path == from) {
            to.clone_into(&mut file.path);
        }
    };
    case("no themes.toml", &|sources| remove(sources, "themes.toml"));
    case("no evidence.lock", &|sources| remove(sources, LOCK));
    case("no articles", &|sources| {
        sources
            .files
            .retain(|file| !file.path.starts_with("articles/"));
    });
    case("a file of its own", &|sources| {
        put(sources, "notes.txt", b"to do")
    });
    case("a misspelt file", &|sources| {
        renamed(sources, "outlets.toml", "outlet.toml")
    });
    case("an article with a bad name", &|sources| {
        renamed(sources, FIRST, "articles/2015 Interview.toml")
    });
    case("a folder in a folder", &|sources| {
        renamed(sources, FIRST, "articles/2015/interview.toml")
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
        put(sources, "outlets.toml", b"")
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

#[test]
fn twenty_faults_at_once() {
    let mut sources = good();
    for (path, from, to) in [
        (FIRST, "outlet = \"the-mole\"", "outlet = \"the-moel\""),
        (FIRST, "published_basis = \"printed in the article\"\n", ""),
        (FIRST, "url = \"https:", "url = \"gopher:"),
        (FIRST, "kind = \"negative\"", "kind = \"negativ\""),
        (FIRST, "themes = [\"dredging\"]", "themes = [\"dredgin\"]"),
        (FIRST, "made = \"2015-06-01\"", "made = \"2015-06-31\""),
        (
            FIRST,
            "id = \"dredge-channel-declined\"",
            "id = \"Dredge channel\"",
        ),
        (
            FIRST,
            "quote = \"ruled out selling the Port Office\"",
            "quote = \"ruled out the sale\"",
        ),
        (
            FIRST,
            "quote = \"200 pilots\", prefix = \"train\"",
            "quote = \"200 pilots\"",
        ),
        (FIRST, "note = \"Before", "remark = \"Before"),
        (FIRST, "actor = \"bo-tide\"", "actor = \"bo-tyde\""),
        (
            SECOND,
            "authors = [\"Cy Strand\"]",
            "authors = \"Cy Strand\"",
        ),
        (
            SECOND,
            "title = \"A second look at the fee\"",
            "title = \"A second\u{2066} look at the fee\"",
        ),
        (SECOND, "speaker = \"ada-quay\"\nmade", "made"),
        (SECOND, "conditions = [\"look at\"]", "conditions = [\"\"]"),
        ("actors.toml", "color = \"#8A5C0A\"", "color = \"brown\""),
        ("bodies.toml", "name = \"Port Office\"", "name = 1"),
        ("themes.toml", "id = \"lights\"", "id = \"boats\""),
        (
            "threads.toml",
            "relation = \"softens\"",
            "relation = \"weakens\"",
        ),
        ("threads.toml", "at = -2", "at = -3"),
    ] {
        edit(&mut sources, path, from, to);
    }
    let (_, diagnostics) = compile(&sources);
    golden("faults/twenty.txt", &rendered(&diagnostics));
    assert_eq!(diagnostics.len(), 20);
}
