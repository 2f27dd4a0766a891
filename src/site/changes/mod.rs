//! The pages of changes: every version in a list, and what differs between two of them.
//!
//! In: the list of versions, and records of two. Out: whole pages, of `changes/`,
//! `changes/<from>/` and `changes/<from>/<to>/`. They are no [`crate::ui::page::Route`]s, as they
//! tell of versions that the corpus knows nothing of. Invariant: every number on them is the
//! length of a list; a link to a page of the site stands only where that page is written.

mod entries;
mod list;
mod pair;
mod parts;

use std::collections::BTreeSet;

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::template::{Plain, Template};
use crate::ui::layout;
use crate::ui::library::Library;
use crate::ui::page::Route;
use crate::versions::{Record, Versions};

/// The folder of the list, and of all pages below it.
pub const FOLDER: &str = "changes/";

/// What the list is called.
pub const TITLE: &str = "Versions and changes";

/// What all of the pages stand on.
#[derive(Clone)]
#[allow(missing_debug_implementations, reason = "a library has none")]
pub struct Ground<'a> {
    template: &'a Template,
    library: Library,
    /// The folders that have a page.
    pages: BTreeSet<String>,
}

impl<'a> Ground<'a> {
    /// Pages beside those of this corpus.
    pub fn new(template: &'a Template, library: Library) -> Self {
        let routes = Route::all(library.corpus).into_iter();
        let pages = routes.map(|it| it.folder(library.corpus)).collect();
        Self {
            template,
            library,
            pages,
        }
    }

    /// Whether a folder has a page.
    fn has(&self, folder: &str) -> bool {
        self.pages.contains(folder)
    }

    /// The version of this build.
    fn current(&self) -> &str {
        self.library.corpus.about.version
    }

    fn page(&self, title: &str, says: &str, folder: &str, body: Html) -> String {
        let title = [title, " – ", self.library.corpus.about.title].concat();
        let root = match folder.matches('/').count() {
            0 => "",
            1 => "../",
            2 => "../../",
            _ => "../../../",
        };
        let body = html! {
            <>
                { layout::signpost(self.library, root) }
                <main id="main">{ body }</main>
                { layout::footer(self.library, root) }
            </>
        };
        let renderer = LocalServerRenderer::<Still>::with_props(Props { body }).hydratable(false);
        let body = futures::executor::block_on(renderer.render());
        let page = Plain {
            title: &title,
            description: says,
            folder,
            root,
        };
        self.template.plain(&page, &body)
    }
}

/// A body that was made already.
#[derive(Properties, PartialEq)]
struct Props {
    body: Html,
}

#[component]
fn Still(props: &Props) -> Html {
    props.body.clone()
}

/// The page of all versions, newest first. `between` says of two versions whether what differs
/// between them has a page.
pub fn list(ground: &Ground, versions: &Versions, between: &dyn Fn(&str, &str) -> bool) -> String {
    let says = "Every version of the corpus that was published here, and what each brought.";
    ground.page(TITLE, says, FOLDER, list::view(ground, versions, between))
}

/// The page of what differs between two versions, at an address that stays what it is.
pub fn between(ground: &Ground, before: &Record, after: &Record) -> String {
    let folder = folder(&before.version, Some(&after.version));
    let title = ["Changes from ", &before.version, " to ", &after.version].concat();
    let body = pair::between(ground, before, after);
    ground.page(&title, &said(&before.version), &folder, body)
}

/// The page of what differs between a version and that of this build: `before` is its record,
/// where it was kept; `later` the versions after it, oldest first.
pub fn since(
    ground: &Ground,
    version: &str,
    before: Option<&Record>,
    current: &Record,
    later: &[&str],
) -> String {
    let title = ["Changes since version ", version].concat();
    let body = pair::since(ground, version, before, current, later);
    ground.page(&title, &said(version), &folder(version, None), body)
}

fn said(version: &str) -> String {
    let parts = [
        "What was added, changed or withdrawn in the corpus since version ",
        version,
        ", statement by statement.",
    ];
    parts.concat()
}

/// The folder of what differs since a version, or between it and another.
pub fn folder(from: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => [FOLDER, from, "/", to, "/"].concat(),
        None => [FOLDER, from, "/"].concat(),
    }
}
