//! Snippets, read back as hosts read them.

use pledges::embed::{Form, Framed, Picture, Said, data_address, snippet};
use pledges::explore::address;
use pledges::ui::page::EmbedView;
use pledges::ui::page::builder::{Made, Wish, made, measured};
use proptest::prelude::*;

use super::html::{Tag, tags};
use crate::support::{golden, library};

const SITE: &str = "https://example.org/pledges/";

fn wish(query: &str) -> Wish {
    Wish::parse(library().corpus, query).0
}

fn made_with(wish: &Wish) -> Made {
    let threads = measured(library());
    made(library(), wish, SITE, "22 November 2026", &threads)
}

fn made_of(query: &str) -> String {
    made_with(&wish(query)).snippet
}

#[test]
fn snippets_of_every_kind() {
    for (name, query) in [
        ("unit", "?view=unit&id=double-medical-school-places"),
        ("thread", "?view=thread&id=reorganisation&size=480"),
        ("themes", "?view=themes&color=dark&as=plain"),
        ("frozen", "?view=years&live=no&size=600x400"),
        ("list", "?view=list&theme=workforce"),
        ("frame", "?view=compare&as=frame"),
        (
            "address",
            "?view=unit&id=double-medical-school-places&as=address",
        ),
    ] {
        // A picture that stands in the snippet is looked at elsewhere.
        let snippet = made_of(query);
        let short = match snippet.split_once("src=\"data:") {
            Some((before, rest)) => {
                let after = rest.split_once('"').expect("it ends").1;
                [before, "src=\"data:…\"", after].concat()
            }
            None => snippet,
        };
        golden(&format!("builder/{name}.html"), &[&short, "\n"].concat());
    }
}

/// What stands in a snippet, and nothing else.
fn check(markup: &str, all: &[&str]) {
    let allowed: &[(&str, &[&str])] = &[
        (
            "pledge-explorer",
            &["src", "height", "fixed", "color", "style"],
        ),
        ("blockquote", &["cite", "style"]),
        ("p", &["style"]),
        ("a", &["href"]),
        ("img", &["src", "alt", "width", "height", "style"]),
        (
            "iframe",
            &[
                "src",
                "title",
                "loading",
                "width",
                "height",
                "frameborder",
                "style",
            ],
        ),
        ("script", &["async", "src"]),
    ];
    let tags = tags(markup);
    let names: Vec<&str> = tags.iter().map(|it| it.name).collect();
    assert_eq!(names, all, "{markup}");
    for tag in &tags {
        let (_, attributes) = allowed.iter().find(|it| it.0 == tag.name).expect(tag.name);
        for name in tag.names() {
            assert!(
                attributes.contains(&name),
                "{} has {name}: {markup}",
                tag.name
            );
        }
        for name in ["src", "href", "cite"] {
            let address = tag.get(name).unwrap_or("https://");
            let ours = address.is_empty()
                || address.starts_with("https://")
                || address.starts_with("http://")
                || address.starts_with("data:image/svg+xml,");
            assert!(ours, "{name}={address}");
        }
        if let Some(style) = tag.get("style") {
            assert!(!style.contains(['"', '(', '\\', '&']), "{style}");
        }
    }
}

const WHOLE: &[&str] = &[
    "pledge-explorer",
    "blockquote",
    "p",
    "p",
    "a",
    "p",
    "a",
    "img",
    "iframe",
    "script",
];

/// Whatever stands in the corpus, wherever it goes: the snippet has its own elements and no other,
/// and what was said is what is read.
#[test]
fn hostile_text_stays_text() {
    let evil = [
        "\"><script>alert(1)</script>",
        "</blockquote></pledge-explorer><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "<!--",
        "-->",
        "]]>",
        "&lt;script&gt;",
        "[caption]{{ site }}`",
        "</script><svg onload=alert(1)>",
        "line\nline\r\n\tline",
        "\u{202e}turned",
    ];
    for text in evil {
        let it = framed(text);
        check(&snippet(&it, Form::Whole), WHOLE);
        check(&snippet(&it, Form::Plain), &WHOLE[..WHOLE.len() - 1]);
        check(&snippet(&it, Form::Frame), &["iframe"]);
        let markup = snippet(&it, Form::Whole);
        let tags = tags(&markup);
        let frame = tags.iter().find(|it| it.name == "iframe").expect("a frame");
        assert_eq!(read(frame, "title"), plain(text));
        let image = tags.iter().find(|it| it.name == "img").expect("a picture");
        assert_eq!(read(image, "alt"), plain(text));
    }
}

/// Addresses that are programs lead nowhere.
#[test]
fn only_addresses_of_the_web_are_led_to() {
    for address in [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "file:///etc/passwd",
        "",
    ] {
        let it = Framed {
            view: address,
            page: address,
            address,
            script: address,
            said: Said::Quoted {
                quotes: vec!["x"],
                by: "x",
                source: address,
            },
            ..framed("x")
        };
        for form in Form::ALL {
            let markup = snippet(&it, form);
            assert!(address.is_empty() || !markup.contains(address), "{markup}");
        }
        assert_eq!(snippet(&it, Form::Address), "");
    }
}

