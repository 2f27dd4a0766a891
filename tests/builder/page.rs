//! The builder's page as it is written, for those without scripts.

use pledges::corpus::abridge::abridged;
use pledges::corpus::codec;
use pledges::ui::library::Library;
use pledges::ui::page::builder::{Wish, made, measured, parse_measured};
use pledges::ui::page::{EmbedView, Route};

use crate::page::{page_at, page_of};
use crate::support::library;

/// Every chart, list and question stands there to be copied, with the site's address where that is
/// known and with what stands for it where it is not.
#[test]
fn everything_ready_can_be_copied_without_a_script() {
    let known = page_at("https://example.org/pledges/", library(), Route::Builder);
    let unknown = page_of(library(), Route::Builder);
    let threads = library().corpus.threads.iter();
    let mut views: Vec<String> = threads.map(|it| ["thread/", it.id, "/"].concat()).collect();
    views.extend(["themes/", "years/", "matrix/", "list/", "compare/"].map(str::to_owned));
    for view in &views {
        let src = |site: &str| ["src=\"", site, "embed/", view, "\""].concat();
        assert!(
            known.contains(&src("https://example.org/pledges/")),
            "{view}"
        );
        assert!(
            unknown.contains(&src("https://this-site.example/")),
            "{view}"
        );
    }
    assert!(!known.contains("this-site.example") && !known.contains("data-unknown"));
    assert!(!known.contains("data-replaced") && unknown.contains("data-replaced"));
    assert_eq!(unknown.matches("<pre ").count(), views.len() + 1);
    assert!(unknown.contains("in place of <code>https://this-site.example/</code>"));
}

/// The program takes from the page what it would need a whole drawing for.
#[test]
fn the_page_says_how_large_questions_are() {
    let page = page_of(library(), Route::Builder);
    let (_, rest) = page.split_once("data-threads=\"").expect("the numbers");
    let text = rest.split('"').next().expect("they end");
    let text = text
        .replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#x27;", "'")
        .replace("&#39;", "'");
    let measured = measured(library());
    assert_eq!(parse_measured(&text), measured);
    assert_eq!(measured.len(), library().corpus.threads.len());
    for it in &measured {
        assert!(it.picture.0 > 300 && it.picture.1 > 200);
        // Narrower is higher, and a width between two is as high as the narrower.
        assert!(it.height(320) >= it.height(480) && it.height(480) >= it.height(720));
        assert_eq!(
            (it.height(100), it.height(599)),
            (it.height(320), it.height(480))
        );
    }
    for odd in [
        "",
        "1,2,3",
        "x",
        "a\nb\nc\nd\te\nf\n1\t2",
        "a\nb\nc\nd\te\nf\n1\t2\t3\t4\t5\t-6",
    ] {
        assert_eq!(parse_measured(odd), []);
    }
}

/// The program carries less than the pages know, and makes the same.
#[test]
fn the_abridged_corpus_makes_the_same() {
    let whole = library();
    let bytes = codec::encode(&abridged(whole.corpus.clone()));
    let corpus: &'static _ = Box::leak(Box::new(codec::decode(bytes.leak()).expect("a corpus")));
    let less = Library { corpus, ..whole };
    let threads = measured(whole);
    for embed in EmbedView::all(whole.corpus) {
        let wish = Wish::of(embed);
        let made = |library| made(library, &wish, "https://example.org/", "", &threads);
        assert_eq!(made(less), made(whole), "{embed:?}");
    }
    for query in [
        "?view=themes&theme=workforce",
        "?view=list&q=nurses",
        "?view=compare&vs=all",
    ] {
        let made = |library: Library| {
            let wish = Wish::parse(library.corpus, query).0;
            made(library, &wish, "https://example.org/", "", &threads)
        };
        assert_eq!(made(less), made(whole), "{query}");
    }
}

/// What is ready made is what the form makes of the same, on whichever day.
#[test]
fn the_form_makes_what_is_ready_made() {
    let threads = measured(library());
    for embed in EmbedView::all(library().corpus) {
        let of = |day| {
            made(
                library(),
                &Wish::of(embed),
                "https://example.org/",
                day,
                &threads,
            )
        };
        assert_eq!(of(""), of("22 November 2026"), "{embed:?}");
    }
}

/// A selection that holds nothing is known to, so that it can be said before it is copied.
#[test]
fn an_empty_selection_is_known() {
    let made = |query| {
        let wish = Wish::parse(library().corpus, query).0;
        made(library(), &wish, "https://example.org/", "", &[])
    };
    for (query, empty, filtered) in [
        ("?view=themes", false, false),
        ("?view=themes&color=dark", false, false),
        ("?view=themes&theme=workforce", false, true),
        ("?view=themes&from=2030&to=2031", true, true),
        ("?view=compare&from=2030&to=2031", true, true),
        ("?view=unit", false, false),
    ] {
        let made = made(query);
        assert_eq!((made.empty, made.filtered), (empty, filtered), "{query}");
    }
}

/// Only this page shows frames of the site.
#[test]
fn only_the_builder_may_show_frames() {
    let staged = "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\"><title>x</title>\n\
        <script src=\"page.js\"></script><script src=\"boot.js\" data-js=\"a.js\" data-wasm=\"a.wasm\"></script></head>\n<body>\n<div id=\"page\"></div>\n</body></html>\n";
    let template = pledges::site::template::Template::read(staged).expect("a template");
    for route in [Route::Builder, Route::About, Route::Explore] {
        let page = futures::executor::block_on(pledges::site::page(&template, library(), route));
        let builder = route == Route::Builder;
        assert_eq!(
            page.contains("default-src 'none'; frame-src 'self'; script-src"),
            builder,
            "{route:?}"
        );
        assert_eq!(
            page.contains("builder.js\" data-js=\"../a.js\" data-wasm=\"../a.wasm\""),
            builder
        );
    }
}
