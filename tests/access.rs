//! What assistive technology lives on, in every page as it is written: names, heads, words for
//! pictures, and an order of focus that is the order of the page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use pledges::explore::address;
use pledges::ui::page::Route;

use crate::builder::html::{Tag, tags};
use crate::page::{explorer, page_of};
use crate::support::library;

/// Every page with what it is called, those in frames too.
fn pages() -> &'static [(String, String)] {
    static PAGES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let corpus = library().corpus;
        let all = Route::all(corpus).into_iter().chain(Route::embeds(corpus));
        let page = |route: Route| (route.file(corpus), page_of(library(), route));
        let mut all: Vec<(String, String)> = all.map(page).collect();
        for query in ["?show=table", "?q=doctors&vs=all", "?q=zzzzzzzz"] {
            all.push((query.to_owned(), explorer(library(), query)));
        }
        all
    });
    &PAGES
}

/// What breaks a rule, page by page.
fn check(rule: impl Fn(&[Tag]) -> Vec<String>) {
    let faults: Vec<String> = pages()
        .iter()
        .flat_map(|(name, page)| {
            let faults = rule(&tags(page)).into_iter();
            faults.map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    let some: Vec<&String> = faults.iter().take(12).collect();
    assert!(faults.is_empty(), "{} faults, {some:#?}", faults.len());
}

fn ids<'a>(tags: &'a [Tag]) -> BTreeSet<&'a str> {
    tags.iter().filter_map(|it| it.get("id")).collect()
}

/// Whether the element is named by an attribute: in words, or by another element that there is.
fn is_named(tag: &Tag, ids: &BTreeSet<&str>) -> bool {
    let words = tag
        .get("aria-label")
        .is_some_and(|it| !it.trim().is_empty());
    let other = tag.get("aria-labelledby");
    words || other.is_some_and(|it| it.split(' ').all(|id| ids.contains(id)))
}

#[test]
fn every_field_has_a_name() {
    check(|tags| {
        let ids = ids(tags);
        let labels: BTreeSet<&str> = tags
            .iter()
            .filter(|it| it.name == "label")
            .filter_map(|it| it.get("for"))
            .collect();
        let mut faults = Vec::new();
        for (no, tag) in tags.iter().enumerate() {
            let field = ["input", "select", "textarea"].contains(&tag.name);
            // A label around its field begins right before it, or before its own words.
            let before = tags.get(no.saturating_sub(2)..no).unwrap_or_default();
            let within = before
                .iter()
                .any(|it| it.name == "label" && it.get("for").is_none());
            let labelled = tag.get("id").is_some_and(|id| labels.contains(id));
            if field && !within && !labelled && !is_named(tag, &ids) {
                faults.push(format!("<{}> {:?}", tag.name, tag.get("name")));
            }
        }
        faults
    });
}

#[test]
fn every_group_of_fields_begins_with_its_name() {
    check(|tags| {
        let pairs = tags.windows(2).filter(|it| it[0].name == "fieldset");
        let nameless = pairs.filter(|it| it[1].name != "legend" || it[1].text.trim().is_empty());
        nameless
            .map(|it| format!("{:?}", it[0].get("data-facet")))
            .collect()
    });
}

#[test]
fn every_region_is_named_and_every_name_leads_to_words() {
    check(|tags| {
        let ids = ids(tags);
        let region = |it: &&Tag| it.name == "nav" || it.get("role") == Some("region");
        let nameless = tags.iter().filter(region).filter(|it| !is_named(it, &ids));
        let mut faults: Vec<String> = nameless
            .map(|it| format!("<{}> {:?}", it.name, it.get("class")))
            .collect();
        for tag in tags {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls"] {
                let mut said = tag.get(name).into_iter().flat_map(|it| it.split(' '));
                if let Some(lost) = said.find(|id| !ids.contains(id)) {
                    faults.push(format!("<{}> {name}={lost}", tag.name));
                }
            }
        }
        faults
    });
}

