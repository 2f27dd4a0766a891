//! From the picture that is shown to the next one, by as few changes as will do.
//!
//! In: pictures, one after the other, and a [`Surface`] that can make elements. Out: calls to it.
//! A group that stands for something is found again by its [`Key`], wherever it has moved; other
//! marks by their place. Invariants: what stays the same is neither made anew nor touched; the
//! elements shown are those of `chart::svg`, links in place of the groups that can be pressed.

use super::picture::{Attribute, Key, Mark, Picture};

/// Where elements are shown.
pub trait Surface {
    /// One of them.
    type Node: Clone;
    /// Makes an element, which is shown nowhere yet.
    fn make(&self, element: &'static str) -> Self::Node;
    /// Sets an attribute, or takes it away.
    fn set(&self, node: &Self::Node, name: &'static str, value: Option<&str>);
    /// Makes this the text of an element.
    fn write(&self, node: &Self::Node, text: &str);
    /// Puts an element into another, before one of those in there or at the end.
    fn put(&self, parent: &Self::Node, node: &Self::Node, before: Option<&Self::Node>);
    /// Takes an element away.
    fn remove(&self, node: &Self::Node);
}

/// A picture as it is shown.
pub struct Shown<S: Surface> {
    surface: S,
    root: S::Node,
    size: (u32, u32),
    marks: Vec<Mark>,
    parts: Vec<Part<S::Node>>,
}

/// What shows one mark.
struct Part<N> {
    node: N,
    title: Option<N>,
    parts: Vec<Part<N>>,
}

impl<S: Surface> Shown<S> {
    /// Nothing yet, in an element that stands for the whole picture.
    pub fn new(surface: S, root: S::Node) -> Self {
        Self {
            surface,
            root,
            size: (0, 0),
            marks: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Where it is shown.
    pub fn surface(&self) -> &S {
        &self.surface
    }

    /// Shows another picture; says whether there are links in it that never had an address.
    pub fn show(&mut self, picture: &Picture) -> bool {
        let Picture {
            width,
            height,
            marks,
        } = picture;
        if self.size != (*width, *height) {
            self.size = (*width, *height);
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
        self.parts = change.list(&self.root, (&self.marks, parts), marks);
        self.marks.clone_from(marks);
        links
    }

    /// Calls `see` with each mark that stands for something, in their order.
    pub fn each(&self, mut see: impl FnMut(&S, Key, &S::Node)) {
        for (mark, part) in self.marks.iter().zip(&self.parts) {
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
        let link = mark.key() != Key::None;
        let node = self.surface.make(if link { "a" } else { mark.element() });
        self.attributes(&node, &[], &attributes(mark));
        let mut part = Part {
            node,
            title: None,
            parts: Vec::new(),
        };
        match mark {
            Mark::Text(label) => self.surface.write(&part.node, &label.text),
            Mark::Group(tag, marks) => {
                *self.new_links |= link;
                let title = self.surface.make("title");
                self.surface.write(&title, &tag.title);
                self.surface.put(&part.node, &title, None);
                part.title = Some(title);
                part.parts = self.list(&part.node, (&[], Vec::new()), marks);
            }
            _ => {}
        }
        part
    }

    fn mark(&mut self, part: &mut Part<S::Node>, old: &Mark, new: &Mark) {
        if old == new {
            return;
        }
        match (old, new) {
            (Mark::Group(before, inner), Mark::Group(tag, marks)) => {
                if before.class != tag.class {
                    self.attributes(&part.node, &attributes(old), &attributes(new));
                }
                if let Some(title) = part.title.as_ref().filter(|_| before.title != tag.title) {
                    self.surface.write(title, &tag.title);
                }
                let parts = std::mem::take(&mut part.parts);
                part.parts = self.list(&part.node, (inner, parts), marks);
                return;
            }
            (Mark::Text(before), Mark::Text(label)) if before.text != label.text => {
                self.surface.write(&part.node, &label.text);
                if before.looks_like(label) {
                    return;
                }
            }
            _ => {}
        }
        self.attributes(&part.node, &attributes(old), &attributes(new));
    }

    fn attributes(&self, node: &S::Node, old: &[Attribute], new: &[Attribute]) {
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

/// What the element of a mark is given.
fn attributes(mark: &Mark) -> Vec<Attribute> {
    match mark {
        Mark::Group(tag, _) if tag.key != Key::None => tag.link().into(),
        _ => mark.attributes(),
    }
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
        let fits = |place: &usize| {
            !taken[*place] && old[*place].key() == mark.key() && old[*place].alike(mark)
        };
        // Nearly always what is looked for comes next.
        let mut places = (*from..old.len()).chain(0..(*from).min(old.len()));
        let place = places.find(fits)?;
        taken[place] = true;
        *from = place + 1;
        Some(place)
    });
    found.collect()
}
