//! Who speaks: parties, organisations, people and the offices they held.
//!
//! In: `actors.toml`. Out: [`Cast`]. Invariant: people, organisations and
//! parties share one set of ids, because all of them can speak.

use crate::corpus::date::Date;
use crate::corpus::model::{Actor, ActorKind, Party, PartyNo, Role, Side};

use super::faults::{Faults, Located, fault};
use super::ids::Ids;
use super::lists::{Folder, span};
use super::record::{Record, Shape};

const SIDES: [Side; 3] = [Side::Opposition, Side::Government, Side::Outside];

const KINDS: [ActorKind; 3] = [
    ActorKind::Government,
    ActorKind::Department,
    ActorKind::Outside,
];

/// Everyone who may speak.
pub(super) struct Cast<'s> {
    pub(super) parties: Vec<Party<'s>>,
    /// In the file's order; which of them speak is known only at the end.
    pub(super) players: Vec<Player<'s>>,
    ids: Ids<'s, usize>,
}

/// One who may speak.
pub(super) struct Player<'s> {
    pub(super) actor: Actor<'s>,
    /// What the list of actors is sorted by.
    pub(super) sort: String,
    party: Option<PartyNo>,
    /// When a party was in government.
    government: Vec<(Option<Date>, Option<Date>)>,
}

/// As whom someone spoke on a day.
#[derive(Clone, Copy)]
pub(super) struct Standing<'s> {
    pub(super) role: &'s str,
    pub(super) side: Side,
    pub(super) party: Option<PartyNo>,
}

impl<'s> Cast<'s> {
    /// Reads `actors.toml`.
    pub(super) fn read(folder: Folder<'_, 's>) -> Self {
        let mut cast = Self {
            parties: Vec::new(),
            players: Vec::new(),
            ids: Ids::new("actor"),
        };
        let (top, is_whole) = folder.top("actors.toml", "file");
        cast.ids.is_partial = !is_whole;
        let Some(mut top) = top else { return cast };
        for mut record in top.tables("party", "party") {
            cast.read_party(&mut record);
            record.finish();
        }
        for mut record in top.tables("organisation", "organisation") {
            cast.read_organisation(&mut record);
            record.finish();
        }
        for mut record in top.tables("person", "person") {
            cast.read_person(&mut record);
            record.finish();
        }
        cast.ids.is_partial |= !top.finish();
        cast
    }

