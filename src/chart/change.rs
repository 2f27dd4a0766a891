//! From the picture that is shown to the next one, by as few changes as will do.
//!
//! In: pictures, one after the other, and a [`Surface`] that can make elements. Out: calls to it.
//! What a mark says in words follows when it is asked for, for nobody hears it while it changes.
//! A group that stands for something is found again by its [`Key`], wherever it has moved; other
//! marks by their place. Invariants: what stays the same is neither made anew nor touched; the
//! elements shown are those of `chart::svg`, links in place of the groups that can be pressed.

use std::rc::Rc;

use super::picture::{Attribute, Key, Mark, Picture};

/// Where elements are shown.
pub trait Surface {
    /// One of them.
    type Node: Clone;
    /// Makes an element, which is shown nowhere yet.
    fn make(&self, element: &'static str) -> Self::Node;
    /// Makes a text, which is shown nowhere yet.
    fn text(&self, text: &str) -> Self::Node;
    /// Sets an attribute, or takes it away.
    fn set(&self, node: &Self::Node, name: &'static str, value: Option<&str>);
    /// Sets an attribute that is a whole number.
    fn number(&self, node: &Self::Node, name: &'static str, value: i32);
    /// Makes a text say this.
    fn write(&self, text: &Self::Node, words: &str);
    /// Puts an element into another, before one of those in there or at the end.
    fn put(&self, parent: &Self::Node, node: &Self::Node, before: Option<&Self::Node>);
    /// Takes an element away.
    fn remove(&self, node: &Self::Node);
}

/// A picture as it is shown.
pub struct Shown<S: Surface> {
    surface: S,
    root: S::Node,
    picture: Rc<Picture>,
    parts: Vec<Part<S::Node>>,
}

/// What shows one mark.
struct Part<N> {
    node: N,
    /// What it says: of a text its text, of a group that of its title.
    text: Option<N>,
    /// What stands there of a group.
    title: String,
    parts: Vec<Part<N>>,
}

impl<S: Surface> Shown<S> {
    /// Nothing yet, in an element that stands for the whole picture.
    pub fn new(surface: S, root: S::Node) -> Self {
        Self {
            surface,
            root,
            picture: Rc::default(),
            parts: Vec::new(),
        }
    }

    /// Where it is shown.
    pub fn surface(&self) -> &S {
        &self.surface
    }

    /// Shows another picture; says whether there are links in it that never had an address.
    pub fn show(&mut self, picture: Rc<Picture>) -> bool {
        let (width, height) = (picture.width, picture.height);
        if self.picture.width != width || self.picture.height != height {
            let (width, height) = (width.to_string(), height.to_string());
            let view_box = ["0 0 ", &width, " ", &height].concat();
            self.surface.set(&self.root, "viewBox", Some(&view_box));
            self.surface.set(&self.root, "width", Some(&width));
            self.surface.set(&self.root, "height", Some(&height));
        }
        let parts = std::mem::take(&mut self.parts);
        let mut links = false;
        let mut change = Change {
            surface: &self.surface,
            new_links: &mut links,
        };
        self.parts = change.list(&self.root, (&self.picture.marks, parts), &picture.marks);
        self.picture = picture;
        links
    }

    /// Brings what the marks say in words up to date.
    pub fn name(&mut self) {
        name(&self.surface, &self.picture.marks, &mut self.parts);
    }

    /// Calls `see` with each mark that stands for something, in their order.
    pub fn each(&self, mut see: impl FnMut(&S, Key, &S::Node)) {
        for (mark, part) in self.picture.marks.iter().zip(&self.parts) {
            if let Mark::Group(tag, _) = mark
                && tag.key != Key::None
            {
                see(&self.surface, tag.key, &part.node);
            }
        }
    }
}

/// One change, going on.
struct Change<'a, S: Surface> {
    surface: &'a S,
    new_links: &'a mut bool,
}

impl<S: Surface> Change<'_, S> {
    /// Makes the marks within one element those that are to be.
    fn list(
        &mut self,
        parent: &S::Node,
        (old, parts): (&[Mark], Vec<Part<S::Node>>),
        new: &[Mark],
    ) -> Vec<Part<S::Node>> {
        let mut parts = parts;
        if old.len() == new.len() && old.iter().zip(new).all(|(old, new)| goes_on(old, new)) {
            for ((part, old), new) in parts.iter_mut().zip(old).zip(new) {
                self.mark(part, old, new);
            }
            return parts;
        }
        let found = same(old, new);
        let mut left: Vec<Option<Part<S::Node>>> = parts.into_iter().map(Some).collect();
        let mut next: Option<S::Node> = None;
        let mut first_kept = usize::MAX;
        let mut shown = Vec::with_capacity(new.len());
        // From the last to the first, so that what comes after a mark stands already.
        for (mark, place) in new.iter().zip(&found).rev() {
            let kept = place.and_then(|place| Some((place, left.get_mut(place)?.take()?)));
            let part = if let Some((place, mut part)) = kept {
                if let Some(before) = old.get(place) {
                    self.mark(&mut part, before, mark);
                }
                if place < first_kept {
                    first_kept = place;
                } else {
                    self.surface.put(parent, &part.node, next.as_ref());
                }
                part
            } else {
                let part = self.make(mark);
                self.surface.put(parent, &part.node, next.as_ref());
                part
            };
            next = Some(part.node.clone());
            shown.push(part);
        }
        for part in left.into_iter().flatten() {
            self.surface.remove(&part.node);
        }
        shown.reverse();
        shown
    }

    fn make(&mut self, mark: &Mark) -> Part<S::Node> {
        let surface = self.surface;
        let link = mark.key() != Key::None;
        let node = surface.make(if link { "a" } else { mark.element() });
        for (name, value) in mark.numbers().into_iter().filter(|it| !it.0.is_empty()) {
            surface.number(&node, name, value);
        }
        self.words(&node, &[], &words(mark));
        let mut part = Part {
            node,
            text: None,
            title: String::new(),
            parts: Vec::new(),
        };
        match mark {
            Mark::Text(label) => {
                let text = surface.text(&label.text);
                surface.put(&part.node, &text, None);
                part.text = Some(text);
            }
            Mark::Group(tag, marks) => {
                *self.new_links |= link;
                let title = surface.make("title");
                let text = surface.text(&tag.title);
                surface.put(&title, &text, None);
                surface.put(&part.node, &title, None);
                part.text = Some(text);
                part.title.clone_from(&tag.title);
                part.parts = self.list(&part.node, (&[], Vec::new()), marks);
            }
            _ => {}
        }
        part
    }

    fn mark(&mut self, part: &mut Part<S::Node>, old: &Mark, new: &Mark) {
        if let (Mark::Group(_, inner), Mark::Group(_, marks)) = (old, new) {
            let parts = std::mem::take(&mut part.parts);
            part.parts = self.list(&part.node, (inner, parts), marks);
        }
        if let (Mark::Text(before), Mark::Text(label), Some(text)) = (old, new, &part.text)
            && before.text != label.text
        {
            self.surface.write(text, &label.text);
        }
        for ((name, before), (_, value)) in old.numbers().into_iter().zip(new.numbers()) {
            if before != value {
                self.surface.number(&part.node, name, value);
            }
        }
        if !old.same_words(new) && old != new {
            self.words(&part.node, &words(old), &words(new));
        }
    }

    fn words(&self, node: &S::Node, old: &[Attribute], new: &[Attribute]) {
        for (name, value) in new {
            let before = old.iter().find(|(other, _)| other == name);
            if before.is_none_or(|(_, before)| before != value) {
                self.surface.set(node, name, Some(value));
            }
        }
        for (name, _) in old {
            if new.iter().all(|(other, _)| other != name) {
                self.surface.set(node, name, None);
            }
        }
    }
}

/// Writes the words of those groups that say something else than stands there.
fn name<S: Surface>(surface: &S, marks: &[Mark], parts: &mut [Part<S::Node>]) {
    for (mark, part) in marks.iter().zip(parts) {
        let Mark::Group(tag, marks) = mark else {
            continue;
        };
        if let Some(text) = part.text.as_ref().filter(|_| part.title != tag.title) {
            surface.write(text, &tag.title);
            part.title.clone_from(&tag.title);
        }
        name(surface, marks, &mut part.parts);
    }
}

/// What the element of a mark is given besides numbers.
fn words(mark: &Mark) -> Vec<Attribute> {
    match mark {
        Mark::Group(tag, _) if tag.key != Key::None => tag.link(),
        _ => mark.words(),
    }
}

/// Whether a mark goes on from another: the same key, and an element that can show both.
fn goes_on(old: &Mark, new: &Mark) -> bool {
    old.key() == new.key() && old.alike(new)
}

/// For each new mark the old one that it goes on from: the same key, or else the next without a
/// key and of the same element.
fn same(old: &[Mark], new: &[Mark]) -> Vec<Option<usize>> {
    let mut taken = vec![false; old.len()];
    let (mut keyed, mut plain) = (0, 0);
    let found = new.iter().map(|mark| {
        let from = if mark.key() == Key::None {
            &mut plain
        } else {
            &mut keyed
        };
        let fits = |place: &usize| !taken[*place] && goes_on(&old[*place], mark);
        // Nearly always what is looked for comes next.
        let mut places = (*from..old.len()).chain(0..(*from).min(old.len()));
        let place = places.find(fits)?;
        taken[place] = true;
        *from = place + 1;
        Some(place)
    });
    found.collect()
}
