//! Trunk's page as the template of every page.
//!
//! In: the text of the staged `index.html`. Out: whole pages. Invariant: only the explore
//! page names the program, the pages of one thing their small script, and every address leads
//! from the page to the root first.

use super::frames::Files;
use super::{head, lost};
use crate::corpus::model::Corpus;
use crate::ui::page::Route;

/// Where the body of a page goes.
const BODY: &str = "<div id=\"page\">";
/// Where its title goes.
const TITLE: (&str, &str) = ("<title>", "</title>");
/// An element with a script: first that of the pages of one thing, then the one that starts the
/// program.
const SCRIPT: (&str, &str) = ("<script", "</script>");

/// The link to the style of every page but explore and 404, up to what Trunk puts into its name.
const PAGES_STYLE: (&str, &str) = ("<link rel=\"stylesheet\" href=\"./pages", ">\n");

/// What the policy of every page begins with, and what it has more where frames are shown.
const POLICY: &str = "default-src 'none';";
const FRAMES: &str = " frame-src 'self';";

/// The links to the manifest and to the picture of the installed site. Browsers fetch them at once,
/// one the first, one the second; on the front page, whose first visit has a budget, `offline.js`
/// puts them there once the page is loaded.
const MANIFEST: (&str, &str) = ("<link rel=\"manifest\"", "apple-touch-icon.png\">\n");

/// What is said once the program has died, which only the explore page runs.
const FAULT: (&str, &str) = ("<div id=\"fault\"", "</div>\n");

/// Between head and body, where no script follows the program.
const AFTER_HEAD: &str = "</head>\n<body>\n";

/// What is missing from a page that should be the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub &'static str);

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "index.html has no `{}`", self.0)
    }
}

impl std::error::Error for Missing {}

/// A page cut into the parts that stay.
#[derive(Clone, Debug)]
pub struct Template {
    before_title: String,
    /// Between title and scripts.
    head: String,
    /// The same without what the front page does without, or gets later.
    bare: String,
    /// What the pages of one thing run.
    small: String,
    program: String,
    /// Between program and body.
    between: String,
    after: String,
    /// The same where no program can die.
    plain_after: String,
    /// The address of the built folder, where it is known.
    site: String,
    /// What the pages in frames load.
    frames: Files,
}

impl Template {
    /// Cuts up the staged page.
    ///
    /// # Errors
    /// Where one of the parts is missing.
    pub fn read(page: &str) -> Result<Self, Missing> {
        let (before_title, _, rest) = cut(page, TITLE).ok_or(Missing("<title>"))?;
        let (head, small, rest) = cut(rest, SCRIPT).ok_or(Missing("<script>"))?;
        let (_, program, rest) = cut(rest, SCRIPT).ok_or(Missing("a second <script>"))?;
        let (between, after) = rest.split_once(BODY).ok_or(Missing(BODY))?;
        Ok(Self {
            before_title: before_title.to_owned(),
            bare: without(&without(head, PAGES_STYLE), MANIFEST),
            head: head.to_owned(),
            small: small.replace(" src=\"", " src=\"./"),
            program: program.to_owned(),
            between: between.to_owned(),
            after: after.to_owned(),
            plain_after: without(after, FAULT),
            site: String::new(),
            frames: Files::default(),
        })
    }

    /// The same for a site of this address, which ends in `/` or is empty.
    #[must_use]
    pub fn at(self, site: &str) -> Self {
        Self {
            site: site.to_owned(),
            ..self
        }
    }

    /// The same with these files for pages in frames.
    #[must_use]
    pub fn with_frames(self, frames: Files) -> Self {
        Self { frames, ..self }
    }

    /// What pages in frames load.
    pub(super) const fn frames(&self) -> &Files {
        &self.frames
    }

    /// What stands before the title, the page's policy with it.
    pub(super) fn before_title(&self) -> &str {
        &self.before_title
    }

