//! What is kept of a version: of each record what readers see of it, by id.
//!
//! In: a corpus. Out: a [`Record`]. Invariant: lists stand in the corpus's order, dates are EDTF,
//! and empty values are left out, so that a record is small and two of them are easily compared.

use serde::{Deserialize, Serialize};

use crate::corpus::model::{self, ActorNo, Corpus, Evidence, UnitNo};

/// Everything that is kept of one version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Which version.
    pub version: String,
    /// Articles, oldest first.
    pub articles: Vec<Article>,
    /// Statements, by article and in reading order.
    pub units: Vec<Unit>,
    /// Statements from outside politics.
    pub contexts: Vec<Context>,
    /// Questions.
    pub threads: Vec<Thread>,
    /// Answers to questions.
    pub answers: Vec<Answer>,
    /// How answers bear on earlier ones.
    pub links: Vec<Link>,
    /// What speakers, themes, bodies, parties and outlets are called.
    pub names: Vec<Name>,
    /// What was withdrawn, and why.
    pub removed: Vec<Withdrawn>,
}

/// An article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Article {
    pub id: String,
    pub title: String,
    pub outlet: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    pub published: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    pub summary: String,
    pub source_sha256: String,
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Unit {
    pub id: String,
    pub article: String,
    pub statement: String,
    pub kind: String,
    pub speaker: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub party: String,
    pub made: String,
    pub directness: String,
    pub themes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<String>,
    /// Figures in a line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    pub quotes: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Unit {
    /// Whether it counts as a pledge.
    pub fn counted(&self) -> bool {
        let kinds = model::Kind::ALL.into_iter();
        kinds
            .filter(|it| it.counted())
            .any(|it| it.id() == self.kind)
    }
}

/// A statement from outside politics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Context {
    pub id: String,
    pub article: String,
    pub speaker: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    pub gist: String,
    pub quotes: Vec<String>,
}

/// A question through the years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Thread {
    pub id: String,
    pub label: String,
    pub question: String,
    pub poles: [String; 2],
}

/// An answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Answer {
    pub thread: String,
    pub unit: String,
    pub at: i8,
    pub note: String,
}

/// How a later answer bears on an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Link {
    pub thread: String,
    pub from: String,
    pub to: String,
    pub relation: String,
    pub reason: String,
}

/// What something with an id is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Name {
    /// `speaker`, `theme`, `body`, `party` or `outlet`.
    pub of: String,
    /// Its id, which nothing else of its sort has.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What belongs to a theme; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub definition: String,
}

/// What was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the corpus's records")]
#[serde(default)]
pub struct Withdrawn {
    pub kind: String,
    pub id: String,
    pub day: String,
    pub reason: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub replaced_by: String,
}

impl Record {
    /// What is kept of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let each = |it: &model::Thread| thread_parts(corpus, it);
        let (answers, links): (Vec<_>, Vec<_>) = corpus.threads.iter().map(each).unzip();
        Self {
            version: corpus.about.version.to_owned(),
            articles: corpus
                .articles
                .iter()
                .map(|it| article(corpus, it))
                .collect(),
            units: corpus.units.iter().map(|it| unit(corpus, it)).collect(),
            contexts: corpus
                .contexts
                .iter()
                .map(|it| context(corpus, it))
                .collect(),
            threads: corpus.threads.iter().map(thread).collect(),
            answers: answers.concat(),
            links: links.concat(),
            names: names(corpus),
            removed: corpus.removed.iter().map(withdrawn).collect(),
        }
    }
}

fn article(corpus: &Corpus, it: &model::Article) -> Article {
    let outlet = corpus.outlets.get(it.outlet.index());
    Article {
        id: it.id.to_owned(),
        title: it.title.to_owned(),
        outlet: outlet.map_or("", |it| it.id).to_owned(),
        authors: owned(&it.authors),
        published: it.published.edtf(),
        url: it.url.to_owned(),
        summary: it.summary.to_owned(),
        source_sha256: it.source_sha256.to_owned(),
    }
}