fn framed(text: &str) -> Framed<'_> {
    Framed {
        view: "https://example.org/embed/themes/?q=a%22b",
        page: "https://example.org/?q=a%22b#charts",
        address: "https://example.org/embed/themes/",
        title: text,
        link: text,
        said: Said::Quoted {
            quotes: vec![text],
            by: text,
            source: "https://example.org/",
        },
        picture: Some(Picture {
            src: "https://example.org/embed/themes/view.svg",
            alt: text,
            size: (640, 480),
        }),
        width: Some(480),
        height: 500,
        fixed: true,
        color: "dark",
        script: "https://example.org/pledge-explorer.js",
    }
}

/// An attribute as a browser reads it.
fn read(tag: &Tag, name: &str) -> String {
    let mut text = tag.get(name).unwrap_or_default().to_owned();
    for (from, to) in [
        ("&#96;", "`"),
        ("&#91;", "["),
        ("&#93;", "]"),
        ("&#123;", "{"),
        ("&#125;", "}"),
    ] {
        text = text.replace(from, to);
    }
    text
}

fn plain(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "[^&\\x00]*", form in 0_usize..4) {
        let it = framed(&text);
        let all: &[&str] = match Form::ALL[form] {
            Form::Whole => WHOLE,
            Form::Plain => &WHOLE[..WHOLE.len() - 1],
            Form::Frame => &["iframe"],
            Form::Address => &[],
        };
        let markup = snippet(&it, Form::ALL[form]);
        check(&markup, all);
        if let Some(frame) = tags(&markup).iter().find(|it| it.name == "iframe") {
            prop_assert_eq!(read(frame, "title"), plain(&text));
        }
    }

    #[test]
    fn a_picture_in_an_address_reads_back(text: String) {
        let address = data_address(&text);
        prop_assert!(address.bytes().all(|it| it.is_ascii_graphic() || it == b' '));
        let unsafe_here = ['"', '\'', '<', '>', '#', '&', '(', ')', '`', '[', '{'];
        prop_assert!(!address.contains(unsafe_here));
        let coded = address.strip_prefix("data:image/svg+xml,").unwrap();
        prop_assert_eq!(decoded(coded), text);
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: Vec<u8> = rest.by_ref().take(2).collect();
            let digits = String::from_utf8(digits).unwrap();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Every view there is: the layers say the same, lead to what is there, and are of a size.
#[test]
fn every_view_has_its_layers() {
    let library = library();
    let corpus = library.corpus;
    let threads = measured(library);
    for embed in EmbedView::all(corpus) {
        let wish = Wish::of(embed);
        let made = made(library, &wish, SITE, "", &threads);
        check(&made.snippet, &everything(&made.snippet));
        assert_eq!(made.inlined, 0);
        let tags = tags(&made.snippet);
        let get = |name: &str, of: &str| {
            tags.iter()
                .find(|it| it.name == name)
                .and_then(|it| it.get(of))
                .unwrap_or_default()
                .to_owned()
        };
        let folder = [SITE, &embed.folder(corpus)].concat();
        assert_eq!(get("iframe", "src"), folder);
        assert_eq!(get("pledge-explorer", "src"), folder);
        assert_eq!(get("img", "src"), [&folder, "view.svg"].concat());
        assert!(get("img", "alt").len() > 10);
        assert!(get("iframe", "title").len() > 10);
        assert_eq!(get("script", "src"), [SITE, "pledge-explorer.js"].concat());
        let height: u32 = get("iframe", "height").parse().unwrap();
        assert!((150..3_000).contains(&height), "{embed:?}: {height}");
        if let EmbedView::Unit(no) = embed {
            let unit = &corpus.units[no.index()];
            assert_eq!(made.page, [SITE, "pledge/", unit.id, "/"].concat());
            let quote = unit.evidence[0].quote.trim();
            let quoted = quote
                .replace('&', "&amp;")
                .replace('"', "&quot;")
                .replace('[', "&#91;")
                .replace(']', "&#93;");
            assert!(
                made.snippet.contains(&["<p>“", &quoted, "”</p>"].concat()),
                "{}",
                made.snippet
            );
        }
    }
}

/// As many quotations as there are make as many paragraphs.
fn everything(markup: &str) -> Vec<&'static str> {
    let quotes = markup.matches("<p>").count();
    let mut all = vec!["pledge-explorer", "blockquote"];
    all.extend(std::iter::repeat_n("p", quotes));
    all.extend(["a", "p", "a", "img", "iframe", "script"]);
    all
}

/// A selection has no file of a picture: it stands in the snippet, and shows the selection.
#[test]
fn a_selection_brings_its_picture_along() {
    let library = library();
    let wish = wish("?view=themes&theme=workforce&from=2015&to=2020");
    let made = made_with(&wish);
    let tags = tags(&made.snippet);
    let image = tags.iter().find(|it| it.name == "img").unwrap();
    let src = image.get("src").unwrap();
    assert_eq!(made.inlined, src.len());
    let svg = decoded(src.strip_prefix("data:image/svg+xml,").unwrap());
    assert!(svg.starts_with("<svg ") && svg.contains("22 November 2026"));
    let (view, _) = address::parse(library.corpus, "?theme=workforce&from=2015&to=2020");
    let basis = library.answer(&view).results.basis;
    let told = pledges::explore::words::basis(basis, view.counting());
    for text in [image.get("alt").unwrap(), &svg] {
        assert!(text.contains(&told), "{told}: {text}");
    }
    let frame = tags.iter().find(|it| it.name == "iframe").unwrap();
    assert_eq!(
        frame.get("src").unwrap(),
        [SITE, "embed/themes/?theme=workforce&from=2015&to=2020"].concat()
    );
    assert!(frame.get("title").unwrap().contains("Theme: Workforce"));
}
