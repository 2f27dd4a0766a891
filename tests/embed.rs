//! Views for other people's pages, as they are written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pledges::corpus::model::{ThreadNo, UnitNo};
use pledges::explore::view::View;
use pledges::site::frames;
use pledges::ui::library::Library;
use pledges::ui::page::embed::{self, Selected, SelectedProps};
use pledges::ui::page::{EmbedView, Route};
use serde_json::Value;
use yew::ServerRenderer;

use crate::page::{page_at, page_of};
use crate::support::{golden, good, library, library_of, put};

const SITE: &str = "https://pledges.example/nhs/";

/// Every view with its page, made once.
fn pages() -> &'static [(EmbedView, String)] {
    static PAGES: LazyLock<Vec<(EmbedView, String)>> = LazyLock::new(|| {
        let all = EmbedView::all(library().corpus).into_iter();
        all.map(|view| (view, page_of(library(), Route::Embed(view))))
            .collect()
    });
    &PAGES
}

fn page(view: EmbedView) -> &'static str {
    let found = pages().iter().find(|(it, _)| *it == view);
    found.map_or("", |(_, page)| page)
}

/// The view that stands in a folder.
fn at(folder: &str) -> EmbedView {
    let corpus = library().corpus;
    let mut all = EmbedView::all(corpus).into_iter();
    all.find(|it| it.folder(corpus) == folder).expect(folder)
}

/// A tag a line, so that a golden page can be read and compared.
fn lines(page: &str) -> String {
    page.replace("><", ">\n<")
}

fn svg(view: EmbedView) -> String {
    let date = "Quotations last checked on 21 November 2026.";
    embed::svg(
        library(),
        view,
        &View::default(),
        date,
        &view.page(library().corpus),
    )
}

/// What the program draws in a frame at this address.
pub(crate) fn selected(view: EmbedView, query: &'static str) -> String {
    let props = move || SelectedProps {
        library: library(),
        view,
        query: query.into(),
        root: view.root().into(),
    };
    let renderer = ServerRenderer::<Selected>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}

const UNIT: &str = "embed/unit/double-medical-school-places/";

#[test]
fn a_statement_in_a_frame() {
    golden("embed/unit.html", &lines(page(at(UNIT))));
    golden("embed/unit.svg", &svg(at(UNIT)));
}

#[test]
fn a_list_in_a_frame() {
    golden("embed/list.html", &lines(page(EmbedView::List)));
    golden("embed/list.svg", &svg(EmbedView::List));
}

#[test]
fn every_view_is_named_and_says_what_it_rests_on() {
    let corpus = library().corpus;
    let mut folders = BTreeSet::new();
    for (view, page) in pages() {
        assert!(folders.insert(view.folder(corpus)), "{view:?} stands twice");
        assert!(!view.title(corpus).starts_with(" –"), "{view:?}");
        for part in [
            "<meta name=\"robots\" content=\"noindex\">",
            "Corpus version <code>",
            "article",
            ">See more in the Pledge Explorer</a>",
        ] {
            assert!(page.contains(part), "{part} in {view:?}");
        }
        let (_, foot) = page.rsplit_once("<footer").expect("a last line");
        let foot = strip(foot);
        let counted = foot
            .rsplit_once(" in ")
            .and_then(|it| it.1.split(' ').next());
        let rests =
            counted.is_some_and(|it| it.parse::<u32>().is_ok()) && foot.contains(" article");
        assert!(rests, "{view:?} rests on nothing: {foot}");
        assert!(!page.contains("canonical"), "its address is not known");
    }
}

/// A frame is no place to go on in.
#[test]
fn every_link_opens_a_page_of_its_own() {
    for (view, page) in pages() {
        for tag in page.split("<a ").skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            assert!(tag.contains("target=\"_blank\""), "<a {tag}> in {view:?}");
            assert!(tag.contains("rel=\"noopener\""), "<a {tag}> in {view:?}");
        }
    }
}

