//! What a wish comes to: addresses, words, picture and size, and from these the markup.
//!
//! In: the library, a wish, the address of the site, and a day for the picture. Out: everything
//! that the snippet and the preview are made from. Invariant: words, picture and title are those
//! of the view that is framed, from the same answer.

use super::measured::{self, Measured};
use super::wish::{FOLDER, Wish};
use crate::corpus::model::{ThreadNo, UnitNo};
use crate::embed::{Form, Framed, Picture, Said, data_address, snippet};
use crate::explore::view::Color;
use crate::ui::library::{Library, Sourced};
use crate::ui::page::EmbedView;
use crate::ui::page::embed::{self, Facts};

/// How wide a frame is thought to be that takes what room there is, px.
const WIDTH: u32 = 600;

/// The script for hosts.
const SCRIPT: &str = "pledge-explorer.js";

/// The name of a view's picture, beside its page.
const PICTURE: &str = "view.svg";

/// What was made of a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Address of the view.
    pub view: String,
    /// Address of the same in full.
    pub page: String,
    /// What it is called.
    pub title: String,
    /// The height that is suggested, px.
    pub height: u32,
    /// The markup.
    pub snippet: String,
    /// Whether nothing in the corpus matches; of two selections, the first.
    pub empty: bool,
    /// Whether it is of a selection, which no file shows.
    pub filtered: bool,
    /// How many bytes of it are a picture that stands in it.
    pub inlined: usize,
}

/// The words that stand beside a view.
struct Told {
    title: String,
    link: String,
    sentence: String,
    by: String,
    quotes: Vec<String>,
    source: String,
    alt: String,
    /// The same in full, from the root.
    page: String,
    empty: bool,
}

/// Makes it. `site` is the address of the built folder with a `/` at its end; `threads` says how
/// large questions are.
pub fn made(library: Library, wish: &Wish, site: &str, day: &str, threads: &[Measured]) -> Made {
    let corpus = library.corpus;
    let folder = [site, &wish.folder(corpus)].concat();
    let view = [&folder, wish.query(corpus).as_str()].concat();
    let told = told(library, wish, threads);
    let page = [site, &told.page].concat();
    let height = wish
        .height
        .unwrap_or_else(|| suggested(library, wish, threads));
    let written = wish.is_written(corpus);
    // A picture that is a file names a day, which has its line in the height that is told of it.
    let day = if written { "x" } else { day };
    let svg = embed::drawn_svg(library, wish.embed, &wish.view, day, &page);
    let picture = match wish.embed {
        EmbedView::Thread(no) => Some(measured::of(threads, no).picture),
        _ => size(&svg),
    };
    let src = if written {
        [&folder, PICTURE].concat()
    } else {
        data_address(&svg)
    };
    let said = if told.quotes.is_empty() {
        Said::Sentence(&told.sentence)
    } else {
        Said::Quoted {
            quotes: told.quotes.iter().map(String::as_str).collect(),
            by: &told.by,
            source: &told.source,
        }
    };
    // Hosts find the oEmbed answer of a statement or question at its own page.
    let own = matches!(wish.embed, EmbedView::Unit(_) | EmbedView::Thread(_)) && wish.live;
    let framed = Framed {
        view: &view,
        page: &page,
        address: if own { &page } else { &view },
        title: &told.title,
        link: &told.link,
        said,
        picture: picture.map(|size| Picture {
            src: &src,
            alt: &told.alt,
            size,
        }),
        width: wish.width,
        height,
        fixed: wish.height.is_some(),
        color: match wish.view.color {
            Color::Auto => "",
            other => other.id(),
        },
        script: &[site, SCRIPT].concat(),
    };
    let snippet = snippet(&framed, wish.form);
    let layers = matches!(wish.form, Form::Whole | Form::Plain);
    Made {
        inlined: if written || !layers { 0 } else { src.len() },
        snippet,
        view,
        page,
        title: told.title,
        height,
        empty: told.empty,
        filtered: !written,
    }
}

/// The height that is suggested, px.
pub fn suggested(library: Library, wish: &Wish, threads: &[Measured]) -> u32 {
    let width = wish.width.unwrap_or(WIDTH);
    match wish.embed {
        EmbedView::Thread(no) => measured::of(threads, no).height(width),
        _ => embed::height_of(library, wish.embed, &wish.view, width),
    }
}

