//! What a screen reader is told: every kind of page as the browser's accessibility tree, and what
//! is said aloud while somebody searches.
//!
//! In: the built site. Out: text beside `tests/golden/tree`, a line for each thing with its role,
//! name and state; `GOLDEN=write` renews it. Long rows of alike are shortened, long names cut,
//! checksums masked. What only a build with the articles' texts has is taken away first, and what
//! comes at a moment of its own (the line on the offline copy, the button beside the keys), so
//! that any build of one corpus gives the same text at any time.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::states::{Deed, EXPLORER, OTHERS, Tour};
use crate::driver::Browser;
use crate::element::keys;
use crate::explore::{comes_to, visit};

/// Which states, by their names.
const KINDS: [&str; 23] = [
    "a filter",
    "two selections",
    "nothing found",
    "a slip put right",
    "the table",
    "a statement",
    "articles",
    "an article",
    "a question",
    "a small theme",
    "a speaker of nothing",
    "about",
    "changes",
    "the builder of a statement",
    "a statement in a frame",
    "a question in a frame",
    "themes in a frame",
    "years in a frame",
    "themes and years in a frame",
    "a list in a frame",
    "two selections in a frame",
    "a lost page",
    "a withdrawn statement",
];

/// What is there only where the build was given the articles' texts.
const TEXTS: &str = "
    const apart = '.context, .checked, #text, .contents, [data-text], [aria-labelledby=rights], a[href=\"#text\"]';
    for (const it of document.querySelectorAll(apart)) it.remove();
    for (const it of document.querySelectorAll('li > a[href*=\"/article/\"][href*=\"#quote-\"]')) it.remove();
    for (const it of document.querySelectorAll('dt'))
        if (it.textContent === 'Text it was coded from') it.nextElementSibling.remove(), it.remove();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.offline, #keys button { display: none !important }');
    document.adoptedStyleSheets = [sheet];";

/// What of a thing is told beside role and name.
const STATES: [&str; 10] = [
    "level", "checked", "selected", "expanded", "pressed", "disabled", "required", "invalid",
    "live", "hasPopup",
];

/// Longer rows of alike than this are shortened, to three and the last.
const ROW: usize = 6;
const LONG: usize = 110;

/// The tree, with its nodes by their numbers.
struct Tree {
    nodes: HashMap<String, Value>,
}

/// A thing as it is written: itself, and what it holds.
struct Told {
    line: String,
    role: String,
    within: Vec<Told>,
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

impl Tree {
    #[track_caller]
    fn of(browser: &Browser) -> Self {
        let all = browser.chromium("Accessibility.getFullAXTree", &json!({}));
        let all = all["nodes"].as_array().cloned().unwrap_or_default();
        let nodes = all.into_iter().map(|it| (word(&it["nodeId"]), it));
        Self {
            nodes: nodes.collect(),
        }
    }

    fn text(&self) -> String {
        let root = self.nodes.values().find(|it| it["parentId"].is_null());
        let mut out = String::new();
        for it in root.map(|it| self.told(it)).unwrap_or_default() {
            write(&mut out, &it, 0);
        }
        out
    }