    /// Where the program is, as attributes of a script on a page from which `root` leads to it.
    pub(super) fn program_data(&self, root: &str) -> String {
        let start = self.program.find(" data-js=").unwrap_or(self.program.len());
        let data = self.program.get(start..).unwrap_or_default();
        let mut data = data.split('>').next().unwrap_or_default().to_owned();
        for name in ["js", "wasm", "later"] {
            let place = [" data-", name, "=\""].concat();
            data = data.replace(&place, &[&place, root].concat());
        }
        data
    }

    /// The address of the built folder; empty where it is not known.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// What stands between title and program, from the root.
    pub fn head(&self) -> &str {
        &self.head
    }

    /// The whole page around a body.
    pub fn fill(&self, corpus: &Corpus, route: Route, body: &str) -> String {
        let root = route.root();
        let script = if route == Route::Explore {
            &self.program
        } else {
            &rooted(&self.small, root)
        };
        let mut page = self.open(&route.title(corpus), &route.description(corpus));
        head::push(&mut page, corpus, route, &self.site);
        if route == Route::NotFound {
            page.push_str(&lost::head(&self.bare));
            page.push_str(AFTER_HEAD);
        } else {
            let whole = route != Route::Explore;
            page.push_str(&rooted(if whole { &self.head } else { &self.bare }, root));
            page.push_str(script);
            if route == Route::Builder {
                self.push_builder(&mut page, root);
            }
            page.push_str(&rooted(&self.between, root));
        }
        page.push_str(BODY);
        page.push_str(body);
        page.push_str(match route {
            Route::Explore => &self.after,
            _ => &self.plain_after,
        });
        page
    }
}

/// What a page says of itself that no [`Route`] stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain<'a> {
    /// Its title, whole.
    pub(super) title: &'a str,
    /// One sentence for search results.
    pub(super) description: &'a str,
    /// Its address from the root, with the slash at its end.
    pub(super) folder: &'a str,
    /// The way back to the root.
    pub(super) root: &'a str,
}

impl Template {
    /// The page from its first byte to its description.
    fn open(&self, title: &str, description: &str) -> String {
        let mut page = self.before_title.clone();
        page.push_str("<title>");
        escape(&mut page, title);
        page.push_str("</title>\n<meta name=\"description\" content=\"");
        escape(&mut page, description);
        page.push_str("\">");
        page
    }

    /// The script of the page that makes markup for frames, which starts the program; it shows
    /// frames of this site, which no other page does.
    fn push_builder(&self, page: &mut String, root: &str) {
        *page = page.replacen(POLICY, &[POLICY, FRAMES].concat(), 1);
        let script = ["<script defer src=\"", root, &self.frames.builder, "\""];
        page.extend(script);
        page.push_str(&self.program_data(root));
        page.extend([" data-form=\"", root, &self.frames.form, "\""]);
        page.extend([" data-form-integrity=\"", &self.frames.form_integrity]);
        page.push_str("\"></script>");
    }

    /// A whole page like those of one thing, which no [`Route`] stands for.
    pub(super) fn plain(&self, it: &Plain, body: &str) -> String {
        let mut page = self.open(it.title, it.description);
        head::push_plain(&mut page, it, &self.site);
        for part in [&self.head, &self.small, &self.between] {
            page.push_str(&rooted(part, it.root));
        }
        page.push_str(BODY);
        page.push_str(body);
        page.push_str(&self.plain_after);
        page
    }
}

/// The text before a span, the span with its ends, and the text after it.
fn cut<'a>(text: &'a str, (open, close): (&str, &str)) -> Option<(&'a str, &'a str, &'a str)> {
    let start = text.find(open)?;
    let end = start + text.get(start..)?.find(close)? + close.len();
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// The text without a span, if it has it.
fn without(text: &str, span: (&str, &str)) -> String {
    cut(text, span).map_or_else(|| text.to_owned(), |(a, _, z)| [a, z].concat())
}

/// Addresses of the head, which Trunk begins with `./`, from a page further down.
fn rooted(head: &str, root: &str) -> String {
    if root.is_empty() {
        return head.to_owned();
    }
    head.replace("=\"./", &["=\"", root].concat())
}

/// Text as it may stand in an element or between double quotes.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}
