//! Going from one picture to the next: the elements are those of the next, and what is the same in
//! both is not touched.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use pledges::chart::{self, Key, Mark, Picture, Shown, Surface};
use pledges::explore::series::Counting;
use proptest::prelude::*;

use super::sample;

/// An element of a page that exists only here.
#[derive(Default)]
struct Element {
    name: &'static str,
    attributes: RefCell<BTreeMap<&'static str, String>>,
    text: RefCell<String>,
    inner: RefCell<Vec<Rc<Element>>>,
    outer: RefCell<Weak<Element>>,
}

/// What was done to the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Deeds {
    made: usize,
    set: usize,
    written: usize,
    put: usize,
    removed: usize,
}

#[derive(Clone, Default)]
struct Paper(Rc<Cell<Deeds>>);

impl Paper {
    fn note(&self, deed: impl FnOnce(&mut Deeds)) {
        let mut deeds = self.0.get();
        deed(&mut deeds);
        self.0.set(deeds);
    }
}

fn detach(node: &Rc<Element>) {
    if let Some(outer) = node.outer.borrow().upgrade() {
        outer.inner.borrow_mut().retain(|it| !Rc::ptr_eq(it, node));
    }
}

impl Surface for Paper {
    type Node = Rc<Element>;

    fn make(&self, name: &'static str) -> Rc<Element> {
        self.note(|it| it.made += 1);
        Rc::new(Element {
            name,
            ..Element::default()
        })
    }

    fn text(&self, text: &str) -> Rc<Element> {
        let node = self.make("");
        node.text.replace(text.to_owned());
        node
    }

    fn number(&self, node: &Rc<Element>, name: &'static str, value: i32) {
        self.set(node, name, Some(&value.to_string()));
    }

    fn set(&self, node: &Rc<Element>, name: &'static str, value: Option<&str>) {
        self.note(|it| it.set += 1);
        let mut attributes = node.attributes.borrow_mut();
        match value {
            Some(value) => attributes.insert(name, value.to_owned()),
            None => attributes.remove(name),
        };
    }

    fn write(&self, node: &Rc<Element>, text: &str) {
        self.note(|it| it.written += 1);
        node.text.replace(text.to_owned());
    }

    fn put(&self, parent: &Rc<Element>, node: &Rc<Element>, before: Option<&Rc<Element>>) {
        self.note(|it| it.put += 1);
        detach(node);
        node.outer.replace(Rc::downgrade(parent));
        let mut inner = parent.inner.borrow_mut();
        let place = before.and_then(|next| inner.iter().position(|it| Rc::ptr_eq(it, next)));
        let place = place.unwrap_or(inner.len());
        inner.insert(place, node.clone());
    }

    fn remove(&self, node: &Rc<Element>) {
        self.note(|it| it.removed += 1);
        detach(node);
    }
}

/// An element and all within as text.
fn told(node: &Element) -> String {
    let inner: Vec<String> = node.inner.borrow().iter().map(|it| told(it)).collect();
    let text = node.text.borrow();
    let attributes = node.attributes.borrow();
    format!("<{} {attributes:?}>{text}{}", node.name, inner.concat())
}

struct Page {
    shown: Shown<Paper>,
    root: Rc<Element>,
    deeds: Rc<Cell<Deeds>>,
}

impl Page {
    fn new() -> Self {
        let paper = Paper::default();
        let root = paper.make("svg");
        let deeds = paper.0.clone();
        Self {
            shown: Shown::new(paper, root.clone()),
            root,
            deeds,
        }
    }

    /// Shows a picture with its words, and says what that took.
    fn show(&mut self, picture: &Picture) -> Deeds {
        self.deeds.take();
        self.shown.show(Rc::new(picture.clone()));
        self.shown.name();
        self.deeds.get()
    }
}

fn afresh(picture: &Picture) -> String {
    let mut page = Page::new();
    page.show(picture);
    told(&page.root)
}

