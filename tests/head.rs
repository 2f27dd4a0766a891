//! What pages say of themselves to programs, with the site's address and without.

use pledges::corpus::model::{ActorNo, ArticleNo, ThemeNo, ThreadNo, UnitNo};
use pledges::ui::page::{List, Route};
use serde_json::Value;

use crate::page::{page_at, page_of};
use crate::support::library;

const SITE: &str = "https://example.org/pledges/";

fn head(page: &str) -> &str {
    page.split("</head>").next().unwrap_or_default()
}

/// The content of a `meta` of this name or property.
fn meta<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let start = ["=\"", name, "\" content=\""].concat();
    page.split(&start).nth(1)?.split('"').next()
}

/// The things that a page is about.
fn graph(page: &str) -> Vec<Value> {
    let block = page.split("<script type=\"application/ld+json\">").nth(1);
    let block = block
        .and_then(|it| it.split("</script>").next())
        .expect("a block");
    assert!(
        !block.contains(['<', '>', '\u{202E}', '\u{200B}']),
        "{block}"
    );
    let block: Value = serde_json::from_str(block).expect("JSON");
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].as_array().expect("a graph").clone()
}

fn of_type<'a>(graph: &'a [Value], name: &str) -> &'a Value {
    let found = graph.iter().find(|it| it["@type"] == name);
    found.unwrap_or_else(|| panic!("no {name} in {graph:#?}"))
}

#[test]
fn pages_have_cards_whose_addresses_are_whole_where_the_site_has_one() {
    let library = library();
    for route in Route::all(library.corpus) {
        if matches!(route, Route::NotFound | Route::Removed(_)) {
            continue;
        }
        let whole = page_at(SITE, library, route);
        let folder = [SITE, &route.folder(library.corpus)].concat();
        assert_eq!(meta(&whole, "og:url"), Some(folder.as_str()));
        assert!(whole.contains(&["<link rel=\"canonical\" href=\"", &folder, "\">"].concat()));
        let image = meta(&whole, "og:image").expect("a picture");
        assert!(
            image.starts_with(SITE) && image.ends_with("card.png"),
            "{image}"
        );
        assert!(meta(&whole, "og:image:alt").is_some_and(|it| it.len() > 20));

        let page = page_of(library, route);
        assert!(!head(&page).contains("canonical") && meta(&page, "og:url").is_none());
        let image = meta(&page, "og:image").expect("a picture");
        assert!(!image.contains(':'), "{image}");
        let feed = [route.root(), "feed.xml"].concat();
        assert!(page.contains(&["href=\"", &feed, "\""].concat()));
    }
}

#[test]
fn what_is_not_there_is_not_to_be_found() {
    let page = page_at(SITE, library(), Route::NotFound);
    assert_eq!(meta(&page, "robots"), Some("noindex"));
    assert!(!page.contains("ld+json") && !page.contains("canonical"));
}

/// The fields by which Zotero knows a newspaper article.
#[test]
fn a_unit_is_a_reference_to_zotero() {
    let library = library();
    let corpus = library.corpus;
    for (no, unit) in (0..).zip(&corpus.units) {
        let page = page_of(library, Route::Pledge(UnitNo(no)));
        let article = &corpus.articles[unit.article.index()];
        let outlet = corpus.outlets[article.outlet.index()].name;
        assert_eq!(meta(&page, "z.itemType"), Some("newspaperArticle"));
        assert_eq!(meta(&page, "prism.publicationName"), Some(outlet));
        assert_eq!(meta(&page, "prism.edition"), Some(corpus.about.version));
        let published = article.published.first_iso();
        assert_eq!(
            meta(&page, "prism.publicationDate"),
            Some(published.as_str())
        );
        let speaker = corpus.actors[unit.speaker.index()].name;
        let family = speaker.split(' ').next_back().expect("a name");
        assert!(meta(&page, "DC.creator").is_some_and(|it| it.contains(family)));
        for name in ["cite.bib", "cite.ris", "cite.json"] {
            assert!(page.contains(&["href=\"", name, "\""].concat()), "{name}");
        }
    }
}

#[test]
fn the_corpus_is_a_data_set() {
    for route in [Route::Explore, Route::About] {
        let graph = graph(&page_at(SITE, library(), route));
        let dataset = of_type(&graph, "Dataset");
        assert_eq!(
            dataset["license"],
            "https://creativecommons.org/licenses/by/4.0/"
        );
        assert_eq!(dataset["version"], library().corpus.about.version);
        assert_eq!(dataset["@id"], "https://example.org/pledges/about/#data");
        let files = dataset["distribution"].as_array();
        let files = files.map(Vec::as_slice).unwrap_or_default();
        // The front page leaves the list to the page that it refers to.
        assert_eq!(files.len(), if route == Route::About { 11 } else { 0 });
        for file in files {
            let address = file["contentUrl"].as_str().expect("an address");
            assert!(address.starts_with("https://example.org/pledges/data/"));
        }
    }
}

#[test]
fn a_unit_is_a_quotation_and_a_claim() {
    let library = library();
    for (no, unit) in (0..).zip(&library.corpus.units) {
        let graph = graph(&page_of(library, Route::Pledge(UnitNo(no))));
        let quotation = of_type(&graph, "Quotation");
        assert_eq!(quotation["text"], unit.evidence[0].quote);
        let claim = of_type(&graph, "Claim");
        assert_eq!(claim["text"], unit.statement);
        let article = of_type(&graph, "NewsArticle");
        assert_eq!(claim["appearance"]["@id"], article["@id"]);
        assert_eq!(quotation["isPartOf"]["@id"], article["@id"]);
        assert!(claim["firstAppearance"]["@id"].is_string());
    }
}

#[test]
fn other_pages_say_what_they_are_about() {
    let library = library();
    for (route, name) in [
        (Route::Article(ArticleNo(0)), "NewsArticle"),
        (Route::Theme(ThemeNo(0)), "DefinedTerm"),
        (Route::Thread(ThreadNo(0)), "ItemList"),
        (Route::List(List::Articles), "BreadcrumbList"),
    ] {
        of_type(&graph(&page_of(library, route)), name);
    }
    let speakers = library.corpus.actors.len() as u32;
    for no in (0..speakers).map(ActorNo) {
        let graph = graph(&page_of(library, Route::Speaker(no)));
        assert_eq!(graph[0]["name"], library.corpus.actors[no.index()].name);
    }
}
