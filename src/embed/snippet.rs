//! The markup itself.
//!
//! Invariant: what the frame covers until it speaks stands in the same two rows of a grid, so that
//! nothing moves when it does; without the grid nothing lies over anything.

use super::markup::{push_attribute, push_element, push_text, web};

/// How much of it is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Three layers, and the script that sizes the frame.
    #[default]
    Whole,
    /// Three layers without a script.
    Plain,
    /// The frame alone.
    Frame,
    /// The address alone, for hosts that make a view of it themselves.
    Address,
}

impl Form {
    /// In the order of the page.
    pub const ALL: [Self; 4] = [Self::Whole, Self::Plain, Self::Frame, Self::Address];

    /// The word in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Plain => "plain",
            Self::Frame => "frame",
            Self::Address => "address",
        }
    }
}

/// What is said where no frame is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Words of somebody.
    Quoted {
        /// Each without quotation marks.
        quotes: Vec<&'a str>,
        /// "Wes Streeting, Healthcare Leader, 21 April 2023".
        by: &'a str,
        /// Where they were printed, or empty.
        source: &'a str,
    },
    /// A sentence of ours.
    Sentence(&'a str),
}

/// A picture of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// Its address, which may hold it.
    pub src: &'a str,
    /// What it says, for those who do not see it.
    pub alt: &'a str,
    /// Its own width and height, px.
    pub size: (u32, u32),
}

/// Everything that a snippet is made from. Addresses are whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framed<'a> {
    /// The view.
    pub view: &'a str,
    /// The same in full.
    pub page: &'a str,
    /// What a host that knows oEmbed is given alone.
    pub address: &'a str,
    /// What the view is called.
    pub title: &'a str,
    /// What the link to the page says.
    pub link: &'a str,
    /// The words.
    pub said: Said<'a>,
    /// The picture.
    pub picture: Option<Picture<'a>>,
    /// Width of the frame, px; as wide as there is room where none is given.
    pub width: Option<u32>,
    /// Height of the frame until it says its own, px.
    pub height: u32,
    /// Whether it stays so high whatever it says.
    pub fixed: bool,
    /// Which colours, where not the reader's own.
    pub color: &'a str,
    /// The script that sizes frames.
    pub script: &'a str,
}

/// The markup, or the address.
pub fn snippet(it: &Framed, form: Form) -> String {
    let mut out = String::new();
    match form {
        Form::Address => {
            // Hosts ask the page for its oEmbed answer.
            out.push_str(web(it.address));
        }
        Form::Frame => push_frame(&mut out, it, Alone::Yes),
        Form::Whole | Form::Plain => push_layers(&mut out, it, form),
    }
    out
}

/// Whether a frame has nothing around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    Yes,
    No,
}

fn push_layers(out: &mut String, it: &Framed, form: Form) {
    let high = it.height.to_string();
    let mut style = String::from("display:grid;margin:1em 0");
    if let Some(width) = it.width {
        style.push_str(&[";max-width:", &width.to_string(), "px"].concat());
    }
    out.push_str("<pledge-explorer");
    push_attribute(out, "src", web(it.view));
    push_attribute(out, "height", &high);
    if it.fixed {
        out.push_str(" fixed");
    }
    if !it.color.is_empty() {
        push_attribute(out, "color", it.color);
    }
    push_attribute(out, "style", &style);
    out.push_str(">\n");
    push_words(out, it);
    push_picture(out, it);
    push_frame(out, it, Alone::No);
    out.push_str("\n</pledge-explorer>");
    if form == Form::Whole {
        out.push_str("\n<script async");
        push_attribute(out, "src", web(it.script));
        out.push_str("></script>");
    }
}

fn push_words(out: &mut String, it: &Framed) {
    let source = match &it.said {
        Said::Quoted { source, .. } if !web(source).is_empty() => source,
        _ => it.page,
    };
    out.push_str("<blockquote");
    push_attribute(out, "cite", web(source));
    push_attribute(out, "style", "grid-area:1/1");
    out.push('>');
    match &it.said {
        Said::Quoted { quotes, by, .. } => {
            for quote in quotes {
                push_element(out, "p", &["“", quote.trim(), "”"].concat());
            }
            out.push_str("<p>");
            push_text(out, &["— ", by, ". "].concat());
        }
        Said::Sentence(sentence) => {
            push_element(out, "p", sentence);
            out.push_str("<p>");
        }
    }
    push_link(out, it);
    push_text(out, it.link);
    out.push_str("</a></p></blockquote>\n");
}

fn push_picture(out: &mut String, it: &Framed) {
    let Some(picture) = it.picture else {
        return;
    };
    let (width, height) = picture.size;
    out.push_str("<p");
    push_attribute(out, "style", "grid-area:2/1");
    out.push('>');
    push_link(out, it);
    out.push_str("<img");
    push_attribute(out, "src", picture.src);
    push_attribute(out, "alt", picture.alt);
    push_attribute(out, "width", &width.to_string());
    push_attribute(out, "height", &height.to_string());
    push_attribute(out, "style", "max-width:100%;height:auto");
    out.push_str("></a></p>\n");
}

fn push_link(out: &mut String, it: &Framed) {
    out.push_str("<a");
    push_attribute(out, "href", web(it.page));
    out.push('>');
}

fn push_frame(out: &mut String, it: &Framed, alone: Alone) {
    let high = it.height.to_string();
    let wide = it.width.map(|width| width.to_string());
    out.push_str("<iframe");
    push_attribute(out, "src", web(it.view));
    push_attribute(out, "title", it.title);
    push_attribute(out, "loading", "lazy");
    push_attribute(out, "width", wide.as_deref().unwrap_or("100%"));
    push_attribute(out, "height", &high);
    push_attribute(out, "frameborder", "0");
    let style = match alone {
        Alone::Yes => "border:0;max-width:100%".to_owned(),
        Alone::No => [
            "grid-area:1/1/3/2;width:100%;height:100%;min-height:",
            &high,
            "px;border:0",
        ]
        .concat(),
    };
    push_attribute(out, "style", &style);
    out.push_str("></iframe>");
}
