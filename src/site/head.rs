//! What a page says of itself to programs: where it is, how it looks where it is linked, what
//! reference managers take from it, and where feeds and references are.
//!
//! In: a route, and the site's address where it is known. Out: elements of the head.
//! Invariant: without that address every address leads there from the page; with it, those
//! that are read elsewhere are whole. Text never becomes markup.

use super::template::{Plain, escape};
use super::{frames, linked_data};
use crate::cite::{Fields, Format, fields};
use crate::corpus::model::{Corpus, ThreadNo, UnitNo};
use crate::explore::thread::path;
use crate::explore::words;
use crate::export::CITED;
use crate::ui::page::{EmbedView, Route};

/// Appends all of it.
pub(super) fn push(out: &mut String, corpus: &Corpus, route: Route, site: &str) {
    if matches!(route, Route::NotFound | Route::Removed(_)) {
        meta(out, "name", "robots", "noindex");
        return;
    }
    let folder = route.folder(corpus);
    let whole = [site, &folder].concat();
    if !site.is_empty() {
        link(out, "canonical", "", "", &whole);
    }
    push_card(out, corpus, route, site);
    push_feeds(out, route.root());
    match route {
        Route::Pledge(no) => frames::discovery(out, corpus, EmbedView::Unit(no), site),
        Route::Thread(no) => frames::discovery(out, corpus, EmbedView::Thread(no), site),
        _ => {}
    }
    if let Route::Pledge(no) = route {
        push_reference(out, corpus, no, site);
    }
    if let Route::Article(no) = route {
        push_article(out, corpus, no.index());
    }
    linked_data::push(out, corpus, route, site);
}

/// Appends what a page says of itself that no route stands for.
pub(super) fn push_plain(out: &mut String, page: &Plain, site: &str) {
    if !site.is_empty() {
        link(out, "canonical", "", "", &[site, page.folder].concat());
    }
    push_feeds(out, page.root);
}

/// Where what is new is told.
fn push_feeds(out: &mut String, root: &str) {
    for (kind, name, label) in [
        ("application/atom+xml", "feed.xml", "Newest articles (Atom)"),
        (
            "application/feed+json",
            "feed.json",
            "Newest articles (JSON Feed)",
        ),
    ] {
        link(out, "alternate", kind, label, &[root, name].concat());
    }
}

/// What is shown where the page is linked.
fn push_card(out: &mut String, corpus: &Corpus, route: Route, site: &str) {
    let kind = match route {
        Route::Pledge(_) | Route::Thread(_) | Route::Article(_) => "article",
        _ => "website",
    };
    let mut og = |name: &str, content: &str| meta(out, "property", name, content);
    og("og:type", kind);
    og("og:site_name", corpus.about.title);
    og("og:locale", "en_GB");
    og("og:title", &own_title(corpus, route));
    og("og:description", &route.description(corpus));
    if !site.is_empty() {
        og("og:url", &[site, &route.folder(corpus)].concat());
    }
    let Some(card) = route.card(corpus) else {
        return;
    };
    let root = if site.is_empty() { route.root() } else { site };
    og("og:image", &[root, &card].concat());
    og("og:image:type", "image/png");
    og("og:image:width", "1200");
    og("og:image:height", "630");
    og("og:image:alt", &alt(corpus, route));
    meta(out, "name", "twitter:card", "summary_large_image");
}

/// The title without that of the site, which is told beside it.
fn own_title(corpus: &Corpus, route: Route) -> String {
    let title = route.title(corpus);
    let site = [" – ", corpus.about.title].concat();
    title.strip_suffix(&site).unwrap_or(&title).to_owned()
}

