//! What a page is about, in the words of schema.org, for search engines and crawlers.
//!
//! In: a route, and the site's address where it is known. Out: one block of JSON-LD. Invariant:
//! the block ends where it ends whatever the texts are, and nothing in it turns the direction
//! of text: it is data, which the page's policy never runs.

mod dataset;
mod unit;

use serde_json::{Map, Value, json};

use crate::corpus::date::Date;
use crate::corpus::model::{Actor, ActorKind, Article, ArticleNo, Corpus, ThreadNo, Unit};
use crate::ui::page::{List, Route};

/// The most items of a list that are told; the page has them all.
const MOST: usize = 100;

/// A page, and where addresses start from.
struct Page<'a> {
    corpus: &'a Corpus<'a>,
    route: Route,
    /// The site's address, or the way from the page to the root.
    root: &'a str,
}

/// Appends the block, where there is anything to say.
pub(super) fn push(out: &mut String, corpus: &Corpus, route: Route, site: &str) {
    let root = if site.is_empty() { route.root() } else { site };
    let page = Page {
        corpus,
        route,
        root,
    };
    let graph = page.graph();
    if graph.is_empty() {
        return;
    }
    let block = json!({ "@context": "https://schema.org", "@graph": graph });
    out.push_str("\n<script type=\"application/ld+json\">");
    out.push_str(&inert(&block.to_string()));
    out.push_str("</script>");
}

/// JSON that no element and no direction of text breaks out of.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            letter if matches!(letter, '<' | '>' | '&') || super::hidden(letter) => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit(u32::from(letter) >> shift & 0xF, 16);
                    out.push(digit.unwrap_or('0'));
                }
            }
            _ => out.push(letter),
        }
    }
    out
}

/// An object without the members that say nothing.
fn thing<const N: usize>(members: [(&str, Value); N]) -> Value {
    let said = members.into_iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    });
    Value::Object(
        said.map(|(name, value)| (name.to_owned(), value))
            .collect::<Map<_, _>>(),
    )
}

/// A date where it is one day, month or year; what is more or less is no date to schema.org.
fn exact(date: Date) -> Value {
    if date.approximate || date.last.is_some() {
        Value::Null
    } else {
        date.first_iso().into()
    }
}

impl Page<'_> {
    fn graph(&self) -> Vec<Value> {
        match self.route {
            Route::Explore => {
                let mut graph = vec![self.dataset()];
                graph.extend(self.search());
                graph
            }
            Route::About => vec![self.dataset(), self.trail(&[])],
            Route::Pledge(no) => self.unit(no),
            Route::Thread(no) => self.thread(no),
            Route::Article(no) => self.article_page(no),
            Route::Speaker(no) => {
                let actor = self.corpus.actors.get(no.index());
                let mut graph: Vec<Value> = actor
                    .map(|it| self.actor(it, "", None))
                    .into_iter()
                    .collect();
                graph.push(self.trail(&[List::Speakers]));
                graph
            }
            Route::Theme(no) => {
                let theme = self.corpus.themes.get(no.index());
                let term = theme.map(|it| {
                    thing([
                        ("@type", "DefinedTerm".into()),
                        ("@id", self.at("theme", it.id).into()),
                        ("name", it.label.into()),
                        ("description", it.definition.into()),
                        ("termCode", it.id.into()),
                        ("inDefinedTermSet", [self.root, "about/"].concat().into()),
                    ])
                });
                let mut graph: Vec<Value> = term.into_iter().collect();
                graph.push(self.trail(&[List::Themes]));
                graph
            }
            Route::List(_) | Route::Builder => vec![self.trail(&[])],
            Route::NotFound | Route::Removed(_) | Route::Embed(_) => Vec::new(),
        }
    }

    /// The address of a page of one thing.
    fn at(&self, kind: &str, id: &str) -> String {
        [self.root, kind, "/", id, "/"].concat()
    }

    fn home(&self) -> &str {
        if self.root.is_empty() {
            "./"
        } else {
            self.root
        }
    }

    /// The way from the front page to this one.
    fn trail(&self, lists: &[List]) -> Value {
        let mut items = vec![(self.corpus.about.title.to_owned(), self.home().to_owned())];
        for list in lists {
            let address = [self.root, list.folder(), "/"].concat();
            items.push((list.title().to_owned(), address));
        }
        let title = self.route.title(self.corpus);
        let own = title.strip_suffix(&[" – ", self.corpus.about.title].concat());
        let own = own.unwrap_or(&title).to_owned();
        items.push((own, [self.root, &self.route.folder(self.corpus)].concat()));
        let items = (1_u32..).zip(items).map(|(n, (name, address))| {
            json!({ "@type": "ListItem", "position": n, "name": name, "item": address })
        });
        json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
    }

    /// Who speaks, and from which office.
    fn actor(&self, it: &Actor, role: &str, party: Option<&str>) -> Value {
        let kind = match it.kind {
            ActorKind::Person => "Person",
            ActorKind::Government | ActorKind::Department => "GovernmentOrganization",
            ActorKind::Party | ActorKind::Outside => "Organization",
        };
        let party = party.map(|name| json!({ "@type": "Organization", "name": name }));
        thing([
            ("@type", kind.into()),
            ("@id", self.at("speaker", it.id).into()),
            ("name", it.name.into()),
            ("jobTitle", role.into()),
            ("affiliation", party.into()),
            ("url", self.at("speaker", it.id).into()),
        ])
    }

    fn article(&self, it: &Article) -> Value {
        let outlet = self.corpus.outlets.get(it.outlet.index());
        let publisher = outlet.map(|it| {
            thing([
                ("@type", "NewsMediaOrganization".into()),
                ("name", it.name.into()),
                ("url", it.url.into()),
            ])
        });
        let author = |name: &&str| json!({ "@type": "Person", "name": name });
        thing([
            ("@type", "NewsArticle".into()),
            (
                "@id",
                [&self.at("article", it.id), "#article"].concat().into(),
            ),
            ("headline", it.title.into()),
            ("url", it.url.into()),
            ("archivedAt", it.archived_url.into()),
            ("datePublished", exact(it.published)),
            (
                "author",
                it.authors.iter().map(author).collect::<Vec<_>>().into(),
            ),
            ("publisher", publisher.into()),
            ("inLanguage", "en-GB".into()),
        ])
    }

    fn article_page(&self, no: ArticleNo) -> Vec<Value> {
        let Some(article) = self.corpus.articles.get(no.index()) else {
            return Vec::new();
        };
        let from = self.corpus.units.partition_point(|unit| unit.article < no);
        let units = self.corpus.units.get(from..).unwrap_or_default();
        let units = units.iter().take_while(|unit| unit.article == no);
        vec![
            self.article(article),
            self.list(units),
            self.trail(&[List::Articles]),
        ]
    }

    /// Units in the order of the page.
    fn list<'a>(&self, units: impl Iterator<Item = &'a Unit<'a>>) -> Value {
        let items = (1_u32..).zip(units.take(MOST)).map(|(n, unit)| {
            json!({ "@type": "ListItem", "position": n, "name": unit.statement, "url": self.at("pledge", unit.id) })
        });
        json!({ "@type": "ItemList", "itemListElement": items.collect::<Vec<_>>() })
    }

    fn thread(&self, no: ThreadNo) -> Vec<Value> {
        let Some(thread) = self.corpus.threads.get(no.index()) else {
            return Vec::new();
        };
        let entries = thread.entries.iter();
        let units = entries.filter_map(|it| self.corpus.units.get(it.unit.index()));
        vec![self.list(units), self.trail(&[List::Threads])]
    }
}
