//! A picture as SVG elements, its keyed groups as links that can also be pressed.
//!
//! Invariant: the elements and attributes are those of `chart::svg`, so page and download
//! look the same; the style sheet only re-colours them by class.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use super::link::is_plain;
use crate::chart::picture::NAMES;
use crate::chart::{Key, Mark, Picture, Tag};

/// What is drawn and what pressing it does.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The chart.
    pub picture: Picture,
    /// Its name, for those who do not see it.
    pub label: AttrValue,
    /// Where a mark leads; marks without an address are not links.
    #[prop_or_default]
    pub href: Option<Callback<Key, Option<AttrValue>>>,
    /// What pressing a mark does instead, where the program runs.
    #[prop_or_default]
    pub onpick: Option<Callback<Key>>,
}

/// A chart on the page.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let Picture {
        width,
        height,
        marks,
    } = &props.picture;
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    // A picture with links in it is a group of them; one without is an image.
    let role = if props.href.is_some() { "group" } else { "img" };
    html! {
        <svg viewBox={view_box} width={width.to_string()} height={height.to_string()} {role} aria-label={props.label.clone()}>
            for (no, mark) in marks.iter().enumerate() { { element(props, no, mark) } }
        </svg>
    }
}

fn element(props: &Props, no: usize, mark: &Mark) -> Html {
    let mut tag = VTag::new(mark.element());
    tag.set_attributes(attributes(mark));
    tag.key = Some(no.into());
    match mark {
        Mark::Text(label) => {
            tag.add_child(html! { <>{ &label.text }</> });
            tag.into()
        }
        Mark::Group(group, marks) => {
            let children = marks.iter().enumerate();
            tag.add_children(children.map(|(no, mark)| element(props, no, mark)));
            linked(props, no, group, tag.into())
        }
        _ => tag.into(),
    }
}

/// The attributes of a mark over one fixed list of names, which Yew compares without hashing.
fn attributes(mark: &Mark) -> Attributes {
    let mut values: Box<[Option<AttributeOrProperty>]> = NAMES.iter().map(|_| None).collect();
    for (name, value) in mark.attributes() {
        let slot = NAMES.iter().position(|known| *known == name);
        if let Some(slot) = slot.and_then(|slot| values.get_mut(slot)) {
            *slot = Some(AttributeOrProperty::Attribute(value.into()));
        }
    }
    Attributes::Dynamic {
        keys: NAMES,
        values,
    }
}

/// The group inside a link, if it stands for something that has an address.
fn linked(props: &Props, no: usize, group: &Tag, drawn: Html) -> Html {
    let href = props.href.as_ref().and_then(|href| href.emit(group.key));
    let Some(href) = href else {
        return drawn;
    };
    let key = group.key;
    let onpick = props.onpick.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(onpick) = onpick.as_ref().filter(|_| is_plain(&event)) {
            event.prevent_default();
            onpick.emit(key);
        }
    });
    html! {
        // The title is the link's name, for the ear and for the pointer.
        <a key={no} class="mark" {href} {onclick}>
            <title>{ &group.title }</title>
            { drawn }
        </a>
    }
}
