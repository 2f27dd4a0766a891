//! One article's file: what it is, the units coded in it, and what others said.
//!
//! In: `articles/<id>.toml`. Out: a [`Draft`], numbered later. Invariant: every
//! id that was readable is declared, whatever else is wrong with its record.

use crate::corpus::date::Date;
use crate::corpus::model::{
    ActorKind, ActorNo, Article, ArticleNo, BodyNo, Context, Directness, Kind, Measure, OutletNo,
    ThemeNo, Unit, UnitNo,
};
use crate::corpus::quote::Folded;

use super::actors::Cast;
use super::evidence::{Evidences, Source, SourceText};
use super::faults::{Faults, Located, Spot, fault};
use super::file::{CorpusFile, article_id, decoded};
use super::ids::Ids;
use super::lists::values;
use super::record::{Record, Shape};
use super::{Sources, digest, nfc};

const MOST_THEMES: usize = 3;

/// What articles refer to.
pub(super) struct Known<'k, 's> {
    pub(super) sources: &'s Sources,
    pub(super) faults: &'k Faults,
    pub(super) cast: &'k Cast<'s>,
    pub(super) themes: &'k Ids<'s, ThemeNo>,
    pub(super) bodies: &'k Ids<'s, BodyNo>,
    pub(super) outlets: &'k Ids<'s, OutletNo>,
    pub(super) evidences: &'k Evidences<'s>,
}

/// What the id of a unit or context statement leads to.
#[derive(Clone, Copy)]
pub(super) enum Coded {
    Unit(UnitNo),
    Context,
}

/// An article and what is coded in it, before it has a number.
pub(super) struct Draft<'s> {
    pub(super) article: Option<Article<'s>>,
    pub(super) units: Vec<Unit<'s>>,
    pub(super) contexts: Vec<Context<'s>>,
}

impl<'s> Draft<'s> {
    /// Reads one file; `ids` are those of all units and context statements.
    pub(super) fn read(
        file: &CorpusFile<'s>,
        no: u32,
        known: &Known<'_, 's>,
        ids: &mut Ids<'s, Coded>,
    ) -> Self {
        let mut top = Record::top(file, no, "article", known.faults);
        let published = top.date("published");
        let source = read_source(&mut top, known);
        let article = read_article(&mut top, file, published, &source, known);
        let (mut units, mut contexts) = (Vec::new(), Vec::new());
        for mut record in top.tables("unit", "unit") {
            units.extend(read_unit(&mut record, published, &source, known, ids));
            record.finish();
        }
        for mut record in top.tables("context", "context") {
            contexts.extend(read_context(&mut record, published, &source, known, ids));
            record.finish();
        }
        ids.is_partial |= file.is_broken();
        top.finish();
        Self {
            article,
            units,
            contexts,
        }
    }
}

fn read_article<'s>(
    record: &mut Record<'_, 's>,
    file: &CorpusFile<'s>,
    published: Option<Located<Date>>,
    source: &Source<'s>,
    known: &Known<'_, 's>,
) -> Option<Article<'s>> {
    let title = record.text("title", Shape::Line);
    let title_basis = record.words("title_basis", Shape::Prose);
    let outlet = record.text("outlet", Shape::Token);
    let outlet = outlet.and_then(|outlet| known.outlets.find(outlet, known.faults));
    let authors = values(record.texts("authors", Shape::Line));
    let published_basis = record.text("published_basis", Shape::Prose);
    let url = record.address("url");
    let url_note = record.words("url_note", Shape::Prose);
    let archived_url = record.address("archived_url");
    let summary = record.text("summary", Shape::Prose);
    Some(Article {
        id: article_id(file.path)?,
        title: title?.value,
        title_basis,
        outlet: outlet?,
        authors,
        published: published?.value,
        published_basis: published_basis?.value,
        url,
        url_note,
        archived_url,
        source_sha256: source.sha256?,
        summary: summary?.value,
        text: source.text.as_ref().map(|text| text.text),
    })
}

