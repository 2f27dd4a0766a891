//! Small corpora, made in code.

use pledges::corpus::date::{Date, Day};
use pledges::corpus::model::{
    About, Actor, ActorKind, ActorNo, Article, ArticleNo, Body, BodyNo, Check, Corpus, Directness,
    Evidence, Kind, Outlet, OutletNo, Party, PartyNo, Side, Theme, ThemeNo, Unit,
};

/// Three articles, four bodies, three themes, three actors, two parties; no units.
pub(super) fn empty() -> Corpus<'static> {
    Corpus {
        about: About {
            title: "Sample",
            description: "",
            editor: "",
            licence: "",
            codebook: "1",
            version: "0123456789ab",
        },
        themes: ["Workforce", "Structures and bodies", "Funding"]
            .map(theme)
            .into(),
        parties: vec![
            party("Labour Party", "Labour"),
            party("Conservative and Unionist Party", "Conservatives"),
        ],
        actors: ["Wes Streeting", "Ed Miliband", "Siân O’Neill"]
            .map(actor)
            .into(),
        bodies: vec![
            body("NHS England", "NHSE", &[]),
            body("integrated care boards", "ICBs", &["ICB"]),
            body(
                "Department of Health & Social Care",
                "DHSC",
                &["Department of Health"],
            ),
            body("NHS foundation trusts", "FTs", &[]),
        ],
        outlets: vec![
            outlet("Health Service Journal"),
            outlet("Healthcare Leader"),
        ],
        articles: vec![
            article("Interview with Ed Miliband on NHS reorganisation", 0, 2015),
            article("ICBs to lead Labour’s primary care reform", 1, 2023),
            article("Streeting heralds ‘new relationship’", 1, 2025),
        ],
        units: Vec::new(),
        contexts: Vec::new(),
        threads: Vec::new(),
        removed: Vec::new(),
    }
}

/// A corpus of such units, each in the next article by Wes Streeting for Labour.
pub(super) fn of(units: &[(&'static str, &'static str)]) -> Corpus<'static> {
    let mut corpus = empty();
    for (no, (statement, quote)) in (0..).zip(units) {
        let mut unit = unit(statement, &[quote]);
        unit.article = ArticleNo(no % 3);
        unit.made = date(2015 + no as u16);
        corpus.units.push(unit);
    }
    corpus
}

/// A unit of the first article, by the first actor for no party.
pub(super) fn unit<'a>(statement: &'a str, quotes: &[&'a str]) -> Unit<'a> {
    let evidence = |quote: &&'a str| Evidence {
        quote,
        prefix: "never",
        suffix: "indexed",
        start: None,
        end: None,
        check: Check::Unchecked,
    };
    Unit {
        id: "",
        statement,
        kind: Kind::Firm,
        speaker: ActorNo(0),
        role: "",
        side: Side::Government,
        party: None,
        article: ArticleNo(0),
        made: date(2015),
        made_basis: "",
        directness: Directness::DirectQuote,
        themes: Vec::<ThemeNo>::new(),
        bodies: Vec::<BodyNo>::new(),
        measures: Vec::new(),
        conditions: Vec::new(),
        evidence: quotes.iter().map(evidence).collect(),
        note: "",
        threads: Vec::new(),
    }
}

/// Everything of a unit that is searched, value by value.
pub(super) fn values<'c>(corpus: &'c Corpus<'_>, unit: &'c Unit<'_>) -> Vec<&'c str> {
    let article = &corpus.articles[unit.article.index()];
    let mut values = vec![
        unit.statement,
        corpus.actors[unit.speaker.index()].name,
        unit.role,
        article.title,
        corpus.outlets[article.outlet.index()].name,
    ];
    values.extend(unit.evidence.iter().map(|evidence| evidence.quote));
    for body in &unit.bodies {
        let body = &corpus.bodies[body.index()];
        values.extend([body.name, body.abbr]);
        values.extend(&body.aliases);
    }
    let themes = unit.themes.iter();
    values.extend(themes.map(|theme| corpus.themes[theme.index()].label));
    if let Some(PartyNo(party)) = unit.party {
        let party = &corpus.parties[party as usize];
        values.extend([party.name, party.short]);
    }
    values
}

/// A year.
pub(super) const fn date(year: u16) -> Date {
    let first = Day {
        year,
        month: 0,
        day: 0,
    };
    Date {
        first,
        last: None,
        approximate: false,
    }
}

fn theme(label: &'static str) -> Theme<'static> {
    Theme {
        id: "",
        label,
        definition: "",
        includes: "",
        excludes: "",
        examples: Vec::new(),
    }
}

fn party(name: &'static str, short: &'static str) -> Party<'static> {
    Party {
        id: "",
        name,
        short,
        color: "",
    }
}

fn actor(name: &'static str) -> Actor<'static> {
    Actor {
        id: "",
        name,
        kind: ActorKind::Person,
        roles: Vec::new(),
    }
}

fn body(name: &'static str, abbr: &'static str, aliases: &[&'static str]) -> Body<'static> {
    Body {
        id: "",
        name,
        abbr,
        from: None,
        to: None,
        aliases: aliases.to_vec(),
    }
}

fn outlet(name: &'static str) -> Outlet<'static> {
    Outlet {
        id: "",
        name,
        url: "",
    }
}

fn article(title: &'static str, outlet: u32, year: u16) -> Article<'static> {
    Article {
        id: "",
        title,
        title_basis: "",
        outlet: OutletNo(outlet),
        authors: Vec::new(),
        published: date(year),
        published_basis: "",
        url: "",
        url_note: "",
        archived_url: "",
        source_sha256: "",
        summary: "",
        text: None,
    }
}