fn unit(corpus: &Corpus, it: &model::Unit) -> Unit {
    let article = corpus.articles.get(it.article.index());
    let party = it.party.and_then(|no| corpus.parties.get(no.index()));
    let themes = it
        .themes
        .iter()
        .filter_map(|no| corpus.themes.get(no.index()));
    let bodies = it
        .bodies
        .iter()
        .filter_map(|no| corpus.bodies.get(no.index()));
    Unit {
        id: it.id.to_owned(),
        article: article.map_or("", |it| it.id).to_owned(),
        statement: it.statement.to_owned(),
        kind: it.kind.id().to_owned(),
        speaker: speaker(corpus, it.speaker),
        role: it.role.to_owned(),
        party: party.map_or("", |it| it.id).to_owned(),
        made: it.made.edtf(),
        directness: it.directness.id().to_owned(),
        themes: themes.map(|it| it.id.to_owned()).collect(),
        bodies: bodies.map(|it| it.id.to_owned()).collect(),
        measures: it.measures.iter().map(measure).collect(),
        conditions: owned(&it.conditions),
        quotes: quotes(&it.evidence),
        note: it.note.to_owned(),
    }
}

/// "2 times, medical school places (“double”)".
fn measure(it: &model::Measure) -> String {
    let unit = if it.unit.is_empty() { "" } else { " " };
    [it.value, unit, it.unit, ", ", it.of, " (“", it.text, "”)"].concat()
}

fn context(corpus: &Corpus, it: &model::Context) -> Context {
    let article = corpus.articles.get(it.article.index());
    Context {
        id: it.id.to_owned(),
        article: article.map_or("", |it| it.id).to_owned(),
        speaker: speaker(corpus, it.actor),
        role: it.role.to_owned(),
        gist: it.gist.to_owned(),
        quotes: quotes(&it.evidence),
    }
}

fn thread(it: &model::Thread) -> Thread {
    Thread {
        id: it.id.to_owned(),
        label: it.label.to_owned(),
        question: it.question.to_owned(),
        poles: it.poles.map(str::to_owned),
    }
}

fn thread_parts(corpus: &Corpus, it: &model::Thread) -> (Vec<Answer>, Vec<Link>) {
    let id = |no: UnitNo| {
        corpus
            .units
            .get(no.index())
            .map_or("", |it| it.id)
            .to_owned()
    };
    let answer = |entry: &model::Entry| Answer {
        thread: it.id.to_owned(),
        unit: id(entry.unit),
        at: entry.at,
        note: entry.note.to_owned(),
    };
    let link = |link: &model::Link| Link {
        thread: it.id.to_owned(),
        from: id(link.from),
        to: id(link.to),
        relation: link.relation.id().to_owned(),
        reason: link.reason.to_owned(),
    };
    let answers = it.entries.iter().map(answer).collect();
    (answers, it.links.iter().map(link).collect())
}

fn names(corpus: &Corpus) -> Vec<Name> {
    let name = |of: &str, id: &str, name: &str| Name {
        of: of.to_owned(),
        id: id.to_owned(),
        name: name.to_owned(),
        definition: String::new(),
    };
    let themes = corpus.themes.iter().map(|it| Name {
        definition: it.definition.to_owned(),
        ..name("theme", it.id, it.label)
    });
    let speakers = corpus
        .actors
        .iter()
        .map(|it| name("speaker", it.id, it.name));
    let bodies = corpus.bodies.iter().map(|it| name("body", it.id, it.name));
    let parties = corpus
        .parties
        .iter()
        .map(|it| name("party", it.id, it.name));
    let outlets = corpus
        .outlets
        .iter()
        .map(|it| name("outlet", it.id, it.name));
    let all = themes.chain(speakers).chain(bodies);
    all.chain(parties).chain(outlets).collect()
}

fn withdrawn(it: &model::Removed) -> Withdrawn {
    Withdrawn {
        kind: it.kind.id().to_owned(),
        id: it.id.to_owned(),
        day: it.day.edtf(),
        reason: it.reason.to_owned(),
        replaced_by: it.replaced_by.to_owned(),
    }
}

fn speaker(corpus: &Corpus, no: ActorNo) -> String {
    let actor = corpus.actors.get(no.index());
    actor.map_or("", |it| it.id).to_owned()
}

fn quotes(evidence: &[Evidence]) -> Vec<String> {
    evidence.iter().map(|it| it.quote.to_owned()).collect()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|it| (*it).to_owned()).collect()
}
