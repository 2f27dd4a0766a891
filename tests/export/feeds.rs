//! Feeds and the map of the site: ids that stay, dates without a clock, text that stays text.

use pledges::corpus::author::compile;
use pledges::corpus::model::Corpus;
use pledges::export::{files, sitemap};
use serde_json::Value;

use crate::support::{golden, good, library};

fn file(corpus: &Corpus, base: &str, name: &str) -> String {
    let all = files(corpus, base);
    let found = all.iter().find(|it| it.name == name).expect("the file");
    String::from_utf8(found.bytes.clone()).expect("UTF-8")
}

fn ids(feed: &str) -> Vec<&str> {
    let parts = feed.split("<id>").skip(1);
    parts.filter_map(|it| it.split("</id>").next()).collect()
}

#[test]
fn the_sample_corpus_as_feeds() {
    let sources = good();
    let (corpus, _) = compile(&sources);
    for name in ["feed.xml", "feed.json"] {
        let text = file(&corpus, "https://example.org/pledges/", name);
        golden(&["export/", name].concat(), &text);
    }
}

#[test]
fn ids_stay_wherever_the_site_moves() {
    let corpus = library().corpus;
    let [here, there] = ["", "https://example.org/a/"].map(|base| file(corpus, base, "feed.xml"));
    assert_eq!(ids(&here), ids(&there));
    assert_eq!(ids(&here).len(), 1 + corpus.articles.len());
    assert!(there.contains("href=\"https://example.org/a/article/"));
    assert!(here.contains("href=\"article/"));
    let json: Value = serde_json::from_str(&file(corpus, "", "feed.json")).expect("JSON");
    let items = json["items"].as_array().expect("items");
    let of_json: Vec<&str> = items.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(of_json, ids(&here)[1..]);
    assert!(
        json["feed_url"].is_null(),
        "a feed of no address names none"
    );
}

#[test]
fn hostile_text_stays_text() {
    let mut corpus = library().corpus.clone();
    let hostile = "]]></title><script>&\u{0}\u{8}\u{FFFE}\"'";
    corpus
        .articles
        .iter_mut()
        .for_each(|it| (it.title, it.summary) = (hostile, hostile));
    corpus
        .units
        .iter_mut()
        .for_each(|it| it.statement = hostile);
    let feed = file(&corpus, "", "feed.xml");
    assert!(!feed.contains("<script"));
    assert!(feed.chars().all(|it| !it.is_control() || it == '\n'));
    let json: Value = serde_json::from_str(&file(&corpus, "", "feed.json")).expect("JSON");
    let html = json["items"][0]["content_html"].as_str().expect("HTML");
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn a_map_has_whole_addresses_where_the_site_has_one() {
    let pages = ["index.html".to_owned(), "pledge/a/index.html".to_owned()];
    let [(name, with)] = &sitemap(&pages, "https://example.org/")[..] else {
        panic!("one map");
    };
    assert_eq!(name, "sitemap.xml");
    assert!(with.contains("<loc>https://example.org/</loc>"));
    assert!(with.contains("<loc>https://example.org/pledge/a/</loc>"));
    let without = &sitemap(&pages, "")[0].1;
    assert!(without.contains("<loc>./pledge/a/index.html</loc>"));
}

#[test]
fn a_long_map_is_parted() {
    let pages: Vec<String> = (0..50_001)
        .map(|n| format!("pledge/{n}/index.html"))
        .collect();
    let maps = sitemap(&pages, "https://example.org/");
    let names: Vec<&str> = maps.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    assert!(
        maps[2]
            .1
            .contains("<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>")
    );
}
