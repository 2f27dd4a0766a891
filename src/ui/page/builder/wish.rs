//! What is to be put into a page: which view of which selection, how large, in which colours, of
//! which version, and as what markup. An address says the same.
//!
//! In: the query of the builder's address, or a wish. Out: the other one, and the address of the
//! view. Invariant: what is not known is left out with a quiet note; reading what was printed
//! gives the same wish.

use crate::corpus::model::{Corpus, RemovedKind, ThreadNo, UnitNo};
use crate::embed::Form;
use crate::explore::quoted::shown;
use crate::explore::view::{Color, View};
use crate::explore::{address, escape, words};
use crate::ui::page::EmbedView;

/// The folder of the builder and of all views.
pub const FOLDER: &str = "embed/";

/// The widest and the highest frame that is offered, px.
const MOST: [u32; 2] = [2000, 6000];

/// The narrowest and the lowest, px.
const LEAST: [u32; 2] = [240, 120];

/// A wish, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// As what.
    pub embed: EmbedView,
    /// Of which selection, and in which colours.
    pub view: View,
    /// Width of the frame, px; as wide as there is room where none is given.
    pub width: Option<u32>,
    /// Height of the frame, px; the one suggested where none is given.
    pub height: Option<u32>,
    /// Whether it follows the corpus, or keeps to the version of today.
    pub live: bool,
    /// As what markup.
    pub form: Form,
}

impl Wish {
    /// A view of everything, as it is offered first.
    pub fn of(embed: EmbedView) -> Self {
        Self {
            embed,
            view: View::default(),
            width: None,
            height: None,
            live: true,
            form: Form::default(),
        }
    }

    /// Whether a selection can be made for the view.
    pub fn selects(&self) -> bool {
        EmbedView::SELECTIONS.contains(&self.embed)
    }

    /// Reads the query of an address, with or without its `?`; what is to be said of it.
    pub fn parse(corpus: &Corpus, query: &str) -> (Self, Vec<String>) {
        let (mut view, mut id) = (String::new(), String::new());
        let mut own = Self::of(EmbedView::Themes);
        let (mut rest, mut notes) = (String::new(), Vec::new());
        for [key, value] in escape::pairs(query.strip_prefix('?').unwrap_or(query)) {
            let known = match key.as_str() {
                "view" => {
                    view.clone_from(&value);
                    true
                }
                "id" => {
                    id.clone_from(&value);
                    true
                }
                "size" => own.take_size(&value),
                "live" => {
                    own.live = value != "no";
                    matches!(value.as_str(), "no" | "yes")
                }
                "as" => {
                    let form = Form::ALL.into_iter().find(|it| it.id() == value);
                    own.form = form.unwrap_or_default();
                    form.is_some()
                }
                _ => {
                    push(&mut rest, &key, &value);
                    true
                }
            };
            if !known {
                notes.push(unknown(&key, &value));
            }
        }
        let (selection, others) = address::parse(corpus, &rest);
        notes.extend(others.iter().map(words::notice));
        own.view = selection;
        match found(corpus, &view, &id) {
            Ok(embed) => own.embed = embed,
            // That another is shown than was asked for comes first.
            Err(note) => notes.insert(0, note),
        }
        notes.truncate(address::MOST_NOTICES);
        if !own.selects() {
            own.view = View {
                color: own.view.color,
                ..View::default()
            };
        }
        (own, notes)
    }

    fn take_size(&mut self, value: &str) -> bool {
        let mut sides = value.split('x');
        let mut next = |least: u32, most: u32| match sides.next() {
            None | Some("auto" | "") => (None, true),
            Some(side) => {
                let px = side.parse::<u32>().ok();
                let px = px.filter(|it| (least..=most).contains(it));
                (px, px.is_some())
            }
        };
        let width = next(LEAST[0], MOST[0]);
        let height = next(LEAST[1], MOST[1]);
        (self.width, self.height) = (width.0, height.0);
        width.1 && height.1
    }