/// The program is named only where a selection can be asked for, and neither style nor script has
/// a checksum, which browsers would refuse to check in a frame of no origin.
#[test]
fn a_view_loads_its_style_and_its_script_only() {
    for (view, page) in pages() {
        assert_eq!(page.matches("<script").count(), 1, "{view:?}");
        assert_eq!(page.matches("<link rel=\"stylesheet\"").count(), 1);
        assert!(!page.contains(" integrity="), "{view:?}");
        let script = ["<script src=\"", view.root(), "frame.js\""].concat();
        assert!(page.contains(&script), "{view:?}");
    }
}

#[test]
fn the_whole_corpus_drawn_again_is_the_page_as_written() {
    for view in EmbedView::SELECTIONS {
        assert!(page(view).contains(&selected(view, "")), "{view:?}");
    }
}

#[test]
fn a_selection_says_which_it_is() {
    let years = selected(
        EmbedView::Years,
        "?theme=workforce&from=2015&to=2023&color=dark",
    );
    assert!(
        years.contains("Theme: Workforce and training; Years: 2015 to 2023"),
        "{years}"
    );
    assert!(years.contains("href=\"../../?theme=workforce&amp;from=2015&amp;to=2023#charts\""));
    let list = selected(EmbedView::List, "?q=doctors");
    assert!(list.contains("“doctors”"), "{list}");
    let nothing = selected(EmbedView::List, "?q=zzzzzzzzzzz");
    assert!(nothing.contains("Nothing in the corpus matches."));
}

#[test]
fn two_selections_stand_side_by_side() {
    let both = page(EmbedView::Compare);
    for part in ["A: Spoken from: Opposition", "B: Spoken from: Government"] {
        assert!(strip(both).contains(part), "{part}: {}", strip(both));
    }
    let themes = selected(EmbedView::Compare, "?theme=workforce");
    let themes = strip(&themes);
    assert!(
        themes.contains("A: Theme: Workforce and training; Spoken from: Opposition"),
        "{themes}"
    );
    assert!(
        themes.contains("B: Theme: Workforce and training; Spoken from: Government"),
        "{themes}"
    );
    let chosen = strip(&selected(EmbedView::Compare, "?theme=workforce&vs=all"));
    assert!(
        chosen.contains("A: Theme: Workforce and training"),
        "{chosen}"
    );
    assert!(chosen.contains("B: everything"), "{chosen}");
}

/// The text of a page.
fn strip(page: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for letter in page.chars() {
        match letter {
            '<' => tag = true,
            '>' => tag = false,
            _ if !tag => text.push(letter),
            _ => {}
        }
    }
    text
}

#[test]
fn what_is_not_known_is_left_out_with_a_note() {
    let years = selected(EmbedView::Years, "?theme=nowhere&from=20x5&fnord=1");
    for part in ["“nowhere” (Theme)", "“20x5”", "“fnord”"] {
        assert!(years.contains(part), "{part}");
    }
    assert!(years.contains("Everything in the corpus"));
}