    /// The ids of everyone who may speak.
    pub(super) const fn ids(&self) -> &Ids<'s, usize> {
        &self.ids
    }

    /// Takes note of an id, with the player it leads to where that is whole.
    fn cast(&mut self, id: Option<Located<&'s str>>, player: Option<Player<'s>>, faults: &Faults) {
        let Some(id) = id else {
            self.ids.is_partial = true;
            return;
        };
        if let (true, Some(player)) = (self.ids.declare(id, faults), player) {
            self.ids.lead(id.value, self.players.len());
            self.players.push(player);
        }
    }

    fn read_party(&mut self, record: &mut Record<'_, 's>) {
        let id = record.id("id");
        let name = record.text("name", Shape::Line);
        let short = record.text("short", Shape::Line);
        let color = record
            .text("color", Shape::Token)
            .filter(|color| is_color(*color, record.faults));
        let mut government = Vec::new();
        for mut term in record.tables("government", "term of government") {
            government.extend(span(&mut term));
            term.finish();
        }
        let whole = id.zip(name).zip(short.zip(color));
        let player = whole.map(|((id, name), (short, color))| {
            let no = PartyNo(self.parties.len() as u32);
            self.parties.push(Party {
                id: id.value,
                name: name.value,
                short: short.value,
                color: color.value,
            });
            Player {
                actor: actor(id.value, name.value, ActorKind::Party, Vec::new()),
                sort: sort_key(name.value),
                party: Some(no),
                government,
            }
        });
        self.cast(id, player, record.faults);
    }

    fn read_organisation(&mut self, record: &mut Record<'_, 's>) {
        let id = record.id("id");
        let name = record.text("name", Shape::Line);
        let kind = record.one_of("kind", &KINDS, |kind| match kind {
            ActorKind::Government => "government",
            ActorKind::Department => "department",
            _ => "outside",
        });
        let party = record
            .optional("party", Shape::Token)
            .map(|party| self.find_party(party, record.faults));
        let whole = id.zip(name).zip(kind);
        let player = whole.map(|((id, name), kind)| Player {
            actor: actor(id.value, name.value, kind.value, Vec::new()),
            sort: sort_key(name.value),
            party: party.flatten(),
            government: Vec::new(),
        });
        self.cast(id, player, record.faults);
    }

    fn read_person(&mut self, record: &mut Record<'_, 's>) {
        let id = record.id("id");
        let name = record.text("name", Shape::Line);
        let sort = record.optional("sort", Shape::Line);
        let mut roles = Vec::new();
        let mut is_whole = true;
        for mut role in record.tables("roles", "role") {
            match self.read_role(&mut role) {
                Some(role) => roles.push(role),
                None => is_whole = false,
            }
            role.finish();
        }
        roles.sort_by_key(|role| (role.from, role.to));
        let whole = id.zip(name).filter(|_| is_whole);
        let player = whole.map(|(id, name)| {
            let last = name
                .value
                .split_whitespace()
                .next_back()
                .unwrap_or_default();
            let sort = sort.map_or_else(
                || format!("{last} {}", name.value),
                |sort| sort.value.to_owned(),
            );
            Player {
                actor: actor(id.value, name.value, ActorKind::Person, roles),
                sort: sort_key(&sort),
                party: None,
                government: Vec::new(),
            }
        });
        self.cast(id, player, record.faults);
    }

    fn read_role(&self, record: &mut Record<'_, 's>) -> Option<Role<'s>> {
        let title = record.text("title", Shape::Line);
        let span = span(record);
        let side = record.one_of("side", &SIDES, |side| match side {
            Side::Opposition => "opposition",
            Side::Government => "government",
            Side::Outside => "outside",
        });
        let party = record
            .optional("party", Shape::Token)
            .map(|party| self.find_party(party, record.faults));
        let organisation = record
            .optional("organisation", Shape::Token)
            .map(|id| self.find_organisation(id, record.faults));
        let (from, to) = span?;
        Some(Role {
            title: title?.value,
            from,
            to,
            party: party.map_or(Some(None), |found| found.map(Some))?,
            organisation: organisation.map_or(Some(""), |found| found)?,
            side: side?.value,
        })
    }

    fn find_party(&self, id: Located<&str>, faults: &Faults) -> Option<PartyNo> {
        self.find(id, "party", |kind| kind == ActorKind::Party, faults)
            .and_then(|no| self.players.get(no)?.party)
    }

    fn find_organisation(&self, id: Located<&str>, faults: &Faults) -> Option<&'s str> {
        let is_organisation = |kind| !matches!(kind, ActorKind::Party | ActorKind::Person);
        let no = self.find(id, "organisation", is_organisation, faults)?;
        Some(self.players.get(no)?.actor.name)
    }

    /// The party that speaks as such.
    pub(super) fn find_party_speaker(&self, id: Located<&str>, faults: &Faults) -> Option<usize> {
        self.find(id, "party", |kind| kind == ActorKind::Party, faults)
    }

    /// The person or organisation that speaks.
    pub(super) fn find_speaker(
        &self,
        id: Located<&str>,
        what: &str,
        faults: &Faults,
    ) -> Option<usize> {
        if self.kind(id.value) == Some(ActorKind::Party) {
            let message = format!("`{}` is a party", id.value);
            let help = format!("write `party = \"{}\"` in place of `{what}`", id.value);
            faults.add(fault(id.at, message).help(help));
            return None;
        }
        self.find(id, what, |kind| kind != ActorKind::Party, faults)
    }

    fn find(
        &self,
        id: Located<&str>,
        what: &str,
        fits: impl Fn(ActorKind) -> bool,
        faults: &Faults,
    ) -> Option<usize> {
        let fits_no = |no: usize| {
            self.players
                .get(no)
                .is_some_and(|player| fits(player.actor.kind))
        };
        match self.ids.get(id.value) {
            Some(no) if fits_no(no) => Some(no),
            None if self.ids.knows(id.value) => None,
            _ => {
                self.ids.report_unknown(id, what, fits_no, faults);
                None
            }
        }
    }

    fn kind(&self, id: &str) -> Option<ActorKind> {
        let no = self.ids.get(id)?;
        Some(self.players.get(no)?.actor.kind)
    }
}

