//! The feed as JSON Feed 1.1.

use serde_json::{Value, json};

use super::super::package::pretty;
use super::{Entry, entries, moment};
use crate::corpus::model::Corpus;

/// The text of `feed.json`.
pub(in crate::export) fn json(corpus: &Corpus, base: &str) -> String {
    let about = &corpus.about;
    let items: Vec<Value> = entries(corpus).map(|it| item(&it, corpus, base)).collect();
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title,
        "description": about.description,
        "language": "en-GB",
        "authors": [{ "name": about.editor }],
        "items": items,
    });
    if let (Some(members), false) = (feed.as_object_mut(), base.is_empty()) {
        members.insert("home_page_url".to_owned(), base.into());
        let own = [base, "feed.json"].concat();
        members.insert("feed_url".to_owned(), own.into());
    }
    pretty(&feed)
}

fn item(entry: &Entry, corpus: &Corpus, base: &str) -> Value {
    let article = entry.article;
    let mut item = json!({
        "id": entry.id(),
        "url": entry.page(base),
        "title": entry.title(),
        "summary": article.summary,
        "content_html": entry.html(corpus, base),
        "date_published": moment(article.published),
    });
    if let (Some(members), false) = (item.as_object_mut(), article.url.is_empty()) {
        members.insert("external_url".to_owned(), article.url.into());
    }
    item
}