/// Pictures of some counts: themes in an order that depends on them, years, and a matrix.
fn pictures(counts: &[u32], split: bool) -> [Picture; 3] {
    let labels: Vec<String> = (0..counts.len()).map(|n| format!("Theme {n}")).collect();
    let rows = labels.iter().zip(counts);
    let rows: Vec<_> = rows
        .map(|(label, &n)| (label.as_str(), [n, n % 3, 0, 1, 0]))
        .collect();
    let mut themes = sample::themes(
        &rows,
        Counting::All,
        Some(counts[0] as usize % counts.len()),
    );
    themes.split = split;
    themes
        .rows
        .sort_by_key(|row| (u32::MAX - row.count, row.theme));
    let rows: Vec<_> = counts.iter().map(|&n| (n % 2, n, n % 2)).collect();
    let years = sample::years(2010, &rows);
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let articles: Vec<u32> = counts.iter().map(|n| n % 2).collect();
    let matrix = sample::matrix(&labels, (2010, &articles), |row, year| {
        counts[row] * counts[year]
    });
    [
        chart::themes(&themes, Counting::All, 396),
        chart::years(&years, Counting::All, 396),
        chart::matrix(&matrix, Counting::All, 396),
    ]
}

#[test]
fn the_same_picture_again_takes_nothing() {
    for picture in pictures(&[3, 0, 1, 4, 1, 5], true) {
        let mut page = Page::new();
        page.show(&picture);
        assert_eq!(page.show(&picture), Deeds::default());
    }
}

#[test]
fn one_count_that_changes_touches_its_own_marks_and_makes_none() {
    let [_, years, matrix] = pictures(&[8, 2, 6, 4], false);
    let [_, other_years, other_matrix] = pictures(&[8, 2, 6, 5 - 1 + 2], false);
    for (before, after) in [(years, other_years), (matrix, other_matrix)] {
        let mut page = Page::new();
        let all = page.show(&before);
        let deeds = page.show(&after);
        assert_eq!(
            (deeds.made, deeds.removed, deeds.put),
            (0, 0, 0),
            "{deeds:?}"
        );
        assert!(
            deeds.set + deeds.written < all.made / 2,
            "{deeds:?} of {all:?}"
        );
    }
}

#[test]
fn themes_that_change_places_are_moved_not_made() {
    let [before, ..] = pictures(&[9, 6, 4, 2], false);
    let [after, ..] = pictures(&[1, 6, 4, 2], false);
    let mut page = Page::new();
    page.show(&before);
    let deeds = page.show(&after);
    assert_eq!((deeds.made, deeds.removed), (0, 0), "{deeds:?}");
    assert_eq!(told(&page.root), afresh(&after));
}

#[test]
fn links_are_told_by_their_keys() {
    let [_, years, _] = pictures(&[1, 2, 3], false);
    let mut page = Page::new();
    assert!(
        page.shown.show(Rc::new(years.clone())),
        "new links want addresses"
    );
    assert!(
        !page.shown.show(Rc::new(years.clone())),
        "old ones have them"
    );
    let mut keys = Vec::new();
    page.shown.each(|_, key, node| {
        assert_eq!(node.attributes.borrow().get("data-key"), Some(&key.id()));
        assert_eq!(Key::parse(&key.id()), key);
        keys.push(key);
    });
    assert_eq!(keys, [2010, 2011, 2012].map(Key::Year));
}

fn count(marks: &[Mark]) -> usize {
    let inner = |mark: &Mark| match mark {
        Mark::Group(_, marks) => 3 + count(marks),
        Mark::Text(_) => 2,
        _ => 1,
    };
    marks.iter().map(inner).sum()
}

proptest! {
    #[test]
    fn after_any_change_the_page_is_as_if_drawn_afresh(
        all in proptest::collection::vec(
            (proptest::collection::vec(0_u32..40, 1..8), any::<bool>()), 2..5
        ),
    ) {
        let mut pages = [Page::new(), Page::new(), Page::new()];
        for (counts, split) in &all {
            for (page, picture) in pages.iter_mut().zip(pictures(counts, *split)) {
                let deeds = page.show(&picture);
                prop_assert!(deeds.made <= count(&picture.marks));
                prop_assert_eq!(told(&page.root), afresh(&picture));
            }
        }
    }
}
