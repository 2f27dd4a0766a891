//! The page of an article: everything coded in it, each quotation in its place, and back.

use pledges::corpus::author::Sources;
use pledges::corpus::model::{ArticleNo, Evidence};
use pledges::explore::words::n_of;
use pledges::ui::library::Library;
use pledges::ui::page::Route;

use crate::page::page_of;
use crate::support::{good, library_of, without_texts};

fn pages(sources: Sources) -> (Library, Vec<String>) {
    let library = library_of(sources);
    let n = library.corpus.articles.len() as u32;
    let page = |no| page_of(library, Route::Article(ArticleNo(no)));
    (library, (0..n).map(page).collect())
}

/// What leads to a quotation and from it back, and where both stand.
fn quotation_is_linked(page: &str, id: &str, kind: &str, evidence: &[Evidence<'_>]) {
    assert_eq!(
        page.matches(&format!(" id=\"{kind}-{id}\"")).count(),
        1,
        "{id}"
    );
    for no in 1..=evidence.len() {
        let quote = if no == 1 {
            format!("quote-{id}")
        } else {
            format!("quote-{id}-{no}")
        };
        let mark = page.matches(&format!("<mark id=\"{quote}\"")).count();
        assert_eq!(mark, 1, "one mark for {quote}");
        assert!(
            page.contains(&format!("href=\"#{quote}\"")),
            "a way to {quote}"
        );
    }
    let back = format!("href=\"#{kind}-{id}\"");
    assert_eq!(
        page.matches(&back).count(),
        evidence.len(),
        "ways back to {id}"
    );
}

/// With the texts and without them, so that a link made to one build holds in the other.
#[test]
fn every_quotation_is_marked_once_and_linked_both_ways() {
    for sources in [good(), without_texts()] {
        let (library, pages) = pages(sources);
        for unit in &library.corpus.units {
            let page = &pages[unit.article.index()];
            quotation_is_linked(page, unit.id, "unit", &unit.evidence);
            assert!(page.contains(&format!("data-unit=\"{}\"", unit.id)));
        }
        for context in &library.corpus.contexts {
            let page = &pages[context.article.index()];
            quotation_is_linked(page, context.id, "context", &context.evidence);
        }
    }
}

#[test]
fn units_stand_in_reading_order() {
    let (library, pages) = pages(good());
    for (no, page) in (0..).map(ArticleNo).zip(&pages) {
        let units = library
            .corpus
            .units
            .iter()
            .filter(|unit| unit.article == no);
        let places: Vec<_> = units
            .map(|unit| page.find(&format!("data-unit=\"{}\"", unit.id)))
            .collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some));
    }
}

#[test]
fn the_whole_text_is_there_only_where_it_was_given() {
    let (_, whole) = pages(good());
    let (_, extract) = pages(without_texts());
    for (whole, extract) in whole.iter().zip(&extract) {
        assert!(whole.contains("href=\"text.txt\"") && whole.contains("class=\"whole\""));
        assert!(!extract.contains("text.txt") && extract.contains("class=\"extract\""));
        assert_eq!(whole.matches(" id=\"text\"").count(), 1);
        assert_eq!(extract.matches(" id=\"text\"").count(), 1);
    }
}

/// What is written as `text.txt` is the reader's file, byte for byte, so that its checksum is
/// the one in the record.
#[test]
fn the_text_is_given_on_as_it_was_given() {
    let sources = good();
    let mut texts: Vec<Vec<u8>> = sources
        .texts
        .iter()
        .flatten()
        .map(|it| it.1.clone())
        .collect();
    let (library, _) = pages(sources);
    let articles = library.corpus.articles.iter();
    let mut given: Vec<Vec<u8>> = articles
        .filter_map(|it| Some(it.text?.as_bytes().to_vec()))
        .collect();
    texts.sort();
    given.sort();
    assert_eq!(given, texts);
}

#[test]
fn what_others_said_is_shown_and_not_counted() {
    let (_, pages) = pages(good());
    let page = &pages[0];
    for told in [
        "<h2 id=\"others-title\">What others said</h2>",
        "Two hundred pilots would not be enough.",
        "Master of the Pilots’ Guild",
        "Context, not counted",
        "3 pledges and 1 position or refusal",
        "1 statement of others",
    ] {
        assert!(page.contains(told), "{told}");
    }
}

#[test]
fn an_article_says_what_it_rests_on() {
    let (library, pages) = pages(without_texts());
    let article = &library.corpus.articles[1];
    for told in [
        article.published_basis,
        article.title_basis,
        article.source_sha256,
    ] {
        assert!(pages[1].contains(told.trim_end_matches('.')), "{told}");
    }
    assert!(pages[1].contains("rel=\"prev\"") && !pages[1].contains("rel=\"next\""));
}

/// Pledges, and apart from them what is not counted as one.
#[test]
fn an_article_says_how_much_was_found_in_it() {
    let (library, pages) = pages(good());
    let mut apart = 0;
    for (no, page) in (0..).map(ArticleNo).zip(&pages) {
        let units = library.corpus.units.iter().filter(|it| it.article == no);
        let (counted, others): (Vec<_>, Vec<_>) = units.partition(|it| it.kind.counted());
        let mut told = n_of(counted.len() as u32, "pledge", "pledges");
        if !others.is_empty() {
            let others = n_of(
                others.len() as u32,
                "position or refusal",
                "positions and refusals",
            );
            told = [&told, " and ", &others].concat();
            apart += 1;
        }
        let link = format!("<a href=\"#statements-title\">{told}</a>");
        assert!(page.contains(&link), "{link}");
    }
    assert!(apart > 0);
}
