//! The pages that stand in frames, and the answers that tell other sites how to frame them.
//!
//! In: a template, the library and a view. Out: a page with its own small style and script, and
//! its oEmbed answer. Invariant: such a page names no more than those two, its program only where
//! a selection can be asked of it; it has no integrity sums for them, as browsers refuse to check
//! these in a frame of no origin.

use serde_json::json;
use yew::LocalServerRenderer;

use super::head::{link, meta};
use super::policy;
use super::template::{Template, escape};
use crate::corpus::model::Corpus;
use crate::ui::library::Library;
use crate::ui::page::EmbedView;
use crate::ui::page::embed::{Embed, Props, height};

/// Under which names the style and the script are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The style sheet.
    pub sheet: String,
    /// The script.
    pub script: String,
    /// The script of the page that makes markup for them.
    pub builder: String,
    /// The part of the program that only that page needs.
    pub form: String,
    /// The sum by which a browser knows that part.
    pub form_integrity: String,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            sheet: "embed.css".to_owned(),
            script: "frame.js".to_owned(),
            builder: "builder.js".to_owned(),
            form: "builder.wasm".to_owned(),
            form_integrity: String::new(),
        }
    }
}

/// How wide a frame is where the host has no wish of its own, px.
const WIDTH: u32 = 600;

/// The answer of a view, as it is named beside its page.
const ANSWER: &str = "oembed.json";

/// The page of a view. One that is `kept` stands two folders further down, and has a line for
/// what has changed since.
pub async fn page(template: &Template, library: Library, view: EmbedView, kept: bool) -> String {
    let root = [if kept { "../../" } else { "" }, view.root()].concat();
    let props = Props {
        library,
        view,
        root: root.clone().into(),
        kept,
    };
    let renderer = LocalServerRenderer::<Embed>::with_props(props).hydratable(false);
    let body = renderer.render().await;
    let corpus = library.corpus;
    let mut page = policy::naming(template.before_title(), template.site());
    page.push_str("<title>");
    escape(&mut page, &view.title(corpus));
    page.push_str("</title>");
    meta(&mut page, "name", "robots", "noindex");
    push_links(&mut page, corpus, view, template.site());
    // Opened on its own it has no picture in its tab, and asks nobody for one.
    link(&mut page, "icon", "", "", "data:,");
    let Files { sheet, script, .. } = template.frames();
    link(
        &mut page,
        "stylesheet",
        "",
        "",
        &[&root, sheet.as_str()].concat(),
    );
    // Before the page is shown, as it may ask for other colours.
    page.push_str(&["\n<script src=\"", &root, script, "\""].concat());
    if EmbedView::SELECTIONS.contains(&view) {
        page.push_str(&template.program_data(&root));
    }
    page.push_str("></script>\n</head>\n<body>\n");
    page.push_str(&body);
    page.push_str("\n</body>\n</html>\n");
    page
}

/// The same in full, and the answer; both only where the address of the site is known.
fn push_links(out: &mut String, corpus: &Corpus, view: EmbedView, site: &str) {
    if site.is_empty() {
        return;
    }
    link(
        out,
        "canonical",
        "",
        "",
        &[site, &view.page(corpus)].concat(),
    );
    discovery(out, corpus, view, site);
}

/// The link by which other sites find the answer of a view.
pub(super) fn discovery(out: &mut String, corpus: &Corpus, view: EmbedView, site: &str) {
    let Some(name) = answer_name(corpus, view).filter(|_| !site.is_empty()) else {
        return;
    };
    let title = view.title(corpus);
    let address = [site, &name].concat();
    link(
        out,
        "alternate",
        "application/json+oembed",
        &title,
        &address,
    );
}

/// Where the answer of a view stands: beside the page that shows the same in full, of which it is
/// the answer, too, or else beside the view.
pub fn answer_name(corpus: &Corpus, view: EmbedView) -> Option<String> {
    match view {
        EmbedView::Removed(_) => None,
        EmbedView::Unit(_) | EmbedView::Thread(_) => Some([&view.page(corpus), ANSWER].concat()),
        _ => Some([&view.folder(corpus), ANSWER].concat()),
    }
}

/// The answer itself, as oEmbed defines it and in the form that `WordPress` takes over: of its
/// markup only quotation, link and frame are kept there. `site` must be known.
pub fn answer(library: Library, view: EmbedView, site: &str) -> String {
    let corpus = library.corpus;
    let title = view.title(corpus);
    let height = height(library, view, WIDTH);
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Pledge Explorer",
        "provider_url": site,
        "cache_age": 86_400,
        "width": WIDTH,
        "height": height,
        "html": html(corpus, view, site, height),
    });
    if let (EmbedView::Unit(_) | EmbedView::Thread(_), Some(fields)) =
        (view, answer.as_object_mut())
    {
        let card = [site, &view.page(corpus), "card.png"].concat();
        fields.insert("thumbnail_url".to_owned(), json!(card));
        fields.insert("thumbnail_width".to_owned(), json!(1200));
        fields.insert("thumbnail_height".to_owned(), json!(630));
    }
    [&answer.to_string(), "\n"].concat()
}

fn html(corpus: &Corpus, view: EmbedView, site: &str, height: u32) -> String {
    let mut out = String::from("<blockquote class=\"wp-embedded-content\">");
    if let EmbedView::Unit(no) = view {
        let unit = corpus.units.get(no.index());
        let quote = unit.and_then(|it| it.evidence.first());
        if let Some(quote) = quote {
            escape(&mut out, &["“", quote.quote, "” "].concat());
        }
    }
    let title = view.title(corpus);
    out.push_str("<a href=\"");
    escape(&mut out, &[site, &view.page(corpus)].concat());
    out.push_str("\">");
    escape(&mut out, &title);
    out.push_str("</a></blockquote>\n<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" security=\"restricted\" src=\"");
    escape(&mut out, &[site, &view.folder(corpus)].concat());
    out.push_str("\" title=\"");
    escape(&mut out, &title);
    let (width, height) = (WIDTH.to_string(), height.to_string());
    let measures = ["\" width=\"", &width, "\" height=\"", &height, "\""].concat();
    out.push_str(&measures);
    out.push_str(
        " frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\" loading=\"lazy\"></iframe>",
    );
    out
}