/// The text that the record names, where the reader gave it.
fn read_source<'s>(record: &mut Record<'_, 's>, known: &Known<'_, 's>) -> Source<'s> {
    let name = record.text("source_text", Shape::Token);
    let sha256 = record.text("source_sha256", Shape::Token);
    let sha256 = sha256.filter(|sha256| is_checksum(*sha256, known.faults));
    let name = name.filter(|name| {
        let is_name = is_file_name(name.value);
        if !is_name {
            let message = format!("`{}` is not the name of a file", name.value);
            known
                .faults
                .add(fault(name.at, message).help("give the name alone, without a folder"));
        }
        is_name
    });
    let mut source = Source {
        sha256: sha256.map(|sha256| sha256.value),
        text: None,
    };
    let (Some(name), Some(texts)) = (name, &known.sources.texts) else {
        return source;
    };
    let Some(bytes) = texts.get(name.value) else {
        let message = format!("the folder of texts has no file `{}`", name.value);
        let near = super::nearest::nearest(name.value, texts.keys().map(String::as_str));
        let fault = fault(name.at, message);
        known.faults.add(match near {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault.help("put the text there under that name, or leave `--texts` out"),
        });
        return source;
    };
    let got = digest::sha256(bytes);
    if let Some(expected) = sha256.filter(|expected| expected.value != got) {
        known.faults.add(
            fault(
                expected.at,
                format!("`{}` has another checksum", name.value),
            )
            .note(format!("it is {got}"))
            .help("where the text is the right one, write its checksum here"),
        );
    }
    match decoded(bytes) {
        Ok(text) => {
            let folded = Folded::new(text, nfc);
            source.text = Some(SourceText {
                name: name.value,
                text,
                folded,
            });
        }
        Err((line, column)) => {
            let message = format!("`{}` is not UTF-8", name.value);
            let note = format!("the first byte that is not stands at line {line}, column {column}");
            known.faults.add(
                fault(name.at, message)
                    .note(note)
                    .help("save the text as UTF-8"),
            );
        }
    }
    source
}

fn read_unit<'s>(
    record: &mut Record<'_, 's>,
    published: Option<Located<Date>>,
    source: &Source<'s>,
    known: &Known<'_, 's>,
    ids: &mut Ids<'s, Coded>,
) -> Option<Unit<'s>> {
    let id = declare(record, ids);
    let statement = record.text("statement", Shape::Line);
    let kind = record.one_of("kind", &Kind::ALL, Kind::id);
    let made = read_made(record, published, known.faults);
    let made_basis = record.words("made_basis", Shape::Prose);
    let speaker = read_speaker(record, known);
    let standing = speaker.zip(made).and_then(|((no, at), made)| {
        let player = known.cast.players.get(no)?;
        if player.actor.kind == ActorKind::Outside {
            let message = format!(
                "{} is outside politics, and units are commitments of politicians",
                player.actor.name
            );
            known
                .faults
                .add(fault(at, message).help("make it a `[[context]]` with `actor` and `gist`"));
            return None;
        }
        let standing = player.standing(made.value);
        if standing.is_none() {
            player.report_no_role(made.value, made.at.unwrap_or(at), known.faults);
        }
        standing
    });
    let directness = record.one_of("directness", &Directness::ALL, Directness::id);
    let themes = read_themes(record, known);
    let bodies = distinct(record.texts("bodies", Shape::Token), "body", known.faults);
    let bodies = bodies
        .into_iter()
        .filter_map(|body| known.bodies.find(body, known.faults))
        .collect();
    let measures = read_measures(record);
    let conditions = values(record.texts("conditions", Shape::Line));
    let evidence = known.evidences.of(record, id.map(|id| id.value), source);
    let note = record.words("note", Shape::Prose);
    let standing = standing?;
    Some(Unit {
        id: id?.value,
        statement: statement?.value,
        kind: kind?.value,
        speaker: ActorNo(speaker?.0 as u32),
        role: standing.role,
        side: standing.side,
        party: standing.party,
        article: ArticleNo(0),
        made: made?.value,
        made_basis,
        directness: directness?.value,
        themes: themes?,
        bodies,
        measures,
        conditions,
        evidence: Some(evidence).filter(|evidence| !evidence.is_empty())?,
        note,
        threads: Vec::new(),
    })
}

fn read_context<'s>(
    record: &mut Record<'_, 's>,
    published: Option<Located<Date>>,
    source: &Source<'s>,
    known: &Known<'_, 's>,
    ids: &mut Ids<'s, Coded>,
) -> Option<Context<'s>> {
    let id = declare(record, ids);
    if let Some(id) = id {
        ids.lead(id.value, Coded::Context);
    }
    let actor = record.text("actor", Shape::Token);
    let actor_no = actor.and_then(|actor| known.cast.find_speaker(actor, "actor", known.faults));
    let gist = record.text("gist", Shape::Prose);
    let evidence = known.evidences.of(record, id.map(|id| id.value), source);
    let player = known.cast.players.get(actor_no?)?;
    let day = published?.value;
    let standing = player.standing(day);
    if standing.is_none() {
        player.report_no_role(day, actor?.at, known.faults);
    }
    Some(Context {
        id: id?.value,
        actor: ActorNo(actor_no? as u32),
        role: standing?.role,
        article: ArticleNo(0),
        gist: gist?.value,
        evidence: Some(evidence).filter(|evidence| !evidence.is_empty())?,
    })
}

