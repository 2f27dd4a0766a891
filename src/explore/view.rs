//! What the reader asked for: words, filters, years, order and form.
//!
//! In: actions. Out: the next view. Invariant: chosen values are sorted and stand once,
//! so that equal wishes are equal views and have one address.

use super::facet::Facet;
use super::series::{Counting, Per};
use crate::corpus::model::Kind;

/// In what order results stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first; without words to match, newest first.
    #[default]
    Relevance,
    /// By when the words were said, newest first.
    Newest,
    /// By when the words were said, oldest first.
    Oldest,
}

impl Sort {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Newest, Self::Oldest];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }
}

/// In what form results stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Entries with their quotations.
    #[default]
    List,
    /// One row each.
    Table,
}

impl Show {
    /// In the order of the page.
    pub const ALL: [Self; 2] = [Self::List, Self::Table];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Table => "table",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Color {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The reader's wish, whole; an address says the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Words, as typed.
    pub q: String,
    /// The values chosen within each facet, in the order of [`Facet::ALL`].
    pub chosen: [Vec<u32>; Facet::COUNT],
    /// First year wanted.
    pub from: Option<u16>,
    /// Last year wanted.
    pub to: Option<u16>,
    /// Order.
    pub sort: Sort,
    /// Form.
    pub show: Show,
    /// What the counts count.
    pub count: Counting,
    /// Light or dark.
    pub color: Color,
    /// Whether counts by theme are told kind by kind.
    pub split: bool,
    /// What the bars of years stand for.
    pub per: Per,
    /// The selection this one is compared with: its words, facets and years, the rest as by
    /// default.
    pub against: Option<Box<View>>,
}

/// One thing a reader does to the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Types in the search box.
    Type(String),
    /// Puts words into the search box, as a suggestion does.
    Say(String),
    /// Adds the value, or takes it away if it is chosen.
    Toggle(Facet, u32),
    /// Narrows to these years; `None` leaves that side open.
    Years(Option<u16>, Option<u16>),
    /// Orders.
    Sort(Sort),
    /// Shows as.
    Show(Show),
    /// Counts.
    Count(Counting),
    /// Colours.
    Color(Color),
    /// Tells themes kind by kind, or all in one.
    Split(bool),
    /// Counts years whole or by article.
    Per(Per),
    /// Narrows to one theme in one year, or takes just that away again.
    Cell(u32, u16),
    /// Compares with another selection, or with none any more.
    Compare(Option<Box<View>>),
    /// Puts each of two selections in the place of the other.
    Swap,
    /// Drops words and filters, keeps order, form and colour.
    Clear,
    /// Chooses another view, all at once.
    Visit(Box<View>),
    /// Goes to another view, as Back does.
    Go(Box<View>),
}

impl View {
    /// The values chosen within a facet.
    pub fn chosen(&self, facet: Facet) -> &[u32] {
        &self.chosen[facet as usize]
    }

    /// Whether the value is chosen.
    pub fn has(&self, facet: Facet, value: u32) -> bool {
        self.chosen(facet).binary_search(&value).is_ok()
    }

    /// Whether a year lies in the span asked for.
    pub fn spans(&self, year: u16) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }

    /// Whether years are narrowed at all.
    pub const fn has_years(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// How many filters are on, words not counted.
    pub fn n_filters(&self) -> usize {
        self.chosen.iter().map(Vec::len).sum::<usize>() + usize::from(self.has_years())
    }

    /// What the counts count: where only positions and refusals are asked for, those too.
    pub fn counting(&self) -> Counting {
        let kinds = self.chosen(Facet::Kind).iter();
        let mut kinds = kinds
            .filter_map(|kind| Kind::ALL.get(*kind as usize))
            .peekable();
        if kinds.peek().is_some() && kinds.all(|kind| !kind.counted()) {
            Counting::All
        } else {
            self.count
        }
    }

    /// The view after an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Type(q) | Action::Say(q) => next.q = q,
            Action::Toggle(facet, value) => toggle(&mut next.chosen[facet as usize], value),
            Action::Years(from, to) => (next.from, next.to) = (from, to),
            Action::Sort(sort) => next.sort = sort,
            Action::Show(show) => next.show = show,
            Action::Count(count) => next.count = count,
            Action::Color(color) => next.color = color,
            Action::Split(split) => next.split = split,
            Action::Per(per) => next.per = per,
            Action::Cell(theme, year) => next.cell(theme, year),
            Action::Compare(against) => next.against = against,
            Action::Swap => next.swap(),
            Action::Clear => {
                next = Self {
                    sort: self.sort,
                    show: self.show,
                    count: self.count,
                    color: self.color,
                    split: self.split,
                    per: self.per,
                    ..Self::default()
                }
            }
            Action::Visit(view) | Action::Go(view) => next = *view,
        }
        next
    }
}

impl View {
    /// Only what is selected: words, facets and years.
    #[must_use]
    pub fn selection(&self) -> Self {
        Self {
            q: self.q.clone(),
            chosen: self.chosen.clone(),
            from: self.from,
            to: self.to,
            ..Self::default()
        }
    }

    /// Whether this theme and this year are just what is chosen of themes and years.
    pub fn has_cell(&self, theme: u32, year: u16) -> bool {
        self.chosen(Facet::Theme) == [theme] && (self.from, self.to) == (Some(year), Some(year))
    }

    fn cell(&mut self, theme: u32, year: u16) {
        let (themes, year) = if self.has_cell(theme, year) {
            (Vec::new(), None)
        } else {
            (vec![theme], Some(year))
        };
        self.chosen[Facet::Theme as usize] = themes;
        (self.from, self.to) = (year, year);
    }

    fn swap(&mut self) {
        if let Some(other) = self.against.take() {
            let mine = self.selection();
            (self.q, self.chosen) = (other.q, other.chosen);
            (self.from, self.to) = (other.from, other.to);
            self.against = Some(Box::new(mine));
        }
    }
}

/// Adds what is missing, takes away what is there, and keeps the order.
fn toggle(values: &mut Vec<u32>, value: u32) {
    match values.binary_search(&value) {
        Ok(place) => {
            values.remove(place);
        }
        Err(place) => values.insert(place, value),
    }
}