#[test]
fn what_was_withdrawn_says_so_in_its_frame() {
    let mut sources = good();
    let removed = "[[removed]]\nkind = \"unit\"\nid = \"paint-the-quay\"\nday = \"2026-03-05\"\n\
        reason = \"It reports a plan of the port.\"\nreplaced_by = \"keep-port-office\"\n\n\
        [[removed]]\nkind = \"theme\"\nid = \"lighthouses\"\nday = \"2026-03\"\n\
        reason = \"Nothing was coded under it.\"\n";
    put(&mut sources, "removed.toml", removed.as_bytes());
    let library = library_of(sources);
    let all = EmbedView::all(library.corpus);
    let gone: Vec<_> = all
        .iter()
        .filter(|it| matches!(it, EmbedView::Removed(_)))
        .collect();
    let [view] = gone.as_slice() else {
        panic!("{gone:?}");
    };
    assert_eq!(view.folder(library.corpus), "embed/unit/paint-the-quay/");
    let page = page_of(library, Route::Embed(**view));
    for part in [
        "This statement was withdrawn",
        "5 March 2026",
        "It reports a plan of the port.",
        "../../../pledge/keep-port-office/",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(frames::answer_name(library.corpus, **view).is_none());
}

#[test]
fn other_sites_are_told_how_to_frame_a_view() {
    let corpus = library().corpus;
    let view = at(UNIT);
    let route = Route::Pledge(match view {
        EmbedView::Unit(no) => no,
        other => panic!("{other:?}"),
    });
    let address = format!("{SITE}pledge/double-medical-school-places/oembed.json");
    for page in [
        page_at(SITE, library(), route),
        page_at(SITE, library(), Route::Embed(view)),
    ] {
        let link = "type=\"application/json+oembed\" title=\"";
        assert!(page.contains(link) && page.contains(&address), "{route:?}");
    }
    assert!(!page_of(library(), route).contains("oembed"));
    let answer: Value = serde_json::from_str(&frames::answer(library(), view, SITE)).expect("JSON");
    assert_eq!(answer["version"], "1.0");
    assert_eq!(answer["type"], "rich");
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    let html = answer["html"].as_str().expect("markup");
    assert!(html.contains(&format!("src=\"{SITE}{UNIT}\"")), "{html}");
    assert!(html.starts_with("<blockquote class=\"wp-embedded-content\">"));
    assert!(html.contains("security=\"restricted\""));
    for view in EmbedView::SELECTIONS
        .into_iter()
        .chain([EmbedView::Thread(ThreadNo(0))])
    {
        let name = frames::answer_name(corpus, view).expect("an answer");
        let page = page_at(SITE, library(), Route::Embed(view));
        assert!(page.contains(&[SITE, &name].concat()), "{name}");
        assert!(page.contains(&format!(
            "<link rel=\"canonical\" href=\"{SITE}{}\">",
            view.page(corpus)
        )));
    }
}

/// Whoever takes the answer over puts its markup into a page as it is.
#[test]
fn hostile_text_stays_text_in_what_other_sites_are_told() {
    let hostile = "</a></blockquote><script>alert(1)</script>\" onload=\"alert(1)";
    let mut corpus = library().corpus.clone();
    let unit = corpus.units.first_mut().expect("a unit");
    unit.statement = hostile;
    unit.evidence.first_mut().expect("a quotation").quote = hostile;
    let corpus = Box::leak(Box::new(corpus));
    let library = Library {
        corpus,
        ..library()
    };
    let answer = frames::answer(library, EmbedView::Unit(UnitNo(0)), SITE);
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    let html = answer["html"].as_str().expect("markup");
    let tags = crate::builder::html::tags(html);
    let names: Vec<&str> = tags.iter().map(|it| it.name).collect();
    assert_eq!(names, ["blockquote", "a", "iframe"], "{html}");
    let onload = tags.iter().any(|it| it.get("onload").is_some());
    assert!(!onload && html.contains("&lt;script&gt;"), "{html}");
}

/// One that is kept stands further down and has a line for what has changed since.
#[test]
fn a_view_that_is_kept_leads_to_the_same_root() {
    let template =
        pledges::site::template::Template::read(crate::page::STAGED).expect("a template");
    let page = frames::page(&template, library(), at(UNIT), true);
    let page = futures::executor::block_on(page);
    assert!(page.contains("src=\"../../../../../frame.js\""));
    assert!(page.contains("href=\"../../../../../pledge/double-medical-school-places/\""));
    assert!(page.contains(" data-since=\""));
}

#[test]
fn pictures_of_views_stand_alone() {
    for view in EmbedView::all(library().corpus) {
        let svg = svg(view);
        assert!(
            svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
            "{view:?}"
        );
        assert!(!svg.contains("href") && !svg.contains("style="), "{view:?}");
    }
}
