//! Pages as they are written: what stands in them, and that their links lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use pledges::corpus::abridge::abridged;
use pledges::corpus::codec;
use pledges::explore::view::View;
use pledges::export::CITED;
use pledges::search::Index;
use pledges::site::{self, template::Template};
use pledges::ui::app::{self, App};
use pledges::ui::library::Library;
use pledges::ui::page::{DEPTHS, FILES, Route};
use pledges::ui::still::Still;
use yew::ServerRenderer;

use crate::figures::figures;
use crate::support::{self, library};

/// A page as Trunk stages it, without what changes from build to build.
pub(crate) const STAGED: &str = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<title>Pledge Explorer</title>\n\
    <link rel=\"stylesheet\" href=\"./style.css\">\n\
    <script type=\"module\" src=\"page.js\"></script><script type=\"module\" src=\"boot.js\"></script>\n</head>\n<body>\n\
    <div id=\"page\"></div>\n</body>\n</html>\n";

fn page(route: Route) -> String {
    page_of(library(), route)
}

/// A page of any library.
pub(crate) fn page_of(library: Library, route: Route) -> String {
    page_at("", library, route)
}

/// The same on a site of an address.
pub(crate) fn page_at(site: &str, library: Library, route: Route) -> String {
    let template = Template::read(STAGED).expect("a template").at(site);
    futures::executor::block_on(site::page(&template, library, route))
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

/// A page without the markup that it offers as text.
fn without_snippets(page: &str) -> String {
    let parts = page.split("<pre ");
    parts
        .map(|it| it.split_once("</pre>").map_or(it, |(_, after)| after))
        .collect()
}

/// A tag a line, so that a golden page can be read and compared.
pub(crate) fn lines(page: &str) -> String {
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

/// The files beside pages that links may lead to.
fn files_beside() -> BTreeSet<String> {
    let mut files: BTreeSet<String> = figures().keys().cloned().collect();
    files.extend(["style.css", "boot.js", "page.js", "builder.js", "404.js"].map(str::to_owned));
    // Written from what earlier builds left; see tests/versions.
    files.insert("changes/index.html".to_owned());
    // Written when all else is, and by who builds; see tests/site/sums.rs.
    files.extend(["SHA256SUMS", "build.json", "licences.txt"].map(str::to_owned));
    // Pages in frames; see tests/embed.rs.
    let corpus = library().corpus;
    files.extend(Route::embeds(corpus).iter().map(|it| it.file(corpus)));
    files.extend(FILES.iter().map(|file| file.name.to_owned()));
    files.extend((0..DEPTHS).map(|depth| format!("404-{depth}.css")));
    for unit in &library().corpus.units {
        let cited = CITED.map(|(name, _)| format!("pledge/{}/{name}", unit.id));
        files.extend(cited);
    }
    files
}

/// Where an address leads from a page: a path from the root, and an anchor in it.
fn target(page: &str, link: &str) -> (String, String) {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    if path.is_empty() {
        return (page.to_owned(), anchor.to_owned());
    }
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => assert!(steps.pop().is_some(), "{link} in {page} leaves the site"),
            step => steps.push(step),
        }
    }
    let mut file = steps.join("/");
    if file.is_empty() || file.ends_with('/') || path.ends_with('.') {
        file = format!("{}index.html", file.trim_start_matches('/'));
    }
    (file, anchor.to_owned())
}

/// Addresses within the site lead to something that is written, and their anchors to something
/// that stands there.
#[test]
fn every_link_leads_somewhere() {
    let corpus = library().corpus;
    let pages: BTreeMap<String, String> = Route::all(corpus)
        .into_iter()
        .map(|route| (route.file(corpus), page(route)))
        .collect();
    let anchors: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(file, page)| (file.as_str(), values(page, "id").into_iter().collect()))
        .collect();
    let files = files_beside();
    for (file, page) in &pages {
        let links = ["href", "src"].map(|name| values(page, name)).concat();
        for link in links.into_iter().filter(|link| !link.starts_with("http")) {
            if file == "404.html" && link.starts_with("../") {
                // It is shown at any depth, and names each thing once for every depth.
                let name = link.trim_start_matches("../");
                assert!(links_from_the_root(file, name, &anchors, &files), "{link}");
                continue;
            }
            let (path, anchor) = target(file, link);
            let found = match anchors.get(path.as_str()) {
                Some(ids) => anchor.is_empty() || ids.contains(anchor.as_str()),
                None => anchor.is_empty() && files.contains(&path),
            };
            assert!(found, "{link} in {file}");
        }
    }
}

fn links_from_the_root(
    page: &str,
    link: &str,
    pages: &BTreeMap<&str, BTreeSet<&str>>,
    files: &BTreeSet<String>,
) -> bool {
    let (path, _) = target(page, if link.is_empty() { "./" } else { link });
    pages.contains_key(path.as_str()) || files.contains(&path)
}

