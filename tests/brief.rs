//! The briefing pack: one file that says everything and asks for nothing.

use pledges::brief::Brief;
use pledges::corpus::author::compile;
use pledges::corpus::model::{Corpus, UnitNo};
use pledges::explore::rows;
use pledges::export::pledges_json;
use proptest::prelude::*;

use crate::support::{golden, good, library};

const BASE: &str = "https://example.org/pledges/";

fn brief(corpus: &Corpus, units: &[UnitNo], selection: &str) -> String {
    let charts = [("2015 has all.".to_owned(), "<svg></svg>".to_owned())];
    Brief {
        corpus,
        units,
        selection,
        basis: "2 pledges in 1 article",
        charts: &charts,
        day: "22 November 2026",
        address: "https://example.org/pledges/?q=x&theme=workforce",
        base: BASE,
    }
    .html()
}

#[test]
fn a_briefing_of_two_statements() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let text = brief(&corpus, &[UnitNo(2), UnitNo(0)], "Theme: Workforce");
    golden("brief.html", &text);
}

#[test]
fn a_briefing_of_nothing_says_so() {
    let text = brief(library().corpus, &[], "“nothing at all”");
    assert!(text.contains("Nothing in the corpus is in this selection."));
}

/// What a reader of the file alone must find, for every unit there is.
#[test]
fn a_briefing_has_every_word_and_every_address() {
    let corpus = library().corpus;
    let units: Vec<UnitNo> = (0..corpus.units.len() as u32).map(UnitNo).collect();
    let text = brief(corpus, &units, "everything");
    for unit in &corpus.units {
        assert!(text.contains(&[BASE, "pledge/", unit.id, "/"].concat()));
        assert!(
            text.contains(&["id=\"", unit.id, "\""].concat()),
            "{}",
            unit.id
        );
        for evidence in &unit.evidence {
            assert!(text.contains(&escaped(evidence.quote)), "{}", unit.id);
        }
    }
    for context in &corpus.contexts {
        assert!(text.contains(&escaped(context.gist)), "{}", context.id);
    }
    for thread in &corpus.threads {
        assert!(text.contains(&escaped(thread.question)), "{}", thread.id);
    }
    assert_eq!(text.matches("class=\"unit\"").count(), units.len());
    assert!(text.contains(corpus.about.version));
}

#[test]
fn a_briefing_asks_for_nothing_and_runs_nothing() {
    let text = brief(library().corpus, &[UnitNo(0)], "everything");
    for word in ["<script", " src=", "<link", "@import", "url(", "<iframe"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("default-src &#39;none&#39;") || text.contains("default-src 'none'"));
}

#[test]
fn words_never_become_markup() {
    const HOSTILE: &str = "</style></title><script>alert(1)</script>\" onload=\"x";
    let mut corpus = library().corpus.clone();
    corpus.units[0].statement = HOSTILE;
    corpus.units[0].note = HOSTILE;
    corpus.articles[0].title = HOSTILE;
    corpus.articles[0].url = "javascript:alert(1)";
    corpus.threads[0].question = HOSTILE;
    corpus.actors.iter_mut().for_each(|it| it.name = HOSTILE);
    let units: Vec<UnitNo> = (0..corpus.units.len() as u32).map(UnitNo).collect();
    let text = brief(&corpus, &units, HOSTILE);
    assert!(!text.contains("<script"));
    assert!(!text.contains("\" onload"));
    assert!(!text.contains("href=\"javascript:"));
    assert_eq!(text.matches("</style>").count(), 1);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[test]
fn rows_of_a_selection_are_the_rows_of_the_whole() {
    let sources = good();
    let file = pledges_json(&compile(&sources).0);
    let all: Vec<serde_json::Value> = serde_json::from_str(&file).expect("an array");
    let ids: Vec<&str> = all.iter().filter_map(|it| it["id"].as_str()).collect();
    let chosen = [ids[3], "no-such-id", ids[0]];
    let some: Vec<serde_json::Value> =
        serde_json::from_str(&rows::json(&file, &chosen)).expect("an array");
    assert_eq!(some, [all[3].clone(), all[0].clone()]);
    let none: Vec<serde_json::Value> = serde_json::from_str(&rows::json(&file, &[])).expect("one");
    assert_eq!(none.len(), 0);
}

proptest! {
    /// Whatever stands in the fields behind the id, lines and quotation marks too.
    #[test]
    fn any_row_is_found_whole(texts in prop::collection::vec("[ a,\"\r\n]{0,12}", 1..8), keep in any::<u8>()) {
        let quoted = |text: &String| ["\"", &text.replace('"', "\"\""), "\""].concat();
        let rows: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| ["u", &n.to_string(), ",", &quoted(text), "\r\n"].concat())
            .collect();
        let file = ["id,text\r\n", &rows.concat()].concat();
        let kept = |n: &usize| keep >> (n % 8) & 1 == 1;
        let ids: Vec<String> = (0..rows.len()).filter(kept).map(|n| ["u", &n.to_string()].concat()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let wanted: String = (0..rows.len()).filter(kept).map(|n| rows[n].as_str()).collect();
        prop_assert_eq!(rows::csv(&file, &ids), ["id,text\r\n", &wanted].concat());
    }
}
