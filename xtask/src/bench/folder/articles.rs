//! Articles of a generated corpus: which records each reports, and its file.
//!
//! In: records. Out: articles of one outlet and a few weeks, each with up to
//! [`MOST`] units. Invariant: no unit is dated after its article, and the text
//! of an article has every quotation exactly once.

use crate::bench::generate::columns::quoted;
use crate::bench::generate::names::{BODIES, OUTLETS, SPEAKERS, STANCES, THEMES, id};
use crate::bench::generate::random::mix;
use crate::bench::generate::records::Records;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// As many units as a long article has.
const MOST: usize = 19;
const DIRECTNESS: [&str; 5] = [
    "direct-quote",
    "direct-quote",
    "reported-speech",
    "journalist-summary",
    "briefing",
];
const CONDITIONS: [&str; 4] = [
    "if elected",
    "when resources allow",
    "subject to consultation",
    "within two years",
];

/// An article and the records that it reports, in order of time.
pub(crate) struct Article {
    pub(super) id: String,
    /// The article is of the day of the last.
    pub(crate) records: Vec<usize>,
}

/// Puts every record into one article.
pub(crate) fn of(records: &Records) -> Vec<Article> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(|no| (records.outlet[*no], records.date[*no], *no));
    let mut articles: Vec<Article> = Vec::new();
    let mut rest = order.as_slice();
    while let Some(first) = rest.first() {
        let outlet = records.outlet[*first];
        let wanted = 1 + mix(articles.len() as u64 + 77) as usize % MOST;
        let same = rest
            .iter()
            .take_while(|no| records.outlet[**no] == outlet)
            .count();
        let (taken, left) = rest.split_at(wanted.min(same));
        articles.push(Article {
            id: format!(
                "{}-{}-{:05}",
                id(OUTLETS[outlet]),
                records.date[taken[taken.len() - 1]] / 10_000,
                articles.len() + 1
            ),
            records: taken.to_vec(),
        });
        rest = left;
    }
    articles
}

/// The id of a record's unit: its first words and its number.
pub(super) fn unit_id(records: &Records, no: usize) -> String {
    let words: Vec<&str> = records.statement[no].split(' ').take(4).collect();
    let mut id = id(&words.join(" "));
    id.truncate(48);
    format!("{}-{}", id.trim_end_matches('-'), no + 1)
}

impl Article {
    /// The name of its text.
    pub(super) fn source_text(&self) -> String {
        format!("{}.txt", self.id)
    }

    /// Its text, a paragraph for each record.
    pub(super) fn text(&self, records: &Records) -> String {
        let paragraphs = self.records.iter().map(|no| records.quote[*no].as_str());
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    /// Its file.
    pub(super) fn toml(&self, records: &Records, text: &str) -> String {
        let last = self.records[self.records.len() - 1];
        let speaker = SPEAKERS[records.speaker[last]].0;
        let statement = &records.statement[last];
        let theme = THEMES[records.main_theme[last]].to_lowercase();
        let mut out = String::new();
        let summary = format!("{speaker} and others on {theme} and more: {statement}.");
        let lines = [
            ("title", format!("{statement}, says {speaker}")),
            ("outlet", id(OUTLETS[records.outlet[last]])),
            ("published", day(records.date[last])),
            ("published_basis", "as generated".to_owned()),
            ("url", format!("https://news.example.org/{}", self.id)),
            ("source_text", self.source_text()),
            ("source_sha256", sha256(text)),
            ("summary", summary),
        ];
        for (key, value) in lines {
            // Writing to a string cannot fail, here and below.
            let _ = writeln!(out, "{key} = {}", quoted(&value));
        }
        for no in &self.records {
            unit(records, *no, &mut out);
        }
        out
    }
}

fn unit(records: &Records, no: usize, out: &mut String) {
    let luck = mix(no as u64 + 31);
    let lines = [
        ("id", unit_id(records, no)),
        ("statement", records.statement[no].clone()),
        ("kind", STANCES[records.stance[no]].to_owned()),
        ("speaker", id(SPEAKERS[records.speaker[no]].0)),
        ("made", day(records.date[no])),
        ("directness", DIRECTNESS[luck as usize % 5].to_owned()),
    ];
    out.push_str("\n[[unit]]\n");
    for (key, value) in lines {
        let _ = writeln!(out, "{key} = {}", quoted(&value));
    }
    let _ = writeln!(out, "themes = [{}]", themes(records, no));
    let bodies = bodies(luck);
    if !bodies.is_empty() {
        let _ = writeln!(out, "bodies = [{bodies}]");
    }
    if luck.is_multiple_of(7) {
        let condition = CONDITIONS[(luck >> 8) as usize % CONDITIONS.len()];
        let _ = writeln!(out, "conditions = [{}]", quoted(condition));
    }
    let quote = quoted(&records.quote[no]);
    let _ = writeln!(out, "evidence = [{{ quote = {quote} }}]");
}

/// The main theme first.
fn themes(records: &Records, no: usize) -> String {
    let main = records.main_theme[no];
    let chosen = |theme: &usize| *theme != main && records.themes[no] >> theme & 1 == 1;
    let themes = std::iter::once(main).chain((0..THEMES.len()).filter(chosen));
    let ids: Vec<String> = themes.map(|theme| quoted(&id(THEMES[theme]))).collect();
    ids.join(", ")
}

/// None, one or two.
fn bodies(luck: u64) -> String {
    let first = (luck >> 16) as usize % BODIES.len();
    let second = (first + 1 + (luck >> 24) as usize % (BODIES.len() - 1)) % BODIES.len();
    let all = [first, second];
    let ids: Vec<String> = all[..(luck >> 40) as usize % 3]
        .iter()
        .map(|body| quoted(&id(BODIES[*body].0)))
        .collect();
    ids.join(", ")
}

/// `yyyymmdd` as `yyyy-mm-dd`.
pub(super) fn day(date: u32) -> String {
    format!(
        "{}-{:02}-{:02}",
        date / 10_000,
        date / 100 % 100,
        date % 100
    )
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