/// Whatever the front page does not name itself is named by a page that it names, or by one
/// that these name: three links, and no script.
#[test]
fn everything_is_three_links_away() {
    let corpus = library().corpus;
    let mut near = BTreeSet::from(["index.html".to_owned()]);
    for _ in 0..3 {
        let routes = Route::all(corpus).into_iter();
        let reached: Vec<Route> = routes
            .filter(|it| near.contains(&it.file(corpus)))
            .collect();
        for route in reached {
            let page = page(route);
            let links = values(&page, "href").into_iter();
            let own = links.filter(|link| !link.starts_with("http"));
            near.extend(own.map(|link| target(&route.file(corpus), link).0));
        }
    }
    for route in Route::all(corpus) {
        let file = route.file(corpus);
        assert!(file == "404.html" || near.contains(&file), "{file}");
    }
}

/// Addresses once published stay: each is a page or says why it is none any more.
#[test]
fn the_addresses_of_pages_stay() {
    let corpus = library().corpus;
    let now: BTreeSet<String> = Route::all(corpus)
        .iter()
        .chain(&Route::embeds(corpus))
        .map(|it| it.folder(corpus))
        .collect();
    let golden = include_str!("golden/pages.txt");
    let known: BTreeSet<&str> = golden.lines().filter(|it| !it.starts_with('#')).collect();
    for address in &known {
        assert!(
            now.contains(*address),
            "{address} was published and is gone"
        );
    }
    let new: Vec<&String> = now
        .iter()
        .filter(|it| !known.contains(it.as_str()))
        .collect();
    assert!(new.is_empty(), "add to tests/golden/pages.txt: {new:#?}");
}

/// Who shows a link to a page finds its picture, which is the size that it should be.
#[test]
fn pages_with_a_card_name_it() {
    let corpus = library().corpus;
    for route in Route::all(corpus) {
        let page = page(route);
        let Some(card) = route.card(corpus) else {
            assert!(!page.contains("og:image"), "{route:?}");
            continue;
        };
        let address = [route.root(), &card].concat();
        let named = ["property=\"og:image\" content=\"", &address, "\">"].concat();
        let there = !matches!(route, Route::Removed(_));
        assert_eq!(page.contains(&named), there, "{route:?}");
        assert_eq!(page.contains("\"summary_large_image\""), there);
        assert_eq!(page.contains("property=\"og:title\""), there);
        if matches!(route, Route::Pledge(_)) {
            // tests/cards.rs draws these.
            assert_eq!(card, [&route.folder(corpus), "card.png"].concat());
            continue;
        }
        // A PNG file says its size in its first chunk.
        let size = figures()[&card].get(16..24).expect("a size");
        assert_eq!(
            size,
            [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat()
        );
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

/// The policy forbids inline styles and scripts; only the front page starts the program, and the
/// pages of one thing have a small script of their own.
#[test]
fn pages_keep_to_the_policy() {
    for route in Route::all(library().corpus) {
        let page = without_snippets(&page(route));
        assert!(values(&page, "style").is_empty(), "{route:?}");
        assert!(!page.contains("<style"), "{route:?}");
        let scripts = values(&page, "src");
        match route {
            Route::Explore => assert_eq!(scripts, ["boot.js"]),
            // It looks for its one script at every depth.
            Route::NotFound => assert_eq!(scripts.len(), DEPTHS),
            // The one page that shows frames of this site.
            Route::Builder => assert_eq!(scripts, ["../page.js", "../builder.js"]),
            _ => assert_eq!(scripts, [[route.root(), "page.js"].concat()], "{route:?}"),
        }
        // What else stands in scripts are data.
        let run =
            page.matches("<script").count() - page.matches("<script type=\"application/ld").count();
        assert_eq!(run, scripts.len(), "{route:?}");
    }
}

/// The front page holds the newest statements before any script runs, says how many more there
/// are, and leads to all of them; `everything_is_three_links_away` sees to the rest.
#[test]
fn the_front_page_reads_without_the_program() {
    let page = page(Route::Explore);
    let (_, list) = page.split_once("class=\"entries\"").expect("a list");
    assert_eq!(list.matches("<article ").count(), 12);
    // By which links, tests and other people's scripts find a statement.
    assert_eq!(list.matches(" data-unit=\"").count(), 12);
    let more = library().corpus.units.len() - 12;
    assert!(page.contains(&format!("{more} more results are not listed here.")));
    for list in ["article/", "theme/", "speaker/", "thread/"] {
        assert!(page.contains(&format!("href=\"{list}\"")), "{list}");
    }
    for id in ["themes", "years"] {
        assert!(page.contains(&format!("data-chart=\"{id}\"")), "{id}");
    }
    assert!(page.contains("role=\"status\""));
}

/// The explore page as it is written for an address.
pub(crate) fn explorer(library: Library, query: &'static str) -> String {
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
        records: pledges::embedded::RECORDS,
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

/// Years of which nothing is known are told from years in which nothing was said.
#[test]
fn where_nothing_is_found_the_page_says_whether_the_corpus_could_know() {
    const SILENT: &str = "The corpus holds no article from these years.";
    let rows = library().answer(&View::default()).results;
    let rows = &rows.by_year().rows;
    let silent = rows.iter().find(|it| it.articles == 0).expect("a year");
    let known = rows.iter().find(|it| it.articles > 0).expect("a year");
    for (year, said) in [(silent.year, true), (known.year, false)] {
        let query = format!("?q=zzzzzzzz&from={year}&to={year}").leak();
        let page = explorer(library(), query);
        assert!(page.contains("Nothing in the corpus matches"), "{query}");
        assert_eq!(page.contains(SILENT), said, "{query}");
    }
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