/// The id of a unit or context statement; none where it is taken.
fn declare<'s>(record: &mut Record<'_, 's>, ids: &mut Ids<'s, Coded>) -> Option<Located<&'s str>> {
    let Some(id) = record.id("id") else {
        ids.is_partial = true;
        return None;
    };
    ids.declare(id, record.faults).then_some(id)
}

/// A date, and where it stands if the record has one of its own.
#[derive(Clone, Copy)]
struct Made {
    value: Date,
    at: Option<Spot>,
}

fn read_made(
    record: &mut Record<'_, '_>,
    published: Option<Located<Date>>,
    faults: &Faults,
) -> Option<Made> {
    let Some(made) = record.optional_date("made")? else {
        return published.map(|published| Made {
            value: published.value,
            at: None,
        });
    };
    let (value, at) = (made.value, Some(made.at));
    if let Some(published) = published {
        let is_late = value.bounds().0 > published.value.bounds().1;
        if is_late && !value.approximate && !published.value.approximate {
            let message = format!(
                "made on {}, after the article was published on {}",
                value.human(),
                published.value.human()
            );
            faults.add(fault(made.at, message).also("published at", published.at));
            return None;
        }
    }
    Some(Made { value, at })
}

/// The one key out of `speaker` and `party`.
fn read_speaker(record: &mut Record<'_, '_>, known: &Known<'_, '_>) -> Option<(usize, Spot)> {
    let speaker = record.optional("speaker", Shape::Token);
    let party = record.optional("party", Shape::Token);
    match (speaker, party) {
        (Some(_), Some(party)) => {
            let message = "both `speaker` and `party`";
            let help = "a politician's party follows from `actors.toml`: take `party` out";
            known.faults.add(fault(party.at, message).help(help));
            None
        }
        (None, None) => {
            if !record.has("speaker") && !record.has("party") && record.is_whole() {
                let message = "unit without `speaker` or `party`";
                let help = "add `speaker = \"…\"`, or `party = \"…\"` where no politician is named";
                known.faults.add(fault(record.at, message).help(help));
            }
            None
        }
        (Some(speaker), None) => {
            let no = known.cast.find_speaker(speaker, "speaker", known.faults)?;
            Some((no, speaker.at))
        }
        (None, Some(party)) => {
            let no = known.cast.find_party_speaker(party, known.faults)?;
            Some((no, party.at))
        }
    }
}

fn read_themes(record: &mut Record<'_, '_>, known: &Known<'_, '_>) -> Option<Vec<ThemeNo>> {
    record.require("themes");
    let at = record.spot_of("themes");
    let ids = record.texts("themes", Shape::Token);
    let count = ids.len();
    if let Some(at) = at.filter(|_| count == 0 || count > MOST_THEMES) {
        let message = format!("{count} themes, where a unit has one to three");
        known
            .faults
            .add(fault(at, message).help("keep the main theme first and at most two others"));
    }
    let ids = distinct(ids, "theme", known.faults);
    let themes: Vec<ThemeNo> = ids
        .into_iter()
        .filter_map(|id| known.themes.find(id, known.faults))
        .collect();
    (!themes.is_empty()).then_some(themes)
}

fn read_measures<'s>(record: &mut Record<'_, 's>) -> Vec<Measure<'s>> {
    let mut measures = Vec::new();
    for mut entry in record.tables("measures", "measure") {
        let value = entry.decimal("value");
        let unit = entry.text("unit", Shape::Line);
        let of = entry.text("of", Shape::Line);
        let text = entry.words("text", Shape::Line);
        entry.finish();
        measures.extend(value.zip(unit).zip(of).map(|((value, unit), of)| Measure {
            value,
            unit: unit.value,
            of: of.value,
            text,
        }));
    }
    measures
}

/// Reports ids that stand in a list twice, and leaves them out.
fn distinct<'s>(ids: Vec<Located<&'s str>>, what: &str, faults: &Faults) -> Vec<Located<&'s str>> {
    let mut distinct: Vec<Located<&'s str>> = Vec::new();
    for id in ids {
        if distinct.iter().any(|other| other.value == id.value) {
            let message = format!("{what} `{}` twice", id.value);
            faults.add(fault(id.at, message).help("take one of them out"));
        } else {
            distinct.push(id);
        }
    }
    distinct
}

fn is_checksum(sha256: Located<&str>, faults: &Faults) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_checksum = sha256.value.len() == 64 && sha256.value.bytes().all(is_digit);
    if !is_checksum {
        let message = "`source_sha256` is no SHA-256: 64 hexadecimal digits in small letters";
        faults.add(
            fault(sha256.at, message)
                .help("write the 64 digits that `sha256sum` prints for the source text"),
        );
    }
    is_checksum
}

/// Whether this is the name of a file and not a way to one.
pub(super) fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.starts_with('.')
}
