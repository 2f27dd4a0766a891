//! The page that makes markup: each view chosen, copied, and put into a page of somebody else.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::Browser;
use crate::element::Element;
use crate::host::{ANYBODY, Host};

const TAB: &str = "\u{E004}";
const DOWN: &str = "\u{E015}";
const ENTER: &str = "\u{E007}";

/// The builder in a browser, on a site at an origin of its own.
struct Bench {
    browser: Browser,
    site: Host,
}

impl Bench {
    #[track_caller]
    fn open(query: &str) -> Self {
        let site = Host::site(ANYBODY);
        let browser = Browser::open();
        browser.go(&[&site.address, "embed/", query].concat());
        let bench = Self { browser, site };
        bench
            .browser
            .until("the builder", || bench.lists("#snippet"));
        bench
    }

    fn lists(&self, css: &str) -> bool {
        !self.browser.all(css).is_empty()
    }

    #[track_caller]
    fn find(&self, css: &str) -> Element<'_> {
        self.browser.find(css)
    }

    #[track_caller]
    fn snippet(&self) -> String {
        let value = self.find("#snippet").property("value");
        value.as_str().expect("a text").to_owned()
    }

    /// How many times Tab is pressed until it stands there, which it has to within so many.
    #[track_caller]
    fn tabs_to(&self, what: &str, most: u32, there: impl Fn(&Element<'_>) -> bool) -> u32 {
        let mut seen = Vec::new();
        for stop in 1..=most {
            self.browser.press(TAB);
            let focused = self.browser.focused();
            if there(&focused) {
                return stop;
            }
            seen.push(focused.property("outerHTML").to_string());
        }
        panic!("{what} was not reached: {seen:#?}")
    }

    /// A radio button by its group and value.
    #[track_caller]
    fn choose(&self, name: &str, value: &str) {
        self.find(&format!("input[name={name}][value={value}]"))
            .click();
    }

    /// The text of the page that the window or frame shows now; it may be on its way out.
    fn body(&self) -> String {
        let words = json!({ "script": "return document.body?.innerText", "args": [] });
        let said = self.browser.call("POST", "execute/sync", Some(&words));
        said.ok()
            .and_then(|it| Some(it.as_str()?.to_owned()))
            .unwrap_or_default()
    }

    /// What the frame of the preview says, once it says this.
    #[track_caller]
    fn preview(&self, text: &str) {
        self.browser.until("the preview", || {
            let frame = self.find("#preview");
            self.browser.post("frame", &json!({ "id": frame.handle() }));
            let shown = self.body().contains(text);
            self.browser.post("frame", &json!({ "id": null }));
            shown
        });
    }

    /// A blog's page with the markup in it.
    #[track_caller]
    fn post(&self, snippet: &str) -> Host {
        let blog = Host::blog(&[("snippet", snippet)], "");
        self.browser.go(&[&blog.address, "blank.html"].concat());
        blog
    }

    /// What a script says of the page.
    #[track_caller]
    fn says(&self, script: &str) -> Value {
        self.browser.script(script, &[])
    }

    /// Waits for the text in the frame of a blog's page.
    #[track_caller]
    fn framed(&self, text: &str) {
        self.browser.until(text, || {
            let frame = self.find("iframe");
            self.browser.post("frame", &json!({ "id": frame.handle() }));
            let shown = self.body().contains(text);
            self.browser.post("frame", &json!({ "id": null }));
            shown
        });
    }
}

/// Address, what the frame says, and whether the program has to draw it.
const VIEWS: [(&str, &str); 7] = [
    (
        "?view=unit&id=double-medical-school-places",
        "double the number of medical school places",
    ),
    (
        "?view=thread&id=reorganisation",
        "Should the structures of the NHS be reorganised?",
    ),
    ("?view=themes&color=dark", "Pledges by theme"),
    ("?view=years&theme=workforce", "Theme: Workforce"),
    ("?view=matrix&from=2015&to=2018", "2015 to 2018"),
    ("?view=list&q=nurses", "nurses"),
    (
        "?view=compare&side=government&vs=side%3Dopposition",
        "Spoken from: Government",
    ),
];