    /// A node, or what it holds where it is nothing by itself.
    fn told(&self, node: &Value) -> Vec<Told> {
        let role = word(&node["role"]["value"]);
        let name = clean(&word(&node["name"]["value"]));
        if role == "InlineTextBox" || role == "LineBreak" || role == "ListMarker" {
            return Vec::new();
        }
        let children = node["childIds"].as_array().into_iter().flatten();
        let children = children.filter_map(|id| self.nodes.get(&word(id)));
        let within = joined(children.flat_map(|it| self.told(it)).collect());
        let plain = [
            "generic",
            "none",
            "strong",
            "emphasis",
            "mark",
            "code",
            "superscript",
        ];
        if node["ignored"] == true || plain.contains(&role.as_str()) && name.is_empty() {
            return within;
        }
        if role == "StaticText" {
            return vec![Told {
                line: name,
                role: "text".to_owned(),
                within,
            }];
        }
        // What the name has said already.
        let said = |it: &Told| it.role == "text" && name.contains(it.line.trim());
        let within: Vec<Told> = within.into_iter().filter(|it| !said(it)).collect();
        let mut line = role.clone();
        if !name.is_empty() {
            let _ = write!(line, " “{}”", cut(&name));
        }
        for state in STATES {
            let all = node["properties"].as_array().into_iter().flatten();
            let found = all
                .filter(|it| it["name"] == state)
                .map(|it| word(&it["value"]["value"]));
            for value in found.filter(|it| it != "off" && !(state == "invalid" && it == "false")) {
                let _ = write!(line, " {state}={value}");
            }
        }
        let value = clean(&word(&node["value"]["value"]));
        if !value.is_empty() {
            let _ = write!(line, " value “{}”", cut(&value));
        }
        let more = clean(&word(&node["description"]["value"]));
        if !more.is_empty() {
            let _ = write!(line, " described “{}”", cut(&more));
        }
        vec![Told { line, role, within }]
    }
}

/// Texts that follow one another are one.
fn joined(all: Vec<Told>) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for it in all {
        match out.last_mut() {
            Some(last) if it.role == "text" && last.role == "text" => {
                last.line = clean(&[&*last.line, &*it.line].join(" "));
            }
            _ => out.push(it),
        }
    }
    out
}

/// One space between words, checksums masked.
fn clean(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let sum = word.trim_matches(|it: char| !it.is_ascii_hexdigit());
        let is_sum = sum.len() >= 12 && sum.bytes().all(|it| it.is_ascii_hexdigit());
        if is_sum {
            word.replace(sum, "#")
        } else {
            word.to_owned()
        }
    });
    let text = words.collect::<Vec<_>>().join(" ");
    // The test's server has another number each time.
    let mut parts = text.split("http://127.0.0.1:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, rest| {
        let rest = rest.trim_start_matches(|it: char| it.is_ascii_digit());
        [&*all, "http://site", rest].concat()
    })
}