impl<'s> Player<'s> {
    /// As whom they spoke on a day; none where they held no office then.
    pub(super) fn standing(&self, day: Date) -> Option<Standing<'s>> {
        let plain = |side| Standing {
            role: "",
            side,
            party: self.party,
        };
        match self.actor.kind {
            ActorKind::Government | ActorKind::Department => Some(plain(Side::Government)),
            ActorKind::Outside => Some(plain(Side::Outside)),
            ActorKind::Party if self.government.iter().any(|term| covers(*term, day)) => {
                Some(plain(Side::Government))
            }
            ActorKind::Party => Some(plain(Side::Opposition)),
            ActorKind::Person if self.actor.roles.is_empty() => Some(plain(Side::Outside)),
            ActorKind::Person => self.role_on(day).map(|role| Standing {
                role: role.title,
                side: role.side,
                party: role.party,
            }),
        }
    }

    /// The office held on a day: of several the one held throughout what the
    /// date may mean, and of these the latest.
    fn role_on(&self, day: Date) -> Option<&Role<'s>> {
        let held = |role: &&Role<'s>| overlaps((role.from, role.to), day);
        let throughout = |role: &&Role<'s>| covers((role.from, role.to), day);
        let roles = &self.actor.roles;
        roles
            .iter()
            .rfind(|role| held(role) && throughout(role))
            .or_else(|| roles.iter().rfind(held))
    }

    /// Reports that no office is known for a day.
    pub(super) fn report_no_role(&self, day: Date, at: super::faults::Spot, faults: &Faults) {
        let held: Vec<String> = self.actor.roles.iter().map(role_in_words).collect();
        let message = format!("{} held no role on {}", self.actor.name, day.human());
        faults.add(
            fault(at, message)
                .note(format!("in `actors.toml`: {}", held.join("; ")))
                .help("add the role of that day to `actors.toml`, or correct `made`"),
        );
    }
}

fn role_in_words(role: &Role<'_>) -> String {
    let words = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), Date::edtf);
    format!(
        "{} ({} to {})",
        role.title,
        words(role.from),
        words(role.to)
    )
}

/// Whether a term holds all that a date may mean.
fn covers((from, to): (Option<Date>, Option<Date>), day: Date) -> bool {
    let (first, last) = day.bounds();
    from.is_none_or(|from| from.bounds().0 <= first) && to.is_none_or(|to| to.bounds().1 >= last)
}

fn overlaps((from, to): (Option<Date>, Option<Date>), day: Date) -> bool {
    let (first, last) = day.bounds();
    from.is_none_or(|from| from.bounds().0 <= last) && to.is_none_or(|to| to.bounds().1 >= first)
}

fn actor<'s>(id: &'s str, name: &'s str, kind: ActorKind, roles: Vec<Role<'s>>) -> Actor<'s> {
    Actor {
        id,
        name,
        kind,
        roles,
    }
}

fn sort_key(name: &str) -> String {
    name.to_lowercase()
}

fn is_color(color: Located<&str>, faults: &Faults) -> bool {
    let digits = color.value.strip_prefix('#').unwrap_or_default();
    let is_color = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_color {
        let message = format!("`{}` is no colour", color.value);
        faults.add(fault(color.at, message).help("six hexadecimal digits, for example `#E4003B`"));
    }
    is_color
}
