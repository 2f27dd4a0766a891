//! Pages of what was withdrawn: the real corpus has none, so they are written for the tests.
//!
//! In: the built folder, for style and scripts, and this build's corpus. Out: a server of three
//! pages. Invariant: they are written by what writes all others.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use pledges::corpus::date::Date;
use pledges::corpus::model::{Corpus, Removed, RemovedKind};
use pledges::site::frames::Files;
use pledges::site::template::Template;
use pledges::ui::library::Library;
use pledges::ui::page::Route;

use crate::host::Host;

/// A server of the pages, with the style and the scripts of the built folder; one for all tests.
pub(super) fn host(dist: &Path) -> &'static Host {
    static HOST: OnceLock<Host> = OnceLock::new();
    HOST.get_or_init(|| written(dist))
}

fn written(dist: &Path) -> Host {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser/tombstones");
    fs::create_dir_all(&folder).expect("a folder");
    let mut copied = Vec::new();
    for file in fs::read_dir(dist).expect("the built folder").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if [".css", ".js"].iter().any(|it| name.ends_with(it)) {
            fs::copy(file.path(), folder.join(&name)).expect("a copy");
            copied.push(name);
        }
    }
    let named = |start: &str, end: &str| {
        let found = copied
            .iter()
            .find(|it| it.starts_with(start) && it.ends_with(end));
        found.unwrap_or_else(|| panic!("no {start}*{end}")).clone()
    };
    let library = library();
    let frames = Files {
        sheet: named("embed-", ".css"),
        script: named("frame-", ".js"),
        ..Files::default()
    };
    let page = fs::read_to_string(dist.join("speaker/index.html")).expect("a page");
    let template = Template::read(&staged(&page)).expect("a template");
    let template = template.with_frames(frames);
    let all = Route::all(library.corpus).into_iter();
    let views = Route::embeds(library.corpus).into_iter();
    for route in all.chain(views) {
        let file = route.file(library.corpus);
        if file.contains("/gone/") {
            let text = pledges::site::page(&template, library, route);
            let text = futures::executor::block_on(text);
            let file = folder.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a page");
        }
    }
    Host::folder(&folder)
}

/// The corpus of this build, with two records withdrawn.
fn library() -> Library {
    let library = pledges::embedded::library().expect("a corpus");
    let gone = |kind| Removed {
        kind,
        id: "gone",
        day: Date::parse("2026-03-05").expect("a day"),
        reason: "The article was read again: it reports a plan, and no pledge.",
        replaced_by: library.corpus.units.first().map_or("", |it| it.id),
    };
    let mut corpus: Corpus<'static> = library.corpus.clone();
    corpus.removed = [RemovedKind::Unit, RemovedKind::Theme].map(gone).into();
    Library {
        corpus: Box::leak(Box::new(corpus)),
        ..library
    }
}

/// A page as the template reads it: at the root, with two scripts and an empty body.
fn staged(page: &str) -> String {
    let head = page.split("</head>").next().unwrap_or_default();
    let head = head.replace("../", "./");
    let links: String = head
        .split_inclusive('>')
        .filter(|tag| tag.contains("rel=\"stylesheet\"") || tag.contains("Content-Security-Policy"))
        .collect();
    [
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<title>Pledge Explorer</title>\n",
        &links,
        "<script type=\"module\" src=\"page.js\"></script><script type=\"module\" src=\"boot.js\"></script>\n</head>\n<body>\n",
        "<div id=\"page\"></div>\n</body>\n</html>\n",
    ]
    .concat()
}