/// What is copied shows in a blank page what the preview showed, as high as it needs, with the
/// other layers out of the way.
#[test]
fn what_is_made_stands_in_another_page() {
    for (query, text) in VIEWS {
        let bench = Bench::open(query);
        bench.preview(text);
        let snippet = bench.snippet();
        assert!(!snippet.contains("title=\" –"), "{snippet}");
        if query.contains("thread") {
            // The program does not carry the words of questions; the page does.
            let chosen = bench.says(
                "return document.querySelector('[data-field=id] select').selectedOptions[0].text",
            );
            assert_eq!(chosen, json!(text));
            assert!(snippet.contains(text), "{snippet}");
        }
        let address = [&bench.site.address, "embed/"].concat();
        assert!(
            snippet.starts_with(&["<pledge-explorer src=\"", &address].concat()),
            "{snippet:.200}"
        );
        let _blog = bench.post(&snippet);
        bench.framed(text);
        bench.browser.until("the frame's own height", || {
            bench.says(
                "return getComputedStyle(document.querySelector('blockquote')).display === 'none'",
            ) == json!(true)
        });
        let fits = bench.says("return document.querySelector('iframe').contentWindow !== null && document.documentElement.scrollWidth <= innerWidth");
        assert_eq!(fits, json!(true), "{query}");
        bench.browser.assert_no_errors();
    }
}

/// Without the script the frame lies over the other two layers and takes the room given to it;
/// where frames are taken out the two stand one after the other, and where all styles are, nothing
/// covers anything.
#[test]
fn layers_follow_one_another_as_hosts_take_them_apart() {
    let bench = Bench::open("?view=unit&id=double-medical-school-places&as=plain");
    let snippet = bench.snippet();
    let place = "const [quote, picture, frame] = ['blockquote', 'img', 'iframe'].map((it) => document.querySelector(it)?.getBoundingClientRect());";
    {
        let _blog = bench.post(&snippet);
        bench.framed("double the number of medical school places");
        let covers = bench.says(&format!("{place} return frame.top <= quote.top && frame.bottom >= picture.bottom && frame.height >= 300"));
        assert_eq!(covers, json!(true));
        let below = bench.says("return document.querySelector('#after').getBoundingClientRect().top >= document.querySelector('iframe').getBoundingClientRect().bottom");
        assert_eq!(below, json!(true));
    }
    let start = snippet.find("<iframe").expect("a frame");
    let end = snippet.find("</iframe>").expect("its end") + "</iframe>".len();
    {
        let without = [&snippet[..start], &snippet[end..]].concat();
        let _blog = bench.post(&without);
        bench.browser.until("the picture", || {
            bench.says("return document.querySelector('img').naturalWidth > 0") == json!(true)
        });
        let order = bench.says(&format!(
            "{place} return quote.bottom <= picture.top && quote.height > 20 && picture.height > 50"
        ));
        assert_eq!(order, json!(true));
    }
    let inside = snippet
        .split_once(">\n")
        .and_then(|it| it.1.rsplit_once("</pledge-explorer>"));
    let (inside, _) = inside.expect("an element around all of it");
    for page in [inside.to_owned(), strip(&snippet, "style")] {
        let _blog = bench.post(&page);
        bench.framed("double the number of medical school places");
        let apart = bench.says(&format!(
            "{place} return quote.bottom <= picture.top && picture.bottom <= frame.top"
        ));
        assert_eq!(apart, json!(true), "{page}");
    }
}

/// Markup without an attribute.
fn strip(markup: &str, name: &str) -> String {
    let opening = format!(" {name}=\"");
    let mut parts = markup.split(&opening);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}

/// A frozen view is that of the version, and a selection of it is drawn by its program.
#[test]
fn a_frozen_view_is_that_of_a_version() {
    let bench = Bench::open("?view=themes");
    bench.choose("live", "no");
    bench.browser.until("the address", || {
        bench.browser.address().ends_with("&live=no")
    });
    let snippet = bench.snippet();
    assert!(snippet.contains("embed/at/"), "{snippet:.200}");
    bench.preview("Pledges by theme");
    bench.browser.go(&[
        &bench.site.address,
        "embed/?view=years&theme=workforce&live=no",
    ]
    .concat());
    bench
        .browser
        .until("the builder", || bench.lists("#snippet"));
    let snippet = bench.snippet();
    let _blog = bench.post(&snippet);
    bench.framed("Theme: Workforce");
}

#[test]
fn it_is_copied_or_selected() {
    let bench = Bench::open("?view=matrix");
    bench.says("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.taken = text } } })");
    let button = ".copy-line button";
    bench.find(button).click();
    bench.browser.until("the word", || {
        bench.find(".copy-line [role=status]").text() == "Copied."
    });
    assert_eq!(bench.says("return window.taken"), json!(bench.snippet()));
    bench.says("navigator.clipboard.writeText = async () => { throw new Error('no') }");
    bench.find(button).click();
    bench.browser.until("the word", || {
        bench
            .find(".copy-line [role=status]")
            .text()
            .starts_with("Selected")
    });
    let whole = bench.says("const it = document.activeElement; return it.id === 'snippet' && it.selectionEnd - it.selectionStart === it.value.length");
    assert_eq!(whole, json!(true));
}

