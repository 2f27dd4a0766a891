//! Pages as they are written: what stands in them, and that their links lead somewhere.

use std::collections::BTreeSet;

use pledges::corpus::abridge::abridged;
use pledges::corpus::codec;
use pledges::search::Index;
use pledges::site::{self, template::Template};
use pledges::ui::app::{self, App};
use pledges::ui::library::Library;
use pledges::ui::page::Route;
use pledges::ui::still::Still;
use yew::ServerRenderer;

use crate::figures::figures;
use crate::support::{self, library};

/// A page as Trunk stages it, without what changes from build to build.
const STAGED: &str = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<title>Pledge Explorer</title>\n\
    <link rel=\"stylesheet\" href=\"./style.css\">\n\
    <script type=\"module\" src=\"boot.js\"></script>\n</head>\n<body>\n\
    <div id=\"page\"></div>\n</body>\n</html>\n";

fn page(route: Route) -> String {
    let template = Template::read(STAGED).expect("a template");
    futures::executor::block_on(site::page(&template, library(), route))
}

/// The page that is written to a folder.
fn at(folder: &str) -> String {
    let file = format!("{folder}/index.html");
    let mut routes = Route::all(library().corpus).into_iter();
    page(
        routes
            .find(|route| route.file(library().corpus) == file)
            .expect(folder),
    )
}

/// The values of an attribute, as they stand.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    let starts = page
        .match_indices(&opening)
        .map(|(at, found)| at + found.len());
    starts
        .filter_map(|at| page.get(at..)?.split('"').next())
        .collect()
}

/// A tag a line, so that a golden page can be read and compared.
fn lines(page: &str) -> String {
    page.replace("><", ">\n<")
}

#[test]
fn a_pledge_on_its_page() {
    support::golden(
        "page/pledge.html",
        &lines(&at("pledge/double-medical-school-places")),
    );
}

#[test]
fn a_question_on_its_page() {
    support::golden("page/thread.html", &lines(&at("thread/reorganisation")));
}

#[test]
fn nothing_on_its_page() {
    support::golden("page/not-found.html", &lines(&page(Route::NotFound)));
}

/// Addresses of pages and files within the site lead to something that is written.
#[test]
fn every_link_leads_somewhere() {
    let corpus = library().corpus;
    let mut written: BTreeSet<String> = Route::all(corpus)
        .iter()
        .map(|it| it.file(corpus))
        .collect();
    written.extend(["style.css", "boot.js", "data/pledges.json"].map(str::to_owned));
    written.extend(figures().keys().cloned());
    for route in Route::all(corpus) {
        let page = page(route);
        let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
        for link in values(&page, "href")
            .into_iter()
            .chain(values(&page, "src"))
        {
            if link.starts_with("http") {
                continue;
            }
            if let Some(id) = link.strip_prefix('#') {
                assert!(ids.contains(id), "{link} in {}", route.file(corpus));
                continue;
            }
            let path = link.split(['?', '#']).next().unwrap_or_default();
            let page = route.file(corpus);
            let folder = page.trim_end_matches("index.html");
            let path = match path.strip_prefix(route.root()) {
                Some(path) => path.strip_prefix("./").unwrap_or(path).to_owned(),
                None => [folder, path].concat(),
            };
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path
            };
            assert!(written.contains(&file), "{link} in {}", route.file(corpus));
        }
    }
}

/// Who shows a link to a page finds its picture, which is the size that it should be.
#[test]
fn pages_with_a_card_name_it() {
    let corpus = library().corpus;
    for route in Route::all(corpus) {
        let page = page(route);
        let file = route.file(corpus).replace("index.html", "card.png");
        let card = figures().get(&file);
        let named = page.contains("<meta property=\"og:image\" content=\"card.png\">");
        assert_eq!(named, card.is_some(), "{route:?}");
        assert_eq!(named, page.contains("\"summary_large_image\""));
        assert_eq!(named, page.contains("property=\"og:title\""));
        // A PNG file says its size in its first chunk.
        let size = card.and_then(|bytes| bytes.get(16..24));
        let right = [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat();
        assert!(size.is_none_or(|size| size == right), "{file}");
    }
}

#[test]
fn an_id_stands_once_on_a_page() {
    for route in Route::all(library().corpus) {
        let page = page(route);
        let mut seen = BTreeSet::new();
        for id in values(&page, "id") {
            assert!(
                seen.insert(id),
                "{id} twice in {}",
                route.file(library().corpus)
            );
        }
    }
}

/// The policy forbids inline styles and scripts; only the front page starts the program.
#[test]
fn pages_keep_to_the_policy() {
    for route in Route::all(library().corpus) {
        let page = page(route);
        assert!(values(&page, "style").is_empty(), "{route:?}");
        assert!(!page.contains("<style"), "{route:?}");
        let n_scripts = page.matches("<script").count();
        assert_eq!(n_scripts, usize::from(route == Route::Explore), "{route:?}");
    }
}

/// The front page holds every statement with its words, before any script runs.
#[test]
fn the_front_page_reads_without_the_program() {
    let page = page(Route::Explore);
    for unit in &library().corpus.units {
        assert!(
            page.contains(&format!("data-unit=\"{}\"", unit.id)),
            "{}",
            unit.id
        );
    }
    for id in ["themes", "years"] {
        assert!(page.contains(&format!("data-chart=\"{id}\"")), "{id}");
    }
    assert!(page.contains("role=\"status\""));
}

fn explorer(library: Library, query: &'static str) -> String {
    let props = move || app::Props {
        library,
        query: query.into(),
        still: Still::default(),
    };
    let renderer = ServerRenderer::<App>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The program carries less than the pages know, and shows the same.
#[test]
fn the_abridged_corpus_shows_the_same() {
    let whole = library();
    let bytes = codec::encode(&abridged(whole.corpus.clone()));
    let corpus = codec::decode(bytes.leak()).expect("a sound corpus");
    let corpus: &'static _ = Box::leak(Box::new(corpus));
    assert!(
        Index::build(corpus) == Index::build(whole.corpus),
        "the browser would build another index"
    );
    let less = Library {
        corpus,
        index: whole.index,
        synonyms: Box::leak(Box::new(pledges::search::Synonyms::of(corpus))),
    };
    for query in ["?q=nhs&sort=oldest", "?q=nhscb", "?q=reorganizaton"] {
        // Not `assert_eq!`, which would print two whole pages.
        assert!(explorer(less, query) == explorer(whole, query), "{query}");
    }
}

#[test]
fn a_correction_is_said_and_what_was_typed_stays() {
    let page = explorer(library(), "?q=reorganizaton");
    for part in [
        "Nothing has “reorganizaton”. Shown: “reorganisation”.",
        "value=\"reorganizaton\"",
        "<mark>reorganisation</mark>",
        "Search for exactly what was typed",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let page = explorer(library(), "?q=%22reorganizaton%22");
    assert!(!page.contains("Shown:") && page.contains("Nothing in the corpus matches"));
}

#[test]
fn names_say_what_is_in_a_file() {
    use pledges::site::names::{hashed, integrity};
    let name = hashed("style-0123456789abcdef.css", b"body{}");
    assert_eq!(name, hashed("style.css", b"body{}"));
    assert_ne!(name, hashed("style.css", b"body {}"));
    assert!(
        hashed("pledges-0123456789abcdef_bg.wasm", b"").starts_with("pledges-e3b0c44298fc1c14.")
    );
    // Of the empty file, as published for SHA-384.
    assert_eq!(
        integrity(b""),
        "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
    );
}
