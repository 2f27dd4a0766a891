//! A picture as elements of a page that is being written.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::Props;
use crate::chart::picture::Attribute;
use crate::chart::{Key, Mark, Picture, Tag};

/// A chart on the page.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let Picture {
        width,
        height,
        marks,
    } = &*props.picture;
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    // A picture with links in it is a group of them; one without is an image.
    let role = if props.href.is_some() { "group" } else { "img" };
    html! {
        <svg {role} aria-label={props.label.clone()} data-brush={props.onspan.as_ref().map(|_| "years")} viewBox={view_box} width={width.to_string()} height={height.to_string()}>
            for mark in marks { { element(props, mark) } }
        </svg>
    }
}

fn element(props: &Props, mark: &Mark) -> Html {
    let mut tag = match mark {
        Mark::Group(group, _) if props.href.is_some() && group.key != Key::None => {
            link(props, group)
        }
        _ => VTag::new(mark.element()),
    };
    match mark {
        Mark::Group(group, marks) => {
            if props.href.is_some() {
                // What the ear hears of the mark, and what the pointer is told.
                tag.add_child(html! { <title>{ &group.title }</title> });
            }
            if tag.tag() == "g" {
                add(&mut tag, mark.attributes());
            }
            tag.add_children(marks.iter().map(|mark| element(props, mark)));
        }
        Mark::Text(label) => {
            add(&mut tag, mark.attributes());
            tag.add_child(html! { <>{ &label.text }</> });
        }
        _ => add(&mut tag, mark.attributes()),
    }
    tag.into()
}

fn link(props: &Props, group: &Tag) -> VTag {
    let mut tag = VTag::new("a");
    add(&mut tag, group.link());
    let href = props.href.as_ref().and_then(|href| href.emit(group.key));
    match href {
        Some(href) => {
            tag.add_attribute("href", href);
            if let Some(target) = &props.target {
                tag.add_attribute("target", target.clone());
                tag.add_attribute("rel", "noopener");
            }
        }
        // What leads nowhere is no link to anybody.
        None => tag.add_attribute("role", "img"),
    }
    tag
}

fn add(tag: &mut VTag, attributes: impl IntoIterator<Item = Attribute>) {
    for (name, value) in attributes {
        tag.add_attribute(name, value);
    }
}
