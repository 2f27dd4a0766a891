//! `feed.xml` (Atom 1.0) and `feed.json` (JSON Feed 1.1): the newest articles, each with what
//! was coded in it.
//!
//! In: a corpus. Out: texts. Invariant: an entry's id is a `tag:` that names neither host nor
//! path nor version, so that it stays wherever the site moves; its date is the article's, as
//! the build knows no other.

mod atom;
mod json;

use crate::corpus::date::Date;
use crate::corpus::model::{Article, ArticleNo, Corpus, Unit};
use crate::explore::facet::kind_label;
use crate::explore::words::n_of;

pub(super) use atom::atom;
pub(super) use json::json;

/// How many articles a feed has.
const MOST: usize = 50;

/// Whose names these are, and since when; see RFC 4151.
const TAG: &str = "tag:pledge-explorer,2026:";

/// What a feed says of an article.
struct Entry<'a> {
    article: &'a Article<'a>,
    outlet: &'a str,
    units: Vec<&'a Unit<'a>>,
}

/// Newest first.
fn entries<'a>(corpus: &'a Corpus<'a>) -> impl Iterator<Item = Entry<'a>> {
    let all = corpus.articles.iter().enumerate().rev().take(MOST);
    all.filter_map(|(no, article)| {
        let no = ArticleNo(no as u32);
        // An article's units stand together.
        let from = corpus.units.partition_point(|unit| unit.article < no);
        let units = corpus.units.get(from..)?.iter();
        Some(Entry {
            article,
            outlet: corpus.outlets.get(article.outlet.index())?.name,
            units: units.take_while(|unit| unit.article == no).collect(),
        })
    })
}

impl Entry<'_> {
    fn id(&self) -> String {
        [TAG, "article/", self.article.id].concat()
    }

    fn page(&self, base: &str) -> String {
        [base, "article/", self.article.id, "/"].concat()
    }

    fn title(&self) -> String {
        [self.article.title, " (", self.outlet, ")"].concat()
    }

    /// What was coded in it, as HTML.
    fn html(&self, corpus: &Corpus, base: &str) -> String {
        let mut out = String::from("<p>");
        escape(&mut out, self.article.summary);
        out.push_str("</p>\n<p>");
        escape(&mut out, &self.outlet_and_date());
        out.push_str("</p>\n<ul>\n");
        for unit in &self.units {
            out.push_str("<li><a href=\"");
            escape(&mut out, &[base, "pledge/", unit.id, "/"].concat());
            out.push_str("\">");
            escape(&mut out, unit.statement);
            out.push_str("</a> (");
            out.push_str(kind_label(unit.kind));
            out.push_str("; ");
            let speaker = corpus.actors.get(unit.speaker.index());
            escape(&mut out, speaker.map_or("", |it| it.name));
            out.push_str(")</li>\n");
        }
        out.push_str("</ul>\n");
        out
    }

    /// "Healthcare Leader, 21 April 2023; 12 statements".
    fn outlet_and_date(&self) -> String {
        let n = n_of(self.units.len() as u32, "statement", "statements");
        let published = self.article.published.human();
        [self.outlet, ", ", &published, "; ", &n].concat()
    }
}

/// The first moment of a date, as feeds want them.
fn moment(date: Date) -> String {
    let day = date.first;
    let two = |n: u8| {
        let n = n.max(1);
        let zero = if n < 10 { "0" } else { "" };
        [zero, &n.to_string()].concat()
    };
    let (month, date) = (two(day.month), two(day.day));
    [&day.year.to_string(), "-", &month, "-", &date, "T00:00:00Z"].concat()
}

/// Text within an element or between double quotes, of HTML and XML alike. What XML has no
/// way to write is left out.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => out.push(letter),
        }
    }
}