fn cut(text: &str) -> String {
    let mut short: String = text.chars().take(LONG).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn write(out: &mut String, it: &Told, deep: usize) {
    let pad = "  ".repeat(deep);
    if it.role == "text" {
        let _ = writeln!(out, "{pad}“{}”", cut(&it.line));
        return;
    }
    let _ = writeln!(out, "{pad}{}", it.line);
    let mut rest = &*it.within;
    while let Some(first) = rest.first() {
        let n = rest.iter().take_while(|it| it.role == first.role).count();
        let (row, more) = rest.split_at(n);
        if n <= ROW || first.role == "text" {
            for it in row {
                write(out, it, deep + 1);
            }
        } else {
            row.iter().take(3).for_each(|it| write(out, it, deep + 1));
            let _ = writeln!(out, "{pad}  … {} more, then", n - 4);
            row.iter()
                .skip(n - 1)
                .for_each(|it| write(out, it, deep + 1));
        }
        rest = more;
    }
}

fn file(name: &str) -> PathBuf {
    let name = [&*name.replace([' ', ','], "-"), ".txt"].concat();
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/tree")
        .join(name)
}

fn writes() -> bool {
    std::env::var_os("GOLDEN").is_some_and(|it| it == "write")
}

/// Nothing, or where the text first differs from what is kept.
fn differs(name: &str, text: &str) -> Option<String> {
    let file = file(name);
    if writes() {
        std::fs::write(&file, text).expect("it can be written");
        return None;
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept == text {
        return None;
    }
    let (was, is) = (kept.lines(), text.lines());
    let at = was
        .clone()
        .zip(is.clone())
        .take_while(|(a, b)| a == b)
        .count();
    let near = |lines: std::str::Lines| {
        lines
            .skip(at.saturating_sub(2))
            .take(8)
            .collect::<Vec<_>>()
            .join("\n")
    };
    Some(format!(
        "{name}, line {}: it was\n{}\n  and is\n{}\n(GOLDEN=write renews it)",
        at + 1,
        near(was),
        near(is)
    ))
}

/// The corpus that the files were made of.
fn is_ours(browser: &Browser) -> bool {
    browser.visit("");
    let title = browser.find("h1").text();
    include_str!("../../../assets/screens/of.txt").trim() == title
}

#[test]
fn every_kind_of_page_is_told_as_it_was() {
    let tour = Tour::start();
    if !is_ours(&tour.browser) {
        return;
    }
    let mut faults = Vec::new();
    for name in KINDS {
        let mut all = EXPLORER.iter().chain(&OTHERS);
        let mut state = *all.find(|it| it.name == name).expect(name);
        if state.deed == Deed::Unfold && !state.name.contains("selections") {
            state.deed = Deed::Run;
        }
        tour.enter(&state);
        // Rows that are not near are laid out a moment later.
        tour.browser
            .until("all rows", || tour.browser.all(".left-out").is_empty());
        tour.browser.script(TEXTS, &[]);
        faults.extend(differs(name, &Tree::of(&tour.browser).text()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Notes what a screen reader would say of itself.
const LISTEN: &str = "
    window.said = [];
    const live = '[role=status], [role=log], [role=alert], [aria-live], output';
    const last = new Map();
    const tell = () => { for (const it of document.querySelectorAll(live)) {
        const text = it.textContent.replace(/\\s+/g, ' ').trim();
        if (last.has(it) && last.get(it) !== text && text)
            said.push((it.getAttribute('role') ?? it.getAttribute('aria-live')) + ': ' + text);
        last.set(it, text);
    } };
    tell();
    new MutationObserver(tell)
        .observe(document.body, { subtree: true, childList: true, characterData: true });";

/// What is heard at each step of a search, and nothing else.
#[test]
fn what_changes_is_said_once() {
    let browser = Browser::open();
    if !is_ours(&browser) {
        return;
    }
    visit(&browser, "/");
    browser.script(LISTEN, &[]);
    let kept = std::fs::read_to_string(file("heard")).unwrap_or_default();
    let mut text = String::new();
    for (step, deed) in STEPS {
        deed(&browser);
        let _ = writeln!(text, "{step}");
        let after = kept.split(&format!("{step}\n")).nth(1).unwrap_or_default();
        let want: Vec<&str> = after
            .lines()
            .take_while(|it| it.starts_with("  "))
            .collect();
        let heard = || -> Vec<String> {
            let said = browser.script("return window.said", &[]);
            let said = said.as_array().into_iter().flatten();
            let mut said: Vec<String> = said.map(|it| format!("  {}", cut(&word(it)))).collect();
            // Which of two regions is first in one moment is the browser's affair.
            said.sort();
            said
        };
        if writes() {
            std::thread::sleep(std::time::Duration::from_secs(4));
        } else {
            browser.until(&format!("{want:?} after {step}, not {:?}", heard()), || {
                heard() == want
            });
        }
        for line in heard() {
            let _ = writeln!(text, "{line}");
        }
        browser.script("window.said.length = 0", &[]);
    }
    assert_eq!(differs("heard", &text), None);
}

type Step = (&'static str, fn(&Browser));

const STEPS: [Step; 7] = [
    ("types “doctors”", |browser| {
        browser.find("#q").click();
        browser.paste("doctors");
        comes_to(browser, "?q=doctors");
    }),
    ("chooses a theme", |browser| {
        browser.role("checkbox", "Workforce").click();
        comes_to(browser, "?q=doctors&theme=workforce");
    }),
    ("clears the field", |browser| {
        browser.find("#q").click();
        browser.press(keys::ESCAPE);
        comes_to(browser, "?theme=workforce");
    }),
    ("takes the filter away", |browser| {
        browser
            .role("button", "Remove filter: Theme: Workforce")
            .click();
        comes_to(browser, "");
    }),
    ("types what is not there", |browser| {
        browser.find("#q").click();
        browser.paste("zzzz");
        comes_to(browser, "?q=zzzz");
    }),
    ("clears it again", |browser| {
        browser.press(keys::ESCAPE);
        comes_to(browser, "");
    }),
    ("slips", |browser| {
        browser.paste("reorganistion");
        comes_to(browser, "?q=reorganistion");
    }),
];
