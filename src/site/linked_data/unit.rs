//! A unit in the words of schema.org: a quotation, and the claim it rests on.
//!
//! Invariant: the claim appears in the article that reports it, and first in that of the
//! earliest statement it says again.

use serde_json::{Value, json};

use super::{Page, exact, thing};
use crate::corpus::model::{ArticleNo, Evidence, Link, Relation, UnitNo};

impl Page<'_> {
    /// The words, what they claim, and where they stand.
    pub(super) fn unit(&self, no: UnitNo) -> Vec<Value> {
        let corpus = self.corpus;
        let Some(unit) = corpus.units.get(no.index()) else {
            return Vec::new();
        };
        let page = self.at("pledge", unit.id);
        let speaker = corpus.actors.get(unit.speaker.index());
        let party = unit
            .party
            .and_then(|no| Some(corpus.parties.get(no.index())?.name));
        let speaker = speaker.map(|it| self.actor(it, unit.role, party));
        let in_article = |no: ArticleNo| {
            let id = corpus.articles.get(no.index()).map_or("", |it| it.id);
            let id = [&self.at("article", id), "#article"].concat();
            json!({ "@id": id })
        };
        let themes = unit
            .themes
            .iter()
            .filter_map(|no| corpus.themes.get(no.index()));
        let themes = themes.map(|it| json!({ "@type": "DefinedTerm", "@id": self.at("theme", it.id), "name": it.label }));
        let quotation = |(n, it): (u32, &Evidence)| {
            let n = if n > 1 {
                ["-", &n.to_string()].concat()
            } else {
                String::new()
            };
            thing([
                ("@type", "Quotation".into()),
                ("@id", [&page, "#quotation", &n].concat().into()),
                ("text", it.quote.into()),
                ("creator", speaker.clone().into()),
                ("dateCreated", exact(unit.made)),
                ("temporal", unit.made.edtf().into()),
                ("isPartOf", in_article(unit.article)),
                ("inLanguage", "en-GB".into()),
            ])
        };
        let mut graph: Vec<Value> = (1..).zip(&unit.evidence).map(quotation).collect();
        let first = corpus.units.get(self.first(no).index());
        graph.push(thing([
            ("@type", "Claim".into()),
            ("@id", [&page, "#claim"].concat().into()),
            ("name", unit.statement.into()),
            ("text", unit.statement.into()),
            ("url", page.clone().into()),
            ("author", speaker.into()),
            ("about", themes.collect::<Vec<_>>().into()),
            ("appearance", in_article(unit.article)),
            (
                "firstAppearance",
                first.map(|it| in_article(it.article)).into(),
            ),
        ]));
        graph.extend(
            corpus
                .articles
                .get(unit.article.index())
                .map(|it| self.article(it)),
        );
        graph.push(self.trail(&[]));
        graph
    }

    /// The earliest unit that this one says again.
    fn first(&self, no: UnitNo) -> UnitNo {
        let mut first = no;
        let threads = self.corpus.units.get(no.index());
        let threads = threads.map(|it| it.threads.as_slice()).unwrap_or_default();
        let links = threads
            .iter()
            .filter_map(|no| self.corpus.threads.get(no.index()));
        let links = links.flat_map(|it| &it.links);
        let said_again = |it: &&Link| it.relation == Relation::Reaffirms;
        let mut links: Vec<_> = links
            .filter(said_again)
            .map(|it| (it.from, it.to))
            .collect();
        // Each step takes a link away, so that no circle of links is gone round for ever.
        while let Some(at) = links.iter().position(|(from, _)| *from == first) {
            first = links.swap_remove(at).1;
        }
        first
    }
}