    /// The query of the builder's address: empty, or beginning with `?`.
    pub fn print(&self, corpus: &Corpus) -> String {
        let mut out = String::new();
        push(&mut out, "view", self.embed.id());
        if let Some(id) = id(corpus, self.embed) {
            push(&mut out, "id", id);
        }
        let selection = self.query(corpus);
        if let Some(rest) = selection.strip_prefix('?') {
            out.push('&');
            out.push_str(rest);
        }
        let text = |px: Option<u32>| px.map_or_else(|| "auto".to_owned(), |it| it.to_string());
        match (self.width, self.height) {
            (None, None) => {}
            (width, None) => push(&mut out, "size", &text(width)),
            (width, height) => push(&mut out, "size", &[text(width), text(height)].join("x")),
        }
        if !self.live {
            push(&mut out, "live", "no");
        }
        if self.form != Form::default() {
            push(&mut out, "as", self.form.id());
        }
        out.insert(0, '?');
        out
    }

    /// The query of the view's own address.
    pub fn query(&self, corpus: &Corpus) -> String {
        let view = if self.selects() {
            self.view.clone()
        } else {
            View {
                color: self.view.color,
                ..View::default()
            }
        };
        address::print(corpus, &view)
    }

    /// Whether the view is one that was written beforehand, with a picture beside it.
    pub fn is_written(&self, corpus: &Corpus) -> bool {
        let plain = View {
            color: Color::Auto,
            ..self.view.clone()
        };
        !self.selects() || address::print(corpus, &plain).is_empty()
    }

    /// Whether a size or colours were chosen for it.
    pub const fn is_dressed(&self) -> bool {
        self.width.is_some() || self.height.is_some() || !matches!(self.view.color, Color::Auto)
    }

    /// The folder of the view from the root of the site.
    pub fn folder(&self, corpus: &Corpus) -> String {
        let folder = self.embed.folder(corpus);
        if self.live {
            return folder;
        }
        let below = folder.strip_prefix(FOLDER).unwrap_or(&folder);
        [FOLDER, "at/", corpus.about.version, "/", below].concat()
    }
}

/// The id that stands beside the name of a view.
fn id<'a>(corpus: &Corpus<'a>, embed: EmbedView) -> Option<&'a str> {
    match embed {
        EmbedView::Unit(no) => corpus.units.get(no.index()).map(|it| it.id),
        EmbedView::Thread(no) => corpus.threads.get(no.index()).map(|it| it.id),
        _ => None,
    }
}

/// The view of a name and an id; the first of its kind, or counts by theme, where there is none.
fn found(corpus: &Corpus, view: &str, id: &str) -> Result<EmbedView, String> {
    let gone = |kind: RemovedKind| {
        let mut removed = corpus.removed.iter();
        removed.any(|it| it.kind == kind && it.id == id)
    };
    let missing = |kind| {
        if gone(kind) {
            ["“", id, "” was withdrawn; another is shown."].concat()
        } else {
            unknown("id", id)
        }
    };
    match view {
        "" => Ok(EmbedView::Themes),
        "unit" => {
            let place = corpus.units.iter().position(|it| it.id == id);
            match place {
                Some(place) => Ok(EmbedView::Unit(UnitNo(place as u32))),
                None if id.is_empty() => Ok(newest(corpus)),
                None => Err(missing(RemovedKind::Unit)),
            }
        }
        "thread" => {
            let place = corpus.threads.iter().position(|it| it.id == id);
            match place {
                Some(place) => Ok(EmbedView::Thread(ThreadNo(place as u32))),
                None if id.is_empty() && !corpus.threads.is_empty() => {
                    Ok(EmbedView::Thread(ThreadNo(0)))
                }
                None => Err(missing(RemovedKind::Thread)),
            }
        }
        other => EmbedView::of_selection(other).ok_or_else(|| unknown("view", other)),
    }
}

/// The statement that was made last.
pub(super) fn newest(corpus: &Corpus) -> EmbedView {
    let units = corpus.units.iter().enumerate();
    let newest = units.max_by_key(|(no, it)| (it.made.days(), std::cmp::Reverse(*no)));
    newest.map_or(EmbedView::List, |(no, _)| {
        EmbedView::Unit(UnitNo(no as u32))
    })
}

fn unknown(key: &str, value: &str) -> String {
    let value: String = shown(value).chars().take(40).collect();
    let parts = [
        "The link asks for “",
        &value,
        "” (",
        key,
        "), which is not known here; it was left out.",
    ];
    parts.concat()
}

fn push(out: &mut String, key: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    // A name of an address, too, may be anything.
    escape::push(out, key);
    out.push('=');
    escape::push(out, value);
}
