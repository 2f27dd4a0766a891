//! What answers words and filters together, and how many of each value. Next: `order`.
//!
//! In: an [`Ask`]. Out: [`Found`]. Invariant: the units found for a column with a choice
//! ignore that choice and respect all the others, which is what the counts of a facet need.

use core::ops::RangeInclusive;

use super::clause::Matches;
use super::column::Group;
use super::index::Index;
use super::query::Query;
use super::set::Set;

/// What is asked for.
pub struct Ask<'q> {
    /// Words.
    pub query: &'q Query,
    /// The values chosen in each column, from the first on; none where any will do.
    pub chosen: &'q [Vec<u32>],
    /// Years, if not all.
    pub years: Option<RangeInclusive<u16>>,
}

/// What is found.
pub struct Found {
    /// What answers everything.
    pub all: Group,
    /// For each column with a choice: what answers everything but that choice.
    own: Vec<(usize, Group)>,
    /// What answers everything but the years, if there are any.
    own_years: Option<Group>,
    /// What makes it answer the words.
    pub(super) matches: Vec<Matches>,
}

impl Found {
    /// The units whose values of a column are to be counted.
    pub fn of_column(&self, column: usize) -> &Group {
        let own = self.own.iter().find(|(other, _)| *other == column);
        own.map_or(&self.all, |(_, group)| group)
    }

    /// The units to be counted by year.
    pub fn of_years(&self) -> &Group {
        self.own_years.as_ref().unwrap_or(&self.all)
    }
}

impl Index<'_> {
    /// Answers.
    pub fn find(&self, ask: &Ask) -> Found {
        let (set, matches) = self.matching(ask.query);
        let chosen = self.chosen(ask);
        let group = |but: Option<usize>| {
            let mut set = set.clone();
            for (no, (_, filter)) in chosen.iter().enumerate() {
                if but != Some(no) {
                    set.keep(filter.words());
                }
            }
            Group::new(set, self.units)
        };
        let (mut own, mut own_years) = (Vec::new(), None);
        for (no, (column, _)) in chosen.iter().enumerate() {
            match column {
                Some(column) => own.push((*column, group(Some(no)))),
                None => own_years = Some(group(Some(no))),
            }
        }
        Found {
            all: group(None),
            own,
            own_years,
            matches,
        }
    }

    /// The units that answer a query, and what makes them do so.
    pub(super) fn matching(&self, query: &Query) -> (Set, Vec<Matches>) {
        let mut set = Set::all(self.units);
        let mut matches = Vec::new();
        for clause in &query.clauses {
            let found = self.matches(clause);
            if clause.without {
                set.remove(found.set.words());
            } else {
                set.keep(found.set.words());
                matches.push(found);
            }
        }
        (set, matches)
    }

    /// The filters: of each column with a choice, and of the years, what passes.
    fn chosen(&self, ask: &Ask) -> Vec<(Option<usize>, Set)> {
        let mut filters = Vec::new();
        let chosen = ask.chosen.iter().zip(&self.columns).enumerate();
        for (no, (values, column)) in chosen.filter(|(_, (values, _))| !values.is_empty()) {
            let mut set = Set::none(self.units);
            for value in values {
                column.lists.add_to(*value as usize, &mut set);
            }
            filters.push((Some(no), set));
        }
        if let Some(years) = &ask.years {
            filters.push((None, self.years.set(years, self.units)));
        }
        filters
    }

    /// How many units of a group have each value of a column.
    pub fn counts(&self, column: usize, group: &Group) -> Vec<u32> {
        self.columns
            .get(column)
            .map_or_else(Vec::new, |it| it.counts(group))
    }

    /// The units that have a value of a column.
    pub fn having(&self, column: usize, value: u32) -> Set {
        let mut set = Set::none(self.units);
        if let Some(column) = self.columns.get(column) {
            column.lists.add_to(value as usize, &mut set);
        }
        set
    }

    /// Those of a group that are in a set.
    pub fn within(&self, group: &Group, set: &Set) -> Group {
        Group::new(group.set.and(set), self.units)
    }

    /// How many units of a group each year has, from the first year on.
    pub fn by_year(&self, group: &Group) -> Vec<u32> {
        let words = group.set.words();
        let ranks = self.years.ranks();
        ranks
            .map(|(from, to)| group.set.shared_within(words, from, to))
            .collect()
    }

    /// How many units of a group each value of a column has in each year: a row of years from
    /// the first year on for each value.
    pub fn matrix(&self, column: usize, group: &Group) -> Vec<u32> {
        let Some(column) = self.columns.get(column) else {
            return Vec::new();
        };
        let (_, years) = self.years.span();
        let mut cells = vec![0; column.len() * years];
        if let Some(members) = column.worth_looking(group) {
            for rank in members {
                let year = self.years.of(*rank);
                for value in column.of(*rank) {
                    if let Some(cell) = cells.get_mut(*value as usize * years + year) {
                        *cell += 1;
                    }
                }
            }
            return cells;
        }
        for (value, row) in cells.chunks_exact_mut(years).enumerate() {
            let made;
            let words = if let Some(words) = column.lists.set(value) {
                words
            } else {
                let mut set = Set::none(self.units);
                column.lists.add_to(value, &mut set);
                made = set;
                made.words()
            };
            for (cell, (from, to)) in row.iter_mut().zip(self.years.ranks()) {
                *cell = group.set.shared_within(words, from, to);
            }
        }
        cells
    }

    /// The first year of any unit, and how many years there are.
    pub fn years(&self) -> (u16, usize) {
        self.years.span()
    }
}
