//! Web Annotations: that each leads to the very words, in the text and on the page.

use pledges::corpus::author::compile;
use pledges::corpus::model::Corpus;
use pledges::export::files;
use serde_json::Value;

use crate::support::{golden, good, without_texts};

fn written(corpus: &Corpus, base: &str) -> String {
    let all = files(corpus, base);
    let found = all.iter().find(|it| it.name == "data/annotations.jsonld");
    String::from_utf8(found.expect("the file").bytes.clone()).expect("UTF-8")
}

fn items(text: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(text).expect("JSON");
    let items = all["first"]["items"]
        .as_array()
        .expect("annotations")
        .clone();
    assert_eq!(all["total"], items.len());
    items
}

/// Selects as a reader of the standard would, by position and by quotation alike.
#[test]
fn both_selectors_select_the_same_words() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    let text = written(&corpus, "https://example.org/");
    golden("export/annotations.jsonld", &text);
    for item in items(&text) {
        let target = &item["target"][1];
        let quote = &target["selector"][0];
        let position = &target["selector"][1];
        let exact = quote["exact"].as_str().expect("words");
        let place = |name: &str| position[name].as_u64().expect("a place") as usize;
        let found = corpus.articles.iter().filter_map(|it| it.text).any(|text| {
            let letters: Vec<char> = text.chars().collect();
            let words: String = letters
                [place("start").min(letters.len())..place("end").min(letters.len())]
                .iter()
                .collect();
            let around = [
                quote["prefix"].as_str().unwrap_or_default(),
                &words,
                quote["suffix"].as_str().unwrap_or_default(),
            ];
            let alike = |text: &str| text.replace(['“', '”'], "\"");
            alike(&words) == alike(exact) && text.contains(&around.concat())
        });
        assert!(found, "{item:#}");
        assert!(
            target["source"]
                .as_str()
                .is_some_and(|it| it.starts_with("ni:///sha-256;"))
        );
    }
}

#[test]
fn without_texts_the_record_is_what_is_known() {
    let sources = without_texts();
    let (mut corpus, _) = compile(&sources);
    corpus.units[0].evidence[0].start = None;
    corpus.articles[0].url = "";
    let items = items(&written(&corpus, ""));
    assert_eq!(items[0]["target"]["selector"]["type"], "TextQuoteSelector");
    let source = items[0]["target"]["source"].as_str().expect("an address");
    assert!(source.starts_with("../article/"), "{source}");
    let id = items[0]["id"].as_str().expect("an address");
    assert!(
        id.starts_with("../article/") && id.ends_with("#quote-freeze-mooring-fee"),
        "{id}"
    );
}
