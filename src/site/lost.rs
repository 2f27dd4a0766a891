//! What the page for addresses that lead nowhere needs beside itself.
//!
//! In: the head of Trunk's page. Out: that page's own head, the style sheets that find out how
//! deep it is shown, and the list of pages that its script looks through. Invariant: of the
//! sheets of all depths one exists as seen from any address up to that depth, or several that
//! lead to the same root, of which the last one counts.

use super::changes;
use crate::corpus::model::Corpus;
use crate::ui::page::{DEPTHS, Route};

/// Where the list of pages stands.
pub const PAGES: &str = "pages.txt";

/// What the link to the style sheet begins with, as Trunk writes it.
const SHEET: &str = "<link rel=\"stylesheet\"";

/// The link to the style sheet in a head, whole.
fn sheet(head: &str) -> Option<&str> {
    let start = head.find(SHEET)?;
    let end = start + head.get(start..)?.find('>')? + 1;
    head.get(start..end)
}

/// The head with a sheet and a script for every depth in place of the one sheet.
pub fn head(head: &str) -> String {
    let Some(sheet) = sheet(head) else {
        return head.to_owned();
    };
    let mut links = String::new();
    for depth in 0..DEPTHS {
        let up = "../".repeat(depth);
        let no = depth.to_string();
        let link = [SHEET, " href=\"", &up, "404-", &no, ".css\">\n"];
        let script = [
            "<script type=\"module\" src=\"",
            &up,
            "404.js\"></script>\n",
        ];
        links.extend(link.into_iter().chain(script));
    }
    head.replace(sheet, links.trim_end())
}

/// The sheets by name: each brings the site's own and shows the links for its depth.
pub fn sheets(head: &str) -> Vec<(String, String)> {
    let address = sheet(head).and_then(|it| it.split("href=\"").nth(1)?.split('"').next());
    let address = address.unwrap_or_default();
    let sheet = |depth: usize| {
        let no = depth.to_string();
        // At the root of a host `../` leads nowhere else, so that several sheets are found
        // there: the last one then takes back what those before it show.
        let mut text = ["@import \"", address, "\";\n.up{display:none}\n"].concat();
        for other in 0..depth {
            text.extend([".up.up-", &other.to_string(), "{display:none}\n"]);
        }
        text.extend([".up.up-", &no, "{display:block}\n"]);
        (["404-", &no, ".css"].concat(), text)
    };
    (0..DEPTHS).map(sheet).collect()
}

/// Every page with what it is called, a line each: `pledge/<id>/`, a tab, and its title.
pub fn pages(corpus: &Corpus) -> String {
    let mut text = String::new();
    let of_site = [" – ", corpus.about.title].concat();
    for route in Route::all(corpus) {
        let folder = route.folder(corpus);
        if folder.is_empty() || matches!(route, Route::Removed(_)) {
            continue;
        }
        let title = route.title(corpus);
        let title = title.strip_suffix(&of_site).unwrap_or(&title);
        text.extend([folder.as_str(), "\t", title, "\n"]);
    }
    text.extend([changes::FOLDER, "\t", changes::TITLE, "\n"]);
    text
}