#[test]
fn every_picture_and_frame_has_words_or_is_hidden() {
    check(|tags| {
        let lacks = |tag: &&Tag| match tag.name {
            "img" => tag.get("alt").is_none(),
            "iframe" => tag.get("title").is_none_or(str::is_empty),
            "svg" => {
                let hidden = tag.get("aria-hidden") == Some("true");
                let named = tag.get("aria-label").is_some_and(|it| !it.is_empty());
                !hidden && (!named || tag.get("role").is_none())
            }
            _ => false,
        };
        let lacking = tags.iter().filter(lacks);
        lacking.map(|it| format!("<{}>", it.name)).collect()
    });
}

#[test]
fn every_head_of_a_table_says_what_it_heads() {
    check(|tags| {
        let heads = tags.iter().filter(|it| it.name == "th");
        let unsaid = heads.filter(|it| !["row", "col"].contains(&it.get("scope").unwrap_or("")));
        unsaid.map(|it| format!("<th> {}", it.text)).collect()
    });
}

/// Nothing comes before its turn; the first thing that takes the focus leads past what is the
/// same on every page.
#[test]
fn the_order_of_focus_is_that_of_the_page() {
    check(|tags| {
        let jumps = |it: &&Tag| {
            it.get("tabindex")
                .is_some_and(|n| !["0", "-1"].contains(&n))
        };
        let jumping = tags.iter().filter(jumps);
        let mut faults: Vec<String> = jumping.map(|it| format!("<{}> jumps", it.name)).collect();
        let ids = ids(tags);
        let takes = |it: &&Tag| ["a", "button", "input", "select", "summary"].contains(&it.name);
        // The page of a lost address is short enough to go without.
        let masthead = tags.iter().any(|it| it.get("class") == Some("masthead"))
            && !tags
                .iter()
                .any(|it| it.get("src").is_some_and(|it| it.ends_with("404.js")));
        let first = tags.iter().find(takes).filter(|_| masthead);
        let target = first.and_then(|it| it.get("href")?.strip_prefix('#'));
        if masthead && !target.is_some_and(|it| ids.contains(it)) {
            faults.push("nothing leads past the head of the page".to_owned());
        }
        faults
    });
}

/// As the list holds only what is in sight, each entry says its place and how many there are.
#[test]
fn an_entry_says_its_place_in_the_list() {
    for query in ["", "?theme=workforce", "?kind=firm"] {
        let (view, _) = address::parse(library().corpus, query);
        let total = library().answer(&view).results.total();
        let page = explorer(library(), query);
        let tags = tags(&page);
        let places: Vec<[Option<&str>; 2]> = tags
            .iter()
            .filter(|it| it.name == "li" && it.get("aria-posinset").is_some())
            .map(|it| [it.get("aria-posinset"), it.get("aria-setsize")])
            .collect();
        let total = total.to_string();
        for (no, place) in places.iter().take(3).enumerate() {
            let own = (no + 1).to_string();
            assert_eq!(
                *place,
                [Some(own.as_str()), Some(total.as_str())],
                "{query}"
            );
        }
        assert!(places.len() >= 3, "{query}");
    }
}

#[test]
fn what_was_found_is_told_as_it_changes() {
    let page = explorer(library(), "?theme=workforce");
    let tags = tags(&page);
    let told = tags.iter().find(|it| it.get("role") == Some("status"));
    assert!(told.is_some_and(|it| it.text.contains(" in ")), "{told:?}");
}

/// What nobody asked to move stands still, for everyone: there is no motion that could be reduced.
#[test]
fn no_style_sheet_moves_anything() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let sheets = fs::read_dir(assets).expect("a folder").flatten();
    let sheets = sheets.filter(|it| it.path().extension().is_some_and(|it| it == "css"));
    let mut n_sheets = 0;
    for sheet in sheets {
        let text = fs::read_to_string(sheet.path()).expect("a sheet");
        for word in ["transition", "animation", "@keyframes", "smooth"] {
            assert!(!text.contains(word), "{word} in {:?}", sheet.file_name());
        }
        n_sheets += 1;
    }
    assert!(n_sheets >= 3);
}
