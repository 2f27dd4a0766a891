//! A picture as elements that stay on the page and are changed.
//!
//! In: one picture after the other. Out: the elements of the newest. The element of the whole is
//! made here and only put in place by Yew, which knows nothing of what is in it. Words and
//! addresses of links follow a moment after the picture, for nobody opens a link while it changes.
//! Invariant: the mark that has the focus keeps it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Props;
use super::press::{self, Wishes};
use crate::browser::svg::{self, Node, Page};
use crate::browser::wait;
use crate::chart::{Key, Shown, Surface};

/// How much later addresses follow, ms.
const MOMENT: u32 = 60;

impl Surface for Page {
    type Node = Node;

    fn make(&self, element: &'static str) -> Node {
        Self::make(self, element)
    }

    fn text(&self, text: &str) -> Node {
        Self::text(self, text)
    }

    fn set(&self, node: &Node, name: &'static str, value: Option<&str>) {
        Self::set(self, node, name, value);
    }

    fn number(&self, node: &Node, name: &'static str, value: i32) {
        Self::number(self, node, name, value);
    }

    fn write(&self, text: &Node, words: &str) {
        svg::write(text, words);
    }

    fn put(&self, parent: &Node, node: &Node, before: Option<&Node>) {
        svg::put(parent, node, before);
    }

    fn remove(&self, node: &Node) {
        svg::remove(node);
    }
}

/// A chart on the page.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let wishes = use_mut_ref(Wishes::default);
    wishes.replace(Wishes {
        pick: props.onpick.clone(),
        span: props.onspan.clone(),
    });
    let canvas = use_memo((), |()| Canvas::new(props, &wishes));
    let Some(canvas) = &*canvas else {
        return html! { <></> };
    };
    let fresh = canvas.show(props);
    if let Some(href) = props.href.as_ref().filter(|_| fresh) {
        canvas.lead(href, props.target.as_deref());
    }
    {
        let (canvas, href, target) = (canvas.clone(), props.href.clone(), props.target.clone());
        use_effect_with(props.href.clone(), move |_| {
            let soon = wait::after(MOMENT, move || {
                if let Some(href) = href {
                    canvas.lead(&href, target.as_deref());
                }
            });
            move || drop(soon)
        });
    }
    canvas
        .root
        .clone()
        .map_or_else(Html::default, |root| Html::VRef(root.into()))
}

/// The elements of one chart.
#[derive(Clone)]
struct Canvas {
    root: Node,
    shown: Rc<RefCell<Shown<Page>>>,
    /// Alive as long as the chart is.
    _listeners: Rc<press::Listeners>,
}

impl Canvas {
    fn new(props: &Props, wishes: &Rc<RefCell<Wishes>>) -> Option<Self> {
        let page = Page::find()?;
        let root = page.make("svg");
        page.set(
            &root,
            "role",
            Some(if props.href.is_some() { "group" } else { "img" }),
        );
        page.set(&root, "aria-label", Some(&props.label));
        if props.onspan.is_some() {
            page.set(&root, "data-brush", Some("years"));
        }
        let shown = Rc::new(RefCell::new(Shown::new(page, root.clone())));
        Some(Self {
            _listeners: Rc::new(press::listen(&root, &shown, wishes)),
            root,
            shown,
        })
    }

    /// Shows the picture; says whether there are links that have no address yet.
    fn show(&self, props: &Props) -> bool {
        let Ok(mut shown) = self.shown.try_borrow_mut() else {
            return false;
        };
        let focused = shown.surface().focused_in(&self.root);
        let fresh = shown.show(props.picture.clone());
        if focused.is_some() && shown.surface().focused_in(&self.root).is_none() {
            svg::focus(&focused);
        }
        fresh
    }

    /// Gives each link its words and its address. Of the cells of a matrix one can be reached by Tab, and the
    /// others from there by arrows.
    fn lead(&self, href: &Callback<Key, Option<AttrValue>>, target: Option<&str>) {
        let Ok(mut shown) = self.shown.try_borrow_mut() else {
            return;
        };
        shown.name();
        let focused = shown.surface().focused_in(&self.root);
        let mut reached = focused.is_some();
        shown.each(|page, key, node| {
            let href = href.emit(key);
            page.set(node, "href", href.as_deref());
            if let Some(target) = target.filter(|_| href.is_some()) {
                page.set(node, "target", Some(target));
                page.set(node, "rel", Some("noopener"));
            }
            page.set(node, "role", href.is_none().then_some("img"));
            if let Key::Cell(..) = key {
                let here = focused == *node || (!reached && href.is_some());
                reached |= here;
                page.set(node, "tabindex", (!here).then_some("-1"));
            }
        });
    }
}