/// What the card says, for those who do not see it.
fn alt(corpus: &Corpus, route: Route) -> String {
    let answers = |no: ThreadNo| {
        let question = corpus.threads.get(no.index()).map_or("", |it| it.question);
        let says = path(corpus, no).map(|it| words::path(&it));
        [question, " ", &says.unwrap_or_default()].concat()
    };
    match route {
        Route::Pledge(no) => match corpus.units.get(no.index()) {
            Some(unit) => {
                let speaker = corpus.actors.get(unit.speaker.index());
                let speaker = speaker.map_or("", |it| it.name);
                [unit.statement, ". ", speaker, ", ", &unit.made.human(), "."].concat()
            }
            None => String::new(),
        },
        Route::Thread(no) => answers(no),
        _ => answers(ThreadNo(0)),
    }
}

/// The reference to a unit: its files, and its fields as Zotero reads them from Dublin Core and
/// PRISM. Its item type is said in Zotero's own words, as no other vocabulary has it.
fn push_reference(out: &mut String, corpus: &Corpus, no: UnitNo, site: &str) {
    for (name, format) in CITED {
        let kind = match format {
            Format::Csl => "application/vnd.citationstyles.csl+json",
            other => other.media_type(),
        };
        link(
            out,
            "alternate",
            kind,
            &["Reference, ", format.label()].concat(),
            name,
        );
    }
    let Some(it) = fields(corpus, no, site) else {
        return;
    };
    let Fields {
        title,
        short_title,
        author,
        outlet,
        published,
        summary,
        themes,
        version,
    } = it;
    let authors = [author];
    push_item(out, &title, &authors, outlet, &published, &summary);
    meta(out, "name", "bibo.shortTitle", short_title);
    meta(out, "name", "prism.edition", version);
    meta(
        out,
        "name",
        "DC.identifier",
        &["corpus version ", version].concat(),
    );
    for theme in themes {
        meta(out, "name", "DC.subject", theme);
    }
}

/// The article itself, for its own page.
fn push_article(out: &mut String, corpus: &Corpus, no: usize) {
    let Some(it) = corpus.articles.get(no) else {
        return;
    };
    let outlet = corpus
        .outlets
        .get(it.outlet.index())
        .map_or("", |it| it.name);
    let authors: Vec<String> = it.authors.iter().map(|it| (*it).to_owned()).collect();
    push_item(
        out,
        it.title,
        &authors,
        outlet,
        &it.published.first_iso(),
        it.summary,
    );
}

fn push_item(
    out: &mut String,
    title: &str,
    authors: &[String],
    outlet: &str,
    published: &str,
    summary: &str,
) {
    for (name, address) in [
        ("schema.DC", "http://purl.org/dc/elements/1.1/"),
        (
            "schema.prism",
            "http://prismstandard.org/namespaces/1.2/basic/",
        ),
        ("schema.bibo", "http://purl.org/ontology/bibo/"),
        ("schema.z", "http://www.zotero.org/namespaces/export#"),
    ] {
        link(out, name, "", "", address);
    }
    meta(out, "name", "z.itemType", "newspaperArticle");
    meta(out, "name", "DC.title", title);
    for author in authors {
        meta(out, "name", "DC.creator", author);
    }
    meta(out, "name", "prism.publicationName", outlet);
    meta(out, "name", "prism.publicationDate", published);
    meta(out, "name", "DC.date", published);
    meta(out, "name", "DC.language", "en-GB");
    meta(out, "name", "prism.teaser", summary);
}

pub(super) fn meta(out: &mut String, attribute: &str, name: &str, content: &str) {
    out.push_str(&["\n<meta ", attribute, "=\"", name, "\" content=\""].concat());
    escape(out, content);
    out.push_str("\">");
}

pub(super) fn link(out: &mut String, rel: &str, kind: &str, title: &str, address: &str) {
    out.push_str(&["\n<link rel=\"", rel, "\""].concat());
    for (name, value) in [("type", kind), ("title", title), ("href", address)] {
        if !value.is_empty() {
            out.push_str(&[" ", name, "=\""].concat());
            escape(out, value);
            out.push('"');
        }
    }
    out.push('>');
}
