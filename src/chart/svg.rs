//! A picture as SVG text that stands alone.
//!
//! In: a [`Picture`] and its title. Out: one `<svg>` element with real colours,
//! which is also what a file of it holds. Invariant: presentation attributes
//! only, never `style`; all text escaped; the same picture gives the same text.

use super::look;
use super::picture::{Attribute, Mark, Picture};

/// The picture as SVG, named by its title.
pub fn svg(picture: &Picture, title: &str) -> String {
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let mut text = String::with_capacity(4096);
    text.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    push_attribute(
        &mut text,
        "viewBox",
        &["0 0 ", &width, " ", &height].concat(),
    );
    push_attribute(&mut text, "width", &width);
    push_attribute(&mut text, "height", &height);
    push_attribute(&mut text, "font-family", look::FAMILY);
    push_attribute(&mut text, "role", "img");
    text.push('>');
    push_title(&mut text, title);
    text.push_str("<rect class=\"paper\"");
    push_attribute(&mut text, "width", &width);
    push_attribute(&mut text, "height", &height);
    push_attribute(&mut text, "fill", &look::PAPER.hex());
    text.push_str("/>\n");
    for mark in &picture.marks {
        push_mark(&mut text, mark);
    }
    text.push_str("</svg>\n");
    text
}

fn push_mark(text: &mut String, mark: &Mark) {
    let element = mark.element();
    text.push('<');
    text.push_str(element);
    push_attributes(text, &mark.attributes());
    match mark {
        Mark::Group(tag, marks) => {
            text.push('>');
            push_title(text, &tag.title);
            text.push('\n');
            for mark in marks {
                push_mark(text, mark);
            }
        }
        Mark::Text(label) => {
            text.push('>');
            push_escaped(text, &label.text);
        }
        _ => {
            text.push_str("/>\n");
            return;
        }
    }
    text.push_str("</");
    text.push_str(element);
    text.push_str(">\n");
}

fn push_title(text: &mut String, title: &str) {
    text.push_str("<title>");
    push_escaped(text, title);
    text.push_str("</title>");
}

fn push_attributes(text: &mut String, attributes: &[Attribute]) {
    for (name, value) in attributes {
        push_attribute(text, name, value);
    }
}

fn push_attribute(text: &mut String, name: &str, value: &str) {
    text.push(' ');
    text.push_str(name);
    text.push_str("=\"");
    push_escaped(text, value);
    text.push('"');
}

/// XML knows no control characters: what is neither text nor space is left out.
fn push_escaped(text: &mut String, raw: &str) {
    for c in raw.chars() {
        match c {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '"' => text.push_str("&quot;"),
            '\t' | '\n' | '\r' => text.push(' '),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => text.push(c),
        }
    }
}