fn told(library: Library, wish: &Wish, threads: &[Measured]) -> Told {
    match wish.embed {
        EmbedView::Unit(no) => unit(library, no),
        EmbedView::Thread(no) => thread(library, no, threads),
        EmbedView::Removed(_) => plain(library, wish),
        _ => selection(library, wish),
    }
}

fn plain(library: Library, wish: &Wish) -> Told {
    let title = wish.embed.title(library.corpus);
    Told {
        link: title.clone(),
        sentence: title.clone(),
        alt: title.clone(),
        title,
        by: String::new(),
        quotes: Vec::new(),
        source: String::new(),
        page: wish.embed.page(library.corpus),
        empty: false,
    }
}

fn unit(library: Library, no: UnitNo) -> Told {
    let plain = plain(library, &Wish::of(EmbedView::Unit(no)));
    let Some(it) = library.unit(no) else {
        return plain;
    };
    let (by, quotes) = (by(it), quotes(it));
    let first = quotes.first().copied().unwrap_or_default();
    let quotes_of = |quotes: Vec<&str>| quotes.into_iter().map(str::to_owned).collect();
    Told {
        link: it.unit.statement.to_owned(),
        alt: [it.unit.statement, ". “", first.trim(), "” ", &by, "."].concat(),
        by,
        quotes: quotes_of(quotes),
        source: it.article.url.to_owned(),
        ..plain
    }
}

fn thread(library: Library, no: ThreadNo, threads: &[Measured]) -> Told {
    let plain = plain(library, &Wish::of(EmbedView::Thread(no)));
    let Measured {
        question,
        link,
        alt,
        by: [by, source],
        quotes,
        ..
    } = measured::of(threads, no);
    Told {
        title: [&question, " – ", library.corpus.about.title].concat(),
        sentence: question,
        link,
        alt,
        by,
        quotes,
        source,
        ..plain
    }
}

fn selection(library: Library, wish: &Wish) -> Told {
    let facts = embed::facts(library, wish.embed, &wish.view);
    let Facts {
        name,
        selection,
        says,
        basis,
        full,
        first,
    } = facts;
    let about = library.corpus.about.title;
    let of = if selection.is_empty() {
        name.clone()
    } else {
        [&name, " – ", &selection].concat()
    };
    let empty = first.is_none();
    let first = first.and_then(|no| library.unit(no));
    // Pictures and views of today go on to change; the words beside them do not.
    let version = ["corpus version ", library.corpus.about.version].concat();
    let gap = if says.is_empty() { "" } else { " " };
    let listed = wish.embed == EmbedView::List;
    let first = first.filter(|_| listed);
    Told {
        title: [&of, " – ", about].concat(),
        link: [&name, ", ", &basis, ", ", &version].concat(),
        sentence: [&name, ". ", &says].concat(),
        alt: [&name, ". ", says.as_str(), gap, &basis, ", ", &version, "."].concat(),
        by: first.map_or_else(String::new, by),
        quotes: first.map_or_else(Vec::new, |it| {
            quotes(it).into_iter().map(str::to_owned).collect()
        }),
        source: first.map_or_else(String::new, |it| it.article.url.to_owned()),
        page: full,
        empty,
    }
}

/// "Wes Streeting, Healthcare Leader, 21 April 2023".
pub(super) fn by(it: Sourced) -> String {
    let made = it.unit.made.human();
    [it.speaker.name, ", ", it.outlet.name, ", ", &made].concat()
}

pub(super) fn quotes(it: Sourced) -> Vec<&'static str> {
    it.unit.evidence.iter().map(|it| it.quote).collect()
}

/// Width and height of a picture, as its first element says.
pub(super) fn size(svg: &str) -> Option<(u32, u32)> {
    let number = |name: &str| -> Option<u32> {
        let opening = [" ", name, "=\""].concat();
        let rest = svg.split_once(&opening)?.1;
        rest.split('"').next()?.parse().ok()
    };
    Some((number("width")?, number("height")?))
}

/// The way from the builder to the root, for what is shown in place.
pub(super) fn relative(library: Library, wish: &Wish) -> String {
    let corpus = library.corpus;
    let folder = wish.folder(corpus);
    let below = folder.strip_prefix(FOLDER).unwrap_or(&folder);
    [below, &wish.query(corpus)].concat()
}
