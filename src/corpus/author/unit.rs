//! What is coded in an article: units, and statements from outside politics.
//!
//! In: the `[[unit]]` and `[[context]]` tables of an article's file. Out: their
//! records. Invariant: every id that was readable is declared, whatever else is
//! wrong with its record.

use crate::corpus::date::Date;
use crate::corpus::model::{
    ActorKind, ActorNo, ArticleNo, Context, Directness, Kind, Measure, ThemeNo, Unit, UnitNo,
};

use super::article::Known;
use super::evidence::Source;
use super::faults::{Faults, Located, Spot, fault};
use super::ids::Ids;
use super::lists::values;
use super::record::{Record, Shape};

const MOST_THEMES: usize = 3;

/// What the id of a unit or context statement leads to.
#[derive(Clone, Copy)]
pub(super) enum Coded {
    Unit(UnitNo),
    Context,
}

/// A unit, its article still to be numbered.
pub(super) fn read_unit<'s>(
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

/// A context statement, its article still to be numbered.
pub(super) fn read_context<'s>(
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
    let Some(made) = record.optional_date("made") else {
        if record.has("made") {
            return None;
        }
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
            let message = "this unit has both `speaker` and `party`";
            let help = "a politician's party follows from `actors.toml`: take `party` out";
            known.faults.add(fault(party.at, message).help(help));
            None
        }
        (None, None) => {
            if !record.has("speaker") && !record.has("party") && record.is_whole() {
                let message = "this unit has no `speaker` and no `party`";
                let help = "add `speaker = \"…\"`, or `party = \"…\"` where no politician is named";
                record.miss(&["speaker", "party"], fault(record.at, message).help(help));
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
    let ids = record.texts("themes", Shape::Token);
    let length = record.length_of("themes");
    if let Some((at, count)) = record.spot_of("themes").zip(length)
        && !(1..=MOST_THEMES).contains(&count)
    {
        let message = format!("`themes` holds {count}, where a unit has one to three");
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