/// Everything by keyboard: the view, a statement by its words, the form, the copy.
#[test]
fn keys_suffice() {
    let bench = Bench::open("?view=unit&id=double-medical-school-places");
    bench.says("document.querySelector('input[name=view]:checked').focus()");
    bench.browser.press(TAB);
    assert_eq!(bench.browser.focused().property("type"), json!("search"));
    bench.browser.press("reorganisation");
    bench.browser.until("some are offered", || {
        bench.browser.all(".statements input[type=radio]").len() > 2
    });
    bench.browser.press(TAB);
    bench.browser.press(DOWN);
    bench.browser.until("another statement", || {
        !bench.browser.address().contains("double-medical")
    });
    // The preview follows while the keys go through it, and takes nobody's place away.
    let stops = bench.tabs_to("the choice of forms", 25, |it| {
        it.property("name") == json!("as")
    });
    assert!(stops > 5, "the preview and what is before it were skipped");
    bench.browser.press(DOWN);
    bench.browser.until("another form", || {
        bench.browser.address().ends_with("&as=plain")
    });
    bench.tabs_to("the button", 4, |it| it.text() == "Copy");
    bench.browser.press(ENTER);
    bench.browser.until("a word on it", || {
        !bench.find(".copy-line [role=status]").text().is_empty()
    });
    bench.browser.assert_no_errors();
}

#[test]
fn it_fits_a_narrow_window() {
    let bench = Bench::open("?view=compare");
    bench.browser.size(320, 640);
    std::thread::sleep(Duration::from_millis(300));
    for view in ["compare", "unit", "thread", "list", "matrix"] {
        bench.choose("view", view);
        bench.browser.until("the address", || {
            bench.browser.address().contains(&format!("view={view}"))
        });
        // WebKit's window cannot be as narrow; nothing stands out of it either.
        let over = bench.says("return document.documentElement.scrollWidth - innerWidth");
        assert!(over.as_i64().is_some_and(|it| it <= 0), "{view}: {over}");
    }
}

/// The explorer's selection comes along, and so does the statement or question of a page.
#[test]
fn pages_lead_to_it() {
    let bench = Bench::open("");
    let site = bench.site.address.clone();
    bench
        .browser
        .go(&[&site, "?theme=workforce&from=2015"].concat());
    bench.browser.until("the link", || {
        let script =
            "return document.querySelector('.take a[href^=\"embed/\"]')?.getAttribute('href')";
        bench.says(script) == json!("embed/?view=list&theme=workforce&from=2015")
    });
    let chart = bench.says("return document.querySelector('[data-chart=years] a[href^=\"embed/\"]').getAttribute('href')");
    assert_eq!(chart, json!("embed/?view=years&theme=workforce&from=2015"));
    bench
        .browser
        .go(&[&site, "embed/?view=list&theme=workforce&from=2015"].concat());
    bench.browser.until("the selection", || {
        bench
            .browser
            .all(".selected")
            .first()
            .is_some_and(|it| it.text().contains("Theme: Workforce"))
    });
    for (page, query) in [
        (
            "pledge/double-medical-school-places/",
            "?view=unit&id=double-medical-school-places",
        ),
        ("thread/reorganisation/", "?view=thread&id=reorganisation"),
    ] {
        bench.browser.go(&[&site, page].concat());
        bench.find("a[href*='embed/?view=']").click();
        bench
            .browser
            .until("the builder", || bench.lists("#snippet"));
        assert!(bench.browser.address().ends_with(query));
    }
}

/// What is ready made knows where it stands, before and without the form.
#[test]
fn ready_made_snippets_know_the_address() {
    let bench = Bench::open("");
    let snippets = bench
        .says("return [...document.querySelectorAll('pre.snippet')].map((it) => it.textContent)");
    let snippets = snippets.as_array().expect("some").clone();
    assert!(snippets.len() > 5);
    let here = [&bench.site.address, "embed/"].concat();
    for it in &snippets {
        let it = it.as_str().unwrap_or_default();
        assert!(it.contains(&here) && !it.contains("this-site"), "{it:.300}");
    }
}
