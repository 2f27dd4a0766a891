//! `data/annotations.jsonld`: every quotation as a W3C Web Annotation on the article it stands
//! in, for tools that find words on a page again.
//!
//! In: a corpus. Out: JSON-LD, one annotation a line. Invariant: an annotation quotes the very
//! words of the record. A position counts in the source text alone, which is named by its
//! SHA-256 (RFC 6920): on the web page the same words stand elsewhere.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::package::licence_address;
use crate::corpus::model::{Article, ArticleNo, Corpus, Evidence, Unit};

/// How many characters before and after a quotation are told with it.
const AROUND: usize = 32;

/// The text of the file.
pub(super) fn json(corpus: &Corpus, base: &str) -> String {
    // Without the site's address, addresses lead there from the file.
    let root = if base.is_empty() { "../" } else { base };
    let about = &corpus.about;
    let context = "http://www.w3.org/ns/anno.jsonld";
    let id = |name: &str| [root, "data/annotations.jsonld", name].concat();
    let mut items = Vec::new();
    for unit in &corpus.units {
        let page = [root, "pledge/", unit.id, "/"].concat();
        let body = unit_body(corpus, unit, &page);
        push(
            &mut items,
            corpus,
            root,
            unit.id,
            unit.article,
            &unit.evidence,
            &body,
        );
    }
    for it in &corpus.contexts {
        let body = json!([text(it.gist, "describing"), text("context", "classifying")]);
        push(
            &mut items,
            corpus,
            root,
            it.id,
            it.article,
            &it.evidence,
            &body,
        );
    }
    let label = [about.title, ", corpus version ", about.version].concat();
    let head = json!({
        "@context": context,
        "id": id(""),
        "type": "AnnotationCollection",
        "label": label,
        "creator": creator(corpus),
        "rights": licence_address(about.licence),
        "total": items.len(),
    });
    let head = head.to_string();
    let head = head.trim_end_matches('}');
    let page =
        json!({ "id": id("#all"), "type": "AnnotationPage", "partOf": id(""), "startIndex": 0 });
    let page = page.to_string();
    let page = page.trim_end_matches('}');
    let items = items.join(",\n");
    [
        head,
        ",\"first\":",
        page,
        ",\"items\":[\n",
        &items,
        "\n]}}\n",
    ]
    .concat()
}

fn creator(corpus: &Corpus) -> Value {
    json!({ "type": "Organization", "name": corpus.about.editor })
}

fn text(value: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose })
}

/// What is said of the words: the statement, its kind, its themes, and the page of all three.
fn unit_body(corpus: &Corpus, unit: &Unit, page: &str) -> Value {
    let mut body = vec![
        text(unit.statement, "describing"),
        text(unit.kind.id(), "classifying"),
    ];
    let themes = unit
        .themes
        .iter()
        .filter_map(|no| corpus.themes.get(no.index()));
    body.extend(themes.map(|it| text(it.label, "tagging")));
    body.push(json!({ "type": "SpecificResource", "source": page, "purpose": "linking" }));
    Value::Array(body)
}

/// One annotation for each quotation.
fn push(
    items: &mut Vec<String>,
    corpus: &Corpus,
    root: &str,
    id: &str,
    article: ArticleNo,
    evidence: &[Evidence],
    body: &Value,
) {
    let Some(article) = corpus.articles.get(article.index()) else {
        return;
    };
    for (n, quotation) in (1..).zip(evidence) {
        let n = if n > 1 {
            ["-", &n.to_string()].concat()
        } else {
            String::new()
        };
        let place = [root, "article/", article.id, "/#quote-", id, &n].concat();
        let annotation = json!({
            "id": place,
            "type": "Annotation",
            "motivation": "describing",
            "creator": creator(corpus),
            "rights": licence_address(corpus.about.licence),
            "body": body,
            "target": targets(article, quotation, root),
        });
        items.push(annotation.to_string());
    }
}

/// The words on the page of the article, and in the very text they were found in.
fn targets(article: &Article, it: &Evidence, root: &str) -> Value {
    let [prefix, suffix] = around(article, it);
    let mut quote = json!({ "type": "TextQuoteSelector", "exact": it.quote });
    if let Some(members) = quote.as_object_mut() {
        for (name, words) in [("prefix", prefix), ("suffix", suffix)] {
            if !words.is_empty() {
                members.insert(name.to_owned(), words.into());
            }
        }
    }
    let source = if article.url.is_empty() {
        [root, "article/", article.id, "/"].concat()
    } else {
        article.url.to_owned()
    };
    let on_page = json!({ "type": "SpecificResource", "source": source, "selector": quote });
    let (Some(start), Some(end), Some(name)) = (it.start, it.end, named(article)) else {
        return on_page;
    };
    let position = json!({ "type": "TextPositionSelector", "start": start, "end": end });
    let in_text =
        json!({ "type": "SpecificResource", "source": name, "selector": [quote, position] });
    json!([on_page, in_text])
}

/// The words before and after: those of the text, or what the record has of them.
fn around<'a>(article: &Article<'a>, it: &Evidence<'a>) -> [&'a str; 2] {
    let recorded = [it.prefix, it.suffix];
    let (Some(text), Some(start), Some(end)) = (article.text, it.start, it.end) else {
        return recorded;
    };
    // One pass to the end of the quotation, as texts may be long.
    let at = |text: &'a str, n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let from = at(text, start as usize);
    let (Some(before), Some(rest)) = (text.get(..from), text.get(from..)) else {
        return recorded;
    };
    let length = (end.saturating_sub(start)) as usize;
    let after = rest.get(at(rest, length)..).unwrap_or_default();
    let first = before.char_indices().rev().nth(AROUND - 1);
    let prefix = first.map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
    let suffix = after.get(..at(after, AROUND)).unwrap_or_default();
    [prefix, suffix]
}

/// The source text by its hash, wherever it is: `ni:///sha-256;…`.
fn named(article: &Article) -> Option<String> {
    let (pairs, rest) = article.source_sha256.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let bytes = pairs
        .iter()
        .map(|[high, low]| Some((digit(*high)? << 4 | digit(*low)?) as u8));
    let bytes: Option<Vec<u8>> = bytes.collect();
    let bytes = bytes.filter(|bytes| bytes.len() == 32 && rest.is_empty())?;
    Some(["ni:///sha-256;", &URL_SAFE_NO_PAD.encode(bytes)].concat())
}
